//! A plan: what it comes to in a sentence, then each of its steps as a row, first what has to be found out.

use super::rows::{Bars, row};
use super::shown::Shown;
use crate::answers::write_number;
use crate::plan::{Plan, Stage, Wanted};
use crate::strings::fill;
use yew::{Html, html};

/// The first plan, open.
pub fn main(shown: &Shown, plan: &Plan) -> Html {
    let view = shown.view;
    let words = &view.words.plan;
    if plan.steps.is_empty() {
        return html! { <p>{ words.reached }</p> };
    }
    let course = shown.course(plan);
    html! {
        <>
            <h4 class="plan-headline">{ headline(shown, plan, &course) }</h4>
            <div class="facts">{ cost(shown, plan, &course) }{ cost_basis(shown) }</div>
            { table(shown, plan, &course) }
        </>
    }
}

/// Other plans, folded, each with what it is better in.
pub fn others(shown: &Shown, plans: &[Plan]) -> Html {
    let words = &shown.view.words.plan;
    let other = |(number, plan): (usize, &Plan)| {
        let course = shown.course(plan);
        let parts = [
            &plan.steps.len().to_string(),
            &cost(shown, plan, &course),
            &merits(shown, plan),
        ];
        let title = fill(words.other, &parts.map(String::as_str));
        html! {
            <details key={number} class="other-plan">
                <summary>{ title }</summary>
                <p class="facts">{ headline(shown, plan, &course) }</p>
                { table(shown, plan, &course) }
            </details>
        }
    };
    let plans = plans.iter().filter(|_| shown.view.extent >= 1);
    html! { <div class="slot">{ for plans.enumerate().map(other) }</div> }
}

/// What no other plan does better.
fn merits(shown: &Shown, plan: &Plan) -> String {
    let words = &shown.view.words.plan;
    let merits = [
        (plan.cheapest, words.cheapest),
        (
            plan.fastest,
            if shown.own { words.fastest } else { words.lightest },
        ),
        (plan.fewest, words.fewest),
    ];
    let merits = merits.into_iter().filter(|(is, _)| *is);
    merits.map(|(_, word)| word).collect::<Vec<_>>().join(words.and)
}

/// How much there is to find out and to do, and what that brings, in a sentence.
fn headline(shown: &Shown, plan: &Plan, course: &[Stage]) -> String {
    let view = shown.view;
    let words = &view.words.plan;
    let find_out = course.iter().filter(|stage| stage.find_out).count();
    let to_do = (course.len() - find_out).to_string();
    let find_out = find_out.to_string();
    let work = match (find_out.as_str(), to_do.as_str()) {
        ("0", _) => fill(words.head_do, &[&to_do]),
        (_, "0") => fill(words.head_find_out, &[&find_out]),
        _ => fill(words.head_both, &[&find_out, &to_do]),
    };
    let mut gains = Vec::new();
    if plan.steps.iter().any(|step| !step.meets.is_empty()) {
        let every = shown
            .target
            .criteria
            .iter()
            .all(|wanted| *wanted == Wanted::Every);
        let conditions = if every {
            words.head_conditions
        } else {
            words.head_readings
        };
        gains.push(conditions.to_owned());
    }
    if let Some((before, after)) = plan.index.filter(|(before, after)| before != after) {
        let range = [view.whole_percent(before), view.whole_percent(after)];
        gains.push(fill(words.head_index, &[&range[0], &range[1]]));
    }
    [&work, words.head_then, &gains.join(words.head_and)].concat()
}

/// What all steps cost; at most, where some may turn out to be done already.
fn cost(shown: &Shown, plan: &Plan, course: &[Stage]) -> String {
    let words = &shown.view.words.plan;
    let [money, months] = [plan.money, plan.months].map(write_number);
    let at_most = course.iter().any(|stage| stage.find_out);
    let text = match (shown.own, at_most) {
        (true, false) => words.cost_own,
        (true, true) => words.cost_own_at_most,
        (false, false) => words.cost_effort,
        (false, true) => words.cost_effort_at_most,
    };
    fill(text, &[&money, &months])
}

/// Whose figures those are.
fn cost_basis(shown: &Shown) -> Html {
    let words = &shown.view.words.plan;
    // The classes have one source.
    let effort = shown.view.state.standard.efforts.first().filter(|_| !shown.own);
    html! {
        <>
            { if shown.own { words.costs_own } else { words.costs_effort } }
            { for effort.map(|effort| shown.view.basis(&effort.basis)) }
        </>
    }
}

fn table(shown: &Shown, plan: &Plan, course: &[Stage]) -> Html {
    let view = shown.view;
    let words = &view.words.plan;
    let bars = Bars::of(shown, plan, course);
    let (find_out, to_do): (Vec<usize>, Vec<usize>) =
        (0..course.len()).partition(|stage| course[*stage].find_out);
    let has_time = bars.has_time();
    let columns = 6 + usize::from(has_time);
    let group = |text: &str, stages: &[usize]| {
        if stages.is_empty() {
            return html! {};
        }
        let count = stages.len().to_string();
        html! {
            <tbody>
                <tr class="group">
                    <th scope="rowgroup" colspan={columns.to_string()}>{ fill(text, &[&count]) }</th>
                </tr>
                { for stages.iter().map(|stage| row(shown, plan, course, *stage, &bars)) }
            </tbody>
        }
    };
    html! {
        <table class="course">
            <thead>
                <tr>
                    <th scope="col">{ words.column_action }</th>
                    <th scope="col">{ words.column_department }</th>
                    <th scope="col">{ words.column_change }</th>
                    <th scope="col" class="number-column">
                        { if shown.own { words.money } else { words.column_effort } }
                    </th>
                    if has_time {
                        <th scope="col">{ words.column_time }</th>
                    }
                    <th scope="col" class="number-column">{ words.column_gain }</th>
                    <th scope="col">
                        { words.column_low }
                        { view.basis(&view.state.standard.own.weights) }
                    </th>
                </tr>
            </thead>
            { group(words.find_out_group, &find_out) }
            { group(words.to_do_group, &to_do) }
        </table>
    }
}
