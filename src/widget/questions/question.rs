//! One question: a fieldset with real controls, its error in words, and help on demand.

use super::contradictions::described_by;
use super::controls::{controls, whole};
use super::help::help;
use super::said::said;
use crate::answers::{Answer, TypedFault, write_number};
use crate::assess::State as Answering;
use crate::standard::{Kind, Question};
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::context::View;
use yew::prelude::*;

/// A question of the page at hand.
pub fn question(view: &View, index: usize) -> Html {
    drawn(view, index, false)
}

/// A question as a cell of a table, whose heads say what is asked.
pub fn cell(view: &View, index: usize) -> Html {
    drawn(view, index, true)
}

fn drawn(view: &View, index: usize, in_table: bool) -> Html {
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
    let part = |part: &str| [&question.id, "-", part].concat();
    let contradicted = described_by(view, index);
    let kind = match &question.kind {
        Kind::Count { .. } | Kind::Number { .. } => "numbers",
        Kind::YesNo => "yes-no",
        Kind::OneOf(_) => "one-of",
        Kind::ManyOf(_) => "many-of",
    };
    // Of a count the definition decides, so it stands beside the question.
    let hint = match &question.kind {
        Kind::Count { .. } => Some(question.hint.as_ref().unwrap_or(&question.counts)),
        _ => None,
    };
    let clear = || {
        html! {
            <button
                type="button"
                class="quiet"
                // By keys a field is emptied, and a tick taken away, where they are.
                tabindex={(kind == "numbers").then_some("-1")}
                aria-describedby={part("legend")}
                onclick={view.sends(Action::Clear(index))}
            >
                { words.clear_answer }
            </button>
        }
    };
    html! {
        <fieldset
            key={question.id.as_str()}
            class={classes!(
                "question",
                kind,
                in_table.then_some("cell"),
                fault.map(|_| "faulty"),
                contradicted.as_ref().map(|_| "contradicted"),
            )}
            id={id(question)}
            // Of a number the field itself is described.
            aria-describedby={contradicted.clone().filter(|_| kind != "numbers")}
        >
            <legend id={part("legend")} class={in_table.then_some("unseen")}>{ view.text(&question.text) }</legend>
            { for hint.map(|hint| html! {
                <div class="hint definition">
                    <span id={part("hint")}>{ view.text(hint) }</span>
                    if question.element.is_none() {
                        { view.basis_of_question(&question.basis) }
                    }
                </div>
            }) }
            <p class="error" id={part("error")} role="alert">{ text }</p>
            <div class="answer">
                <div class="choices">{ controls(view, index, fault.is_some(), hint.is_some(), contradicted) }</div>
                <div class="line">
                    <div class="choices open-answers">
                        { whole(view, index, "unknown", words.unknown, Answer::Unknown) }
                        <span class="slot">
                            if question.not_applicable {
                                { whole(view, index, "not-applicable", words.not_applicable, Answer::NotApplicable) }
                            }
                        </span>
                        <span class="slot">
                            if answered {
                                { clear() }
                            }
                        </span>
                    </div>
                    { help(view, index) }
                </div>
            </div>
            { for said(view, index) }
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
