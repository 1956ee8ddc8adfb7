//! Tables for spreadsheet programs.

use crate::drawn::{self, Random};
use crate::standard::{answers, parse, shipped, small_plant_document};
use readiness_check::answers::{Answer, Answers, TypedFault};
use readiness_check::document::Node;
use readiness_check::exchange::TextFault;
use readiness_check::exchange::table::{self, Column, TableFault, Wrong};
use readiness_check::lang::Lang;
use readiness_check::standard::{Kind, Standard};

fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text
        .strip_prefix('\u{feff}')
        .expect("the mark by which Excel knows UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        row.expect("RFC 4180").iter().map(str::to_owned).collect()
    };
    reader.records().map(row).collect()
}

#[test]
fn a_table_gives_the_answers_that_it_was_made_of() {
    let standards = drawn::standards();
    let mut random = Random::new(9);
    for case in 0..drawn::cases(200) {
        let standard = &standards[if case % 2 == 0 {
            case / 2 % 2
        } else {
            case / 2 % standards.len()
        }];
        let answers = drawn::answers(&mut random, standard);
        let text = table::write(standard, &answers, Lang::ALL[case / 2 % 2]);
        let rows = rows(&text).len() - 1;
        let expected = (0..standard.questions.len()).filter(|index| {
            standard.questions[*index].tracks.contains(answers.track) || answers.get(*index).is_some()
        });
        assert_eq!(rows, expected.count(), "one row a question");
        let read =
            table::read(text.as_bytes(), &[standard]).unwrap_or_else(|faults| panic!("{text}\n{faults:#?}"));
        assert_eq!(read, (0, answers), "{text}");
    }
}

#[test]
fn words_are_those_of_the_language_of_the_file() {
    let standard = shipped("ningbo-3511-2018");
    let mut given = answers(
        &standard,
        "discrete",
        r#"{"equipment-kinds": 8, "software-copyrights": "unknown", "key-machines": "not-applicable", "production-efficiency-before": 12.5}"#,
    );
    let many = standard
        .questions
        .iter()
        .position(|question| matches!(question.kind, Kind::ManyOf(_)))
        .expect("one");
    given.set(many, Some(Answer::ManyOf(vec![0, 2])));
    let Kind::ManyOf(choices) = &standard.questions[many].kind else {
        panic!("it was looked for")
    };
    for (lang, header, expected) in [
        (
            Lang::ZhCn,
            "编号,题目,答案,单位,依据,得分,标准,类型",
            ["8", "不清楚", "不适用", "12.5"],
        ),
        (
            Lang::En,
            "id,text,answer,unit,source,points,standard,track",
            ["8", "unknown", "not applicable", "12.5"],
        ),
    ] {
        let text = table::write(&standard, &given, lang);
        assert!(text.starts_with(&format!("\u{feff}{header}\r\n")), "{text}");
        let rows = rows(&text);
        let cell = |id: &str, column: Column| {
            let row = rows
                .iter()
                .find(|row| row[0] == id)
                .unwrap_or_else(|| panic!("no row {id}"));
            row[column as usize].clone()
        };
        let ids = [
            "equipment-kinds",
            "software-copyrights",
            "key-machines",
            "production-efficiency-before",
        ];
        assert_eq!(ids.map(|id| cell(id, Column::Answer)), expected);
        let words = [0, 2].map(|option: usize| choices[option].text.get(lang));
        assert_eq!(
            cell(&standard.questions[many].id, Column::Answer),
            words.join(" | ")
        );
        assert_eq!(cell("standard-drafts", Column::Answer), "", "not answered");
        let question = &standard.questions[standard.question("equipment-kinds").expect("a question")];
        assert_eq!(cell("equipment-kinds", Column::Text), question.text.get(lang));
        let document = &standard.sources[question.basis.source];
        let document = document.number.as_ref().unwrap_or(&document.title);
        let source = cell("equipment-kinds", Column::Source);
        assert!(source.starts_with(document.get(lang)), "{source}");
        assert!(source.contains(question.basis.grade.letter()), "{source}");
        assert!(
            rows[1..]
                .iter()
                .all(|row| row[6] == "ningbo-3511-2018" && row[7] == "discrete")
        );
    }
}

