//! Departments and efforts are used where they should be, and every rule can hold and can fail.

use super::{Place, each, fault_at};
use crate::standard::{Better, Compare, ContradictionRule, Item, Kind, Limit, Standard, Test};

/// What can be raised for points or for a published condition has an effort; what cannot has none. Nothing is listed
/// that no question uses.
pub(super) fn assignments(standard: &Standard, root: &Place) {
    if standard.efforts.is_empty() {
        return unused_departments(standard, root);
    }
    let mut raised: Vec<bool> = standard
        .questions
        .iter()
        // Within an element that is a choice or the part of a rate.
        .map(|question| {
            question.weight > 0 || question.element.is_some() && question.better == Better::Higher
        })
        .collect();
    let mut may_rise = raised.clone();
    for reading in standard.criteria.iter().flat_map(|criterion| &criterion.readings) {
        reading
            .questions
            .iter()
            .for_each(|question| raised[*question] = true);
    }
    for relation in &standard.relations {
        for question in [relation.part, relation.whole] {
            // What another rise brings with it may have a price of its own, also where nothing asks for it.
            may_rise[question] = standard.questions[question].better == Better::Higher;
        }
    }
    let mut used = vec![false; standard.efforts.len()];
    for (index, question) in standard.questions.iter().enumerate() {
        match question.effort {
            None if raised[index] => {
                let message =
                    "the key \"effort\" is missing: a better answer brings points or meets a condition";
                fault_at(
                    root,
                    "questions",
                    index,
                    "effort",
                    "missing-key",
                    message.to_owned(),
                );
            }
            Some(_) if !raised[index] && !may_rise[index] => {
                let message = "no answer to this question can be raised; leave \"effort\" out";
                fault_at(
                    root,
                    "questions",
                    index,
                    "effort",
                    "bad-effort",
                    message.to_owned(),
                );
            }
            Some(effort) => used[effort] = true,
            None => {}
        }
    }
    refuse_unused(root, "efforts", &used);
    unused_departments(standard, root);
}

fn unused_departments(standard: &Standard, root: &Place) {
    let mut used = vec![false; standard.departments.len()];
    let named = standard
        .questions
        .iter()
        .filter_map(|question| question.department);
    named.for_each(|department| used[department] = true);
    refuse_unused(root, "departments", &used);
}

fn refuse_unused(root: &Place, list: &'static str, used: &[bool]) {
    for (index, used) in used.iter().enumerate() {
        if !used {
            fault_at(
                root,
                list,
                index,
                "id",
                "unused",
                "no question names it".to_owned(),
            );
        }
    }
}

/// Every rule has tests that fit what they look at, and answers that set it off.
pub(super) fn rules(standard: &Standard, root: &Place) {
    each(root, "rules", |index, place| {
        let rule = &standard.rules[index];
        each(place, "when", |index, place| {
            if let Some(problem) = problem(standard, &rule.when[index]) {
                place.fault("bad-rule", problem);
            }
        });
        let problem = if rule.when.len() < 2 || rule.questions(standard).len() < 2 {
            "a rule has at least two tests, of at least two questions"
        } else if !(0..standard.tracks.len()).any(|track| is_on(standard, rule, track)) {
            "no track asks for all that the rule looks at"
        } else {
            return;
        };
        fault_at(root, "rules", index, "when", "bad-rule", problem.to_owned());
    });
}

fn is_on(standard: &Standard, rule: &ContradictionRule, track: usize) -> bool {
    rule.when.iter().all(|test| match test.item {
        Item::Question(index) => standard.questions[index].tracks.contains(track),
        Item::Rate(index) => standard.rates[index].tracks.contains(track),
    })
}

/// Why a test does not fit what it looks at, or says nothing of it.
fn problem(standard: &Standard, test: &Test) -> Option<&'static str> {
    const SAYS_NOTHING: &str = "holds for every answer or for none";
    let (least, most, unit) = match test.item {
        Item::Rate(_) => (0, 10_000, 1),
        Item::Question(index) => match (&standard.questions[index].kind, test.limit) {
            (Kind::YesNo, Limit::YesNo(_)) => return None,
            (Kind::ManyOf(_), Limit::Option(_)) if test.compare == Compare::Is => return None,
            (Kind::OneOf(choices), Limit::Option(option)) => {
                let everything = match test.compare {
                    Compare::AtLeast => option == 0,
                    Compare::AtMost => option + 1 == choices.len(),
                    Compare::Is => false,
                };
                return everything.then_some(SAYS_NOTHING);
            }
            (Kind::Count { min, max, .. }, _) => (min * 100, max * 100, 100),
            (Kind::Number { min, max, .. }, _) => (*min, *max, 1),
            (Kind::ManyOf(choices), _) => (0, choices.len() as i64 * 100, 100),
            (Kind::YesNo, _) => return Some("a yes-no question is compared by is = true or is = false"),
            (Kind::OneOf(_), _) => return Some("a one-of question is compared with one of its options"),
        },
    };
    let Limit::Number(limit) = test.limit else {
        return Some("is compared with a number; of many-of, an option is named by \"is\"");
    };
    if limit % unit != 0 {
        return Some("is compared with a whole number");
    }
    let says_something = match test.compare {
        Compare::AtLeast => least < limit && limit <= most,
        Compare::AtMost => least <= limit && limit < most,
        Compare::Is => (least..=most).contains(&limit),
    };
    (!says_something).then_some(SAYS_NOTHING)
}
