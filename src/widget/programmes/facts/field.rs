//! The field of a fact: a number or yes-no, and “unknown”.

use super::value::{fault_of, typed, value};
use crate::answers::{Extra, write_number};
use crate::document::Node;
use crate::programmes::{Fact, FactState, Open, Origin, Value};
use crate::standard::Kind;
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::components::{FieldError, TextField};
use crate::widget::programmes::context::ProgrammesContext;
use yew::{Html, classes, html};

const UNKNOWN: &str = "unknown";

/// The field, with what is wrong in it; on paper what is stated instead of what it is stated with.
pub fn field(context: &ProgrammesContext, index: usize) -> Html {
    let view = context.view;
    let fact = &context.programmes.facts[index];
    let error = match context.facts[index] {
        FactState::Open(Open::Unreadable(fault)) => {
            [view.words.error_prefix, &fault_of(context, fact, fault)].concat()
        }
        _ => String::new(),
    };
    let field = Field {
        context,
        fact,
        index,
        id: format!("fact-{}", fact.id),
        is_faulty: !error.is_empty(),
    };
    // On paper stands what was told.
    let not_told = context.facts[index] == FactState::Open(Open::NotAnswered);
    html! {
        <fieldset key={fact.id.as_str()} class={classes!("fact", not_told.then_some("screen-only"))}>
            <legend id={field.part_id("legend")}>{ view.text(&fact.text) }</legend>
            <p class="hint">{ view.text(&fact.help) }</p>
            <p class="error" id={field.part_id("error")} role="alert">{ error }</p>
            { match &fact.origin {
                Origin::Asked(Kind::Count { unit, .. } | Kind::Number { unit, .. }) => field.number(view.text(unit)),
                _ => field.yes_no(),
            } }
            <p class="print-only"><strong>{ value(context, index) }</strong></p>
        </fieldset>
    }
}

struct Field<'a> {
    context: &'a ProgrammesContext<'a>,
    fact: &'a Fact,
    index: usize,
    id: String,
    is_faulty: bool,
}

impl Field<'_> {
    fn part_id(&self, part: &str) -> String {
        format!("{}-{part}", self.id)
    }

    fn state(&self) -> FactState {
        self.context.facts[self.index]
    }

    fn is_unknown(&self) -> bool {
        self.state() == FactState::Open(Open::Unknown)
    }

    fn path(&self) -> Vec<String> {
        vec!["facts".to_owned(), self.fact.id.clone()]
    }

    fn keep(&self, value: Option<Node>) -> Action {
        Action::Keep(Extra::Profile, self.path(), value)
    }

    fn number(&self, unit: &str) -> Html {
        let view = self.context.view;
        let label = fill(view.words.enter_number, &[unit]);
        let [path, of_unknown] = [self.path(), self.path()];
        let unknown = move |on: bool| {
            let word = on.then(|| Node::text(UNKNOWN));
            Action::Keep(Extra::Profile, of_unknown.clone(), word)
        };
        let shown = self.number_shown();
        let field = TextField {
            id: &self.id,
            class: Some("number"),
            label: &label,
            in_fieldset: true,
            error: FieldError::InFieldset(self.is_faulty),
            keyboard: Some("decimal"),
            most: 60,
            value: &shown,
            oninput: Some(view.sends_text(move |text| Action::KeepText(Extra::Profile, path.clone(), text))),
            ..TextField::default()
        };
        html! {
            <>
                { field.html() }
                <label class="choice">
                    <input type="checkbox" checked={self.is_unknown()} onchange={view.sends_tick(unknown)} />
                    <span class="choice-text">{ self.context.words.fact_unknown }</span>
                </label>
            </>
        }
    }

    /// What stands in the field of a number: what was typed, else what a document of answers has as a number.
    fn number_shown(&self) -> String {
        match (typed(self.context, self.fact), self.state()) {
            (_, FactState::Open(Open::Unknown)) => String::new(),
            (
                "",
                FactState::Known {
                    value: Value::Number(number),
                    ..
                },
            ) => write_number(number),
            (typed, _) => typed.to_owned(),
        }
    }

    fn yes_no(&self) -> Html {
        let view = self.context.view;
        let given = match self.state() {
            FactState::Known {
                value: Value::YesNo(given),
                ..
            } => Some(given),
            _ => None,
        };
        let is_answered = self.state() != FactState::Open(Open::NotAnswered);
        html! {
            <div class="choices open-answers">
                { self.choice("yes", view.words.yes, given == Some(true), Node::Bool(true)) }
                { self.choice("no", view.words.no, given == Some(false), Node::Bool(false)) }
                { self.choice(UNKNOWN, self.context.words.fact_unknown, self.is_unknown(), Node::text(UNKNOWN)) }
                <span class="slot">
                    if is_answered {
                        <button type="button" class="quiet" onclick={view.sends(self.keep(None))}>
                            { view.words.clear_answer }
                        </button>
                    }
                </span>
            </div>
        }
    }

    fn choice(&self, name: &'static str, words: &'static str, checked: bool, kept: Node) -> Html {
        let onchange = self.context.view.sends(self.keep(Some(kept)));
        html! {
            <label class="choice">
                <input type="radio" name={self.id.clone()} value={name} {checked} {onchange} />
                <span class="choice-text">{ words }</span>
            </label>
        }
    }
}
