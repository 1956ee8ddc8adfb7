//! Which part it is that arrived: a code, a table or a file of an earlier release names no department.

use crate::answers::{Part, Way};
use crate::widget::action::{Action, Exchange};
use crate::widget::components::button;
use crate::widget::context::View;
use yew::{Html, html};

/// The question, folded: most of what arrives is no part.
pub fn ask(view: &View) -> Option<Html> {
    let words = &view.words.departments;
    let state = view.state;
    let departments = &state.standard.departments;
    if departments.is_empty() {
        return None;
    }
    let chosen = state.exchange.department.as_deref();
    let choices = departments.iter().map(|known| {
        let action = Exchange::Department(Some(known.id.clone()));
        html! {
            <label key={known.id.as_str()} class="choice">
                <input
                    type="radio"
                    name="part-of"
                    value={known.id.clone()}
                    checked={chosen == Some(&known.id)}
                    onchange={view.sends(Action::Exchange(action))}
                />
                <span class="choice-text">{ view.text(&known.title) }</span>
            </label>
        }
    });
    let ways = [(words.ask_fill, Way::ToFill), (words.ask_filled, Way::Filled)];
    let ways = ways.into_iter().filter_map(|(said, way)| {
        let part = Part::of(&state.standard, chosen?, way)?;
        Some(button(
            "",
            said,
            view.sends(Action::Exchange(Exchange::Name(part))),
        ))
    });
    let hint = chosen.is_none().then_some(words.ask_first);
    Some(html! {
        <details class="which-part">
            <summary>{ words.ask }</summary>
            <p class="hint" id="part-of-hint">{ words.ask_about }</p>
            <fieldset class="plain-set" aria-describedby="part-of-hint">
                <legend>{ words.part }</legend>
                { for choices }
            </fieldset>
            <p class="hint">{ hint }</p>
            <div class="actions">{ for ways }</div>
        </details>
    })
}
