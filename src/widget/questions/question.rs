//! One question: a fieldset with real controls, its error in words, and help on demand.

use super::super::element::{Attr, El, On, button_to, el, sequence};
use super::super::state::{Action, is_open};
use super::super::view::View;
use crate::answers::{Answer, TypedFault, write_number};
use crate::assess::State as Answering;
use crate::standard::{Choice, Kind, Question};
use crate::strings::fill;

/// A question of the page at hand.
pub fn question(view: &View, index: usize) -> El {
    let state = view.state;
    let words = view.words;
    let question = &state.standard.questions[index];
    if state.assessment.states[index] == Answering::Closed {
        return not_asked(view, question);
    }
    let mut error_text = String::new();
    if let Some(fault) = state
        .typed_fault(index)
        .filter(|_| state.checked.contains(&index))
    {
        error_text = [words.error_prefix, &error(view, index, fault)].concat();
    }
    let faulty = !error_text.is_empty();
    let error = el("p.error")
        .attr(Attr::Id, &part_id(question, "error"))
        .attr(Attr::Role, "alert")
        .owned(error_text);
    let mut open =
        el("div.choices open-answers").with(whole(view, index, "unknown", words.unknown, Answer::Unknown));
    let mut slot = el("span.slot");
    if question.not_applicable {
        slot = slot.with(whole(
            view,
            index,
            "not-applicable",
            words.not_applicable,
            Answer::NotApplicable,
        ));
    }
    open = open.with(slot);
    slot = el("span.slot");
    if state.draft.sheet.answers.get(index).is_some() || state.draft.sheet.typed.get(index).is_some() {
        let clear = Action::Clear(index);
        slot = slot.with(button_to("button.quiet", words.clear_answer, view, clear));
    }
    open = open.with(slot);
    el(if faulty {
        "fieldset.question faulty"
    } else {
        "fieldset.question"
    })
    .attr(Attr::Id, &id(question))
    .key(&question.id)
    .with(
        el("legend")
            .attr(Attr::Id, &part_id(question, "legend"))
            .text(view.text(&question.text)),
    )
    .with(error)
    .with(el("div.choices").with(controls(view, index, faulty)))
    .with(open)
    .with(help(view, question))
}

/// The id of the element that shows a question.
fn id(question: &Question) -> String {
    ["q-", &question.id].concat()
}

/// The id of a part of a question.
fn part_id(question: &Question, part: &str) -> String {
    [&question.id, "-", part].concat()
}

