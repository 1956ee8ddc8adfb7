//! The fields of the screen. What is entered is kept at a path of the costs, as it was entered.

use crate::answers::Extra;
use crate::document::Node;
use crate::plan::{Asked, Field};
use crate::widget::context::View;
use crate::widget::questions::question::fault_in_words;
use crate::widget::state::Action;
use yew::{Html, html};

/// One choice among several; `value` is kept once it is made.
pub fn choice(view: &View, path: &[&str], value: &str, checked: bool, text: &str, hint: &str) -> Html {
    let onchange = view.sends(Action::Keep(Extra::Costs, owned(path), Some(Node::text(value))));
    html! {
        <label key={value} class="choice">
            <input type="radio" name={path.join("-")} {checked} {onchange} />
            <span class="choice-text">
                { text }
                <span class="hint">{ hint }</span>
            </span>
        </label>
    }
}

/// A number, with what is wrong in it.
pub fn number(view: &View, asked: &Asked, path: &[&str], field: Field, label: &str) -> Html {
    let id = format!("plan-{}", path.join("-"));
    let error_id = format!("{id}-error");
    let typed = view.kept_text(Extra::Costs, path);
    let fault = asked.faults.iter().find(|(found, _)| *found == field);
    let error = match fault {
        Some((_, fault)) => [view.words.error_prefix, &fault_in_words(view, typed, *fault)].concat(),
        None => String::new(),
    };
    let path = owned(path);
    html! {
        <div key={id.as_str()} class="field">
            <label for={id.clone()}>{ label }</label>
            <input
                type="text"
                inputmode="decimal"
                id={id}
                autocomplete="off"
                maxlength="40"
                aria-invalid={fault.map(|_| "true")}
                aria-describedby={fault.map(|_| error_id.clone())}
                value={typed.to_owned()}
                oninput={view.sends_text(move |text| Action::KeepText(Extra::Costs, path.clone(), text))}
            />
            <p class="error" id={error_id} role="alert">{ error }</p>
        </div>
    }
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|key| (*key).to_owned()).collect()
}
