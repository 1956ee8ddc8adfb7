//! A page of questions: one element, or the published conditions, or the effects.

use super::draft::Screen;
use super::element::{Attr, El, button_to, el, sequence};
use super::state::{Action, Focus};
use super::view::View;
use crate::answers::{Answer, write_number};
use crate::assess::{Contradiction, Fraction, Improvement, State as Answering};
use crate::lang::Lang;
use crate::standard::{Effect, FULL, Page, Rate, Standard};
use crate::strings::{Strings, fill};
use question::{error, question};

pub mod live;
pub mod question;
pub mod steps;

/// The title of a page.
pub fn title<'a>(view: &'a View, page: Page) -> &'a str {
    page_title(&view.state.standard, view.words, view.lang, page)
}

/// The same where there is no view.
pub fn page_title<'a>(standard: &'a Standard, words: &'static Strings, lang: Lang, page: Page) -> &'a str {
    match page {
        Page::Published => words.page_published,
        Page::Element(element) => standard.elements[element].title.get(lang),
        Page::Effects => words.page_effects,
    }
}

/// A page of questions.
pub fn questions(view: &View, number: usize) -> El {
    let words = view.words;
    let standard = &view.state.standard;
    let track = view.state.draft.sheet.answers.track;
    let pages = standard.pages(track);
    let Some(page) = pages.get(number).copied() else {
        return sequence();
    };
    let mut about = el("div.about");
    about = match page {
        Page::Published => about.with(view.published("p.lead", words.page_published_about)),
        Page::Element(element) => {
            let element = &standard.elements[element];
            about
                .line("p.lead", view.text(&element.about))
                .line("p.hint", view.words.page_element_about)
                .with(view.basis(&element.basis))
        }
        Page::Effects => about.line("p.lead", words.page_effects_about),
    };
    let back = if number == 0 {
        Screen::Start
    } else {
        Screen::Page(number - 1)
    };
    let (next, next_words) = if number + 1 == pages.len() {
        (Screen::Result, words.to_result)
    } else {
        (Screen::Page(number + 1), words.next)
    };
    let shown = standard.questions_on(page, track).into_iter();
    let actions = el("div.actions")
        .with(button_to("button", words.back, view, Action::Go(back)))
        .with(button_to("button.primary", next_words, view, Action::Go(next)).attr(Attr::Part, "primary"));
    el("section.screen")
        .key(&["page-", &number.to_string()].concat())
        .with(view.heading(title(view, page)))
        .with(about)
        .with(el("div.slot").with(errors(view)))
        .all(shown.map(|index| asked(view, index)))
        .with(actions)
}

/// A question, and under it the rate and the effect that it completes.
fn asked(view: &View, index: usize) -> El {
    let standard = &view.state.standard;
    let track = view.state.draft.sheet.answers.track;
    let mut rates = standard.rates.iter();
    let mut rate = el("div.working");
    if let Some(found) = rates.find(|rate| rate.part == index && rate.tracks.contains(track)) {
        rate = rate.with(rate_working(view, found));
    }
    let mut effect = el("div.working");
    if let Some(found) = standard.effects.iter().position(|effect| effect.after == index) {
        effect = effect.with(effect_working(view, found));
    }
    let mut contradiction = el("p.error");
    let mut chosen = el("div.slot");
    for found in &view.state.assessment.contradictions {
        let text = match *found {
            Contradiction::Relation(number) => &standard.relations[number].text,
            Contradiction::Rule(number) => &standard.rules[number].text,
            // Stands with the rate.
            Contradiction::Rate(_) => continue,
        };
        // Said once, under the question that stands last.
        if found.questions(standard).iter().max() == Some(&index) {
            contradiction = contradiction.text(view.text(text)).text(" ");
            if let Contradiction::Rule(number) = *found {
                chosen = chosen.with(view.basis(&standard.rules[number].basis));
            }
        }
    }
    el("div.asked")
        .key(&standard.questions[index].id)
        .with(question(view, index))
        .with(rate)
        .with(effect)
        .with(contradiction)
        .with(chosen)
}

