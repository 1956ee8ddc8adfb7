//! What the loader knows of answers before the engine is there: `www/element/answers.js` reads it.

use readiness_check::standard::{Kind, Question, Standard};
use serde_json::{Map, Value, json};

/// The shapes of the answers of these standards: the ids of those that share one, the ids of their tracks, and by question
/// its kind, whether it may be not applicable, and its bounds (in its smallest unit) or options.
pub fn of(standards: &[Standard]) -> Value {
    let mut shapes: Vec<(Vec<&str>, Value, Value)> = Vec::new();
    for standard in standards {
        let tracks: Vec<&str> = standard.tracks.iter().map(|track| track.id.as_str()).collect();
        let questions = standard.questions.iter().map(|question| (question.id.clone(), answer(question)));
        let (tracks, questions) = (json!(tracks), Value::Object(questions.collect::<Map<_, _>>()));
        let same = shapes.iter_mut().find(|(_, others, known)| *others == tracks && *known == questions);
        match same {
            Some((ids, ..)) => ids.push(&standard.id),
            None => shapes.push((vec![&standard.id], tracks, questions)),
        }
    }
    json!(shapes)
}

fn answer(question: &Question) -> Value {
    let (kind, rest) = match &question.kind {
        Kind::Count { min, max, .. } => ("count", vec![json!(min), json!(max)]),
        Kind::Number { min, max, .. } => ("number", vec![json!(min), json!(max)]),
        Kind::YesNo => ("yes-no", Vec::new()),
        Kind::OneOf(choices) => ("one-of", choices.iter().map(|choice| json!(choice.id)).collect()),
        Kind::ManyOf(choices) => ("many-of", choices.iter().map(|choice| json!(choice.id)).collect()),
    };
    let head = [json!(kind), json!(u8::from(question.not_applicable))];
    Value::Array(head.into_iter().chain(rest).collect())
}
