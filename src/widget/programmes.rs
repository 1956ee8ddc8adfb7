//! Which programmes may fit: the firm's industries, what else it must tell, then every programme: those not known to be
//! historical first, the newest first.

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
    let (mine, others): (Vec<usize>, Vec<usize>) = programmes
        .newest_first()
        .into_iter()
        .partition(|index| may_concern(&judged[*index].concern));
    let (historical, current): (Vec<usize>, Vec<usize>) = mine
        .into_iter()
        .partition(|index| programmes.is_historical(*index));
    html! {
        <section key="programmes" class="screen">
            { view.heading(view.words.place_programmes) }
            <p class="facts">{ as_of(view) }</p>
            <p class="lead">{ words.about }</p>
            <p class="notice-own">{ words.not_an_application }</p>
            { picker::picker(&context) }
            { facts::panel(&context, [&current, &historical]) }
            <section key="current" class="programmes">
                { group(&context, words.current_heading, words.current_about, &current) }
            </section>
            <section key="historical" class="programmes">
                if view.extent >= 1 {
                    { group(&context, words.historical_heading, words.historical_about, &historical) }
                }
            </section>
            // On paper stands what concerns the firm, or may.
            <details key="others" class="others screen-only" hidden={others.is_empty()}>
                <summary>
                    { words.others_heading }
                    <span class="facts">{ format!(" ({})", others.len()) }</span>
                </summary>
                <p class="facts">{ words.others_about }</p>
                <div class="programmes">
                    if view.extent >= 2 {
                        { for others.iter().map(|index| card::card(&context, *index)) }
                    }
                </div>
            </details>
        </section>
    }
}

/// Whether a programme concerns the firm, or may once it has told more.
fn may_concern(concern: &Concern) -> bool {
    match concern {
        Concern::Yes(_) | Concern::Perhaps(_) | Concern::Anyone | Concern::NotChosen => true,
        Concern::No | Concern::NotListed => false,
    }
}

/// Programmes under a heading; nothing where there are none.
fn group(context: &ProgrammesContext, heading: &str, about: &str, programmes: &[usize]) -> Html {
    if programmes.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h4>
                { heading }
                <span class="facts">{ format!(" ({})", programmes.len()) }</span>
            </h4>
            <p class="facts">{ about }</p>
            { for programmes.iter().map(|index| card::card(context, *index)) }
        </>
    }
}
