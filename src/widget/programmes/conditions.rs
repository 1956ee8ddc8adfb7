//! The published conditions of a programme under each of their readings.

use super::super::draft::Screen;
use super::super::element::{El, button_to, el, sequence};
use super::super::state::Action;
use super::{Shown, facts, part};
use crate::answers::write_number;
use crate::assess::Verdict;
use crate::programmes::{Check, Condition, JudgedCondition, JudgedReading, Reading, Test};
use crate::standard::Compare;
use crate::strings::fill;

/// What can be said of the conditions together, for each category.
pub fn verdicts(shown: &Shown, index: usize) -> El {
    let programme = &shown.programmes.programmes[index];
    let judged = &shown.judged[index];
    let cleared = judged
        .conditions
        .iter()
        .flat_map(|condition| &condition.readings)
        .any(|reading| reading.contradicted);
    let categories = programme.categories.iter().map(Some).chain([None]);
    let mut badges = sequence();
    for (verdict, category) in judged.verdicts.iter().zip(categories) {
        let Some(verdict) = *verdict else { continue };
        let title = category.map_or("", |category| shown.view.text(&category.title));
        let badge = el("span.together")
            .line("span", title)
            .text(" ")
            .with(shown.view.badge(verdict, cleared));
        badges = badges.with(badge);
    }
    badges
}

/// The conditions: those of all first, then those of each category.
pub fn conditions(shown: &Shown, index: usize) -> El {
    let words = shown.words;
    let programme = &shown.programmes.programmes[index];
    let judged = &shown.judged[index];
    if programme.conditions.is_empty() {
        return part(
            words.conditions_heading,
            Some(el("p.facts").text(words.conditions_none)),
        );
    }
    let of = |category: Option<usize>| {
        let pairs = programme.conditions.iter().zip(&judged.conditions);
        let mine = pairs.filter(move |(condition, _)| condition.category == category);
        mine.map(|(found, judged)| condition(shown, found, judged))
    };
    let heading = |words: &str| el("p.category").line("strong", words);
    let mut all = sequence();
    let categories = 0..programme.categories.len();
    if !categories.is_empty() {
        all = all.with(heading(words.conditions_common));
    }
    all = all.all(of(None));
    for category in categories {
        if programme
            .conditions
            .iter()
            .any(|found| found.category == Some(category))
        {
            let title = shown.view.text(&programme.categories[category].title);
            all = all
                .with(heading(&fill(words.conditions_of, &[title])))
                .all(of(Some(category)));
        }
    }
    let unchecked = judged
        .conditions
        .iter()
        .filter(|found| found.verdict.is_none())
        .count();
    let together = el("p.whole")
        .text(words.conditions_together)
        .text(" ")
        .with(verdicts(shown, index));
    let together = if judged.verdicts.iter().any(Option::is_some) {
        together
    } else {
        sequence()
    };
    let unchecked = if unchecked > 0 {
        fill(words.conditions_unchecked, &[&unchecked.to_string()])
    } else {
        String::new()
    };
    let all = el("div.conditions")
        .with(together)
        .line_owned("p.facts", unchecked)
        .with(all);
    part(
        words.conditions_heading,
        Some(all.with(open(shown, &judged.open))),
    )
}

/// The facts that are open and on which a verdict hangs.
fn open(shown: &Shown, facts: &[usize]) -> El {
    if facts.is_empty() {
        return sequence();
    }
    let texts = facts
        .iter()
        .map(|fact| shown.view.text(&shown.programmes.facts[*fact].text));
    el("div")
        .line("p", shown.words.open_heading)
        .with(el("ul").all(texts.map(|text| el("li").text(text))))
}

