//! Which questions belong together because one opens the other.

use crate::plan::model::Model;

/// Up to so many combinations a group of questions becomes one thing.
const MOST_COMBINATIONS: i64 = 4096;

/// Questions that open each other, and what they give points for.
pub(super) struct Group {
    /// In the order of the standard, so that what opens a question stands before it.
    pub questions: Vec<usize>,
    pub items: Vec<usize>,
    /// Whether its ways to open are tried one by one.
    pub apart: bool,
}

/// The groups in which something can be raised for a mark.
pub(super) fn groups(model: &Model) -> Vec<Group> {
    // Each question with the first one of its group.
    let mut first: Vec<usize> = (0..model.gate.len()).collect();
    fn head(first: &mut [usize], mut question: usize) -> usize {
        while first[question] != question {
            first[question] = first[first[question]];
            question = first[question];
        }
        question
    }
    let mut join = |one: usize, other: usize| {
        let (one, other) = (head(&mut first, one), head(&mut first, other));
        first[one.max(other)] = one.min(other);
    };
    for item in &model.items {
        for question in item.behind {
            if let Some((opener, _)) = model.gate[question] {
                join(item.question, question);
                join(question, opener);
            }
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of = vec![usize::MAX; model.gate.len()];
    for (index, item) in model.items.iter().enumerate() {
        let head = head(&mut first, item.question);
        if group_of[head] == usize::MAX {
            group_of[head] = groups.len();
            groups.push(Group {
                questions: Vec::new(),
                items: Vec::new(),
                apart: false,
            });
        }
        groups[group_of[head]].items.push(index);
    }
    for question in 0..model.gate.len() {
        let head = head(&mut first, question);
        // A total that nothing opens belongs to no group; one that something opens belongs to its rate's.
        if group_of[head] != usize::MAX {
            groups[group_of[head]].questions.push(question);
        }
    }
    let asked = model.asked(&model.start);
    for group in &mut groups {
        let items = || group.items.iter().map(|item| &model.items[*item]);
        let mut marks = items().filter_map(|item| item.mark);
        let mark = marks.next();
        let across = marks.any(|other| Some(other) != mark);
        // Where something may leave the mean, the worth of everything else changes.
        let leaves = items().any(|item| item.leaves && !item.behind.iter().all(|q| asked[*q]));
        let several = group
            .questions
            .iter()
            .map(|q| model.top_at(*q, None) - model.start[*q] + 1);
        let all = several.fold(1i64, |all, several| all.saturating_mul(several));
        let single = group.questions.len() == 1 && group.items.len() == 1;
        group.apart = across || leaves || (all > MOST_COMBINATIONS && !single);
    }
    groups.retain(|group| group.items.iter().any(|item| model.items[*item].mark.is_some()));
    groups
}
