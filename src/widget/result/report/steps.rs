//! What to do next, with room for a person and a date: first what has to be found out, then the cheapest steps.

use crate::answers::write_number;
use crate::plan::{Asked, Outcome, Step, read};
use crate::sensitivity::open_questions;
use crate::strings::fill;
use crate::widget::context::View;
use yew::{Html, html};

/// How many open questions and how many steps there is room for on the page.
const ROOM: [usize; 2] = [3, 5];

/// A row of the table.
struct Row {
    question: usize,
    what: String,
    change: String,
    cost: String,
}

/// The table; what it leaves out stands in the plan.
pub fn steps(view: &View) -> Html {
    let words = &view.words.report;
    let asked = read(&view.state.standard, &view.state.draft.sheet.answers);
    let mut rows = to_find_out(view);
    rows.extend(to_do(view, &asked));
    if rows.is_empty() {
        return html! {
            <>
                <h4>{ words.next }</h4>
                <p>{ words.next_none }</p>
            </>
        };
    }
    let cost = if asked.own { words.money } else { words.effort };
    let head = [
        words.what,
        words.department,
        words.change,
        cost,
        words.person,
        words.due,
    ];
    html! {
        <>
            <h4>{ words.next }</h4>
            <p class="facts">{ words.next_about }</p>
            <table class="steps-table">
                <thead><tr>{ for head.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for rows.iter().map(|found| row(view, found)) }</tbody>
            </table>
        </>
    }
}

/// The open questions that matter most.
fn to_find_out(view: &View) -> Vec<Row> {
    let words = &view.words.report;
    let open = open_questions(&view.state.standard, &view.state.assessment);
    let open = open.into_iter().filter(|open| open.decides || open.share > 0);
    let rows = open.take(ROOM[0]).map(|open| Row {
        question: open.question,
        what: fill(words.find_out, &[view.question(open.question)]),
        change: view.answer(open.question),
        cost: String::new(),
    });
    rows.collect()
}

/// The first steps of the cheapest plan for the target that is set; none that begins with an open answer, which has to be
/// found out first, and none where what was typed for the plan cannot be used.
fn to_do(view: &View, asked: &Asked) -> Vec<Row> {
    if !asked.faults.is_empty() {
        return Vec::new();
    }
    let outcome = view.state.plan(&asked.target, &asked.costing);
    let Outcome::Plans(plans) = &*outcome else {
        return Vec::new();
    };
    let steps = plans.first().map_or(&[][..], |cheapest| &cheapest.steps);
    let steps = steps.iter().filter(|step| !step.open);
    steps
        .take(ROOM[1])
        .map(|step| of_step(view, asked, step))
        .collect()
}

fn of_step(view: &View, asked: &Asked, step: &Step) -> Row {
    let words = &view.words.report;
    let [from, to] = [&step.from, &step.to].map(|answer| view.said(step.question, answer));
    let [money, months] = [step.money, step.months].map(write_number);
    Row {
        question: step.question,
        what: view.action(step.question, step.rises),
        change: fill(words.from_to, &[&from, &to]),
        cost: if asked.own {
            fill(words.own_cost, &[&money, &months])
        } else {
            money
        },
    }
}

fn row(view: &View, row: &Row) -> Html {
    let standard = &view.state.standard;
    let department = standard.questions[row.question].department;
    let department = department.map_or("", |department| {
        view.text(&standard.departments[department].title)
    });
    html! {
        <tr key={standard.questions[row.question].id.as_str()}>
            <td>{ row.what.clone() }</td>
            <td>{ department }</td>
            <td>{ row.change.clone() }</td>
            <td>{ row.cost.clone() }</td>
            <td class="by-hand"></td>
            <td class="by-hand"></td>
        </tr>
    }
}
