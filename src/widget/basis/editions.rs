//! Two editions side by side: what changed, what that means for this firm, and how its answers carry over.

use super::super::components::as_of;
use super::super::context::View;
use super::super::draft::{Draft, Sheet, Typing};
use super::super::state::State;
use crate::editions::{Comparison, compare};
use crate::standard::{Criterion, Standard};
use crate::strings::fill;
use pair::Pair;
use std::rc::Rc;
use yew::{Html, html};

mod carried;
mod conditions;
mod pair;

/// The part of the screen; nothing where there is no other edition.
pub fn part(view: &View, editions: &[Rc<Standard>]) -> Html {
    let words = &view.words.editions;
    let here = &view.state.standard;
    let Some([earlier, later]) = pair(here, editions) else {
        return Html::default();
    };
    let comparison = compare(here, &view.state.draft.sheet.answers, &[&earlier, &later]);
    let states = [(0, &earlier), (1, &later)]
        .map(|(edition, standard)| state_under(view, &comparison, edition, standard));
    let name = |standard: &Standard| fill(words.edition, &[&standard.edition]);
    let [earlier_index, later_index] = [0, 1].map(|edition: usize| states[edition].assessment.index.range);
    let about_index = match earlier_index == later_index {
        true => words.index_same,
        false => view.words.index_own,
    };
    let pair = Pair {
        view,
        words,
        comparison: &comparison,
        states: &states,
        names: [name(&earlier), name(&later)],
    };
    html! {
        <section key="editions" class="panel editions">
            <h4>{ fill(words.heading, &[pair.name(0), pair.name(1)]) }</h4>
            <p>{ words.about }</p>
            <p class="facts">{ only_known(&pair) }</p>
            { conditions::table(&pair) }
            <div class="facts">
                { about_index }
                { view.basis(&here.own.weights) }
            </div>
            <details>
                <summary>{ words.more }</summary>
                { carried::report(&pair) }
                { about_edition(&pair.under(0), pair.name(0)) }
                { about_edition(&pair.under(1), pair.name(1)) }
            </details>
        </section>
    }
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

/// What the widget would show with the answers carried over to an edition.
fn state_under(view: &View, comparison: &Comparison, edition: usize, standard: &Rc<Standard>) -> Rc<State> {
    let draft = Draft {
        sheet: Sheet {
            answers: comparison.editions[edition].carried.answers.clone(),
            track_chosen: view.state.draft.sheet.track_chosen,
            typed: Typing::default(),
            by_page: false,
            part: None,
        },
        screen: view.state.draft.screen,
        replaced: Vec::new(),
    };
    Rc::new(State::new(standard.clone(), Rc::new(draft)))
}

/// What is said of an edition whose questionnaire is another's.
fn only_known(pair: &Pair) -> String {
    let mut editions = pair.comparison.editions.iter();
    let based = editions.position(|edition| edition.standard.based_on.is_some());
    based.map_or_else(String::new, |based| {
        fill(pair.words.only_known, &[pair.name(based), pair.name(1 - based)])
    })
}

/// What the edition leaves open about a condition, and what is to be said of its figure.
fn open_points(view: &View, criterion: &Criterion) -> Html {
    let notes = criterion.at_least.note.iter().chain(&criterion.notes);
    html! {
        <div key={criterion.id.as_str()} class="reference">
            <div>{ view.text(&criterion.title) }{ " " }{ view.basis(&criterion.at_least.basis) }</div>
            <ul>{ for notes.map(|note| html! { <li>{ view.text(note) }</li> }) }</ul>
        </div>
    }
}

/// An edition with its standing, and what our sources knew of it and until when.
fn about_edition(view: &View, name: &str) -> Html {
    let standard = &view.state.standard;
    let source = &standard.sources[standard.source];
    html! {
        <article>
            <h5>{ name }</h5>
            <p class="facts">{ as_of(view) }</p>
            <p>{ view.text(&standard.standing) }</p>
            { for standard.criteria.iter().map(|criterion| open_points(view, criterion)) }
            <details>
                <summary>{ view.words.source }</summary>
                <ul class="sources">{ view.document_item(source, Html::default()) }</ul>
            </details>
        </article>
    }
}
