//! One step of a plan as a row: what to do, who, from where to where, what it costs and what it brings.

use super::shown::Shown;
use super::target::reading_in_words;
use crate::answers::{Answer, write_number};
use crate::plan::{Order, Plan, Reach, Stage, Step};
use crate::standard::{FULL, Hundredths, Kind};
use crate::strings::fill;
use crate::widget::components::go_to_question;
use crate::widget::context::View;
use crate::widget::plan::wish::Wish;
use yew::{Html, html};

/// The bars of a table: the index on its way, and the months where the firm has entered some.
pub struct Bars {
    mark: Option<Hundredths>,
    /// When each stage begins and ends, in hundredths of a month; none where no months count.
    times: Option<Vec<(i64, i64)>>,
    /// When the last one ends.
    end: i64,
}

impl Bars {
    /// The bars of a plan in its course.
    pub fn of(shown: &Shown, plan: &Plan, course: &[Stage]) -> Bars {
        let order = Wish::of(shown.view).asked.costing.order;
        let mut now = 0;
        let times = course.iter().map(|stage| {
            let months = plan.steps[stage.step].months;
            let start = if order == Order::SideBySide { 0 } else { now };
            now = start + months;
            (start, now)
        });
        let times: Vec<(i64, i64)> = times.collect();
        Bars {
            mark: shown.mark(),
            times: (shown.own && plan.months > 0).then_some(times),
            end: plan.months,
        }
    }

    /// Whether there is a column of months.
    pub fn has_time(&self) -> bool {
        self.times.is_some()
    }

    fn time(&self, view: &View, stage: usize) -> Html {
        let Some((start, end)) = self.times.as_ref().map(|times| times[stage]) else {
            return html! {};
        };
        let words = &view.words.plan;
        let text = fill(words.from_to_months, &[&write_number(start), &write_number(end)]);
        let on_bar = |months: i64| on_bar(months * FULL / self.end.max(1));
        html! {
            <td data-label={words.column_time}>
                { text }
                <svg class="course-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="bar-all" x="0" y="2" width="100" height="6" />
                    <rect class="bar-gain" x={on_bar(start)} y="0" width={on_bar(end - start)} height="10" />
                </svg>
            </td>
        }
    }

    /// The index before and after, against the line of the target.
    fn index(&self, before: Hundredths, after: Hundredths) -> Html {
        html! {
            <svg class="course-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-all" x="0" y="2" width="100" height="6" />
                <rect class="bar-before" x="0" y="2" width={on_bar(before)} height="6" />
                <rect class="bar-gain" x={on_bar(before)} y="0" width={on_bar(after - before)} height="10" />
                { for self.mark.map(|mark| html! {
                    <line class="bar-mark" x1={on_bar(mark)} x2={on_bar(mark)} y1="0" y2="10" />
                }) }
            </svg>
        }
    }
}

/// Hundredths of a percent as a length on the bar, which is 100 long.
fn on_bar(hundredths: Hundredths) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The row of a stage.
pub fn row(shown: &Shown, plan: &Plan, course: &[Stage], number: usize, bars: &Bars) -> Html {
    let view = shown.view;
    let words = &view.words.plan;
    let stage = &course[number];
    let step = &plan.steps[stage.step];
    let question = &view.state.standard.questions[step.question];
    let department = question.department;
    let department = department.map_or("", |one| view.text(&view.state.standard.departments[one].title));
    let mut cost = write_number(step.money);
    if stage.find_out {
        cost = fill(words.at_most, &[&cost]);
    }
    let (gain, index) = match stage.index {
        Some((before, after)) => (
            gain(view, before, after, question.element.is_some()),
            html! { <>{ view.whole_percent(after) }{ bars.index(before, after) }</> },
        ),
        None => (String::new(), html! {}),
    };
    html! {
        <tr key={question.id.as_str()} data-step={question.id.clone()}>
            <th scope="row">
                <details class="step-why">
                    <summary>{ title(view, step, stage.find_out) }</summary>
                    { reasons(shown, step) }
                    { go_to_question(view, step.question) }
                </details>
                { conditions(view, step) }
            </th>
            <td>{ department }</td>
            <td>{ change(view, step, stage.find_out) }</td>
            <td data-label={if shown.own { words.money } else { words.column_effort }} class="number-column">
                { cost }
            </td>
            { bars.time(view, number) }
            <td data-label={words.column_gain} class="number-column gain">{ gain }</td>
            <td data-label={words.column_low} class="low">{ index }</td>
        </tr>
    }
}

