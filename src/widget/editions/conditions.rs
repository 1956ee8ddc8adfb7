//! Each published condition under both editions, and all of them together.

use super::super::element::{El, el, sequence};
use super::super::questions::live::rests_on_contradiction;
use super::super::view::View;
use super::{Pair, row, text};
use crate::answers::write_number;
use crate::assess::Verdict;
use crate::editions::{Change, Row};
use crate::strings::fill;

/// Every condition that one of the editions has.
pub fn conditions(pair: &Pair) -> El {
    let rows = pair.found.rows.iter().map(|row| condition(pair, row));
    el("section.panel")
        .line("h4", pair.words.changed_heading)
        .all(rows)
}

/// A condition: what changed and what it means, then figures, verdicts and readings side by side, then the sources.
fn condition(pair: &Pair, found: &Row) -> El {
    let words = pair.words;
    let criteria = [0, 1].map(|edition| pair.found.criterion(found, edition));
    let title = criteria.iter().flatten().next();
    let title = title.map_or("", |criterion| pair.view.text(&criterion.title));
    let figures = criteria.map(|criterion| criterion.map(|criterion| write_number(criterion.at_least.value)));
    let figure = |edition: usize| figures[edition].as_deref().unwrap_or(words.absent);
    let [earlier, later] = [figure(0), figure(1)];
    let names = [pair.name(0), pair.name(1)];
    let changed = match pair.found.change(found, 0, 1) {
        Change::Absent => String::new(),
        Change::Same => fill(words.same, &[later]),
        Change::Raised => fill(words.raised, &[earlier, later]),
        Change::Lowered => fill(words.lowered, &[earlier, later]),
        Change::Added => fill(words.added, &[names[0], names[1], later]),
        Change::Removed => fill(words.removed, &[names[0], names[1], earlier]),
    };
    let cell = |edition: usize, inner: &dyn Fn(&View, usize) -> Option<El>| {
        let shown = found.at[edition].and_then(|index| inner(&pair.under(edition), index));
        shown.unwrap_or_else(|| text(words.absent))
    };
    let both = |inner: &dyn Fn(&View, usize) -> Option<El>| [cell(0, inner), cell(1, inner)];
    let verdict = |view: &View, index: usize| {
        let verdict = view.state.assessment.conditions[index].verdict;
        Some(sequence().with(view.badge(verdict, rests_on_contradiction(view, index))))
    };
    let mut rows = sequence()
        .with(row(text(words.row_figure), [text(earlier), text(later)]))
        .with(row(text(words.row_verdict), both(&verdict)));
    for (id, title) in readings(pair, found) {
        let reading = |view: &View, index: usize| reading(view, index, &id);
        let about = sequence().line_fill("span", pair.view.words.condition_reading, &[&title]);
        rows = rows.with(row(about, both(&reading)));
    }
    let sources = [0, 1].into_iter().filter_map(|edition| {
        let criterion = criteria[edition]?;
        let line = fill(words.figure_of, &[names[edition], figure(edition)]);
        let basis = pair.under(edition).basis(&criterion.at_least.basis);
        let notes = criterion.notes.iter();
        let notes = el("ul").all(notes.map(|note| el("li").text(pair.view.text(note))));
        let open = el("details")
            .line("summary", pair.view.words.condition_open_points)
            .with(notes);
        Some(el("div.reference").line_owned("p", line).with(basis).with(open))
    });
    el("article.condition")
        .line("h5", title)
        .line_owned("p", changed)
        .line_owned("p", meaning(pair, found))
        .with(answers(pair, found))
        .with(pair.table(rows))
        .with(el("div.references").all(sources))
}

/// The readings of a condition in either edition, with what they say.
fn readings(pair: &Pair, found: &Row) -> Vec<(String, String)> {
    let mut readings: Vec<(String, String)> = Vec::new();
    for edition in [1, 0] {
        let criterion = pair.found.criterion(found, edition);
        for reading in criterion.iter().flat_map(|criterion| &criterion.readings) {
            if !readings.iter().any(|(id, _)| *id == reading.id) {
                readings.push((reading.id.clone(), pair.view.text(&reading.text).to_owned()));
            }
        }
    }
    readings
}

