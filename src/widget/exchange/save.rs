//! Saving as a file or as a table.

use super::copied::ToCopy;
use crate::exchange::Form;
use crate::strings::fill;
use crate::widget::components::tells;
use crate::widget::context::View;
use crate::widget::props::{Event, Props};
use yew::{Html, html};

/// The group.
pub fn panel(view: &View, props: &Props) -> Html {
    let words = &view.words.exchange;
    let save = |said, about, form| {
        html! {
            <div class="way">
                { tells("", said, props, Event::Save(form)) }
                <p class="hint">{ about }</p>
            </div>
        }
    };
    html! {
        <section class="panel">
            <h4>{ words.save }</h4>
            { save(words.save_file, words.save_file_about, Form::File) }
            { save(words.save_table, words.save_table_about, Form::Table) }
            <div role="status">{ for handed_name(view, false) }</div>
            <div class="slot">{ handed(view, props, false) }</div>
        </section>
    }
}

/// That a file was handed out, and under which name: the part of a department, or all.
pub fn handed_name(view: &View, is_part: bool) -> Option<Html> {
    let handed = view.state.exchange.handed.as_ref()?;
    let handed = Some(handed).filter(|handed| handed.is_part == is_part)?;
    let said = fill(view.words.exchange.handed, &[&handed.name]);
    Some(html! { <p key={said.clone()}>{ said }</p> })
}

/// Its text, for where nothing can be downloaded.
pub fn handed(view: &View, props: &Props, is_part: bool) -> Html {
    let words = &view.words.exchange;
    let handed = view.state.exchange.handed.as_ref();
    let Some(handed) = handed.filter(|handed| handed.is_part == is_part) else {
        return Html::default();
    };
    let text = ToCopy {
        id: "handed",
        label: &handed.name,
        about: words.handed_text,
        text: &handed.text,
        rows: 5,
        copy: words.copy,
    };
    html! {
        <details>
            <summary>{ words.handed_not }</summary>
            { text.html(view, props) }
        </details>
    }
}
