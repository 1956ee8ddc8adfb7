//! The steps: every page of the track.

use super::titles::{page_title, title};
use crate::assess::Progress;
use crate::standard::{Page, Standard};
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::components::{live_facts, live_text};
use crate::widget::context::{Context, View};
use crate::widget::draft::Screen;
use std::rc::Rc;
use yew::prelude::*;

/// The steps.
pub fn steps(view: &View) -> Html {
    let state = view.state;
    let words = view.words;
    let pages = state.standard.pages(state.draft.sheet.answers.track);
    let shown = state.pages_shown();
    let here = match state.draft.screen {
        Screen::Page(page) => {
            let here = pages.get(page).map_or("", |page| title(view, *page));
            let place = shown.iter().position(|shown| *shown == page).unwrap_or(page);
            fill(
                words.step_of,
                &[&(place + 1).to_string(), &shown.len().to_string(), here],
            )
        }
        _ => String::new(),
    };
    let mut steps = all(view, &pages);
    steps.retain(|step| shown.contains(&step.number));
    let list = || {
        let parts = steps.chunks(PART).enumerate();
        let parts = parts.map(|(number, steps)| {
            let here = steps
                .iter()
                .position(|step| Screen::Page(step.number) == state.draft.screen);
            html! {
                <Part key={number} steps={steps.to_vec()} {here} standard={state.standard.clone()} />
            }
        });
        html! { <ol>{ for parts }</ol> }
    };
    // The list twice, for narrow and for wide screens; of the two one is shown.
    html! {
        <nav class="steps" aria-label={words.steps}>
            <details class="narrow">
                <summary>{ live_text(&here) }</summary>
                { list() }
            </details>
            <div class="wide">{ list() }</div>
        </nav>
    }
}

/// How far the answers of each page have come: one pass, however many pages there are.
pub fn progress(view: &View, pages: &[Page]) -> Vec<Progress> {
    let state = view.state;
    let mut place_of_element = vec![usize::MAX; state.standard.elements.len()];
    for (place, page) in pages.iter().enumerate() {
        if let Page::Element(element) = page {
            place_of_element[*element] = place;
        }
    }
    let mut progress = vec![Progress::default(); pages.len()];
    for (question, state) in state.assessment.states.iter().enumerate() {
        if !view.state.is_shown(question) {
            continue;
        }
        let place = match view.state.standard.page_of(question) {
            Page::Element(element) => Some(place_of_element[element]),
            other => pages.iter().position(|page| *page == other),
        };
        if let Some(page) = place.and_then(|place| progress.get_mut(place)) {
            page.count(*state);
        }
    }
    progress
}

/// How many steps are drawn together.
const PART: usize = 16;

/// One step: the page, and how far its answers have come.
#[derive(Clone, Copy, PartialEq)]
struct Step {
    number: usize,
    page: Page,
    progress: Progress,
}

fn all(view: &View, pages: &[Page]) -> Vec<Step> {
    let pages = pages.iter().zip(progress(view, pages)).enumerate();
    let step = |(number, (page, progress)): (usize, (&Page, Progress))| Step {
        number,
        page: *page,
        progress,
    };
    pages.map(step).collect()
}

/// What a part of the list shows. It is drawn anew only where this changes: a standard may have hundreds of pages.
#[derive(Properties)]
struct PartProps {
    steps: Vec<Step>,
    /// The place of the screen at hand among the steps.
    here: Option<usize>,
    standard: Rc<Standard>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &PartProps) -> bool {
        self.steps == other.steps && self.here == other.here && Rc::ptr_eq(&self.standard, &other.standard)
    }
}

#[component]
fn Part(props: &PartProps) -> Html {
    let Some(Context { lang, words, act }) = use_context() else {
        return Html::default();
    };
    let items = props.steps.iter().enumerate().map(|(place, step)| {
        let title = page_title(&props.standard, words, lang, step.page);
        let count = format!("{}/{}", step.progress.answered, step.progress.asked());
        let here = (props.here == Some(place)).then_some("step");
        let (act, screen) = (act.clone(), Screen::Page(step.number));
        html! {
            <li key={place}>
                <button
                    type="button"
                    class="step"
                    aria-current={here}
                    onclick={move |_| act.emit(Action::Go(screen))}
                >
                    <span>{ title }</span>
                    { live_facts(&count) }
                </button>
            </li>
        }
    });
    items.collect()
}
