//! Proves that the types of documents in `www/readiness-check.d.ts` are those of the structs that are written.
//! `UPDATE_TYPES=1 cargo test --test types` writes them anew.

use readiness_check::answers::{AnswerDocument, AnswerValue, Said};
use readiness_check::assess::document::{
    Assessment, Citation, Contradiction, Dimension, EffectChange, EffectState, Index, JudgedCriterion,
    JudgedReading, KnownAnswer, Published, Range, TraceAnswer, TraceStep, Working,
};
use readiness_check::assess::{Fraction, Progress, Rule, State, Verdict};
use readiness_check::exchange::CheckResult;
use readiness_check::lang::Text;
use readiness_check::plan::Why;
use readiness_check::plan::document::{
    Blocker, Brings, Merit, OutOfReach, Plan, PlanStep, PlanValue, Plans, ReadingOf, Rise, ShortElement,
};
use readiness_check::standard::description::{
    AnswerKind, AskedIf, Basis, Choice, ContradictionRule, Criterion, Direction, Effect, Effort, Figure,
    IndexElement, Linked, OwnChoices, PartOfWhole, Question, Rate, Reading, RuleLimit, RuleTest, Source,
    StandardDescription, StandardInfo,
};
use readiness_check::standard::{Better, Clause, Demand, Department, Grade, Relation, Standing, Track};
use std::fs;
use tsify::Tsify;

/// What stands before and after the types in the file.
const MARKS: [&str; 2] = [
    "// What follows is made from the structs of the engine: tests/types.rs.\n",
    "// What was made ends here.\n",
];

/// Every type that a page meets in a document.
const DECLARED: [&[&str]; 5] = [
    &[
        StandardInfo::DECL,
        StandardDescription::DECL,
        Linked::DECL,
        OwnChoices::DECL,
        Track::DECL,
        IndexElement::DECL,
        Department::DECL,
        Effort::DECL,
        Question::DECL,
        AnswerKind::DECL,
        Better::DECL,
        AskedIf::DECL,
        Choice::DECL,
        Criterion::DECL,
        Reading::DECL,
        PartOfWhole::DECL,
        Rate::DECL,
        Effect::DECL,
        Direction::DECL,
        ContradictionRule::DECL,
        RuleTest::DECL,
        RuleLimit::DECL,
        Figure::DECL,
        Relation::DECL,
        Basis::DECL,
        Clause::DECL,
        Grade::DECL,
        Source::DECL,
        Standing::DECL,
        Text::DECL,
    ],
    &[AnswerDocument::DECL, AnswerValue::DECL, Said::DECL],
    &[
        Assessment::DECL,
        Progress::DECL,
        Published::DECL,
        JudgedCriterion::DECL,
        JudgedReading::DECL,
        Verdict::DECL,
        Index::DECL,
        Dimension::DECL,
        Range::DECL,
        Contradiction::DECL,
        EffectChange::DECL,
        EffectState::DECL,
        Working::DECL,
        Demand::DECL,
        KnownAnswer::DECL,
        Citation::DECL,
        TraceStep::DECL,
        TraceAnswer::DECL,
        State::DECL,
        Rule::DECL,
        Fraction::DECL,
    ],
    &[
        Plans::DECL,
        Plan::DECL,
        Merit::DECL,
        Rise::DECL,
        PlanStep::DECL,
        PlanValue::DECL,
        Brings::DECL,
        ReadingOf::DECL,
        OutOfReach::DECL,
        ShortElement::DECL,
        Blocker::DECL,
        Why::DECL,
    ],
    &[CheckResult::DECL],
];

#[test]
fn the_types_of_documents_are_those_of_the_structs() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/www/readiness-check.d.ts");
    let shipped = fs::read_to_string(file).expect("the types are shipped");
    let (before, rest) = shipped.split_once(MARKS[0]).expect("the first mark");
    let (found, after) = rest.split_once(MARKS[1]).expect("the last mark");
    let declared: Vec<&str> = DECLARED.concat();
    let made = declared.join("\n") + "\n";
    if std::env::var_os("UPDATE_TYPES").is_some() {
        fs::write(file, [before, MARKS[0], &made, MARKS[1], after].concat()).expect("the types are written");
        return;
    }
    assert!(
        found == made,
        "the types differ from the structs: UPDATE_TYPES=1 cargo test --test types writes them anew"
    );
}
