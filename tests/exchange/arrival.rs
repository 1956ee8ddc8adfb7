//! What arrives is told by its text: a file, a table, a code, a link; what is none of them is refused with its reason.

use crate::drawn::{self, Random};
use readiness_check::answers::{Answers, Extra};
use readiness_check::document::Node;
use readiness_check::exchange::{ArrivalFault, CodeFault, Form, TextFault, encode, file, open, table};
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;

const DATE: &str = "2026-01-09T14:30:00+08:00";

#[test]
fn each_form_is_told_by_its_text() {
    let standards = drawn::standards();
    let mut random = Random::new(21);
    for case in 0..drawn::cases(100) {
        let index = case % 2;
        let standard: &Standard = &standards[index];
        let among = [&standards[0], &standards[1]];
        let mut answers = drawn::answers(&mut random, standard);
        let code = encode(standard, &answers);
        let read =
            |text: &str| open(text.as_bytes(), &among).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        for text in [
            code.clone(),
            code.to_lowercase().replace('-', "\r\n"),
            format!("https://host.example/a?b=1#readiness={code}"),
            format!("看这里：https://host.example/#readiness={code}，谢谢"),
            format!("  #readiness={}\n", code.replace('-', "")),
        ] {
            let arrival = read(&text);
            assert_eq!((arrival.standard, arrival.form), (index, Form::Code), "{text}");
            assert_eq!(arrival.answers, answers, "{text}");
        }
        for lang in Lang::ALL {
            let arrival = read(&table::write(standard, &answers, lang));
            assert_eq!((arrival.standard, arrival.form), (index, Form::Table));
            assert_eq!(arrival.answers, answers);
        }
        answers.keep(Extra::Profile, &["plant"], Some(Node::text("北仑，#readiness=")));
        let arrival = read(&format!("\u{feff} {}", file::write(standard, &answers, DATE)));
        assert_eq!((arrival.standard, arrival.form), (index, Form::File));
        assert_eq!(arrival.answers, answers);
        assert_eq!(arrival.saved.map(|saved| saved.date).as_deref(), Some(DATE));
    }
}

#[test]
fn what_is_none_of_them_or_not_whole_is_refused_by_what_it_is() {
    let standards = drawn::standards();
    let standard: &Standard = &standards[0];
    let nothing = Answers::new(standard, 0);
    let fault = |bytes: &[u8]| open(bytes, &[standard]).expect_err("it is refused");
    assert_eq!(fault(b" \r\n"), ArrivalFault::Text(TextFault::Empty));
    assert_eq!(
        fault(b"\x89PNG\r\n\x1a\n\0\0"),
        ArrivalFault::Text(TextFault::OtherEncoding)
    );
    for text in [
        "<!doctype html><p>a, b;</p>",
        "请看附件",
        "短码：0123",
        "https://host.example/",
    ] {
        let fault = fault(text.as_bytes());
        let is_told = matches!(fault, ArrivalFault::Unrecognised | ArrivalFault::Code(_));
        assert!(is_told, "{text}: {fault:?}");
    }
    assert_eq!(fault("请看附件".as_bytes()), ArrivalFault::Unrecognised);
    let cut = |text: &str, end: usize| fault(&text.as_bytes()[..end]);
    let json = file::write(standard, &nothing, DATE);
    assert!(matches!(cut(&json, json.len() - 1), ArrivalFault::File(_)));
    assert!(matches!(fault(b"a,b\r\n1,2"), ArrivalFault::Table(_)));
    let code = encode(standard, &nothing);
    assert!(matches!(
        cut(&code, code.len() - 1),
        ArrivalFault::Code(CodeFault::Cut { .. })
    ));
    let empty = fault(b"https://host.example/#readiness=");
    assert!(
        matches!(empty, ArrivalFault::Code(CodeFault::Cut { found: 0, .. })),
        "{empty:?}"
    );
}
