//! A page of questions: one element, or the published conditions, or the effects.

use super::action::{Action, Focus};
use super::components::{button, primary};
use super::context::View;
use super::draft::Screen;
use crate::assess::Contradiction;
use crate::lang::Lang;
use crate::standard::{Page, Standard};
use crate::strings::{Strings, fill};
use question::{error, question};
use yew::prelude::*;

mod controls;
mod effect;
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
    let words = view.words;
    let standard = &view.state.standard;
    let track = view.state.draft.sheet.answers.track;
    let pages = standard.pages(track);
    let Some(page) = pages.get(number).copied() else {
        return Html::default();
    };
    let back = if number == 0 {
        Screen::Start
    } else {
        Screen::Page(number - 1)
    };
    let (next, next_words) = if number + 1 == pages.len() {
        (Screen::Result, words.to_result)
    } else {
        (Screen::Page(number + 1), words.next)
    };
    let shown = standard.questions_on(page, track).into_iter();
    html! {
        <section key={format!("page-{number}")} class="screen">
            { view.heading(title(view, page)) }
            <div class="about">{ about(view, page) }</div>
            <div class="slot">{ errors(view) }</div>
            { for shown.map(|index| asked(view, index)) }
            <div class="actions">
                { button("", words.back, view.sends(Action::Go(back))) }
                { primary(next_words, view.sends(Action::Go(next))) }
            </div>
        </section>
    }
}

fn about(view: &View, page: Page) -> Html {
    let words = view.words;
    match page {
        Page::Published => view.published("p.lead", words.page_published_about),
        Page::Element(element) => {
            let element = &view.state.standard.elements[element];
            html! {
                <>
                    <p class="lead">{ view.text(&element.about) }</p>
                    <p class="hint">{ words.page_element_about }</p>
                    { view.basis(&element.basis) }
                </>
            }
        }
        Page::Effects => html! { <p class="lead">{ words.page_effects_about }</p> },
    }
}

/// A question, and under it the rate and the effect that it completes.
fn asked(view: &View, index: usize) -> Html {
    let standard = &view.state.standard;
    let track = view.state.draft.sheet.answers.track;
    let mut rates = standard.rates.iter();
    let rate = rates.find(|rate| rate.part == index && rate.tracks.contains(track));
    let effect = standard.effects.iter().position(|effect| effect.after == index);
    let mut contradiction = String::new();
    let mut chosen = Vec::new();
    for found in &view.state.assessment.contradictions {
        let text = match *found {
            Contradiction::Relation(number) => &standard.relations[number].text,
            Contradiction::Rule(number) => &standard.rules[number].text,
            // Stands with the rate.
            Contradiction::Rate(_) => continue,
        };
        // Said once, under the question that stands last.
        if found.questions(standard).iter().max() == Some(&index) {
            contradiction.push_str(view.text(text));
            contradiction.push(' ');
            if let Contradiction::Rule(number) = *found {
                chosen.push(view.basis(&standard.rules[number].basis));
            }
        }
    }
    html! {
        <div key={standard.questions[index].id.as_str()} class="asked">
            { question(view, index) }
            <div class="working">{ for rate.map(|rate| rate::working(view, rate)) }</div>
            <div class="working">{ for effect.map(|effect| effect::working(view, effect)) }</div>
            <p class="error">{ contradiction }</p>
            <div class="slot">{ for chosen }</div>
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