fn not_asked(view: &View, question: &Question) -> El {
    let other = question
        .asked_if
        .map_or("", |asked_if| view.question(asked_if.question));
    el("div.question not-asked")
        .attr(Attr::Id, &id(question))
        .attr(Attr::TabIndex, "-1")
        .key(&question.id)
        .with(el("p").line("strong", view.text(&question.text)))
        .line_fill("p.hint", view.words.not_asked, &[other])
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

/// The controls by which a question is answered.
fn controls(view: &View, index: usize, faulty: bool) -> El {
    let words = view.words;
    match &view.state.standard.questions[index].kind {
        Kind::Count { unit, .. } => number(view, index, "numeric", view.text(unit), faulty),
        Kind::Number { unit, .. } => number(view, index, "decimal", view.text(unit), faulty),
        Kind::YesNo => sequence()
            .with(whole(view, index, "yes", words.yes, Answer::YesNo(true)))
            .with(whole(view, index, "no", words.no, Answer::YesNo(false))),
        Kind::OneOf(choices) => {
            let choices = choices.iter().enumerate().map(|(number, choice)| {
                let answer = Answer::OneOf(number);
                whole(view, index, &choice.id, view.text(&choice.text), answer)
            });
            choices.fold(sequence(), El::with)
        }
        Kind::ManyOf(choices) => {
            let none = Answer::ManyOf(Vec::new());
            let none = whole(view, index, "none", words.none_of_these, none);
            let ticks = (0..choices.len()).map(|number| check(view, index, number, choices));
            sequence().all(ticks).with(none)
        }
    }
}

fn number(view: &View, index: usize, mode: &str, unit: &str, faulty: bool) -> El {
    let sheet = &view.state.draft.sheet;
    let question = &view.state.standard.questions[index];
    let id = part_id(question, "number");
    let label_id = part_id(question, "label");
    let shown = match (sheet.typed.get(index), sheet.answers.get(index)) {
        (_, answer) if is_open(answer) => String::new(),
        (Some(typed), _) => typed.to_owned(),
        (None, Some(Answer::Count(count))) => count.to_string(),
        (None, Some(Answer::Number(number))) => write_number(*number),
        _ => String::new(),
    };
    let label = el("label")
        .attr(Attr::For, &id)
        .attr(Attr::Id, &label_id)
        .fill(view.words.enter_number, &[unit]);
    let input = el("input")
        .attr(Attr::Type, "text")
        .attr(Attr::InputMode, mode)
        .attr(Attr::AutoComplete, "off")
        .attr(Attr::MaxLength, "60")
        .attr(Attr::Id, &id)
        .attr(
            Attr::LabelledBy,
            &[&part_id(question, "legend"), " ", &label_id].concat(),
        )
        .attr_if(faulty, Attr::Invalid, "true")
        .attr_if(faulty, Attr::DescribedBy, &part_id(question, "error"))
        .value(&shown)
        .sends(On::Input, view, Action::Type(index, String::new()))
        .sends(On::Change, view, Action::Typed(index, String::new()));
    el("div.field number").with(label).with(input)
}

/// A radio button or a checkbox with its words; `after` is the answer once it is used.
fn choice(
    view: &View,
    index: usize,
    kind: &str,
    (name, words): (&str, &str),
    checked: bool,
    after: Option<Answer>,
) -> El {
    let input = el("input")
        .attr(Attr::Type, kind)
        .attr(Attr::Name, &view.state.standard.questions[index].id)
        .value(name)
        .checked(checked)
        .sends(On::Change, view, Action::Answer(index, after));
    el("label.choice").with(input).line("span.choice-text", words)
}

/// A choice that stands for the whole answer: a tick that can be taken away, unless others are radio buttons too.
fn whole(view: &View, index: usize, name: &str, words: &str, answer: Answer) -> El {
    let checked = view.state.draft.sheet.answers.get(index) == Some(&answer);
    let radio = matches!(
        view.state.standard.questions[index].kind,
        Kind::YesNo | Kind::OneOf(_)
    );
    let kind = if radio { "radio" } else { "checkbox" };
    let after = (radio || !checked).then_some(answer);
    choice(view, index, kind, (name, words), checked, after)
}

/// A tick that is part of an answer.
fn check(view: &View, index: usize, number: usize, choices: &[Choice]) -> El {
    let chosen: &[usize] = match view.state.draft.sheet.answers.get(index) {
        Some(Answer::ManyOf(chosen)) => chosen,
        _ => &[],
    };
    let checked = chosen.contains(&number);
    let mut after = Vec::new();
    for other in 0..choices.len() {
        if (other == number) != chosen.contains(&other) {
            after.push(other);
        }
    }
    // Taking the last tick away is not the same as saying that there is none.
    let after = (!after.is_empty()).then_some(Answer::ManyOf(after));
    let shown = &choices[number];
    let words = (shown.id.as_str(), view.text(&shown.text));
    choice(view, index, "checkbox", words, checked, after)
}

fn help(view: &View, question: &Question) -> El {
    let words = view.words;
    let papers = question
        .evidence
        .iter()
        .map(|paper| el("li").text(view.text(paper)));
    let list = el("dl")
        .line("dt", words.help_counts)
        .line("dd", view.text(&question.counts))
        .line("dt", words.help_counts_not)
        .line("dd", view.text(&question.counts_not))
        .line("dt", words.help_as_of)
        .line("dd", view.text(&question.as_of))
        .line("dt", words.help_example)
        .line("dd", view.text(&question.example))
        .line("dt", words.help_evidence)
        .with(el("dd").with(el("ul").all(papers)))
        .line("dt", words.help_wording)
        .with(el("dd").with(view.open_basis(&question.basis)));
    let bounds = match &question.kind {
        Kind::Count { min, max, .. } => [min.to_string(), max.to_string()],
        Kind::Number { min, max, .. } => [write_number(*min), write_number(*max)],
        _ => [String::new(), String::new()],
    };
    let list = if bounds[0].is_empty() {
        list
    } else {
        list.line("dt", words.help_bounds).with(
            el("dd")
                .fill(words.bounds, &[&bounds[0], &bounds[1]])
                .with(view.open_basis(&view.state.standard.own.bounds)),
        )
    };
    el("details.help")
        .line("summary", words.help)
        .with(list)
        .with(view.references(&question.references))
}
