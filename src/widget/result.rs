//! The result: conditions, index, every point, what is missing, effects, contradictions, print and sources.

use super::Props;
use super::draft::Screen;
use super::element::{Attr, El, button_to, el, sequence};
use super::questions::live::range_bar;
use super::questions::question::error;
use super::questions::{improvement, improvement_working};
use super::state::Action;
use super::view::View;
use crate::answers::{Answer, Extra, write_number};
use crate::assess::Contradiction;
use crate::lang::Lang;
use crate::standard::{Effect, Source};
use crate::strings::fill;

mod conditions;
mod extras;
mod missing;
mod points;
mod radar;

/// The result.
#[inline(never)]
pub fn result(view: &View, props: &Props) -> El {
    let words = view.words;
    let standard = &view.state.standard;
    let pages = standard.pages(view.state.draft.sheet.answers.track).len();
    let back = Action::Go(Screen::Page(pages.saturating_sub(1)));
    el("section.screen result")
        .key("result")
        .with(view.heading(words.result_heading))
        .with(el("div.slot").with(extras::names(view)))
        .line_owned("p.facts", as_of(view))
        .line("p.notice-own", words.not_a_determination)
        .with(el("div.slot").with(contradictions(view)))
        .with(conditions::conditions(view))
        .with(index(view))
        .with(missing::missing(view))
        .with(effects(view))
        .with(points::points(view))
        .with(extras::extras(view, props))
        .with(sources(view))
        .with(el("div.actions").with(button_to("button", words.back, view, back)))
}

/// Edition, track, scope, what our sources knew and until when, and the release of the tool, in one line.
#[inline(never)]
pub fn as_of(view: &View) -> String {
    let standard = &view.state.standard;
    let sheet = &view.state.draft.sheet;
    let track = view.text(&standard.tracks[sheet.answers.track].title);
    let mut scope = String::new();
    for text in ["plant", "figuresAsOf"].map(|key| view.kept_text(Extra::Profile, &[key])) {
        if !text.is_empty() {
            scope.push_str(text);
            scope.push_str(match view.lang {
                Lang::ZhCn => "；",
                Lang::En => "; ",
            });
        }
    }
    let parts = [
        view.text(&standard.title),
        track,
        &scope,
        &standard.known_until,
        env!("CARGO_PKG_VERSION"),
        view.standing(standard.sources[standard.source].standing),
    ];
    fill(view.words.as_of_line, &parts)
}

fn contradictions(view: &View) -> El {
    let words = view.words;
    let found = &view.state.assessment.contradictions;
    let state = view.state;
    let asked = |question: &usize| state.assessment.states[*question].is_asked();
    let mut typed = el("ul.plain");
    let mut faults = 0;
    for question in state.draft.sheet.typed.questions().filter(asked) {
        if let Some(fault) = state.typed_fault(question) {
            faults += 1;
            let go = Action::GoToQuestion(question);
            let line = el("li").text(view.question(question)).text(" ");
            let line = line.line_owned("strong", error(view, question, fault)).text(" ");
            typed = typed.with(line.with(button_to("button.link", words.go_to_question, view, go)));
        }
    }
    if found.is_empty() && faults == 0 {
        return sequence();
    }
    let about = |words: &'static str, shown: bool| el("p").text(if shown { words } else { "" });
    el("section.panel warn")
        .line("h4", words.contradictions_heading)
        .with(about(words.errors_left, faults > 0))
        .with(typed)
        .with(about(words.contradictions_about, !found.is_empty()))
        .with(el("ul.plain").all(found.iter().map(|found| contradiction(view, found))))
}

