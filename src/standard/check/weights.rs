//! Weights add up to what their author declared, and stay so small that points are exact.

use super::{Place, fault_at};
use crate::document::Node;
use crate::standard::{FULL, Item, Kind, Standard};

/// What is exact in a JavaScript number.
const EXACT: i64 = 1 << 53;
fn total(node: &Node, key: &str, track: &str) -> i64 {
    match node.get(key).and_then(|totals| totals.get(track)) {
        Some(Node::Number(total)) => *total as i64,
        _ => 0,
    }
}

pub(super) fn weights(standard: &Standard, root: &Place) {
    for (track, named) in standard.tracks.iter().enumerate() {
        let mine = || {
            standard
                .elements
                .iter()
                .filter(|element| element.tracks.contains(track))
        };
        let declared = total(root.node, "elementWeightsTotal", &named.id);
        let sum: i64 = mine().map(|element| element.weight).sum();
        if sum != declared {
            let message = format!(
                "the weights of the elements of \"{}\" add up to {sum}, not {declared}",
                named.id
            );
            root.fields()
                .and_then(|f| f.get("elementWeightsTotal"))
                .inspect(|p| p.fault("bad-weights", message));
        }
        for ((index, element), items) in standard.elements.iter().enumerate().zip(standard.items(track)) {
            if !element.tracks.contains(track) {
                continue;
            }
            let sum_inside: i64 = items.iter().map(|(_, weight)| weight).sum();
            let Some(Node::List(elements)) = root.node.get("elements") else {
                continue;
            };
            let declared = total(&elements[index], "weightsTotal", &named.id);
            if sum_inside != declared {
                let message = format!(
                    "the weights inside \"{}\" add up to {sum_inside} on the track \"{}\", not {declared}",
                    element.id, named.id
                );
                fault_at(root, "elements", index, "weightsTotal", "bad-weights", message);
            }
            let greatest = items
                .iter()
                .map(|(item, _)| standard.greatest_total(*item))
                .max()
                .unwrap_or(1);
            let product = [sum, sum_inside, FULL, greatest]
                .iter()
                .try_fold(1i64, |a, b| a.checked_mul(*b));
            if product.is_none_or(|product| product > EXACT) {
                let message =
                    "the weights and totals are so large that points could not be given exactly".to_owned();
                fault_at(root, "elements", index, "weight", "bad-weights", message);
            }
        }
    }
}

impl Standard {
    /// The greatest number by which the points of an item are divided.
    fn greatest_total(&self, item: Item) -> i64 {
        let count = |index: usize| match &self.questions[index].kind {
            Kind::Count { max, .. } => *max,
            Kind::ManyOf(choices) => choices.len() as i64,
            _ => 1,
        };
        match item {
            Item::Question(index) => count(index),
            Item::Rate(index) => count(self.rates[index].total),
        }
    }
}
