//! A page of questions: one element, or the published conditions, or the effects.

use super::draft::Screen;
use super::element::{Attr, El, On, button_to, el, sequence};
use super::question::{error, question};
use super::state::{Action, Focus};
use super::view::View;
use crate::answers::{Answer, write_number};
use crate::assess::{Contradiction, Fraction, Improvement, State as Answering};
use crate::standard::{Effect, FULL, Page, Rate};
use crate::strings::fill;

/// The title of a page.
pub fn title<'a>(view: &'a View, page: Page) -> &'a str {
    match page {
        Page::Published => view.words.page_published,
        Page::Element(element) => view.text(&view.state.standard.elements[element].title),
        Page::Effects => view.words.page_effects,
    }
}

/// How many questions of a page are answered, and how many are asked.
fn progress(view: &View, page: Page) -> (usize, usize) {
    let state = view.state;
    let (mut answered, mut asked) = (0, 0);
    for question in state.standard.questions_on(page, state.draft.sheet.answers.track) {
        let state = state.assessment.states[question];
        asked += usize::from(state.is_asked());
        answered += usize::from(state.is_asked() && !state.is_open());
    }
    (answered, asked)
}

/// The steps: every page of the track, and the result.
pub fn steps(view: &View) -> El {
    let state = view.state;
    let words = view.words;
    let pages = state.standard.pages(state.draft.sheet.answers.track);
    let here = match state.draft.screen {
        Screen::Page(page) => fill(
            words.step_of,
            &[&(page + 1).to_string(), &(pages.len() + 1).to_string()],
        ),
        Screen::Start | Screen::Result => words.result_heading.to_owned(),
        later => later_title(view, later).to_owned(),
    };
    let here = match state.assessment.index.range {
        Some(range) => [&here, " · ", &view.range(range.low, range.high)].concat(),
        None => here,
    };
    // The list twice, for narrow and for wide screens; of the two one is shown.
    let narrow = el("details.narrow")
        .with(el("summary").fresh("span", &here))
        .with(step_list(view, &pages));
    el("nav.steps")
        .attr(Attr::Label, words.steps)
        .with(narrow)
        .with(el("div.wide").with(step_list(view, &pages)))
}

fn step_list(view: &View, pages: &[Page]) -> El {
    let words = view.words;
    let mut list = el("ol");
    for (number, page) in pages.iter().enumerate() {
        let (answered, asked) = progress(view, *page);
        let count = fill(words.answered_of, &[&answered.to_string(), &asked.to_string()]);
        list = list.with(step(view, Screen::Page(number), title(view, *page), &count));
    }
    list = list.with(step(view, Screen::Result, words.result_heading, ""));
    for screen in Screen::LATER {
        list = list.with(step(view, screen, later_title(view, screen), ""));
    }
    list
}

/// The title of a later screen.
pub fn later_title(view: &View, screen: Screen) -> &'static str {
    let words = view.words;
    match screen {
        Screen::Programmes => words.step_programmes,
        Screen::Editions => words.step_editions,
        Screen::Outlook => words.step_outlook,
        Screen::Papers => words.step_papers,
        _ => words.step_plan,
    }
}

fn step(view: &View, screen: Screen, title: &str, count: &str) -> El {
    let current = view.state.draft.screen == screen;
    let button = el("button.step")
        .attr(Attr::Type, "button")
        .attr_if(current, Attr::Current, "step")
        .sends(On::Click, view, Action::Go(screen))
        .line("span", title)
        .fresh("span.facts", count);
    el("li").with(button)
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
        Page::Published => about.line("p.lead", words.page_published_about),
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
        .with(button_to("button.primary", next_words, view, Action::Go(next)));
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
    let relations = standard.relations.iter().enumerate();
    for (number, relation) in
        relations.filter(|(_, relation)| relation.whole == index || relation.part == index)
    {
        let found = Contradiction::Relation(number);
        // Said once, under the question of the two that stands later.
        if index == relation.whole.max(relation.part) && view.state.assessment.contradictions.contains(&found)
        {
            contradiction = contradiction.text(view.text(&relation.text));
        }
    }
    el("div.asked")
        .key(&standard.questions[index].id)
        .with(question(view, index))
        .with(rate)
        .with(effect)
        .with(contradiction)
}

/// What must be corrected before the page is left, each with a way to its field.
fn errors(view: &View) -> El {
    let faults = view.state.faults_on_page();
    if !view.state.warned || faults.is_empty() {
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