/// What to do, in words. What is open is to be found out first.
fn title(view: &View, step: &Step, find_out: bool) -> String {
    match find_out {
        true => fill(view.words.plan.find_out_title, &[view.question(step.question)]),
        false => view.action(step.question, step.rises),
    }
}

/// From where to where; what is open has no known start.
fn change(view: &View, step: &Step, find_out: bool) -> Html {
    let words = &view.words.plan;
    let to = level(view, step.question, &step.to);
    let from = match find_out {
        true => words.from_open.to_owned(),
        false => level(view, step.question, &step.from),
    };
    html! {
        <>
            <span class="facts">{ from }</span>
            { words.arrow }
            { to }
        </>
    }
}

/// How far a question is, in words: of several options only how many, since which further ones is free.
fn level(view: &View, question: usize, answer: &Answer) -> String {
    match (answer, &view.state.standard.questions[question].kind) {
        (Answer::ManyOf(chosen), Kind::ManyOf(choices)) => fill(
            view.words.plan.options,
            &[&chosen.len().to_string(), &choices.len().to_string()],
        ),
        _ => view.said(question, answer),
    }
}

/// By how much the index rises, where the question counts in it.
fn gain(view: &View, before: Hundredths, after: Hundredths, counts: bool) -> String {
    // To a tenth: the whole sum stands beside it.
    match (after - before + 5) / 10 {
        0 if counts => view.words.plan.a_little.to_owned(),
        0 => String::new(),
        tenths => ["+", &write_number(tenths * 10)].concat(),
    }
}

/// The published conditions that would not be met without the step, each once.
fn conditions(view: &View, step: &Step) -> Html {
    let mut criteria: Vec<usize> = step.meets.iter().map(|(criterion, _)| *criterion).collect();
    criteria.dedup();
    let criterion = |criterion: usize| {
        let criterion = &view.state.standard.criteria[criterion];
        let text = fill(view.words.plan.for_condition, &[view.text(&criterion.title)]);
        html! { <span class="facts">{ text }{ view.basis(&criterion.at_least.basis) }</span> }
    };
    html! { <div class="slot">{ for criteria.into_iter().map(criterion) }</div> }
}

/// What a step is for, and what comes with it.
fn reasons(shown: &Shown, step: &Step) -> Html {
    let view = shown.view;
    let words = &view.words.plan;
    let standard = &view.state.standard;
    // Element by element, it is the element that has to rise.
    let element = standard.questions[step.question].element;
    let marked = element.filter(|_| matches!(shown.target.reach, Reach::Elements(_)));
    let reading = |(criterion, reading): &(usize, usize)| {
        let criterion = &standard.criteria[*criterion];
        let parts = [
            view.text(&criterion.title),
            &reading_in_words(view, criterion, *reading),
        ];
        html! { <li>{ fill(words.for_reading, &parts) }</li> }
    };
    let mut more = Vec::new();
    if step.rises > 1 {
        more.push(fill(words.rises, &[&step.rises.to_string()]));
    }
    if let Some((whole, from, to)) = step.brings {
        let parts = [view.question(whole), &from.to_string(), &to.to_string()];
        more.push(fill(words.with_it_rises, &parts));
    }
    more.extend(
        step.opens
            .iter()
            .map(|opened| fill(words.opens, &[view.question(*opened)])),
    );
    if let Some(element) = marked {
        more.push(fill(
            words.for_element,
            &[view.text(&standard.elements[element].title)],
        ));
    }
    html! {
        <ul class="plain">
            <li class="facts">{ view.question(step.question) }</li>
            { for step.meets.iter().map(reading) }
            { for more.into_iter().map(|text| html! { <li>{ text }</li> }) }
        </ul>
    }
}
