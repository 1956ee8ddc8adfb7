//! From answers to a table.

use super::Column;
use super::cell::{self, harmless};
use crate::answers::{Answers, write_number};
use crate::assess::assess;
use crate::lang::Lang;
use crate::standard::{Basis, Clause, Item, Kind, Question, Standard};

/// The table of answers, as the text of a CSV file: with the mark by which Excel knows UTF-8, one row for each question
/// of the track, and one for each that is answered on another.
pub fn write(standard: &Standard, answers: &Answers, lang: Lang) -> String {
    let mut points = vec![None; standard.questions.len()];
    for step in assess(standard, answers).trace() {
        let question = match step.item {
            Item::Question(question) => question,
            Item::Rate(rate) => standard.rates[rate].part,
        };
        points[question] = step.points.map(|points| write_number(points.floor()));
    }
    let mut text = String::from('\u{feff}');
    // Each cell by itself: arrays of texts weigh much in the module.
    let mut row = |cell: &dyn Fn(Column) -> String| {
        for column in Column::ALL {
            let end = if column == Column::Track { "\r\n" } else { "," };
            text.extend([&*quoted(&cell(column)), end]);
        }
    };
    row(&|column| column.name(lang).to_owned());
    for (index, question) in standard.questions.iter().enumerate() {
        let answer = answers.get(index);
        if answer.is_none() && !question.tracks.contains(answers.track) {
            continue;
        }
        row(&|column| match column {
            Column::Id => question.id.clone(),
            Column::Text => harmless(question.text.get(lang)),
            Column::Answer => answer.map_or_else(String::new, |answer| cell::write(question, answer, lang)),
            Column::Unit => harmless(unit(question, lang)),
            Column::Source => harmless(&source(standard, &question.basis, lang)),
            Column::Points => points[index].clone().unwrap_or_default(),
            Column::Standard => standard.id.clone(),
            Column::Track => standard.tracks[answers.track].id.clone(),
        });
    }
    text
}

/// A cell as RFC 4180 has it.
fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\r', '\n']) {
        true => ["\"", &cell.replace('"', "\"\""), "\""].concat(),
        false => cell.to_owned(),
    }
}

/// The unit of a number; nothing for other kinds.
pub(super) fn unit(question: &Question, lang: Lang) -> &str {
    match &question.kind {
        Kind::Count { unit, .. } | Kind::Number { unit, .. } => unit.get(lang),
        _ => "",
    }
}

/// The document, the clause where it is known, and how far our knowledge goes.
fn source(standard: &Standard, basis: &Basis, lang: Lang) -> String {
    let document = &standard.sources[basis.source];
    let name = document.number.as_ref().unwrap_or(&document.title).get(lang);
    let clause = match (&basis.clause, lang) {
        (Clause::At(clause), _) => clause.get(lang),
        (Clause::NotSeen, Lang::ZhCn) => "没有见到条款原文",
        (Clause::NotSeen, Lang::En) => "clause not seen",
        (Clause::NotNoted, Lang::ZhCn) => "条款号没有记下",
        (Clause::NotNoted, Lang::En) => "clause number not noted",
    };
    let grade = basis.grade.letter();
    match lang {
        Lang::ZhCn => format!("{name}：{clause}（{grade}）"),
        Lang::En => format!("{name}: {clause} ({grade})"),
    }
}
