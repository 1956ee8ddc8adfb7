//! The plans, or what stands in the way of the target.

use super::super::element::{Attr, El, button_to, el, sequence};
use super::super::state::Action;
use super::super::view::View;
use crate::answers::{Answer, write_number};
use crate::plan::{Asked, Blocker, OutOfReach, Outcome, Plan, Reach, Step, Wanted, Why};
use crate::standard::{Hundredths, Kind};
use crate::strings::fill;
use crate::strings::plan::Words;

/// The target in a sentence: on paper its fields are gone.
fn target(view: &View, words: &Words, asked: &Asked) -> String {
    let mut parts = Vec::new();
    for (criterion, wanted) in view.state.standard.criteria.iter().zip(&asked.target.criteria) {
        let wish = match wanted {
            Wanted::Every => words.reading_every.to_owned(),
            Wanted::None => words.reading_none.to_owned(),
            Wanted::Reading(reading) => fill(
                view.words.condition_reading,
                &[view.text(&criterion.readings[*reading].text)],
            ),
        };
        parts.push([view.text(&criterion.title), words.colon, &wish].concat());
    }
    match &asked.target.reach {
        Reach::Nothing => parts.push(words.reach_nothing.to_owned()),
        Reach::Index(mark) => parts.push([words.reach_index, " ", &view.percent(*mark)].concat()),
        Reach::Elements(marks) => {
            let mark = marks.first().map_or(0, |(_, mark)| *mark);
            parts.push([words.reach_elements, " ", &view.percent(mark)].concat());
        }
    }
    fill(words.target_said, &[&parts.join(words.semicolon)])
}

pub fn outcome(view: &View, words: &Words, asked: &Asked, outcome: &Outcome) -> El {
    let panel = el("section.panel plans")
        .line("h4", words.plans)
        .line_owned("p.facts", target(view, words, asked))
        .line(
            "p.error",
            if view.state.assessment.contradictions.is_empty() {
                ""
            } else {
                words.contradicted
            },
        )
        .line("p.hint", view.words.index_own)
        .with(view.basis(&view.state.standard.own.weights));
    match outcome {
        Outcome::OutOfReach(found) => panel.with(out_of_reach(view, words, found)),
        Outcome::Plans(plans) if plans.iter().all(|plan| plan.steps.is_empty()) => panel
            .line("p", words.reached)
            .line("p.hint", words.counted_at_worst),
        Outcome::Plans(plans) => {
            let own = if asked.own {
                words.costs_own
            } else {
                words.costs_effort
            };
            // The classes have one source.
            let efforts = view.state.standard.efforts.iter();
            let efforts = efforts.take(usize::from(!asked.own));
            panel
                .line("p.hint", words.counted_at_worst)
                .line("p.hint", own)
                .all(efforts.map(|effort| view.basis(&effort.basis)))
                .all(
                    plans
                        .iter()
                        .enumerate()
                        .map(|(number, found)| plan(view, words, asked, number, found)),
                )
        }
    }
}

/// Money and time, in the firm's units or in effort points.
fn cost(words: &Words, asked: &Asked, money: Hundredths, months: Hundredths) -> String {
    match asked.own {
        true => fill(words.cost_own, &[&write_number(money), &write_number(months)]),
        false => fill(words.cost_effort, &[&write_number(money)]),
    }
}

fn plan(view: &View, words: &Words, asked: &Asked, number: usize, plan: &Plan) -> El {
    let merits = [
        (plan.cheapest, words.cheapest),
        (
            plan.fastest,
            if asked.own { words.fastest } else { words.lightest },
        ),
        (plan.fewest, words.fewest),
    ];
    let merits = merits.into_iter().filter(|(is, _)| *is);
    let merits: Vec<&str> = merits.map(|(_, word)| word).collect();
    let steps = plan.steps.len().to_string();
    let mut summary = fill(
        words.summary,
        &[&steps, &cost(words, asked, plan.money, plan.months)],
    );
    if !asked.own {
        summary.push_str(&fill(words.summary_heaviest, &[&write_number(plan.months)]));
    }
    let brings = match plan.index {
        Some((before, after)) if after > before => fill(
            words.index_from_to,
            &[&view.percent(before), &view.percent(after)],
        ),
        _ => String::new(),
    };
    let list = plan.steps.iter().map(|found| step(view, words, asked, found));
    let steps = el("details")
        .attr_if(number == 0, Attr::Open, "open")
        .line("summary", words.steps)
        .with(el("ol.missing").all(list));
    el("article.condition")
        .key(&number.to_string())
        .line_fill(
            "h5",
            words.plan_title,
            &[&(number + 1).to_string(), &merits.join(words.and)],
        )
        .line_owned("p", summary)
        .line_owned("p.facts", brings)
        .with(steps)
}

