//! From a document to programmes, place by place, with the readers of the standard. What concerns more than one place
//! is in `check`.

use super::*;
use crate::document::Fields;
use crate::standard::read::{self, date, id, list, may, need, object, string, word};

mod conditions;

/// The readers of the standard, and the ids by which the parts of this document refer to each other.
struct Reader<'a> {
    standard: read::Reader<'a>,
    industries: Vec<&'a str>,
    facts: Vec<&'a str>,
    programmes: Vec<&'a str>,
}

/// Reads the list at a key that may be absent.
fn may_list<T>(fields: &Fields, key: &'static str, read: impl FnMut(&Place) -> T) -> Vec<T> {
    may(fields, key, |place| list(place, read)).unwrap_or_default()
}

/// Reads the whole.
pub(super) fn programmes(root: &Place, languages: &[Lang]) -> Programmes {
    let reader = Reader {
        standard: read::Reader::new(root.node, languages),
        industries: read::ids(root.node, "industries"),
        facts: read::ids(root.node, "facts"),
        programmes: read::ids(root.node, "programmes"),
    };
    object(root, |fields| Programmes {
        industries: need(fields, "industries", |place| {
            list(place, |item| reader.industry(item))
        }),
        industry_basis: need(fields, "industryBasis", |place| reader.industry_basis(place)),
        facts: need(fields, "facts", |place| list(place, |item| reader.fact(item))),
        fact_basis: need(fields, "factBasis", |place| {
            object(place, |fields| reader.standard.basis(fields, "wording"))
        }),
        programmes: need(fields, "programmes", |place| {
            list(place, |item| reader.programme(item))
        }),
        sources: need(fields, "sources", |place| {
            list(place, |item| reader.standard.cited(item))
        }),
    })
}

/// Lower-case letters.
fn initials(place: &Place) -> String {
    let initials = string(place);
    if !initials.bytes().all(|letter| letter.is_ascii_lowercase()) {
        place.fault(
            "bad-initials",
            format!("is \"{initials}\"; initials are lower-case letters, such as qczz"),
        );
    }
    initials
}

/// A letter and up to four digits.
fn code(place: &Place) -> String {
    let code = string(place);
    let digits = code
        .strip_prefix(|letter: char| letter.is_ascii_uppercase())
        .unwrap_or_default();
    if !(2..=4).contains(&digits.len()) || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        place.fault(
            "bad-code",
            format!("is \"{code}\"; a code is a capital letter and two to four digits, such as C36"),
        );
    }
    code
}

