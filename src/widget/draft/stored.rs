//! A draft as it is stored in the browser, and read again.

use super::{Draft, Screen, Sheet, Typing};
use crate::answers::{AnswerDocument, Answers};
use crate::document::{Entries, Fault, Node};
use crate::standard::Standard;
use serde::Serialize;

/// Name of the format in which a draft is stored.
const FORMAT: &str = "readiness-check/draft";
/// Version of the format.
const VERSION: i64 = 1;

/// A sheet as it is stored.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StoredSheet<'a> {
    document: AnswerDocument<'a>,
    track_chosen: bool,
    /// By question id.
    typed: Entries<'a, &'a str>,
}

/// A draft as it is stored.
#[derive(Serialize)]
struct StoredDraft<'a> {
    format: &'static str,
    version: i64,
    sheet: StoredSheet<'a>,
    screen: Node,
    replaced: Vec<StoredSheet<'a>>,
}

impl Sheet {
    fn stored<'a>(&'a self, standard: &'a Standard) -> StoredSheet<'a> {
        let typed = self.typed.entries();
        let id = |question: usize| standard.questions[question].id.as_str();
        StoredSheet {
            document: self.answers.document(standard),
            track_chosen: self.track_chosen,
            typed: Entries(typed.map(|(question, text)| (id(question), text)).collect()),
        }
    }

    /// Reads a sheet. Answers that this edition cannot read are left out and named.
    fn from_node(node: &Node, standard: &Standard) -> Result<(Sheet, Vec<Fault>), Fault> {
        let document = node.get("document").ok_or_else(|| lost("it holds no answers"))?;
        let (answers, faults) = match Answers::read(document, standard) {
            Ok(answers) => (answers, Vec::new()),
            Err(faults) => match Answers::read(&without(document, &faults), standard) {
                Ok(answers) => (answers, faults),
                Err(mut faults) => return Err(faults.swap_remove(0)),
            },
        };
        let mut typed = Typing::default();
        if let Some(Node::Map(entries)) = node.get("typed") {
            for (id, text) in entries {
                if let (Some(question), Node::Text(text)) = (standard.question(id), text) {
                    typed.set(question, text);
                }
            }
        }
        let track_chosen = node.get("trackChosen") == Some(&Node::Bool(true));
        Ok((
            Sheet {
                answers,
                track_chosen,
                typed,
            },
            faults,
        ))
    }
}

fn lost(message: &str) -> Fault {
    Fault {
        code: "not-a-draft",
        path: String::new(),
        message: message.to_owned(),
    }
}

/// The document without the single answers in which a fault was found.
fn without(document: &Node, faults: &[Fault]) -> Node {
    let Node::Map(entries) = document else {
        return document.clone();
    };
    let faulty = |id: &str| {
        let place = format!("/answers/{id}");
        faults
            .iter()
            .any(|fault| fault.path == place || fault.path.starts_with(&format!("{place}/")))
    };
    let entries = entries.iter().map(|(key, node)| match node {
        Node::Map(answers) if key == "answers" => {
            let sound = answers.iter().filter(|(id, _)| !faulty(id)).cloned();
            (key.clone(), Node::Map(sound.collect()))
        }
        _ => (key.clone(), node.clone()),
    });
    Node::Map(entries.collect())
}

impl Draft {
    /// The draft as the text that is stored.
    pub fn to_json(&self, standard: &Standard) -> String {
        let stored = StoredDraft {
            format: FORMAT,
            version: VERSION,
            sheet: self.sheet.stored(standard),
            screen: self.screen.to_node(),
            replaced: self.replaced.iter().map(|sheet| sheet.stored(standard)).collect(),
        };
        serde_json::to_string(&stored).expect("the keys are texts, and nothing is left but to write them")
    }

    /// Reads what was stored. Answers that this edition cannot read are left out and named.
    ///
    /// # Errors
    /// Where nothing of it can be read.
    pub fn from_json(text: &str, standard: &Standard) -> Result<(Draft, Vec<Fault>), Fault> {
        let node = Node::from_json(text)?;
        if node.get("format") != Some(&Node::Text(FORMAT.to_owned())) {
            return Err(lost("it is not a draft of this tool"));
        }
        if node.get("version") != Some(&Node::whole(VERSION)) {
            return Err(lost("it was stored by a newer release"));
        }
        let sheet = node.get("sheet").ok_or_else(|| lost("it holds no answers"))?;
        let (sheet, mut faults) = Sheet::from_node(sheet, standard)?;
        let pages = standard.pages(sheet.answers.track).len();
        let screen = if sheet.track_chosen {
            Screen::from_node(node.get("screen"), pages)
        } else {
            Screen::Start
        };
        let mut replaced = Vec::new();
        if let Some(Node::List(sheets)) = node.get("replaced") {
            for sheet in sheets {
                match Sheet::from_node(sheet, standard) {
                    Ok((sheet, more)) => {
                        replaced.push(sheet);
                        faults.extend(more);
                    }
                    Err(fault) => faults.push(fault),
                }
            }
        }
        Ok((
            Draft {
                sheet,
                screen,
                replaced,
            },
            faults,
        ))
    }
}
