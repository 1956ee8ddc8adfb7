//! From a document to a standard, place by place. What concerns more than one place is in `check`.
//!
//! Every reader notes its faults and gives a stand-in for what it could not read, so that one pass finds them all; a
//! standard with a fault is thrown away.

use super::*;
use crate::document::Fields;

/// Bounds of every count: beyond them a rate could no longer be worked out exactly.
const MOST: i64 = 1_000_000_000;

/// The document's languages, and the ids by which its parts refer to each other.
pub(super) struct Reader<'a> {
    languages: &'a [Lang],
    sources: Vec<&'a str>,
    tracks: Vec<&'a str>,
    elements: Vec<&'a str>,
    questions: Vec<&'a str>,
    document: &'a Node,
}

fn ids<'a>(document: &'a Node, key: &str) -> Vec<&'a str> {
    let Some(Node::List(items)) = document.get(key) else {
        return Vec::new();
    };
    let id = |item: &'a Node| match item.get("id") {
        Some(Node::Text(id)) => id.as_str(),
        _ => "",
    };
    items.iter().map(id).collect()
}

/// Reads the object at `place`; keys that `read` does not ask for are faults.
fn object<T: Default>(place: &Place, read: impl FnOnce(&Fields) -> T) -> T {
    let Some(fields) = place.fields() else {
        return T::default();
    };
    let value = read(&fields);
    fields.close();
    value
}

/// Reads the value at a key that must be there.
fn need<T: Default>(fields: &Fields, key: &'static str, read: impl FnOnce(&Place) -> T) -> T {
    fields.need(key).map_or_else(T::default, |place| read(&place))
}

/// Reads the value at a key that may be absent.
fn may<T>(fields: &Fields, key: &'static str, read: impl FnOnce(&Place) -> T) -> Option<T> {
    fields.get(key).map(|place| read(&place))
}

/// Reads every item of the list at `place`.
fn list<T>(place: &Place, mut read: impl FnMut(&Place) -> T) -> Vec<T> {
    let mut items = Vec::new();
    place.items().for_each(|item| items.push(read(&item)));
    items
}

/// Reads every item of a list in which something must stand; `lacking` says what is missing where nothing does.
fn some<T>(place: &Place, lacking: &str, read: impl FnMut(&Place) -> T) -> Vec<T> {
    if matches!(place.node, Node::List(items) if items.is_empty()) {
        place.fault("empty", lacking);
    }
    list(place, read)
}

/// Reads the whole.
pub(super) fn standard(root: &Place, languages: &[Lang]) -> Standard {
    let reader = Reader {
        languages,
        sources: ids(root.node, "sources"),
        tracks: ids(root.node, "tracks"),
        elements: ids(root.node, "elements"),
        questions: ids(root.node, "questions"),
        document: root.node,
    };
    if reader.tracks.is_empty() || reader.tracks.len() > 32 {
        root.fault("out-of-bounds", "a standard has 1 to 32 tracks");
    }
    let listed = |fields: &Fields| {
        need(fields, "elementWeightsTotal", |place| {
            reader.weights_total(place, reader.every_track())
        });
        Standard {
            id: need(fields, "id", id),
            edition: need(fields, "edition", string),
            title: reader.text(fields, "title"),
            source: need(fields, "source", |place| reader.source(place)),
            standing: reader.text(fields, "standing"),
            later: may(fields, "later", |place| list(place, |item| reader.source(item))).unwrap_or_default(),
            known_until: need(fields, "knownUntil", date),
            own: need(fields, "basis", |place| reader.own(place)),
            tracks: need(fields, "tracks", |place| list(place, |item| reader.track(item))),
            elements: need(fields, "elements", |place| {
                list(place, |item| reader.element(item))
            }),
            questions: need(fields, "questions", |place| {
                list(place, |item| reader.question(item))
            }),
            rates: may(fields, "rates", |place| list(place, |item| reader.rate(item))).unwrap_or_default(),
            criteria: may(fields, "criteria", |place| {
                list(place, |item| reader.criterion(item))
            })
            .unwrap_or_default(),
            relations: may(fields, "relations", |place| {
                list(place, |item| reader.relation(item))
            })
            .unwrap_or_default(),
            effects: may(fields, "effects", |place| list(place, |item| reader.effect(item)))
                .unwrap_or_default(),
            sources: need(fields, "sources", |place| list(place, |item| reader.cited(item))),
        }
    };
    object(root, listed)
}

