//! The laws of the sensitivity analysis: what one answer would change, what to answer next. Proved by trying every
//! answer, and by completing open ones at random and at their best.

use crate::generate;
use crate::law::{Case, Outcome};
use readiness_check::answers::{Answer, Answers};
use readiness_check::assess::{Assessment, Rule, State, Verdict, assess, questions_of};
use readiness_check::sensitivity::{self, Change, Direction, OpenQuestion, Sensitive};
use readiness_check::standard::{Kind, Standard};
use std::collections::BTreeMap;

/// The functions that these laws test. Each field is the program's own, or a broken copy of it.
#[derive(Clone, Copy)]
pub struct Engine {
    pub sensitivity: fn(&Standard, &Answers, &Assessment) -> Vec<Sensitive>,
    pub open_questions: fn(&Standard, &Assessment) -> Vec<OpenQuestion>,
}

/// The program's own functions.
pub const REAL: Engine = Engine {
    sensitivity: sensitivity::sensitivity,
    open_questions: sensitivity::open_questions,
};

macro_rules! demand {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            return Err(format!($($words)+));
        }
    };
}

/// Whether answers contradict each other that did not before.
fn contradicts_anew(before: &Assessment, after: &Assessment) -> bool {
    let mut found = after.contradictions.iter();
    found.any(|found| !before.contradictions.contains(found))
}

/// Everything that may change, by name.
fn facts(standard: &Standard, found: &Assessment) -> BTreeMap<String, String> {
    let mut facts = BTreeMap::new();
    if let Some(verdict) = found.verdict {
        facts.insert("whole".to_owned(), format!("{verdict:?}"));
    }
    for (criterion, condition) in standard.criteria.iter().zip(&found.conditions) {
        facts.insert(criterion.id.clone(), format!("{:?}", condition.verdict));
        for (reading, judged) in criterion.readings.iter().zip(&condition.readings) {
            facts.insert(
                format!("{}/{}", criterion.id, reading.id),
                format!("{:?}", judged.verdict),
            );
        }
    }
    facts
}

/// A change as the name of what changes and its new value.
fn told(standard: &Standard, change: &Change) -> (String, String) {
    match change {
        Change::Whole { to, .. } => ("whole".to_owned(), format!("{to:?}")),
        Change::Criterion { criterion, to, .. } => {
            (standard.criteria[*criterion].id.clone(), format!("{to:?}"))
        }
        Change::Reading {
            criterion,
            reading,
            to,
            ..
        } => {
            let criterion = &standard.criteria[*criterion];
            let name = format!("{}/{}", criterion.id, criterion.readings[*reading].id);
            (name, format!("{to:?}"))
        }
    }
}

/// Every other answer in each direction, the nearest first. Only counts can turn a verdict.
fn other_answers(case: &Case, question: usize) -> Vec<(Direction, Vec<i64>)> {
    let given = case.answers.get(question);
    let (Kind::Count { min, max, .. }, Some(Answer::Count(given))) =
        (&case.standard.questions[question].kind, given)
    else {
        return Vec::new();
    };
    vec![
        (Direction::Up, (*given + 1..=*max).collect()),
        (Direction::Down, (*min..*given).rev().collect()),
    ]
}

/// Every other answer to a question that does not ask for a count.
fn other_choices(case: &Case, question: usize) -> Vec<Answer> {
    match &case.standard.questions[question].kind {
        Kind::Count { .. } | Kind::Number { .. } => Vec::new(),
        Kind::YesNo => vec![Answer::YesNo(false), Answer::YesNo(true)],
        Kind::OneOf(options) => (0..options.len()).map(Answer::OneOf).collect(),
        Kind::ManyOf(options) => (0..=options.len())
            .map(|size| Answer::ManyOf((options.len() - size..options.len()).collect()))
            .collect(),
    }
}

pub fn what_is_said_to_turn_turns_and_nothing_nearer_does(engine: &Engine, case: &Case) -> Outcome {
    let base = assess(case.standard, case.answers);
    let before = facts(case.standard, &base);
    let found = (engine.sensitivity)(case.standard, case.answers, &base);
    // By question, direction and what changes: the nearest answer, and the new value.
    let mut expected = Vec::new();
    for (question, state) in base.states.iter().enumerate() {
        if !matches!(state, State::Answered | State::NotApplicable) || case.answers.get(question).is_none() {
            continue;
        }
        for answer in other_choices(case, question) {
            let after = assess(case.standard, &case.with(question, Some(answer.clone())));
            let after = facts(case.standard, &after);
            demand!(
                before == after,
                "{answer:?} to {} turns a verdict",
                case.name(question)
            );
        }
        for (direction, counts) in other_answers(case, question) {
            let mut turned: BTreeMap<String, ()> = BTreeMap::new();
            for count in counts {
                let after = assess(case.standard, &case.with(question, Some(Answer::Count(count))));
                for (name, value) in facts(case.standard, &after) {
                    let is_new = before.get(&name).is_some_and(|before| *before != value);
                    if is_new && turned.insert(name.clone(), ()).is_none() {
                        let direction = format!("{direction:?}");
                        expected.push((question, direction, count, name, value));
                    }
                }
            }
        }
    }
    let mut said = Vec::new();
    for sensitive in &found {
        for turn in &sensitive.turns {
            let after = assess(
                case.standard,
                &case.with(sensitive.question, Some(Answer::Count(turn.count))),
            );
            let contradicts = contradicts_anew(&base, &after);
            demand!(
                turn.contradicts == contradicts,
                "{turn:?} of {} contradicts: {contradicts}",
                case.name(sensitive.question)
            );
            for change in &turn.changes {
                let (name, value) = told(case.standard, change);
                let direction = format!("{:?}", turn.direction);
                said.push((sensitive.question, direction, turn.count, name, value));
            }
        }
    }
    expected.sort();
    said.sort();
    demand!(said == expected, "said to turn:\n{said:?}\nturns:\n{expected:?}");
    Ok(())
}

