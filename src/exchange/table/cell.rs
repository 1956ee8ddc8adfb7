//! What stands in the cell of an answer, in both directions.

use super::Wrong;
use super::read::shown;
use crate::answers::{Answer, plain, read_typed, write_number};
use crate::lang::Lang;
use crate::standard::{Choice, Kind, Question};

/// Between the options of one answer.
const BETWEEN: char = '|';
/// What spreadsheet programs take for the beginning of a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// Words for what has no value of its own: that of a Chinese file, of an English one, and others that are read.
struct Word([&'static str; 4]);

const UNKNOWN: Word = Word(["不清楚", "unknown", "don't know", "don’t know"]);
const NOT_APPLICABLE: Word = Word(["不适用", "not applicable", "not-applicable", "does not apply"]);
const YES: Word = Word(["是", "yes", "true", "有"]);
const NO: Word = Word(["否", "no", "false", "没有"]);
const NONE: Word = Word(["以上都没有", "none of these", "都没有", "none of them"]);

impl Word {
    fn of(&self, lang: Lang) -> String {
        let [zh_cn, en, ..] = self.0;
        match lang {
            Lang::ZhCn => zh_cn,
            Lang::En => en,
        }
        .to_owned()
    }

    fn is(&self, cell: &str) -> bool {
        self.0.contains(&plain(cell).as_str())
    }
}

/// A free text that no spreadsheet program takes for a formula, on one line.
pub(super) fn harmless(text: &str) -> String {
    let line = line(text);
    match line.starts_with(FORMULA) {
        true => format!("'{line}"),
        false => line,
    }
}

/// An answer in words; options by their ids where words would not be read back as they are.
pub(super) fn write(question: &Question, answer: &Answer, lang: Lang) -> String {
    let options = |choices: &[Choice], chosen: &[usize], word: &dyn Fn(&Choice) -> String| {
        let words: Vec<String> = chosen.iter().map(|option| word(&choices[*option])).collect();
        words.join(&format!(" {BETWEEN} "))
    };
    let in_words = |choices: &[Choice], chosen: &[usize]| {
        let words = harmless(&options(choices, chosen, &|choice| {
            choice.text.get(lang).to_owned()
        }));
        match read(question, &words) {
            Ok(Some(read)) if read == *answer => words,
            _ => options(choices, chosen, &|choice| choice.id.clone()),
        }
    };
    match (answer, &question.kind) {
        (Answer::Unknown, _) => UNKNOWN.of(lang),
        (Answer::NotApplicable, _) => NOT_APPLICABLE.of(lang),
        (Answer::YesNo(true), _) => YES.of(lang),
        (Answer::YesNo(false), _) => NO.of(lang),
        (Answer::Count(count), _) => count.to_string(),
        (Answer::Number(hundredths), _) => write_number(*hundredths),
        (Answer::ManyOf(chosen), _) if chosen.is_empty() => NONE.of(lang),
        (Answer::OneOf(chosen), Kind::OneOf(choices)) => in_words(choices, &[*chosen]),
        (Answer::ManyOf(chosen), Kind::ManyOf(choices)) => in_words(choices, chosen),
        // Answers are of the kind of their question.
        _ => String::new(),
    }
}

/// Reads an answer; nothing written is no answer.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(question: &Question, cell: &str) -> Result<Option<Answer>, Wrong> {
    let cell = cell.trim();
    let answer = match &question.kind {
        _ if cell.is_empty() => return Ok(None),
        _ if UNKNOWN.is(cell) => Answer::Unknown,
        _ if NOT_APPLICABLE.is(cell) && !question.not_applicable => return Err(Wrong::MustApply),
        _ if NOT_APPLICABLE.is(cell) => Answer::NotApplicable,
        kind @ (Kind::Count { .. } | Kind::Number { .. }) => {
            return read_typed(cell, kind).map_err(Wrong::Number);
        }
        Kind::YesNo if YES.is(cell) => Answer::YesNo(true),
        Kind::YesNo if NO.is(cell) => Answer::YesNo(false),
        Kind::YesNo => return Err(Wrong::NotYesNo),
        Kind::OneOf(choices) => Answer::OneOf(option(choices, cell)?),
        Kind::ManyOf(_) if NONE.is(cell) => Answer::ManyOf(Vec::new()),
        Kind::ManyOf(choices) => {
            let mut chosen = Vec::new();
            for word in cell.split(BETWEEN) {
                let option = option(choices, word)?;
                if chosen.contains(&option) {
                    return Err(Wrong::RepeatedOption(shown(word.trim())));
                }
                chosen.push(option);
            }
            chosen.sort_unstable();
            Answer::ManyOf(chosen)
        }
    };
    Ok(Some(answer))
}

/// The option of an id, or else of a text in either language, with or without the mark in front of what looks like a
/// formula.
fn option(choices: &[Choice], word: &str) -> Result<usize, Wrong> {
    let word = word.trim();
    let by_id = choices.iter().position(|choice| choice.id == word);
    let by_text = |word: &str| {
        let word = plain(word);
        let has = |choice: &Choice| {
            Lang::ALL
                .iter()
                .any(|lang| plain(&line(choice.text.get(*lang))) == word)
        };
        let mut found = choices.iter().enumerate().filter(|(_, choice)| has(choice));
        match (found.next(), found.next()) {
            (Some((option, _)), None) => Some(option),
            _ => None,
        }
    };
    let unmarked = || word.strip_prefix('\'').and_then(by_text);
    let found = by_id.or_else(|| by_text(word)).or_else(unmarked);
    found.ok_or_else(|| Wrong::UnknownOption(shown(word)))
}

/// A text on one line, as it was written.
fn line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}
