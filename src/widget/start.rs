//! The start: what this is and is not, which edition, the scope, and the choice of track.

use super::action::{Action, Focus};
use super::components::{TextField, primary};
use super::context::View;
use super::props::Host;
use crate::answers::Extra;
use crate::standard::Track;
use crate::strings::fill;
use yew::prelude::*;

/// The start.
pub fn start(view: &View, host: &Host) -> Html {
    let words = view.words;
    let begun = !view.state.draft.sheet.answers.is_empty();
    let begin = if begun { words.go_on } else { words.begin };
    html! {
        <section key="start" class="screen start">
            { view.heading(words.start_heading) }
            <p class="lead">{ words.start_what }</p>
            <ul class="plain facts-list">
                <li>{ words.start_not }</li>
                <li>{ words.start_time }</li>
                <li>{ words.start_private }</li>
            </ul>
            { edition(view) }
            { tracks(view, host) }
            { scope(view) }
            <div class="actions">{ primary(begin, view.sends(Action::Begin)) }</div>
        </section>
    }
}

fn edition(view: &View) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let later = standard.later.iter().zip(&standard.later_basis);
    let later = later.map(|(source, basis)| {
        let basis = basis.as_ref().map(|basis| view.basis(basis));
        view.document_item(&standard.sources[*source], basis.unwrap_or_default())
    });
    html! {
        <section class="panel">
            <h4>{ words.edition_heading }</h4>
            { view.document("", &standard.sources[standard.source]) }
            <p>{ view.text(&standard.standing) }</p>
            <details>
                <summary>{ words.edition_later }</summary>
                <ul class="sources">{ for later }</ul>
            </details>
            <p class="facts">{ fill(words.edition_known_until, &[&standard.known_until]) }</p>
        </section>
    }
}

fn tracks(view: &View, host: &Host) -> Html {
    let words = view.words;
    let missing = view.state.track_missing;
    let error = if missing {
        [words.error_prefix, words.track_needed].concat()
    } else {
        String::new()
    };
    let tracks = view.state.standard.tracks.iter().enumerate();
    let tracks = tracks.filter(|(index, _)| host.track.is_none_or(|only| only == *index));
    html! {
        <fieldset
            class={classes!("question", missing.then_some("faulty"))}
            id={Focus::Track.id()}
            tabindex="-1"
            aria-describedby={missing.then_some("track-error")}
        >
            <legend>{ words.track_heading }</legend>
            <p class="error" id="track-error" role="alert">{ error }</p>
            <div class="choices">{ for tracks.map(|(index, track)| choice(view, index, track)) }</div>
            <details class="help">
                <summary>{ words.track_unsure }</summary>
                <p>{ words.track_unsure_body }</p>
            </details>
        </fieldset>
    }
}

fn choice(view: &View, index: usize, track: &Track) -> Html {
    let state = view.state;
    let checked = state.draft.sheet.track_chosen && state.draft.sheet.answers.track == index;
    let pages = state.standard.pages(index);
    let questions = pages.iter().map(|page| state.standard.questions_on(*page, index));
    let count: usize = questions.map(|questions| questions.len()).sum();
    let about = ["about-", track.id.as_str()].concat();
    html! {
        <label key={track.id.as_str()} class="choice">
            <input
                type="radio"
                name="track"
                aria-describedby={about.clone()}
                {checked}
                onchange={view.sends(Action::ChooseTrack(index))}
            />
            <span class="choice-text">
                <strong>{ view.text(&track.title) }</strong>
                <span class="facts">{ fill(view.words.questions_count, &[&count.to_string()]) }</span>
                <span class="hint" id={about}>{ view.text(&track.about) }</span>
            </span>
        </label>
    }
}

fn scope(view: &View) -> Html {
    let words = view.words;
    html! {
        <section class="panel">
            <h4>{ words.scope_heading }</h4>
            <p class="hint">{ words.scope_about }</p>
            { field(view, "plant", words.scope_plant, words.scope_plant_hint) }
            { field(view, "figuresAsOf", words.scope_as_of, words.scope_as_of_hint) }
        </section>
    }
}

/// A field of the profile, kept under `key`.
fn field(view: &View, key: &'static str, label: &str, hint: &str) -> Html {
    let keep = move |text| Action::KeepText(Extra::Profile, vec![key.to_owned()], text);
    let field = TextField {
        id: key,
        label,
        hint: Some(hint),
        most: 200,
        value: view.kept_text(Extra::Profile, &[key]),
        oninput: Some(view.sends_text(keep)),
        ..TextField::default()
    };
    field.html()
}