#[test]
fn points_are_those_of_the_assessment_out_of_a_hundred() {
    let standard = shipped("ningbo-3511-2018");
    let mut given = Answers::new(&standard, 0);
    let one_of = standard.questions.iter().position(|question| {
        matches!(&question.kind, Kind::OneOf(choices) if choices.len() == 4)
            && question.tracks.contains(0)
            && question.asked_if.is_none()
    });
    let one_of = one_of.expect("a question of four options");
    given.set(one_of, Some(Answer::OneOf(1)));
    let rows = rows(&table::write(&standard, &given, Lang::En));
    let row = rows
        .iter()
        .find(|row| row[0] == standard.questions[one_of].id)
        .expect("its row");
    let Kind::OneOf(choices) = &standard.questions[one_of].kind else {
        panic!("it was looked for")
    };
    assert_eq!(
        row[5].parse::<f64>().expect("a number"),
        choices[1].points as f64 / 100.0
    );
    let open = rows
        .iter()
        .find(|row| row[0] == "equipment-kinds")
        .expect("its row");
    assert_eq!(open[5], "", "it has no points of its own");
}

#[test]
fn what_spreadsheet_programs_save_is_read() {
    let standard = shipped("ningbo-3511-2018");
    let mut random = Random::new(10);
    for lang in Lang::ALL {
        let given = drawn::on_track(&mut random, &standard, 0, drawn::FULL);
        let text = table::write(&standard, &given, lang);
        let written = |separator: u8, style: csv::QuoteStyle, end: csv::Terminator| {
            let mut builder = csv::WriterBuilder::new();
            let mut writer = builder
                .delimiter(separator)
                .quote_style(style)
                .terminator(end)
                .from_writer(Vec::new());
            rows(&text)
                .iter()
                .for_each(|row| writer.write_record(row).expect("memory takes it"));
            String::from_utf8(writer.into_inner().expect("memory takes it")).expect("text")
        };
        let crlf = csv::Terminator::CRLF;
        let tabs = written(b'\t', csv::QuoteStyle::Necessary, crlf);
        let wide = tabs.encode_utf16().flat_map(u16::to_le_bytes);
        for bytes in [
            text.clone().into_bytes(),
            text.trim_start_matches('\u{feff}').as_bytes().to_vec(),
            written(b',', csv::QuoteStyle::Always, crlf).into_bytes(),
            written(b',', csv::QuoteStyle::Necessary, csv::Terminator::Any(b'\n')).into_bytes(),
            written(b';', csv::QuoteStyle::Necessary, crlf).into_bytes(),
            [0xff, 0xfe].into_iter().chain(wide).collect(),
            tabs.into_bytes(),
            // Empty rows and columns at the ends, as they are left behind.
            text.replace("\r\n", ",,\r\n").into_bytes(),
            format!("{text},,,,,,,\r\n\r\n,,,,,,,\r\n").into_bytes(),
        ] {
            let read = table::read(&bytes, &[&standard]);
            assert_eq!(
                read.as_ref().map(|(_, read)| read),
                Ok(&given),
                "{}",
                String::from_utf8_lossy(&bytes)
            );
        }
    }
}

#[test]
fn answers_are_read_as_people_write_them() {
    let standard = shipped("ningbo-3511-2018");
    let read = |id: &str, answer: &str| {
        let text = format!("id,answer,standard,track\n{id},\"{answer}\",ningbo-3511-2018,discrete\n");
        table::read(text.as_bytes(), &[&standard])
            .map(|(_, answers)| answers.get(standard.question(id).expect("an id")).cloned())
    };
    for (id, answer, expected) in [
        ("equipment-kinds", " 8 ", Some(Answer::Count(8))),
        ("equipment-kinds", "1,234", Some(Answer::Count(1_234))),
        ("equipment-kinds", "８.0", Some(Answer::Count(8))),
        ("equipment-kinds", "1.5万", Some(Answer::Count(15_000))),
        ("equipment-kinds", "Unknown", Some(Answer::Unknown)),
        ("equipment-kinds", "Don't know", Some(Answer::Unknown)),
        ("equipment-kinds", "不清楚", Some(Answer::Unknown)),
        ("equipment-kinds", "", None),
        ("key-machines", "NOT APPLICABLE", Some(Answer::NotApplicable)),
    ] {
        assert_eq!(read(id, answer), Ok(expected), "{answer}");
    }
    for (standard, question) in standard.questions.iter().map(|question| (&standard, question)) {
        let index = standard.question(&question.id).expect("its own id");
        let cases: Vec<(String, Answer)> = match &question.kind {
            Kind::YesNo => [
                ("Yes", true),
                ("是", true),
                ("TRUE", true),
                ("no", false),
                ("否", false),
                ("False", false),
            ]
            .map(|(word, yes)| (word.to_owned(), Answer::YesNo(yes)))
            .into(),
            Kind::OneOf(choices) => {
                let words = choices.iter().enumerate().flat_map(|(option, choice)| {
                    [
                        choice.id.clone(),
                        choice.text.get(Lang::ZhCn).to_owned(),
                        choice.text.get(Lang::En).to_uppercase(),
                    ]
                    .map(|word| (word, Answer::OneOf(option)))
                });
                words.collect()
            }
            Kind::ManyOf(choices) => vec![
                ("None of these".to_owned(), Answer::ManyOf(Vec::new())),
                ("以上都没有".to_owned(), Answer::ManyOf(Vec::new())),
                (
                    format!("{}|{}", choices[1].id, choices[0].text.get(Lang::ZhCn)),
                    Answer::ManyOf(vec![0, 1]),
                ),
            ],
            _ => continue,
        };
        for (word, expected) in cases {
            assert!(!word.contains('"'), "{word}");
            let text = format!(
                "id,answer,standard,track\n{},\"{word}\",{},discrete\n",
                question.id, standard.id
            );
            let read = table::read(text.as_bytes(), &[standard]).map(|(_, read)| read.get(index).cloned());
            assert_eq!(read, Ok(Some(expected)), "{word}");
        }
    }
}

