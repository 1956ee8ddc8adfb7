//! The few facts that a programme asks beside the questionnaire, and how each stands.

use super::context::ProgrammesContext;
use crate::programmes::{Origin, Programme};
use crate::widget::components::go_to_question;
use yew::{Html, html};

mod field;
mod value;

pub use value::{value, with_unit};

/// The facts of a programme: those of the questionnaire, then the fields of those that are asked here.
pub fn facts(context: &ProgrammesContext, programme: &Programme) -> Html {
    let words = context.words;
    let is_asked = |fact: &usize| matches!(context.programmes.facts[*fact].origin, Origin::Asked(_));
    let (asked, others): (Vec<usize>, Vec<usize>) = programme.facts().into_iter().partition(is_asked);
    html! {
        <>
            <ul class="plain">
                { for others.into_iter().map(|fact| from_questionnaire(context, fact)) }
            </ul>
            if !asked.is_empty() {
                <details class="more-facts">
                    <summary>{ words.facts_heading }</summary>
                    <p class="facts">{ words.facts_about }</p>
                    for fact in asked {
                        { field::field(context, programme, fact) }
                    }
                    <p class="facts">{ words.wording }</p>
                    { context.basis(&context.programmes.fact_basis) }
                </details>
            }
        </>
    }
}

/// A fact of the questionnaire, with the way to its question.
fn from_questionnaire(context: &ProgrammesContext, index: usize) -> Html {
    let view = context.view;
    let standard = &view.state.standard;
    let fact = &context.programmes.facts[index];
    let question = match &fact.origin {
        Origin::Rate(id) => {
            let rate = standard.rates.iter().find(|rate| rate.id == *id);
            rate.map(|rate| rate.part)
        }
        Origin::Question(id) => standard.question(id),
        Origin::Asked(_) => None,
    };
    let asked = question.filter(|question| view.state.assessment.states[*question].is_asked());
    html! {
        <li>
            <span>{ view.text(&fact.text) }</span>
            { " " }
            <strong>{ value(context, index) }</strong>
            <span class="facts">{ context.words.from_questionnaire }</span>
            { " " }
            if let Some(question) = asked {
                { go_to_question(view, question) }
            }
        </li>
    }
}
