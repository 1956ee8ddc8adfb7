//! What is counted as cost: our effort classes, or what the firm enters itself.

use super::fields::{choice, number};
use crate::answers::write_number;
use crate::plan::{Asked, Field, Order};
use crate::standard::Page;
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::context::View;
use crate::widget::questions::title;
use yew::{Html, html};

/// The name of the fold: it is opened when the firm chooses its own costs.
pub const FOLD: &str = "plan-costs";

/// The prices, and how the steps follow each other; folded, since most firms begin without.
pub fn costs(view: &View, asked: &Asked) -> Html {
    let words = &view.words.plan;
    let order = |value: &str, order: Order, text: &str| {
        choice(view, &["order"], value, asked.costing.order == order, text)
    };
    let ontoggle = view.sends_fold(|open| Action::Unfold(FOLD.to_owned(), open));
    let summary = if asked.own { words.own_costs } else { words.classes };
    html! {
        <details class="plan-costs" open={view.state.unfolded.iter().any(|id| id == FOLD)} {ontoggle}>
            <summary>{ summary }</summary>
            <div class="slot">
                { if view.extent < 1 { Html::default() } else if asked.own { own_costs(view, asked) } else { efforts(view) } }
            </div>
            <fieldset class="plain-set segments">
                <legend>{ words.order }</legend>
                { order("side-by-side", Order::SideBySide, words.side_by_side) }
                { order("one-after-another", Order::OneAfterAnother, words.one_after_another) }
            </fieldset>
        </details>
    }
}

/// Our effort classes, each with its points and where they come from.
fn efforts(view: &View) -> Html {
    let words = &view.words.plan;
    html! {
        <>
            <p class="hint">{ words.classes_about }</p>
            <ul class="plain">
                for effort in &view.state.standard.efforts {
                    <li>
                        <span>{ view.text(&effort.title) }</span>
                        { " " }
                        <span class="facts">{ fill(words.points, &[&effort.points.to_string()]) }</span>
                        { view.basis(&effort.basis) }
                    </li>
                }
            </ul>
        </>
    }
}

/// Money and months, for a class and for each question.
fn own_costs(view: &View, asked: &Asked) -> Html {
    let words = &view.words.plan;
    let standard = &view.state.standard;
    let pages = standard.pages(view.state.draft.sheet.answers.track);
    html! {
        <div class="own-costs">
            <p class="hint">{ words.own_about }</p>
            <h4>{ words.own_classes }</h4>
            for (index, effort) in standard.efforts.iter().enumerate() {
                <fieldset key={effort.id.as_str()} class="plain-set">
                    <legend>{ view.text(&effort.title) }</legend>
                    { price(
                        view, asked, ["efforts", &effort.id],
                        [Field::EffortMoney(index), Field::EffortMonths(index)],
                    ) }
                </fieldset>
            }
            <h4>{ words.own_questions }</h4>
            <p class="hint">{ words.own_questions_about }</p>
            <div>
                { for pages.into_iter().enumerate().filter_map(|(number, found)| page(view, asked, number, found)) }
            </div>
        </div>
    }
}

/// The questions of a page that can be raised, folded; none where there are none.
fn page(view: &View, asked: &Asked, number: usize, page: Page) -> Option<Html> {
    let words = &view.words.plan;
    let standard = &view.state.standard;
    let mut questions = standard.questions_on(page, view.state.draft.sheet.answers.track);
    questions.retain(|question| standard.questions[*question].effort.is_some());
    if questions.is_empty() {
        return None;
    }
    let is_priced = |question: &&usize| asked.costing.prices[**question].is_some();
    let priced = questions.iter().filter(is_priced).count();
    let count = fill(words.priced, &[&questions.len().to_string(), &priced.to_string()]);
    Some(html! {
        <details key={number} class="why">
            <summary>
                { title(view, page) }
                { " " }
                <span class="facts">{ count }</span>
            </summary>
            <div class="asked">
                { for questions.into_iter().map(|found| question(view, asked, found)) }
            </div>
        </details>
    })
}

fn question(view: &View, asked: &Asked, question: usize) -> Html {
    let words = &view.words.plan;
    let id = view.state.standard.questions[question].id.as_str();
    let taken = match asked.costing.prices[question] {
        Some(price) => fill(
            words.price_taken,
            &[&write_number(price.money), &write_number(price.months)],
        ),
        None => words.price_none.to_owned(),
    };
    html! {
        <fieldset key={id} class="question">
            <legend>{ view.question(question) }</legend>
            { price(view, asked, ["questions", id], [Field::Money(question), Field::Months(question)]) }
            <p class="facts">{ taken }</p>
        </fieldset>
    }
}

/// The fields for money and months at a path of the costs.
fn price(view: &View, asked: &Asked, [kind, id]: [&str; 2], [money, months]: [Field; 2]) -> Html {
    let words = &view.words.plan;
    html! {
        <div class="paper-fields">
            { number(view, asked, &[kind, id, "money"], money, words.money) }
            { number(view, asked, &[kind, id, "months"], months, words.months) }
        </div>
    }
}
