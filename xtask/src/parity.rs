//! Documents of answers with their assessments by the native build, to be compared with those of Node and the browser.

use crate::data;
use anyhow::{Result, bail};
use readiness_check::answers::Answers;
use readiness_check::assess::assess;
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::standard::{Kind, Question, Standard};
use std::fs;
use std::path::Path;

/// The standards whose answers are drawn, in turn.
const STANDARDS: [&str; 2] = ["ningbo-3511-2018", "ningbo-3511-2017"];
/// How many documents are written.
const CASES: usize = 1000;

/// Numbers that are the same in each run (the generator is Marsaglia's xorshift).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }

    fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = usize::try_from(most - least).unwrap_or_default();
        least + i64::try_from(self.below(width + 1)).unwrap_or_default()
    }
}

/// Writes one line of JSON for each case: the document, and the text of its assessment.
///
/// # Errors
/// Where the data is faulty, or the file cannot be written.
pub fn write(file: &Path) -> Result<()> {
    let (report, documents) = data::load(&crate::root().join("data"));
    let mut standards = Vec::new();
    for id in STANDARDS {
        let document = documents
            .iter()
            .find(|document| document.id == id && report.is_clean());
        let standard = document.and_then(|document| Standard::parse(&document.node, &Lang::ALL).ok());
        let Some(standard) = standard else {
            bail!("{id} cannot be read: run `cargo xtask check`");
        };
        standards.push(standard);
    }
    let mut draw = Draw(0x3511_2018);
    let mut lines = String::new();
    for case in 0..CASES {
        let standard = &standards[case % standards.len()];
        let document = document(standard, &mut draw, case);
        let Ok(answers) = Answers::read(&document, standard) else {
            bail!("a drawn document is not valid: {}", document.to_json());
        };
        let assessment = assess(standard, &answers).document(standard, &answers).to_json();
        let line = Node::Map(vec![
            ("document".to_owned(), document),
            ("assessment".to_owned(), Node::Text(assessment)),
        ]);
        lines.push_str(&line.to_json());
        lines.push('\n');
    }
    fs::write(file, lines)?;
    Ok(())
}

/// A document: from one without answers to one with nearly all, those of the other track among them.
fn document(standard: &Standard, draw: &mut Draw, case: usize) -> Node {
    let text = |text: &str| Node::Text(text.to_owned());
    let answered = case % 11;
    let mut answers: Vec<(String, Node)> = Vec::new();
    for question in &standard.questions {
        if draw.below(10) < answered {
            answers.push((question.id.clone(), answer(question, draw)));
        }
    }
    // The order of keys must not matter.
    if draw.below(2) == 0 {
        answers.reverse();
    }
    let track = &standard.tracks[draw.below(standard.tracks.len())];
    Node::Map(vec![
        ("format".to_owned(), text("readiness-check/answers")),
        ("version".to_owned(), Node::Number(1.0)),
        ("standard".to_owned(), text(&standard.id)),
        ("track".to_owned(), text(&track.id)),
        ("answers".to_owned(), Node::Map(answers)),
    ])
}

fn answer(question: &Question, draw: &mut Draw) -> Node {
    let text = |text: &str| Node::Text(text.to_owned());
    match draw.below(12) {
        0 => return text("unknown"),
        1 if question.not_applicable => return text("not-applicable"),
        _ => {}
    }
    match &question.kind {
        // Mostly small counts, so that parts and totals, kinds and sets meet and contradict each other.
        Kind::Count { min, max, .. } => {
            let most = if draw.below(5) == 0 { *max } else { 12.min(*max) };
            Node::Number(draw.between(*min, most) as f64)
        }
        Kind::Number { min, max, .. } => {
            let most = if draw.below(5) == 0 { *max } else { 5_000.min(*max) };
            Node::Number(draw.between(*min, most) as f64 / 100.0)
        }
        Kind::YesNo => Node::Bool(draw.below(2) == 0),
        Kind::OneOf(choices) => text(&choices[draw.below(choices.len())].id),
        Kind::ManyOf(choices) => {
            let chosen = choices.iter().filter(|_| draw.below(2) == 0);
            Node::List(chosen.map(|choice| text(&choice.id)).collect())
        }
    }
}
