//! A page of questions: one element, or the published conditions, or the effects.

use super::action::{Action, Focus};
use super::components::{button, live_facts, overall_badge, primary};
use super::context::View;
use super::draft::Screen;
use super::places;
use crate::assess::Verdict;
use crate::standard::Page;
use crate::strings::fill;
use asked::asked;
use question::error;
pub use titles::title;
use yew::prelude::*;

mod asked;
mod conditions;
mod contradictions;
mod controls;
mod effect;
mod help;
pub mod live;
pub mod question;
mod rate;
pub mod said;
pub mod steps;
mod titles;

pub use effect::{improvement, improvement_working};

/// A page of questions.
pub fn questions(view: &View, number: usize) -> Html {
    let standard = &view.state.standard;
    let track = view.state.draft.sheet.answers.track;
    let pages = standard.pages(track);
    let Some(page) = pages.get(number).copied() else {
        return Html::default();
    };
    let mut shown = standard.questions_on(page, track);
    shown.retain(|question| view.state.is_shown(*question));
    let asked = match page {
        Page::Published => conditions::conditions(view, &shown),
        Page::Element(_) => shown.iter().map(|index| asked(view, *index)).collect(),
        Page::Effects => effect::effects(view, &shown),
    };
    html! {
        <section key={format!("page-{number}")} class="screen">
            { view.heading(title(view, page)) }
            <div class="about">{ about(view, page, &pages) }</div>
            <div class="slot">{ errors(view) }</div>
            { asked }
            { way_on(view, number, &pages) }
        </section>
    }
}

/// The way back and on; on a narrow screen it stays in view, with how far the page is and what it comes to.
fn way_on(view: &View, number: usize, pages: &[Page]) -> Html {
    let words = view.words;
    let shown = view.state.pages_shown();
    let before = shown.iter().rev().find(|page| **page < number);
    let back = before.map_or(Screen::Start, |page| Screen::Page(*page));
    let (next, next_words) = match shown.iter().find(|page| **page > number) {
        Some(page) => (Screen::Page(*page), words.next),
        None if view.state.draft.sheet.part.is_some() => (Screen::Exchange, words.departments.hand_back),
        None => (Screen::Result, words.to_result),
    };
    let progress = view.answered_of(steps::progress(view, pages)[number]);
    let criteria = view.state.standard.criteria.len().to_string();
    html! {
        <div class="actions way-on">
            <p class="so-far">
                { live_facts(&progress) }
                { for overall_badge(view).map(|badge| html! {
                    <span>{ fill(words.so_far, &[&criteria]) }{ " " }{ badge }</span>
                }) }
            </p>
            { button("", words.back, view.sends(Action::Go(back))) }
            { primary(next_words, view.sends(Action::Go(next))) }
            { for places::back_to(view).or_else(|| to_result(view, pages[number])) }
        </div>
    }
}

/// The way to the result from the page of the conditions, once each is judged or has nothing left to answer.
fn to_result(view: &View, page: Page) -> Option<Html> {
    let state = view.state;
    let mut criteria = state.standard.criteria.iter().zip(&state.assessment.conditions);
    let done = criteria.all(|(criterion, condition)| {
        let mut questions = criterion.readings.iter().flat_map(|reading| &reading.questions);
        let answers = &state.draft.sheet.answers;
        condition.verdict != Verdict::Unknown || questions.all(|question| answers.get(*question).is_some())
    });
    let there = page == Page::Published && !state.standard.criteria.is_empty() && done;
    there.then(|| {
        button(
            "quiet",
            view.words.to_result,
            view.sends(Action::Go(Screen::Result)),
        )
    })
}

fn about(view: &View, page: Page, pages: &[Page]) -> Html {
    let words = view.words;
    match page {
        Page::Published => {
            let standard = &view.state.standard;
            let known = standard.criteria.len().to_string();
            let first = standard.criteria.iter().take(1);
            html! {
                <div class="lead">
                    { fill(words.page_published_about, &[&standard.edition, &known]) }
                    { for first.map(|criterion| view.basis(&criterion.at_least.basis)) }
                </div>
            }
        }
        Page::Element(element) => {
            let element = &view.state.standard.elements[element];
            // Said once: after that it is known, and stands in the help of each such question.
            let first = pages.iter().find(|page| matches!(page, Page::Element(_))) == Some(&page);
            html! {
                <>
                    <div class="lead">
                        { view.text(&element.about) }
                        { view.basis(&element.basis) }
                    </div>
                    <p class="hint">{ if first { words.page_element_about } else { "" } }</p>
                </>
            }
        }
        Page::Effects => html! { <p class="lead">{ words.page_effects_about }</p> },
    }
}

/// What must be corrected before the page is left, each with a way to its field.
fn errors(view: &View) -> Html {
    let faults = if view.state.warned {
        view.state.faults_on_page()
    } else {
        Vec::new()
    };
    if faults.is_empty() {
        return Html::default();
    }
    let heading = fill(view.words.errors_heading, &[&faults.len().to_string()]);
    let lines = faults.into_iter().map(|(index, fault)| {
        html! {
            <li key={index}>
                { button("link", view.question(index), view.sends(Action::GoToQuestion(index))) }
                <span>{ " " }{ error(view, index, fault) }</span>
            </li>
        }
    });
    html! {
        <div class="errors" role="group" aria-labelledby={Focus::Errors.id()}>
            <h4 id={Focus::Errors.id()} tabindex="-1">{ heading }</h4>
            <p>{ view.words.errors_body }</p>
            <ul>{ for lines }</ul>
        </div>
    }
}