/// The answers with everything open on the track answered.
fn completed(case: &Case, mut answer: impl FnMut(usize) -> Option<Answer>) -> Answers {
    let mut answers = case.answers.clone();
    for (question, _) in case.mine().filter(|(question, _)| case.is_open(*question)) {
        answers.set(question, answer(question));
    }
    answers
}

/// Whether bad answers to what is open would close something that does not apply, so that all other weights change.
fn closes_what_does_not_apply(case: &Case, base: &Assessment) -> bool {
    base.trace().iter().any(|step| {
        let behind_open = |question: usize| {
            let mut next = case.standard.questions[question].asked_if;
            while let Some(asked_if) = next {
                if base.states[asked_if.question].is_open() {
                    return true;
                }
                next = case.standard.questions[asked_if.question].asked_if;
            }
            false
        };
        step.rule == Rule::NotApplicable
            && questions_of(step.item, case.standard)
                .into_iter()
                .any(behind_open)
    })
}

pub fn a_share_is_the_range_that_is_left_once_all_else_is_answered(engine: &Engine, case: &Case) -> Outcome {
    let base = assess(case.standard, case.answers);
    // A rate whose part is given counts up to everything while its total is open: no total may reach that.
    let unreached = case.standard.rates.iter().any(|rate| {
        rate.tracks.contains(case.answers.track) && case.is_open(rate.total) && !case.is_open(rate.part)
    });
    if unreached || closes_what_does_not_apply(case, &base) {
        return Ok(());
    }
    let is_part = |question| case.standard.rates.iter().any(|rate| rate.part == question);
    for open in (engine.open_questions)(case.standard, &base) {
        let answers = completed(case, |question| {
            let best = match &case.standard.questions[question].kind {
                _ if question == open.question => return case.answers.get(question).cloned(),
                Kind::Count { min, max, .. } => Answer::Count(if is_part(question) { *max } else { *min }),
                Kind::Number { min, .. } => Answer::Number(*min),
                Kind::YesNo => Answer::YesNo(true),
                Kind::OneOf(options) => Answer::OneOf(options.len() - 1),
                Kind::ManyOf(options) => Answer::ManyOf((0..options.len()).collect()),
            };
            Some(best)
        });
        let left = assess(case.standard, &answers).index.range;
        let left = left.map_or(0, |range| range.high - range.low);
        // Both bounds are rounded down, and so is the share.
        demand!(
            (left - open.share).abs() <= 1,
            "{} has a share of {}, all else at its best leaves {left}",
            case.name(open.question),
            open.share
        );
    }
    Ok(())
}

pub fn the_shares_add_up_to_the_range(engine: &Engine, case: &Case) -> Outcome {
    let base = assess(case.standard, case.answers);
    let Some(range) = base.index.range else {
        return Ok(());
    };
    // Where one open question depends on another, both carry the same share.
    let is_alone = |step: &readiness_check::assess::Step| {
        let questions = questions_of(step.item, case.standard);
        let open = questions
            .iter()
            .filter(|question| base.states[**question].is_open())
            .count();
        let opened = |question: &usize| case.standard.questions[*question].asked_if;
        step.rule != Rule::Open || (open == 1 && questions.iter().all(|question| opened(question).is_none()))
    };
    let closes = case.standard.questions.iter().any(|question| {
        let opener = question.asked_if.map(|asked_if| asked_if.question);
        opener.is_some_and(|opener| base.states[opener].is_open())
    });
    if closes || !base.trace().iter().all(is_alone) {
        return Ok(());
    }
    let open = (engine.open_questions)(case.standard, &base);
    let sum: i64 = open.iter().map(|open| open.share).sum();
    let width = range.high - range.low;
    demand!(
        (sum - width).abs() <= open.len() as i64 + 1,
        "the shares add up to {sum}, the range is {width} wide: {open:?}"
    );
    Ok(())
}