fn id(place: &Place) -> String {
    let id = place.text().unwrap_or("stand-in");
    let word =
        |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if id.len() > 64 || !id.starts_with(|c: char| c.is_ascii_lowercase()) || !id.split('-').all(word) {
        place.fault(
            "bad-id",
            format!("is \"{id}\"; an id is lower-case words joined by \"-\", such as key-equipment"),
        );
    }
    id.to_owned()
}

fn date(place: &Place) -> String {
    let date = place.text().unwrap_or("2018");
    let parts: Vec<&str> = date.split('-').collect();
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let in_range = |part: Option<&&str>, most: u8| {
        part.is_none_or(|part| digits(part, 2) && part.parse::<u8>().is_ok_and(|n| (1..=most).contains(&n)))
    };
    if parts.len() > 3 || !digits(parts[0], 4) || !in_range(parts.get(1), 12) || !in_range(parts.get(2), 31) {
        place.fault(
            "bad-date",
            format!("is \"{date}\"; a date is 2018, 2018-05 or 2018-05-22"),
        );
    }
    date.to_owned()
}

fn string(place: &Place) -> String {
    let text = place.text().unwrap_or("stand-in");
    if text.trim().is_empty() {
        place.fault("empty", "is empty");
    }
    text.to_owned()
}

/// The number of the word here among `known`.
fn word(place: &Place, known: &[&str]) -> usize {
    let Some(text) = place.text() else { return 0 };
    let found = known.iter().position(|word| *word == text);
    if found.is_none() {
        let message = format!("is \"{text}\"; expected one of {}", known.join(", "));
        place.fault("unknown-word", message);
    }
    found.unwrap_or_default()
}

fn grade(place: &Place) -> Grade {
    Grade::ALL[word(place, &Grade::ALL.map(|(_, letter)| letter))].0
}

fn weight(place: &Place) -> i64 {
    place.whole(1, MOST).unwrap_or_default()
}

