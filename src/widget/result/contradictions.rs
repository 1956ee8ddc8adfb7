//! Answers that contradict each other, and what was typed that is no answer.

use super::super::components::go_to_question;
use super::super::context::View;
use super::super::questions::question::error;
use crate::answers::TypedFault;
use crate::assess::Contradiction;
use crate::strings::fill;
use yew::{Html, html};

/// What has to be put right before the result can be relied on; nothing where nothing has to.
pub fn panel(view: &View) -> Option<Html> {
    let words = view.words;
    let contradictions = &view.state.assessment.contradictions;
    let faults = faults(view);
    if contradictions.is_empty() && faults.is_empty() {
        return None;
    }
    let count = (contradictions.len() + faults.len()).to_string();
    Some(html! {
        <details class="contradictions">
            <summary>{ fill(words.result.to_check, &[&count]) }</summary>
            <p>{ if faults.is_empty() { "" } else { words.errors_left } }</p>
            <ul class="plain">
                for (question, fault) in faults {
                    <li key={question}>
                        { view.question(question) }{ " " }
                        <strong>{ error(view, question, fault) }</strong>{ " " }
                        { go_to_question(view, question) }
                    </li>
                }
            </ul>
            <p>{ if contradictions.is_empty() { "" } else { words.contradictions_about } }</p>
            <ul class="plain">
                for found in contradictions {
                    { contradiction(view, *found) }
                }
            </ul>
        </details>
    })
}

/// The questions that are asked and whose fields hold something that is no answer.
fn faults(view: &View) -> Vec<(usize, TypedFault)> {
    let state = view.state;
    let typed = state.draft.sheet.typed.questions();
    let asked = typed.filter(|question| state.assessment.states[*question].is_asked());
    let faults = asked.filter_map(|question| Some((question, state.typed_fault(question)?)));
    faults.collect()
}

/// All contradictions in a line, for the report; nothing where there is none.
pub fn in_words(view: &View) -> String {
    let contradictions = &view.state.assessment.contradictions;
    let words: Vec<String> = contradictions.iter().map(|found| said(view, *found)).collect();
    match words.is_empty() {
        true => String::new(),
        false => [view.words.contradictions_about, " ", &words.join(" ")].concat(),
    }
}

/// What is wrong with some answers, in words.
fn said(view: &View, found: Contradiction) -> String {
    let standard = &view.state.standard;
    match found {
        Contradiction::Relation(index) => view.text(&standard.relations[index].text).to_owned(),
        Contradiction::Rate(_) => {
            let questions = found.questions(standard);
            let given = questions.iter();
            let given =
                given.flat_map(|question| [view.question(*question).to_owned(), view.answer(*question)]);
            let given: Vec<String> = given.collect();
            let given: Vec<&str> = given.iter().map(String::as_str).collect();
            fill(view.words.contradiction_rate, &given)
        }
        Contradiction::Rule(index) => view.text(&standard.rules[index].text).to_owned(),
    }
}

fn contradiction(view: &View, found: Contradiction) -> Html {
    let standard = &view.state.standard;
    let questions = found.questions(standard);
    let text = said(view, found);
    let (id, basis) = match found {
        Contradiction::Relation(index) => (&standard.relations[index].id, None),
        Contradiction::Rate(index) => (&standard.rates[index].id, None),
        Contradiction::Rule(index) => (&standard.rules[index].id, Some(&standard.rules[index].basis)),
    };
    html! {
        <li key={&**id}>
            <div>
                { text }
                if let Some(basis) = basis {
                    { view.basis(basis) }
                }
            </div>
            <ul>
                for question in questions {
                    <li key={question}>
                        { view.question(question) }{ " " }
                        <strong>{ view.answer(question) }</strong>{ " " }
                        { go_to_question(view, question) }
                    </li>
                }
            </ul>
        </li>
    }
}
