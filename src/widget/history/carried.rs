//! The steps as they go from the first module to the whole one. Each sheet is written once: most are the one after a step
//! and the one before the next.

use super::{Done, History, Said, Step};
use crate::answers::Extra;
use crate::answers::place::Place;
use crate::document::{Faults, Node, Place as At};
use crate::standard::Standard;
use crate::widget::draft::{Draft, Screen, Sheet};
use std::rc::Rc;

/// How many levels an answer document lies inside a sheet.
const LEVELS_AROUND: u8 = 1;

/// The sheets that were met so far.
#[derive(Default)]
struct Sheets<'a>(Vec<&'a Sheet>);

impl<'a> Sheets<'a> {
    fn number(&mut self, sheet: &'a Sheet) -> Node {
        // The one that is asked for was mostly met last.
        let met = self.0.iter().rposition(|met| *met == sheet);
        let number = met.unwrap_or_else(|| {
            self.0.push(sheet);
            self.0.len() - 1
        });
        Node::whole(number as i64)
    }

    fn draft(&mut self, draft: &'a Draft) -> Node {
        let replaced = draft.replaced.iter().map(|sheet| self.number(sheet));
        let replaced = Node::List(replaced.collect());
        Node::List(vec![self.number(&draft.sheet), draft.screen.to_node(), replaced])
    }

    fn steps(&mut self, steps: &'a [Step]) -> Node {
        let steps = steps.iter().map(|step| {
            Node::List(vec![
                step.what.to_node(),
                self.draft(&step.before),
                self.draft(&step.after),
                Node::Bool(step.is_open),
            ])
        });
        Node::List(steps.collect())
    }
}

impl Done {
    fn to_node(&self) -> Node {
        let named = |name: &str, more: Vec<Node>| {
            let mut list = vec![Node::text(name)];
            list.extend(more);
            Node::List(list)
        };
        match self {
            Done::At(Place::Track) => named("track", Vec::new()),
            Done::At(Place::Answer(question)) => named("answer", vec![Node::whole(*question as i64)]),
            Done::At(Place::Beside(extra, path)) => {
                let path = path.iter().map(|step| Node::text(step));
                named(
                    "beside",
                    vec![Node::text(extra.key()), Node::List(path.collect())],
                )
            }
            Done::StartedOver => named("started-over", Vec::new()),
            Done::Replaced => named("replaced", Vec::new()),
            Done::Restored => named("restored", Vec::new()),
            Done::Opened => named("opened", Vec::new()),
        }
    }

    fn from_node(node: &Node, standard: &Standard) -> Option<Done> {
        let [name, more @ ..] = list(node) else {
            return None;
        };
        Some(match (text(name)?, more) {
            ("track", []) => Done::At(Place::Track),
            ("answer", [question]) => {
                let question = number(question).filter(|question| *question < standard.questions.len());
                Done::At(Place::Answer(question?))
            }
            ("beside", [extra, path]) => {
                let extra = Extra::ALL
                    .into_iter()
                    .find(|known| Some(known.key()) == text(extra))?;
                let path = list(path).iter().filter_map(text).map(str::to_owned);
                Done::At(Place::Beside(extra, path.collect()))
            }
            ("started-over", []) => Done::StartedOver,
            ("replaced", []) => Done::Replaced,
            ("restored", []) => Done::Restored,
            ("opened", []) => Done::Opened,
            _ => return None,
        })
    }
}

impl History {
    /// The steps as a document.
    pub fn to_node(&self, standard: &Standard) -> Node {
        let mut sheets = Sheets::default();
        let [done, undone] = [&self.done, &self.undone].map(|steps| sheets.steps(steps));
        let said = self.said.as_ref().map_or(Node::Null, |said| {
            Node::List(vec![
                said.what.to_node(),
                Node::Bool(said.undone),
                Node::Bool(said.moot),
            ])
        });
        let texts = sheets.0.iter().map(|sheet| {
            let text = serde_json::to_string(&sheet.stored(standard));
            Node::Text(text.expect("the keys are texts, and nothing is left but to write them"))
        });
        Node::map([
            ("sheets", Node::List(texts.collect())),
            ("done", done),
            ("undone", undone),
            ("said", said),
            ("number", Node::whole(self.number.into())),
        ])
    }

    /// The steps that were written like this; none where one of them cannot be read.
    pub fn from_node(node: &Node, standard: &Standard) -> History {
        History::read(node, standard).unwrap_or_default()
    }

    fn read(node: &Node, standard: &Standard) -> Option<History> {
        let sheets = list(node.get("sheets")?).iter().map(|node| sheet(node, standard));
        let sheets: Vec<Sheet> = sheets.collect::<Option<_>>()?;
        let steps = |key: &str| {
            let steps = list(node.get(key)?)
                .iter()
                .map(|node| step(node, &sheets, standard));
            steps.collect::<Option<Vec<Step>>>()
        };
        let number = number(node.get("number")?)? as u32;
        let said = match list(node.get("said")?) {
            [what, undone, moot] => Some(Said {
                what: Done::from_node(what, standard)?,
                undone: *undone == Node::Bool(true),
                moot: *moot == Node::Bool(true),
                number,
            }),
            _ => None,
        };
        Some(History {
            done: steps("done")?,
            undone: steps("undone")?,
            begun: None,
            said,
            number,
        })
    }
}

fn step(node: &Node, sheets: &[Sheet], standard: &Standard) -> Option<Step> {
    let [what, before, after, is_open] = list(node) else {
        return None;
    };
    Some(Step {
        what: Done::from_node(what, standard)?,
        before: Rc::new(draft(before, sheets, standard)?),
        after: Rc::new(draft(after, sheets, standard)?),
        is_open: *is_open == Node::Bool(true),
    })
}

fn draft(node: &Node, sheets: &[Sheet], standard: &Standard) -> Option<Draft> {
    let [sheet, screen, replaced] = list(node) else {
        return None;
    };
    let of = |node: &Node| sheets.get(number(node)?).cloned();
    let sheet = of(sheet)?;
    let pages = standard.pages(sheet.answers.track).len();
    Some(Draft {
        screen: Screen::from_node(Some(screen), pages),
        replaced: list(replaced).iter().map(of).collect::<Option<_>>()?,
        sheet,
    })
}

fn sheet(node: &Node, standard: &Standard) -> Option<Sheet> {
    let node = Node::from_json_around(text(node)?, LEVELS_AROUND).ok()?;
    let faults = Faults::default();
    let sheet = Sheet::read(&At::root(&node, &faults), standard)?;
    faults.is_empty().then_some(sheet)
}

fn list(node: &Node) -> &[Node] {
    match node {
        Node::List(list) => list,
        _ => &[],
    }
}

fn text(node: &Node) -> Option<&str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

fn number(node: &Node) -> Option<usize> {
    match node {
        Node::Number(number) => Some(*number as usize),
        _ => None,
    }
}
