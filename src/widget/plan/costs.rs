//! What is counted as cost: our effort classes, or what the firm enters itself.

use super::super::element::{El, el};
use super::super::questions::title;
use super::super::view::View;
use super::{field, radio};
use crate::answers::write_number;
use crate::plan::{Asked, Field, Order};
use crate::strings::fill;
use crate::strings::plan::Words;

pub fn costs(view: &View, words: &Words, asked: &Asked) -> El {
    let counts = [
        ("effort", words.count_effort, words.count_effort_hint, !asked.own),
        ("own", words.count_own, words.count_own_hint, asked.own),
    ];
    let counts = counts
        .into_iter()
        .map(|(value, text, hint, checked)| radio(view, &["count"], value, checked, text, hint));
    let apart = asked.costing.order == Order::OneAfterAnother;
    let orders = [
        ("side-by-side", words.side_by_side, !apart),
        ("one-after-another", words.one_after_another, apart),
    ];
    let orders = orders
        .into_iter()
        .map(|(value, text, checked)| radio(view, &["order"], value, checked, text, ""));
    let prices = if asked.own {
        own(view, words, asked)
    } else {
        efforts(view, words)
    };
    el("section.panel screen-only")
        .line("h4", words.costs)
        .with(
            el("fieldset.plain-set")
                .line("legend", words.count)
                .with(el("div.choices").all(counts)),
        )
        .with(el("div.slot").with(prices))
        .with(
            el("fieldset.plain-set")
                .line("legend", words.order)
                .with(el("div.choices").all(orders)),
        )
}

/// Our effort classes, each with its points and where they come from.
fn efforts(view: &View, words: &Words) -> El {
    let classes = view.state.standard.efforts.iter().map(|effort| {
        el("li")
            .line("span", view.text(&effort.title))
            .text(" ")
            .line_fill("span.facts", words.points, &[&effort.points.to_string()])
            .with(view.basis(&effort.basis))
    });
    el("details")
        .line("summary", words.classes)
        .line("p.hint", words.classes_about)
        .with(el("ul.plain").all(classes))
}

/// Money and months, for a class and for each question.
fn own(view: &View, words: &Words, asked: &Asked) -> El {
    let standard = &view.state.standard;
    let classes = standard.efforts.iter().enumerate().map(|(index, effort)| {
        let fields = [Field::EffortMoney(index), Field::EffortMonths(index)];
        el("fieldset.plain-set")
            .key(&effort.id)
            .line("legend", view.text(&effort.title))
            .with(price(view, words, asked, ["efforts", &effort.id], fields))
    });
    let track = view.state.draft.sheet.answers.track;
    let mut pages = el("div");
    for (number, page) in standard.pages(track).into_iter().enumerate() {
        let questions = standard.questions_on(page, track);
        let mine: Vec<usize> = questions
            .into_iter()
            .filter(|question| standard.questions[*question].effort.is_some())
            .collect();
        if mine.is_empty() {
            continue;
        }
        let priced = mine
            .iter()
            .filter(|question| asked.costing.prices[**question].is_some());
        let count = fill(
            words.priced,
            &[&mine.len().to_string(), &priced.count().to_string()],
        );
        let summary = el("summary")
            .text(title(view, page))
            .text(" ")
            .line_owned("span.facts", count);
        let questions = mine.into_iter().map(|question| one(view, words, asked, question));
        pages = pages.with(
            el("details.why")
                .key(&number.to_string())
                .with(summary)
                .with(el("div.asked").all(questions)),
        );
    }
    el("div.own-costs")
        .line("p.hint", words.own_about)
        .line("h5", words.own_classes)
        .all(classes)
        .line("h5", words.own_questions)
        .line("p.hint", words.own_questions_about)
        .with(pages)
}

/// The fields for money and months at a path of the costs.
fn price(view: &View, words: &Words, asked: &Asked, path: [&str; 2], fields: [Field; 2]) -> El {
    let [kind, id] = path;
    let [money, months] = fields;
    el("div.paper-fields")
        .with(field(view, asked, &[kind, id, "money"], money, words.money))
        .with(field(view, asked, &[kind, id, "months"], months, words.months))
}

fn one(view: &View, words: &Words, asked: &Asked, question: usize) -> El {
    let id = view.state.standard.questions[question].id.as_str();
    let taken = match asked.costing.prices[question] {
        Some(price) => fill(
            words.price_taken,
            &[&write_number(price.money), &write_number(price.months)],
        ),
        None => words.price_none.to_owned(),
    };
    let fields = [Field::Money(question), Field::Months(question)];
    el("fieldset.question")
        .key(id)
        .line("legend", view.question(question))
        .with(price(view, words, asked, ["questions", id], fields))
        .line_owned("p.facts", taken)
}
