//! Which programme is ours: the firm's industries, then every programme by whether it concerns the firm.

use super::element::{El, el, sequence};
use super::result::as_of;
use super::view::View;
use crate::programmes::{Concern, FactState, JudgedProgramme, Programmes, judge};
use crate::standard::Basis;
use crate::strings::programmes::Words;

mod card;
mod conditions;
mod facts;
mod members;
mod picker;

/// What every part of the screen is given.
struct Shown<'a> {
    view: &'a View<'a>,
    words: &'a Words,
    programmes: &'a Programmes,
    judged: &'a [JudgedProgramme],
    facts: &'a [FactState],
}

impl Shown<'_> {
    /// Where something in the data of the programmes comes from.
    fn basis(&self, basis: &Basis) -> El {
        sequence().with(self.view.basis_among(&self.programmes.sources, basis))
    }
}

/// The screen.
pub fn screen(view: &View, programmes: &Programmes) -> El {
    let words = &view.words.programmes;
    let state = view.state;
    let answers = &state.draft.sheet.answers;
    let (judged, facts) = judge(programmes, &state.standard, answers, &state.assessment);
    let shown = Shown {
        view,
        words,
        programmes,
        judged: &judged,
        facts: &facts,
    };
    el("section.screen")
        .key("programmes")
        .with(view.heading(words.heading))
        .line_owned("p.facts", as_of(view))
        .line("p.lead", words.about)
        .line("p.notice-own", words.not_an_application)
        .with(picker::picker(&shown))
        .all((0..6).map(|kind| group(&shown, kind)))
}

/// The programmes of one kind of concern; only the sure one is shown where there is none.
fn group(shown: &Shown, kind: usize) -> El {
    let words = shown.words;
    let (key, heading, about) = [
        ("yes", words.yes_heading, words.yes_about),
        ("perhaps", words.perhaps_heading, words.perhaps_about),
        ("not-chosen", words.not_chosen_heading, words.not_chosen_about),
        ("anyone", words.anyone_heading, words.anyone_about),
        ("not-listed", words.not_listed_heading, words.not_listed_about),
        ("no", words.no_heading, words.no_about),
    ][kind];
    let of = |concern: &Concern| match concern {
        Concern::Yes(_) => 0,
        Concern::Perhaps(_) => 1,
        Concern::NotChosen => 2,
        Concern::Anyone => 3,
        Concern::NotListed => 4,
        Concern::No => 5,
    };
    let mine: Vec<usize> = (0..shown.judged.len())
        .filter(|index| of(&shown.judged[*index].concern) == kind)
        .collect();
    let chosen = !shown
        .judged
        .iter()
        .any(|judged| judged.concern == Concern::NotChosen);
    let group = el("section.programmes").key(key);
    if mine.is_empty() && (kind != 0 || !chosen) {
        return group;
    }
    let count = [" (", &mine.len().to_string(), ")"].concat();
    // On paper stands what concerns the firm or may; of what does not, or not yet, the names.
    let printed = !matches!(key, "not-chosen" | "not-listed" | "no");
    let mut names = el("p.print-only");
    if !printed {
        let titles = mine.iter().map(|index| {
            let programme = &shown.programmes.programmes[*index];
            shown.view.text(&programme.title)
        });
        names = names.owned(titles.collect::<Vec<_>>().join(shown.view.semicolon()));
    }
    group
        .with(el("h4").text(heading).with(el("span.facts").owned(count)))
        .line("p.facts", if mine.is_empty() { words.none_here } else { about })
        .with(names)
        .all(mine.into_iter().map(|index| card::card(shown, index, printed)))
}

/// A part of a card with its heading; nothing where `content` is none.
fn part(heading: &str, content: Option<El>) -> El {
    match content {
        Some(content) => el("div.part").line("h6", heading).with(content),
        None => sequence(),
    }
}
