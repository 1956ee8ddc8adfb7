//! Engines broken on purpose: each has one fault of a kind that a change could introduce. A law that none of them
//! breaks would prove nothing.

use crate::law::{Engine, REAL, written};
use readiness_check::answers::{Answer, Answers, Extra};
use readiness_check::assess::{Assessment, Fraction, Range, Rule, State, Verdict, assess};
use readiness_check::document::{Fault, Node};
use readiness_check::standard::{AskedIf, Compare, Demand, Item, Kind, Limit, Standard, Test};

const fn assessing(assess: fn(&Standard, &Answers) -> Assessment) -> Engine {
    Engine { assess, ..REAL }
}

const fn reading(read: fn(&Node, &Standard) -> Result<Answers, Vec<Fault>>) -> Engine {
    Engine { read, ..REAL }
}

const fn writing(write: fn(&Answers, &Standard) -> Node) -> Engine {
    Engine { write, ..REAL }
}

const fn merging(merge: fn(&Answers, &Answers, &Answers) -> Answers) -> Engine {
    Engine { merge, ..REAL }
}

fn map_ranges(mut found: Assessment, change: impl Fn(&mut Range)) -> Assessment {
    let dimensions = found
        .index
        .dimensions
        .iter_mut()
        .map(|dimension| &mut dimension.range);
    dimensions
        .chain([&mut found.index.range])
        .flatten()
        .for_each(change);
    found
}

/// Assesses answers that differ from those given.
fn assess_changed(
    standard: &Standard,
    answers: &Answers,
    change: impl Fn(usize, Option<&Answer>) -> Option<Answer>,
) -> Assessment {
    let mut changed = answers.clone();
    for question in 0..standard.questions.len() {
        changed.set(question, change(question, answers.get(question)));
    }
    assess(standard, &changed)
}

/// Assesses against a standard that differs from the one given.
fn assess_against(standard: &Standard, answers: &Answers, change: impl Fn(&mut Standard)) -> Assessment {
    let mut changed = standard.clone();
    change(&mut changed);
    assess(&changed, answers)
}

fn worst(kind: &Kind) -> Answer {
    match kind {
        Kind::Count { min, .. } => Answer::Count(*min),
        Kind::Number { min, .. } => Answer::Number(*min),
        Kind::YesNo => Answer::YesNo(false),
        Kind::OneOf(_) => Answer::OneOf(0),
        Kind::ManyOf(_) => Answer::ManyOf(Vec::new()),
    }
}

/// Unknown counts as no.
pub const TAKES_UNKNOWN_FOR_NO: Engine = assessing(|standard, answers| {
    assess_changed(standard, answers, |question, answer| match answer {
        Some(Answer::Unknown) => Some(worst(&standard.questions[question].kind)),
        other => other.cloned(),
    })
});

/// A question answered by "unknown" no longer counts as open.
pub const TAKES_UNKNOWN_FOR_NOT_APPLICABLE: Engine = assessing(|standard, answers| {
    assess_changed(standard, answers, |_, answer| match answer {
        Some(Answer::Unknown) => Some(Answer::NotApplicable),
        other => other.cloned(),
    })
});

/// "Does not apply" counts as no.
pub const TAKES_NOT_APPLICABLE_FOR_NO: Engine = assessing(|standard, answers| {
    assess_changed(standard, answers, |question, answer| match answer {
        Some(Answer::NotApplicable) => Some(worst(&standard.questions[question].kind)),
        other => other.cloned(),
    })
});

/// "Does not apply" counts as unknown.
pub const TAKES_NOT_APPLICABLE_FOR_UNKNOWN: Engine = assessing(|standard, answers| {
    assess_changed(standard, answers, |_, answer| match answer {
        Some(Answer::NotApplicable) => Some(Answer::Unknown),
        other => other.cloned(),
    })
});

/// The value is that of the best answers.
pub const IS_TOO_HOPEFUL: Engine = assessing(|standard, answers| {
    map_ranges(assess(standard, answers), |range| {
        range.value = (range.high + 1).min(10_000)
    })
});

/// An open question counts at half, as if it were neither good nor bad.
pub const COUNTS_OPEN_AT_HALF: Engine = assessing(|standard, answers| {
    map_ranges(assess(standard, answers), |range| {
        (range.low, range.high) = ((range.low + range.high) / 2, (range.low + range.high) / 2);
    })
});

/// The high bound is rounded up.
pub const ROUNDS_HIGH_UP: Engine = assessing(|standard, answers| {
    map_ranges(assess(standard, answers), |range| {
        if range.high < 10_000 {
            range.high += 1;
        }
    })
});

/// The range is as wide as the number of answers: each makes it wider.
pub const WIDENS: Engine = assessing(|standard, answers| {
    let found = assess(standard, answers);
    let answered = found.progress().answered as i64;
    map_ranges(found, |range| range.low = (range.low - answered).max(0))
});

