//! Answers that contradict each other: said under the last of their questions on the page, and tied to each of them. They
//! wait until a field is left: of a number that is being typed nothing can be said yet.

use crate::answers::Answer;
use crate::assess::Contradiction;
use crate::strings::fill;
use crate::widget::context::View;
use yew::prelude::*;

/// The contradictions that the answer to a question is part of, each with the last of its questions on the same page.
pub fn of(view: &View, index: usize) -> Vec<(Contradiction, usize)> {
    let standard = &view.state.standard;
    let page = standard.page_of(index);
    let found = view.state.settled.contradictions.iter();
    let found = found.filter_map(|found| {
        let questions = found.questions(standard);
        let here = questions.iter().filter(|other| standard.page_of(**other) == page);
        let last = here.max().copied()?;
        questions.contains(&index).then_some((*found, last))
    });
    found.collect()
}

fn id(view: &View, question: usize) -> String {
    [&view.state.standard.questions[question].id, "-contradiction"].concat()
}

/// The ids of the texts that say what contradicts the answer to a question; none where nothing does.
pub fn described_by(view: &View, index: usize) -> Option<String> {
    let mut ids: Vec<String> = of(view, index)
        .into_iter()
        .map(|(_, last)| id(view, last))
        .collect();
    ids.dedup();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// What is said under a question.
pub fn contradictions(view: &View, index: usize) -> Html {
    let standard = &view.state.standard;
    let mut said = String::new();
    let mut chosen = Vec::new();
    for (found, last) in of(view, index) {
        if last != index {
            continue;
        }
        match found {
            Contradiction::Relation(number) => said.push_str(view.text(&standard.relations[number].text)),
            Contradiction::Rule(number) => {
                said.push_str(view.text(&standard.rules[number].text));
                chosen.push(view.basis(&standard.rules[number].basis));
            }
            Contradiction::Rate(number) => {
                let rate = &standard.rates[number];
                let counts = [rate.part, rate.total].map(|question| count(view, question));
                said.push_str(&fill(view.words.rate_above_total, &[&counts[0], &counts[1]]));
            }
        }
        said.push(' ');
    }
    html! {
        <div class="contradictions">
            <p class="error" role="alert" id={id(view, index)}>{ said }</p>
            <div class="slot">{ for chosen }</div>
        </div>
    }
}

fn count(view: &View, question: usize) -> String {
    match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Count(count)) => count.to_string(),
        _ => String::new(),
    }
}
