//! Rates, criteria, relations and effects ask for questions that fit them.

use super::{Place, fault_at};
use crate::standard::{Better, Kind, Standard};

pub(super) fn rates(standard: &Standard, root: &Place) {
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

pub(super) fn criteria(standard: &Standard, root: &Place) {
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
}

/// A part and a whole are counts beside the index that can agree with each other.
pub(super) fn relations(standard: &Standard, root: &Place) {
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
        let in_rate = |question: usize| {
            let mut rates = standard.rates.iter();
            rates.any(|rate| rate.part == question || rate.total == question)
        };
        let bounds = |question: usize| match &standard.questions[question].kind {
            Kind::Count { min, max, .. } => (*min, *max),
            _ => (0, 0),
        };
        let (part, whole) = (bounds(relation.part), bounds(relation.whole));
        let problem = if !counts || relation.part == relation.whole {
            "part and whole are two different counts"
        } else if part.0 > whole.0 || part.1 > whole.1 {
            // Else an answer to the one might agree with no answer to the other.
            "neither the least nor the greatest value of the part may be above that of the whole"
        } else if in_rate(relation.part) || in_rate(relation.whole) {
            // Else a rise of one would bring points by way of the other, or close what it rests on.
            "neither of them stands in a rate"
        } else if judged(relation.part) != judged(relation.whole) {
            // Else a verdict that follows from an answer could be lost where that answer's question is closed.
            "a criterion asks for both of them or for neither"
        } else if uses(relation.part) > 1 || uses(relation.whole) > 1 {
            "a question stands in one relation at most"
        } else {
            continue;
        };
        fault_at(
            root,
            "relations",
            index,
            "part",
            "bad-relation",
            problem.to_owned(),
        );
    }
}

pub(super) fn effects(standard: &Standard, root: &Place) {
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
