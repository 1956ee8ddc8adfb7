//! By what the report can be compared later with the answers: code, hash and check digits. It is no signature.

use crate::exchange::{PRINTED_HASH, check_digits, encode};
use crate::strings::fill;
use crate::widget::components::qr;
use crate::widget::context::View;
use yew::{Html, html};

/// The code, drawn and in letters, and what it is checked with.
pub fn checked(view: &View) -> Html {
    let words = &view.words.report;
    let standard = &view.state.standard;
    let code = encode(standard, &view.state.draft.sheet.answers);
    let hash = standard.hash();
    let digits = check_digits(&code, hash).expect("its own code has no other characters");
    // A line may end behind each joint, which no browser does before a digit.
    let groups = code.split_inclusive('-').map(|group| {
        html! {
            <>
                { group }<wbr />
            </>
        }
    });
    html! {
        <>
            { qr(&code, words.code_drawn) }
            <div class="checked">
                <p>{ words.code }{ view.colon() }<span class="code">{ for groups }</span></p>
                <p>
                    { fill(words.hash, &[&PRINTED_HASH.to_string()]) }{ view.colon() }
                    <span class="code">{ &hash[..PRINTED_HASH] }</span>
                </p>
                <p>{ words.check_digits }{ view.colon() }<span class="code">{ digits }</span></p>
                <p>{ words.no_signature }</p>
            </div>
        </>
    }
}
