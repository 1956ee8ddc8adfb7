//! What becomes of each answer in the other edition.

use super::pair::Pair;
use crate::editions::{AskAgain, Carry, Conversion, Fate};
use crate::strings::editions::Words;
use crate::strings::fill;
use yew::{Html, html};

/// The report on the way to every edition that is not the one at hand.
pub fn report(pair: &Pair) -> Html {
    let here = &pair.view.state.standard.id;
    let others = [0, 1].into_iter();
    let others = others.filter(|edition| pair.comparison.editions[*edition].standard.id != *here);
    html! { <div>{ for others.map(|edition| report_on(pair, edition)) }</div> }
}

fn report_on(pair: &Pair, edition: usize) -> Html {
    let words = pair.words;
    let carried = &pair.comparison.editions[edition].carried;
    if carried.report.is_empty() {
        return html! { <p>{ words.carry_none }</p> };
    }
    // What changed comes first; the order of the questionnaire holds within each.
    let (kept, changed): (Vec<&Carry>, Vec<&Carry>) =
        carried.report.iter().partition(|carry| carry.fate == Fate::Kept);
    // On paper a list of nothing but kept answers says no more than the line above it.
    let class = changed.is_empty().then_some("more");
    let track = match carried.has_track {
        true => String::new(),
        false => fill(words.carry_track, &[pair.name(edition)]),
    };
    html! {
        <>
            <p>{ summary(pair, edition) }</p>
            <p class="error">{ track }</p>
            <details {class}>
                <summary>{ words.carry_list }</summary>
                <ul>
                    for carry in changed.into_iter().chain(kept) {
                        { line(pair, carry) }
                    }
                </ul>
            </details>
        </>
    }
}

/// How many answers share each fate.
fn summary(pair: &Pair, edition: usize) -> String {
    let report = &pair.comparison.editions[edition].carried.report;
    let mut counts = [0usize; 4];
    for carry in report {
        counts[match carry.fate {
            Fate::Kept => 0,
            Fate::Converted(_) => 1,
            Fate::AskedAgain(_) => 2,
            Fate::Dropped => 3,
        }] += 1;
    }
    let name = pair.name(edition);
    let [kept, converted, asked_again, dropped] = counts.map(|count| count.to_string());
    if counts[0] == report.len() {
        fill(pair.words.carry_kept, &[name, &kept])
    } else {
        let counts = [name, &kept, &converted, &asked_again, &dropped];
        fill(pair.words.carry_counts, &counts)
    }
}

/// A question, the answer that was given to it, what becomes of it and why.
fn line(pair: &Pair, carry: &Carry) -> Html {
    let view = pair.view;
    let (fate, reason) = fate_and_reason(pair.words, carry.fate);
    html! {
        <li key={&*view.state.standard.questions[carry.question].id}>
            { view.question(carry.question) }{ " " }
            <strong>{ view.given(carry.question) }</strong>{ " " }
            <span class="facts">{ fill(pair.words.carry_line, &[fate, reason]) }</span>
        </li>
    }
}

fn fate_and_reason(words: &Words, fate: Fate) -> (&'static str, &'static str) {
    match fate {
        Fate::Kept => (words.fate_kept, words.why_kept),
        Fate::Converted(why) => {
            let reason = match why {
                Conversion::OptionMoved => words.why_option_moved,
                Conversion::CountToNumber | Conversion::NumberToCount => words.why_number_form,
                Conversion::BoundsChanged => words.why_bounds_fit,
            };
            (words.fate_converted, reason)
        }
        Fate::AskedAgain(why) => {
            let reason = match why {
                AskAgain::KindChanged => words.why_kind,
                AskAgain::UnitChanged => words.why_unit,
                AskAgain::NotWhole => words.why_whole,
                AskAgain::OutOfBounds => words.why_bounds,
                AskAgain::OptionGone => words.why_option_gone,
                AskAgain::MustApply => words.why_applies,
            };
            (words.fate_again, reason)
        }
        Fate::Dropped => (words.fate_dropped, words.why_dropped),
    }
}