pub fn the_open_questions_stand_in_their_order(engine: &Engine, case: &Case) -> Outcome {
    let base = assess(case.standard, case.answers);
    let pages = case.standard.pages(case.answers.track);
    let fixed: Vec<usize> = pages
        .iter()
        .flat_map(|page| case.standard.questions_on(*page, case.answers.track))
        .filter(|question| base.states[*question].is_open())
        .collect();
    let open = (engine.open_questions)(case.standard, &base);
    let mut found: Vec<usize> = open.iter().map(|open| open.question).collect();
    let place = |question: usize| fixed.iter().position(|found| *found == question);
    for pair in open.windows(2) {
        let key = |open: &OpenQuestion| (!open.decides, -open.share, place(open.question));
        demand!(
            key(&pair[0]) < key(&pair[1]),
            "{:?} stands before {:?}",
            pair[0],
            pair[1]
        );
    }
    let mut all = fixed.clone();
    found.sort_unstable();
    all.sort_unstable();
    demand!(found == all, "{found:?} are listed, {all:?} are open");
    let mut draw = case.draw();
    for open in &open {
        let names = |found: &Assessment| -> Vec<Verdict> {
            let pairs = case.standard.criteria.iter().zip(&found.conditions);
            let readings =
                pairs.flat_map(|(criterion, condition)| criterion.readings.iter().zip(&condition.readings));
            let mine = readings.filter(|(reading, _)| reading.questions.contains(&open.question));
            mine.map(|(_, judged)| judged.verdict).collect()
        };
        let before = names(&base);
        demand!(
            !open.decides || before.contains(&Verdict::Unknown),
            "{} decides nothing",
            case.name(open.question)
        );
        let answer = generate::value(&mut draw, &case.standard.questions[open.question]);
        let after = assess(case.standard, &case.with(open.question, Some(answer)));
        let contradicts = contradicts_anew(&base, &after);
        demand!(
            open.decides || contradicts || names(&after) == before,
            "{} decides something",
            case.name(open.question)
        );
    }
    Ok(())
}

/// Broken on purpose.
pub mod broken {
    use super::{Engine, REAL};
    use readiness_check::assess::Rule;
    use readiness_check::sensitivity::{self, Direction};
    use readiness_check::standard::Item;

    /// The nearest answer is overshot.
    pub const GOES_ONE_TOO_FAR: Engine = Engine {
        sensitivity: |standard, answers, assessment| {
            let mut found = sensitivity::sensitivity(standard, answers, assessment);
            for turn in found.iter_mut().flat_map(|found| &mut found.turns) {
                turn.count += i64::from(turn.direction == Direction::Up);
            }
            found
        },
        ..REAL
    };

    /// Only better answers are tried.
    pub const LOOKS_UP_ONLY: Engine = Engine {
        sensitivity: |standard, answers, assessment| {
            let mut found = sensitivity::sensitivity(standard, answers, assessment);
            for found in &mut found {
                found.turns.retain(|turn| turn.direction != Direction::Down);
            }
            found
        },
        ..REAL
    };

    /// Of each direction only the first change is reported.
    pub const STOPS_AT_THE_FIRST_TURN: Engine = Engine {
        sensitivity: |standard, answers, assessment| {
            let mut found = sensitivity::sensitivity(standard, answers, assessment);
            for found in &mut found {
                found.turns.dedup_by_key(|turn| turn.direction as u8);
            }
            found
        },
        ..REAL
    };

    /// Questions that depend on another are forgotten.
    pub const FORGETS_WHAT_STANDS_BEHIND: Engine = Engine {
        open_questions: |standard, assessment| {
            let mut open = sensitivity::open_questions(standard, assessment);
            let trace = assessment.trace();
            for open in &mut open {
                let own = trace
                    .iter()
                    .find(|step| step.rule == Rule::Open && step.item == Item::Question(open.question));
                open.share = own.map_or(open.share, |step| step.high.floor());
            }
            open
        },
        ..REAL
    };

    /// The weight within the element is taken for the share of the index.
    pub const DOUBLES_THE_SHARES: Engine = Engine {
        open_questions: |standard, assessment| {
            let mut open = sensitivity::open_questions(standard, assessment);
            open.iter_mut().for_each(|open| open.share *= 2);
            open
        },
        ..REAL
    };

    /// The widest share comes first, whatever decides a condition.
    pub const PUTS_THE_WIDEST_FIRST: Engine = Engine {
        open_questions: |standard, assessment| {
            let mut open = sensitivity::open_questions(standard, assessment);
            open.sort_by_key(|open| -open.share);
            open
        },
        ..REAL
    };

    /// Every question is said to decide a condition.
    pub const LETS_ALL_DECIDE: Engine = Engine {
        open_questions: |standard, assessment| {
            let mut open = sensitivity::open_questions(standard, assessment);
            open.iter_mut().for_each(|open| open.decides = true);
            open
        },
        ..REAL
    };

    /// No question is said to decide a condition.
    pub const LETS_NONE_DECIDE: Engine = Engine {
        open_questions: |standard, assessment| {
            let mut open = sensitivity::open_questions(standard, assessment);
            open.iter_mut().for_each(|open| open.decides = false);
            open.sort_by_key(|open| -open.share);
            open
        },
        ..REAL
    };
}
