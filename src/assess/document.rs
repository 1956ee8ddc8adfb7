//! The assessment as a document: the same facts by id, for pages and for Node. Its keys stand in this order, in every
//! language that writes it.

use super::{Assessment, Contradiction, Fraction, Improvement, Range, State, Step};
use crate::answers::{Answer, Answers};
use crate::document::Node;
use crate::standard::{Basis, Clause, Demand, Item, Kind, Standard};

mod trace;
pub(super) use trace::trace;

/// Name of the format.
const FORMAT: &str = "readiness-check/assessment";

impl State {
    /// The word that documents have for it.
    pub fn word(self) -> &'static str {
        match self {
            State::Answered => "answered",
            State::Unknown => "unknown",
            State::NotAnswered => "not-answered",
            State::NotApplicable => "not-applicable",
            State::Closed => "closed",
            State::OtherTrack => "other-track",
        }
    }
}

fn number(number: impl Into<Option<i64>>) -> Node {
    // Every number of an assessment lies below 2^53, where doubles are exact.
    number.into().map_or(Node::Null, Node::whole)
}

fn each<T>(items: impl IntoIterator<Item = T>, node: impl FnMut(T) -> Node) -> Node {
    Node::List(items.into_iter().map(node).collect())
}

fn fraction(fraction: Fraction) -> Node {
    let parts = [
        ("numerator", fraction.numerator),
        ("denominator", fraction.denominator),
    ];
    Node::map(parts.map(|(key, part)| (key, number(part))))
}

