//! What stands in the way of a target that cannot be reached.

use super::conditions::Conditions;
use super::model::{Model, Scored};
use super::{Blocker, OutOfReach, Why};
use crate::standard::Item;

/// Why a target cannot be reached.
pub(super) fn out_of_reach(model: &Model, conditions: &Conditions) -> OutOfReach {
    let levels = model.at_best(None);
    let values = conditions.at_best(model, None);
    let asked = model.asked(&levels);
    let counted = model.counted(&asked);
    let mut blockers: Vec<Blocker> = Vec::new();
    let mut block = |question: usize, why: Why| {
        let blocker = Blocker { question, why };
        if !blockers.contains(&blocker) {
            blockers.push(blocker);
        }
    };
    let no_price = |question: usize| model.costing.prices[question].is_none();
    let mut readings = Vec::new();
    for needed in conditions
        .needed
        .iter()
        .filter(|needed| !conditions.meets(needed, &values))
    {
        readings.push((needed.criterion, needed.reading));
        for question in conditions.short(needed, &values) {
            block(
                question,
                if no_price(question) {
                    Why::NoPrice
                } else {
                    Why::Bound
                },
            );
        }
    }
    let mut elements = Vec::new();
    let mut index_short = false;
    for mark in &model.marks {
        let low = model.low_of(mark.element, &levels, &asked, &counted);
        match (mark.element, low) {
            (_, Some(low)) if low >= mark.at_least => continue,
            (Some(_), None) => continue,
            (Some(element), Some(low)) => elements.push((element, mark.at_least, low)),
            (None, _) => index_short = true,
        }
        let mine = |item: &&Scored| mark.element.is_none_or(|element| element == item.element);
        for item in model.items.iter().filter(mine) {
            why_short(model, item, &levels, &asked, low.is_none(), &mut block);
        }
    }
    blockers.sort_by_key(|blocker| blocker.question);
    OutOfReach {
        index: model.low_of(None, &levels, &asked, &counted),
        elements,
        index_short,
        readings,
        blockers,
    }
}

/// Names what keeps an item from giving everything.
fn why_short(
    model: &Model,
    item: &Scored,
    levels: &[i64],
    asked: &[bool],
    nothing_applies: bool,
    block: &mut dyn FnMut(usize, Why),
) {
    let question = item.question;
    if item.leaves && item.behind.iter().all(|question| asked[*question]) {
        // What does not apply stands in the way only where nothing else is left.
        if nothing_applies {
            block(item.behind[1], Why::NotApplicable);
        }
        return;
    }
    if let Some(closed) = item.behind.iter().find(|question| !asked[**question]) {
        // What opens it cannot rise: that is for want of a price, since its options go far enough.
        let mut closed = *closed;
        while let Some((opener, _)) = model.gate[closed].filter(|_| !asked[closed]) {
            closed = opener;
        }
        return block(closed, Why::NoPrice);
    }
    if item.total == 0 {
        return block(item.behind[1], Why::TotalOpen);
    }
    let full = match item.item {
        Item::Rate(_) => item.total,
        Item::Question(_) => model.top[question],
    };
    if levels[question] >= full {
        return;
    }
    let bound = levels[question] >= model.top[question] || model.costing.prices[question].is_some();
    block(question, if bound { Why::Bound } else { Why::NoPrice });
}
