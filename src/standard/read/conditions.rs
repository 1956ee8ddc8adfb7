//! Criteria, relations and effects.

use super::*;

impl Reader<'_> {
    pub(super) fn criterion(&self, place: &Place) -> Criterion {
        let at_least = |place: &Place| {
            let figure = self.figure(place);
            if place.is_sound() && (figure.value < 100 || figure.value % 100 != 0) {
                place.fault("not-whole", "the figure of a criterion is a whole number from 1");
            }
            figure
        };
        object(place, |fields| Criterion {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
            at_least: need(fields, "atLeast", at_least),
            readings: need(fields, "readings", |place| {
                some(place, "a criterion has at least one reading", |item| {
                    self.reading(item)
                })
            }),
            notes: may(fields, "notes", |place| list(place, |item| self.words(item))).unwrap_or_default(),
        })
    }

    pub(super) fn reading(&self, place: &Place) -> Reading {
        let asked = |place: &Place| some(place, "names no question", |item| self.asked(item));
        object(place, |fields| {
            let sum_of = may(fields, "sumOf", asked).map(|questions| (Demand::SumOf, questions));
            let each_of = may(fields, "eachOf", asked).map(|questions| (Demand::EachOf, questions));
            if sum_of.is_some() == each_of.is_some() {
                place.fault("missing-key", "a reading has either \"sumOf\" or \"eachOf\"");
            }
            let (demand, questions) = sum_of.or(each_of).unwrap_or_default();
            Reading {
                id: need(fields, "id", id),
                text: self.text(fields, "text"),
                demand,
                questions,
            }
        })
    }

    pub(super) fn relation(&self, place: &Place) -> PartOfWhole {
        object(place, |fields| PartOfWhole {
            id: need(fields, "id", id),
            part: need(fields, "part", |place| self.asked(place)),
            whole: need(fields, "whole", |place| self.asked(place)),
            text: self.text(fields, "text"),
        })
    }

    pub(super) fn effect(&self, place: &Place) -> Effect {
        object(place, |fields| Effect {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
            up: need(fields, "direction", |place| word(place, &["up", "down"])) == 0,
            before: need(fields, "before", |place| self.asked(place)),
            after: need(fields, "after", |place| self.asked(place)),
            basis: self.basis(fields, "basis"),
            references: self.references(fields),
        })
    }
}
