//! What becomes of each answer in the other edition.

use super::super::element::{El, el, sequence};
use super::Pair;
use crate::editions::{AskAgain, Carry, Conversion, Fate};
use crate::strings::editions::Words;
use crate::strings::fill;

/// The report on the way to every edition that is not the one at hand.
pub fn carried(pair: &Pair) -> El {
    let here = &pair.view.state.standard.id;
    let others = [0, 1]
        .into_iter()
        .filter(|edition| pair.found.editions[*edition].standard.id != *here);
    el("section.panel")
        .line("h4", pair.words.carry_heading)
        .all(others.map(|edition| report(pair, edition)))
}

fn report(pair: &Pair, edition: usize) -> El {
    let words = pair.words;
    let carried = &pair.found.editions[edition].carried;
    let name = pair.name(edition);
    if carried.report.is_empty() {
        return sequence().line("p", words.carry_none);
    }
    let mut counts = [0usize; 4];
    for carry in &carried.report {
        counts[match carry.fate {
            Fate::Kept => 0,
            Fate::Converted(_) => 1,
            Fate::AskedAgain(_) => 2,
            Fate::Dropped => 3,
        }] += 1;
    }
    let [kept, converted, again, dropped] = counts.map(|count| count.to_string());
    // On paper a list of nothing but kept answers says no more than the line above it.
    let (folded, summary) = if counts[0] == carried.report.len() {
        ("details.more", fill(words.carry_kept, &[name, &kept]))
    } else {
        let counts = [name, &kept, &converted, &again, &dropped];
        ("details", fill(words.carry_counts, &counts))
    };
    let track = match carried.has_track {
        true => String::new(),
        false => fill(words.carry_track, &[name]),
    };
    // What changed comes first; the order of the questionnaire holds within each.
    let (same, changed): (Vec<&Carry>, Vec<&Carry>) =
        carried.report.iter().partition(|carry| carry.fate == Fate::Kept);
    let lines = changed.into_iter().chain(same).map(|carry| line(pair, carry));
    sequence()
        .line_owned("p", summary)
        .line_owned("p.error", track)
        .with(
            el(folded)
                .line("summary", words.carry_list)
                .with(el("ul").all(lines)),
        )
}

/// A question, the answer that was given to it, what becomes of it and why.
fn line(pair: &Pair, carry: &Carry) -> El {
    let view = pair.view;
    let (fate, why) = told(pair.words, carry.fate);
    el("li")
        .text(view.question(carry.question))
        .text(" ")
        .line_owned("strong", view.given(carry.question))
        .text(" ")
        .line_fill("span.facts", pair.words.carry_line, &[fate, why])
}

fn told(words: &Words, fate: Fate) -> (&'static str, &'static str) {
    match fate {
        Fate::Kept => (words.fate_kept, words.why_kept),
        Fate::Converted(why) => {
            let why = match why {
                Conversion::OptionMoved => words.why_option_moved,
                Conversion::CountToNumber | Conversion::NumberToCount => words.why_number_form,
                Conversion::BoundsChanged => words.why_bounds_fit,
            };
            (words.fate_converted, why)
        }
        Fate::AskedAgain(why) => {
            let why = match why {
                AskAgain::KindChanged => words.why_kind,
                AskAgain::UnitChanged => words.why_unit,
                AskAgain::NotWhole => words.why_whole,
                AskAgain::OutOfBounds => words.why_bounds,
                AskAgain::OptionGone => words.why_option_gone,
                AskAgain::MustApply => words.why_applies,
            };
            (words.fate_again, why)
        }
        Fate::Dropped => (words.fate_dropped, words.why_dropped),
    }
}
