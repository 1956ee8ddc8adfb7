//! A page of questions: one element, or the published conditions, or the effects.

use super::draft::Screen;
use super::question::{error, question};
use super::state::{Action, Focus};
use super::view::View;
use crate::answers::{Answer, write_number};
use crate::assess::{Improvement, State as Answering};
use crate::standard::{Effect, FULL, Page, Rate};
use crate::strings::fill;
use yew::prelude::*;

/// The title of a page.
pub fn title<'a>(view: &'a View, page: Page) -> &'a str {
    match page {
        Page::Published => view.words.page_published,
        Page::Element(element) => view.text(&view.state.standard.elements[element].title),
        Page::Effects => view.words.page_effects,
    }
}

/// How many questions of a page are asked, and how many of them are answered.
fn progress(view: &View, page: Page) -> (usize, usize) {
    let state = view.state;
    let questions = state.standard.questions_on(page, state.draft.sheet.answers.track);
    let states = questions
        .iter()
        .map(|question| state.assessment.states[*question]);
    let asked = states.clone().filter(|state| state.is_asked()).count();
    (asked - states.filter(|state| state.is_open()).count(), asked)
}

/// The steps: every page of the track, and the result.
pub fn steps(view: &View) -> Html {
    let state = view.state;
    let words = view.words;
    let pages = state.standard.pages(state.draft.sheet.answers.track);
    let step = |screen: Screen, title: &str, count: Option<String>| {
        let current = state.draft.screen == screen;
        html! {
            <li>
                <button type="button" class="step" aria-current={current.then_some("step")}
                    onclick={view.on(Action::Go(screen))}>
                    <span>{ title }</span>
                    <span class="facts">{ count.unwrap_or_default() }</span>
                </button>
            </li>
        }
    };
    let page = |(number, page): (usize, &Page)| {
        let (answered, asked) = progress(view, *page);
        let count = fill(words.answered_of, &[&answered.to_string(), &asked.to_string()]);
        step(Screen::Page(number), title(view, *page), Some(count))
    };
    let list = html! {
        <ol>
            { for pages.iter().enumerate().map(page) }
            { step(Screen::Result, words.result_heading, None) }
        </ol>
    };
    let here = match state.draft.screen {
        Screen::Page(page) => fill(
            words.step_of,
            &[&(page + 1).to_string(), &(pages.len() + 1).to_string()],
        ),
        _ => words.result_heading.to_owned(),
    };
    html! {
        <nav class="steps" aria-label={words.steps}>
            <details class="narrow"><summary>{ here }</summary>{ list.clone() }</details>
            <div class="wide">{ list }</div>
        </nav>
    }
}

/// A page of questions.
pub fn questions(view: &View, number: usize) -> Html {
    let state = view.state;
    let standard = &state.standard;
    let words = view.words;
    let track = state.draft.sheet.answers.track;
    let pages = standard.pages(track);
    let Some(page) = pages.get(number).copied() else {
        return Html::default();
    };
    let about = match page {
        Page::Published => html! { <p class="lead">{ words.page_published_about }</p> },
        Page::Element(element) => {
            let element = &standard.elements[element];
            html! { <><p class="lead">{ view.text(&element.about) }</p>{ view.basis(&element.basis) }</> }
        }
        Page::Effects => html! { <p class="lead">{ words.page_effects_about }</p> },
    };
    let shown = |index: usize| {
        let rate = standard
            .rates
            .iter()
            .find(|rate| rate.part == index && rate.tracks.contains(track));
        let effect = standard.effects.iter().position(|effect| effect.after == index);
        html! {
            <div class="asked" key={standard.questions[index].id.clone()}>
                { question(view, index) }
                <div class="working">{ rate.map(|rate| rate_working(view, rate)).unwrap_or_default() }</div>
                <div class="working">
                    { effect.map(|effect| effect_working(view, effect)).unwrap_or_default() }
                </div>
            </div>
        }
    };
    let back = if number == 0 {
        Screen::Start
    } else {
        Screen::Page(number - 1)
    };
    let last = number + 1 == pages.len();
    let next = if last {
        Screen::Result
    } else {
        Screen::Page(number + 1)
    };
    html! {
        <section class="screen" key={format!("page-{number}")}>
            <h3 class="screen-title" id="heading" tabindex="-1">{ title(view, page) }</h3>
            <div class="about">{ about }</div>
            <div class="slot">{ errors(view) }</div>
            { for standard.questions_on(page, track).into_iter().map(shown) }
            <div class="actions">
                <button type="button" onclick={view.on(Action::Go(back))}>{ words.back }</button>
                <button type="button" class="primary" onclick={view.on(Action::Go(next))}>
                    { if last { words.to_result } else { words.next } }
                </button>
            </div>
        </section>
    }
}

