//! The start: what this is and is not, which edition, the scope, and the choice of track.

use super::state::{Action, Focus};
use super::view::View;
use crate::strings::fill;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The start.
pub fn start(view: &View) -> Html {
    let words = view.words;
    let state = view.state;
    let sheet = &state.draft.sheet;
    let begun = !sheet.answers.is_empty();
    html! {
        <section class="screen start" key="start">
            <h3 class="screen-title" id="heading" tabindex="-1">{ words.start_heading }</h3>
            <p class="lead">{ words.start_what }</p>
            <ul class="plain facts-list">
                <li>{ words.start_not }</li>
                <li>{ words.start_time }</li>
                <li>{ words.start_private }</li>
            </ul>
            { edition(view) }
            { tracks(view) }
            { scope(view) }
            <div class="actions">
                <button type="button" class="primary" onclick={view.on(Action::Begin)}>
                    { if begun { words.go_on } else { words.begin } }
                </button>
            </div>
        </section>
    }
}

fn edition(view: &View) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let later = standard.later.iter().map(|source| {
        let source = &standard.sources[*source];
        html! { <li>{ view.document(source) }</li> }
    });
    html! {
        <section class="panel">
            <h4>{ words.edition_heading }</h4>
            <p>{ view.document(&standard.sources[standard.source]) }</p>
            <p>{ view.text(&standard.standing) }</p>
            <details>
                <summary>{ words.edition_later }</summary>
                <ul>{ for later }</ul>
            </details>
            <p class="facts">{ fill(words.edition_known_until, &[&standard.known_until]) }</p>
        </section>
    }
}

fn tracks(view: &View) -> Html {
    let words = view.words;
    let state = view.state;
    let choice = |(index, track): (usize, &crate::standard::Track)| {
        let checked = state.draft.sheet.track_chosen && state.draft.sheet.answers.track == index;
        let pages = state.standard.pages(index);
        let count: usize = pages
            .iter()
            .map(|page| state.standard.questions_on(*page, index).len())
            .sum();
        html! {
            <label class="choice">
                <input type="radio" name="track" checked={checked}
                    aria-describedby={format!("about-{}", track.id)}
                    onchange={view.on(Action::ChooseTrack(index))} />
                <span class="choice-text">
                    <strong>{ view.text(&track.title) }</strong>
                    <span class="facts">{ fill(words.questions_count, &[&count.to_string()]) }</span>
                    <span class="hint" id={format!("about-{}", track.id)}>{ view.text(&track.about) }</span>
                </span>
            </label>
        }
    };
    let missing = state.track_missing;
    html! {
        <fieldset class={if missing { "question faulty" } else { "question" }} id={Focus::Track.id()} tabindex="-1"
            aria-describedby={missing.then_some("track-error")}>
            <legend>{ words.track_heading }</legend>
            <p class="error" id="track-error" role="alert">
                { if missing { format!("{}{}", words.error_prefix, words.track_needed) } else { String::new() } }
            </p>
            <div class="choices">{ for state.standard.tracks.iter().enumerate().map(choice) }</div>
            <details class="help">
                <summary>{ words.track_unsure }</summary>
                <p>{ words.track_unsure_body }</p>
            </details>
        </fieldset>
    }
}

fn scope(view: &View) -> Html {
    let words = view.words;
    let field = |key: &'static str, label: &'static str, hint: &'static str| {
        let act = view.act.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            act.emit(Action::Scope(
                key,
                event.target_unchecked_into::<HtmlInputElement>().value(),
            ));
        });
        html! {
            <div class="field">
                <label for={key}>{ label }</label>
                <p class="hint" id={format!("{key}-hint")}>{ hint }</p>
                <input type="text" id={key} autocomplete="off" maxlength="200" aria-describedby={format!("{key}-hint")}
                    value={view.state.draft.sheet.scope(key).to_owned()} {oninput} />
            </div>
        }
    };
    html! {
        <section class="panel">
            <h4>{ words.scope_heading }</h4>
            <p class="hint">{ words.scope_about }</p>
            { field("plant", words.scope_plant, words.scope_plant_hint) }
            { field("figuresAsOf", words.scope_as_of, words.scope_as_of_hint) }
        </section>
    }
}
