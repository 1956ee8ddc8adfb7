//! The result on paper: the names that stand on it, and the button that prints.

use super::super::action::Action;
use super::super::components::TextField;
use super::super::context::View;
use super::super::props::{Event, Props};
use crate::strings::fill;
use yew::{Html, html};

/// The names as they stand on the paper.
pub fn names(view: &View) -> Html {
    let words = [view.words.printed_firm, view.words.printed_name];
    html! {
        <div class="print-only">
            for (words, name) in words.into_iter().zip(&view.state.signed) {
                <p>{ if name.is_empty() { String::new() } else { fill(words, &[name]) } }</p>
            }
        </div>
    }
}

/// Fields for the names, and the button that prints.
pub fn panel(view: &View, props: &Props) -> Html {
    let words = view.words;
    let print = props.on_event.reform(|_| Event::Print);
    html! {
        <section class="panel screen-only">
            <h4>{ words.print_heading }</h4>
            <p class="hint">{ words.print_about }</p>
            { name_field(view, 0, "print-firm", words.print_firm) }
            { name_field(view, 1, "print-name", words.print_name) }
            <button class="primary" type="button" part="primary" onclick={print}>{ words.print }</button>
        </section>
    }
}

/// A field for a name on the paper, by its place in [`super::super::State::signed`].
fn name_field(view: &View, which: usize, id: &'static str, label: &'static str) -> Html {
    let field = TextField {
        id,
        label,
        most: 100,
        value: &view.state.signed[which],
        oninput: Some(view.sends_text(move |name| Action::Sign(which, name))),
        ..TextField::default()
    };
    field.html()
}