/// What must be corrected before the page is left, each with a way to its field.
fn errors(view: &View) -> Html {
    let faults = view.state.faults_on_page();
    if !view.state.warned || faults.is_empty() {
        return Html::default();
    }
    let fault = |(index, fault): &(usize, _)| {
        html! {
            <li>
                <button type="button" class="link" onclick={view.on(Action::GoToQuestion(*index))}>
                    { view.question(*index) }
                </button>
                <span>{ " " }{ error(view, *index, *fault) }</span>
            </li>
        }
    };
    html! {
        <div class="errors" role="group" aria-labelledby="errors" >
            <h4 id={Focus::Errors.id()} tabindex="-1">
                { fill(view.words.errors_heading, &[&faults.len().to_string()]) }
            </h4>
            <p>{ view.words.errors_body }</p>
            <ul>{ for faults.iter().map(fault) }</ul>
        </div>
    }
}

fn rate_working(view: &View, rate: &Rate) -> Html {
    let words = view.words;
    let answers = &view.state.draft.sheet.answers;
    let state = |question: usize| view.state.assessment.states[question];
    let count = |question: usize| match answers.get(question) {
        Some(Answer::Count(count)) => Some(*count),
        _ => None,
    };
    let working = match (count(rate.part), count(rate.total)) {
        _ if state(rate.total) == Answering::NotApplicable => words.rate_not_applicable.to_owned(),
        (Some(part), Some(total)) if part > total => {
            fill(words.rate_above_total, &[&part.to_string(), &total.to_string()])
        }
        (Some(part), Some(total)) => {
            let rate = view.share(crate::assess::Fraction::new(part * FULL, total));
            fill(
                words.rate_working,
                &[&part.to_string(), &total.to_string(), &rate],
            )
        }
        _ => words.rate_open.to_owned(),
    };
    html! {
        <div class="rate">
            <p><strong>{ view.text(&rate.title) }</strong><output>{ working }</output></p>
            { view.basis(&rate.basis) }
            <div class="references">{ for rate.references.iter().map(|figure| view.figure(figure)) }</div>
        </div>
    }
}

/// The change from before to after, in words.
pub fn improvement(view: &View, index: usize) -> String {
    let words = view.words;
    match view.state.assessment.effects[index] {
        Improvement::Is(change) if change < 0 => fill(words.effect_worse, &[&view.percent(-change)]),
        Improvement::Is(change) => fill(words.effect_working, &[&view.percent(change)]),
        Improvement::NoPercentage => words.effect_no_percentage.to_owned(),
        Improvement::Open => words.effect_open.to_owned(),
        Improvement::NotApplicable => words.effect_not_applicable.to_owned(),
    }
}

/// How the change is worked out: the difference divided by the figure before.
pub fn improvement_working(view: &View, effect: &Effect) -> String {
    let number = |question: usize| match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Number(number)) => Some(write_number(*number)),
        _ => None,
    };
    match (number(effect.before), number(effect.after)) {
        (Some(before), Some(after)) if effect.up => format!("({after} − {before}) ÷ {before}"),
        (Some(before), Some(after)) => format!("({before} − {after}) ÷ {before}"),
        _ => String::new(),
    }
}

fn effect_working(view: &View, index: usize) -> Html {
    let effect = &view.state.standard.effects[index];
    html! {
        <div class="rate">
            <p>
                <strong>{ view.text(&effect.title) }</strong>
                <output>{ improvement(view, index) }{ " " }<span class="facts">{ improvement_working(view, effect) }</span></output>
            </p>
            { view.basis(&effect.basis) }
            <details class="help">
                <summary>{ view.words.effect_references }</summary>
                <div class="references">{ for effect.references.iter().map(|figure| view.figure(figure)) }</div>
            </details>
        </div>
    }
}
