//! What is certain, what to answer next, how far the published numbers are, and what hangs on one answer.

use super::element::{Attr, El, button_to, el, sequence};
use super::questions::live::rests_on_contradiction;
use super::result::as_of;
use super::state::Action;
use super::view::View;
use crate::sensitivity::{
    InBand, OpenQuestion, Threshold, band, certain_band, is_certain, open_questions, thresholds,
};
use crate::strings::fill;
use crate::strings::sensitivity::Words;

mod turns;

/// How many questions are shown at once.
const FIRST: usize = 5;

/// The screen.
pub fn screen(view: &View) -> El {
    let words = &view.words.sensitivity;
    el("section.screen outlook")
        .key("outlook")
        .with(view.heading(words.heading))
        .line_owned("p.facts", as_of(view))
        .line("p.notice-own", view.words.not_a_determination)
        .with(certain(view, words))
        .with(next(view, words))
        .with(distances(view, words))
        .with(turns::turns(view, words))
}

/// From the foot of one band to the top of another.
fn bands(view: &View, [from, to]: [i64; 2]) -> String {
    view.range(InBand::bounds(from)[0], InBand::bounds(to)[1])
}

fn certain(view: &View, words: &Words) -> El {
    let assessment = &view.state.assessment;
    let open = assessment.progress().open;
    let about = match open {
        0 => words.certain_all.to_owned(),
        _ => fill(words.certain_about, &[&open.to_string()]),
    };
    let mut conditions = el("ul.plain verdicts");
    for (index, criterion) in view.state.standard.criteria.iter().enumerate() {
        let judged = &assessment.conditions[index];
        let cleared = rests_on_contradiction(view, index);
        let said = match is_certain(judged.verdict) {
            _ if open == 0 => "",
            true => words.condition_certain,
            false => words.condition_open,
        };
        conditions = conditions.with(
            el("li")
                .line("span", view.text(&criterion.title))
                .with(
                    el("span")
                        .with(view.badge(judged.verdict, cleared))
                        .line("span.facts", said),
                )
                .with(view.basis(&criterion.at_least.basis)),
        );
    }
    el("section.panel")
        .line("h4", words.certain_heading)
        .line_owned("p", about)
        .with(conditions)
        .with(index(view, words))
        .line("p.notice-own", words.band_own)
        .with(view.basis(&view.state.standard.own.weights))
        .with(elements(view, words))
}

/// The band of the index, and how far its neighbours are.
fn index(view: &View, words: &Words) -> El {
    let Some(range) = view.state.assessment.index.range else {
        return el("p").text(view.words.index_nothing);
    };
    let said = match certain_band(range) {
        Some(found) => fill(words.band_certain, &[&bands(view, [found, found])]),
        None => fill(
            words.band_open,
            &[&bands(view, [band(range.low), band(range.high)])],
        ),
    };
    let mut list = el("ul");
    let places = match range.low == range.high {
        true => vec![(words.index_is, range.low)],
        false => vec![
            (words.index_at_worst, range.low),
            (words.index_at_best, range.high),
        ],
    };
    for (text, value) in places {
        let place = InBand::of(value);
        let mut line = el("li").fill(text, &[&view.percent(value)]);
        if let Some(to_next) = place.to_next {
            line = line.text(" ").fill(words.band_up, &[&view.percent(to_next)]);
        }
        if let Some(above_foot) = place.above_foot {
            line = line.text(" ").fill(words.band_down, &[&view.percent(above_foot)]);
        }
        list = list.with(line);
    }
    sequence().with(el("p").line_owned("strong", said)).with(list)
}

/// Each element with its range, and its band where it is certain.
fn elements(view: &View, words: &Words) -> El {
    let rows = view.state.assessment.index.dimensions.iter().map(|dimension| {
        let title = view.text(&view.state.standard.elements[dimension.element].title);
        let (range, certain) = match dimension.range {
            Some(range) => (view.range(range.low, range.high), certain_band(range)),
            None => (view.words.state_not_applicable.to_owned(), None),
        };
        let certain = match certain {
            Some(found) => bands(view, [found, found]),
            None if dimension.range.is_some() => words.band_not_certain.to_owned(),
            None => String::new(),
        };
        el("tr")
            .with(el("th").attr(Attr::Scope, "row").text(title))
            .line_owned("td", range)
            .line_owned("td", certain)
    });
    let head = [view.words.element, view.words.range, words.band].into_iter();
    let head = head.map(|words| el("th").attr(Attr::Scope, "col").text(words));
    el("table.by-band")
        .with(el("thead").with(el("tr").all(head)))
        .with(el("tbody").all(rows))
}

