//! The assessment as a document: the same facts by id, for pages and for Node.

use super::{Assessment, Contradiction, Fraction, Improvement, Progress, Range, Rule, State, Verdict};
use crate::answers::{Answer, Answers};
use crate::standard::{Basis, Clause, Item, Kind, Standard};
use serde::Serialize;

/// The assessment document of the contract. Its keys stand in the order of the fields, in every language that
/// writes it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentDocument<'a> {
    format: &'static str,
    version: u8,
    standard: &'a str,
    engine: &'static str,
    track: &'a str,
    progress: Progress,
    published: Option<Published<'a>>,
    index: Index<'a>,
    contradictions: Vec<Contradicting<'a>>,
    effects: Vec<Effect<'a>>,
    workings: Vec<Working<'a>>,
    trace: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Published<'a> {
    verdict: Verdict,
    criteria: Vec<Criterion<'a>>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    verdict: Verdict,
    readings: Vec<Reading<'a>>,
}

#[derive(Serialize)]
struct Reading<'a> {
    id: &'a str,
    verdict: Verdict,
}

#[derive(Serialize)]
struct Index<'a> {
    value: Option<i64>,
    low: Option<i64>,
    high: Option<i64>,
    dimensions: Vec<Dimension<'a>>,
}

#[derive(Serialize)]
struct Dimension<'a> {
    id: &'a str,
    value: Option<i64>,
    low: Option<i64>,
    high: Option<i64>,
}

#[derive(Serialize)]
struct Contradicting<'a> {
    id: &'a str,
    questions: [&'a str; 2],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Effect<'a> {
    id: &'a str,
    state: &'static str,
    /// Hundredths of a percent.
    improvement: Option<i64>,
}

/// How a reading of a published condition came to its verdict.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Working<'a> {
    criterion: &'a str,
    reading: &'a str,
    demand: &'static str,
    at_least: i64,
    source: Source<'a>,
    to_be_cleared: bool,
    answers: Vec<Bound<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bound<'a> {
    question: &'a str,
    low: i64,
    high: i64,
    given: bool,
    implied_by: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Source<'a> {
    document: &'a str,
    clause_seen: bool,
    grade: &'static str,
}

/// One line of the trace. The fractions of all lines add up to the value of the index before it is rounded down.
#[derive(Serialize)]
struct Step<'a> {
    dimension: &'a str,
    item: &'a str,
    answers: Vec<Given<'a>>,
    rule: Rule,
    source: Source<'a>,
    points: Option<Fraction>,
    #[serde(flatten)]
    adds: Fraction,
    low: Fraction,
    high: Fraction,
}

#[derive(Serialize)]
struct Given<'a> {
    question: &'a str,
    state: &'static str,
    value: Value<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    None,
    Number(i64),
    YesNo(bool),
    Option(&'a str),
    Options(Vec<&'a str>),
}

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

fn source<'a>(standard: &'a Standard, basis: &Basis) -> Source<'a> {
    Source {
        document: &standard.sources[basis.source].id,
        clause_seen: matches!(basis.clause, Clause::At(_)),
        grade: basis.grade.letter(),
    }
}

