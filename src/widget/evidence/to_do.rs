//! Who has to find out or get what.

use super::item;
use crate::evidence::{EvidenceIndex, Task, ToDo, ToDoList, to_do};
use crate::strings::fill;
use crate::widget::components::go_to_question;
use crate::widget::context::View;
use yew::{Html, html};

/// The to-do lists of the departments.
pub fn to_do_lists(view: &View, index: &EvidenceIndex) -> Html {
    let words = &view.words.evidence;
    let lists = to_do(&view.state.standard, &view.state.assessment, index);
    html! {
        <section class="panel to-do">
            <h4>{ words.to_do_heading }</h4>
            if lists.is_empty() {
                <p>{ words.to_do_nothing }</p>
            } else {
                <p class="hint">{ words.to_do_about }</p>
                for list in &lists {
                    { department(view, index, list) }
                }
            }
        </section>
    }
}

fn department(view: &View, index: &EvidenceIndex, list: &ToDoList) -> Html {
    let words = &view.words.evidence;
    let title = match list.department {
        Some(department) => view.text(&view.state.standard.departments[department].title),
        None => words.no_department,
    };
    html! {
        <article key={title} class="condition">
            <h5>
                { title }
                <span class="facts">{ fill(words.to_do_count, &[&list.entries.len().to_string()]) }</span>
            </h5>
            <ul class="plain">
                { for list.entries.iter().map(|to_do| entry(view, index, to_do)) }
            </ul>
        </article>
    }
}

fn entry(view: &View, index: &EvidenceIndex, to_do: &ToDo) -> Html {
    // What is answered already needs no way to its question.
    let is_open = matches!(to_do.task, Task::Answer | Task::FindOut);
    html! {
        <li>
            <strong>{ task_in_words(view, index, to_do) }</strong>
            <span class="facts">{ view.question(to_do.question) }</span>
            { " " }
            if is_open {
                { go_to_question(view, to_do.question) }
            }
        </li>
    }
}

fn task_in_words(view: &View, index: &EvidenceIndex, to_do: &ToDo) -> String {
    let words = &view.words.evidence;
    match to_do.task {
        Task::Answer => words.do_answer.to_owned(),
        Task::FindOut => words.do_find_out.to_owned(),
        Task::LookForItems { claim } => {
            let items = index.claims[claim].items.iter();
            let names: Vec<&str> = items.map(|item| item::name(view, to_do.question, item)).collect();
            fill(words.do_look_for, &[&names.join(words.between_papers)])
        }
        Task::GetItem { claim, item } => {
            let item = &index.claims[claim].items[item];
            let mut get = fill(words.do_get, &[item::name(view, to_do.question, item)]);
            if !item.holder.is_empty() {
                get.push_str(&fill(words.do_get_from, &[item.holder]));
            }
            get
        }
    }
}
