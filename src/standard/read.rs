//! From a document to a standard, place by place. What concerns more than one place is in `check`.

use super::*;
use crate::document::Fields;

/// Bounds of every count: beyond them a rate could no longer be worked out exactly.
const MOST: i64 = 1_000_000_000;

/// Ids of the document, by which its parts refer to each other.
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

/// Reads the whole; `None` only together with a fault.
pub(super) fn standard(root: &Place, languages: &[Lang]) -> Option<Standard> {
    let reader = Reader {
        languages,
        sources: ids(root.node, "sources"),
        tracks: ids(root.node, "tracks"),
        elements: ids(root.node, "elements"),
        questions: ids(root.node, "questions"),
        document: root.node,
    };
    let fields = root.fields()?;
    let id = fields.need("id").and_then(|place| id(&place));
    let edition = string(&fields, "edition");
    let title = reader.text(&fields, "title");
    let source = fields.need("source").and_then(|place| reader.source(&place));
    let standing = reader.text(&fields, "standing");
    let later = list(fields.get("later"), |place| reader.source(place));
    let known_until = fields.need("knownUntil").and_then(|place| date(&place));
    let own = fields.need("basis").and_then(|place| reader.own(&place));
    let tracks = list(fields.need("tracks"), |place| reader.track(place));
    let elements = list(fields.need("elements"), |place| reader.element(place));
    let questions = list(fields.need("questions"), |place| reader.question(place));
    let rates = list(fields.get("rates"), |place| reader.rate(place));
    let criteria = list(fields.get("criteria"), |place| reader.criterion(place));
    let relations = list(fields.get("relations"), |place| reader.relation(place));
    let effects = list(fields.get("effects"), |place| reader.effect(place));
    let sources = list(fields.need("sources"), |place| reader.document(place));
    let totals = fields.need("elementWeightsTotal");
    if let Some(totals) = &totals {
        reader.weights_total(totals, reader.every_track());
    }
    fields.close();
    check::ids(root);
    if tracks.is_empty() || tracks.len() > 32 {
        root.fault("out-of-bounds", "a standard has 1 to 32 tracks");
    }
    let standard = Standard {
        id: id?,
        edition: edition?,
        title: title?,
        source: source?,
        standing: standing?,
        later: whole(later)?,
        known_until: known_until?,
        own: own?,
        tracks: whole(tracks)?,
        elements: whole(elements)?,
        questions: whole(questions)?,
        rates: whole(rates)?,
        criteria: whole(criteria)?,
        relations: whole(relations)?,
        effects: whole(effects)?,
        sources: whole(sources)?,
    };
    check::standard(&standard, root);
    Some(standard)
}

/// Reads every item of a list; none of an absent one.
fn list<T>(place: Option<Place>, read: impl Fn(&Place) -> Option<T>) -> Vec<Option<T>> {
    place
        .iter()
        .flat_map(|place| place.items().map(|item| read(&item)).collect::<Vec<_>>())
        .collect()
}

fn whole<T>(items: Vec<Option<T>>) -> Option<Vec<T>> {
    items.into_iter().collect()
}

fn id(place: &Place) -> Option<String> {
    let id = place.text()?;
    let word =
        |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if id.len() > 64 || !id.starts_with(|c: char| c.is_ascii_lowercase()) || !id.split('-').all(word) {
        place.fault(
            "bad-id",
            format!("is \"{id}\"; an id is lower-case words joined by \"-\", such as key-equipment"),
        );
        return None;
    }
    Some(id.to_owned())
}

fn date(place: &Place) -> Option<String> {
    let date = place.text()?;
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
        return None;
    }
    Some(date.to_owned())
}

fn string(fields: &Fields, key: &'static str) -> Option<String> {
    let place = fields.need(key)?;
    let text = place.text()?;
    if text.trim().is_empty() {
        place.fault("empty", "is empty");
        return None;
    }
    Some(text.to_owned())
}

