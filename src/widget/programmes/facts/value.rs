//! How a fact stands, in words.

use crate::answers::{Extra, TypedFault, write_number};
use crate::assess::Fraction;
use crate::programmes::{Fact, FactState, Open, Origin, Value};
use crate::standard::{FULL, Hundredths};
use crate::widget::programmes::context::ProgrammesContext;
use crate::widget::questions::question::fault_in_words;

/// A number of a fact, in hundredths, with its unit.
pub fn with_unit(context: &ProgrammesContext, fact: usize, number: Hundredths) -> String {
    let fact = &context.programmes.facts[fact];
    let unit = match (&fact.origin, fact.unit(number)) {
        (Origin::Rate(_), _) => "%",
        (_, unit) => unit.map_or("", |unit| context.view.text(unit)),
    };
    let space = if matches!(unit, "" | "%") { "" } else { " " };
    [&write_number(number), space, unit].concat()
}

/// How a fact stands, in words.
pub fn value(context: &ProgrammesContext, fact: usize) -> String {
    let words = context.words;
    let view = context.view;
    let text = match context.facts[fact] {
        FactState::Known { value, .. } => match value {
            Value::Number(number) => return with_unit(context, fact, number),
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
