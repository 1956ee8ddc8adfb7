//! One question: a fieldset with real controls, its error in words, and help on demand.

use super::controls::{controls, whole};
use crate::answers::{Answer, TypedFault, write_number};
use crate::assess::State as Answering;
use crate::standard::{Kind, Question};
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::components::button;
use crate::widget::context::View;
use yew::prelude::*;

/// A question of the page at hand.
pub fn question(view: &View, index: usize) -> Html {
    let state = view.state;
    let words = view.words;
    let question = &state.standard.questions[index];
    if state.assessment.states[index] == Answering::Closed {
        return not_asked(view, question);
    }
    let fault = state.typed_fault(index);
    let fault = fault.filter(|_| state.checked.contains(&index));
    let text = fault.map(|fault| [words.error_prefix, &error(view, index, fault)].concat());
    let sheet = &state.draft.sheet;
    let answered = sheet.answers.get(index).is_some() || sheet.typed.get(index).is_some();
    html! {
        <fieldset
            key={question.id.as_str()}
            class={classes!("question", fault.map(|_| "faulty"))}
            id={id(question)}
        >
            <legend id={format!("{}-legend", question.id)}>{ view.text(&question.text) }</legend>
            <p class="error" id={format!("{}-error", question.id)} role="alert">{ text }</p>
            <div class="choices">{ controls(view, index, fault.is_some()) }</div>
            <div class="choices open-answers">
                { whole(view, index, "unknown", words.unknown, Answer::Unknown) }
                <span class="slot">
                    if question.not_applicable {
                        { whole(view, index, "not-applicable", words.not_applicable, Answer::NotApplicable) }
                    }
                </span>
                <span class="slot">
                    if answered {
                        { button("quiet", words.clear_answer, view.sends(Action::Clear(index))) }
                    }
                </span>
            </div>
            { help(view, question) }
        </fieldset>
    }
}

/// The id of the element that shows a question.
fn id(question: &Question) -> String {
    ["q-", &question.id].concat()
}

fn not_asked(view: &View, question: &Question) -> Html {
    let other = question.asked_if.as_ref();
    let other = other.map_or("", |asked_if| view.question(asked_if.question));
    html! {
        <div key={question.id.as_str()} class="question not-asked" id={id(question)} tabindex="-1">
            <p><strong>{ view.text(&question.text) }</strong></p>
            <p class="hint">{ fill(view.words.not_asked, &[other]) }</p>
        </div>
    }
}

/// What is wrong with what was typed, in words.
pub fn error(view: &View, index: usize, fault: TypedFault) -> String {
    fault_in_words(
        view,
        view.state.draft.sheet.typed.get(index).unwrap_or_default(),
        fault,
    )
}

/// What is wrong with what was typed, in words.
pub fn fault_in_words(view: &View, typed: &str, fault: TypedFault) -> String {
    // What somebody pasted may be long; the field still holds all of it.
    let shown: String = typed.trim().chars().take(24).collect();
    match fault {
        TypedFault::NotANumber => fill(view.words.error_not_a_number, &[&shown]),
        TypedFault::OtherUnit => fill(view.words.error_other_unit, &[&shown]),
        TypedFault::NotWhole => fill(view.words.error_not_whole, &[&shown]),
        TypedFault::TooManyDecimals => fill(view.words.error_decimals, &[&shown]),
        TypedFault::OutOfBounds { min, max } => fill(
            view.words.error_bounds,
            &[&shown, &write_number(min), &write_number(max)],
        ),
    }
}

fn help(view: &View, question: &Question) -> Html {
    let words = view.words;
    let evidence = question.evidence.iter();
    let evidence = evidence.map(|document| html! { <li>{ view.text(document) }</li> });
    let bounds = match &question.kind {
        Kind::Count { min, max, .. } => Some([min.to_string(), max.to_string()]),
        Kind::Number { min, max, .. } => Some([write_number(*min), write_number(*max)]),
        _ => None,
    };
    let own = &view.state.standard.own.bounds;
    html! {
        <details class="help">
            <summary>{ words.help }</summary>
            <dl>
                <dt>{ words.help_counts }</dt>
                <dd>{ view.text(&question.counts) }</dd>
                <dt>{ words.help_counts_not }</dt>
                <dd>{ view.text(&question.counts_not) }</dd>
                <dt>{ words.help_as_of }</dt>
                <dd>{ view.text(&question.as_of) }</dd>
                <dt>{ words.help_example }</dt>
                <dd>{ view.text(&question.example) }</dd>
                <dt>{ words.help_evidence }</dt>
                <dd><ul>{ for evidence }</ul></dd>
                <dt>{ words.help_wording }</dt>
                <dd>{ view.open_basis(&question.basis) }</dd>
                if let Some([min, max]) = bounds {
                    <dt>{ words.help_bounds }</dt>
                    <dd>{ fill(words.bounds, &[&min, &max]) }{ view.open_basis(own) }</dd>
                }
            </dl>
            { view.references(&question.references) }
        </details>
    }
}
