//! The fields of the screen. What is entered is kept at a path of the costs, as it was entered.

use crate::answers::Extra;
use crate::document::Node;
use crate::plan::{Asked, Field};
use crate::widget::action::Action;
use crate::widget::components::{FieldError, TextField};
use crate::widget::context::View;
use crate::widget::questions::question::fault_in_words;
use yew::{Html, html};

/// One choice among several; `value` is kept at `path` once it is made, and with it what `more` has.
pub fn choice_with(
    view: &View,
    path: &[&str],
    value: &str,
    checked: bool,
    text: &str,
    more: Vec<(Vec<String>, Option<Node>)>,
) -> Html {
    let mut kept = vec![(owned(path), Some(Node::text(value)))];
    kept.extend(more);
    let onchange = view.sends(Action::KeepAll(Extra::Costs, kept));
    html! {
        <label key={value} class="choice">
            <input type="radio" name={path.join("-")} {checked} {onchange} />
            <span class="choice-text">{ text }</span>
        </label>
    }
}

/// The same with nothing else to keep.
pub fn choice(view: &View, path: &[&str], value: &str, checked: bool, text: &str) -> Html {
    choice_with(view, path, value, checked, text, Vec::new())
}

/// A number, with what is wrong in it.
pub fn number(view: &View, asked: &Asked, path: &[&str], field: Field, label: &str) -> Html {
    let keep = owned(path);
    let keep = move |text| Action::KeepText(Extra::Costs, keep.clone(), text);
    number_with(
        view,
        asked,
        path,
        field,
        label,
        view.kept_text(Extra::Costs, path),
        keep,
    )
}

/// The same with `shown` in it, and what is made of what is typed.
pub fn number_with(
    view: &View,
    asked: &Asked,
    path: &[&str],
    field: Field,
    label: &str,
    shown: &str,
    keep: impl Fn(String) -> Action + 'static,
) -> Html {
    let id = format!("plan-{}", path.join("-"));
    let fault = asked.faults.iter().find(|(found, _)| *found == field);
    let error = match fault {
        Some((_, fault)) => [view.words.error_prefix, &fault_in_words(view, shown, *fault)].concat(),
        None => String::new(),
    };
    let field = TextField {
        id: &id,
        label,
        error: FieldError::Here(&error),
        keyboard: Some("decimal"),
        most: 40,
        value: shown,
        oninput: Some(view.sends_text(keep)),
        ..TextField::default()
    };
    field.html()
}

/// A path as it is kept.
pub fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|key| (*key).to_owned()).collect()
}
