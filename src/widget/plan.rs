//! The cheapest path: the target, what is counted as cost, and the plans.

use super::element::{Attr, El, On, el};
use super::questions::question::fault_in_words;
use super::result::as_of;
use super::state::Action;
use super::view::View;
use crate::answers::Extra;
use crate::document::Node;
use crate::plan::{Asked, Field, Wanted, plan, read};
use crate::strings::fill;
use crate::strings::plan::Words;

mod costs;
mod outcome;

/// The screen.
pub fn screen(view: &View) -> El {
    let words = &view.words.plan;
    let standard = &view.state.standard;
    let answers = &view.state.draft.sheet.answers;
    let asked = read(standard, answers);
    // With a fault in a field a plan would be one for another target or other prices.
    let shown = if asked.faults.is_empty() && !lacks_mark(view, &asked) {
        outcome::outcome(
            view,
            words,
            &asked,
            &plan(standard, answers, &asked.target, &asked.costing),
        )
    } else {
        el("section.panel").line("p", words.mend_first)
    };
    el("section.screen plan")
        .key("plan")
        .with(view.heading(words.heading))
        .line_owned("p.facts", as_of(view))
        .line("p.lead", words.about)
        .line("p.notice-own", words.about_own)
        .with(target(view, words, &asked))
        .with(costs::costs(view, words, &asked))
        .with(shown)
}

/// Whether a mark is wished for and none is typed.
fn lacks_mark(view: &View, asked: &Asked) -> bool {
    asked.reach != "nothing"
        && view
            .kept_text(Extra::Costs, &["target", "mark"])
            .trim()
            .is_empty()
}

/// A choice among several, kept at a path of the costs.
fn radio(view: &View, path: &[&str], value: &str, checked: bool, text: &str, hint: &str) -> El {
    let place: Vec<String> = path.iter().map(|key| (*key).to_owned()).collect();
    let name = path.join("-");
    let input = el("input")
        .attr(Attr::Type, "radio")
        .attr(Attr::Name, &name)
        .checked(checked)
        .sends(
            On::Change,
            view,
            Action::Keep(Extra::Costs, place, Some(Node::text(value))),
        );
    let text = el("span.choice-text").text(text).line("span.hint", hint);
    el("label.choice").key(value).with(input).with(text)
}

/// A field for a number, kept at a path of the costs, with what is wrong in it.
fn field(view: &View, asked: &Asked, path: &[&str], which: Field, label: &str) -> El {
    let id = ["plan-", &path.join("-")].concat();
    let error_id = [&id, "-error"].concat();
    let typed = view.kept_text(Extra::Costs, path);
    let fault = asked.faults.iter().find(|(field, _)| *field == which);
    let error = match fault {
        Some((_, fault)) => [view.words.error_prefix, &fault_in_words(view, typed, *fault)].concat(),
        None => String::new(),
    };
    let place: Vec<String> = path.iter().map(|key| (*key).to_owned()).collect();
    let input = el("input")
        .attr(Attr::Type, "text")
        .attr(Attr::InputMode, "decimal")
        .attr(Attr::Id, &id)
        .attr(Attr::AutoComplete, "off")
        .attr(Attr::MaxLength, "40")
        .attr_if(fault.is_some(), Attr::Invalid, "true")
        .attr_if(fault.is_some(), Attr::DescribedBy, &error_id)
        .value(typed)
        .sends(
            On::Input,
            view,
            Action::KeepText(Extra::Costs, place, String::new()),
        );
    el("div.field")
        .key(&id)
        .with(el("label").attr(Attr::For, &id).text(label))
        .with(input)
        .with(
            el("p.error")
                .attr(Attr::Id, &error_id)
                .attr(Attr::Role, "alert")
                .owned(error),
        )
}

fn target(view: &View, words: &Words, asked: &Asked) -> El {
    let marks = [
        ("nothing", words.reach_nothing, words.reach_nothing_hint),
        ("index", words.reach_index, ""),
        ("elements", words.reach_elements, ""),
    ];
    let marks = marks.into_iter().map(|(value, text, hint)| {
        radio(
            view,
            &["target", "reach"],
            value,
            asked.reach == value,
            text,
            hint,
        )
    });
    let mut mark = el("div.slot");
    if asked.reach != "nothing" {
        let input = field(view, asked, &["target", "mark"], Field::Mark, words.mark);
        let lacking = if lacks_mark(view, asked) {
            words.mark_lacking
        } else {
            ""
        };
        mark = mark.with(input).line("p.hint", lacking);
    }
    let criteria = view.state.standard.criteria.iter().enumerate();
    let criteria = criteria.map(|(index, _)| criterion(view, words, asked, index));
    let chosen = asked
        .target
        .criteria
        .iter()
        .filter(|wanted| **wanted != Wanted::Every)
        .count();
    let summary = match chosen {
        0 => words.readings_every.to_owned(),
        some => fill(words.readings_some, &[&some.to_string()]),
    };
    let readings = el("details")
        .attr_if(view.state.standard.criteria.is_empty(), Attr::Hidden, "hidden")
        .line_owned("summary", summary)
        .line("p.hint", words.readings_about)
        .all(criteria);
    let marks = el("fieldset.plain-set")
        .line("legend", words.reach)
        .with(el("div.choices").all(marks))
        .with(mark)
        .line("p.hint", view.words.index_own);
    el("section.panel screen-only")
        .line("h4", words.target)
        .line("p", words.target_conditions)
        .with(readings)
        .with(marks)
}

/// Under which reading a published condition is to be met.
fn criterion(view: &View, words: &Words, asked: &Asked, index: usize) -> El {
    let criterion = &view.state.standard.criteria[index];
    let path = ["target", "criteria", &criterion.id];
    let wanted = asked.target.criteria[index];
    let mut choices = el("div.choices").with(radio(
        view,
        &path,
        "every",
        wanted == Wanted::Every,
        words.reading_every,
        words.reading_every_hint,
    ));
    for (number, reading) in criterion.readings.iter().enumerate() {
        let text = fill(view.words.condition_reading, &[view.text(&reading.text)]);
        let checked = wanted == Wanted::Reading(number);
        choices = choices.with(radio(view, &path, &reading.id, checked, &text, ""));
    }
    choices = choices.with(radio(
        view,
        &path,
        "none",
        wanted == Wanted::None,
        words.reading_none,
        "",
    ));
    el("fieldset.plain-set")
        .key(&criterion.id)
        .with(el("legend").text(view.text(&criterion.title)).text(" ").fill(
            words.at_least,
            &[&crate::answers::write_number(criterion.at_least.value)],
        ))
        .with(choices)
        .with(view.basis(&criterion.at_least.basis))
}
