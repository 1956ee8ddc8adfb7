//! What is known of each fact: from the questionnaire, or from what was entered beside it.

use super::{Origin, Programmes};
use crate::answers::{Answer, Answers, Extra, TypedFault, read_typed};
use crate::assess::{Assessment, Contradiction, State};
use crate::document::{Faults, Node, Place};
use crate::standard::{Compare, FULL, Hundredths, Kind, Standard};

/// The value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, in hundredths of its unit.
    Number(Hundredths),
    /// A rate as it is: a part of a total, which is never 0.
    Rate {
        /// The part.
        part: i64,
        /// The total.
        total: i64,
    },
    /// Yes or no.
    YesNo(bool),
}

impl Value {
    /// Whether it compares so with a number in hundredths; of yes-no, whether it is yes.
    pub(super) fn holds(self, compare: Compare, limit: Hundredths) -> bool {
        match self {
            Value::Number(number) => compare.holds(number, limit),
            // Exact: a rate is never rounded before it is compared. Counts are below 10^9, and so are limits.
            Value::Rate { part, total } => compare.holds(part * FULL, limit * total),
            Value::YesNo(yes) => yes,
        }
    }
}

/// Why a fact has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// It is not answered yet.
    NotAnswered,
    /// It was asked, and the answer is not known.
    Unknown,
    /// What was entered cannot be read.
    Unreadable(TypedFault),
    /// What the questionnaire asks of it does not apply to the plant, or another answer closed it.
    NotApplicable,
    /// The questionnaire does not ask it: another track, or another standard.
    NotAsked,
}

/// How a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactState {
    /// It has a value.
    Known {
        /// The value.
        value: Value,
        /// Whether the answers it comes from contradict others.
        contradicted: bool,
    },
    /// It has none.
    Open(Open),
}

/// How every fact stands, in the order of the data.
pub(super) fn states(
    programmes: &Programmes,
    standard: &Standard,
    answers: &Answers,
    assessment: &Assessment,
) -> Vec<FactState> {
    let of = |fact: &super::Fact| match &fact.origin {
        Origin::Asked(kind) => entered(answers.kept(Extra::Profile, &["facts", &fact.id]), kind),
        Origin::Rate(id) => rate(id, standard, answers, assessment),
        Origin::Question(id) => answered(id, standard, answers, assessment),
    };
    programmes.facts.iter().map(of).collect()
}

fn known(value: Value) -> FactState {
    FactState::Known {
        value,
        contradicted: false,
    }
}

/// What was entered: as it was typed, or as a document gives it.
fn entered(node: Option<&Node>, kind: &Kind) -> FactState {
    let unreadable = FactState::Open(Open::Unreadable(TypedFault::NotANumber));
    let Some(node) = node else {
        return FactState::Open(Open::NotAnswered);
    };
    let faults = Faults::default();
    let place = Place::root(node, &faults);
    match (node, kind) {
        (Node::Text(text), _) if text == "unknown" => FactState::Open(Open::Unknown),
        (Node::Bool(yes), Kind::YesNo) => known(Value::YesNo(*yes)),
        (Node::Text(text), Kind::Count { .. } | Kind::Number { .. }) => match read_typed(text, kind) {
            Ok(Some(Answer::Count(count))) => known(Value::Number(count * 100)),
            Ok(Some(Answer::Number(number))) => known(Value::Number(number)),
            Ok(_) => FactState::Open(Open::NotAnswered),
            Err(fault) => FactState::Open(Open::Unreadable(fault)),
        },
        (Node::Number(_), Kind::Count { min, max, .. }) => place
            .whole(*min, *max)
            .map_or(unreadable, |count| known(Value::Number(count * 100))),
        (Node::Number(_), Kind::Number { min, max, .. }) => place
            .hundredths(*min, *max)
            .map_or(unreadable, |number| known(Value::Number(number))),
        _ => unreadable,
    }
}

/// Why a question of the questionnaire gives nothing; none where it is answered.
fn open(state: State) -> Option<Open> {
    match state {
        State::Answered => None,
        State::Unknown => Some(Open::Unknown),
        State::NotAnswered => Some(Open::NotAnswered),
        State::NotApplicable | State::Closed => Some(Open::NotApplicable),
        State::OtherTrack => Some(Open::NotAsked),
    }
}

fn rate(id: &str, standard: &Standard, answers: &Answers, assessment: &Assessment) -> FactState {
    let Some(index) = standard.rates.iter().position(|rate| rate.id == id) else {
        return FactState::Open(Open::NotAsked);
    };
    let rate = &standard.rates[index];
    let states = [rate.total, rate.part].map(|question| assessment.states[question]);
    if let Some(open) = states.into_iter().find_map(open) {
        return FactState::Open(open);
    }
    match [rate.part, rate.total].map(|question| answers.get(question)) {
        [Some(Answer::Count(part)), Some(Answer::Count(total))] => FactState::Known {
            value: Value::Rate {
                part: *part,
                total: *total,
            },
            contradicted: assessment.contradictions.contains(&Contradiction::Rate(index)),
        },
        _ => FactState::Open(Open::NotAnswered),
    }
}

fn answered(id: &str, standard: &Standard, answers: &Answers, assessment: &Assessment) -> FactState {
    let Some(question) = standard.question(id) else {
        return FactState::Open(Open::NotAsked);
    };
    if let Some(open) = open(assessment.states[question]) {
        return FactState::Open(open);
    }
    let value = match answers.get(question) {
        Some(Answer::Count(count)) => Value::Number(count * 100),
        Some(Answer::Number(number)) => Value::Number(*number),
        Some(Answer::ManyOf(chosen)) => Value::Number(chosen.len() as i64 * 100),
        Some(Answer::YesNo(yes)) => Value::YesNo(*yes),
        _ => return FactState::Open(Open::NotAsked),
    };
    FactState::Known {
        value,
        contradicted: assessment.is_contradicted(standard, question),
    }
}