/// How far a question is to rise, in words: of several options only how many, since which ones is free.
fn level(view: &View, words: &Words, question: usize, answer: &Answer, open: bool) -> String {
    let said = match (answer, &view.state.standard.questions[question].kind) {
        (Answer::ManyOf(chosen), Kind::ManyOf(choices)) => fill(
            words.options,
            &[&chosen.len().to_string(), &choices.len().to_string()],
        ),
        _ => view.said(question, answer),
    };
    match open {
        true => fill(words.from_open, &[&said]),
        false => said,
    }
}

fn step(view: &View, words: &Words, asked: &Asked, step: &Step) -> El {
    let standard = &view.state.standard;
    let question = step.question;
    let go = Action::GoToQuestion(question);
    let mut list = el("dl.pair")
        .line("dt", words.now)
        .line_owned("dd", level(view, words, question, &step.from, step.open))
        .line("dt", words.to)
        .line_owned("dd", level(view, words, question, &step.to, false));
    if let Some((whole, from, to)) = step.brings {
        let with_it = [view.question(whole), &from.to_string(), &to.to_string()];
        list = list
            .line("dt", words.with_it)
            .line_fill("dd", words.with_it_rises, &with_it);
    }
    let mut cost = cost(words, asked, step.money, step.months);
    if step.rises > 1 {
        cost.push_str(&fill(words.rises, &[&step.rises.to_string()]));
    }
    list = list.line("dt", words.costs_it).line_owned("dd", cost);
    let mut why = el("ul.plain");
    for (criterion, reading) in &step.meets {
        let found = &standard.criteria[*criterion];
        let reading = fill(
            view.words.condition_reading,
            &[view.text(&found.readings[*reading].text)],
        );
        why = why.with(
            el("li")
                .fill(words.for_condition, &[view.text(&found.title), &reading])
                .with(view.basis(&found.at_least.basis)),
        );
    }
    for opened in &step.opens {
        why = why.line_fill("li", words.opens, &[view.question(*opened)]);
    }
    // Element by element, it is the element that has to rise.
    let marked = matches!(asked.target.reach, Reach::Elements(_));
    if let Some(element) = standard.questions[question].element.filter(|_| marked) {
        why = why.line_fill(
            "li",
            words.for_element,
            &[view.text(&standard.elements[element].title)],
        );
    }
    match step.index {
        Some((before, after)) if before != after => {
            let indexes = [view.percent(before), view.percent(after)];
            why = why.line_fill("li", words.index_from_to, &[&indexes[0], &indexes[1]]);
        }
        // It counts by less than can be shown.
        Some(_) if standard.questions[question].element.is_some() => {
            why = why.line("li", words.index_a_little)
        }
        _ => {}
    }
    list = list.line("dt", words.why).with(el("dd").with(why));
    el("li")
        .key(&standard.questions[question].id)
        .with(el("p").line("strong", view.question(question)))
        .with(list)
        .with(button_to("button.link", view.words.go_to_question, view, go))
}

fn out_of_reach(view: &View, words: &Words, found: &OutOfReach) -> El {
    let standard = &view.state.standard;
    let mut short = el("ul");
    for (criterion, reading) in &found.readings {
        let criterion = &standard.criteria[*criterion];
        let reading = fill(
            view.words.condition_reading,
            &[view.text(&criterion.readings[*reading].text)],
        );
        short = short.line_fill(
            "li",
            words.short_condition,
            &[view.text(&criterion.title), &reading],
        );
    }
    if found.index_short {
        short = match found.index {
            Some(most) => short.line_fill("li", words.short_index, &[&view.percent(most)]),
            None => short.line("li", view.words.index_nothing),
        };
    }
    for (element, mark, most) in &found.elements {
        let title = view.text(&standard.elements[*element].title);
        short = short.line_fill(
            "li",
            words.short_element,
            &[title, &view.percent(*mark), &view.percent(*most)],
        );
    }
    let blockers = found.blockers.iter().map(|found| blocker(view, words, found));
    sequence()
        .line("p", words.out_of_reach)
        .with(short)
        .line(
            "p",
            if found.blockers.is_empty() {
                ""
            } else {
                words.blockers
            },
        )
        .with(el("ul.plain missing").all(blockers))
}

fn blocker(view: &View, words: &Words, found: &Blocker) -> El {
    let why = match found.why {
        Why::TotalOpen => words.total_open,
        Why::NotApplicable => words.does_not_apply,
        Why::NoPrice => words.no_price,
        Why::Bound => words.bound,
    };
    let go = Action::GoToQuestion(found.question);
    el("li")
        .line("strong", view.question(found.question))
        .text(" ")
        .line("span", why)
        .text(" ")
        .with(button_to("button.link", view.words.go_to_question, view, go))
}
