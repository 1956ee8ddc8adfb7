//! What is asked for the report, and the button that prints it.

use super::super::action::Action;
use super::super::components::{TextField, primary};
use super::super::context::View;
use super::super::props::{Event, Props};
use crate::answers::Extra;
use crate::strings::fill;
use yew::{Callback, Html, html};

/// Fields for what stands in the head of the report, its annexes, and the button that prints.
pub fn panel(view: &View, props: &Props) -> Html {
    let words = &view.words.report;
    let print: Callback<_> = props.on_event.reform(|_| Event::Print);
    html! {
        <section class="panel print">
            <h4>{ words.heading }</h4>
            <p class="hint">{ words.about }</p>
            <div class="paper-fields">
                { name_field(view, 0, "print-firm", words.firm) }
                { plant(view) }
                { figures_as_of(view) }
                { name_field(view, 1, "print-name", words.name) }
            </div>
            <fieldset class="plain-set">
                <legend>{ words.annexes }</legend>
                { annex(view, 0, words.annex_evidence) }
                { annex(view, 1, words.annex_sources) }
            </fieldset>
            { primary(view.words.print, print) }
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

/// Keeps what is typed under a key of the profile.
fn keeps(key: &'static str) -> impl Fn(String) -> Action {
    move |text| Action::KeepText(Extra::Profile, vec![key.to_owned()], text)
}

fn plant(view: &View) -> Html {
    let field = TextField {
        id: "plant",
        label: view.words.sheet.plant,
        most: 200,
        value: view.kept_text(Extra::Profile, &["plant"]),
        oninput: Some(view.sends_text(keeps("plant"))),
        ..TextField::default()
    };
    field.html()
}

/// The date of the figures. What was typed as a text in former releases is shown until a date takes its place.
fn figures_as_of(view: &View) -> Html {
    let words = &view.words.report;
    let kept = view.kept_text(Extra::Profile, &["figuresAsOf"]);
    let is_date = kept.is_empty() || is_date(kept);
    let before = fill(words.figures_before, &[kept]);
    let field = TextField {
        id: "figuresAsOf",
        label: view.words.sheet.figures_as_of,
        hint: (!is_date).then_some(&before),
        date: true,
        most: 10,
        value: if is_date { kept } else { "" },
        oninput: Some(view.sends_text(keeps("figuresAsOf"))),
        ..TextField::default()
    };
    field.html()
}

/// Whether a text is written as a field for dates writes it: `2025-12-31`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [year, month, day] if year.len() >= 4 && month.len() == 2 && day.len() == 2)
        && parts.iter().all(|part| digits(part))
}

fn annex(view: &View, which: usize, words: &str) -> Html {
    html! {
        <label key={which} class="choice">
            <input
                type="checkbox"
                checked={view.state.annexes[which]}
                onchange={view.sends_tick(move |on| Action::Annex(which, on))}
            />
            <span class="choice-text">{ words }</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn a_date_is_told_from_what_was_typed_before() {
        assert!(is_date("2025-12-31") && is_date("12025-01-01"));
        for text in [
            "",
            "去年年底",
            "2025-12",
            "2025年12月31日",
            "31 December 2025",
            "2025-1-1",
            "a025-12-31",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }
}
