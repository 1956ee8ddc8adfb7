//! Who gave an answer, where a department handed it in.

use crate::answers::Said;
use crate::strings::fill;
use crate::widget::context::View;
use yew::prelude::*;

/// A quiet line under a question; nothing where the visitor answered it, or nobody.
pub fn said(view: &View, question: usize) -> Option<Html> {
    let said = view.state.draft.sheet.answers.said(question)?;
    let text = fill(view.words.departments.given_by, &[&who(view, said)]);
    Some(html! { <p class="facts given-by">{ text }</p> })
}

/// A department by its id; the id itself where the standard has no such department.
pub fn department<'a>(view: &'a View, id: &'a str) -> &'a str {
    let mut departments = view.state.standard.departments.iter();
    let found = departments.find(|department| department.id == id);
    found.map_or(id, |department| view.text(&department.title))
}

/// Who said it, and on which day, where that is known.
pub fn who(view: &View, said: &Said) -> String {
    let words = &view.words.departments;
    let department = department(view, &said.department);
    let who = match said.by.as_str() {
        "" => department.to_owned(),
        by => fill(words.who, &[department, by]),
    };
    match said.date.get(..10) {
        Some(day) => fill(words.who_when, &[&who, day]),
        None => who,
    }
}

/// The answers that departments gave, for the report; nothing where there are none.
pub fn annex(view: &View) -> Html {
    let words = &view.words.departments;
    let answers = &view.state.draft.sheet.answers;
    let all = 0..view.state.standard.questions.len();
    let rows = all.filter_map(|question| Some((question, answers.get(question)?, answers.said(question)?)));
    let rows: Vec<Html> = rows
        .map(|(question, answer, said)| {
            html! {
                <tr key={view.state.standard.questions[question].id.as_str()}>
                    <th scope="row">{ view.question(question) }</th>
                    <td>{ view.said(question, answer) }</td>
                    <td>{ who(view, said) }</td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    let head = [view.words.question, words.answer, words.given_by_whom];
    html! {
        <section class="who-answered">
            <h4>{ words.annex }</h4>
            <table>
                <thead><tr>{ for head.map(|words| html! { <th scope="col">{ words }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}
