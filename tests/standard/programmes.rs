//! The shipped programmes, as the build reads them.

use readiness_check::answers::Answers;
use readiness_check::assess::assess;
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::programmes::{FactState, JudgedProgramme, Programmes, judge};
use readiness_check::standard::Standard;

/// The document of the programmes of a data folder, complete with its sources.
pub fn document(folder: &str) -> Node {
    let folder = super::path(folder);
    let (_, standards) = xtask::data::load(&folder);
    let (report, document) = xtask::data::programmes(&folder, &standards);
    assert!(report.is_clean(), "{report}");
    document.expect("the folder has programmes")
}

/// The programmes that are shipped.
pub fn shipped() -> Programmes {
    Programmes::parse(&document("data"), &Lang::ALL).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// Answers with a profile, both written as JSON.
pub fn case(standard: &Standard, track: &str, answers: &str, profile: &str) -> Answers {
    let json = |text: &str| Node::from_json(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
    let Node::Map(mut entries) = super::answer_document(&standard.id, track, json(answers)) else {
        unreachable!("an answer document is an object");
    };
    entries.push(("profile".to_owned(), json(profile)));
    Answers::read(&Node::Map(entries), standard).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The result of a case.
pub fn judged(
    programmes: &Programmes,
    standard: &Standard,
    answers: &Answers,
) -> (Vec<JudgedProgramme>, Vec<FactState>) {
    judge(programmes, standard, answers, &assess(standard, answers))
}