/// The verdict under the reading `id` of a condition, where the edition has it.
fn reading(view: &View, criterion: usize, id: &str) -> Option<El> {
    let readings = &view.state.standard.criteria[criterion].readings;
    let index = readings.iter().position(|reading| reading.id == id)?;
    let mut questions = readings[index].questions.iter();
    let cleared = questions.any(|question| view.is_contradicted(*question));
    let judged = &view.state.assessment.conditions[criterion].readings[index];
    Some(sequence().with(view.badge(judged.verdict, cleared)))
}

/// The verdict on a condition in a word, as its badge says it.
fn verdict(view: &View, criterion: usize) -> &'static str {
    match view.state.assessment.conditions[criterion].verdict {
        Verdict::Met | Verdict::Depends if rests_on_contradiction(view, criterion) => {
            view.words.verdict_to_be_cleared
        }
        verdict => view.verdict(verdict),
    }
}

/// What the two editions say of this firm.
fn meaning(pair: &Pair, found: &Row) -> String {
    let words = pair.words;
    let said = |edition: usize| found.at[edition].map(|index| verdict(&pair.under(edition), index));
    match (said(0), said(1)) {
        (Some(earlier), Some(later)) if earlier == later => fill(words.means_same, &[later]),
        (Some(earlier), Some(later)) => {
            fill(words.means_differs, &[pair.name(0), earlier, pair.name(1), later])
        }
        (None, Some(only)) => fill(words.means_only, &[pair.name(1), only]),
        (Some(only), None) => fill(words.means_only, &[pair.name(0), only]),
        (None, None) => String::new(),
    }
}

/// The answers on which the condition rests, each once.
fn answers(pair: &Pair, found: &Row) -> El {
    let edition = usize::from(found.at[1].is_some());
    let view = pair.under(edition);
    let criterion = pair.found.criterion(found, edition);
    let mut questions = Vec::new();
    for reading in criterion.iter().flat_map(|criterion| &criterion.readings) {
        for question in &reading.questions {
            if !questions.contains(question) {
                questions.push(*question);
            }
        }
    }
    let given = questions.into_iter().map(|question| {
        el("li")
            .text(view.question(question))
            .text(" ")
            .line_owned("strong", view.answer(question))
    });
    sequence()
        .line("p.facts", pair.words.answers_heading)
        .with(el("ul.figures").all(given))
}

/// All conditions together, and the index.
pub fn whole(pair: &Pair) -> El {
    let words = pair.words;
    let together = |edition: usize| {
        let view = pair.under(edition);
        let count = view.state.standard.criteria.len();
        let cleared = (0..count).any(|criterion| rests_on_contradiction(&view, criterion));
        match view.state.assessment.verdict {
            Some(verdict) => sequence().with(view.badge(verdict, cleared)).line_fill(
                "p.facts",
                words.row_count,
                &[&count.to_string()],
            ),
            None => text(words.absent),
        }
    };
    let ranges = [0, 1].map(|edition| pair.states[edition].assessment.index.range);
    let index = |edition: usize| match ranges[edition] {
        Some(range) => text(&pair.view.range(range.low, range.high)),
        None => text(pair.view.words.index_nothing),
    };
    let rows = sequence()
        .with(row(text(words.row_whole), [together(0), together(1)]))
        .with(row(text(words.row_index), [index(0), index(1)]));
    let same = if ranges[0] == ranges[1] {
        words.index_same
    } else {
        pair.view.words.index_own
    };
    el("section.panel")
        .line("h4", words.whole_heading)
        .with(pair.table(rows))
        .line("p.facts", same)
        .with(pair.view.basis(&pair.view.state.standard.own.weights))
}
