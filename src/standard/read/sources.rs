//! Documents, and what is cited from them.

use super::*;

impl Reader<'_> {
    pub(super) fn clause(&self, place: &Place) -> Clause {
        match place.node {
            Node::Text(text) if text == "not-seen" => Clause::NotSeen,
            Node::Text(text) if text == "not-noted" => Clause::NotNoted,
            Node::Text(_) => {
                place.fault(
                    "wrong-type",
                    "a clause is \"not-seen\", \"not-noted\" or a text in both languages",
                );
                Clause::NotSeen
            }
            _ => Clause::At(self.words(place)),
        }
    }

    pub(crate) fn basis_of(&self, fields: &Fields) -> Basis {
        Basis {
            source: need(fields, "source", |place| self.source(place)),
            clause: need(fields, "clause", |place| self.clause(place)),
            grade: need(fields, "grade", grade),
        }
    }

    pub(crate) fn basis(&self, fields: &Fields, key: &'static str) -> Basis {
        need(fields, key, |place| object(place, |fields| self.basis_of(fields)))
    }

    /// Documents that this one leads to, and what says that it does; of a mere id nothing does.
    pub(crate) fn linked(&self, fields: &Fields, key: &'static str) -> (Vec<usize>, Vec<Option<Basis>>) {
        let entry = |place: &Place| match place.node {
            Node::Map(_) => object(place, |fields| {
                let document = need(fields, "document", |place| self.source(place));
                (document, Some(self.basis_of(fields)))
            }),
            _ => (self.source(place), None),
        };
        let entries = may(fields, key, |place| list(place, entry));
        entries.unwrap_or_default().into_iter().unzip()
    }

    pub(crate) fn figure(&self, place: &Place) -> Figure {
        const RELATIONS: [&str; 3] = ["figure", "at-least", "more-than"];
        object(place, |fields| Figure {
            value: need(fields, "value", |place| {
                place.hundredths(-MOST, MOST).unwrap_or_default()
            }),
            unit: may(fields, "unit", string),
            relation: match may(fields, "relation", |place| word(place, &RELATIONS)) {
                Some(1) => Relation::AtLeast,
                Some(2) => Relation::MoreThan,
                _ => Relation::Figure,
            },
            basis: self.basis_of(fields),
            note: self.optional_text(fields, "note"),
        })
    }

    pub(super) fn references(&self, fields: &Fields) -> Vec<Figure> {
        may(fields, "references", |place| {
            list(place, |item| self.figure(item))
        })
        .unwrap_or_default()
    }
    pub(crate) fn cited(&self, place: &Place) -> Source {
        const STANDINGS: [&str; 4] = ["unknown", "in-force", "historical", "draft"];
        // Nothing but a plain web address may become a link on somebody's page.
        let address = |place: &Place| {
            let address = string(place);
            if !(address.starts_with("http://") || address.starts_with("https://")) {
                place.fault(
                    "bad-address",
                    format!("is \"{address}\"; an address begins with http:// or https://"),
                );
            }
            address
        };
        object(place, |fields| Source {
            id: need(fields, "id", id),
            number: self.optional_text(fields, "number"),
            issuers: self.optional_text(fields, "issuers"),
            date: may(fields, "date", date),
            title: self.text(fields, "title"),
            standing: match need(fields, "standing", |place| word(place, &STANDINGS)) {
                1 => Standing::InForce,
                2 => Standing::Historical,
                3 => Standing::Draft,
                _ => Standing::Unknown,
            },
            original: need(fields, "original", |place| {
                let words = Original::WORDS.map(|(_, word)| word);
                Original::WORDS[word(place, &words)].0
            }),
            grade: need(fields, "grade", grade),
            address: may(fields, "address", address),
            reprint: self.optional_text(fields, "reprint"),
            note: self.optional_text(fields, "note"),
        })
    }
}
