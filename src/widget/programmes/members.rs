//! Whom a programme concerns, and why it concerns this firm.

use super::super::element::{El, el, sequence};
use super::{Shown, part};
use crate::programmes::{Concern, Group, How, Membership};
use crate::strings::fill;

/// By which of its members a programme concerns the firm.
pub fn why(shown: &Shown, index: usize) -> El {
    let (Concern::Yes(found) | Concern::Perhaps(found)) = &shown.judged[index].concern else {
        return sequence();
    };
    let groups = shown.programmes.groups(index);
    let items = found
        .iter()
        .map(|found| el("li").with(membership(shown, groups, found)));
    part(shown.words.why_heading, Some(el("ul").all(items)))
}

fn membership(shown: &Shown, groups: &[Group], found: &Membership) -> El {
    let words = shown.words;
    let view = shown.view;
    let group = &groups[found.group];
    let text = match found.how {
        How::Named => words.named,
        How::Matched => words.matched,
        How::Perhaps => words.perhaps,
    };
    let parts = [
        view.text(&shown.programmes.industries[found.industry].title),
        view.text(&group.title),
        view.text(&group.entries[found.entry].text),
    ];
    let matches = match found.how {
        How::Named => sequence(),
        How::Matched | How::Perhaps => shown.basis(&shown.programmes.industry_basis.matches),
    };
    el("div")
        .line_owned("p", fill(text, &parts))
        .with(shown.basis(&group.basis))
        .with(matches)
}

/// All its members, as the document names them.
pub fn members(shown: &Shown, index: usize) -> El {
    let words = shown.words;
    let view = shown.view;
    let programme = &shown.programmes.programmes[index];
    let details = el("details").line("summary", words.members_heading);
    if let Some(other) = programme.same_industries_as {
        let other = &shown.programmes.programmes[other];
        let document = view.document(&shown.programmes.sources[other.source]);
        return details
            .line_fill("p", words.members_same, &[view.text(&other.title)])
            .with(el("p").with(document));
    }
    if programme.groups.is_empty() {
        return sequence();
    }
    details.all(programme.groups.iter().map(|group| one(shown, group)))
}

fn one(shown: &Shown, group: &Group) -> El {
    let words = shown.words;
    let view = shown.view;
    let entries = group.entries.iter();
    let entries = entries.map(|entry| el("li").text(view.text(&entry.text)));
    let count = match &group.count {
        Some(count) => {
            let number = crate::answers::write_number(count.value);
            sequence()
                .line_fill("p", words.members_count, &[&number])
                .with(shown.basis(&count.basis))
        }
        None => sequence(),
    };
    let complete = if group.complete {
        words.members_complete
    } else {
        words.members_open
    };
    el("div.part")
        .line("h6", view.text(&group.title))
        .with(el("ul").all(entries))
        .with(count)
        .line("p.facts", complete)
        .line("p.facts", view.optional(&group.note))
        .with(shown.basis(&group.basis))
}