fn contradiction(view: &View, contradiction: &Contradiction) -> El {
    let words = view.words;
    let standard = &view.state.standard;
    let questions = contradiction.questions(standard);
    let text = match contradiction {
        Contradiction::Relation(index) => view.text(&standard.relations[*index].text).to_owned(),
        Contradiction::Rate(_) => {
            let given: Vec<[String; 2]> = questions
                .iter()
                .map(|question| [view.question(*question).to_owned(), view.answer(*question)])
                .collect();
            let given: Vec<&str> = given.iter().flatten().map(String::as_str).collect();
            fill(words.contradiction_rate, &given)
        }
        Contradiction::Rule(index) => view.text(&standard.rules[*index].text).to_owned(),
    };
    let given = questions.into_iter().map(|question| {
        let go = Action::GoToQuestion(question);
        el("li")
            .text(view.question(question))
            .text(" ")
            .line_owned("strong", view.answer(question))
            .text(" ")
            .with(button_to("button.link", words.go_to_question, view, go))
    });
    let chosen = match contradiction {
        Contradiction::Rule(index) => sequence().with(view.basis(&standard.rules[*index].basis)),
        _ => sequence(),
    };
    el("li")
        .line_owned("p", text)
        .with(chosen)
        .with(el("ul").all(given))
}

fn index(view: &View) -> El {
    let words = view.words;
    let assessment = &view.state.assessment;
    let open = assessment.open_in_index();
    let mut closed = el("p");
    closed = if open > 0 {
        closed.fill(words.index_open, &[&open.to_string()])
    } else {
        closed.text(words.index_closed)
    };
    closed = closed.text(" ");
    if let Some(range) = assessment.index.range.filter(|_| open > 0) {
        closed = closed.fill(words.index_value, &[&view.percent(range.value)]);
    }
    el("section.panel")
        .line("h4", words.index_heading)
        .line("p.notice-own", words.index_own)
        .with(view.basis(&view.state.standard.own.weights))
        .with(el("div.range large").with(range_bar(view)))
        .with(closed)
        .line("p.facts", words.index_scale)
        .with(radar::radar(view))
}

fn effects(view: &View) -> El {
    let words = view.words;
    let effects = &view.state.standard.effects;
    let rows = effects
        .iter()
        .enumerate()
        .map(|(index, found)| effect(view, index, found));
    let table = el("table.effects")
        .with(view.table_head([words.effect, words.before, words.after, words.change]))
        .with(el("tbody").all(rows));
    let references = el("details").line("summary", words.effect_references);
    let references = references.all(effects.iter().map(|effect| {
        el("div")
            .line("h5", view.text(&effect.title))
            .with(view.references(&effect.references))
    }));
    el("section.panel")
        .attr_if(effects.is_empty(), Attr::Hidden, "hidden")
        .line("h4", words.effects_heading)
        .line("p", words.effects_about)
        .with(table)
        .with(references)
}

fn effect(view: &View, index: usize, effect: &Effect) -> El {
    let figure = |question: usize| match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Number(number)) => write_number(*number),
        _ => view.answer(question),
    };
    let change = el("td")
        .owned(improvement(view, index))
        .with(el("br"))
        .line_owned("span.facts", improvement_working(view, effect));
    let head = el("th")
        .attr(Attr::Scope, "row")
        .text(view.text(&effect.title))
        .with(view.basis(&effect.basis));
    el("tr")
        .with(head)
        .line_owned("td", figure(effect.before))
        .line_owned("td", figure(effect.after))
        .with(change)
}

fn sources(view: &View) -> El {
    let sources = view.state.standard.sources.iter();
    el("section.panel")
        .line("h4", view.words.sources_heading)
        .with(el("ol.sources").all(sources.map(|found| source(view, found))))
}

fn source(view: &View, source: &Source) -> El {
    let mut address = el("span");
    if let Some(found) = &source.address {
        let link = el("a")
            .attr(Attr::Href, found)
            .attr(Attr::Target, "_blank")
            .attr(Attr::Rel, "noopener noreferrer")
            .text(view.words.source_open_address)
            .text(view.words.new_window);
        address = address.with(link);
    }
    el("li")
        .with(view.document(source))
        .line("span.facts", view.optional(&source.issuers))
        .line("span.facts", view.grade(source.grade))
        .line("span.facts", view.optional(&source.note))
        .with(address)
}
