//! From a document to a standard, place by place. What concerns more than one place is in `check`.
//!
//! Every reader notes its faults and gives a stand-in for what it could not read, so that one pass finds them all; a
//! standard with a fault is thrown away.

use super::*;
use crate::document::Fields;

mod conditions;
mod questions;
mod rules;
mod sources;

/// Bounds of every count: beyond them a rate could no longer be worked out exactly.
pub(crate) const MOST: i64 = 1_000_000_000;

/// The document's languages, and the ids by which its parts refer to each other.
pub(crate) struct Reader<'a> {
    languages: &'a [Lang],
    sources: Vec<&'a str>,
    tracks: Vec<&'a str>,
    elements: Vec<&'a str>,
    questions: Vec<&'a str>,
    departments: Vec<&'a str>,
    efforts: Vec<&'a str>,
    document: &'a Node,
}

pub(crate) fn ids<'a>(document: &'a Node, key: &str) -> Vec<&'a str> {
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
pub(crate) fn object<T: Default>(place: &Place, read: impl FnOnce(&Fields) -> T) -> T {
    let Some(fields) = place.fields() else {
        return T::default();
    };
    let value = read(&fields);
    fields.close();
    value
}

/// Reads the value at a key that must be there.
pub(crate) fn need<T: Default>(fields: &Fields, key: &'static str, read: impl FnOnce(&Place) -> T) -> T {
    fields.need(key).map_or_else(T::default, |place| read(&place))
}

/// Reads the value at a key that may be absent.
pub(crate) fn may<T>(fields: &Fields, key: &'static str, read: impl FnOnce(&Place) -> T) -> Option<T> {
    fields.get(key).map(|place| read(&place))
}

/// Reads every item of the list at `place`.
pub(crate) fn list<T>(place: &Place, mut read: impl FnMut(&Place) -> T) -> Vec<T> {
    let mut items = Vec::new();
    place.items().for_each(|item| items.push(read(&item)));
    items
}

/// Reads every item of a list in which something must stand; `lacking` says what is missing where nothing does.
pub(crate) fn some<T>(place: &Place, lacking: &str, read: impl FnMut(&Place) -> T) -> Vec<T> {
    if matches!(place.node, Node::List(items) if items.is_empty()) {
        place.fault("empty", lacking);
    }
    list(place, read)
}

/// Reads the whole.
pub(super) fn standard(root: &Place, languages: &[Lang]) -> Standard {
    let reader = Reader::new(root.node, languages);
    if reader.tracks.is_empty() || reader.tracks.len() > 32 {
        root.fault("out-of-bounds", "a standard has 1 to 32 tracks");
    }
    let listed = |fields: &Fields| {
        let (later, later_basis) = reader.linked(fields, "later");
        need(fields, "elementWeightsTotal", |place| {
            reader.weights_total(place, reader.every_track())
        });
        Standard {
            id: need(fields, "id", id),
            edition: need(fields, "edition", string),
            title: reader.text(fields, "title"),
            source: need(fields, "source", |place| reader.source(place)),
            standing: reader.text(fields, "standing"),
            later,
            later_basis,
            based_on: may(fields, "basedOn", id),
            known_until: need(fields, "knownUntil", date),
            own: need(fields, "basis", |place| reader.own(place)),
            tracks: need(fields, "tracks", |place| list(place, |item| reader.track(item))),
            elements: need(fields, "elements", |place| {
                list(place, |item| reader.element(item))
            }),
            departments: may(fields, "departments", |place| {
                list(place, |item| reader.department(item))
            })
            .unwrap_or_default(),
            efforts: may(fields, "efforts", |place| list(place, |item| reader.effort(item)))
                .unwrap_or_default(),
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
            rules: may(fields, "rules", |place| list(place, |item| reader.rule(item))).unwrap_or_default(),
            effects: may(fields, "effects", |place| list(place, |item| reader.effect(item)))
                .unwrap_or_default(),
            sources: need(fields, "sources", |place| list(place, |item| reader.cited(item))),
            hash: may(fields, "hash", string).map_or_else(OnceLock::new, OnceLock::from),
        }
    };
    object(root, listed)
}

pub(crate) fn id(place: &Place) -> String {
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

pub(crate) fn date(place: &Place) -> String {
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

pub(crate) fn string(place: &Place) -> String {
    let text = place.text().unwrap_or("stand-in");
    if text.trim().is_empty() {
        place.fault("empty", "is empty");
    }
    text.to_owned()
}

/// The number of the word here among `known`.
pub(crate) fn word(place: &Place, known: &[&str]) -> usize {
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

impl<'a> Reader<'a> {
    /// A reader of this document; a part that refers to none of the lists it lacks is read all the same.
    pub(crate) fn new(document: &'a Node, languages: &'a [Lang]) -> Reader<'a> {
        Reader {
            languages,
            sources: ids(document, "sources"),
            tracks: ids(document, "tracks"),
            elements: ids(document, "elements"),
            questions: ids(document, "questions"),
            departments: ids(document, "departments"),
            efforts: ids(document, "efforts"),
            document,
        }
    }
}

impl Reader<'_> {
    fn every_track(&self) -> Tracks {
        Tracks(((1u64 << self.tracks.len().min(32)) - 1) as u32)
    }

    pub(crate) fn reference(&self, place: &Place, ids: &[&str], what: &str) -> usize {
        let Some(id) = place.text() else { return 0 };
        let found = ids.iter().position(|known| *known == id);
        if found.is_none() {
            place.fault("unknown-id", format!("there is no {what} \"{id}\""));
        }
        found.unwrap_or_default()
    }

    pub(crate) fn source(&self, place: &Place) -> usize {
        self.reference(place, &self.sources, "source")
    }

    fn asked(&self, place: &Place) -> usize {
        self.reference(place, &self.questions, "question")
    }

    fn in_department(&self, place: &Place) -> usize {
        self.reference(place, &self.departments, "department")
    }

    fn in_element(&self, place: &Place) -> usize {
        self.reference(place, &self.elements, "element")
    }

    pub(crate) fn words(&self, place: &Place) -> Text {
        let word = |place: &Place| Box::from(string(place));
        object(place, |fields| {
            let [zh_cn, en] = Lang::ALL.map(|lang| match self.languages.contains(&lang) {
                true => Some(need(fields, lang.tag(), word)),
                false => may(fields, lang.tag(), word),
            });
            Text { zh_cn, en }
        })
    }

    pub(crate) fn text(&self, fields: &Fields, key: &'static str) -> Text {
        need(fields, key, |place| self.words(place))
    }

    pub(crate) fn optional_text(&self, fields: &Fields, key: &'static str) -> Option<Text> {
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

    fn own(&self, place: &Place) -> OwnChoices {
        object(place, |fields| OwnChoices {
            weights: self.basis(fields, "weights"),
            points: self.basis(fields, "points"),
            bounds: self.basis(fields, "bounds"),
        })
    }
}
