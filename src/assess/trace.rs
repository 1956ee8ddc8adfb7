//! The trace: what each item adds to the index.

use super::index::{BEST, Weighed, across};
use super::{Fraction, Step};
use crate::standard::FULL;
use std::rc::Rc;

/// One step for each item of each element, in their order.
pub(super) fn trace(weighed: &[Rc<Weighed>]) -> Vec<Step> {
    let across = across(weighed);
    let mut trace = Vec::new();
    for weighed in weighed {
        for judged in &weighed.items {
            let adds = |way: usize, points: Option<Fraction>| match points {
                None => Fraction::ZERO,
                Some(points) => {
                    let inside = points.times(judged.weight, weighed.inside[way]);
                    inside.times(weighed.weight, across[way])
                }
            };
            let best = judged.counted(BEST);
            trace.push(Step {
                element: weighed.element,
                item: judged.item,
                rule: judged.rule,
                points: judged.points,
                value: adds(0, judged.counted(0)),
                low: adds(1, judged.counted(1)),
                high: adds(BEST, best),
                share: adds(BEST, best.map(|_| Fraction::whole(FULL))),
            });
        }
    }
    trace
}
