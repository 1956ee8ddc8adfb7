//! The report on paper: one page to be read and signed, one with the points question by question, and annexes.

use super::super::basis::{points, sources};
use super::super::components::{as_of, checked};
use super::super::context::View;
use super::super::evidence;
use super::super::props::Props;
use super::{conditions, contradictions, elements, index};
use crate::answers::Extra;
use crate::strings::fill;
use yew::{Html, html};

mod steps;

/// The report. It has footnotes of its own: what is printed is another text than what is on the screen.
pub fn report(view: &View, props: &Props) -> Html {
    let view = &View {
        notes: Default::default(),
        ..view.clone()
    };
    let words = &view.words.report;
    html! {
        <div class="report print-only">
            <div class="first-page">
                { head(view, &props.today) }
                <h3>{ conclusion(view) }</h3>
                { conditions::lines(view) }
                <p class="error">{ contradictions::in_words(view) }</p>
                <div class="facts">{ view.published("span", view.words.conditions_only) }</div>
                { elements::table(view) }
                { index::own(view) }
                { steps::steps(view) }
                <p class="facts">{ as_of(view) }</p>
                <div class="report-foot">
                    { checked(view, true) }
                    <p class="signatures">
                        { for [words.signed_by, words.signed_head, words.signed_on].map(|who| html! { <span>{ who }</span> }) }
                    </p>
                </div>
            </div>
            <div class="panel points">
                <h4>{ words.trace }</h4>
                <div class="facts">
                    { words.trace_about }
                    { view.basis(&view.state.standard.own.points) }
                </div>
                { points::on_paper(view) }
                { view.notes() }
            </div>
            if view.state.annexes[0] {
                <div class="annex">{ evidence::annex(view) }</div>
            }
            if view.state.annexes[1] {
                <div class="annex">{ sources::panel(view, &props.programmes) }</div>
            }
        </div>
    }
}

/// Whose report it is, and of when; what is not filled in is left to be written by hand.
fn head(view: &View, today: &str) -> Html {
    let words = &view.words.report;
    let state = view.state;
    let track = &state.standard.tracks[state.draft.sheet.answers.track];
    let kept = |key: &str| view.kept_text(Extra::Profile, &[key]);
    let [firm, name] = &state.signed;
    let parts = [
        (words.firm, firm.as_str()),
        (view.words.sheet.plant, kept("plant")),
        (view.words.sheet.figures_as_of, kept("figuresAsOf")),
        (words.filled_in, today),
        (words.name, name.as_str()),
    ];
    html! {
        <p class="whose">
            for (label, value) in parts {
                <span key={label}>
                    { label }{ view.colon() }
                    <span class={if value.is_empty() { "by-hand" } else { "filled" }}>{ value }</span>
                </span>
            }
            <span key="track">{ view.text(&track.title) }</span>
        </p>
    }
}

fn conclusion(view: &View) -> Html {
    let words = &view.words.report;
    let assessment = &view.state.assessment;
    let progress = assessment.progress();
    let [answered, asked] =
        [progress.answered, progress.answered + progress.open].map(|count| count.to_string());
    let range = assessment.index.range.map(|range| view.whole_range(range));
    let index = range.map(|range| fill(words.conclusion_index, &[&range, &answered, &asked]));
    html! {
        <>
            { words.conclusion }
            { for conditions::tally(view) }
            { index.unwrap_or_default() }
        </>
    }
}
