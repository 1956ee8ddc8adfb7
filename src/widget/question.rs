//! One question: a fieldset with real controls, its error in words, and help on demand.

use super::state::Action;
use super::view::View;
use crate::answers::{Answer, TypedFault, write_number};
use crate::assess::State as Answering;
use crate::standard::{Choice, Kind};
use crate::strings::fill;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A question of the page at hand.
pub fn question(view: &View, index: usize) -> Html {
    let state = view.state;
    let question = &state.standard.questions[index];
    let given = state.draft.sheet.answers.get(index);
    if state.assessment.states[index] == Answering::Closed {
        return not_asked(view, index);
    }
    let fault = state
        .typed_fault(index)
        .filter(|_| state.checked.contains(&index));
    let error = fault.map(|fault| error(view, index, fault));
    let controls = match &question.kind {
        Kind::Count { unit, .. } | Kind::Number { unit, .. } => {
            number(view, index, view.text(unit), error.is_some())
        }
        Kind::YesNo => html! {
            <>
                { radio(view, index, "yes", view.words.yes, Answer::YesNo(true)) }
                { radio(view, index, "no", view.words.no, Answer::YesNo(false)) }
            </>
        },
        Kind::OneOf(choices) => {
            let choice = |(chosen, choice): (usize, &Choice)| {
                radio(
                    view,
                    index,
                    &choice.id,
                    view.text(&choice.text),
                    Answer::OneOf(chosen),
                )
            };
            choices.iter().enumerate().map(choice).collect::<Html>()
        }
        Kind::ManyOf(choices) => {
            let choice = |(chosen, choice): (usize, &Choice)| check(view, index, chosen, choice);
            let none = exclusive(
                view,
                index,
                "none",
                view.words.none_of_these,
                Answer::ManyOf(Vec::new()),
            );
            html! { <>{ for choices.iter().enumerate().map(choice) }{ none }</> }
        }
    };
    let open = |name: &str, words: &'static str, answer: Answer| match question.kind {
        Kind::YesNo | Kind::OneOf(_) => radio(view, index, name, words, answer),
        _ => exclusive(view, index, name, words, answer),
    };
    let answered = given.is_some() || state.draft.sheet.typed.get(index).is_some();
    html! {
        <fieldset class={if error.is_some() { "question faulty" } else { "question" }} id={id(view, index)} key={question.id.clone()}>
            <legend>{ view.text(&question.text) }</legend>
            <p class="error" id={format!("{}-error", question.id)} role="alert">
                { error.map_or_else(String::new, |error| format!("{}{error}", view.words.error_prefix)) }
            </p>
            <div class="choices">{ controls }</div>
            <div class="choices open-answers">
                { open("unknown", view.words.unknown, Answer::Unknown) }
                <span class="slot">
                    { if question.not_applicable {
                        open("not-applicable", view.words.not_applicable, Answer::NotApplicable)
                    } else { Html::default() } }
                </span>
                <span class="slot">
                    { if answered { html! {
                        <button type="button" class="quiet" onclick={view.on(Action::Answer(index, None))}>
                            { view.words.clear_answer }
                        </button>
                    } } else { Html::default() } }
                </span>
            </div>
            { help(view, index) }
        </fieldset>
    }
}

/// The id of the element that shows a question.
pub fn id(view: &View, index: usize) -> String {
    format!("q-{}", view.state.standard.questions[index].id)
}

fn not_asked(view: &View, index: usize) -> Html {
    let question = &view.state.standard.questions[index];
    let other = question
        .asked_if
        .map_or("", |asked_if| view.question(asked_if.question));
    html! {
        <div class="question not-asked" id={id(view, index)} key={question.id.clone()}>
            <p><strong>{ view.text(&question.text) }</strong></p>
            <p class="hint">{ fill(view.words.not_asked, &[other]) }</p>
        </div>
    }
}

/// What is wrong with what was typed, in words.
pub fn error(view: &View, index: usize, fault: TypedFault) -> String {
    let typed = view.state.draft.sheet.typed.get(index).unwrap_or_default();
    // What somebody pasted may be long; the field still holds all of it.
    let shown: String = typed.trim().chars().take(24).collect();
    match fault {
        TypedFault::NotANumber => fill(view.words.error_not_a_number, &[&shown]),
        TypedFault::NotWhole => fill(view.words.error_not_whole, &[&shown]),
        TypedFault::TooManyDecimals => fill(view.words.error_decimals, &[&shown]),
        TypedFault::OutOfBounds { min, max } => fill(
            view.words.error_bounds,
            &[&shown, &write_number(min), &write_number(max)],
        ),
    }
}

