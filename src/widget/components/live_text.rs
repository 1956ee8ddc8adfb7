//! Texts that change while they are shown.

use yew::prelude::*;

/// A text whose element is made anew with it. A page translator takes text nodes away from under Yew, and what is left
/// must not go on saying something old.
pub fn live_text(text: &str) -> Html {
    html! { <span key={text}>{ text }</span> }
}

/// The same for what stands beside the main thing.
pub fn live_facts(text: &str) -> Html {
    html! { <span key={text} class="facts">{ text }</span> }
}
