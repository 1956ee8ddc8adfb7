//! Two editions side by side: what changed, what that means for this firm, and how its answers carry over.

use super::draft::{Draft, Sheet, Typing};
use super::element::{Attr, El, el, sequence};
use super::result::as_of;
use super::state::State;
use super::view::View;
use crate::editions::{Comparison, compare};
use crate::standard::Standard;
use crate::strings::editions::Words;
use crate::strings::fill;
use std::rc::Rc;

mod carried;
mod conditions;

/// Two editions, each with the state in which the answers stand under it.
struct Pair<'a> {
    /// What the visitor sees.
    view: &'a View<'a>,
    words: &'a Words,
    found: &'a Comparison<'a>,
    states: &'a [State; 2],
    /// What the editions are called.
    names: [String; 2],
}

impl Pair<'_> {
    /// The view as it would be under an edition: its texts, its documents, its verdicts.
    fn under(&self, edition: usize) -> View<'_> {
        View {
            state: &self.states[edition],
            lang: self.view.lang,
            words: self.view.words,
            act: self.view.act.clone(),
        }
    }

    fn name(&self, edition: usize) -> &str {
        &self.names[edition]
    }

    /// A table with a column for each edition.
    fn table(&self, rows: El) -> El {
        let columns = [self.words.aspect, self.name(0), self.name(1)];
        let columns = columns
            .into_iter()
            .map(|words| el("th").attr(Attr::Scope, "col").text(words));
        el("table")
            .with(el("thead").with(el("tr").all(columns)))
            .with(el("tbody").with(rows))
    }
}

/// A row of a table: what it is about, and a cell for each edition.
fn row(about: El, cells: [El; 2]) -> El {
    let cells = cells.into_iter().map(|cell| el("td").with(cell));
    el("tr")
        .with(el("th").attr(Attr::Scope, "row").with(about))
        .all(cells)
}

fn text(words: &str) -> El {
    sequence().line("span", words)
}

/// The screen.
pub fn screen(view: &View, editions: &[Rc<Standard>]) -> El {
    let words = &view.words.editions;
    let here = &view.state.standard;
    let Some([earlier, later]) = pair(here, editions) else {
        return el("section.screen editions")
            .key("editions")
            .with(view.heading(words.heading_alone))
            .line_owned("p.facts", as_of(view))
            .line("p", words.none);
    };
    let sheet = &view.state.draft.sheet;
    let found = compare(here, &sheet.answers, &[&earlier, &later]);
    let states = [0, 1].map(|edition| {
        let standard = [&earlier, &later][edition].clone();
        let sheet = Sheet {
            answers: found.editions[edition].carried.answers.clone(),
            track_chosen: sheet.track_chosen,
            typed: Typing::default(),
        };
        let screen = view.state.draft.screen;
        let replaced = Vec::new();
        let draft = Draft {
            sheet,
            screen,
            replaced,
        };
        State::new(standard, Rc::new(draft))
    });
    let name = |standard: &Standard| fill(words.edition, &[&standard.edition]);
    let pair = Pair {
        view,
        words,
        found: &found,
        states: &states,
        names: [name(&earlier), name(&later)],
    };
    el("section.screen editions")
        .key("editions")
        .with(view.heading(&fill(words.heading, &[pair.name(0), pair.name(1)])))
        .line_owned("p.facts", as_of(view))
        .line("p.lead", words.about)
        .line_owned("p.notice-own", only_known(&pair))
        .with(conditions::conditions(&pair))
        .with(conditions::whole(&pair))
        .with(carried::carried(&pair))
        .with(about(&pair))
}

/// The edition at hand and another of its family, the earlier one first.
fn pair(here: &Rc<Standard>, all: &[Rc<Standard>]) -> Option<[Rc<Standard>; 2]> {
    let root = |standard: &Standard| standard.based_on.clone().unwrap_or_else(|| standard.id.clone());
    let other = all
        .iter()
        .find(|other| other.id != here.id && root(other) == root(here))?;
    let mut pair = [here.clone(), other.clone()];
    pair.sort_by(|one, other| one.edition.cmp(&other.edition));
    Some(pair)
}

/// What is said of an edition whose questionnaire is another's.
fn only_known(pair: &Pair) -> String {
    let based = pair
        .found
        .editions
        .iter()
        .position(|edition| edition.standard.based_on.is_some());
    based.map_or_else(String::new, |based| {
        fill(pair.words.only_known, &[pair.name(based), pair.name(1 - based)])
    })
}

/// Each edition with its standing, and what our sources knew of it and until when.
fn about(pair: &Pair) -> El {
    let editions = [0, 1].into_iter().map(|edition| {
        let view = pair.under(edition);
        let standard = &view.state.standard;
        let source = &standard.sources[standard.source];
        el("article")
            .line("h5", pair.name(edition))
            .line_owned("p.facts", as_of(&view))
            .line("p", view.text(&standard.standing))
            .with(
                el("details")
                    .line("summary", view.words.source)
                    .with(el("p").with(view.document(source)))
                    .line("p.facts", view.optional(&source.note))
                    .with(
                        el("p")
                            .text(view.words.grade)
                            .text(" ")
                            .text(view.grade(source.grade)),
                    ),
            )
    });
    el("section.panel")
        .line("h4", pair.words.editions_heading)
        .all(editions)
}
