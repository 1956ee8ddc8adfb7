//! A text to copy.

use crate::widget::components::tells;
use crate::widget::context::View;
use crate::widget::props::{Event, Props};
use yew::{Html, html};

/// A text that is read and copied, in a field of its own: where copying is refused it is selected there.
pub struct ToCopy<'a> {
    /// The id of the field.
    pub id: &'static str,
    /// What it is called.
    pub label: &'a str,
    /// What is said of it.
    pub about: &'a str,
    /// The text.
    pub text: &'a str,
    /// How many lines of it are in view.
    pub rows: u8,
    /// What the button says.
    pub copy: &'a str,
}

impl ToCopy<'_> {
    /// The field with its button, and what came of it.
    pub fn html(&self, view: &View, props: &Props) -> Html {
        let words = &view.words.exchange;
        let about = [self.id, "-about"].concat();
        let copied = view.state.exchange.copied.as_ref();
        let said = match copied.filter(|(field, _)| field == self.id) {
            Some((_, true)) => words.copied,
            Some((_, false)) => words.copy_failed,
            None => "",
        };
        html! {
            <div key={self.id} class="to-copy">
                <label for={self.id}>{ self.label }</label>
                <p class="hint" id={about.clone()}>{ self.about }</p>
                <textarea
                    id={self.id}
                    readonly={true}
                    rows={self.rows.to_string()}
                    spellcheck="false"
                    autocapitalize="off"
                    aria-describedby={about}
                    value={self.text.to_owned()}
                />
                <div class="actions">
                    { tells("", self.copy, props, Event::Copy(self.id)) }
                    // It stays, so that what comes into it is said aloud.
                    <p class="facts" role="status">{ said }</p>
                </div>
            </div>
        }
    }
}