fn value(event: &Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

fn number(view: &View, index: usize, unit: &str, faulty: bool) -> Html {
    let state = view.state;
    let question = &state.standard.questions[index];
    let id = format!("{}-number", question.id);
    let shown = match (
        state.draft.sheet.typed.get(index),
        state.draft.sheet.answers.get(index),
    ) {
        (Some(typed), _) => typed.to_owned(),
        (None, Some(Answer::Count(count))) => count.to_string(),
        (None, Some(Answer::Number(number))) => write_number(*number),
        _ => String::new(),
    };
    let (typing, typed) = (view.act.clone(), view.act.clone());
    let oninput = Callback::from(move |event: InputEvent| typing.emit(Action::Type(index, value(&event))));
    let onchange = Callback::from(move |event: Event| typed.emit(Action::Typed(index, value(&event))));
    let mode = if matches!(question.kind, Kind::Count { .. }) {
        "numeric"
    } else {
        "decimal"
    };
    html! {
        <div class="field number">
            <label for={id.clone()}>{ fill(view.words.enter_number, &[unit]) }</label>
            <input type="text" inputmode={mode} autocomplete="off" maxlength="60" {id} value={shown} {oninput} {onchange}
                aria-invalid={faulty.then_some("true")}
                aria-describedby={faulty.then(|| format!("{}-error", question.id))} />
        </div>
    }
}

fn radio(view: &View, index: usize, name: &str, words: &str, answer: Answer) -> Html {
    let question = &view.state.standard.questions[index];
    let checked = view.state.draft.sheet.answers.get(index) == Some(&answer);
    html! {
        <label class="choice">
            <input type="radio" name={question.id.clone()} value={name.to_owned()} {checked}
                onchange={view.on(Action::Answer(index, Some(answer)))} />
            <span class="choice-text">{ words }</span>
        </label>
    }
}

fn check(view: &View, index: usize, choice: usize, shown: &Choice) -> Html {
    let question = &view.state.standard.questions[index];
    let chosen: &[usize] = match view.state.draft.sheet.answers.get(index) {
        Some(Answer::ManyOf(chosen)) => chosen,
        _ => &[],
    };
    let checked = chosen.contains(&choice);
    let mut after: Vec<usize> = chosen.iter().copied().filter(|other| *other != choice).collect();
    if !checked {
        after.push(choice);
        after.sort_unstable();
    }
    // Taking the last tick away is not the same as saying that there is none.
    let answer = (!after.is_empty()).then_some(Answer::ManyOf(after));
    html! {
        <label class="choice">
            <input type="checkbox" name={question.id.clone()} value={shown.id.clone()} {checked}
                onchange={view.on(Action::Answer(index, answer))} />
            <span class="choice-text">{ view.text(&shown.text) }</span>
        </label>
    }
}

/// A tick that stands for the whole answer.
fn exclusive(view: &View, index: usize, name: &str, words: &str, answer: Answer) -> Html {
    let question = &view.state.standard.questions[index];
    let checked = view.state.draft.sheet.answers.get(index) == Some(&answer);
    let after = (!checked).then_some(answer);
    html! {
        <label class="choice">
            <input type="checkbox" name={question.id.clone()} value={name.to_owned()} {checked}
                onchange={view.on(Action::Answer(index, after))} />
            <span class="choice-text">{ words }</span>
        </label>
    }
}

fn help(view: &View, index: usize) -> Html {
    let words = view.words;
    let question = &view.state.standard.questions[index];
    let papers = question
        .evidence
        .iter()
        .map(|paper| html! { <li>{ view.text(paper) }</li> });
    html! {
        <details class="help">
            <summary>{ words.help }</summary>
            <dl>
                <dt>{ words.help_counts }</dt><dd>{ view.text(&question.counts) }</dd>
                <dt>{ words.help_counts_not }</dt><dd>{ view.text(&question.counts_not) }</dd>
                <dt>{ words.help_as_of }</dt><dd>{ view.text(&question.as_of) }</dd>
                <dt>{ words.help_example }</dt><dd>{ view.text(&question.example) }</dd>
                <dt>{ words.help_evidence }</dt><dd><ul>{ for papers }</ul></dd>
                <dt>{ words.help_wording }</dt><dd>{ view.basis(&question.basis) }</dd>
            </dl>
            <div class="references">{ for question.references.iter().map(|figure| view.figure(figure)) }</div>
        </details>
    }
}