impl Assessment {
    /// The assessment as a document.
    pub fn document<'a>(&self, standard: &'a Standard, answers: &Answers) -> AssessmentDocument<'a> {
        let id = |question: usize| standard.questions[question].id.as_str();
        let parts = |range: Option<Range>| {
            [
                range.map(|range| range.value),
                range.map(|range| range.low),
                range.map(|range| range.high),
            ]
        };
        let [value, low, high] = parts(self.index.range);
        AssessmentDocument {
            format: "readiness-check/assessment",
            version: 1,
            standard: &standard.id,
            engine: env!("CARGO_PKG_VERSION"),
            track: &standard.tracks[answers.track].id,
            progress: self.progress(),
            published: self.verdict.map(|verdict| Published {
                verdict,
                criteria: self.criteria(standard),
            }),
            index: Index {
                value,
                low,
                high,
                dimensions: self
                    .index
                    .dimensions
                    .iter()
                    .map(|dimension| {
                        let [value, low, high] = parts(dimension.range);
                        Dimension {
                            id: &standard.elements[dimension.element].id,
                            value,
                            low,
                            high,
                        }
                    })
                    .collect(),
            },
            contradictions: self
                .contradictions
                .iter()
                .map(|found| Contradicting {
                    id: match found {
                        Contradiction::Relation(index) => &standard.relations[*index].id,
                        Contradiction::Rate(index) => &standard.rates[*index].id,
                    },
                    questions: found.questions(standard).map(id),
                })
                .collect(),
            effects: standard
                .effects
                .iter()
                .zip(&self.effects)
                .map(|(effect, improvement)| {
                    let (state, improvement) = match improvement {
                        Improvement::Is(change) => ("known", Some(*change)),
                        Improvement::NoPercentage => ("no-percentage", None),
                        Improvement::Open => ("open", None),
                        Improvement::NotApplicable => ("not-applicable", None),
                    };
                    Effect {
                        id: &effect.id,
                        state,
                        improvement,
                    }
                })
                .collect(),
            workings: self.workings(standard),
            trace: self
                .trace
                .iter()
                .map(|step| {
                    let (item, questions) = match step.item {
                        Item::Question(index) => (id(index), vec![index]),
                        Item::Rate(index) => {
                            let rate = &standard.rates[index];
                            (rate.id.as_str(), vec![rate.part, rate.total])
                        }
                    };
                    let given = |question: usize| Given {
                        question: id(question),
                        state: self.states[question].word(),
                        value: given(standard, answers, question),
                    };
                    Step {
                        dimension: &standard.elements[step.element].id,
                        item,
                        answers: questions.into_iter().map(given).collect(),
                        rule: step.rule,
                        source: source(standard, &standard.own.points),
                        points: step.points,
                        adds: step.value,
                        low: step.low,
                        high: step.high,
                    }
                })
                .collect(),
        }
    }

    fn criteria<'a>(&self, standard: &'a Standard) -> Vec<Criterion<'a>> {
        let judged = standard.criteria.iter().zip(&self.conditions);
        judged
            .map(|(criterion, condition)| Criterion {
                id: &criterion.id,
                verdict: condition.verdict,
                readings: criterion
                    .readings
                    .iter()
                    .zip(&condition.readings)
                    .map(|(reading, judged)| Reading {
                        id: &reading.id,
                        verdict: judged.verdict,
                    })
                    .collect(),
            })
            .collect()
    }

    fn workings<'a>(&self, standard: &'a Standard) -> Vec<Working<'a>> {
        let mut workings = Vec::new();
        for (criterion, condition) in standard.criteria.iter().zip(&self.conditions) {
            for (reading, judged) in criterion.readings.iter().zip(&condition.readings) {
                workings.push(Working {
                    criterion: &criterion.id,
                    reading: &reading.id,
                    demand: match reading.demand {
                        crate::standard::Demand::SumOf => "sum-of",
                        crate::standard::Demand::EachOf => "each-of",
                    },
                    at_least: criterion.at_least.value / 100,
                    source: source(standard, &criterion.at_least.basis),
                    to_be_cleared: reading
                        .questions
                        .iter()
                        .any(|index| self.is_contradicted(standard, *index)),
                    answers: judged
                        .bounds
                        .iter()
                        .map(|bound| Bound {
                            question: &standard.questions[bound.question].id,
                            low: bound.low,
                            high: bound.high,
                            given: bound.given,
                            implied_by: bound
                                .implied_by
                                .map(|index| standard.questions[index].id.as_str()),
                        })
                        .collect(),
                });
            }
        }
        workings
    }
}

fn given<'a>(standard: &'a Standard, answers: &Answers, question: usize) -> Value<'a> {
    match (answers.get(question), &standard.questions[question].kind) {
        (Some(Answer::Count(value) | Answer::Number(value)), _) => Value::Number(*value),
        (Some(Answer::YesNo(yes)), _) => Value::YesNo(*yes),
        (Some(Answer::OneOf(chosen)), Kind::OneOf(choices)) => Value::Option(&choices[*chosen].id),
        (Some(Answer::ManyOf(chosen)), Kind::ManyOf(choices)) => {
            Value::Options(chosen.iter().map(|index| choices[*index].id.as_str()).collect())
        }
        _ => Value::None,
    }
}