#[test]
fn every_fault_is_told_at_once_with_line_and_column() {
    let [new, old] = ["ningbo-3511-2018", "ningbo-3511-2017"].map(shipped);
    let one_of = new
        .questions
        .iter()
        .find(|question| matches!(question.kind, Kind::OneOf(_)))
        .expect("one");
    let many_of = new
        .questions
        .iter()
        .find(|question| matches!(question.kind, Kind::ManyOf(_)))
        .expect("one");
    let yes_no = new
        .questions
        .iter()
        .find(|question| matches!(question.kind, Kind::YesNo))
        .expect("one");
    let Kind::ManyOf(choices) = &many_of.kind else {
        panic!("it was looked for")
    };
    let twice = format!("{0} | {0}", choices[0].id);
    let rows = [
        "id;answer;unit;standard;track".to_owned(),
        "equipment-kinds;8;;ningbo-3511-2018;discrete".to_owned(),
        "equipment-kinds;9;;ningbo-3511-2018;discrete".to_owned(),
        "equipment-set;9;;ningbo-3511-2018;discrete".to_owned(),
        "equipment-sets;nine;;ningbo-3511-2018;discrete".to_owned(),
        "software-copyrights;1000000;;ningbo-3511-2018;discrete".to_owned(),
        "standard-drafts;1.5;;ningbo-3511-2018;discrete".to_owned(),
        "invention-patents-filed;不适用;;ningbo-3511-2018;discrete".to_owned(),
        "invention-patents-granted;3;吨;ningbo-3511-2018;discrete".to_owned(),
        format!("{};maybe;;ningbo-3511-2018;discrete", one_of.id),
        format!("{};{twice};;ningbo-3511-2018;discrete", many_of.id),
        format!("{};maybe;;ningbo-3511-2018;discrete", yes_no.id),
        ";8;;ningbo-3511-2018;discrete".to_owned(),
        "key-machines;8;;ningbo-3511-2017;discrete".to_owned(),
        "key-machines-cnc;8;;ningbo-3511-2018;process".to_owned(),
        "key-machines-networked;8;;ningbo-3511-2018;discrete;9".to_owned(),
    ];
    let read = |between: &str| table::read(rows.join(between).as_bytes(), &[&new, &old]).expect_err("faults");
    let faults = read("\r\n");
    let number = |fault| Wrong::Number(fault);
    let expected = [
        (3, 1, Wrong::RepeatedQuestion(2)),
        (4, 1, Wrong::UnknownQuestion("equipment-set".to_owned())),
        (5, 2, number(TypedFault::NotANumber)),
        (
            6,
            2,
            number(TypedFault::OutOfBounds {
                min: 0,
                max: 99_999_900,
            }),
        ),
        (7, 2, number(TypedFault::NotWhole)),
        (8, 2, Wrong::MustApply),
        (9, 3, Wrong::OtherUnit("件".to_owned())),
        (10, 2, Wrong::UnknownOption("maybe".to_owned())),
        (11, 2, Wrong::RepeatedOption(choices[0].id.clone())),
        (12, 2, Wrong::NotYesNo),
        (13, 1, Wrong::MissingId),
        (14, 4, Wrong::DiffersFromFirst("ningbo-3511-2018".to_owned())),
        (15, 5, Wrong::DiffersFromFirst("discrete".to_owned())),
        (16, 6, Wrong::TooManyCells),
    ];
    let expected = expected.map(|(line, column, wrong)| TableFault { line, column, wrong });
    assert_eq!(faults, expected);
    assert_eq!(read("\n"), expected);
    assert_eq!(read("\r"), expected);
    let spread = read("\r\n\r\n\n");
    let lines = |faults: &[TableFault]| faults.iter().map(|fault| fault.line).collect::<Vec<_>>();
    let threefold: Vec<u64> = expected.iter().map(|fault| fault.line * 3 - 2).collect();
    assert_eq!(lines(&spread), threefold);
    assert_eq!(
        faults[1].to_string(),
        "line 4, column 1: the standard has no question \"equipment-set\""
    );
}

