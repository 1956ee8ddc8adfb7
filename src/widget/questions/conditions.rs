//! The page of the published conditions: each with its mark, its questions and its verdict so far.

use super::asked::asked;
use crate::answers::write_number;
use crate::assess::Verdict;
use crate::strings::fill;
use crate::widget::components::condition_badge;
use crate::widget::context::View;
use yew::prelude::*;

/// That what was typed and is no number does not count, where a verdict stands all the same.
fn not_counted(view: &View, criterion: usize, questions: &[usize]) -> &'static str {
    let state = view.state;
    let wrong = |question: &usize| state.checked.contains(question) && state.typed_fault(*question).is_some();
    let judged = state.assessment.conditions[criterion].verdict != Verdict::Unknown;
    match judged && questions.iter().any(wrong) {
        true => view.words.entry_not_counted,
        false => "",
    }
}

/// The conditions with the questions that they rest on, each question once; and what else is asked on the page.
pub fn conditions(view: &View, shown: &[usize]) -> Html {
    let standard = &view.state.standard;
    let mut left = shown.to_vec();
    let mut blocks = Vec::new();
    for (number, criterion) in standard.criteria.iter().enumerate() {
        let questions = criterion.readings.iter().flat_map(|reading| &reading.questions);
        let questions: Vec<usize> = questions.copied().collect();
        // Of a part of the questions, what others are asked is left out.
        if !questions.iter().any(|question| view.state.is_shown(*question)) {
            continue;
        }
        let (mine, others): (Vec<usize>, Vec<usize>) =
            left.into_iter().partition(|index| questions.contains(index));
        left = others;
        let heading = ["condition-", &criterion.id].concat();
        let mark = fill(view.words.mark, &[&write_number(criterion.at_least.value)]);
        blocks.push(html! {
            <section key={criterion.id.as_str()} class="known-condition" aria-labelledby={heading.clone()}>
                <div class="known-head">
                    <h4 id={heading}>
                        { view.text(&criterion.title) }
                        { " " }
                        <span class="mark">{ mark }</span>
                    </h4>
                    { view.basis(&criterion.at_least.basis) }
                    { condition_badge(view, number) }
                </div>
                <p class="hint">{ not_counted(view, number, &questions) }</p>
                <div class="pair-of-questions">{ for mine.iter().map(|index| asked(view, *index)) }</div>
            </section>
        });
    }
    html! {
        <>
            <div class="known-conditions">{ for blocks }</div>
            { for left.into_iter().map(|index| asked(view, index)) }
        </>
    }
}