/// A question closed by another answer is left out of the mean.
pub const TAKES_CLOSED_FOR_NOT_APPLICABLE: Engine = assessing(|standard, answers| {
    let states = assess(standard, answers).states;
    let mut changed = answers.clone();
    for (question, state) in states.iter().enumerate() {
        if *state == State::Closed {
            changed.set(question, Some(Answer::NotApplicable));
        }
    }
    let mut open = standard.clone();
    open.questions
        .iter_mut()
        .for_each(|question| question.asked_if = None);
    assess(&open, &changed)
});

/// A question counts by its answer whether it is asked or not.
pub const ASKS_WHAT_IS_CLOSED: Engine = assessing(|standard, answers| {
    assess_against(standard, answers, |standard| {
        standard
            .questions
            .iter_mut()
            .for_each(|question| question.asked_if = None);
    })
});

/// A question behind an open one counts by its answer, although a no would close it.
pub const TRUSTS_ANSWERS_BEHIND_OPEN_QUESTIONS: Engine = assessing(|standard, answers| {
    let is_open = |question: usize| matches!(answers.get(question), None | Some(Answer::Unknown));
    assess_against(standard, answers, |standard| {
        let behind_open = |asked_if: &AskedIf| is_open(asked_if.question);
        for question in &mut standard.questions {
            question.asked_if = question.asked_if.filter(|asked_if| !behind_open(asked_if));
        }
    })
});

/// A better answer closes what a worse one opens.
pub const CLOSES_ON_YES: Engine = assessing(|standard, answers| {
    let (mut asked, mut changed) = (standard.clone(), answers.clone());
    for (index, question) in asked.questions.iter_mut().enumerate() {
        if let Some(asked_if) = question.asked_if.take()
            && answers.get(asked_if.question) == Some(&Answer::YesNo(true))
        {
            changed.set(index, Some(worst(&question.kind)));
        }
    }
    assess(&asked, &changed)
});

/// The options are read in reverse order.
pub const READS_OPTIONS_BACKWARDS: Engine = assessing(|standard, answers| {
    assess_against(standard, answers, |standard| {
        for question in &mut standard.questions {
            if let Kind::OneOf(choices) = &mut question.kind {
                choices
                    .iter_mut()
                    .for_each(|choice| choice.points = 10_000 - choice.points);
            }
        }
    })
});

/// A count above the figure is no longer enough.
pub const WANTS_THE_EXACT_FIGURE: Engine = assessing(|standard, answers| {
    let mut found = assess(standard, answers);
    for (criterion, condition) in standard.criteria.iter().zip(&mut found.conditions) {
        for reading in &mut condition.readings {
            let sum: i64 = reading.bounds.iter().map(|bound| bound.low).sum();
            if sum * 100 > criterion.at_least.value && reading.verdict == Verdict::Met {
                reading.verdict = Verdict::NotMet;
            }
        }
    }
    found
});

/// Every question is on every track.
pub const MIXES_TRACKS: Engine = assessing(|standard, answers| {
    assess_against(standard, answers, |standard| {
        let every = standard.elements[0].tracks;
        standard
            .elements
            .iter_mut()
            .for_each(|element| element.tracks = every);
        standard
            .questions
            .iter_mut()
            .for_each(|question| question.tracks = every);
        standard.rates.iter_mut().for_each(|rate| rate.tracks = every);
    })
});

/// The trace lacks a line.
pub const LOSES_A_LINE_OF_THE_TRACE: Engine = Engine {
    trace: |found| {
        let mut trace = found.trace();
        trace.pop();
        trace
    },
    ..REAL
};

/// Each line of the trace is rounded down.
pub const ROUNDS_THE_TRACE: Engine = Engine {
    trace: |found| {
        let mut trace = found.trace();
        for step in &mut trace {
            for part in [&mut step.value, &mut step.low, &mut step.high, &mut step.share] {
                *part = Fraction::whole(part.floor());
            }
        }
        trace
    },
    ..REAL
};

/// The shares are those of the answered questions alone.
pub const SHARES_WITHOUT_THE_OPEN: Engine = Engine {
    trace: |found| {
        let mut trace = found.trace();
        let open = trace.iter_mut().filter(|step| step.rule == Rule::Open);
        open.for_each(|step| step.share = Fraction::ZERO);
        trace
    },
    ..REAL
};

/// Updates the last assessment but keeps its index.
pub const KEEPS_THE_LAST_INDEX: Engine = Engine {
    after: |last, standard, before, now| {
        let mut found = last.after(standard, before, now);
        found.index = last.index.clone();
        found
    },
    ..REAL
};

