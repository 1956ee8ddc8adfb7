//! The places of the journey: the bar that leads to each, and the foot of each, with its sources and the way on.

use super::action::Action;
#[cfg(feature = "places")]
use super::components::checked;
use super::components::{button, live_facts, primary, tells};
use super::context::View;
use super::draft::Screen;
use super::props::{Event, Props, WHOLE};
use crate::strings::{Strings, fill};
use yew::prelude::*;

/// What a print of a place carries to be checked by.
#[cfg(feature = "places")]
fn on_print(view: &View) -> Html {
    checked(view, false)
}

#[cfg(not(feature = "places"))]
fn on_print(_: &View) -> Html {
    Html::default()
}

/// The name of a place. All pages of questions are one.
pub fn title(words: &'static Strings, screen: Screen) -> &'static str {
    match screen {
        Screen::Start => words.place_start,
        Screen::Page(_) => words.place_answer,
        Screen::Result => words.place_result,
        Screen::Plan => words.place_plan,
        Screen::Evidence => words.place_evidence,
        Screen::Programmes => words.place_programmes,
        Screen::Basis => words.place_basis,
        Screen::Exchange => words.place_exchange,
    }
}

/// The number of the last part in which a place is drawn, from above to below.
pub fn last_extent(screen: Screen) -> u32 {
    match screen {
        Screen::Result | Screen::Programmes => 2,
        Screen::Plan => 1,
        Screen::Evidence => 4,
        Screen::Start | Screen::Page(_) | Screen::Basis | Screen::Exchange => 0,
    }
}

/// The bar of the five places.
pub fn bar(view: &View) -> Html {
    let words = view.words;
    let here = view.state.draft.screen;
    // Back to the questions leads to where the visitor was among them, else to the first page.
    let questions = match here {
        Screen::Page(_) => here,
        _ => {
            let pages = view.state.pages_shown();
            let last = view.state.last_page;
            let page = pages.iter().rev().find(|page| **page <= last).or(pages.first());
            Screen::Page(page.copied().unwrap_or_default())
        }
    };
    let places = [questions].into_iter().chain(Screen::PLACES);
    let places = places.map(|screen| {
        html! {
            <li key={title(words, screen)}>
                <button
                    type="button"
                    class="place"
                    aria-current={(screen == here).then_some("page")}
                    onclick={view.sends(Action::Go(screen))}
                >
                    { title(words, screen) }
                    if matches!(screen, Screen::Page(_)) {
                        { live_facts(&answered(view)) }
                    }
                </button>
            </li>
        }
    });
    html! {
        <>
        { button("skip", words.skip, view.sends(Action::ToHeading)) }
        <nav class="places" aria-label={words.places}>
            <ul class="plain">{ for places }</ul>
        </nav>
        </>
    }
}

/// How many of the questions that are asked have an answer.
fn answered(view: &View) -> String {
    let progress = view.state.assessment.progress();
    format!("{}/{}", progress.answered, progress.asked())
}

/// The foot of a place: its sources, the way on, and the ways to the basis and back to where the visitor came from.
pub fn foot(view: &View, props: &Props) -> Html {
    let words = view.words;
    let here = view.state.draft.screen;
    let on = next(here).map(|screen| {
        let on = fill(words.on_to, &[title(words, screen)]);
        primary(&on, view.sends(Action::Go(screen)))
    });
    // The report has its own.
    let print = Screen::PLACES.contains(&here) && here != Screen::Result;
    let print = (print && view.extent == WHOLE).then(|| on_print(view));
    let is_drawn = view.extent >= last_extent(here);
    html! {
        <div class="foot">
            <div class="actions">
                // Pages of questions have it beside their other buttons.
                { for back_to(view).filter(|_| !matches!(here, Screen::Page(_))) }
                { for on }
                // The result has it beside its verdict and with what the report asks for.
                if Screen::PLACES.contains(&here) && here != Screen::Result {
                    { tells("", words.print, props, Event::Print) }
                }
                if here != Screen::Basis {
                    { button("quiet", words.place_basis, view.sends(Action::Go(Screen::Basis))) }
                }
                if here != Screen::Exchange {
                    { exchange_way(view) }
                }
            </div>
            <div class="slot">{ for print }{ for is_drawn.then(|| view.notes()) }</div>
        </div>
    }
}

/// The way to saving answers and opening those that arrive.
fn exchange_way(view: &View) -> Html {
    let said = match view.state.draft.screen {
        Screen::Start => view.words.exchange_enter,
        _ => view.words.exchange_foot,
    };
    button("quiet", said, view.sends(Action::Go(Screen::Exchange)))
}

/// The way back to the place that the visitor left for a moment; nothing where there is none.
pub fn back_to(view: &View) -> Option<Html> {
    let screen = view.state.came_from?;
    let back = fill(view.words.back_to, &[title(view.words, screen)]);
    Some(button("", &back, view.sends(Action::Go(screen))))
}

/// The place after this one. Pages of questions have their own buttons.
fn next(here: Screen) -> Option<Screen> {
    match here {
        Screen::Result => Some(Screen::Plan),
        Screen::Plan => Some(Screen::Evidence),
        Screen::Evidence => Some(Screen::Programmes),
        Screen::Programmes => Some(Screen::Result),
        Screen::Start | Screen::Page(_) | Screen::Basis | Screen::Exchange => None,
    }
}
