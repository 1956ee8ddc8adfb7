//! A draft as it is stored in the browser, and read again.

use super::{Draft, Screen, Sheet, Stored, Typing, Writers};
use crate::answers::{AnswerDocument, Answers, Part, are_alike};
use crate::document::{Entries, Fault, Faults, Node, Place};
use crate::standard::Standard;
use serde::Serialize;

/// Name of the format in which a draft is stored.
const FORMAT: &str = "readiness-check/draft";
/// Version of the format.
const VERSION: i64 = 1;
/// How many levels an answer document lies inside a draft: in a sheet, in a list of those.
const LEVELS_AROUND: u8 = 3;

/// A sheet as it is stored.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredSheet<'a> {
    document: AnswerDocument<'a>,
    track_chosen: bool,
    /// By question id.
    typed: Entries<'a, &'a str>,
    /// Whether the page put it there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    by_page: bool,
    /// The part of a department that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a Part>,
}

/// A draft as it is stored.
#[derive(Serialize)]
struct StoredDraft<'a> {
    format: &'static str,
    version: i64,
    sheet: StoredSheet<'a>,
    screen: Node,
    replaced: Vec<StoredSheet<'a>>,
    /// Whose changes it holds, by the names of windows.
    #[serde(skip_serializing_if = "Option::is_none")]
    writers: Option<Entries<'a, u64>>,
}

impl Sheet {
    /// The sheet as it is stored.
    pub fn stored<'a>(&'a self, standard: &'a Standard) -> StoredSheet<'a> {
        let typed = self.typed.entries();
        let id = |question: usize| standard.questions[question].id.as_str();
        StoredSheet {
            document: self.answers.whole_document(standard),
            track_chosen: self.track_chosen,
            typed: Entries(typed.map(|(question, text)| (id(question), text)).collect()),
            by_page: self.by_page,
            part: self.part.as_ref(),
        }
    }

    /// Reads a sheet. What this edition cannot read is left out, and a fault at its place.
    pub fn read(place: &Place, standard: &Standard) -> Option<Sheet> {
        let fields = place.fields()?;
        let document = fields.need("document")?;
        let (answers, track_known) = read_answers(&document, standard)?;
        let mut typed = Typing::default();
        if let Some(place) = fields.get("typed")
            && let Some(texts) = place.fields()
        {
            for (id, place) in texts.all() {
                match (standard.question(id), place.text()) {
                    (Some(question), Some(text)) => typed.set(question, text),
                    (None, _) => {
                        let message = format!("the standard \"{}\" has no question \"{id}\"", standard.id);
                        place.fault("unknown-question", message);
                    }
                    (_, None) => {}
                }
            }
        }
        let is = |key| fields.get(key).and_then(|place| place.boolean()) == Some(true);
        let sheet = Sheet {
            answers,
            track_chosen: is("trackChosen") && track_known,
            typed,
            by_page: is("byPage"),
            part: fields.get("part").and_then(|place| Part::read(&place, standard)),
        };
        fields.close();
        Some(sheet)
    }
}

/// Reads the answers of a sheet without what is faulty in them, and whether their track is known. Nothing where even the
/// rest cannot be read.
fn read_answers(place: &Place, standard: &Standard) -> Option<(Answers, bool)> {
    let faults = match Answers::read(place.node, standard) {
        Ok(answers) => return Some((answers, true)),
        Err(faults) => faults,
    };
    let track_known = faults.iter().all(|fault| fault.path != "/track");
    for fault in &faults {
        place.fault_below(fault);
    }
    let rest = without(place.node, &faults, standard);
    Some((Answers::read(&rest, standard).ok()?, track_known))
}

fn lost(message: &str) -> Fault {
    Fault {
        code: "not-a-draft",
        path: String::new(),
        message: message.to_owned(),
    }
}