/// Updates the last assessment as if only one answer had changed.
pub const SEES_ONE_CHANGE: Engine = Engine {
    after: |last, standard, before, now| {
        let mut one = before.clone();
        one.track = now.track;
        if let Some(question) = now.differing(before).iter().position(|changed| *changed) {
            one.set(question, now.get(question).cloned());
        }
        last.after(standard, before, &one)
    },
    ..REAL
};

/// Compares with the wrong former answers, so that a change goes unnoticed.
pub const MISTAKES_WHAT_WAS_BEFORE: Engine = Engine {
    after: |last, standard, _, now| last.after(standard, now, now),
    ..REAL
};

/// The index is worked out from dimensions that are rounded already.
pub const ROUNDS_TWICE: Engine = assessing(|standard, answers| {
    let mut found = assess(standard, answers);
    let mean = |of: fn(&Range) -> i64| {
        let weighed = found.index.dimensions.iter().filter_map(|dimension| {
            Some((standard.elements[dimension.element].weight, of(&dimension.range?)))
        });
        let (weights, sum) = weighed.fold((0, 0), |sum, (weight, of)| (sum.0 + weight, sum.1 + weight * of));
        sum / weights.max(1)
    };
    let (low, high) = (mean(|range| range.low), mean(|range| range.high));
    if let Some(range) = &mut found.index.range {
        (range.low, range.high) = (low, high);
    }
    found
});

/// Every question has the same weight.
pub const IGNORES_WEIGHTS: Engine = assessing(|standard, answers| {
    assess_against(standard, answers, |standard| {
        standard
            .questions
            .iter_mut()
            .for_each(|question| question.weight = question.weight.min(1));
        standard.rates.iter_mut().for_each(|rate| rate.weight = 1);
    })
});

/// Elements have the same weight.
pub const IGNORES_WEIGHTS_OF_ELEMENTS: Engine = assessing(|standard, answers| {
    assess_against(standard, answers, |standard| {
        standard
            .elements
            .iter_mut()
            .for_each(|element| element.weight = 1);
    })
});

/// A rate above its total counts as nothing, and not as the whole.
pub const REFUSES_A_PART_ABOVE_ITS_TOTAL: Engine = assessing(|standard, answers| {
    let above = |step: &readiness_check::assess::Step| step.rule == Rule::RateAboveTotal;
    let parts: Vec<usize> = assess(standard, answers)
        .trace()
        .iter()
        .filter(|step| above(step))
        .filter_map(|step| match step.item {
            Item::Rate(rate) => Some(standard.rates[rate].part),
            Item::Question(_) => None,
        })
        .collect();
    assess_changed(standard, answers, |question, answer| {
        if parts.contains(&question) {
            Some(Answer::Count(0))
        } else {
            answer.cloned()
        }
    })
});

/// An open part of a rate counts as 0.
pub const TAKES_AN_OPEN_PART_FOR_NOTHING: Engine = assessing(|standard, answers| {
    assess_changed(standard, answers, |question, answer| match answer {
        None | Some(Answer::Unknown) if standard.rates.iter().any(|rate| rate.part == question) => {
            Some(Answer::Count(0))
        }
        other => other.cloned(),
    })
});

/// Nothing follows from one answer for another.
pub const IMPLIES_NOTHING: Engine =
    assessing(|standard, answers| assess_against(standard, answers, |standard| standard.relations.clear()));

/// Rules are ignored.
pub const FORGETS_THE_RULES: Engine =
    assessing(|standard, answers| assess_against(standard, answers, |standard| standard.rules.clear()));

fn with_tests(standard: &Standard, answers: &Answers, change: impl Fn(&mut Vec<Test>)) -> Assessment {
    assess_against(standard, answers, |standard| {
        standard.rules.iter_mut().for_each(|rule| change(&mut rule.when));
    })
}

/// One test of a rule is enough.
pub const STOPS_AT_THE_FIRST_TEST: Engine =
    assessing(|standard, answers| with_tests(standard, answers, |tests| tests.truncate(1)));

/// "At least" and "at most" are swapped.
pub const TURNS_COMPARISONS_ROUND: Engine = assessing(|standard, answers| {
    with_tests(standard, answers, |tests| {
        for test in tests {
            test.compare = match test.compare {
                Compare::AtLeast => Compare::AtMost,
                Compare::AtMost => Compare::AtLeast,
                Compare::Is => Compare::Is,
            };
        }
    })
});

/// Whichever option a rule names, the first is looked at.
pub const LOOKS_AT_THE_FIRST_OPTION: Engine = assessing(|standard, answers| {
    with_tests(standard, answers, |tests| {
        for test in tests {
            if let Limit::Option(option) = &mut test.limit {
                *option = 0;
            }
        }
    })
});

/// The implication is reversed: there are at least as many parts as wholes.
pub const IMPLIES_THE_WRONG_WAY: Engine = assessing(|standard, answers| {
    assess_against(standard, answers, |standard| {
        for relation in &mut standard.relations {
            (relation.part, relation.whole) = (relation.whole, relation.part);
        }
    })
});

