//! Documents with what the native build makes of them, to be compared with what Node and the browser make.

use crate::data;
use anyhow::{Context, Result, bail};
use readiness_check::answers::Answers;
use readiness_check::assess::assess;
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::plan;
use readiness_check::standard::{Kind, Question, Standard, whole};
use serde::Serialize;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// The standards that are described, and whose answers are drawn, in turn.
const STANDARDS: [&str; 2] = ["ningbo-3511-2018", "ningbo-3511-2017"];
/// The tracks of both.
const TRACKS: [&str; 2] = ["discrete", "process"];
/// How many documents of answers are written for each track.
const CASES: usize = 1000;
/// Every so many of them has its plans too, which take long.
const PLANNED: usize = 3;

/// A standard, and the text of its description.
#[derive(Serialize)]
struct Described<'a> {
    standard: &'a str,
    description: String,
}

/// A document of answers, and the texts of its assessment and of its plans.
#[derive(Serialize)]
struct Case {
    document: Node,
    assessment: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
}

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

    fn one_of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.below(all.len())]
    }

    /// A number as it is typed.
    fn typed(&mut self, most: usize) -> Node {
        let whole = self.below(most);
        Node::Text(match self.below(2) {
            0 => whole.to_string(),
            _ => format!("{whole}.{}", self.below(100)),
        })
    }
}

/// Writes a line of JSON for each document of answers, then one for each standard.
///
/// # Errors
/// Where the data is faulty, or the file cannot be written.
pub fn write(file: &Path) -> Result<()> {
    let mut file = BufWriter::new(File::create(file)?);
    let standards = standards()?;
    let mut draw = Draw(0x3511_2018);
    for track in TRACKS {
        for case in 0..CASES {
            let standard = &standards[case % standards.len()];
            let document = document(standard, track, &mut draw, case);
            let case = worked_out(standard, document, case % PLANNED == 0)?;
            writeln!(file, "{}", serde_json::to_string(&case)?)?;
        }
    }
    for standard in &standards {
        let described =
            Described { standard: &standard.id, description: serde_json::to_string(&standard.describe())? };
        writeln!(file, "{}", serde_json::to_string(&described)?)?;
    }
    Ok(file.flush()?)
}

fn standards() -> Result<Vec<Standard>> {
    let (report, documents) = data::load(&crate::root().join("data"));
    if !report.is_clean() {
        bail!("the data is faulty: run `cargo xtask check`");
    }
    let shipped: Vec<Node> = documents.iter().map(|document| document.shipped.clone()).collect();
    let standard = |id: &str| {
        let document = documents.iter().find(|document| document.id == id)?;
        Standard::parse(&whole(&document.shipped, &shipped), &Lang::ALL).ok()
    };
    let found = STANDARDS.map(|id| standard(id).with_context(|| format!("{id} cannot be read")));
    found.into_iter().collect()
}

fn worked_out(standard: &Standard, document: Node, with_plans: bool) -> Result<Case> {
    let Ok(answers) = Answers::read(&document, standard) else {
        bail!("a drawn document is not valid: {}", document.to_json());
    };
    let plan = match with_plans {
        true => Some(plans(standard, &answers)?),
        false => None,
    };
    Ok(Case {
        assessment: serde_json::to_string(&assess(standard, &answers).document(standard, &answers))?,
        plan,
        document,
    })
}

fn plans(standard: &Standard, answers: &Answers) -> Result<String> {
    let asked = plan::read(standard, answers);
    if !asked.faults.is_empty() {
        bail!("drawn costs are not valid: {:?}", asked.faults);
    }
    let outcome = plan::plan(standard, answers, &asked.target, &asked.costing);
    Ok(serde_json::to_string(&outcome.document(standard))?)
}

/// A document: from one without answers to one with nearly all, those of the other track among them.
fn document(standard: &Standard, track: &str, draw: &mut Draw, case: usize) -> Node {
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
    let mut document = vec![
        ("format".to_owned(), Node::text("readiness-check/answers")),
        ("version".to_owned(), Node::whole(1)),
        ("standard".to_owned(), Node::text(&standard.id)),
        ("track".to_owned(), Node::text(track)),
        ("answers".to_owned(), Node::Map(answers)),
    ];
    if draw.below(4) > 0 {
        document.push(("costs".to_owned(), costs(standard, draw)));
    }
    Node::Map(document)
}

fn answer(question: &Question, draw: &mut Draw) -> Node {
    match draw.below(12) {
        0 => return Node::text("unknown"),
        1 if question.not_applicable => return Node::text("not-applicable"),
        _ => {}
    }
    match &question.kind {
        // Mostly small counts, so that parts and totals, kinds and sets meet and contradict each other.
        Kind::Count { min, max, .. } => {
            let most = if draw.below(5) == 0 { *max } else { 12.min(*max) };
            Node::whole(draw.between(*min, most))
        }
        Kind::Number { min, max, .. } => {
            let most = if draw.below(5) == 0 { *max } else { 5_000.min(*max) };
            Node::Number(draw.between(*min, most) as f64 / 100.0)
        }
        Kind::YesNo => Node::Bool(draw.below(2) == 0),
        Kind::OneOf(choices) => Node::text(&choices[draw.below(choices.len())].id),
        Kind::ManyOf(choices) => {
            let chosen = choices.iter().filter(|_| draw.below(2) == 0);
            Node::List(chosen.map(|choice| Node::text(&choice.id)).collect())
        }
    }
}

/// What a firm typed about its target and its own costs.
fn costs(standard: &Standard, draw: &mut Draw) -> Node {
    let efforts = standard.efforts.iter().map(|effort| {
        let price = [("money", draw.typed(100)), ("months", draw.typed(12))];
        (effort.id.clone(), Node::map(price))
    });
    let efforts = Node::Map(efforts.collect());
    let mut questions = Vec::new();
    for question in &standard.questions {
        if draw.below(8) == 0 {
            let price = [("money", draw.typed(300)), ("months", draw.typed(36))];
            questions.push((question.id.clone(), Node::map(price)));
        }
    }
    let mut criteria = Vec::new();
    for criterion in &standard.criteria {
        let mut wishes = vec!["every", "none"];
        wishes.extend(criterion.readings.iter().map(|reading| reading.id.as_str()));
        criteria.push((criterion.id.clone(), Node::text(draw.one_of(&wishes))));
    }
    let target = [
        ("reach", Node::text(draw.one_of(&["nothing", "index", "elements"]))),
        ("mark", Node::Text((5 * draw.between(1, 19)).to_string())),
        ("criteria", Node::Map(criteria)),
    ];
    Node::map([
        ("count", Node::text(draw.one_of(&["effort", "own"]))),
        ("order", Node::text(draw.one_of(&["side-by-side", "one-after-another"]))),
        ("efforts", efforts),
        ("questions", Node::Map(questions)),
        ("target", Node::map(target)),
    ])
}
