//! A field for a line of text, and what belongs to it.

use std::fmt::Display;
use yew::prelude::*;

/// Where it is said what is wrong in a field.
#[derive(Clone, Copy, Default)]
pub enum Error<'a> {
    /// The field takes everything.
    #[default]
    None,
    /// With the field; empty while nothing is wrong.
    Here(&'a str),
    /// In the element with this id, while something is wrong.
    At(&'a str),
}

/// A field with its label, hint and error: ids tie them together. What is not set is not there.
#[derive(Clone, Default)]
pub struct Field<'a> {
    /// The id of the control. Those of the label, the hint and the error begin with it.
    pub id: &'a str,
    /// What kind of text, for the class: `number`.
    pub class: Option<&'static str>,
    /// The label.
    pub label: &'a str,
    /// The id of what is read before the label: the legend of the question that the field answers.
    pub legend: Option<&'a str>,
    /// What helps before typing.
    pub hint: Option<&'a str>,
    /// What is wrong with what was typed.
    pub error: Error<'a>,
    /// A search; else a text.
    pub search: bool,
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

fn id_of(id: impl Display, part: &str) -> String {
    format!("{id}-{part}")
}

impl Field<'_> {
    /// The field for Yew, known among its neighbours by its id.
    pub fn html(self) -> Html {
        let Field { id, legend, .. } = self;
        let label_id = legend.map(|_| id_of(id, "label"));
        let labelled_by = legend.map(|legend| [legend, " ", &id_of(id, "label")].concat());
        let hint_id = self.hint.map(|_| id_of(id, "hint"));
        let own_error = id_of(id, "error");
        let faulty = match self.error {
            Error::None | Error::Here("") => None,
            Error::Here(_) => Some(own_error.clone()),
            Error::At(place) => Some(place.to_owned()),
        };
        let described_by = [&hint_id, &faulty].into_iter().flatten().cloned();
        let described_by = described_by.collect::<Vec<_>>().join(" ");
        let described_by = (!described_by.is_empty()).then_some(described_by);
        let error = match self.error {
            Error::Here(text) => html! { <p class="error" id={own_error} role="alert">{ text }</p> },
            _ => Html::default(),
        };
        html! {
            <div key={id} class={classes!("field", self.class)}>
                <label for={id.to_owned()} id={label_id}>{ self.label }</label>
                if let Some(hint) = self.hint {
                    <p class="hint" id={hint_id}>{ hint }</p>
                }
                <input
                    type={if self.search { "search" } else { "text" }}
                    inputmode={self.keyboard}
                    autocomplete="off"
                    maxlength={self.most.to_string()}
                    id={id.to_owned()}
                    aria-labelledby={labelled_by}
                    aria-invalid={faulty.is_some().then_some("true")}
                    aria-describedby={described_by}
                    value={self.value.to_owned()}
                    oninput={self.oninput}
                    onchange={self.onchange}
                />
                { error }
            </div>
        }
    }
}
