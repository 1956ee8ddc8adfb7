//! Whom a programme concerns, and why it concerns this firm.

use super::context::{ProgrammesContext, common};
use crate::answers::write_number;
use crate::programmes::{Concern, Group, How, Membership};
use crate::strings::fill;
use yew::{Html, html};

/// By which of its members a programme concerns the firm.
pub fn why(context: &ProgrammesContext, index: usize) -> Html {
    let (Concern::Yes(found) | Concern::Perhaps(found)) = &context.judged[index].concern else {
        return html! {};
    };
    let groups = context.programmes.groups(index);
    let basis = common(found.iter().map(|found| &groups[found.group].basis));
    // Which names are taken together is our own judgement.
    let judged = found.iter().any(|found| found.how != How::Named);
    html! {
        <div class="part">
            <h6>{ context.words.why_heading }{ for basis.map(|basis| context.basis(basis)) }</h6>
            <ul>
                for found in found {
                    <li>
                        { membership(context, groups, found) }
                        { context.basis_beside(basis, &groups[found.group].basis) }
                    </li>
                }
            </ul>
            if judged {
                <p class="facts">
                    { context.words.about_matches }
                    { context.basis(&context.programmes.industry_basis.matches) }
                </p>
            }
        </div>
    }
}

fn membership(context: &ProgrammesContext, groups: &[Group], found: &Membership) -> String {
    let words = context.words;
    let view = context.view;
    let group = &groups[found.group];
    let text = match found.how {
        How::Named => words.named,
        How::Matched => words.matched,
        How::Perhaps => words.perhaps,
    };
    let parts = [
        view.text(&context.programmes.industries[found.industry].title),
        view.text(&group.title),
        view.text(&group.entries[found.entry].text),
    ];
    fill(text, &parts)
}

/// All its members, as the document names them.
pub fn members(context: &ProgrammesContext, index: usize) -> Html {
    let words = context.words;
    let view = context.view;
    let programme = &context.programmes.programmes[index];
    if let Some(other) = programme.same_industries_as {
        let other = &context.programmes.programmes[other];
        return html! {
            <details>
                <summary>{ words.members_heading }</summary>
                <p>{ fill(words.members_same, &[view.text(&other.title)]) }</p>
                { view.document("", &context.programmes.sources[other.source]) }
            </details>
        };
    }
    html! {
        if !programme.groups.is_empty() {
            <details>
                <summary>{ words.members_heading }</summary>
                { for programme.groups.iter().map(|found| group(context, found)) }
            </details>
        }
    }
}

fn group(context: &ProgrammesContext, group: &Group) -> Html {
    let words = context.words;
    let view = context.view;
    let names: Vec<&str> = group.entries.iter().map(|entry| view.text(&entry.text)).collect();
    html! {
        <div class="part">
            <h6>{ view.text(&group.title) }{ context.basis(&group.basis) }</h6>
            <p>{ names.join(view.semicolon()) }</p>
            if let Some(count) = &group.count {
                <p>
                    { fill(words.members_count, &[&write_number(count.value)]) }
                    { context.basis_beside(Some(&group.basis), &count.basis) }
                </p>
            }
            <p class="facts">{ if group.complete { words.members_complete } else { words.members_open } }</p>
            <p class="facts">{ view.optional(&group.note) }</p>
        </div>
    }
}
