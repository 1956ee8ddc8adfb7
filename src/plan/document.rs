//! Plans as a document: the same facts by id. Its keys stand in this order. i64 are written as such, as in the
//! document of an assessment.

use super::{Outcome, Why};
use crate::answers::Answer;
use crate::standard::{Kind, Standard};
use serde::Serialize;

/// The ways to a target.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Plans<'a> {
    #[cfg_attr(feature = "types", tsify(type = "\"readiness-check/plan\""))]
    format: &'static str,
    #[cfg_attr(feature = "types", tsify(type = "1"))]
    version: i64,
    /// Its id.
    standard: &'a str,
    /// Release of the engine.
    engine: &'static str,
    /// Up to three; null where the target is out of reach. One without steps: it is reached already.
    plans: Option<Vec<Plan<'a>>>,
    /// Null where there are plans.
    out_of_reach: Option<OutOfReach<'a>>,
}

/// A set of changes that reaches the target, none of them needless.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Plan<'a> {
    /// What no other plan does better.
    merits: Vec<Merit>,
    /// In hundredths of its unit, or of effort points.
    money: i64,
    /// In hundredths of a month, or of effort points.
    months: i64,
    /// Lower bound of the index; null where nothing applies.
    index: Option<Rise>,
    /// What opens a question stands before it.
    steps: Vec<PlanStep<'a>>,
}

/// What no other plan does better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum Merit {
    /// It costs least.
    Cheapest,
    /// It takes least time.
    Fastest,
    /// It has the fewest steps.
    Fewest,
}

/// A lower bound of the index, in hundredths of a percent.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Rise {
    before: i64,
    after: i64,
}

/// One change of a plan.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct PlanStep<'a> {
    /// Its id.
    question: &'a str,
    /// Whether its answer was open, so that it starts at its worst.
    open: bool,
    from: Option<PlanValue<'a>>,
    to: Option<PlanValue<'a>>,
    /// How many rises that is.
    rises: i64,
    /// The whole that rises with its part.
    brings: Option<Brings<'a>>,
    /// Cost of all its rises, in hundredths of its unit, or of effort points.
    money: i64,
    /// Time of all its rises, in hundredths of a month, or of effort points.
    months: i64,
    /// Lower bound of the index before this step and after it; null where nothing applies.
    index: Option<Rise>,
    /// Readings that would not be met without it.
    meets: Vec<ReadingOf<'a>>,
    /// Later steps of the plan, by their questions, that can only be taken because of this one.
    opens: Vec<&'a str>,
}

/// A number (in hundredths where the question takes decimals), yes or no, the id of an option, or how many options are
/// chosen.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub enum PlanValue<'a> {
    /// A number, or how many options: which further ones are taken is free.
    Number(i64),
    /// Yes or no.
    YesNo(bool),
    /// The id of an option.
    Option(&'a str),
}

/// The whole that rises with its part.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Brings<'a> {
    /// Its id.
    question: &'a str,
    from: i64,
    to: i64,
}

/// A reading of a published condition.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct ReadingOf<'a> {
    /// Id of the condition.
    criterion: &'a str,
    /// Id of the reading.
    reading: &'a str,
}

/// A target that cannot be reached.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "types", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct OutOfReach<'a> {
    /// The greatest lower bound of the index that can be reached, in hundredths of a percent.
    index: Option<i64>,
    /// Whether the mark of the index itself is out of reach.
    index_short: bool,
    elements: Vec<ShortElement<'a>>,
    /// Chosen readings that cannot be met.
    readings: Vec<ReadingOf<'a>>,
    blockers: Vec<Blocker<'a>>,
}

/// An element that falls short of its mark, both in hundredths of a percent.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct ShortElement<'a> {
    id: &'a str,
    mark: i64,
    /// The greatest lower bound that can be reached.
    reaches: i64,
}

/// What stands in the way of a target.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Blocker<'a> {
    /// The question that would have to rise, or the total that is open, by id.
    question: &'a str,
    why: Why,
}

impl Outcome {
    /// The outcome as a document.
    pub fn document<'a>(&self, standard: &'a Standard) -> Plans<'a> {
        let (plans, out_of_reach) = match self {
            Outcome::Plans(plans) => {
                let plans = plans.iter().map(|plan| plan.document(standard));
                (Some(plans.collect()), None)
            }
            Outcome::OutOfReach(found) => (None, Some(found.document(standard))),
        };
        Plans {
            format: "readiness-check/plan",
            version: 1,
            standard: &standard.id,
            engine: env!("CARGO_PKG_VERSION"),
            plans,
            out_of_reach,
        }
    }
}

fn id(standard: &Standard, question: usize) -> &str {
    &standard.questions[question].id
}

fn rise(index: Option<(i64, i64)>) -> Option<Rise> {
    index.map(|(before, after)| Rise { before, after })
}

fn readings<'a>(standard: &'a Standard, readings: &[(usize, usize)]) -> Vec<ReadingOf<'a>> {
    let reading = |(criterion, reading): &(usize, usize)| {
        let criterion = &standard.criteria[*criterion];
        ReadingOf {
            criterion: &criterion.id,
            reading: &criterion.readings[*reading].id,
        }
    };
    readings.iter().map(reading).collect()
}

impl super::Plan {
    fn document<'a>(&self, standard: &'a Standard) -> Plan<'a> {
        let merits = [
            (Merit::Cheapest, self.cheapest),
            (Merit::Fastest, self.fastest),
            (Merit::Fewest, self.fewest),
        ];
        let merits = merits.into_iter().filter(|(_, has)| *has);
        Plan {
            merits: merits.map(|(merit, _)| merit).collect(),
            money: self.money,
            months: self.months,
            index: rise(self.index),
            steps: self.steps.iter().map(|step| step.document(standard)).collect(),
        }
    }
}

impl super::Step {
    fn document<'a>(&self, standard: &'a Standard) -> PlanStep<'a> {
        let value = |answer: &Answer| match (answer, &standard.questions[self.question].kind) {
            (Answer::Count(number) | Answer::Number(number), _) => Some(PlanValue::Number(*number)),
            (Answer::YesNo(yes), _) => Some(PlanValue::YesNo(*yes)),
            (Answer::OneOf(option), Kind::OneOf(choices)) => Some(PlanValue::Option(&choices[*option].id)),
            (Answer::ManyOf(chosen), _) => Some(PlanValue::Number(chosen.len() as i64)),
            _ => None,
        };
        PlanStep {
            question: id(standard, self.question),
            open: self.open,
            from: value(&self.from),
            to: value(&self.to),
            rises: self.rises,
            brings: self.brings.map(|(whole, from, to)| Brings {
                question: id(standard, whole),
                from,
                to,
            }),
            money: self.money,
            months: self.months,
            index: rise(self.index),
            meets: readings(standard, &self.meets),
            opens: self
                .opens
                .iter()
                .map(|question| id(standard, *question))
                .collect(),
        }
    }
}

impl super::OutOfReach {
    fn document<'a>(&self, standard: &'a Standard) -> OutOfReach<'a> {
        let element = |(element, mark, reaches): &(usize, i64, i64)| ShortElement {
            id: &standard.elements[*element].id,
            mark: *mark,
            reaches: *reaches,
        };
        let blocker = |blocker: &super::Blocker| Blocker {
            question: id(standard, blocker.question),
            why: blocker.why,
        };
        OutOfReach {
            index: self.index,
            index_short: self.index_short,
            elements: self.elements.iter().map(element).collect(),
            readings: readings(standard, &self.readings),
            blockers: self.blockers.iter().map(blocker).collect(),
        }
    }
}
