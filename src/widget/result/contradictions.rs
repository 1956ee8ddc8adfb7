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

fn contradiction(view: &View, found: Contradiction) -> Html {
    let standard = &view.state.standard;
    let questions = found.questions(standard);
    let (id, text, basis) = match found {
        Contradiction::Relation(index) => {
            let relation = &standard.relations[index];
            (&relation.id, view.text(&relation.text).to_owned(), None)
        }
        Contradiction::Rate(index) => {
            let given: Vec<String> = questions
                .iter()
                .flat_map(|question| [view.question(*question).to_owned(), view.answer(*question)])
                .collect();
            let given: Vec<&str> = given.iter().map(String::as_str).collect();
            let text = fill(view.words.contradiction_rate, &given);
            (&standard.rates[index].id, text, None)
        }
        Contradiction::Rule(index) => {
            let rule = &standard.rules[index];
            (&rule.id, view.text(&rule.text).to_owned(), Some(&rule.basis))
        }
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
