//! What is wrong with what arrived, in words that name the place.

use super::summary;
use crate::answers::{TypedFault, write_number};
use crate::document::Fault;
use crate::exchange::table::{TableFault, Wrong};
use crate::exchange::{ArrivalFault, CodeFault, TextFault};
use crate::strings::exchange::Words;
use crate::strings::fill;
use crate::widget::context::View;
use crate::widget::props::Props;
use yew::{Html, html};

/// How many faults are listed.
const MOST: usize = 10;

/// The faults, and that nothing changed.
pub fn list(view: &View, props: &Props, fault: &ArrivalFault) -> Html {
    let words = &view.words.exchange;
    let (count, lines): (usize, Vec<String>) = match fault {
        ArrivalFault::Text(fault) => (1, vec![text(words, *fault).to_owned()]),
        ArrivalFault::Unrecognised => (1, vec![words.fault_unrecognised.to_owned()]),
        ArrivalFault::Code(fault) => (1, vec![code(view, props, fault)]),
        ArrivalFault::File(faults) => {
            let lines = faults.iter().take(MOST).map(|fault| file(view, props, fault));
            (faults.len(), lines.collect())
        }
        ArrivalFault::Table(faults) => {
            let lines = faults.iter().take(MOST).map(|fault| table(view, fault));
            (faults.len(), lines.collect())
        }
    };
    let more = count.saturating_sub(MOST);
    html! {
        <>
            <ul class="plain">
                { for lines.into_iter().enumerate().map(|(number, line)| html! { <li key={number} class="error">{ line }</li> }) }
            </ul>
            <p>{ (more > 0).then(|| fill(words.fault_more, &[&more.to_string()])) }</p>
            <p>{ words.fault_nothing_changed }</p>
        </>
    }
}

fn text(words: &Words, fault: TextFault) -> &'static str {
    match fault {
        TextFault::TooLarge => words.fault_too_large,
        TextFault::Empty => words.fault_empty,
        TextFault::Workbook => words.fault_workbook,
        TextFault::OtherEncoding => words.fault_encoding,
    }
}

fn code(view: &View, props: &Props, fault: &CodeFault) -> String {
    let words = &view.words.exchange;
    match fault {
        CodeFault::BadCharacter {
            character,
            group,
            place,
        } => fill(
            words.code_bad_character,
            &[&group.to_string(), &place.to_string(), &character.to_string()],
        ),
        CodeFault::Cut {
            found,
            expected: Some(expected),
        } => fill(words.code_cut, &[&found.to_string(), &expected.to_string()]),
        CodeFault::Cut {
            found,
            expected: None,
        } => fill(words.code_short, &[&found.to_string()]),
        CodeFault::TooLong { found, expected } => {
            fill(words.code_too_long, &[&found.to_string(), &expected.to_string()])
        }
        CodeFault::Mistyped { group: Some(group) } => fill(words.code_mistyped, &[&group.to_string()]),
        CodeFault::Mistyped { group: None } => words.code_mistyped_somewhere.to_owned(),
        CodeFault::Newer { .. } => words.newer.to_owned(),
        CodeFault::OtherStandard { loaded } => {
            let here = props
                .editions
                .iter()
                .filter(|edition| loaded.contains(&edition.id));
            let here: Vec<String> = here.map(|edition| summary::edition(view, edition)).collect();
            fill(words.code_other, &[&here.join(view.semicolon())])
        }
    }
}

/// A fault of a file: the reader of documents names it in English, for programs.
fn file(view: &View, props: &Props, fault: &Fault) -> String {
    let words = &view.words.exchange;
    // What the message repeats of the file.
    let quoted = fault.message.split('"').nth(1).unwrap_or_default();
    let whole = match (fault.code, quoted) {
        ("not-json", _) => Some(match place_in_text(&fault.message) {
            Some((line, column)) => fill(words.json_broken_at, &[line, column]),
            None => words.json_broken.to_owned(),
        }),
        ("wrong-format", _) | ("missing-key", "format") => Some(words.json_other.to_owned()),
        ("newer-version", _) => Some(words.newer.to_owned()),
        _ => None,
    };
    if let Some(whole) = whole {
        return whole;
    }
    let step = fault.path.rsplit('/').next().unwrap_or_default();
    let (what, part) = match fault.code {
        "other-standard" => (words.table_unknown_standard, quoted),
        "unknown-track" => (words.table_unknown_track, quoted),
        "unknown-question" => (words.table_unknown_question, step),
        "unknown-department" => {
            // Another edition may name it.
            let mut known = props.editions.iter().flat_map(|edition| &edition.departments);
            let known = known.find(|known| known.id == quoted);
            let title = known.map_or(quoted, |known| view.text(&known.title));
            (view.words.departments.unknown, title)
        }
        "unknown-option" => (words.table_unknown_option, quoted),
        "repeated-option" => (words.table_repeated_option, quoted),
        "duplicate-key" => (words.json_twice, ""),
        "missing-key" => (words.json_missing, quoted),
        "unknown-key" => (words.json_unknown_key, ""),
        "not-whole" => (words.number_not_whole, ""),
        "too-many-decimals" => (words.number_decimals, ""),
        "out-of-bounds" => (words.json_bounds, ""),
        "not-applicable-refused" => (words.table_must_apply, ""),
        _ => (words.json_value, ""),
    };
    let what = fill(what, &[part]);
    match place(view, &fault.path) {
        place if place.is_empty() => what,
        place => fill(words.at, &[&place, &what]),
    }
}

