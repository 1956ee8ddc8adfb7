//! What is kept of one visit: the sheet with its answers, where the visitor is, and the sheets that were replaced.

use crate::answers::{AnswerDocument, Answers, Extra};
use crate::document::{Entries, Fault, Node};
use crate::standard::Standard;
use serde::Serialize;

mod screen;
mod typing;

pub use screen::Screen;
pub use typing::Typing;

/// Name of the format in which a draft is stored.
const FORMAT: &str = "readiness-check/draft";
/// Version of the format.
const VERSION: i64 = 1;

/// How many replaced sheets are kept: more than anybody replaces in earnest.
const MOST_REPLACED: usize = 20;

/// One self-assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The answers, the track and the scope.
    pub answers: Answers,
    /// Whether the visitor has chosen a track.
    pub track_chosen: bool,
    /// What stands in a number field and is no answer, or not yet, by question.
    pub typed: Typing,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(standard: &Standard) -> Sheet {
        Sheet {
            answers: Answers::new(standard, 0),
            track_chosen: false,
            typed: Typing::default(),
        }
    }

    /// Whether nothing would be lost with it.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.typed.is_empty() && self.answers.has_no_extras()
    }

    /// A text that is kept beside the answers.
    pub fn kept_text(&self, extra: Extra, path: &[&str]) -> &str {
        match self.answers.kept(extra, path) {
            Some(Node::Text(text)) => text,
            _ => "",
        }
    }

    /// Keeps a text beside the answers; an empty one is taken out.
    pub fn keep_text(&mut self, extra: Extra, path: &[&str], text: &str) {
        let value = (!text.is_empty()).then(|| Node::text(text));
        self.answers.keep(extra, path, value);
    }

    fn merged(&self, base: &Sheet, theirs: &Sheet) -> Sheet {
        let mut typed = theirs.typed.clone();
        for question in self.typed.questions().chain(base.typed.questions()) {
            let ours = self.typed.get(question);
            if ours != base.typed.get(question) {
                typed.set(question, ours.unwrap_or_default());
            }
        }
        let chose = self.track_chosen != base.track_chosen;
        Sheet {
            answers: self.answers.merged(&base.answers, &theirs.answers),
            track_chosen: if chose {
                self.track_chosen
            } else {
                theirs.track_chosen
            },
            typed,
        }
    }

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
        let lost = |message: &str| Fault {
            code: "not-a-draft",
            path: String::new(),
            message: message.to_owned(),
        };
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

/// What is kept of one visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The self-assessment at hand.
    pub sheet: Sheet,
    /// Where the visitor is.
    pub screen: Screen,
    /// Sheets that were replaced and can be brought back, the newest last.
    pub replaced: Vec<Sheet>,
}

impl Draft {
    /// A first visit.
    pub fn new(standard: &Standard) -> Draft {
        Draft {
            sheet: Sheet::new(standard),
            screen: Screen::Start,
            replaced: Vec::new(),
        }
    }

    /// This draft with another sheet; the present one stays recoverable unless it is empty.
    pub fn replacing(&self, sheet: Sheet, screen: Screen) -> Draft {
        Draft {
            sheet,
            screen,
            ..self.keeping(&self.sheet)
        }
    }

    /// This draft with one more sheet that can be brought back; an empty one is not kept, and none is kept twice.
    pub fn keeping(&self, sheet: &Sheet) -> Draft {
        let mut draft = self.clone();
        if !sheet.is_empty() {
            draft.replaced.retain(|kept| kept != sheet);
            draft.replaced.push(sheet.clone());
            let too_many = draft.replaced.len().saturating_sub(MOST_REPLACED);
            draft.replaced.drain(..too_many);
        }
        draft
    }

    /// This draft with the newest replaced sheet; the present one goes to the other end, so that whoever goes on comes
    /// by all of them.
    pub fn restored(&self) -> Draft {
        let mut replaced = self.replaced.clone();
        let Some(sheet) = replaced.pop() else {
            return self.clone();
        };
        if !self.sheet.is_empty() {
            replaced.insert(0, self.sheet.clone());
        }
        let screen = if sheet.track_chosen {
            Screen::Page(0)
        } else {
            Screen::Start
        };
        Draft {
            sheet,
            screen,
            replaced,
        }
    }

    /// What two windows changed since `base`, together; where the visitor is stays ours.
    pub fn merged(&self, base: &Draft, theirs: &Draft) -> Draft {
        let mut replaced = theirs.replaced.clone();
        if self.replaced != base.replaced {
            let known = |sheet: &&Sheet| base.replaced.contains(sheet) || self.replaced.contains(sheet);
            replaced.retain(|sheet| !known(&sheet));
            replaced.extend(self.replaced.iter().cloned());
        }
        Draft {
            sheet: self.sheet.merged(&base.sheet, &theirs.sheet),
            screen: self.screen,
            replaced,
        }
    }

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
        let lost = |message: &str| Fault {
            code: "not-a-draft",
            path: String::new(),
            message: message.to_owned(),
        };
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
