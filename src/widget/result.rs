//! The result: conditions, index, every point, what is missing, effects, contradictions, print and sources.

use super::draft::Screen;
use super::live::range_bar;
use super::questions::{improvement, improvement_working};
use super::state::Action;
use super::view::View;
use crate::answers::{Answer, write_number};
use crate::assess::Contradiction;
use crate::strings::fill;
use yew::prelude::*;

mod conditions;
mod missing;
mod points;
mod radar;

/// The result. `extras` stand between the result and its sources: what belongs to the page around it.
pub fn result(view: &View, printed: Html, extras: Html) -> Html {
    let words = view.words;
    let pages = view
        .state
        .standard
        .pages(view.state.draft.sheet.answers.track)
        .len();
    html! {
        <section class="screen result" key="result">
            <h3 class="screen-title" id="heading" tabindex="-1">{ words.result_heading }</h3>
            <div class="slot">{ printed }</div>
            <p class="facts">{ as_of(view) }</p>
            <p class="notice-own">{ words.not_a_determination }</p>
            <div class="slot">{ contradictions(view) }</div>
            { conditions::conditions(view) }
            { index(view) }
            { missing::missing(view) }
            { effects(view) }
            { points::points(view) }
            { extras }
            { sources(view) }
            <div class="actions">
                <button type="button" onclick={view.on(Action::Go(Screen::Page(pages.saturating_sub(1))))}>
                    { words.back }
                </button>
            </div>
        </section>
    }
}

/// Edition, track, scope, what our sources knew and until when, and the release of the tool, in one line.
fn as_of(view: &View) -> String {
    let standard = &view.state.standard;
    let sheet = &view.state.draft.sheet;
    let track = view.text(&standard.tracks[sheet.answers.track].title);
    let scope = [sheet.scope("plant"), sheet.scope("figuresAsOf")];
    let scope: String = scope
        .iter()
        .filter(|text| !text.is_empty())
        .map(|text| format!("{text}; "))
        .collect();
    let parts = [
        view.text(&standard.title),
        track,
        &scope,
        &standard.known_until,
        env!("CARGO_PKG_VERSION"),
    ];
    fill(view.words.as_of_line, &parts)
}

fn contradictions(view: &View) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let found = &view.state.assessment.contradictions;
    if found.is_empty() {
        return Html::default();
    }
    let one = |contradiction: &Contradiction| {
        let questions = contradiction.questions(standard);
        let text = match contradiction {
            Contradiction::Relation(index) => view.text(&standard.relations[*index].text).to_owned(),
            Contradiction::Rate(_) => {
                let [part, total] =
                    questions.map(|question| (view.question(question), view.answer(question)));
                fill(words.contradiction_rate, &[part.0, &part.1, total.0, &total.1])
            }
        };
        let given = |question: &usize| {
            html! {
                <li>
                    { view.question(*question) }{ " " }<strong>{ view.answer(*question) }</strong>{ " " }
                    <button type="button" class="link" onclick={view.on(Action::GoToQuestion(*question))}>
                        { words.go_to_question }
                    </button>
                </li>
            }
        };
        html! { <li><p>{ text }</p><ul>{ for questions.iter().map(given) }</ul></li> }
    };
    html! {
        <section class="panel warn">
            <h4>{ words.contradictions_heading }</h4>
            <p>{ words.contradictions_about }</p>
            <ul class="plain">{ for found.iter().map(one) }</ul>
        </section>
    }
}

fn index(view: &View) -> Html {
    let words = view.words;
    let assessment = &view.state.assessment;
    let open = assessment.progress().open;
    let value = assessment
        .index
        .range
        .map(|range| fill(words.index_value, &[&view.percent(range.value)]));
    html! {
        <section class="panel">
            <h4>{ words.index_heading }</h4>
            <p class="notice-own">{ words.index_own }</p>
            { view.basis(&view.state.standard.own.weights) }
            <div class="range large">{ range_bar(view) }</div>
            <p>
                { if open > 0 { fill(words.index_open, &[&open.to_string()]) } else { words.index_closed.to_owned() } }
                { " " }
                { if open > 0 { value.unwrap_or_default() } else { String::new() } }
            </p>
            <p class="facts">{ words.index_scale }</p>
            { radar::radar(view) }
        </section>
    }
}

fn effects(view: &View) -> Html {
    let words = view.words;
    let standard = &view.state.standard;
    let figure = |question: usize| match view.state.draft.sheet.answers.get(question) {
        Some(Answer::Number(number)) => write_number(*number),
        _ => view.answer(question),
    };
    let row = |(index, effect): (usize, &crate::standard::Effect)| {
        html! {
            <tr>
                <th scope="row">{ view.text(&effect.title) }</th>
                <td>{ figure(effect.before) }</td>
                <td>{ figure(effect.after) }</td>
                <td>{ improvement(view, index) }<br/><span class="facts">{ improvement_working(view, effect) }</span></td>
            </tr>
        }
    };
    let references = |effect: &crate::standard::Effect| {
        html! {
            <div>
                <h5>{ view.text(&effect.title) }</h5>
                <div class="references">{ for effect.references.iter().map(|figure| view.figure(figure)) }</div>
            </div>
        }
    };
    html! {
        <section class="panel" hidden={standard.effects.is_empty()}>
            <h4>{ words.effects_heading }</h4>
            <p>{ words.effects_about }</p>
            <table>
                <thead><tr>
                    <th scope="col">{ words.effect }</th><th scope="col">{ words.before }</th>
                    <th scope="col">{ words.after }</th><th scope="col">{ words.change }</th>
                </tr></thead>
                <tbody>{ for standard.effects.iter().enumerate().map(row) }</tbody>
            </table>
            <details>
                <summary>{ words.effect_references }</summary>
                { for standard.effects.iter().map(references) }
            </details>
        </section>
    }
}

fn sources(view: &View) -> Html {
    let words = view.words;
    let source = |source: &crate::standard::Source| {
        html! {
            <li>
                { view.document(source) }
                <span class="facts">{ source.issuers.as_ref().map_or("", |issuers| view.text(issuers)) }</span>
                <span class="facts">{ view.grade(source.grade) }</span>
                <span class="facts">{ source.note.as_ref().map_or("", |note| view.text(note)) }</span>
                <span>
                    { source.address.as_ref().map(|address| html! {
                        <a href={address.clone()} target="_blank" rel="noopener noreferrer">
                            { words.source_open_address }{ words.new_window }
                        </a>
                    }).unwrap_or_default() }
                </span>
            </li>
        }
    };
    html! {
        <section class="panel">
            <h4>{ words.sources_heading }</h4>
            <ol class="sources">{ for view.state.standard.sources.iter().map(source) }</ol>
        </section>
    }
}
