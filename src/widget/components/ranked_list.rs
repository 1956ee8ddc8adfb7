//! A long list of which the first entries matter most.

use super::super::context::View;
use crate::strings::fill;
use yew::{Html, html};

/// How many entries are shown at once.
const SHOWN: usize = 5;

/// A numbered list: the first five entries are shown, the others unfold.
pub fn ranked_list(view: &View, mut entries: Vec<Html>) -> Html {
    let folded = entries.split_off(SHOWN.min(entries.len()));
    html! {
        <>
            <ol class="missing">{ for entries }</ol>
            <details class="more" hidden={folded.is_empty()}>
                <summary>{ fill(view.words.missing_more, &[&folded.len().to_string()]) }</summary>
                <ol class="missing" start={(SHOWN + 1).to_string()}>{ for folded }</ol>
            </details>
        </>
    }
}
