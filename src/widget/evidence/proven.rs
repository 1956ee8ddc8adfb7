//! What is claimed beside what is proven.

use crate::assess::{Assessment, Verdict};
use crate::evidence::EvidenceIndex;
use crate::standard::Basis;
use crate::strings::fill;
use crate::widget::components::rests_on_contradiction;
use crate::widget::context::View;
use yew::{Html, html};

/// The result of all answers beside that of the proven ones.
pub fn claimed_and_proven(view: &View, index: &EvidenceIndex, proven: &Assessment) -> Html {
    let words = &view.words.evidence;
    let count = index.claims.iter().filter(|claim| claim.is_proven()).count();
    let counted = fill(
        words.proven_count,
        &[&index.claims.len().to_string(), &count.to_string()],
    );
    let left_out = match (index.at_worst, index.not_applicable) {
        (0, 0) => String::new(),
        (worst, other) => fill(words.left_out, &[&worst.to_string(), &other.to_string()]),
    };
    html! {
        <div class="screen-only">
            <p class="proven-count">{ counted }</p>
            <details class="panel beside-panel">
                <summary>{ words.beside_heading }</summary>
                <p>{ words.beside_about }</p>
                { table(view, proven) }
                { view.conditions_known() }
                <p class="facts left-out">{ left_out }</p>
            </details>
        </div>
    }
}

/// Each condition, each of its readings, and the lower bound of the index.
fn table(view: &View, proven: &Assessment) -> Html {
    let words = &view.words.evidence;
    let low = |found: &Assessment| found.index.range.map(|range| view.percent(range.low));
    html! {
        <table class="beside">
            <thead>
                <tr>
                    <th scope="col">{ view.words.conditions_heading }</th>
                    <th scope="col">{ words.claimed }</th>
                    <th scope="col">{ words.proven }</th>
                </tr>
            </thead>
            <tbody>
                for index in 0..view.state.standard.criteria.len() {
                    { condition(view, proven, index) }
                }
                <tr>
                    <th scope="row">
                        { words.index_low }
                        { view.basis(&view.state.standard.own.weights) }
                    </th>
                    <td><span>{ low(&view.state.assessment).unwrap_or_default() }</span></td>
                    <td><span>{ low(proven).unwrap_or_default() }</span></td>
                </tr>
            </tbody>
        </table>
    }
}

/// The rows of a condition and its readings.
fn condition(view: &View, proven: &Assessment, index: usize) -> Html {
    let criterion = &view.state.standard.criteria[index];
    let [claimed, proven] = [&view.state.assessment, proven].map(|found| &found.conditions[index]);
    let to_be_cleared = rests_on_contradiction(view, index);
    let row = |name: &str, basis: Option<&Basis>, claimed: Verdict, proven: Verdict| {
        html! {
            <tr>
                <th scope="row">{ name }{ for basis.map(|basis| view.basis(basis)) }</th>
                <td>{ view.badge(claimed, to_be_cleared) }</td>
                <td>{ view.badge(proven, to_be_cleared) }</td>
            </tr>
        }
    };
    let readings = criterion.readings.iter().enumerate().map(|(number, reading)| {
        let name = fill(view.words.condition_reading, &[view.text(&reading.text)]);
        row(
            &name,
            None,
            claimed.readings[number].verdict,
            proven.readings[number].verdict,
        )
    });
    html! {
        <>
            { row(view.text(&criterion.title), Some(&criterion.at_least.basis), claimed.verdict, proven.verdict) }
            { for readings }
        </>
    }
}
