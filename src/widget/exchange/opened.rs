//! What arrived, beside the draft: what it is, what it differs in, and what can be done with it.

use super::{compare, faults, merge, part, summary, which};
use crate::answers::Answers;
use crate::editions::Fate;
use crate::strings::fill;
use crate::widget::action::{Action, Exchange, Focus};
use crate::widget::arrived::{Arrival, Arrived};
use crate::widget::components::{button, primary};
use crate::widget::context::View;
use crate::widget::props::Props;
use yew::{Html, html};

/// The panel. The visitor's own answers stay as they are until a button of it is pressed.
pub fn panel(view: &View, props: &Props) -> Html {
    let words = &view.words.exchange;
    let refuse = button(
        "quiet",
        words.refuse,
        view.sends(Action::Exchange(Exchange::Refuse)),
    );
    let arrival: Option<&Arrival> = view.state.exchange.arrival.as_deref();
    let (heading, content) = match arrival {
        Some(Ok(arrived)) if arrived.part.is_some() => {
            part::arrived(view, props, arrived, on_the_way(view, arrived))
        }
        Some(Ok(arrived)) => (words.arrived.to_owned(), opened(view, props, arrived)),
        Some(Err(fault)) => (words.fault.to_owned(), faults::list(view, props, fault)),
        None => return Html::default(),
    };
    html! {
        <section class="panel opened">
            // It is focused when something comes.
            <h4 id={Focus::Arrived.id()} tabindex="-1">{ heading }</h4>
            { content }
            <div class="actions">{ refuse }</div>
        </section>
    }
}

fn opened(view: &View, props: &Props, arrived: &Arrived) -> Html {
    let words = &view.words.exchange;
    let state = view.state;
    let mine = &state.draft.sheet;
    let carried = arrived.under(&state.standard);
    let replace = view.sends(Action::Exchange(Exchange::Replace));
    let answered = state.assessment.progress().answered.to_string();
    let content = match () {
        () if mine.is_empty() => html! {
            <div class="actions">{ primary(words.use_it, replace) }</div>
        },
        () if says_no_more(view, &carried.answers) => html! { <p>{ words.same }</p> },
        () => html! {
            <>
                <p>{ fill(words.untouched, &[&answered]) }</p>
                { compare::tables(view, &carried.answers) }
                <div class="deal">
                    <section>
                        <h5>{ words.replace_heading }</h5>
                        <p class="hint">{ words.replace_about }</p>
                        { button("", words.replace, replace) }
                    </section>
                    { merge::part(view) }
                </div>
            </>
        },
    };
    html! {
        <>
            { summary::list(view, arrived, &props.editions) }
            <p>{ on_the_way(view, arrived) }</p>
            <div key="content">{ content }</div>
            { for which::ask(view) }
        </>
    }
}

/// Whether it answers as the draft does, and holds nothing that the draft lacks: a code is without the name of the plant.
fn says_no_more(view: &View, theirs: &Answers) -> bool {
    let mine = &view.state.draft.sheet.answers;
    let merge = view.state.merge();
    mine.track == theirs.track
        && !mine.differing(theirs).contains(&true)
        && merge.is_some_and(|merge| merge.taken.is_empty() && merge.conflicts.is_empty())
}

/// What became of the answers on the way to the edition that is shown; nothing where they are of this one.
fn on_the_way(view: &View, arrived: &Arrived) -> String {
    let words = &view.words.exchange;
    let shown = &view.state.standard;
    if arrived.standard.id == shown.id {
        return String::new();
    }
    let carried = arrived.under(shown);
    let goes_over = |fate: &Fate| matches!(fate, Fate::Kept | Fate::Converted(_));
    let over = carried
        .report
        .iter()
        .filter(|carry| goes_over(&carry.fate))
        .count();
    let rest = carried.report.len() - over;
    let counts = fill(
        words.other_edition,
        &[&shown.edition, &over.to_string(), &rest.to_string()],
    );
    match carried.has_track {
        true => counts,
        false => [&counts, words.other_edition_track].join(" "),
    }
}
