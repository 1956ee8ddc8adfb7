//! By what a print can be compared later with the answers: code, hash and check digits. It is no signature.

use super::qr::qr;
use crate::exchange::{PRINTED_HASH, check_digits, encode};
use crate::strings::fill;
use crate::widget::context::View;
use yew::{Html, html};

/// The code in letters, and what it is checked with; `drawn` as a QR code too.
pub fn checked(view: &View, drawn: bool) -> Html {
    let words = &view.words.report;
    let standard = &view.state.standard;
    let code = encode(standard, &view.state.draft.sheet.answers);
    let hash = standard.hash();
    let digits = check_digits(&code, hash).expect("its own code has no other characters");
    // A line may end behind each joint, which no browser does before a digit.
    let groups = code.split_inclusive('-').enumerate();
    let groups = groups.map(|(place, group)| {
        html! {
            <span key={place}>{ group }<wbr /></span>
        }
    });
    html! {
        <div class="checked print-only">
            if drawn {
                { qr(&code, words.code_drawn) }
            }
            <p>{ words.code }{ view.colon() }<span class="code">{ for groups }</span></p>
            <p>
                { fill(words.hash, &[&PRINTED_HASH.to_string()]) }{ view.colon() }
                <span class="code">{ &hash[..PRINTED_HASH] }</span>
            </p>
            <p>{ words.check_digits }{ view.colon() }<span class="code">{ digits }</span></p>
            <p>{ words.no_signature }</p>
        </div>
    }
}