/// What must be corrected before the page is left, each with a way to its field.
fn errors(view: &View) -> El {
    let faults = if view.state.warned {
        view.state.faults_on_page()
    } else {
        Vec::new()
    };
    if faults.is_empty() {
        return sequence();
    }
    let heading = el("h4")
        .attr(Attr::Id, Focus::Errors.id())
        .attr(Attr::TabIndex, "-1")
        .fill(view.words.errors_heading, &[&faults.len().to_string()]);
    let list = faults.into_iter().map(|(index, fault)| {
        let go = Action::GoToQuestion(index);
        el("li")
            .with(button_to("button.link", view.question(index), view, go))
            .with(el("span").text(" ").owned(error(view, index, fault)))
    });
    el("div.errors")
        .attr(Attr::Role, "group")
        .attr(Attr::LabelledBy, Focus::Errors.id())
        .with(heading)
        .line("p", view.words.errors_body)
        .with(el("ul").all(list))
}

fn rate_working(view: &View, rate: &Rate) -> El {
    let words = view.words;
    let count = |question: usize| match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Count(count)) => Some(*count),
        _ => None,
    };
    let working = match (count(rate.part), count(rate.total)) {
        _ if view.state.assessment.states[rate.total] == Answering::NotApplicable => {
            words.rate_not_applicable.to_owned()
        }
        (Some(part), Some(total)) => {
            let counts = [part.to_string(), total.to_string()];
            if part > total {
                fill(words.rate_above_total, &[&counts[0], &counts[1]])
            } else {
                let mut rate = view.share(Fraction::new(part * FULL, total));
                if !rate.starts_with('≈') {
                    rate.insert_str(0, "= ");
                }
                fill(words.rate_working, &[&counts[0], &counts[1], &rate])
            }
        }
        _ => words.rate_open.to_owned(),
    };
    let line = el("p")
        .line("strong", view.text(&rate.title))
        .with(el("output").fresh("span", &working));
    el("div.rate")
        .with(line)
        .with(view.basis(&rate.basis))
        .with(view.references(&rate.references))
}

/// The change from before to after, in words.
pub fn improvement(view: &View, index: usize) -> String {
    let words = view.words;
    match view.state.assessment.effects[index] {
        Improvement::Is(change) if change < 0 => fill(words.effect_worse, &[&view.percent(-change)]),
        Improvement::Is(change) => fill(words.effect_working, &[&view.percent(change)]),
        Improvement::NoPercentage => words.effect_no_percentage.to_owned(),
        Improvement::Open => words.effect_open.to_owned(),
        Improvement::NotApplicable => words.effect_not_applicable.to_owned(),
    }
}

/// How the change is worked out: the difference divided by the figure before.
pub fn improvement_working(view: &View, effect: &Effect) -> String {
    let number = |question: usize| match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Number(number)) => Some(write_number(*number)),
        _ => None,
    };
    match (number(effect.before), number(effect.after)) {
        (Some(before), Some(after)) if effect.up => fill("({1} − {0}) ÷ {0}", &[&before, &after]),
        (Some(before), Some(after)) => fill("({0} − {1}) ÷ {0}", &[&before, &after]),
        _ => String::new(),
    }
}

fn effect_working(view: &View, index: usize) -> El {
    let effect = &view.state.standard.effects[index];
    let working = el("output")
        .fresh("span", &improvement(view, index))
        .text(" ")
        .fresh("span.facts", &improvement_working(view, effect));
    let references = el("details.help")
        .line("summary", view.words.effect_references)
        .with(view.references(&effect.references));
    el("div.rate")
        .with(el("p").line("strong", view.text(&effect.title)).with(working))
        .with(view.basis(&effect.basis))
        .with(references)
}
