//! The few facts that a programme asks beside the questionnaire, and how each stands.

use super::super::element::{Attr, El, On, button_to, el, sequence};
use super::super::questions::question::fault_in_words;
use super::super::state::Action;
use super::Shown;
use crate::answers::{Extra, TypedFault, write_number};
use crate::assess::Fraction;
use crate::document::Node;
use crate::programmes::{Fact, FactState, Open, Origin, Programme, Value};
use crate::standard::{FULL, Kind};

const UNKNOWN: &str = "unknown";

/// The unit of a fact, with what parts it from the number.
pub fn unit(shown: &Shown, fact: usize) -> String {
    match &shown.programmes.facts[fact].origin {
        Origin::Asked(Kind::Count { unit, .. } | Kind::Number { unit, .. }) => {
            let unit = shown.view.text(unit);
            [if unit == "%" { "" } else { " " }, unit].concat()
        }
        Origin::Rate(_) => "%".to_owned(),
        _ => String::new(),
    }
}

/// How a fact stands, in words.
pub fn value(shown: &Shown, fact: usize) -> String {
    let words = shown.words;
    let view = shown.view;
    let text = match shown.facts[fact] {
        FactState::Known { value, .. } => match value {
            Value::Number(number) => return [write_number(number), unit(shown, fact)].concat(),
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
            return error(shown, &shown.programmes.facts[fact], fault);
        }
    };
    text.to_owned()
}

/// What was entered, as it is kept.
fn typed<'a>(shown: &'a Shown, fact: &Fact) -> &'a str {
    shown.view.kept_text(Extra::Profile, &["facts", &fact.id])
}

fn error(shown: &Shown, fact: &Fact, fault: TypedFault) -> String {
    fault_in_words(shown.view, typed(shown, fact), fault)
}

/// The facts of a programme: what is open, and the fields of those that are asked here.
pub fn facts(shown: &Shown, programme: &Programme) -> El {
    let words = shown.words;
    let all = programme.facts();
    let asked = |fact: &usize| matches!(shown.programmes.facts[*fact].origin, Origin::Asked(_));
    let told: Vec<usize> = all.iter().copied().filter(|fact| !asked(fact)).collect();
    let asked: Vec<usize> = all.into_iter().filter(asked).collect();
    let told = el("ul.plain").all(told.into_iter().map(|fact| from_questionnaire(shown, fact)));
    if asked.is_empty() {
        return told;
    }
    let fields = asked.into_iter().map(|fact| field(shown, programme, fact));
    let details = el("details.more-facts")
        .line("summary", words.facts_heading)
        .line("p.facts", words.facts_about)
        .all(fields)
        .line("p.facts", words.wording)
        .with(shown.basis(&shown.programmes.fact_basis));
    sequence().with(told).with(details)
}

/// A fact that the questionnaire tells, with the way to its questions.
fn from_questionnaire(shown: &Shown, index: usize) -> El {
    let view = shown.view;
    let standard = &view.state.standard;
    let fact = &shown.programmes.facts[index];
    let question = match &fact.origin {
        Origin::Rate(id) => standard
            .rates
            .iter()
            .find(|rate| rate.id == *id)
            .map(|rate| rate.part),
        Origin::Question(id) => standard.question(id),
        Origin::Asked(_) => None,
    };
    let asked = question.filter(|question| view.state.assessment.states[*question].is_asked());
    let link = match asked {
        Some(question) => button_to(
            "button.link",
            view.words.go_to_question,
            view,
            Action::GoToQuestion(question),
        ),
        None => sequence(),
    };
    el("li")
        .line("span", view.text(&fact.text))
        .text(" ")
        .line_owned("strong", value(shown, index))
        .line("span.facts", shown.words.from_questionnaire)
        .text(" ")
        .with(link)
}

