//! The short code, and the link that carries it.

use super::copied::ToCopy;
use crate::exchange::encode;
use crate::widget::components::qr;
use crate::widget::context::View;
use crate::widget::props::Props;
use yew::{Html, html};

/// The group.
pub fn panel(view: &View, props: &Props) -> Html {
    let words = &view.words.exchange;
    let state = view.state;
    let code = encode(&state.standard, &state.draft.sheet.answers);
    let field = ToCopy {
        id: "short-code",
        label: words.code,
        about: words.code_about,
        text: &code,
        // Four or so groups of five characters stand in a line on a telephone.
        rows: (code.len() / 40 + 1).min(6) as u8,
        copy: words.copy_code,
    };
    let address: &str = &props.host.address;
    let link = (!address.is_empty()).then(|| [address, "#readiness=", &code].concat());
    html! {
        <section class="panel code">
            <h4 class="unseen">{ words.code }</h4>
            { field.html(view, props) }
            <div class="slot">{ for link.as_deref().map(|link| to_copy(link, view, props)) }</div>
            <details>
                <summary>{ words.drawn }</summary>
                <p class="hint">{ words.drawn_about }</p>
                { qr(link.as_deref().unwrap_or(&code), words.drawn) }
            </details>
        </section>
    }
}

fn to_copy(link: &str, view: &View, props: &Props) -> Html {
    let words = &view.words.exchange;
    let field = ToCopy {
        id: "code-link",
        label: words.link,
        about: words.link_about,
        text: link,
        rows: (link.len() / 40 + 1).min(5) as u8,
        copy: words.copy_link,
    };
    field.html(view, props)
}
