//! The effects of the transformation: each figure before and after it, and the change.

use super::super::context::View;
use super::super::questions::{improvement, improvement_working};
use crate::answers::{Answer, write_number};
use crate::standard::Effect;
use yew::{Html, html};

pub fn panel(view: &View) -> Html {
    let words = view.words;
    let effects = &view.state.standard.effects;
    html! {
        <section class="panel" hidden={effects.is_empty()}>
            <h4>{ words.effects_heading }</h4>
            <p class="hint">{ words.effects_about }</p>
            <table class="effects">
                { view.table_head([words.effect, words.before, words.after, words.change]) }
                <tbody>
                    for (index, effect) in effects.iter().enumerate() {
                        { row(view, index, effect) }
                    }
                </tbody>
            </table>
            <details>
                <summary>{ words.effect_references }</summary>
                for effect in effects {
                    <div key={&*effect.id}>
                        <h5>{ view.text(&effect.title) }</h5>
                        { view.references(&effect.references) }
                    </div>
                }
            </details>
        </section>
    }
}

fn row(view: &View, index: usize, effect: &Effect) -> Html {
    html! {
        <tr key={&*effect.id}>
            <th scope="row">
                { view.text(&effect.title) }
                { view.basis(&effect.basis) }
            </th>
            <td data-label={view.words.before}>{ figure(view, effect.before) }</td>
            <td data-label={view.words.after}>{ figure(view, effect.after) }</td>
            <td data-label={view.words.change}>
                { improvement(view, index) }
                <p class="facts">{ improvement_working(view, effect) }</p>
            </td>
        </tr>
    }
}

/// A figure as it was given, without its unit; where there is none, why.
fn figure(view: &View, question: usize) -> String {
    match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Number(number)) => write_number(*number),
        _ => view.answer(question),
    }
}