/// The document without the answers, and the maps beside them, in which a fault was found; on the first track where its
/// own is not known.
fn without(document: &Node, faults: &[Fault], standard: &Standard) -> Node {
    let Node::Map(entries) = document else {
        return document.clone();
    };
    let faulty = |place: &str| {
        let below = |fault: &Fault| {
            let rest = fault.path.strip_prefix(place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        faults.iter().any(below)
    };
    let step = |key: &str| key.replace('~', "~0").replace('/', "~1");
    let sound = entries.iter().filter_map(|(key, node)| {
        let node = match node {
            Node::Map(answers) if matches!(key.as_str(), "answers" | "said") => {
                let sound = |id: &str| !faulty(&["/", key, "/", &step(id)].concat());
                Node::Map(answers.iter().filter(|(id, _)| sound(id)).cloned().collect())
            }
            _ if key == "track" && faulty("/track") => Node::text(&standard.tracks[0].id),
            _ if !NEEDED.contains(&key.as_str()) && faulty(&format!("/{}", step(key))) => return None,
            _ => node.clone(),
        };
        Some((key.clone(), node))
    });
    Node::Map(sound.collect())
}

/// The keys without which a document is none.
const NEEDED: [&str; 5] = ["format", "version", "standard", "track", "answers"];

impl Draft {
    /// The draft as the text that is stored.
    pub fn to_json(&self, standard: &Standard) -> String {
        self.json(standard, None)
    }

    /// The same with whose changes it holds.
    pub fn to_json_of(&self, standard: &Standard, writers: &Writers) -> String {
        self.json(standard, Some(writers))
    }

    fn json(&self, standard: &Standard, writers: Option<&Writers>) -> String {
        let stored = StoredDraft {
            format: FORMAT,
            version: VERSION,
            sheet: self.sheet.stored(standard),
            screen: self.screen.to_node(),
            replaced: self.replaced.iter().map(|sheet| sheet.stored(standard)).collect(),
            writers: writers.map(|writers| Entries(writers.entries().collect())),
        };
        serde_json::to_string(&stored).expect("the keys are texts, and nothing is left but to write them")
    }

    /// Reads what was stored. What this edition cannot read is left out and named.
    ///
    /// # Errors
    /// Where nothing of it can be read.
    pub fn from_json(text: &str, standard: &Standard) -> Result<Stored, Fault> {
        let node = Node::from_json_around(text, LEVELS_AROUND)?;
        if node.get("format") != Some(&Node::Text(FORMAT.to_owned())) {
            return Err(lost("it is not a draft of this tool"));
        }
        if node.get("version") != Some(&Node::whole(VERSION)) {
            return Err(lost("it was stored by a newer release"));
        }
        let faults = Faults::default();
        let root = Place::root(&node, &faults);
        let read = Draft::read(&root, standard);
        let faults = faults.into_vec();
        let Some((draft, writers)) = read else {
            return Err(faults
                .into_iter()
                .next()
                .unwrap_or_else(|| lost("it holds no answers")));
        };
        let left_out = faults.iter().map(|fault| {
            let value = node.at(&fault.path).map(Node::to_json);
            [&fault.path, " ", &value.unwrap_or_default()].concat()
        });
        Ok(Stored {
            left_out: left_out.collect(),
            draft,
            faults,
            writers,
        })
    }

    fn read(root: &Place, standard: &Standard) -> Option<(Draft, Option<Writers>)> {
        let fields = root.fields()?;
        let _known_already = [fields.get("format"), fields.get("version")];
        let sheet = Sheet::read(&fields.need("sheet")?, standard)?;
        let pages = standard.pages(sheet.answers.track).len();
        let screen = fields.get("screen").map(|place| place.node);
        let screen = if sheet.track_chosen {
            Screen::from_node(screen, pages)
        } else {
            Screen::Start
        };
        let replaced = fields.get("replaced");
        let replaced = replaced.iter().flat_map(Place::items);
        let replaced = replaced
            .filter_map(|place| Sheet::read(&place, standard))
            .collect();
        let writers = fields.get("writers").and_then(|place| {
            let mut writers = Writers::default();
            for (name, place) in place.fields()?.all() {
                writers.raise(name, place.whole(0, 1 << 53)? as u64);
            }
            Some(writers)
        });
        fields.close();
        let draft = Draft {
            sheet,
            screen,
            replaced,
        };
        Some((draft, writers))
    }

    /// The draft under another standard that calls itself by the same id: its answers by the ids of their questions.
    ///
    /// # Errors
    /// Where nothing of it can be read.
    pub fn under(&self, from: &Standard, to: &Standard) -> Result<Stored, Fault> {
        if are_alike(from, to) {
            return Ok(Stored {
                draft: self.clone(),
                faults: Vec::new(),
                left_out: Vec::new(),
                writers: None,
            });
        }
        Draft::from_json(&self.to_json(from), to)
    }
}
