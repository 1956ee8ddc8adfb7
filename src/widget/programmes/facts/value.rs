//! How a fact stands, in words.

use crate::answers::{Extra, TypedFault, write_number};
use crate::assess::Fraction;
use crate::programmes::{Fact, FactState, Open, Origin, Value};
use crate::standard::{FULL, Kind};
use crate::widget::programmes::context::ProgrammesContext;
use crate::widget::questions::question::fault_in_words;

/// The unit of a fact, with the space between it and the number.
pub fn unit(context: &ProgrammesContext, fact: usize) -> String {
    match &context.programmes.facts[fact].origin {
        Origin::Asked(Kind::Count { unit, .. } | Kind::Number { unit, .. }) => {
            let unit = context.view.text(unit);
            [if unit == "%" { "" } else { " " }, unit].concat()
        }
        Origin::Rate(_) => "%".to_owned(),
        _ => String::new(),
    }
}

/// How a fact stands, in words.
pub fn value(context: &ProgrammesContext, fact: usize) -> String {
    let words = context.words;
    let view = context.view;
    let text = match context.facts[fact] {
        FactState::Known { value, .. } => match value {
            Value::Number(number) => return [write_number(number), unit(context, fact)].concat(),
            Value::Rate { part, total } => {
                let share = view.share(Fraction::new(part * FULL, total));
                return format!("{part} / {total} = {share}");
            }
            Value::YesNo(true) => view.words.yes,
            Value::YesNo(false) => view.words.no,
        },
        FactState::Open(Open::NotAnswered) => words.not_answered,
        FactState::Open(Open::Unknown) => words.said_unknown,
        FactState::Open(Open::NotApplicable) => words.not_applicable,
        FactState::Open(Open::NotAsked) => words.not_asked,
        FactState::Open(Open::Unreadable(fault)) => {
            return fault_of(context, &context.programmes.facts[fact], fault);
        }
    };
    text.to_owned()
}

/// What was entered, as it is kept.
pub fn typed<'a>(context: &'a ProgrammesContext, fact: &Fact) -> &'a str {
    context.view.kept_text(Extra::Profile, &["facts", &fact.id])
}

/// What is wrong with what was entered, in words.
pub fn fault_of(context: &ProgrammesContext, fact: &Fact, fault: TypedFault) -> String {
    fault_in_words(context.view, typed(context, fact), fault)
}