#[test]
fn what_is_no_table_is_refused() {
    let standard = shipped("ningbo-3511-2018");
    let fault = |bytes: &[u8]| {
        let faults = table::read(bytes, &[&standard]).expect_err("no table");
        let [TableFault { line, column, wrong }] = faults.as_slice() else {
            panic!("{faults:#?}")
        };
        (*line, *column, wrong.clone())
    };
    let row = "equipment-kinds,8,ningbo-3511-2018,discrete";
    let whole = |wrong: Wrong| (0, 0, wrong);
    // 编号,答案 in GBK, as Excel saves "CSV (comma delimited)" in China.
    assert_eq!(
        fault(b"\xb1\xe0\xba\xc5,\xb4\xf0\xb0\xb8\r\n"),
        whole(Wrong::Unreadable(TextFault::OtherEncoding))
    );
    assert_eq!(
        fault(b"PK\x03\x04xlsx"),
        whole(Wrong::Unreadable(TextFault::Workbook))
    );
    assert_eq!(fault(b""), whole(Wrong::Unreadable(TextFault::Empty)));
    assert_eq!(fault(b"{\"format\":1}"), whole(Wrong::NoHeader));
    assert_eq!(fault(row.as_bytes()), whole(Wrong::NoHeader));
    assert_eq!(fault(b"id,answer,standard,track\n"), whole(Wrong::NoRows));
    assert_eq!(fault(b"id,answer,standard,track\n,,,\n"), whole(Wrong::NoRows));
    assert_eq!(
        fault(b"id,answer,standard\nequipment-kinds,8,x\n"),
        (1, 0, Wrong::MissingColumn(Column::Track))
    );
    assert_eq!(
        fault(b"id,answer,standard,track,\xe7\xad\x94\xe6\xa1\x88\n"),
        (1, 5, Wrong::RepeatedColumn(Column::Answer))
    );
    assert_eq!(
        fault(
            format!("id,answer,standard,track\nequipment-kinds,\"8,ningbo-3511-2018,discrete\n{row}\n")
                .as_bytes()
        ),
        whole(Wrong::OpenQuote)
    );
    assert_eq!(
        fault(b"id,answer,standard,track\nequipment-kinds,8,gbt,discrete\nequipment-sets,8,gbt,discrete\n"),
        (2, 3, Wrong::UnknownStandard("gbt".to_owned()))
    );
    assert_eq!(
        fault(b"id,answer,standard,track\nequipment-kinds,8,ningbo-3511-2018,\n"),
        (2, 4, Wrong::UnknownTrack(String::new()))
    );
    let many = format!(
        "id,answer,standard,track\n{row}\n{}",
        "no-such,8,ningbo-3511-2018,discrete\n".repeat(2_000)
    );
    let faults = table::read(many.as_bytes(), &[&standard]).expect_err("many faults");
    assert_eq!((faults.len(), &faults[500].wrong), (501, &Wrong::More));
}

/// The small plant with every text beginning like a formula, and options whose words are of no use.
fn formulas() -> Standard {
    fn changed(node: &Node) -> Node {
        match node {
            Node::List(items) => Node::List(items.iter().map(changed).collect()),
            Node::Map(entries) => Node::Map(
                entries
                    .iter()
                    .map(|(key, value)| match value {
                        Node::Text(text) if ["zh-CN", "en"].contains(&key.as_str()) => {
                            let mark = ["=", "+", "-", "@", "＝", "\t", "\r\n="][text.len() % 7];
                            (key.clone(), Node::Text(format!("{mark}{text}|\"2\"")))
                        }
                        _ => (key.clone(), changed(value)),
                    })
                    .collect(),
            ),
            other => other.clone(),
        }
    }
    parse(&changed(&small_plant_document()))
}

#[test]
fn no_text_is_a_formula() {
    let standard = formulas();
    let mut random = Random::new(11);
    for lang in Lang::ALL {
        let given = drawn::on_track(&mut random, &standard, 0, drawn::FULL);
        let text = table::write(&standard, &given, lang);
        for row in rows(&text) {
            for cell in row {
                let is_formula =
                    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
                assert!(!is_formula || cell.parse::<f64>().is_ok(), "{cell:?}");
                assert!(!cell.contains(['\r', '\n']), "{cell:?}");
            }
        }
        let read =
            table::read(text.as_bytes(), &[&standard]).unwrap_or_else(|faults| panic!("{text}\n{faults:#?}"));
        assert_eq!(read, (0, given));
    }
}
