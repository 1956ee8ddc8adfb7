//! Which programme is ours: the firm's industries, then every programme by whether it concerns the firm.

use super::components::as_of;
use super::context::View;
use crate::programmes::{Concern, Programmes, judge};
use context::ProgrammesContext;
use yew::{Html, html};

mod card;
mod conditions;
mod context;
mod facts;
mod figures;
mod members;
mod picker;
mod together;

/// The screen.
pub fn screen(view: &View, programmes: &Programmes) -> Html {
    let words = &view.words.programmes;
    let state = view.state;
    let answers = &state.draft.sheet.answers;
    let (judged, facts) = judge(programmes, &state.standard, answers, &state.assessment);
    let context = ProgrammesContext {
        view,
        words,
        programmes,
        judged: &judged,
        facts: &facts,
    };
    let groups = [
        ("yes", words.yes_heading, words.yes_about),
        ("perhaps", words.perhaps_heading, words.perhaps_about),
        ("not-chosen", words.not_chosen_heading, words.not_chosen_about),
        ("anyone", words.anyone_heading, words.anyone_about),
        ("not-listed", words.not_listed_heading, words.not_listed_about),
        ("no", words.no_heading, words.no_about),
    ];
    html! {
        <section key="programmes" class="screen">
            { view.heading(words.heading) }
            <p class="facts">{ as_of(view) }</p>
            <p class="lead">{ words.about }</p>
            <p class="notice-own">{ words.not_an_application }</p>
            { picker::picker(&context) }
            for (key, heading, about) in groups {
                <section {key} class="programmes">{ group(&context, key, heading, about) }</section>
            }
        </section>
    }
}

/// The key of the group in which a programme is shown.
fn group_of(concern: &Concern) -> &'static str {
    match concern {
        Concern::Yes(_) => "yes",
        Concern::Perhaps(_) => "perhaps",
        Concern::NotChosen => "not-chosen",
        Concern::Anyone => "anyone",
        Concern::NotListed => "not-listed",
        Concern::No => "no",
    }
}

/// The programmes of a group. Where there are none nothing is shown, but of those that surely concern the firm it is
/// said once its industries are chosen.
fn group(context: &ProgrammesContext, key: &str, heading: &str, about: &str) -> Html {
    let judged = context.judged;
    let is_mine = |index: &usize| group_of(&judged[*index].concern) == key;
    let mine: Vec<usize> = (0..judged.len()).filter(is_mine).collect();
    let chosen = judged.iter().all(|judged| judged.concern != Concern::NotChosen);
    if mine.is_empty() && (key != "yes" || !chosen) {
        return html! {};
    }
    // On paper stands what concerns the firm or may; of what does not, or not yet, the names.
    let printed = !matches!(key, "not-chosen" | "not-listed" | "no");
    let titles = mine.iter().map(|index| {
        let programme = &context.programmes.programmes[*index];
        context.view.text(&programme.title)
    });
    let names: Vec<&str> = titles.filter(|_| !printed).collect();
    html! {
        <>
            <h4>
                { heading }
                <span class="facts">{ format!(" ({})", mine.len()) }</span>
            </h4>
            <p class="facts">{ if mine.is_empty() { context.words.none_here } else { about } }</p>
            <p class="print-only">{ names.join(context.view.semicolon()) }</p>
            for index in mine {
                { card::card(context, index, printed) }
            }
        </>
    }
}
