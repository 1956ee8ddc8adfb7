//! The list that lies on top of an application file, a row for each document.

use super::item;
use crate::evidence::{Claim, EvidenceIndex, EvidenceItem};
use crate::widget::context::View;
use yew::{Html, html};

/// The list. What was not stated is left blank, to be filled in by hand.
pub fn cover_list(view: &View, index: &EvidenceIndex) -> Html {
    let words = &view.words.evidence;
    html! {
        <section class="panel print-only cover-list">
            <h4>{ words.cover_heading }</h4>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ words.number }</th>
                        <th scope="col">{ words.question }</th>
                        <th scope="col">{ view.words.why_answer }</th>
                        <th scope="col">{ words.paper }</th>
                        <th scope="col">{ words.holder }</th>
                        <th scope="col">{ words.date }</th>
                        <th scope="col">{ words.state }</th>
                    </tr>
                </thead>
                <tbody>
                    for (number, claim) in index.claims.iter().enumerate() {
                        for (place, item) in claim.items.iter().enumerate() {
                            { row(view, number + 1, claim, place == 0, item) }
                        }
                    }
                </tbody>
            </table>
        </section>
    }
}

/// A row; the number, the question and its answer stand in the first one of a claim alone.
fn row(view: &View, number: usize, claim: &Claim, is_first: bool, item: &EvidenceItem) -> Html {
    html! {
        <tr>
            if is_first {
                <td>{ number }</td>
                <td>{ view.question(claim.question) }</td>
                <td>{ view.answer(claim.question) }</td>
            } else {
                <td></td>
                <td></td>
                <td></td>
            }
            <td>{ item::name(view, claim.question, item) }</td>
            <td>{ item.holder }</td>
            <td>{ item.date }</td>
            <td>{ item::availability(view, item.availability) }</td>
        </tr>
    }
}
