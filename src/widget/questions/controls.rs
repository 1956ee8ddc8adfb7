//! The controls by which a question is answered.

use crate::answers::{Answer, write_number};
use crate::standard::{Choice, Kind};
use crate::widget::action::Action;
use crate::widget::components::{FieldError, TextField};
use crate::widget::context::View;
use crate::widget::state::is_open;
use yew::prelude::*;

/// The controls of a question. `faulty`: what was typed is no answer, and the visitor was told; `hinted`: a hint stands
/// above; `contradicted`: what says so.
pub fn controls(view: &View, index: usize, faulty: bool, hinted: bool, contradicted: Option<String>) -> Html {
    let words = view.words;
    let number = |keyboard, unit| {
        let id = &view.state.standard.questions[index].id;
        let hint = hinted.then(|| [id, "-hint"].concat());
        let parts: Vec<String> = [hint, contradicted.clone()].into_iter().flatten().collect();
        number(view, index, keyboard, view.text(unit), faulty, &parts.join(" "))
    };
    match &view.state.standard.questions[index].kind {
        Kind::Count { unit, .. } => number("numeric", unit),
        Kind::Number { unit, .. } => number("decimal", unit),
        Kind::YesNo => html! {
            <>
                { whole(view, index, "yes", words.yes, Answer::YesNo(true)) }
                { whole(view, index, "no", words.no, Answer::YesNo(false)) }
            </>
        },
        Kind::OneOf(choices) => {
            let choices = choices.iter().enumerate();
            let choices = choices.map(|(number, choice)| {
                whole(
                    view,
                    index,
                    &choice.id,
                    view.text(&choice.text),
                    Answer::OneOf(number),
                )
            });
            choices.collect()
        }
        Kind::ManyOf(choices) => {
            let ticks = choices.iter().enumerate();
            let ticks = ticks.map(|(number, choice)| tick(view, index, number, choice));
            let none = whole(
                view,
                index,
                "none",
                words.none_of_these,
                Answer::ManyOf(Vec::new()),
            );
            html! { <>{ for ticks }{ none }</> }
        }
    }
}

fn number(
    view: &View,
    index: usize,
    keyboard: &'static str,
    unit: &str,
    faulty: bool,
    described_by: &str,
) -> Html {
    let sheet = &view.state.draft.sheet;
    let id = &view.state.standard.questions[index].id;
    let shown = match (sheet.typed.get(index), sheet.answers.get(index)) {
        (_, answer) if is_open(answer) => String::new(),
        (Some(typed), _) => typed.to_owned(),
        (None, Some(Answer::Count(count))) => count.to_string(),
        (None, Some(Answer::Number(number))) => write_number(*number),
        _ => String::new(),
    };
    let field = TextField {
        id,
        control: Some("number"),
        class: Some("number"),
        label: unit,
        in_fieldset: true,
        error: FieldError::InFieldset(faulty),
        described_by,
        keyboard: Some(keyboard),
        most: 60,
        value: &shown,
        oninput: Some(view.sends_text(move |text| Action::Type(index, text))),
        onchange: Some(view.sends_text(move |text| Action::Typed(index, text))),
        ..TextField::default()
    };
    field.html()
}

/// A radio button or a checkbox with its words.
fn choice(
    view: &View,
    index: usize,
    kind: &'static str,
    (name, words): (&str, &str),
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    let question = &view.state.standard.questions[index].id;
    // The same words stand under every question.
    let described_by = matches!(name, "unknown" | "not-applicable").then(|| [question, "-legend"].concat());
    html! {
        <label key={name} class="choice">
            <input
                type={kind}
                name={question.clone()}
                value={name.to_owned()}
                aria-describedby={described_by}
                {checked}
                {onchange}
            />
            <span class="choice-text">{ words }</span>
        </label>
    }
}

/// A choice that stands for the whole answer: a tick that can be taken away, unless others are radio buttons too.
pub fn whole(view: &View, index: usize, name: &str, words: &str, answer: Answer) -> Html {
    let checked = view.state.draft.sheet.answers.get(index) == Some(&answer);
    let radio = matches!(
        view.state.standard.questions[index].kind,
        Kind::YesNo | Kind::OneOf(_)
    );
    let kind = if radio { "radio" } else { "checkbox" };
    let after = move |ticked: bool| Action::Answer(index, ticked.then(|| answer.clone()));
    choice(view, index, kind, (name, words), checked, view.sends_tick(after))
}

/// A tick that is part of an answer.
fn tick(view: &View, index: usize, number: usize, option: &Choice) -> Html {
    let given = view.state.draft.sheet.answers.get(index);
    let checked = matches!(given, Some(Answer::ManyOf(chosen)) if chosen.contains(&number));
    let after = move |ticked: bool| Action::Tick(index, number, ticked);
    let words = (option.id.as_str(), view.text(&option.text));
    choice(view, index, "checkbox", words, checked, view.sends_tick(after))
}
