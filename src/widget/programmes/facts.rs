//! The few facts that a programme asks beside the questionnaire, and how each stands.

use super::context::ProgrammesContext;
use crate::programmes::{FactState, Open, Origin};
use crate::strings::fill;
use crate::widget::components::go_to_question;
use yew::{Html, html};

mod field;
mod value;

pub use value::{value, with_unit};

/// What the programmes ask beside the questionnaire, each fact once for all of them: those of the current ones, then
/// those that only historical ones ask. Nothing where none is asked.
pub fn panel(context: &ProgrammesContext, [current, historical]: [&[usize]; 2]) -> Html {
    let words = context.words;
    let first = asked(context, current);
    let mut others = asked(context, historical);
    others.retain(|fact| !first.contains(fact));
    let all = first.len() + others.len();
    let told = first
        .iter()
        .chain(&others)
        .filter(|fact| is_told(context, **fact))
        .count();
    let count = fill(words.facts_count, &[&all.to_string(), &told.to_string()]);
    html! {
        <details class="panel asked-facts" hidden={all == 0}>
            <summary>
                { words.facts_heading }
                <span class="facts">{ count }</span>
            </summary>
            <div class="facts">
                { words.facts_about }
                { context.basis(&context.programmes.fact_basis) }
            </div>
            <div class="fact-list">
                if context.view.extent >= 1 {
                    { for first.into_iter().map(|fact| field::field(context, fact)) }
                }
            </div>
            <details hidden={others.is_empty()}>
                <summary>{ words.facts_of_historical }</summary>
                <div class="fact-list">
                    if context.view.extent >= 2 {
                        { for others.into_iter().map(|fact| field::field(context, fact)) }
                    }
                </div>
            </details>
        </details>
    }
}

/// The facts that these programmes ask beside the questionnaire, each once, in their order.
fn asked(context: &ProgrammesContext, programmes: &[usize]) -> Vec<usize> {
    let mut asked = Vec::new();
    for programme in programmes {
        for fact in context.programmes.programmes[*programme].facts() {
            let is_asked = matches!(context.programmes.facts[fact].origin, Origin::Asked(_));
            if is_asked && !asked.contains(&fact) {
                asked.push(fact);
            }
        }
    }
    asked
}

/// Whether the firm has told a fact, be it that it does not know.
fn is_told(context: &ProgrammesContext, fact: usize) -> bool {
    context.facts[fact] != FactState::Open(Open::NotAnswered)
}

/// The way to the question behind a fact of the questionnaire that is open; nothing for others.
pub fn to_its_question(context: &ProgrammesContext, index: usize) -> Html {
    let view = context.view;
    let standard = &view.state.standard;
    if !matches!(context.facts[index], FactState::Open(_)) {
        return html! {};
    }
    let question = match &context.programmes.facts[index].origin {
        Origin::Rate(id) => {
            let rate = standard.rates.iter().find(|rate| rate.id == *id);
            rate.map(|rate| rate.part)
        }
        Origin::Question(id) => standard.question(id),
        Origin::Asked(_) => None,
    };
    let asked = question.filter(|question| view.state.assessment.states[*question].is_asked());
    html! {
        if let Some(question) = asked {
            <>
                { " " }
                { go_to_question(view, question) }
            </>
        }
    }
}
