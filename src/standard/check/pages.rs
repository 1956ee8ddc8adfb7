//! Every question stands on one page and can be reached.

use super::{Place, fault_at};
use crate::standard::{Better, Kind, Standard};

/// Every question stands on exactly one page, and gives points if and only if it should.
pub(super) fn pages(standard: &Standard, root: &Place) {
    for (index, question) in standard.questions.iter().enumerate() {
        let published = standard
            .criteria
            .iter()
            .flat_map(|c| &c.readings)
            .any(|reading| reading.questions.contains(&index));
        // What only bounds another answer stands with the published conditions too: another edition may ask for it.
        let published = published
            || question.element.is_none()
                && standard
                    .relations
                    .iter()
                    .any(|r| r.part == index || r.whole == index);
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
                "the question is on {pages} pages; it needs exactly one: an element, a criterion, a relation or an effect"
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
pub(super) fn conditions(standard: &Standard, root: &Place) {
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
