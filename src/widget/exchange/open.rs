//! Opening: a file that is chosen or dropped, or a text that is pasted.

use crate::widget::components::primary;
use crate::widget::context::{Context, View};
use crate::widget::props::{Event, Props};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The group.
pub fn panel(_: &View, props: &Props) -> Html {
    html! { <Panel on_event={props.on_event.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct PanelProps {
    on_event: Callback<Event>,
}

/// What is pasted stays in its field: it may be a whole file, and is read when it is opened.
#[component]
fn Panel(props: &PanelProps) -> Html {
    let field = use_node_ref();
    let Some(Context { words, .. }) = use_context::<Context>() else {
        return Html::default();
    };
    let words = &words.exchange;
    let open = {
        let (field, on_event) = (field.clone(), props.on_event.clone());
        Callback::from(move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                on_event.emit(Event::Open(field.value()));
            }
        })
    };
    html! {
        // The element reads what is chosen or dropped here: see www/element/carry.js.
        <section class="panel group drop">
            <h4>{ words.open }</h4>
            <p class="hint">{ words.open_about }</p>
            <div class="way">
                <label for="open-file">{ words.choose }</label>
                <input id="open-file" type="file" aria-describedby="open-drop" />
                <p class="hint" id="open-drop">{ words.drop }</p>
            </div>
            <div class="way">
                <label for="open-text">{ words.paste }</label>
                <textarea
                    id="open-text"
                    ref={field}
                    rows="3"
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                />
                { primary(words.open_pasted, open) }
            </div>
        </section>
    }
}