/// The word here as one of `known`.
fn word<T: Copy>(place: &Place, known: &[(T, &'static str)]) -> Option<T> {
    let text = place.text()?;
    let found = known
        .iter()
        .find(|(_, word)| *word == text)
        .map(|(value, _)| *value);
    if found.is_none() {
        let known: Vec<_> = known.iter().map(|(_, word)| *word).collect();
        place.fault(
            "unknown-word",
            format!("is \"{text}\"; expected one of {}", known.join(", ")),
        );
    }
    found
}

impl Reader<'_> {
    fn every_track(&self) -> Tracks {
        Tracks(((1u64 << self.tracks.len().min(32)) - 1) as u32)
    }

    fn reference(&self, place: &Place, ids: &[&str], what: &str) -> Option<usize> {
        let id = place.text()?;
        let found = ids.iter().position(|known| *known == id);
        if found.is_none() {
            place.fault("unknown-id", format!("there is no {what} \"{id}\""));
        }
        found
    }

    fn source(&self, place: &Place) -> Option<usize> {
        self.reference(place, &self.sources, "source")
    }

    fn asked(&self, place: &Place) -> Option<usize> {
        self.reference(place, &self.questions, "question")
    }

    fn words(&self, place: &Place) -> Option<Text> {
        let fields = place.fields()?;
        let mut text = Text::default();
        for lang in Lang::ALL {
            let value = if self.languages.contains(&lang) {
                fields.need(lang.tag())
            } else {
                fields.get(lang.tag())
            };
            let value = value.and_then(|place| {
                let words = place.text()?;
                if words.trim().is_empty() {
                    place.fault("empty", "is empty");
                }
                Some(Box::from(words))
            });
            *match lang {
                Lang::ZhCn => &mut text.zh_cn,
                Lang::En => &mut text.en,
            } = value;
        }
        fields.close();
        Some(text)
    }

    fn text(&self, fields: &Fields, key: &'static str) -> Option<Text> {
        fields.need(key).and_then(|place| self.words(&place))
    }

    /// A text that may be absent: `Some(None)` where it is.
    fn optional_text(&self, fields: &Fields, key: &'static str) -> Option<Option<Text>> {
        fields
            .get(key)
            .map_or(Some(None), |place| self.words(&place).map(Some))
    }

    fn tracks(&self, fields: &Fields) -> Option<Tracks> {
        let Some(place) = fields.get("tracks") else {
            return Some(self.every_track());
        };
        let tracks = whole(list(Some(place), |item| {
            self.reference(item, &self.tracks, "track")
        }))?;
        if tracks.is_empty() {
            place.fault(
                "empty",
                "names no track; leave the key out where every track is meant",
            );
            return None;
        }
        Some(Tracks(tracks.iter().fold(0, |set, track| {
            set | 1u32.checked_shl(*track as u32).unwrap_or(0)
        })))
    }

    /// Checks that the totals here are whole numbers named by exactly the tracks `expected`.
    fn weights_total(&self, place: &Place, expected: Tracks) {
        let Some(fields) = place.fields() else { return };
        let mut seen = Tracks(0);
        for (id, total) in fields.all() {
            total.whole(1, MOST);
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

    fn clause(&self, place: &Place) -> Option<Clause> {
        match place.node {
            Node::Text(text) if text == "not-seen" => Some(Clause::NotSeen),
            Node::Text(_) => {
                place.fault(
                    "wrong-type",
                    "a clause is \"not-seen\" or a text in both languages",
                );
                None
            }
            _ => self.words(place).map(Clause::At),
        }
    }

    fn basis_of(&self, fields: &Fields) -> Option<Basis> {
        let source = fields.need("source").and_then(|place| self.source(&place));
        let clause = fields.need("clause").and_then(|place| self.clause(&place));
        let grade = fields.need("grade").and_then(|place| word(&place, &Grade::ALL));
        Some(Basis {
            source: source?,
            clause: clause?,
            grade: grade?,
        })
    }

    fn basis(&self, place: &Place) -> Option<Basis> {
        let fields = place.fields()?;
        let basis = self.basis_of(&fields);
        fields.close();
        basis
    }

    fn need_basis(&self, fields: &Fields) -> Option<Basis> {
        fields.need("basis").and_then(|place| self.basis(&place))
    }

    fn figure(&self, place: &Place) -> Option<Figure> {
        let fields = place.fields()?;
        let value = fields
            .need("value")
            .and_then(|place| place.hundredths(-MOST, MOST));
        let unit = fields.get("unit").map(|place| place.text().map(str::to_owned));
        const RELATIONS: [(Relation, &str); 3] = [
            (Relation::AtLeast, "at-least"),
            (Relation::MoreThan, "more-than"),
            (Relation::Figure, "figure"),
        ];
        let relation = fields
            .get("relation")
            .map_or(Some(Relation::Figure), |place| word(&place, &RELATIONS));
        let basis = self.basis_of(&fields);
        let note = self.optional_text(&fields, "note");
        fields.close();
        let unit = unit.map_or(Some(None), |unit| unit.map(Some));
        Some(Figure {
            value: value?,
            unit: unit?,
            relation: relation?,
            basis: basis?,
            note: note?,
        })
    }

    fn references(&self, fields: &Fields) -> Option<Vec<Figure>> {
        whole(list(fields.get("references"), |place| self.figure(place)))
    }

    fn own(&self, place: &Place) -> Option<OwnChoices> {
        let fields = place.fields()?;
        let [weights, points, bounds] =
            ["weights", "points", "bounds"].map(|key| fields.need(key).and_then(|place| self.basis(&place)));
        fields.close();
        Some(OwnChoices {
            weights: weights?,
            points: points?,
            bounds: bounds?,
        })
    }

    fn track(&self, place: &Place) -> Option<Track> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let title = self.text(&fields, "title");
        let about = self.text(&fields, "about");
        fields.close();
        Some(Track {
            id: id?,
            title: title?,
            about: about?,
        })
    }

    fn element(&self, place: &Place) -> Option<Element> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let tracks = self.tracks(&fields);
        let title = self.text(&fields, "title");
        let about = self.text(&fields, "about");
        let weight = fields.need("weight").and_then(|place| place.whole(1, MOST));
        if let (Some(totals), Some(tracks)) = (fields.need("weightsTotal"), tracks) {
            self.weights_total(&totals, tracks);
        }
        let basis = self.need_basis(&fields);
        fields.close();
        Some(Element {
            id: id?,
            tracks: tracks?,
            title: title?,
            about: about?,
            weight: weight?,
            basis: basis?,
        })
    }

    fn question(&self, place: &Place) -> Option<Question> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let kind = self.kind(&fields);
        let tracks = self.tracks(&fields);
        let element = fields
            .get("element")
            .map(|place| self.reference(&place, &self.elements, "element"));
        let weight = fields.get("weight").map_or(Some(0), |place| place.whole(1, MOST));
        const BETTER: [(Better, &str); 3] = [
            (Better::Higher, "higher"),
            (Better::Lower, "lower"),
            (Better::None, "none"),
        ];
        let better = fields.need("better").and_then(|place| word(&place, &BETTER));
        let not_applicable = fields
            .get("notApplicable")
            .map_or(Some(false), |place| place.boolean());
        let asked_if = fields.get("askedIf").map(|place| self.asked_if(&place));
        let [text, counts, counts_not, as_of, example] =
            ["text", "counts", "countsNot", "asOf", "example"].map(|key| self.text(&fields, key));
        let evidence = fields.need("evidence");
        if evidence.is_some_and(|place| matches!(place.node, Node::List(papers) if papers.is_empty())) {
            evidence.inspect(|place| place.fault("empty", "names no paper that would prove the answer"));
        }
        let evidence = whole(list(evidence, |place| self.words(place)));
        let basis = self.need_basis(&fields);
        let references = self.references(&fields);
        fields.close();
        Some(Question {
            id: id?,
            kind: kind?,
            tracks: tracks?,
            element: element.map_or(Some(None), |element| element.map(Some))?,
            weight: weight?,
            better: better?,
            not_applicable: not_applicable?,
            asked_if: asked_if.map_or(Some(None), |asked_if| asked_if.map(Some))?,
            text: text?,
            counts: counts?,
            counts_not: counts_not?,
            as_of: as_of?,
            example: example?,
            evidence: evidence?,
            basis: basis?,
            references: references?,
        })
    }

    fn kind(&self, fields: &Fields) -> Option<Kind> {
        const KINDS: [(u8, &str); 5] = [
            (0, "count"),
            (1, "number"),
            (2, "yes-no"),
            (3, "one-of"),
            (4, "many-of"),
        ];
        let kind = fields.need("kind").and_then(|place| word(&place, &KINDS))?;
        match kind {
            0 | 1 => {
                let bound = |place: Place| {
                    if kind == 0 {
                        place.whole(0, MOST)
                    } else {
                        place.hundredths(-MOST, MOST)
                    }
                };
                let (min, max) = (
                    fields.need("min").and_then(bound),
                    fields.need("max").and_then(bound),
                );
                let unit = self.text(fields, "unit");
                let (min, max, unit) = (min?, max?, unit?);
                if min >= max {
                    fields
                        .need("max")?
                        .fault("out-of-bounds", "the greatest value must be above the least one");
                }
                Some(if kind == 0 {
                    Kind::Count { min, max, unit }
                } else {
                    Kind::Number { min, max, unit }
                })
            }
            2 => Some(Kind::YesNo),
            _ => {
                let one_of = kind == 3;
                let place = fields.need("options")?;
                let choices: Vec<_> = place.items().map(|item| self.choice(&item, one_of)).collect();
                let choices = whole(choices)?;
                check::choices(&place, &choices, one_of);
                Some(if one_of {
                    Kind::OneOf(choices)
                } else {
                    Kind::ManyOf(choices)
                })
            }
        }
    }

    fn choice(&self, place: &Place, one_of: bool) -> Option<Choice> {
        let fields = place.fields()?;
        let found = fields.need("id").and_then(|place| {
            let id = id(&place)?;
            if ["unknown", "not-applicable"].contains(&id.as_str()) {
                place.fault(
                    "bad-id",
                    format!("\"{id}\" is kept for answers that choose no option"),
                );
            }
            Some(id)
        });
        let points = if one_of {
            fields.need("points").and_then(|place| place.whole(0, FULL))
        } else {
            Some(0)
        };
        let text = self.text(&fields, "text");
        fields.close();
        Some(Choice {
            id: found?,
            points: points?,
            text: text?,
        })
    }

    fn asked_if(&self, place: &Place) -> Option<AskedIf> {
        let fields = place.fields()?;
        let question = fields.need("question").and_then(|place| self.asked(&place));
        let at_least = fields.get("atLeast").map(|place| {
            let Some(Node::List(questions)) = self.document.get("questions") else {
                return None;
            };
            let options = ids(questions.get(question?)?, "options");
            self.reference(&place, &options, "option")
        });
        fields.close();
        Some(AskedIf {
            question: question?,
            at_least: at_least.map_or(Some(None), |option| option.map(Some))?,
        })
    }

    fn rate(&self, place: &Place) -> Option<Rate> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let tracks = self.tracks(&fields);
        let element = fields
            .need("element")
            .and_then(|place| self.reference(&place, &self.elements, "element"));
        let weight = fields.need("weight").and_then(|place| place.whole(1, MOST));
        let title = self.text(&fields, "title");
        let [part, total] =
            ["part", "total"].map(|key| fields.need(key).and_then(|place| self.asked(&place)));
        let basis = self.need_basis(&fields);
        let references = self.references(&fields);
        fields.close();
        Some(Rate {
            id: id?,
            tracks: tracks?,
            element: element?,
            weight: weight?,
            title: title?,
            part: part?,
            total: total?,
            basis: basis?,
            references: references?,
        })
    }

    fn criterion(&self, place: &Place) -> Option<Criterion> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let title = self.text(&fields, "title");
        let at_least = fields.need("atLeast").and_then(|place| {
            let figure = self.figure(&place)?;
            if figure.value < 100 || figure.value % 100 != 0 {
                place.fault("not-whole", "the figure of a criterion is a whole number from 1");
            }
            Some(figure)
        });
        let readings = fields.need("readings");
        if readings.is_some_and(|place| matches!(place.node, Node::List(list) if list.is_empty())) {
            readings.inspect(|place| place.fault("empty", "a criterion has at least one reading"));
        }
        let readings = whole(list(readings, |place| self.reading(place)));
        let notes = whole(list(fields.get("notes"), |place| self.words(place)));
        fields.close();
        Some(Criterion {
            id: id?,
            title: title?,
            at_least: at_least?,
            readings: readings?,
            notes: notes?,
        })
    }

    fn reading(&self, place: &Place) -> Option<Reading> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let text = self.text(&fields, "text");
        let sum_of = fields.get("sumOf").map(|place| (Demand::SumOf, place));
        let each_of = fields.get("eachOf").map(|place| (Demand::EachOf, place));
        fields.close();
        let (demand, questions) = match (sum_of, each_of) {
            (Some(one), None) | (None, Some(one)) => one,
            _ => {
                place.fault("missing-key", "a reading has either \"sumOf\" or \"eachOf\"");
                return None;
            }
        };
        if matches!(questions.node, Node::List(list) if list.is_empty()) {
            questions.fault("empty", "names no question");
        }
        let questions = whole(list(Some(questions), |place| self.asked(place)));
        Some(Reading {
            id: id?,
            text: text?,
            demand,
            questions: questions?,
        })
    }

    fn relation(&self, place: &Place) -> Option<PartOfWhole> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let [part, whole] =
            ["part", "whole"].map(|key| fields.need(key).and_then(|place| self.asked(&place)));
        let text = self.text(&fields, "text");
        fields.close();
        Some(PartOfWhole {
            id: id?,
            part: part?,
            whole: whole?,
            text: text?,
        })
    }

    fn effect(&self, place: &Place) -> Option<Effect> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let title = self.text(&fields, "title");
        let up = fields
            .need("direction")
            .and_then(|place| word(&place, &[(true, "up"), (false, "down")]));
        let [before, after] =
            ["before", "after"].map(|key| fields.need(key).and_then(|place| self.asked(&place)));
        let basis = self.need_basis(&fields);
        let references = self.references(&fields);
        fields.close();
        Some(Effect {
            id: id?,
            title: title?,
            up: up?,
            before: before?,
            after: after?,
            basis: basis?,
            references: references?,
        })
    }

    fn document(&self, place: &Place) -> Option<Source> {
        let fields = place.fields()?;
        let id = fields.need("id").and_then(|place| id(&place));
        let number = self.optional_text(&fields, "number");
        let issuers = self.optional_text(&fields, "issuers");
        let date = fields
            .get("date")
            .map_or(Some(None), |place| date(&place).map(Some));
        let title = self.text(&fields, "title");
        const STANDINGS: [(Standing, &str); 4] = [
            (Standing::InForce, "in-force"),
            (Standing::Historical, "historical"),
            (Standing::Draft, "draft"),
            (Standing::Unknown, "unknown"),
        ];
        let standing = fields.need("standing").and_then(|place| word(&place, &STANDINGS));
        const ORIGINALS: [(Option<Lang>, &str); 3] = [
            (Some(Lang::ZhCn), "zh-CN"),
            (Some(Lang::En), "en"),
            (None, "none"),
        ];
        let original = fields.need("original").and_then(|place| word(&place, &ORIGINALS));
        let grade = fields.need("grade").and_then(|place| word(&place, &Grade::ALL));
        let address = fields.get("address").map_or(Some(None), |place| {
            let address = place.text()?;
            // Nothing but a plain web address may become a link on somebody's page.
            if !(address.starts_with("http://") || address.starts_with("https://")) {
                place.fault(
                    "bad-address",
                    format!("is \"{address}\"; an address begins with http:// or https://"),
                );
            }
            Some(Some(address.to_owned()))
        });
        let note = self.optional_text(&fields, "note");
        fields.close();
        Some(Source {
            id: id?,
            number: number?,
            issuers: issuers?,
            date: date?,
            title: title?,
            standing: standing?,
            original: original?,
            grade: grade?,
            address: address?,
            note: note?,
        })
    }
}