/// Line and column at the end of a message.
fn place_in_text(message: &str) -> Option<(&str, &str)> {
    message.split_once(" at line ")?.1.split_once(" column ")
}

/// Where a fault is in a file: the question, else the path.
fn place(view: &View, path: &str) -> String {
    let mut steps = path.split('/').skip(1);
    let question = match (steps.next(), steps.next()) {
        (Some("answers" | "said"), Some(id)) => view.state.standard.question(id),
        _ => None,
    };
    match question {
        Some(question) => view.question(question).to_owned(),
        None => path.strip_prefix('/').unwrap_or(path).to_owned(),
    }
}

fn table(view: &View, fault: &TableFault) -> String {
    let words = &view.words.exchange;
    let what = wrong(view, &fault.wrong);
    match (fault.line, fault.column) {
        (0, _) => what,
        (line, 0) => fill(words.at_line, &[&line.to_string(), &what]),
        (line, column) => fill(words.at_cell, &[&line.to_string(), &column.to_string(), &what]),
    }
}

fn wrong(view: &View, wrong: &Wrong) -> String {
    let words = &view.words.exchange;
    let (said, part) = match wrong {
        Wrong::Unreadable(fault) => (text(words, *fault), ""),
        Wrong::NoHeader => (words.table_no_header, ""),
        Wrong::MissingColumn(column) => (words.table_missing_column, column.name(view.lang)),
        Wrong::RepeatedColumn(column) => (words.table_repeated_column, column.name(view.lang)),
        Wrong::OpenQuote => (words.table_open_quote, ""),
        Wrong::TooManyCells => (words.table_too_many_cells, ""),
        Wrong::MissingId => (words.table_missing_id, ""),
        Wrong::UnknownQuestion(id) => (words.table_unknown_question, id.as_str()),
        Wrong::RepeatedQuestion(line) => return fill(words.table_repeated_question, &[&line.to_string()]),
        Wrong::UnknownStandard(id) if id.is_empty() => (words.table_no_standard, ""),
        Wrong::UnknownTrack(id) if id.is_empty() => (words.table_no_track, ""),
        Wrong::UnknownStandard(id) => (words.table_unknown_standard, id.as_str()),
        Wrong::UnknownTrack(id) => (words.table_unknown_track, id.as_str()),
        Wrong::DiffersFromFirst(first) => (words.table_differs, first.as_str()),
        Wrong::MustApply => (words.table_must_apply, ""),
        Wrong::NotYesNo => (words.table_not_yes_no, ""),
        Wrong::UnknownOption(option) => (words.table_unknown_option, option.as_str()),
        Wrong::RepeatedOption(option) => (words.table_repeated_option, option.as_str()),
        Wrong::Number(fault) => return number(words, fault),
        Wrong::OtherUnit(unit) => (words.table_other_unit, unit.as_str()),
        Wrong::NoRows => (words.table_no_rows, ""),
        Wrong::More => (words.table_more, ""),
    };
    fill(said, &[part])
}

fn number(words: &Words, fault: &TypedFault) -> String {
    match fault {
        TypedFault::NotANumber => words.number_none.to_owned(),
        TypedFault::OtherUnit => words.number_other_unit.to_owned(),
        TypedFault::NotWhole => words.number_not_whole.to_owned(),
        TypedFault::TooManyDecimals => words.number_decimals.to_owned(),
        TypedFault::OutOfBounds { min, max } => {
            fill(words.number_bounds, &[&write_number(*min), &write_number(*max)])
        }
    }
}
