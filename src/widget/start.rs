//! The start: what one gets, the choice of track, which starts, and what is known of the edition.

use super::action::Action;
use super::context::View;
use super::props::Host;
use crate::standard::{Page, Track};
use crate::strings::fill;
use yew::prelude::*;

/// The start.
pub fn start(view: &View, host: &Host) -> Html {
    let words = view.words;
    html! {
        <section key="start" class="screen start">
            { view.heading(words.start_heading) }
            <div class="lead">{ what_one_gets(view) }</div>
            { tracks(view, host) }
            <div class="terms">
                <details>
                    <summary>{ words.start_private }</summary>
                    <p>{ words.start_private_more }</p>
                    <p>{ words.start_time }</p>
                </details>
                { edition(view) }
            </div>
        </section>
    }
}

/// What one gets, in a sentence; and how much of the standard is known, with where that stands.
fn what_one_gets(view: &View) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let known = standard.criteria.len().to_string();
    let first = standard.criteria.first();
    let Some(first) = first else {
        return html! { <span>{ words.start_what_index }</span> };
    };
    // The questions on the published conditions are the same on every track.
    let asked = standard.questions_on(Page::Published, 0).len().to_string();
    html! {
        <>
            <span class="tally">{ fill(words.start_first, &[&asked]) }</span>
            <span>{ fill(words.start_what, &[&standard.edition, &known]) }</span>
            { view.basis(&first.at_least.basis) }
            { " " }
            <span>{ words.start_what_index }</span>
        </>
    }
}

fn tracks(view: &View, host: &Host) -> Html {
    let words = view.words;
    let tracks = view.state.standard.tracks.iter().enumerate();
    let tracks = tracks.filter(|(index, _)| host.track.is_none_or(|only| only == *index));
    html! {
        <div class="tracks" role="group" aria-labelledby="track-heading">
            <h4 id="track-heading">{ words.track_heading }</h4>
            { for tracks.map(|(index, track)| begin(view, index, track)) }
            <details>
                <summary>{ words.track_unsure }</summary>
                <p>{ words.track_unsure_body }</p>
            </details>
        </div>
    }
}

/// The button of a track: it chooses the track and starts, or goes on where it was chosen before.
fn begin(view: &View, index: usize, track: &Track) -> Html {
    let words = view.words;
    let state = view.state;
    let sheet = &state.draft.sheet;
    let begun = sheet.track_chosen && sheet.answers.track == index && !sheet.answers.is_empty();
    let pages = state.standard.pages(index);
    let questions = pages
        .iter()
        .map(|page| state.standard.questions_on(*page, index).len());
    let count = match begun {
        true => view.answered_of(state.assessment.progress()),
        false => fill(words.questions_count, &[&questions.sum::<usize>().to_string()]),
    };
    html! {
        <button
            key={track.id.as_str()}
            type="button"
            class="track"
            data-track={track.id.clone()}
            onclick={view.sends(Action::Begin(index))}
        >
            <strong>{ view.text(&track.title) }</strong>
            <span class="begin" part="primary">{ if begun { words.go_on } else { words.begin } }</span>
            <span class="hint">
                { view.text(&track.about) }
                { " " }
                <span class="tally">{ count }</span>
            </span>
        </button>
    }
}

/// The edition in a line, and folded under it what is known of it.
fn edition(view: &View) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let source = &standard.sources[standard.source];
    let line = fill(
        words.start_standing,
        &[&standard.edition, view.standing(source.standing)],
    );
    let later = standard.later.iter().zip(&standard.later_basis);
    let later = later.map(|(source, basis)| {
        let basis = basis.as_ref().map(|basis| view.basis(basis));
        view.document_item(&standard.sources[*source], basis.unwrap_or_default())
    });
    html! {
        <details>
            <summary>{ line }</summary>
            <p>{ words.start_not }</p>
            <p>{ view.text(&standard.standing) }</p>
            { view.document("", source) }
            <details>
                <summary>{ words.edition_later }</summary>
                <ul class="sources">{ for later }</ul>
            </details>
            <p class="facts">{ fill(words.edition_known_until, &[&standard.known_until]) }</p>
        </details>
    }
}
