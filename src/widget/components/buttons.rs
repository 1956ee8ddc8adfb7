//! Buttons.

use crate::widget::props::{Event, Props};
use yew::prelude::*;

/// A button that says `words`; `class` may be empty.
pub fn button(class: &'static str, words: &str, onclick: Callback<MouseEvent>) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <button type="button" {class} {onclick}>{ words }</button> }
}

/// The one button of a screen that leads on. Pages style it by its part.
pub fn primary(words: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="primary" part="primary" {onclick}>{ words }</button> }
}

/// A button that tells the page of something.
pub fn tells(class: &'static str, words: &str, props: &Props, event: Event) -> Html {
    let on_event = props.on_event.clone();
    button(
        class,
        words,
        Callback::from(move |_| on_event.emit(event.clone())),
    )
}
