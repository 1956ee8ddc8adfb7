//! A field for a line of text, and what belongs to it.

use yew::prelude::*;

/// Where it is said what is wrong in a field.
#[derive(Clone, Copy, Default)]
pub enum FieldError<'a> {
    /// The field takes everything.
    #[default]
    None,
    /// With the field; empty while nothing is wrong.
    Here(&'a str),
    /// In the fieldset around it; whether something is wrong.
    InFieldset(bool),
}

/// A field with its label, hint and error, tied together by ids, in the order in which they are read: label, hint, error,
/// control. What is not set is not there.
#[derive(Clone, Default)]
pub struct TextField<'a> {
    /// What the ids begin with: those of `-label`, `-hint`, `-error`, and of the `-legend` and `-error` of a fieldset.
    pub id: &'a str,
    /// What the id of the control ends with, where it is not `id` alone.
    pub control: Option<&'static str>,
    /// What kind of field, for the class: `number`.
    pub class: Option<&'static str>,
    /// The label.
    pub label: &'a str,
    /// Whether the legend of a fieldset asks what the field answers: it is read before the label.
    pub in_fieldset: bool,
    /// What helps before typing.
    pub hint: Option<&'a str>,
    /// What is wrong with what was typed.
    pub error: FieldError<'a>,
    /// The ids of what else is read after the name, with blanks between them; may be empty.
    pub described_by: &'a str,
    /// Whether it searches.
    pub search: bool,
    /// Whether it takes a date, as `2025-12-31`.
    pub date: bool,
    /// The keyboard of a telephone: `numeric`, `decimal`.
    pub keyboard: Option<&'static str>,
    /// How many letters at most.
    pub most: u32,
    /// What stands in it.
    pub value: &'a str,
    /// Takes each letter.
    pub oninput: Option<Callback<InputEvent>>,
    /// Takes the text when the field is left.
    pub onchange: Option<Callback<yew::Event>>,
}

impl TextField<'_> {
    fn part(&self, part: &str) -> String {
        [self.id, "-", part].concat()
    }

    /// The id of the control.
    fn control(&self) -> String {
        let id = self.control.map(|part| self.part(part));
        id.unwrap_or_else(|| self.id.to_owned())
    }

    fn is_faulty(&self) -> bool {
        matches!(self.error, FieldError::Here(text) if !text.is_empty())
            || matches!(self.error, FieldError::InFieldset(true))
    }

    /// The ids of what is read after the name of the control: the hint, and the error while there is one.
    fn description(&self) -> Option<String> {
        let hint = self.hint.map(|_| self.part("hint"));
        let error = self.is_faulty().then(|| self.part("error"));
        let more = (!self.described_by.is_empty()).then(|| self.described_by.to_owned());
        let parts: Vec<String> = [hint, more, error].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The field, known among its neighbours by its id.
    pub fn html(self) -> Html {
        let label = self.in_fieldset.then(|| self.part("label"));
        let name = self
            .in_fieldset
            .then(|| [self.part("legend"), self.part("label")].join(" "));
        let kind = match self {
            TextField { date: true, .. } => "date",
            TextField { search: true, .. } => "search",
            _ => "text",
        };
        html! {
            <div key={self.id} class={classes!("field", self.class)}>
                <label for={self.control()} id={label}>{ self.label }</label>
                { for self.hint.map(|hint| html! { <p class="hint" id={self.part("hint")}>{ hint }</p> }) }
                { for match self.error {
                    FieldError::Here(text) => Some(html! { <p class="error" id={self.part("error")} role="alert">{ text }</p> }),
                    _ => None,
                } }
                <input
                    type={kind}
                    inputmode={self.keyboard}
                    autocomplete="off"
                    maxlength={self.most.to_string()}
                    id={self.control()}
                    aria-labelledby={name}
                    aria-invalid={self.is_faulty().then_some("true")}
                    aria-describedby={self.description()}
                    value={self.value.to_owned()}
                    oninput={self.oninput.clone()}
                    onchange={self.onchange.clone()}
                />
            </div>
        }
    }
}
