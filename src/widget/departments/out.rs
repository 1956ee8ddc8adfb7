//! Handing out parts, and handing one back.

use super::carriers::{Said, carriers};
use crate::answers::{MOST_NAME, Part, Way};
use crate::exchange::{Tally, handed_out};
use crate::strings::fill;
use crate::widget::action::{Action, Exchange, Focus};
use crate::widget::components::TextField;
use crate::widget::context::View;
use crate::widget::props::Props;
use crate::widget::questions::said::{department, who};
use yew::{Html, html};

/// The id of the fold with the departments.
const HAND_OUT: &str = Focus::HandOut.id();

/// The departments, each with how it stands and the ways to hand it its part. Nothing where the standard names none.
pub fn hand_out(view: &View, props: &Props) -> Html {
    let words = &view.words.departments;
    let standard = &view.state.standard;
    let departments = standard.departments.iter();
    let parts = departments.filter_map(|known| Part::of(standard, &known.id, Way::ToFill));
    let rows: Vec<Html> = parts.map(|part| row(view, props, &part)).collect();
    if rows.is_empty() || view.state.draft.sheet.part.is_some() {
        return Html::default();
    }
    html! {
        // Folded: the documents are what the place is for.
        <details
            class="panel hand-out screen-only"
            open={view.state.unfolded.iter().any(|id| id == HAND_OUT)}
            ontoggle={view.sends_fold(|open| Action::Unfold(HAND_OUT.to_owned(), open))}
        >
            <summary id={HAND_OUT}>{ words.hand_out }</summary>
            <p class="hint">{ words.hand_out_about }</p>
            <ul class="plain">{ for rows }</ul>
        </details>
    }
}

fn row(view: &View, props: &Props, part: &Part) -> Html {
    let words = &view.words.departments;
    let state = view.state;
    let answers = &state.draft.sheet.answers;
    let tally = Tally::of(&state.standard, part, answers, &state.assessment);
    let title = department(view, &part.department);
    let stands = fill(
        words.stands,
        &[&tally.questions.to_string(), &tally.open.to_string()],
    );
    let latest = tally.latest.as_ref();
    let said = latest.map(|latest| fill(words.said_count, &[&tally.said.to_string(), &who(view, latest)]));
    let open = state.exchange.department.as_deref() == Some(&part.department);
    let chosen = (!open).then(|| part.department.clone());
    let ways = || {
        let answers = handed_out(&state.standard, part, answers);
        let said = Said {
            file: [words.as_file, words.as_file_about],
            link: words.link_about,
            code: words.code_about,
        };
        carriers(view, props, part, &answers, Some(part.department.clone()), said)
    };
    html! {
        <li key={part.department.as_str()} class="hand-to">
            <div class="hand-to-head">
                <p>
                    <strong>{ title }</strong>
                    <span class="facts">{ stands }</span>
                    { for said.map(|said| html! { <span class="facts">{ said }</span> }) }
                </p>
                <button
                    type="button"
                    aria-expanded={if open { "true" } else { "false" }}
                    aria-label={fill(words.hand_to_whom, &[title])}
                    onclick={view.sends(Action::Exchange(Exchange::Department(chosen)))}
                >
                    { words.hand_to }
                </button>
            </div>
            <div class="slot">
                if open {
                    { ways() }
                }
            </div>
        </li>
    }
}

/// Handing back the part at hand; nothing where none is filled in.
pub fn hand_back(view: &View, props: &Props) -> Option<Html> {
    let words = &view.words.departments;
    let sheet = &view.state.draft.sheet;
    let part = sheet.part.as_ref()?;
    let filled = Part {
        state: Way::Filled,
        ..part.clone()
    };
    let name = TextField {
        id: "part-by",
        label: words.signed,
        hint: Some(words.signed_hint),
        most: MOST_NAME as u32,
        value: &part.by,
        oninput: Some(view.sends_text(|name| Action::Exchange(Exchange::Sign(name)))),
        ..TextField::default()
    };
    let said = Said {
        file: [words.back_file, words.back_file_about],
        link: words.back_link_about,
        code: words.back_code_about,
    };
    Some(html! {
        <section class="panel hand-back">
            <h4>{ fill(words.back_heading, &[department(view, &part.department)]) }</h4>
            <p class="hint">{ words.back_about }</p>
            { name.html() }
            { carriers(view, props, &filled, &sheet.answers, None, said) }
        </section>
    })
}
