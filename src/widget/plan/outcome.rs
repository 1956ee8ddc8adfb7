//! The plans, or what stands in the way of the target.

use super::steps::plan_card;
use super::target::{in_words, reading_in_words};
use crate::plan::{Asked, Blocker, OutOfReach, Outcome, Plan, Why, plan};
use crate::strings::fill;
use crate::widget::components::go_to_question;
use crate::widget::context::View;
use yew::{Html, html};

/// The panel of the plans.
pub fn outcome(view: &View, asked: &Asked) -> Html {
    let words = &view.words.plan;
    let state = view.state;
    let outcome = plan(
        &state.standard,
        &state.draft.sheet.answers,
        &asked.target,
        &asked.costing,
    );
    let contradicted = match state.assessment.contradictions.as_slice() {
        [] => "",
        _ => words.contradicted,
    };
    html! {
        <section class="panel plans">
            <h4>{ words.plans }</h4>
            <p class="facts">{ in_words(view, asked) }</p>
            <p class="error">{ contradicted }</p>
            <p class="hint">{ view.words.index_own }</p>
            { view.basis(&state.standard.own.weights) }
            { match &outcome {
                Outcome::OutOfReach(found) => out_of_reach(view, found),
                Outcome::Plans(found) => plans(view, asked, found),
            } }
        </section>
    }
}

fn plans(view: &View, asked: &Asked, plans: &[Plan]) -> Html {
    let words = &view.words.plan;
    if plans.iter().all(|plan| plan.steps.is_empty()) {
        return html! {
            <>
                <p>{ words.reached }</p>
                <p class="hint">{ words.counted_at_worst }</p>
            </>
        };
    }
    // The classes have one source.
    let effort = view.state.standard.efforts.first();
    html! {
        <>
            <p class="hint">{ words.counted_at_worst }</p>
            <p class="hint">{ if asked.own { words.costs_own } else { words.costs_effort } }</p>
            if let Some(effort) = effort.filter(|_| !asked.own) {
                { view.basis(&effort.basis) }
            }
            for (number, plan) in plans.iter().enumerate() {
                { plan_card(view, asked, number, plan) }
            }
        </>
    }
}

fn out_of_reach(view: &View, found: &OutOfReach) -> Html {
    let words = &view.words.plan;
    let standard = &view.state.standard;
    let reading = |(criterion, reading): &(usize, usize)| {
        let criterion = &standard.criteria[*criterion];
        let reading = reading_in_words(view, criterion, *reading);
        fill(words.short_condition, &[view.text(&criterion.title), &reading])
    };
    let index = || match found.index {
        Some(most) => fill(words.short_index, &[&view.percent(most)]),
        None => view.words.index_nothing.to_owned(),
    };
    let element = |(element, mark, most): &(usize, i64, i64)| {
        let title = view.text(&standard.elements[*element].title);
        fill(
            words.short_element,
            &[title, &view.percent(*mark), &view.percent(*most)],
        )
    };
    html! {
        <>
            <p>{ words.out_of_reach }</p>
            <ul>
                for short in &found.readings {
                    <li>{ reading(short) }</li>
                }
                if found.index_short {
                    <li>{ index() }</li>
                }
                for short in &found.elements {
                    <li>{ element(short) }</li>
                }
            </ul>
            <p>{ if found.blockers.is_empty() { "" } else { words.blockers } }</p>
            <ul class="plain missing">
                { for found.blockers.iter().map(|found| blocker(view, found)) }
            </ul>
        </>
    }
}

fn blocker(view: &View, blocker: &Blocker) -> Html {
    let words = &view.words.plan;
    let why = match blocker.why {
        Why::TotalOpen => words.total_open,
        Why::NotApplicable => words.does_not_apply,
        Why::NoPrice => words.no_price,
        Why::Bound => words.bound,
    };
    html! {
        <li>
            <strong>{ view.question(blocker.question) }</strong>
            { " " }
            <span>{ why }</span>
            { " " }
            { go_to_question(view, blocker.question) }
        </li>
    }
}