fn next(view: &View, words: &Words) -> El {
    let open = open_questions(&view.state.standard, &view.state.assessment);
    let panel = el("section.panel").line("h4", words.next_heading);
    let (first, more) = open.split_at(FIRST.min(open.len()));
    if first.is_empty() {
        return panel.line("p", words.next_none);
    }
    let list = |some: &[OpenQuestion]| {
        let some = some.iter().map(|open| question(view, words, open));
        el("ol.missing").all(some)
    };
    let details = el("details.more")
        .attr_if(more.is_empty(), Attr::Hidden, "hidden")
        .line_fill("summary", view.words.missing_more, &[&more.len().to_string()])
        .with(list(more).attr(Attr::Start, &(FIRST + 1).to_string()));
    panel
        .line("p", words.next_about)
        .with(view.basis(&view.state.standard.own.weights))
        .with(list(first))
        .with(details)
}

fn question(view: &View, words: &Words, open: &OpenQuestion) -> El {
    let mut facts = String::new();
    if open.decides {
        facts.push_str(words.next_decides);
    }
    if open.share > 0 {
        facts.push(' ');
        facts.push_str(&fill(words.next_share, &[&view.percent(open.share)]));
    }
    let go = Action::GoToQuestion(open.question);
    el("li")
        .key(&view.state.standard.questions[open.question].id)
        .with(
            el("p")
                .line("strong", view.question(open.question))
                .line("span.facts", &view.answer(open.question)),
        )
        .line_owned("p.facts", facts)
        .with(button_to("button.link", view.words.go_to_question, view, go))
}

/// How far each published number is, under each reading.
fn distances(view: &View, words: &Words) -> El {
    let found = thresholds(&view.state.standard, &view.state.assessment);
    if found.is_empty() {
        return sequence();
    }
    let criteria = view.state.standard.criteria.iter().enumerate();
    let criteria = criteria.map(|(index, criterion)| {
        let readings = found.iter().filter(|found| found.criterion == index);
        let needed = (criterion.at_least.value / 100).to_string();
        el("article.condition")
            .line("h5", view.text(&criterion.title))
            .line_fill("p", view.words.condition_demand, &[&needed])
            .with(view.basis(&criterion.at_least.basis))
            .with(el("ul.plain readings").all(readings.map(|found| distance(view, words, found))))
    });
    el("section.panel")
        .line("h4", words.distance_heading)
        .line("p", words.distance_about)
        .all(criteria)
}

fn distance(view: &View, words: &Words, found: &Threshold) -> El {
    let reading = &view.state.standard.criteria[found.criterion].readings[found.reading];
    let now = match found.low == found.high {
        true => fill(words.distance_now, &[&found.low.to_string()]),
        false => fill(words.distance_at_least, &[&found.low.to_string()]),
    };
    let gap = match found.lacking() {
        [0, 0] if found.to_spare() == 0 => words.distance_exactly.to_owned(),
        [0, 0] => fill(words.distance_to_spare, &[&found.to_spare().to_string()]),
        [surely, most] if surely == most => fill(words.distance_lacking, &[&most.to_string()]),
        [surely, most] => fill(
            words.distance_lacking_perhaps,
            &[&surely.to_string(), &most.to_string()],
        ),
    };
    let verdict = el("p")
        .fill(view.words.condition_reading, &[view.text(&reading.text)])
        .text(" ")
        .with(
            view.badge(
                found.verdict,
                reading
                    .questions
                    .iter()
                    .any(|question| view.is_contradicted(*question)),
            ),
        );
    el("li")
        .with(verdict)
        .with(el("p").line_owned("span", now).line_owned("strong", gap))
}
