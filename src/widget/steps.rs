//! The steps: every page of the track, the result, and the screens behind it.

use super::draft::Screen;
use super::element::{Attr, El, On, el};
use super::questions::title;
use super::state::Action;
use super::view::View;
use crate::standard::Page;
use crate::strings::fill;
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
        screen => title_behind(view, screen).to_owned(),
    };
    let here = match state.assessment.index.range {
        Some(range) => [&here, " · ", &view.range(range.low, range.high)].concat(),
        None => here,
    };
    let list = Rc::new(ListProps {
        items: items(view, &pages),
        screen: state.draft.screen,
        act: view.act.clone(),
    });
    // The list twice, for narrow and for wide screens; of the two one is shown.
    let narrow = el("details.narrow")
        .with(el("summary").fresh("span", &here))
        .component::<List>(list.clone());
    el("nav.steps")
        .attr(Attr::Label, words.steps)
        .with(narrow)
        .with(el("div.wide").component::<List>(list))
}

/// The title of the result, or of a screen behind it.
pub fn title_behind(view: &View, screen: Screen) -> &'static str {
    let words = view.words;
    match screen {
        Screen::Programmes => words.step_programmes,
        Screen::Editions => words.step_editions,
        Screen::Outlook => words.step_outlook,
        Screen::Papers => words.step_papers,
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

/// One step: where it leads, its title, and how far its questions are answered.
type Item = (Screen, String, String);

fn items(view: &View, pages: &[Page]) -> Vec<Item> {
    let words = view.words;
    let mut items = Vec::new();
    for (number, (page, (answered, asked))) in pages.iter().zip(progress(view, pages)).enumerate() {
        let count = fill(words.answered_of, &[&answered.to_string(), &asked.to_string()]);
        items.push((Screen::Page(number), title(view, *page).to_owned(), count));
    }
    let behind = [Screen::Result].into_iter().chain(Screen::LATER);
    items.extend(behind.map(|screen| (screen, title_behind(view, screen).to_owned(), String::new())));
    items
}

/// What the list shows. It is drawn anew only where this changes: a standard may have hundreds of pages.
#[derive(PartialEq, Properties)]
struct ListProps {
    items: Vec<Item>,
    screen: Screen,
    act: Callback<Action>,
}

#[component]
fn List(props: &ListProps) -> Html {
    let step = |(screen, title, count): &Item| {
        let button = el("button.step")
            .attr(Attr::Type, "button")
            .attr_if(*screen == props.screen, Attr::Current, "step")
            .sends_to(On::Click, &props.act, Action::Go(*screen))
            .line("span", title)
            .fresh("span.facts", count);
        el("li").with(button)
    };
    props
        .items
        .iter()
        .fold(el("ol"), |list, item| list.with(step(item)))
        .html()
}
