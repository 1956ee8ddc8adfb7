//! What a published condition comes to under each of its readings.

use super::badges::is_contradicted;
use crate::assess::{Lack, Verdict};
use crate::strings::fill;
use crate::widget::context::View;
use yew::prelude::*;

/// Each reading of a condition, by the index of the condition, with what is lacking under it, in one line.
pub fn readings(view: &View, criterion: usize) -> Html {
    let readings = view.state.standard.criteria[criterion].readings.iter();
    let readings = readings.enumerate().map(|(index, reading)| {
        let comes_to = comes_to(view, criterion, index);
        let line = fill(view.words.result.reading, &[view.text(&reading.text), &comes_to]);
        html! { <li key={line.clone()}>{ line }</li> }
    });
    html! { <ul class="plain readings">{ for readings }</ul> }
}

/// What a reading comes to: met, how much is lacking, or that open answers decide.
fn comes_to(view: &View, criterion: usize, index: usize) -> String {
    let words = &view.words.result;
    let judged = &view.state.assessment.conditions[criterion].readings[index];
    let criterion = &view.state.standard.criteria[criterion];
    let reading = &criterion.readings[index];
    let needed = criterion.at_least.value / 100;
    let lacks = judged.lacks(reading.demand, needed);
    let amounts = |amount: fn(&View, &Lack) -> String| {
        let amounts: Vec<String> = lacks.iter().map(|lack| amount(view, lack)).collect();
        amounts.join(words.and)
    };
    match judged.verdict {
        Verdict::NotMet => fill(words.lacks, &[&amounts(between)]),
        Verdict::Unknown
            if judged
                .bounds
                .iter()
                .any(|bound| bound.given || bound.implied_by.is_some()) =>
        {
            fill(words.open_lacks, &[&amounts(at_most)])
        }
        Verdict::Unknown => words.open.to_owned(),
        _ if is_contradicted(view, reading) => view.words.verdict_to_be_cleared.to_owned(),
        _ if judged.is_exact(reading.demand, needed) => words.exactly_met.to_owned(),
        _ => words.met.to_owned(),
    }
}

/// From how much to how much is lacking.
fn between(view: &View, lack: &Lack) -> String {
    let words = &view.words.result;
    let [least, most] = [lack.least, lack.most].map(|number| number.to_string());
    let unit = unit(view, lack);
    let text = match lack.least {
        0 => return fill(words.at_most, &[&most, unit]).trim_end().to_owned(),
        least if least == lack.most => return at_most(view, lack),
        _ => words.between,
    };
    fill(text, &[&least, &most, unit]).trim_end().to_owned()
}

fn at_most(view: &View, lack: &Lack) -> String {
    let amount = fill(
        view.words.result.amount,
        &[&lack.most.to_string(), unit(view, lack)],
    );
    amount.trim_end().to_owned()
}

/// The unit of what is lacking; none where several are added up.
fn unit<'a>(view: &'a View, lack: &Lack) -> &'a str {
    let question = lack
        .question
        .map(|question| &view.state.standard.questions[question]);
    let unit = question.and_then(|question| question.unit(lack.most * 100));
    unit.map_or("", |unit| view.text(unit))
}