fn range(range: Option<Range>) -> [(&'static str, Node); 3] {
    let part = |of: fn(&Range) -> i64| number(range.as_ref().map(of));
    [
        ("value", part(|range| range.value)),
        ("low", part(|range| range.low)),
        ("high", part(|range| range.high)),
    ]
}

fn source(standard: &Standard, basis: &Basis) -> Node {
    Node::map([
        ("document", Node::text(&standard.sources[basis.source].id)),
        ("clauseSeen", Node::Bool(!matches!(basis.clause, Clause::NotSeen))),
        ("grade", Node::text(basis.grade.letter())),
    ])
}

impl Assessment {
    /// The assessment as a document.
    pub fn document(&self, standard: &Standard, answers: &Answers) -> Node {
        document(self, standard, answers)
    }
}

// Of its own, so that the build can let it travel with what stands behind the result: see `xtask/src/dist/build.rs`.
#[inline(never)]
fn document(assessment: &Assessment, standard: &Standard, answers: &Answers) -> Node {
    let id = |question: usize| Node::text(&standard.questions[question].id);
    let progress = assessment.progress();
    let progress = [
        ("questions", progress.questions),
        ("answered", progress.answered),
        ("open", progress.open),
    ];
    let published = |verdict: super::Verdict| {
        Node::map([
            ("verdict", Node::text(verdict.word())),
            ("criteria", criteria(assessment, standard)),
        ])
    };
    let dimension = |dimension: &super::Dimension| {
        let [value, low, high] = range(dimension.range);
        let id = Node::text(&standard.elements[dimension.element].id);
        Node::map([("id", id), value, low, high])
    };
    let contradiction = |found: &Contradiction| {
        let name = match found {
            Contradiction::Relation(index) => &standard.relations[*index].id,
            Contradiction::Rate(index) => &standard.rates[*index].id,
            Contradiction::Rule(index) => &standard.rules[*index].id,
        };
        Node::map([
            ("id", Node::text(name)),
            ("questions", each(found.questions(standard), id)),
        ])
    };
    let effect = |(index, improvement): (usize, &Improvement)| {
        let (state, change) = match improvement {
            Improvement::Is(change) => ("known", Some(*change)),
            Improvement::NoPercentage => ("no-percentage", None),
            Improvement::Open => ("open", None),
            Improvement::NotApplicable => ("not-applicable", None),
        };
        Node::map([
            ("id", Node::text(&standard.effects[index].id)),
            ("state", Node::text(state)),
            ("improvement", number(change)),
        ])
    };
    let [value, low, high] = range(assessment.index.range);
    let dimensions = ("dimensions", each(&assessment.index.dimensions, dimension));
    Node::map([
        ("format", Node::text(FORMAT)),
        ("version", number(1)),
        ("standard", Node::text(&standard.id)),
        ("engine", Node::text(env!("CARGO_PKG_VERSION"))),
        ("track", Node::text(&standard.tracks[answers.track].id)),
        (
            "progress",
            Node::map(progress.map(|(key, count)| (key, number(count as i64)))),
        ),
        ("published", assessment.verdict.map_or(Node::Null, published)),
        ("index", Node::map([value, low, high, dimensions])),
        ("contradictions", each(&assessment.contradictions, contradiction)),
        ("effects", each(assessment.effects.iter().enumerate(), effect)),
        ("workings", workings(assessment, standard)),
        (
            "trace",
            each(&assessment.trace(), |step| {
                write_step(assessment, standard, answers, step)
            }),
        ),
    ])
}

fn criteria(assessment: &Assessment, standard: &Standard) -> Node {
    each(
        standard.criteria.iter().zip(&assessment.conditions),
        |(criterion, condition)| {
            let readings = criterion.readings.iter().zip(&condition.readings);
            let readings = each(readings, |(reading, judged)| {
                Node::map([
                    ("id", Node::text(&reading.id)),
                    ("verdict", Node::text(judged.verdict.word())),
                ])
            });
            Node::map([
                ("id", Node::text(&criterion.id)),
                ("verdict", Node::text(condition.verdict.word())),
                ("readings", readings),
            ])
        },
    )
}

/// How each reading of a published condition came to its verdict.
fn workings(assessment: &Assessment, standard: &Standard) -> Node {
    let id = |question: usize| Node::text(&standard.questions[question].id);
    let mut workings = Vec::new();
    for (criterion, condition) in standard.criteria.iter().zip(&assessment.conditions) {
        for (reading, judged) in criterion.readings.iter().zip(&condition.readings) {
            let demand = match reading.demand {
                Demand::SumOf => "sum-of",
                Demand::EachOf => "each-of",
            };
            let to_be_cleared = reading
                .questions
                .iter()
                .any(|index| assessment.is_contradicted(standard, *index));
            let bounds = each(&judged.bounds, |bound| {
                Node::map([
                    ("question", id(bound.question)),
                    ("low", number(bound.low)),
                    ("high", number(bound.high)),
                    ("given", Node::Bool(bound.given)),
                    ("impliedBy", bound.implied_by.map_or(Node::Null, id)),
                ])
            });
            workings.push(Node::map([
                ("criterion", Node::text(&criterion.id)),
                ("reading", Node::text(&reading.id)),
                ("demand", Node::text(demand)),
                ("atLeast", number(criterion.at_least.value / 100)),
                ("source", source(standard, &criterion.at_least.basis)),
                ("toBeCleared", Node::Bool(to_be_cleared)),
                ("answers", bounds),
            ]));
        }
    }
    Node::List(workings)
}

/// One line of the trace. The fractions of all lines add up to the value of the index before it is rounded down;
/// `low` and `high` likewise.
fn write_step(assessment: &Assessment, standard: &Standard, answers: &Answers, step: &Step) -> Node {
    let item = match step.item {
        Item::Question(index) => &standard.questions[index].id,
        Item::Rate(index) => &standard.rates[index].id,
    };
    let given = each(super::questions_of(step.item, standard), |question| {
        Node::map([
            ("question", Node::text(&standard.questions[question].id)),
            ("state", Node::text(assessment.states[question].word())),
            ("value", given(standard, answers, question)),
        ])
    });
    Node::map([
        ("dimension", Node::text(&standard.elements[step.element].id)),
        ("item", Node::text(item)),
        ("answers", given),
        ("rule", Node::text(step.rule.word())),
        ("source", source(standard, &standard.own.points)),
        ("points", step.points.map_or(Node::Null, fraction)),
        ("numerator", number(step.value.numerator)),
        ("denominator", number(step.value.denominator)),
        ("low", fraction(step.low)),
        ("high", fraction(step.high)),
    ])
}

fn given(standard: &Standard, answers: &Answers, question: usize) -> Node {
    match (answers.get(question), &standard.questions[question].kind) {
        (Some(Answer::Count(value)), _) => number(*value),
        (Some(Answer::Number(value)), _) => Node::hundredths(*value),
        (Some(Answer::YesNo(yes)), _) => Node::Bool(*yes),
        (Some(Answer::OneOf(chosen)), Kind::OneOf(choices)) => Node::text(&choices[*chosen].id),
        (Some(Answer::ManyOf(chosen)), Kind::ManyOf(choices)) => {
            each(chosen, |index| Node::text(&choices[*index].id))
        }
        _ => Node::Null,
    }
}
