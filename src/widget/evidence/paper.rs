//! One document: whether it is at hand, what it proves, who sees to it and by when. What is stated of it is kept for
//! every answer that it proves, as it is typed.

use crate::answers::Extra;
use crate::document::Node;
use crate::evidence::{Availability, EvidenceIndex, EvidenceItem, Paper};
use crate::strings::fill;
use crate::widget::action::Action;
use crate::widget::components::go_to_question;
use crate::widget::context::View;
use yew::{Html, InputEvent, classes, html};

impl View<'_> {
    /// The name of a document that proves an answer: in the language at hand where the data has it.
    pub fn paper<'b>(&'b self, question: usize, item: &EvidenceItem<'b>) -> &'b str {
        match item.listed {
            Some(place) => self.text(&self.state.standard.questions[question].evidence[place]),
            None => item.name,
        }
    }
}

/// The row of a document.
pub fn paper(view: &View, index: &EvidenceIndex, paper: &Paper) -> Html {
    let words = &view.words.evidence;
    let standard = &view.state.standard;
    let (claim, place) = paper.places[0];
    let question = index.claims[claim].question;
    let id = format!("paper-{}-{place}", standard.questions[question].id);
    let row = Row {
        view,
        paper,
        name_id: format!("{id}-name"),
        id,
        paths: paths(view, index, paper),
    };
    let partly = match paper.availability {
        Availability::NotStated => String::new(),
        _ if paper.stated_for == paper.places.len() => String::new(),
        _ => fill(words.stated_for, &[&paper.stated_for.to_string()]),
    };
    let done = !paper.is_wanted(index);
    html! {
        <div key={row.id.clone()} class={classes!("paper", done.then_some("done"))} role="group" aria-labelledby={row.name_id.clone()}>
            <span class="ticks">
                { row.tick(Availability::Have, words.have) }
                { row.tick(Availability::Missing, words.missing) }
            </span>
            <p class="paper-name">
                <strong id={row.name_id.clone()}>{ view.paper(question, &index.claims[claim].items[place]) }</strong>
                <span class="facts">{ partly }</span>
            </p>
            { proves(view, index, paper) }
            <div class="paper-who">
                { row.field("holder", "text", words.holder, paper.holder) }
                { row.field("due", "date", words.due, paper.due) }
                // Asked no more, but never hidden where it was stated.
                { for (!paper.date.is_empty()).then(|| row.field("date", "text", words.date, paper.date)) }
            </div>
        </div>
    }
}

/// Where the document is kept beside the answers: once for each answer that it proves, found again by its name there.
fn paths(view: &View, index: &EvidenceIndex, paper: &Paper) -> Vec<[String; 2]> {
    let path = |(claim, place): &(usize, usize)| {
        let claim = &index.claims[*claim];
        let id = &view.state.standard.questions[claim.question].id;
        [id.clone(), format!("paper={}", claim.items[*place].name)]
    };
    paper.places.iter().map(path).collect()
}

/// The answers that a document proves: the first question in a line, all with their answers folded under it.
fn proves(view: &View, index: &EvidenceIndex, paper: &Paper) -> Html {
    let words = &view.words.evidence;
    let questions = paper
        .places
        .iter()
        .map(|(claim, _)| index.claims[*claim].question);
    let first = index.claims[paper.places[0].0].question;
    let line = match paper.places.len() {
        1 => fill(words.proves, &[view.question(first)]),
        several => fill(
            words.proves_several,
            &[view.question(first), &(several - 1).to_string()],
        ),
    };
    let row = |question: usize| {
        html! {
            <li>
                { view.question(question) }
                { " " }
                <strong>{ view.answer(question) }</strong>
                { " " }
                { go_to_question(view, question) }
            </li>
        }
    };
    html! {
        <details class="proves">
            <summary>{ line }</summary>
            <ul>{ for questions.map(row) }</ul>
        </details>
    }
}

struct Row<'a> {
    view: &'a View<'a>,
    paper: &'a Paper<'a>,
    /// What ids begin with.
    id: String,
    /// The id of the name.
    name_id: String,
    /// Where the document is kept.
    paths: Vec<[String; 2]>,
}

impl Row<'_> {
    /// Where one statement on the document is kept.
    fn paths(&self, key: &str) -> Vec<Vec<String>> {
        let paths = self.paths.iter();
        paths
            .map(|[question, entry]| vec![question.clone(), entry.clone(), key.to_owned()])
            .collect()
    }

    /// A box that states one thing of the document, or takes that back.
    fn tick(&self, state: Availability, words: &'static str) -> Html {
        let paper = self.paper;
        let checked = paper.availability == state && paper.stated_for == paper.places.len();
        let paths = self.paths("state");
        let keep = move |on: bool| {
            let word = state.word().filter(|_| on).map(Node::text);
            keep_each(&paths, &word)
        };
        html! {
            <label class="tick">
                <input type="checkbox" {checked} onchange={self.view.sends_tick(keep)} />
                { words }
            </label>
        }
    }

    fn field(&self, key: &'static str, kind: &'static str, label: &'static str, value: &str) -> Html {
        let paths = self.paths(key);
        let keep = move |text: String| {
            let value = (!text.is_empty()).then(|| Node::text(&text));
            keep_each(&paths, &value)
        };
        let id = format!("{}-{key}", self.id);
        let label_id = format!("{id}-label");
        html! {
            <div class="paper-field">
                <label for={id.clone()} id={label_id.clone()}>{ label }</label>
                <input
                    type={kind}
                    id={id}
                    aria-labelledby={format!("{} {label_id}", self.name_id)}
                    autocomplete="off"
                    maxlength="200"
                    value={value.to_owned()}
                    oninput={self.view.sends_text::<InputEvent>(keep)}
                />
                <span class="print-only blank">{ value }</span>
            </div>
        }
    }
}

/// Keeps the same at each of these places.
fn keep_each(paths: &[Vec<String>], value: &Option<Node>) -> Action {
    let each = paths.iter().map(|path| (path.clone(), value.clone()));
    Action::KeepAll(Extra::Evidence, each.collect())
}
