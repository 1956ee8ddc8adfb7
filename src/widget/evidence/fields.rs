//! Where a firm states of each document whether it is at hand, who holds it and of which date it is. What is typed is
//! kept as it is typed.

use super::item;
use crate::answers::Extra;
use crate::document::Node;
use crate::evidence::{Availability, Claim, EvidenceIndex, EvidenceItem};
use crate::standard::Page;
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::components::TextField;
use crate::widget::components::go_to_question;
use crate::widget::context::View;
use crate::widget::questions::title;
use yew::{Html, html};

/// Every answer that claims something, by the pages of the questionnaire, folded.
pub fn fields(view: &View, index: &EvidenceIndex) -> Html {
    let words = &view.words.evidence;
    let pages = view.state.standard.pages(view.state.draft.sheet.answers.track);
    html! {
        <section class="panel screen-only">
            <h4>{ words.fields_heading }</h4>
            if index.claims.is_empty() {
                <p>{ words.fields_nothing }</p>
            } else {
                <p class="hint">{ words.fields_about }</p>
                <div>
                    { for pages.into_iter().enumerate().filter_map(|(number, found)| page(view, index, number, found)) }
                </div>
            }
        </section>
    }
}

/// The claims of a page; none where there are none.
fn page(view: &View, index: &EvidenceIndex, number: usize, page: Page) -> Option<Html> {
    let is_on_page = |claim: &&Claim| view.state.standard.page_of(claim.question) == page;
    let claims: Vec<&Claim> = index.claims.iter().filter(is_on_page).collect();
    if claims.is_empty() {
        return None;
    }
    let proven = claims.iter().filter(|claim| claim.is_proven()).count();
    let count = fill(
        view.words.evidence.page_count,
        &[&claims.len().to_string(), &proven.to_string()],
    );
    Some(html! {
        <details key={number} class="why">
            <summary>
                { title(view, page) }
                { " " }
                <span class="facts">{ count }</span>
            </summary>
            <div class="asked">
                { for claims.into_iter().map(|found| claim(view, found)) }
            </div>
        </details>
    })
}

fn claim(view: &View, claim: &Claim) -> Html {
    let question = &view.state.standard.questions[claim.question];
    html! {
        <fieldset key={question.id.as_str()} class="question">
            <legend>{ view.text(&question.text) }</legend>
            <p>
                { view.words.why_answer }
                { " " }
                <strong>{ view.answer(claim.question) }</strong>
                { " " }
                { go_to_question(view, claim.question) }
            </p>
            for (place, found) in claim.items.iter().enumerate() {
                { document(view, claim.question, place, found) }
            }
        </fieldset>
    }
}

fn document(view: &View, question: usize, place: usize, found: &EvidenceItem) -> Html {
    let words = &view.words.evidence;
    let question_id = &view.state.standard.questions[question].id;
    // The entry is found again by the name that it is kept under.
    let entry = format!("paper={}", found.name);
    let field = Field {
        view,
        id: format!("paper-{question_id}-{place}"),
        path: [question_id, &entry],
    };
    let name_id = format!("{}-name", field.id);
    html! {
        <div key={field.id.as_str()} class="paper" role="group" aria-labelledby={name_id.clone()}>
            <p id={name_id}><strong>{ item::name(view, question, found) }</strong></p>
            <div class="choices paper-state">
                { field.choice(found, Availability::Have) }
                { field.choice(found, Availability::Missing) }
                { field.choice(found, Availability::NotStated) }
            </div>
            <div class="paper-fields">
                { field.text("holder", words.holder, found.holder) }
                { field.text("date", words.date, found.date) }
            </div>
        </div>
    }
}

/// The fields of one document.
struct Field<'a> {
    view: &'a View<'a>,
    /// What their ids begin with.
    id: String,
    /// Where the document is kept beside the answers.
    path: [&'a str; 2],
}

impl Field<'_> {
    /// Where one statement on the document is kept.
    fn path(&self, key: &str) -> Vec<String> {
        let [question, entry] = self.path;
        [question, entry, key].map(str::to_owned).to_vec()
    }

    fn choice(&self, found: &EvidenceItem, choice: Availability) -> Html {
        let view = self.view;
        let text = match choice {
            Availability::NotStated => view.words.evidence.not_said,
            stated => item::availability(view, stated),
        };
        let keep = Action::Keep(Extra::Evidence, self.path("state"), choice.word().map(Node::text));
        html! {
            <label class="choice">
                <input
                    type="radio"
                    name={self.id.clone()}
                    checked={found.availability == choice}
                    onchange={view.sends(keep)}
                />
                <span class="choice-text">{ text }</span>
            </label>
        }
    }

    fn text(&self, key: &str, label: &str, value: &str) -> Html {
        let id = format!("{}-{key}", self.id);
        let path = self.path(key);
        let keep = move |text| Action::KeepText(Extra::Evidence, path.clone(), text);
        let field = TextField {
            id: &id,
            label,
            most: 200,
            value,
            oninput: Some(self.view.sends_text(keep)),
            ..TextField::default()
        };
        field.html()
    }
}
