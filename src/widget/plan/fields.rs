//! The fields of the screen. What is entered is kept at a path of the costs, as it was entered.

use crate::answers::Extra;
use crate::document::Node;
use crate::plan::{Asked, Field};
use crate::widget::action::Action;
use crate::widget::components::{FieldError, TextField};
use crate::widget::context::View;
use crate::widget::questions::question::fault_in_words;
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
    let typed = view.kept_text(Extra::Costs, path);
    let fault = asked.faults.iter().find(|(found, _)| *found == field);
    let error = match fault {
        Some((_, fault)) => [view.words.error_prefix, &fault_in_words(view, typed, *fault)].concat(),
        None => String::new(),
    };
    let path = owned(path);
    let field = TextField {
        id: &id,
        label,
        error: FieldError::Here(&error),
        keyboard: Some("decimal"),
        most: 40,
        value: typed,
        oninput: Some(view.sends_text(move |text| Action::KeepText(Extra::Costs, path.clone(), text))),
        ..TextField::default()
    };
    field.html()
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|key| (*key).to_owned()).collect()
}