/// The figure itself is not enough.
pub const WANTS_ONE_MORE: Engine = assessing(|standard, answers| {
    assess_against(standard, answers, |standard| {
        standard
            .criteria
            .iter_mut()
            .for_each(|criterion| criterion.at_least.value += 100);
    })
});

/// The sum is demanded of each.
pub const TAKES_A_SUM_FOR_EACH: Engine = assessing(|standard, answers| {
    assess_against(standard, answers, |standard| {
        let readings = standard
            .criteria
            .iter_mut()
            .flat_map(|criterion| &mut criterion.readings);
        readings.for_each(|reading| reading.demand = Demand::EachOf);
    })
});

/// Where it depends on the reading, the generous one is taken.
pub const PASSES_WHAT_DEPENDS: Engine = assessing(|standard, answers| {
    let mut found = assess(standard, answers);
    for condition in &mut found.conditions {
        if condition.verdict == Verdict::Depends {
            condition.verdict = Verdict::Met;
        }
    }
    found
});

/// A condition with an open answer counts as not met.
pub const TAKES_UNKNOWN_VERDICTS_FOR_NOT_MET: Engine = assessing(|standard, answers| {
    let mut found = assess(standard, answers);
    let readings = found
        .conditions
        .iter_mut()
        .flat_map(|condition| &mut condition.readings);
    readings
        .filter(|reading| reading.verdict == Verdict::Unknown)
        .for_each(|reading| {
            reading.verdict = Verdict::NotMet;
        });
    found
});

/// Unknown outweighs not met in the whole.
pub const WEIGHS_UNKNOWN_ABOVE_NOT_MET: Engine = assessing(|standard, answers| {
    let mut found = assess(standard, answers);
    if found
        .conditions
        .iter()
        .any(|condition| condition.verdict == Verdict::Unknown)
    {
        found.verdict = Some(Verdict::Unknown);
    }
    found
});

fn entries(node: &Node) -> Vec<(String, Node)> {
    match node {
        Node::Map(entries) => entries.clone(),
        _ => Vec::new(),
    }
}

/// A document whose answers `change` has changed.
fn changed(document: &Node, change: impl Fn(&mut Vec<(String, Node)>)) -> Node {
    let mut document = entries(document);
    for (key, value) in &mut document {
        if key == "answers" {
            let mut given = entries(value);
            change(&mut given);
            *value = Node::Map(given);
        }
    }
    Node::Map(document)
}

/// The last answer of the document is not read.
pub const OVERLOOKS_THE_LAST_ANSWER: Engine = reading(|document, standard| {
    let document = changed(document, |given| {
        given.pop();
    });
    Answers::read(&document, standard)
});

/// "Don't know" is written as if it had not been asked.
pub const WRITES_UNKNOWN_AS_NOTHING: Engine = writing(|answers, standard| {
    changed(&written(answers, standard), |given| {
        given.retain(|(_, value)| *value != Node::Text("unknown".to_owned()));
    })
});

/// None of the options is written as if it had not been answered.
pub const WRITES_NONE_OF_THEM_AS_NOTHING: Engine = writing(|answers, standard| {
    changed(&written(answers, standard), |given| {
        given.retain(|(_, value)| *value != Node::List(Vec::new()));
    })
});

/// "Does not apply" is written as "don't know".
pub const WRITES_NOT_APPLICABLE_AS_UNKNOWN: Engine = writing(|answers, standard| {
    changed(&written(answers, standard), |given| {
        for (_, value) in given {
            if *value == Node::Text("not-applicable".to_owned()) {
                *value = Node::Text("unknown".to_owned());
            }
        }
    })
});

/// Keys that this program does not use are dropped.
pub const READS_NO_NOTES: Engine = reading(|document, standard| {
    let mut answers = Answers::read(document, standard)?;
    Extra::ALL
        .into_iter()
        .for_each(|extra| answers.keep(extra, &[], None));
    Ok(answers)
});

/// The last writer wins everything.
pub const KEEPS_OURS_ALONE: Engine = merging(|ours, _, _| ours.clone());

/// The other writer wins everything.
pub const KEEPS_THEIRS_ALONE: Engine = merging(|_, _, theirs| theirs.clone());

/// An answer that one writer removed comes back from the other.
pub const BRINGS_BACK_WHAT_WAS_TAKEN_BACK: Engine = merging(|ours, base, theirs| {
    let mut merged = ours.merged(base, theirs);
    // Answers do not know how many questions there are: try each that was ever answered.
    let mut question = 0;
    while let Some(answer) = base.get(question) {
        if merged.get(question).is_none() {
            merged.set(question, Some(answer.clone()));
        }
        question += 1;
    }
    merged
});
