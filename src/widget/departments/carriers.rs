//! The ways by which a part travels: file, link, code, and both as a picture.

use crate::answers::{Answers, Part};
use crate::exchange::{encode, link};
use crate::widget::components::{qr, tells};
use crate::widget::context::View;
use crate::widget::exchange::copied::ToCopy;
use crate::widget::exchange::save;
use crate::widget::props::{Event, Props};
use yew::{Html, html};

/// What is said of each way.
pub struct Said {
    /// The button for a file, and what is in it.
    pub file: [&'static str; 2],
    /// Of the link.
    pub link: &'static str,
    /// Of the code.
    pub code: &'static str,
}

/// The ways for these answers of a part. `department`: the one that it is handed to; without one, it is handed back.
pub fn carriers(
    view: &View,
    props: &Props,
    part: &Part,
    answers: &Answers,
    department: Option<String>,
    said: Said,
) -> Html {
    let words = &view.words.departments;
    let code = encode(&view.state.standard, answers);
    let address: &str = &props.host.address;
    let link = (!address.is_empty()).then(|| [address, "#readiness=", &code, &link(part)].concat());
    let field = |id, label, about, text: &str, copy| {
        let field = ToCopy {
            id,
            label,
            about,
            text,
            rows: (text.len() / 40 + 1).min(5) as u8,
            copy,
        };
        field.html(view, props)
    };
    html! {
        <div class="carriers">
            <div class="way">
                { tells("", said.file[0], props, Event::HandOut(department)) }
                <p class="hint">{ said.file[1] }</p>
                <div role="status">{ for save::handed_name(view, true) }</div>
                <div class="slot">{ save::handed(view, props, true) }</div>
            </div>
            <div class="slot">
                { for link.as_deref().map(|link| field("part-link", words.link, said.link, link, words.copy_link)) }
            </div>
            { field("part-code", words.code, said.code, &code, words.copy_code) }
            <details>
                <summary>{ words.drawn }</summary>
                { qr(link.as_deref().unwrap_or(&code), words.drawn) }
            </details>
        </div>
    }
}
