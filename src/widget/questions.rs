//! A page of questions: one element, or the published conditions, or the effects.

use super::action::{Action, Focus};
use super::components::{button, live_facts, overall_badge, primary};
use super::context::View;
use super::draft::Screen;
use crate::lang::Lang;
use crate::standard::{Page, Standard};
use crate::strings::{Strings, fill};
use contradictions::contradictions;
use question::{error, question};
use yew::prelude::*;

mod conditions;
mod contradictions;
mod controls;
mod effect;
mod help;
pub mod live;
pub mod question;
mod rate;
pub mod steps;

pub use effect::{improvement, improvement_working};

/// The title of a page.
pub fn title<'a>(view: &'a View, page: Page) -> &'a str {
    page_title(&view.state.standard, view.words, view.lang, page)
}

/// The same where there is no view.
pub fn page_title<'a>(standard: &'a Standard, words: &'static Strings, lang: Lang, page: Page) -> &'a str {
    match page {
        Page::Published => words.page_published,
        Page::Element(element) => standard.elements[element].title.get(lang),
        Page::Effects => words.page_effects,
    }
}

/// A page of questions.
pub fn questions(view: &View, number: usize) -> Html {
    let standard = &view.state.standard;
    let track = view.state.draft.sheet.answers.track;
    let pages = standard.pages(track);
    let Some(page) = pages.get(number).copied() else {
        return Html::default();
    };
    let shown = standard.questions_on(page, track);
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
    let back = match number {
        0 => Screen::Start,
        _ => Screen::Page(number - 1),
    };
    let (next, next_words) = match number + 1 == pages.len() {
        true => (Screen::Result, words.to_result),
        false => (Screen::Page(number + 1), words.next),
    };
    let (answered, asked) = steps::progress(view, pages)[number];
    let progress = fill(words.answered_of, &[&answered.to_string(), &asked.to_string()]);
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
        </div>
    }
}

fn about(view: &View, page: Page, pages: &[Page]) -> Html {
    let words = view.words;
    match page {
        Page::Published => {
            let standard = &view.state.standard;
            let known = standard.criteria.len().to_string();
            html! { <p class="lead">{ fill(words.page_published_about, &[&standard.edition, &known]) }</p> }
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

/// A question, and under it the rate that it completes and what it contradicts.
fn asked(view: &View, index: usize) -> Html {
    let standard = &view.state.standard;
    let track = view.state.draft.sheet.answers.track;
    let mut rates = standard.rates.iter();
    let rate = rates.find(|rate| rate.part == index && rate.tracks.contains(track));
    html! {
        <div key={standard.questions[index].id.as_str()} class="asked">
            { question(view, index) }
            <div class="working">{ for rate.map(|rate| rate::working(view, rate)) }</div>
            { contradictions(view, index) }
        </div>
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
