//! What concerns more than one place of a standard.

use super::*;
use crate::document::repeated;

/// What is exact in a JavaScript number.
const EXACT: i64 = 1 << 53;

/// Calls `with` for every item of the list at `key`, in order.
fn each(root: &Place, key: &'static str, mut with: impl FnMut(usize, &Place)) {
    if !matches!(root.node.get(key), Some(Node::List(_))) {
        return;
    }
    let Some(list) = root.fields().and_then(|fields| fields.get(key)) else {
        return;
    };
    list.items()
        .enumerate()
        .for_each(|(index, item)| with(index, &item));
}

/// Notes a fault at field `key` of item `index` of the list `list`, or at the item where it lacks the field.
fn fault_at(
    root: &Place,
    list: &'static str,
    index: usize,
    key: &'static str,
    code: &'static str,
    message: String,
) {
    each(root, list, |here, item| {
        if here == index {
            match item
                .node
                .get(key)
                .and_then(|_| item.fields())
                .and_then(|fields| fields.get(key))
            {
                Some(place) => place.fault(code, message.clone()),
                None => item.fault(code, message.clone()),
            }
        }
    });
}

/// Notes a fault at every id that stands in one of these lists already.
fn unique(root: &Place, lists: &[&'static str]) {
    let mut found: Vec<(String, &'static str, usize)> = Vec::new();
    for list in lists {
        each(root, list, |index, item| {
            if let Some(Node::Text(id)) = item.node.get("id") {
                found.push((id.clone(), list, index));
            }
        });
    }
    let names: Vec<&str> = found.iter().map(|(id, _, _)| id.as_str()).collect();
    for repeated in repeated(&names) {
        let (id, list, index) = &found[repeated];
        let earlier = found
            .iter()
            .find(|(earlier, _, _)| earlier == id)
            .map_or(*list, |(_, list, _)| list);
        let message = format!("the id \"{id}\" is already used in {earlier}");
        fault_at(root, list, *index, "id", "duplicate-id", message);
    }
}

/// No id is used twice: questions, elements and all else that has a name share one list of names; tracks and
/// sources have their own, and so have the readings of a criterion.
pub(super) fn ids(root: &Place) {
    unique(
        root,
        &[
            "elements",
            "questions",
            "rates",
            "criteria",
            "relations",
            "effects",
        ],
    );
    unique(root, &["tracks"]);
    unique(root, &["sources"]);
    each(root, "criteria", |_, criterion| unique(criterion, &["readings"]));
}

/// At least two choices with different ids; points of one-of rise from 0 to 10000.
pub(super) fn choices(place: &Place, choices: &[Choice], one_of: bool) {
    for (index, choice) in choices.iter().enumerate() {
        if choices[..index].iter().any(|earlier| earlier.id == choice.id) {
            place.fault(
                "duplicate-id",
                format!("the option \"{}\" stands twice", choice.id),
            );
        }
    }
    if choices.len() < 2 {
        place.fault("empty", "a question with options has at least two");
    } else if one_of {
        if choices.windows(2).any(|pair| pair[0].points > pair[1].points) {
            place.fault(
                "bad-points",
                "the points of the options fall; the worst option comes first, the best last",
            );
        }
        if choices[0].points != 0 || choices[choices.len() - 1].points != FULL {
            place.fault(
                "bad-points",
                "the first option has 0 points and the last one 10000",
            );
        }
    }
}

/// Everything that needs the whole standard.
pub(super) fn standard(standard: &Standard, root: &Place) {
    weights(standard, root);
    pages(standard, root);
    conditions(standard, root);
    rates(standard, root);
    criteria(standard, root);
    effects(standard, root);
}

fn total(node: &Node, key: &str, track: &str) -> i64 {
    match node.get(key).and_then(|totals| totals.get(track)) {
        Some(Node::Number(total)) => *total as i64,
        _ => 0,
    }
}

fn weights(standard: &Standard, root: &Place) {
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

/// Every question stands on exactly one page, and gives points if and only if it should.
fn pages(standard: &Standard, root: &Place) {
    for (index, question) in standard.questions.iter().enumerate() {
        let published = standard
            .criteria
            .iter()
            .flat_map(|c| &c.readings)
            .any(|reading| reading.questions.contains(&index));
        let effect = standard
            .effects
            .iter()
            .any(|e| e.before == index || e.after == index);
        let pages = [question.element.is_some(), published, effect]
            .iter()
            .filter(|here| **here)
            .count();
        let fault = |key, code, message: String| fault_at(root, "questions", index, key, code, message);
        if pages != 1 {
            let message = format!(
                "the question is on {pages} pages; it needs exactly one: an element, a criterion or an effect"
            );
            fault("element", "unreachable", message);
        }
        if let Some(element) = question.element
            && !standard.elements[element].tracks.covers(question.tracks)
        {
            let message = format!(
                "the element \"{}\" is not on every track of the question",
                standard.elements[element].id
            );
            fault("element", "unreachable", message);
        }
        let choice = matches!(question.kind, Kind::YesNo | Kind::OneOf(_) | Kind::ManyOf(_));
        // On each of its tracks, or its answer would count for nothing there.
        let in_rate = (0..standard.tracks.len())
            .filter(|track| question.tracks.contains(*track))
            .all(|track| {
                let mut rates = standard.rates.iter().filter(|rate| rate.tracks.contains(track));
                rates.any(|rate| rate.part == index || rate.total == index)
            });
        match (choice, question.element.is_some()) {
            (true, true) if question.weight == 0 => {
                fault(
                    "weight",
                    "missing-key",
                    "the key \"weight\" is missing".to_owned(),
                );
            }
            (true, true) if question.better != Better::Higher => {
                fault(
                    "better",
                    "bad-direction",
                    "what gives points by its answer is better = \"higher\"".to_owned(),
                );
            }
            (false, _) | (_, false) if question.weight > 0 => {
                fault(
                    "weight",
                    "bad-weights",
                    "only choices within an element have a weight; counts get it by a rate".to_owned(),
                );
            }
            (false, true) if !in_rate => {
                fault(
                    "id",
                    "unreachable",
                    "the question is in no rate on one of its tracks, where its answer would count for nothing".to_owned(),
                );
            }
            _ => {}
        }
    }
    for (track, named) in standard.tracks.iter().enumerate() {
        for ((index, element), items) in standard.elements.iter().enumerate().zip(standard.items(track)) {
            if element.tracks.contains(track) && items.is_empty() {
                let message = format!(
                    "nothing gives points in this element on the track \"{}\"",
                    named.id
                );
                fault_at(root, "elements", index, "id", "empty", message);
            }
        }
    }
}

/// A question that is asked on a condition can be reached, and a better answer never closes it.
fn conditions(standard: &Standard, root: &Place) {
    for (index, question) in standard.questions.iter().enumerate() {
        let Some(asked_if) = question.asked_if else {
            continue;
        };
        let other = &standard.questions[asked_if.question];
        let problem = if asked_if.question >= index {
            Some("it must stand earlier in the file")
        } else if !other.tracks.covers(question.tracks) {
            Some("it is not asked on every track of this question, which could never be reached there")
        } else if other.not_applicable {
            Some("it may be answered \"does not apply\", which neither opens nor closes another question")
        } else {
            match (&other.kind, asked_if.at_least) {
                (Kind::YesNo, None) => None,
                (Kind::OneOf(_), Some(0)) => Some("every answer reaches its first option; leave askedIf out"),
                (Kind::OneOf(_), Some(_)) => None,
                (Kind::OneOf(_), None) => Some("it is one-of: name the least option by \"atLeast\""),
                (Kind::YesNo, Some(_)) => Some("it is yes-no: leave \"atLeast\" out, yes is meant"),
                _ => Some("only a one-of or a yes-no question can open another"),
            }
        };
        if let Some(problem) = problem {
            let message = format!("the question \"{}\" cannot open this one: {problem}", other.id);
            fault_at(root, "questions", index, "askedIf", "unreachable", message);
        }
    }
}

fn rates(standard: &Standard, root: &Place) {
    for (index, rate) in standard.rates.iter().enumerate() {
        let fault = |key, message: &str| fault_at(root, "rates", index, key, "bad-rate", message.to_owned());
        let [part, total] = [rate.part, rate.total].map(|question| &standard.questions[question]);
        if rate.part == rate.total {
            fault("total", "part and total are the same question");
        }
        if !matches!(part.kind, Kind::Count { .. }) || part.better != Better::Higher || part.not_applicable {
            fault(
                "part",
                "the part is a count with better = \"higher\" that always applies",
            );
        }
        if !matches!(total.kind, Kind::Count { min, .. } if min >= 1) || total.better != Better::None {
            fault(
                "total",
                "the total is a count with better = \"none\" and min = 1 or more",
            );
        }
        let parts = standard.rates.iter().filter(|other| other.part == rate.part);
        if parts.count() > 1 || standard.rates.iter().any(|other| other.total == rate.part) {
            fault("part", "the part already stands in another rate");
        }
        for (key, question) in [("part", part), ("total", total)] {
            if question.element != Some(rate.element) || !question.tracks.covers(rate.tracks) {
                fault(
                    key,
                    "the question is not in the element and on every track of the rate",
                );
            }
        }
    }
}

fn criteria(standard: &Standard, root: &Place) {
    let always = |index: &usize| {
        let question = &standard.questions[*index];
        matches!(question.kind, Kind::Count { .. })
            && question.better == Better::Higher
            && !question.not_applicable
            && question.asked_if.is_none()
            && (0..standard.tracks.len()).all(|track| question.tracks.contains(track))
    };
    for (index, criterion) in standard.criteria.iter().enumerate() {
        for reading in &criterion.readings {
            if !reading.questions.iter().all(always) {
                let message = format!(
                    "the reading \"{}\" needs counts with better = \"higher\" that are asked of everyone",
                    reading.id
                );
                fault_at(root, "criteria", index, "readings", "bad-reading", message);
            }
            let mut named = reading.questions.clone();
            named.sort_unstable();
            if named.windows(2).any(|pair| pair[0] == pair[1]) {
                let message = format!("the reading \"{}\" names a question twice", reading.id);
                fault_at(root, "criteria", index, "readings", "bad-reading", message);
            }
        }
    }
    for (index, relation) in standard.relations.iter().enumerate() {
        let counts = [relation.part, relation.whole]
            .iter()
            .all(|question| matches!(standard.questions[*question].kind, Kind::Count { .. }));
        let uses = |question| {
            standard
                .relations
                .iter()
                .filter(|r| r.part == question || r.whole == question)
                .count()
        };
        let judged = |question: usize| {
            let mut readings = standard.criteria.iter().flat_map(|criterion| &criterion.readings);
            readings.any(|reading| reading.questions.contains(&question))
        };
        let bounds = |question: usize| match &standard.questions[question].kind {
            Kind::Count { min, max, .. } => (*min, *max),
            _ => (0, 0),
        };
        let (part, whole) = (bounds(relation.part), bounds(relation.whole));
        if !counts || relation.part == relation.whole {
            let message = "part and whole are two different counts".to_owned();
            fault_at(root, "relations", index, "part", "bad-relation", message);
        } else if part.0 > whole.0 || part.1 > whole.1 {
            // Else an answer to the one might agree with no answer to the other.
            let message =
                "neither the least nor the greatest value of the part may be above that of the whole";
            fault_at(
                root,
                "relations",
                index,
                "part",
                "bad-relation",
                message.to_owned(),
            );
        } else if judged(relation.part) != judged(relation.whole) {
            // Else a verdict that follows from an answer could be lost where that answer's question is closed.
            let message = "a criterion asks for both of them or for neither";
            fault_at(
                root,
                "relations",
                index,
                "part",
                "bad-relation",
                message.to_owned(),
            );
        } else if uses(relation.part) > 1 || uses(relation.whole) > 1 {
            let message = "a question stands in one relation at most".to_owned();
            fault_at(root, "relations", index, "part", "bad-relation", message);
        }
    }
}

fn effects(standard: &Standard, root: &Place) {
    for (index, effect) in standard.effects.iter().enumerate() {
        let [before, after] = [effect.before, effect.after].map(|question| &standard.questions[question]);
        let direction = if effect.up { Better::Higher } else { Better::Lower };
        let fault =
            |key, message: &str| fault_at(root, "effects", index, key, "bad-effect", message.to_owned());
        if !matches!(before.kind, Kind::Number { .. }) || before.better != Better::None {
            fault("before", "the figure before is a number with better = \"none\"");
        }
        if !matches!(after.kind, Kind::Number { .. }) || after.better != direction {
            fault(
                "after",
                "the figure after is a number whose better way is the direction of the effect",
            );
        }
    }
}