fn field(shown: &Shown, programme: &Programme, index: usize) -> El {
    let view = shown.view;
    let fact = &shown.programmes.facts[index];
    // A fact may be asked by several programmes on one screen: each field has ids and a name of its own.
    let id = ["fact-", &programme.id, "-", &fact.id].concat();
    let legend = [&id, "-legend"].concat();
    let fault_id = [&id, "-error"].concat();
    let state = shown.facts[index];
    let fault = match state {
        FactState::Open(Open::Unreadable(fault)) => {
            [view.words.error_prefix, &error(shown, fact, fault)].concat()
        }
        _ => String::new(),
    };
    let faulty = !fault.is_empty();
    let path = || vec!["facts".to_owned(), fact.id.clone()];
    let keep = |value: Option<Node>| Action::Keep(Extra::Profile, path(), value);
    let choice = |name: &str, words: &str, checked: bool, value: Node| {
        let input = el("input")
            .attr(Attr::Type, "radio")
            .attr(Attr::Name, &id)
            .value(name)
            .checked(checked)
            .sends(On::Change, view, keep(Some(value)));
        el("label.choice").with(input).line("span.choice-text", words)
    };
    let said_unknown = state == FactState::Open(Open::Unknown);
    let unknown_words = shown.words.fact_unknown;
    let controls = match &fact.origin {
        Origin::Asked(Kind::Count { .. } | Kind::Number { .. }) => {
            let given = match (typed(shown, fact), state) {
                _ if said_unknown => String::new(),
                (
                    "",
                    FactState::Known {
                        value: Value::Number(number),
                        ..
                    },
                ) => write_number(number),
                (typed, _) => typed.to_owned(),
            };
            let label_id = [&id, "-label"].concat();
            let label = el("label")
                .attr(Attr::For, &id)
                .attr(Attr::Id, &label_id)
                .fill(view.words.enter_number, &[unit(shown, index).trim()]);
            let input = el("input")
                .attr(Attr::Type, "text")
                .attr(Attr::InputMode, "decimal")
                .attr(Attr::AutoComplete, "off")
                .attr(Attr::MaxLength, "60")
                .attr(Attr::Id, &id)
                .attr(Attr::LabelledBy, &[&legend, " ", &label_id].concat())
                .attr_if(faulty, Attr::Invalid, "true")
                .attr_if(faulty, Attr::DescribedBy, &fault_id)
                .value(&given)
                .sends(
                    On::Input,
                    view,
                    Action::KeepText(Extra::Profile, path(), String::new()),
                );
            let tick = el("input")
                .attr(Attr::Type, "checkbox")
                .checked(said_unknown)
                .sends(
                    On::Change,
                    view,
                    keep((!said_unknown).then(|| Node::text(UNKNOWN))),
                );
            sequence()
                .with(el("div.field number").with(label).with(input))
                .with(
                    el("label.choice")
                        .with(tick)
                        .line("span.choice-text", unknown_words),
                )
        }
        _ => {
            let is = |yes: bool| matches!(state, FactState::Known { value: Value::YesNo(given), .. } if given == yes);
            let clear = match state {
                FactState::Open(Open::NotAnswered) => sequence(),
                _ => button_to("button.quiet", view.words.clear_answer, view, keep(None)),
            };
            el("div.choices open-answers")
                .with(choice("yes", view.words.yes, is(true), Node::Bool(true)))
                .with(choice("no", view.words.no, is(false), Node::Bool(false)))
                .with(choice(UNKNOWN, unknown_words, said_unknown, Node::text(UNKNOWN)))
                .with(el("span.slot").with(clear))
        }
    };
    el("fieldset.fact")
        .key(&fact.id)
        .with(el("legend").attr(Attr::Id, &legend).text(view.text(&fact.text)))
        .line("p.hint", view.text(&fact.help))
        .with(
            el("p.error")
                .attr(Attr::Id, &fault_id)
                .attr(Attr::Role, "alert")
                .owned(fault),
        )
        .with(controls)
        // On paper what is said, instead of what it is said with.
        .with(el("p.print-only").line_owned("strong", value(shown, index)))
}