impl Reader<'_> {
    fn every_track(&self) -> Tracks {
        Tracks(((1u64 << self.tracks.len().min(32)) - 1) as u32)
    }

    fn reference(&self, place: &Place, ids: &[&str], what: &str) -> usize {
        let Some(id) = place.text() else { return 0 };
        let found = ids.iter().position(|known| *known == id);
        if found.is_none() {
            place.fault("unknown-id", format!("there is no {what} \"{id}\""));
        }
        found.unwrap_or_default()
    }

    fn source(&self, place: &Place) -> usize {
        self.reference(place, &self.sources, "source")
    }

    fn asked(&self, place: &Place) -> usize {
        self.reference(place, &self.questions, "question")
    }

    fn in_element(&self, place: &Place) -> usize {
        self.reference(place, &self.elements, "element")
    }

    fn words(&self, place: &Place) -> Text {
        let word = |place: &Place| Box::from(string(place));
        object(place, |fields| {
            let [zh_cn, en] = Lang::ALL.map(|lang| match self.languages.contains(&lang) {
                true => Some(need(fields, lang.tag(), word)),
                false => may(fields, lang.tag(), word),
            });
            Text { zh_cn, en }
        })
    }

    fn text(&self, fields: &Fields, key: &'static str) -> Text {
        need(fields, key, |place| self.words(place))
    }

    fn optional_text(&self, fields: &Fields, key: &'static str) -> Option<Text> {
        may(fields, key, |place| self.words(place))
    }

    fn tracks(&self, fields: &Fields) -> Tracks {
        let named = may(fields, "tracks", |place| {
            let lacking = "names no track; leave the key out where every track is meant";
            let tracks = some(place, lacking, |item| self.reference(item, &self.tracks, "track"));
            Tracks(
                tracks
                    .iter()
                    .fold(0, |set, track| set | 1u32.checked_shl(*track as u32).unwrap_or(0)),
            )
        });
        named.unwrap_or_else(|| self.every_track())
    }

    /// Checks that the totals here are whole numbers named by exactly the tracks `expected`.
    fn weights_total(&self, place: &Place, expected: Tracks) {
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

    fn clause(&self, place: &Place) -> Clause {
        match place.node {
            Node::Text(text) if text == "not-seen" => Clause::NotSeen,
            Node::Text(_) => {
                place.fault(
                    "wrong-type",
                    "a clause is \"not-seen\" or a text in both languages",
                );
                Clause::NotSeen
            }
            _ => Clause::At(self.words(place)),
        }
    }

    fn basis_of(&self, fields: &Fields) -> Basis {
        Basis {
            source: need(fields, "source", |place| self.source(place)),
            clause: need(fields, "clause", |place| self.clause(place)),
            grade: need(fields, "grade", grade),
        }
    }

    fn basis(&self, fields: &Fields, key: &'static str) -> Basis {
        need(fields, key, |place| object(place, |fields| self.basis_of(fields)))
    }

    fn figure(&self, place: &Place) -> Figure {
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

    fn references(&self, fields: &Fields) -> Vec<Figure> {
        may(fields, "references", |place| {
            list(place, |item| self.figure(item))
        })
        .unwrap_or_default()
    }

    fn own(&self, place: &Place) -> OwnChoices {
        object(place, |fields| OwnChoices {
            weights: self.basis(fields, "weights"),
            points: self.basis(fields, "points"),
            bounds: self.basis(fields, "bounds"),
        })
    }

    fn track(&self, place: &Place) -> Track {
        object(place, |fields| Track {
            id: need(fields, "id", id),
            title: self.text(fields, "title"),
            about: self.text(fields, "about"),
        })
    }

    fn element(&self, place: &Place) -> Element {
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

    fn question(&self, place: &Place) -> Question {
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
            asked_if: may(fields, "askedIf", |place| self.asked_if(place)),
            text: self.text(fields, "text"),
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

    fn kind(&self, fields: &Fields) -> Kind {
        const KINDS: [&str; 5] = ["yes-no", "count", "number", "one-of", "many-of"];
        let kind = need(fields, "kind", |place| word(place, &KINDS));
        match kind {
            0 => Kind::YesNo,
            1 | 2 => {
                let bound = |place: &Place| match kind {
                    1 => place.whole(0, MOST).unwrap_or_default(),
                    _ => place.hundredths(-MOST, MOST).unwrap_or_default(),
                };
                let (min, unit) = (need(fields, "min", bound), self.text(fields, "unit"));
                let max = need(fields, "max", |place| {
                    let max = bound(place);
                    if min >= max && place.is_sound() {
                        place.fault("out-of-bounds", "the greatest value must be above the least one");
                    }
                    max
                });
                if kind == 1 {
                    Kind::Count { min, max, unit }
                } else {
                    Kind::Number { min, max, unit }
                }
            }
            _ => {
                let one_of = kind == 3;
                let choices = need(fields, "options", |place| {
                    let choices = list(place, |item| self.choice(item, one_of));
                    if place.is_sound() {
                        check::choices(place, &choices, one_of);
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

    fn choice(&self, place: &Place, one_of: bool) -> Choice {
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

    fn asked_if(&self, place: &Place) -> AskedIf {
        object(place, |fields| {
            let question = need(fields, "question", |place| self.asked(place));
            let at_least = may(fields, "atLeast", |place| {
                let options = match self.document.get("questions") {
                    Some(Node::List(questions)) => questions.get(question).map(|node| ids(node, "options")),
                    _ => None,
                };
                self.reference(place, &options.unwrap_or_default(), "option")
            });
            AskedIf { question, at_least }
        })
    }

    fn rate(&self, place: &Place) -> Rate {
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

    fn criterion(&self, place: &Place) -> Criterion {
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

    fn reading(&self, place: &Place) -> Reading {
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

    fn relation(&self, place: &Place) -> PartOfWhole {
        object(place, |fields| PartOfWhole {
            id: need(fields, "id", id),
            part: need(fields, "part", |place| self.asked(place)),
            whole: need(fields, "whole", |place| self.asked(place)),
            text: self.text(fields, "text"),
        })
    }

    fn effect(&self, place: &Place) -> Effect {
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

    fn cited(&self, place: &Place) -> Source {
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
            original: match need(fields, "original", |place| word(place, &["none", "zh-CN", "en"])) {
                1 => Some(Lang::ZhCn),
                2 => Some(Lang::En),
                _ => None,
            },
            grade: need(fields, "grade", grade),
            address: may(fields, "address", address),
            note: self.optional_text(fields, "note"),
        })
    }
}
