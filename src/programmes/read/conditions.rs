//! The conditions of a programme, with their readings and tests.

use super::Reader;
use crate::document::Place;
use crate::programmes::{Check, Condition, Reading, Test};
use crate::standard::Compare;
use crate::standard::read::{id, may, need, object, some};

impl Reader<'_> {
    pub(super) fn condition(&self, place: &Place, categories: &[&str]) -> Condition {
        object(place, |fields| {
            let readings = may(fields, "readings", |place| {
                some(
                    place,
                    "names no reading; leave the key out where nothing is judged",
                    |item| self.reading(item),
                )
            });
            let criterion = may(fields, "criterion", id);
            let standard = may(fields, "standard", id);
            if criterion.is_some() != standard.is_some() {
                place.fault("missing-key", "a \"criterion\" goes with its \"standard\"");
            }
            if criterion.is_some() && readings.is_some() {
                place.fault(
                    "bad-reading",
                    "a condition has readings, or is the criterion of a standard, not both",
                );
            }
            let judged_as = |(criterion, standard)| Check::Criterion { standard, criterion };
            let check = criterion.zip(standard).map(judged_as);
            Condition {
                id: need(fields, "id", id),
                category: may(fields, "category", |place| {
                    self.standard.reference(place, categories, "category")
                }),
                title: self.text(fields, "title"),
                basis: self.basis(fields),
                note: self.note(fields),
                check: check.or(readings.map(Check::Readings)).unwrap_or_default(),
            }
        })
    }

    fn reading(&self, place: &Place) -> Reading {
        let tests = |place: &Place| some(place, "names no test", |item| self.test(item));
        let alternative = |place: &Place| object(place, |fields| need(fields, "allOf", tests));
        object(place, |fields| {
            let all_of = may(fields, "allOf", tests).map(|tests| vec![tests]);
            let any_of = may(fields, "anyOf", |place| {
                some(place, "names no alternative", alternative)
            });
            if all_of.is_some() == any_of.is_some() {
                place.fault("missing-key", "a reading has either \"allOf\" or \"anyOf\"");
            }
            Reading {
                id: need(fields, "id", id),
                text: self.text(fields, "text"),
                basis: fields.get("basis").map(|_| self.basis(fields)),
                any_of: all_of.or(any_of).unwrap_or_default(),
                or_else: self.standard.optional_text(fields, "orElse"),
            }
        })
    }

    fn test(&self, place: &Place) -> Test {
        const COMPARISONS: [(&str, Compare); 3] = [
            ("atLeast", Compare::AtLeast),
            ("atMost", Compare::AtMost),
            ("is", Compare::Is),
        ];
        object(place, |fields| {
            let mut limits = Vec::new();
            for (key, compare) in COMPARISONS {
                let figure = may(fields, key, |place| self.standard.figure(place));
                limits.extend(figure.map(|figure| (compare, Some(figure))));
            }
            if limits.len() > 1 {
                place.fault("bad-reading", "a test has one figure at most");
            }
            let (compare, figure) = limits.pop().unwrap_or((Compare::Is, None));
            Test {
                fact: need(fields, "fact", |place| {
                    self.standard.reference(place, &self.facts, "fact")
                }),
                compare,
                figure,
            }
        })
    }
}
