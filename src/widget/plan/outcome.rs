//! The plans, or what stands in the way of the target.

use super::shown::Shown;
use super::stages::{main, others};
use super::target::{in_words, reading_in_words};
use super::wish::Wish;
use crate::plan::{Blocker, Costing, OutOfReach, Outcome, Reach, Target, Why, plan};
use crate::strings::fill;
use crate::widget::components::go_to_question;
use crate::widget::context::View;
use yew::{Html, html};

/// The panel of the plans.
pub fn outcome(view: &View, wish: &Wish) -> Html {
    let words = &view.words.plan;
    let found = Found::of(view, wish);
    let contradicted = match view.state.assessment.contradictions.as_slice() {
        [] => "",
        _ => words.contradicted,
    };
    html! {
        <section class="panel plans">
            <p class="print-only">{ in_words(view, &found.target.reach, &found.target.criteria) }</p>
            <p class="error">{ contradicted }</p>
            { found.notes.html(view) }
            { match &found.outcome {
                Outcome::OutOfReach(short) => out_of_reach(view, short),
                Outcome::Plans(plans) => {
                    let shown = Shown { view, target: &found.target, own: found.own };
                    html! {
                        <>
                            { main(&shown, &plans[0]) }
                            { others(&shown, &plans[1..]) }
                        </>
                    }
                }
            } }
        </section>
    }
}

/// What is shown, and why it is not what was asked for.
struct Found {
    outcome: Outcome,
    /// What it reaches.
    target: Target,
    /// Whether it counts money and months; else effort points.
    own: bool,
    notes: Notes,
}

/// What is to be said before the plans.
#[derive(Default)]
struct Notes {
    /// Where money is missing, so that efforts are counted.
    no_price: Vec<usize>,
    /// What keeps the mark that we propose out of reach, so that the conditions alone are shown.
    no_index: Vec<Blocker>,
}

impl Found {
    fn of(view: &View, wish: &Wish) -> Found {
        let standard = &view.state.standard;
        let answers = &view.state.draft.sheet.answers;
        let asked = &wish.asked;
        let mut costing = asked.costing.clone();
        let mut found = Found {
            outcome: (*view.state.plan(&asked.target, &costing)).clone(),
            target: asked.target.clone(),
            own: asked.own,
            notes: Notes::default(),
        };
        // Who has only begun to enter costs sees what there is to do all the same, by effort.
        if let Outcome::OutOfReach(short) = &found.outcome
            && asked.own
        {
            let missing = short
                .blockers
                .iter()
                .filter(|blocker| blocker.why == Why::NoPrice);
            found.notes.no_price = missing.map(|blocker| blocker.question).collect();
            if !found.notes.no_price.is_empty() {
                costing = Costing::by_effort(standard, costing.order);
                found.outcome = plan(standard, answers, &found.target, &costing);
                found.own = false;
            }
        }
        if let Outcome::OutOfReach(short) = &found.outcome
            && wish.is_ours
            && short.readings.is_empty()
        {
            let target = Target {
                reach: Reach::Nothing,
                ..found.target.clone()
            };
            let conditions = plan(standard, answers, &target, &costing);
            if matches!(&conditions, Outcome::Plans(plans) if plans.iter().any(|plan| !plan.steps.is_empty()))
            {
                found.notes.no_index = short.blockers.clone();
                found.outcome = conditions;
                found.target = target;
            }
        }
        found
    }
}

impl Notes {
    fn html(&self, view: &View) -> Html {
        let words = &view.words.plan;
        let no_price = fill(words.no_prices, &[&self.no_price.len().to_string()]);
        html! {
            <>
                if !self.no_price.is_empty() {
                    <details class="notice-own">
                        <summary>{ no_price }</summary>
                        <ul>{ for self.no_price.iter().map(|question| html! { <li>{ view.question(*question) }</li> }) }</ul>
                    </details>
                }
                if !self.no_index.is_empty() {
                    <details class="notice-own">
                        <summary>{ words.no_index }</summary>
                        { blockers(view, &self.no_index) }
                    </details>
                }
            </>
        }
    }
}

fn out_of_reach(view: &View, found: &OutOfReach) -> Html {
    let words = &view.words.plan;
    let standard = &view.state.standard;
    let reading = |(criterion, reading): &(usize, usize)| {
        let criterion = &standard.criteria[*criterion];
        let reading = reading_in_words(view, criterion, *reading);
        let text = fill(words.short_condition, &[view.text(&criterion.title), &reading]);
        html! { <li>{ text }{ view.basis(&criterion.at_least.basis) }</li> }
    };
    let index = || match found.index {
        Some(most) => fill(words.short_index, &[&view.percent(most)]),
        None => view.words.index_nothing.to_owned(),
    };
    let element = |(element, mark, most): &(usize, i64, i64)| {
        let title = view.text(&standard.elements[*element].title);
        let parts = [title, &view.percent(*mark), &view.percent(*most)];
        html! { <li>{ fill(words.short_element, &parts) }</li> }
    };
    html! {
        <>
            <div>{ words.out_of_reach }{ view.basis(&standard.own.weights) }</div>
            <ul>
                { for found.readings.iter().map(reading) }
                if found.index_short {
                    <li>{ index() }</li>
                }
                { for found.elements.iter().map(element) }
            </ul>
            <p>{ if found.blockers.is_empty() { "" } else { words.blockers } }</p>
            { blockers(view, &found.blockers) }
        </>
    }
}

fn blockers(view: &View, blockers: &[Blocker]) -> Html {
    let words = &view.words.plan;
    let blocker = |blocker: &Blocker| {
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
    };
    html! { <ul class="plain missing">{ for blockers.iter().map(blocker) }</ul> }
}