fn condition(shown: &Shown, condition: &Condition, judged: &JudgedCondition) -> El {
    let words = shown.words;
    let view = shown.view;
    let cleared = judged.readings.iter().any(|reading| reading.contradicted);
    let badge = match judged.verdict {
        Some(verdict) => sequence().with(view.badge(verdict, cleared)),
        None => el("span.badge unknown").text(words.not_checked),
    };
    let readings = match &condition.check {
        Check::Words => sequence(),
        Check::Readings(readings) => {
            let pairs = readings.iter().zip(&judged.readings);
            el("ul.plain readings").all(pairs.map(|(found, judged)| reading(shown, condition, found, judged)))
        }
        Check::Criterion { criterion, .. } => as_assessed(shown, criterion, judged),
    };
    el("div.condition")
        .with(
            el("p")
                .line("strong", view.text(&condition.title))
                .text(" ")
                .with(badge),
        )
        .line("p.facts", view.optional(&condition.note))
        .with(shown.basis(&condition.basis))
        .with(readings)
}

/// A condition of the standard, under the readings that the result shows in full.
fn as_assessed(shown: &Shown, criterion: &str, judged: &JudgedCondition) -> El {
    let words = shown.words;
    let view = shown.view;
    let mut criteria = view.state.standard.criteria.iter();
    let found = criteria.find(|found| found.id == criterion);
    let Some(found) = found.filter(|_| !judged.readings.is_empty()) else {
        return el("p.facts").text(words.other_edition);
    };
    let pairs = found.readings.iter().zip(&judged.readings);
    let items = pairs.map(|(reading, judged)| el("li").with(head(shown, view.text(&reading.text), judged)));
    let link = button_to("button.link", words.to_result, view, Action::Go(Screen::Result));
    sequence()
        .line_fill("p", words.at_least, &[&write_number(found.at_least.value)])
        .with(el("ul.plain readings").all(items))
        .with(el("p.facts").text(words.as_in_result).text(" ").with(link))
}

fn head(shown: &Shown, text: &str, judged: &JudgedReading) -> El {
    el("p")
        .fill(shown.words.reading, &[text])
        .text(" ")
        .with(shown.view.badge(judged.verdict, judged.contradicted))
}

fn reading(shown: &Shown, condition: &Condition, reading: &Reading, judged: &JudgedReading) -> El {
    let words = shown.words;
    let mut list = el("ul.figures");
    for (number, tests) in reading.any_of.iter().enumerate() {
        if number > 0 {
            list = list.with(el("li.plain").text(words.alternative));
        }
        list = list.all(tests.iter().map(|found| test(shown, condition, found)));
    }
    let item = el("li")
        .with(head(shown, shown.view.text(&reading.text), judged))
        .with(list);
    let item = match &reading.or_else {
        Some(text) if judged.verdict != Verdict::Met => item.line("p.facts", shown.view.text(text)),
        _ => item,
    };
    match &reading.basis {
        Some(basis) => item.with(shown.basis(basis)),
        None => item,
    }
}

/// What is asked, what is required, and how it stands now. The source of its figure is shown with it where it is not
/// that of the condition.
fn test(shown: &Shown, condition: &Condition, test: &Test) -> El {
    let words = shown.words;
    let view = shown.view;
    let fact = &shown.programmes.facts[test.fact];
    let required = match &test.figure {
        None => words.is_yes.to_owned(),
        Some(figure) => {
            let number = [write_number(figure.value), facts::unit(shown, test.fact)].concat();
            let text = match test.compare {
                Compare::AtLeast => words.at_least,
                Compare::AtMost => words.at_most,
                Compare::Is => words.exactly,
            };
            fill(text, &[&number])
        }
    };
    let now = facts::value(shown, test.fact);
    let item = el("li")
        .line("span", view.text(&fact.text))
        .text(" · ")
        .line_owned("span", required)
        .text(" · ")
        .line_fill("strong", words.now, &[&now]);
    let Some(figure) = &test.figure else {
        return item;
    };
    let item = item.line("span.facts", view.optional(&figure.note));
    let other = figure.basis.source != condition.basis.source || figure.basis.grade != condition.basis.grade;
    if other {
        item.with(shown.basis(&figure.basis))
    } else {
        item
    }
}
