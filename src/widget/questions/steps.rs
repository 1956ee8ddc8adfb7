//! The steps: every page of the track, the result, and the screens behind it.

use super::super::draft::Screen;
use super::super::element::{Attr, El, On, el, sequence};
use super::super::state::Action;
use super::super::view::View;
use super::page_title;
use crate::lang::Lang;
use crate::standard::{Page, Standard};
use crate::strings::{Strings, fill};
use std::rc::Rc;
use yew::prelude::*;

/// The steps.
pub fn steps(view: &View) -> El {
    let state = view.state;
    let words = view.words;
    let pages = state.standard.pages(state.draft.sheet.answers.track);
    let here = match state.draft.screen {
        Screen::Page(page) => fill(
            words.step_of,
            &[&(page + 1).to_string(), &(pages.len() + 1).to_string()],
        ),
        screen => title_behind(words, screen).to_owned(),
    };
    let here = match state.assessment.index.range {
        Some(range) => [&here, " · ", &view.range(range.low, range.high)].concat(),
        None => here,
    };
    let parts = parts(view, &pages);
    let list = || {
        let parts = parts.iter();
        parts.fold(el("ol"), |list, part| list.component::<Part>(part.clone()))
    };
    // The list twice, for narrow and for wide screens; of the two one is shown.
    let narrow = el("details.narrow")
        .with(el("summary").fresh("span", &here))
        .with(list())
        .line("p.facts", words.index_own)
        .with(view.open_basis(&state.standard.own.weights));
    el("nav.steps")
        .attr(Attr::Label, words.steps)
        .with(narrow)
        .with(el("div.wide").with(list()))
}

/// The title of the result, or of a screen behind it.
pub fn title_behind(words: &'static Strings, screen: Screen) -> &'static str {
    match screen {
        Screen::Programmes => words.step_programmes,
        Screen::Editions => words.step_editions,
        Screen::Sensitivity => words.step_outlook,
        Screen::Evidence => words.step_papers,
        Screen::Plan => words.step_plan,
        _ => words.result_heading,
    }
}

/// How many questions of each page are answered, and how many are asked: one pass, however many pages there are.
fn progress(view: &View, pages: &[Page]) -> Vec<(usize, usize)> {
    let state = view.state;
    let mut place_of_element = vec![usize::MAX; state.standard.elements.len()];
    for (place, page) in pages.iter().enumerate() {
        if let Page::Element(element) = page {
            place_of_element[*element] = place;
        }
    }
    let mut progress = vec![(0, 0); pages.len()];
    for (question, state) in state.assessment.states.iter().enumerate() {
        let place = match view.state.standard.page_of(question) {
            Page::Element(element) => Some(place_of_element[element]),
            other => pages.iter().position(|page| *page == other),
        };
        let Some((answered, asked)) = place.and_then(|place| progress.get_mut(place)) else {
            continue;
        };
        *asked += usize::from(state.is_asked());
        *answered += usize::from(state.is_asked() && !state.is_open());
    }
    progress
}

/// How many steps are drawn together.
const PART: usize = 16;

/// One step: where it leads, and how many of the questions there are answered, of how many.
#[derive(Clone, Copy, PartialEq)]
struct Step {
    screen: Screen,
    page: Option<(Page, usize, usize)>,
}

/// What a part of the list shows. It is drawn anew only where this changes: a standard may have hundreds of pages.
#[derive(Properties)]
struct PartProps {
    steps: Vec<Step>,
    /// The place of the screen at hand among the steps.
    here: Option<usize>,
    standard: Rc<Standard>,
    lang: Lang,
    words: &'static Strings,
    act: Callback<Action>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &PartProps) -> bool {
        self.steps == other.steps
            && self.here == other.here
            && Rc::ptr_eq(&self.standard, &other.standard)
            && self.lang == other.lang
            && self.act == other.act
    }
}

fn parts(view: &View, pages: &[Page]) -> Vec<Rc<PartProps>> {
    let state = view.state;
    let mut steps = Vec::new();
    for (number, (page, (answered, asked))) in pages.iter().zip(progress(view, pages)).enumerate() {
        let page = Some((*page, answered, asked));
        let screen = Screen::Page(number);
        steps.push(Step { screen, page });
    }
    steps.push(Step {
        screen: Screen::Result,
        page: None,
    });
    for screen in Screen::BEHIND {
        steps.push(Step { screen, page: None });
    }
    let mut parts = Vec::new();
    for steps in steps.chunks(PART) {
        parts.push(Rc::new(PartProps {
            here: steps.iter().position(|step| step.screen == state.draft.screen),
            steps: steps.to_vec(),
            standard: state.standard.clone(),
            lang: view.lang,
            words: view.words,
            act: view.act.clone(),
        }));
    }
    parts
}

#[component]
fn Part(props: &PartProps) -> Html {
    let words = props.words;
    let mut items = sequence();
    for (place, step) in props.steps.iter().enumerate() {
        let (title, count) = match step.page {
            Some((page, answered, asked)) => (
                page_title(&props.standard, words, props.lang, page),
                fill(words.answered_of, &[&answered.to_string(), &asked.to_string()]),
            ),
            None => (title_behind(words, step.screen), String::new()),
        };
        let button = el("button.step")
            .attr(Attr::Type, "button")
            .attr_if(props.here == Some(place), Attr::Current, "step")
            .sends_to(On::Click, &props.act, Action::Go(step.screen))
            .line("span", title)
            .fresh("span.facts", &count);
        items = items.with(el("li").with(button));
    }
    items.html()
}