impl Reader<'_> {
    fn text(&self, fields: &Fields, key: &'static str) -> Text {
        self.standard.text(fields, key)
    }

    fn note(&self, fields: &Fields) -> Option<Text> {
        self.standard.optional_text(fields, "note")
    }

    fn basis(&self, fields: &Fields) -> Basis {
        self.standard.basis(fields, "basis")
    }

    fn industry_basis(&self, place: &Place) -> IndustryBasis {
        object(place, |fields| IndustryBasis {
            words: self.standard.basis(fields, "words"),
            codes: self.standard.basis(fields, "codes"),
            matches: self.standard.basis(fields, "matches"),
        })
    }

    fn industry(&self, place: &Place) -> Industry {
        object(place, |fields| Industry {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
            initials: need(fields, "initials", initials),
            words: may_list(fields, "words", string),
            codes: may_list(fields, "codes", code),
        })
    }

    fn fact(&self, place: &Place) -> Fact {
        object(place, |fields| {
            let kind = may(fields, "kind", |place| self.kind(fields, place)).map(Origin::Asked);
            let rate = may(fields, "rate", id).map(Origin::Rate);
            let question = may(fields, "question", id).map(Origin::Question);
            let mut origins: Vec<Origin> = [kind, rate, question].into_iter().flatten().collect();
            if origins.len() != 1 {
                place.fault(
                    "missing-key",
                    "a fact has one of \"kind\", \"rate\" and \"question\"",
                );
            }
            Fact {
                id: need(fields, "id", id),
                origin: origins.pop().unwrap_or_default(),
                unit_one: self.standard.optional_text(fields, "unitOne"),
                text: self.text(fields, "text"),
                help: self.text(fields, "help"),
            }
        })
    }

    fn kind(&self, fields: &Fields, place: &Place) -> Kind {
        match word(place, &["yes-no", "count", "number"]) {
            0 => Kind::YesNo,
            kind => self.standard.numeric(fields, kind == 1),
        }
    }

    fn programme(&self, place: &Place) -> Programme {
        object(place, |fields| {
            let source = |place: &Place| self.standard.source(place);
            let categories = read::ids(place.node, "categories");
            let (later, later_basis) = self.standard.linked(fields, "later");
            let (rests_on, rests_on_basis) = self.standard.linked(fields, "restsOn");
            Programme {
                id: need(fields, "id", id),
                title: self.text(fields, "title"),
                about: self.text(fields, "about"),
                source: need(fields, "source", source),
                standing: self.text(fields, "standing"),
                later,
                later_basis,
                rests_on,
                rests_on_basis,
                known_until: need(fields, "knownUntil", date),
                notes: may_list(fields, "notes", |item| self.noted(item)),
                same_industries_as: may(fields, "sameIndustriesAs", |place| {
                    self.standard.reference(place, &self.programmes, "programme")
                }),
                groups: may_list(fields, "groups", |item| self.group(item)),
                categories: may_list(fields, "categories", |item| self.category(item)),
                conditions: may_list(fields, "conditions", |item| self.condition(item, &categories)),
                duties: may_list(fields, "duties", |item| self.duty(item)),
                figures: may_list(fields, "figures", |item| self.figure(item)),
                dates: may_list(fields, "dates", |item| self.event(item)),
            }
        })
    }

    fn noted(&self, place: &Place) -> Note {
        object(place, |fields| Note {
            text: self.text(fields, "text"),
            basis: self.basis(fields),
        })
    }

    fn group(&self, place: &Place) -> Group {
        object(place, |fields| Group {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
            basis: self.basis(fields),
            complete: need(fields, "complete", |place| place.boolean().unwrap_or_default()),
            note: self.note(fields),
            count: may(fields, "count", |place| self.standard.figure(place)),
            entries: need(fields, "entries", |place| list(place, |item| self.entry(item))),
        })
    }

    fn entry(&self, place: &Place) -> Entry {
        let industry = |place: &Place| self.standard.reference(place, &self.industries, "industry");
        object(place, |fields| Entry {
            text: self.text(fields, "text"),
            industries: need(fields, "industries", |place| list(place, industry)),
            matches: may_list(fields, "matches", industry),
            perhaps: may_list(fields, "perhaps", industry),
        })
    }

    fn category(&self, place: &Place) -> Category {
        object(place, |fields| Category {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
        })
    }

    fn duty(&self, place: &Place) -> Duty {
        object(place, |fields| Duty {
            id: need(fields, "id", id),
            text: self.text(fields, "text"),
            basis: self.basis(fields),
        })
    }

    fn figure(&self, place: &Place) -> NamedFigure {
        object(place, |fields| NamedFigure {
            id: need(fields, "id", id),
            kind: match need(fields, "kind", |place| {
                word(place, &["objective", "money", "fact"])
            }) {
                1 => FigureKind::Money,
                2 => FigureKind::Fact,
                _ => FigureKind::Objective,
            },
            title: self.text(fields, "title"),
            unit: self.standard.optional_text(fields, "unit"),
            figure: need(fields, "figure", |place| self.standard.figure(place)),
        })
    }

    fn event(&self, place: &Place) -> Event {
        object(place, |fields| Event {
            date: need(fields, "date", date),
            text: self.text(fields, "text"),
            basis: self.basis(fields),
        })
    }
}
