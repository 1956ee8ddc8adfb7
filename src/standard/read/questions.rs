//! Tracks, elements, questions and rates.

use super::*;

impl Reader<'_> {
    /// Checks that the totals here are whole numbers named by exactly the tracks `expected`.
    pub(super) fn weights_total(&self, place: &Place, expected: Tracks) {
        let Some(fields) = place.fields() else { return };
        let mut seen = Tracks(0);
        for (id, total) in fields.all() {
            weight(&total);
            match self.tracks.iter().position(|track| *track == id) {
                Some(track) if expected.contains(track) => seen.0 |= 1 << track,
                Some(_) => total.fault(
                    "unknown-key",
                    format!("this element is not on the track \"{id}\""),
                ),
                None => total.fault("unknown-id", format!("there is no track \"{id}\"")),
            }
        }
        for (index, track) in self.tracks.iter().enumerate() {
            if expected.contains(index) && !seen.contains(index) {
                place.fault(
                    "missing-key",
                    format!("the total of the track \"{track}\" is missing"),
                );
            }
        }
    }
    pub(super) fn track(&self, place: &Place) -> Track {
        object(place, |fields| Track {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
            about: self.text(fields, "about"),
        })
    }

    pub(super) fn element(&self, place: &Place) -> Element {
        object(place, |fields| {
            let tracks = self.tracks(fields);
            need(fields, "weightsTotal", |place| self.weights_total(place, tracks));
            Element {
                id: need(fields, "id", id),
                tracks,
                title: self.text(fields, "title"),
                about: self.text(fields, "about"),
                weight: need(fields, "weight", weight),
                basis: self.basis(fields, "basis"),
            }
        })
    }

    pub(super) fn question(&self, place: &Place) -> Question {
        const BETTER: [&str; 3] = ["none", "higher", "lower"];
        object(place, |fields| Question {
            id: need(fields, "id", id),
            kind: self.kind(fields),
            tracks: self.tracks(fields),
            element: may(fields, "element", |place| self.in_element(place)),
            weight: may(fields, "weight", weight).unwrap_or_default(),
            better: match need(fields, "better", |place| word(place, &BETTER)) {
                1 => Better::Higher,
                2 => Better::Lower,
                _ => Better::None,
            },
            not_applicable: may(fields, "notApplicable", |place| {
                place.boolean().unwrap_or_default()
            })
            .unwrap_or_default(),
            // Where a standard parts its questions among departments, none may be left without.
            department: match self.departments.is_empty() {
                true => may(fields, "department", |place| self.in_department(place)),
                false => Some(need(fields, "department", |place| self.in_department(place))),
            },
            effort: may(fields, "effort", |place| {
                self.reference(place, &self.efforts, "effort")
            }),
            asked_if: may(fields, "askedIf", |place| self.asked_if(place)),
            unit_one: self.optional_text(fields, "unitOne"),
            text: self.text(fields, "text"),
            hint: self.optional_text(fields, "hint"),
            label: self.optional_text(fields, "label"),
            action: self.optional_text(fields, "action"),
            counts: self.text(fields, "counts"),
            counts_not: self.text(fields, "countsNot"),
            as_of: self.text(fields, "asOf"),
            example: self.text(fields, "example"),
            evidence: need(fields, "evidence", |place| {
                some(place, "names no paper that would prove the answer", |item| {
                    self.words(item)
                })
            }),
            basis: self.basis(fields, "basis"),
            references: self.references(fields),
        })
    }

    /// A count or a number: its bounds and its unit.
    pub(crate) fn numeric(&self, fields: &Fields, is_count: bool) -> Kind {
        let bound = |place: &Place| match is_count {
            true => place.whole(0, MOST).unwrap_or_default(),
            false => place.hundredths(-MOST, MOST).unwrap_or_default(),
        };
        let (min, unit) = (need(fields, "min", bound), self.text(fields, "unit"));
        let max = need(fields, "max", |place| {
            let max = bound(place);
            if min >= max && place.is_sound() {
                place.fault("out-of-bounds", "the greatest value must be above the least one");
            }
            max
        });
        match is_count {
            true => Kind::Count { min, max, unit },
            false => Kind::Number { min, max, unit },
        }
    }

    pub(super) fn kind(&self, fields: &Fields) -> Kind {
        const KINDS: [&str; 5] = ["yes-no", "count", "number", "one-of", "many-of"];
        let kind = need(fields, "kind", |place| word(place, &KINDS));
        match kind {
            0 => Kind::YesNo,
            1 | 2 => self.numeric(fields, kind == 1),
            _ => {
                let one_of = kind == 3;
                let choices = need(fields, "options", |place| {
                    let choices = list(place, |item| self.choice(item, one_of));
                    if place.is_sound() {
                        check_choices(place, &choices, one_of);
                    }
                    choices
                });
                if one_of {
                    Kind::OneOf(choices)
                } else {
                    Kind::ManyOf(choices)
                }
            }
        }
    }

    pub(super) fn choice(&self, place: &Place, one_of: bool) -> Choice {
        let own_id = |place: &Place| {
            let id = id(place);
            if ["unknown", "not-applicable"].contains(&id.as_str()) {
                place.fault(
                    "bad-id",
                    format!("\"{id}\" is kept for answers that choose no option"),
                );
            }
            id
        };
        object(place, |fields| Choice {
            id: need(fields, "id", own_id),
            points: match one_of {
                true => need(fields, "points", |place| place.whole(0, FULL).unwrap_or_default()),
                false => 0,
            },
            text: self.text(fields, "text"),
        })
    }

    pub(super) fn asked_if(&self, place: &Place) -> AskedIf {
        object(place, |fields| {
            let question = need(fields, "question", |place| self.asked(place));
            let at_least = may(fields, "atLeast", |place| self.option_of(place, Some(question)));
            AskedIf { question, at_least }
        })
    }

    pub(super) fn rate(&self, place: &Place) -> Rate {
        object(place, |fields| Rate {
            id: need(fields, "id", id),
            tracks: self.tracks(fields),
            element: need(fields, "element", |place| self.in_element(place)),
            weight: need(fields, "weight", weight),
            title: self.text(fields, "title"),
            part: need(fields, "part", |place| self.asked(place)),
            total: need(fields, "total", |place| self.asked(place)),
            basis: self.basis(fields, "basis"),
            references: self.references(fields),
        })
    }
}

/// At least two choices with different ids; points of one-of rise from 0 to 10000.
fn check_choices(place: &Place, choices: &[Choice], one_of: bool) {
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
