//! Whom a programme concerns, and why it concerns this firm.

use super::context::ProgrammesContext;
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
    html! {
        <div class="part">
            <h6>{ context.words.why_heading }</h6>
            <ul>
                for found in found {
                    <li>{ membership(context, groups, found) }</li>
                }
            </ul>
        </div>
    }
}

fn membership(context: &ProgrammesContext, groups: &[Group], found: &Membership) -> Html {
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
    html! {
        <div>
            <p>{ fill(text, &parts) }</p>
            { context.basis(&group.basis) }
            if found.how != How::Named {
                { context.basis(&context.programmes.industry_basis.matches) }
            }
        </div>
    }
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
    html! {
        <div class="part">
            <h6>{ view.text(&group.title) }</h6>
            <ul>
                for entry in &group.entries {
                    <li>{ view.text(&entry.text) }</li>
                }
            </ul>
            if let Some(count) = &group.count {
                <p>{ fill(words.members_count, &[&write_number(count.value)]) }</p>
                { context.basis(&count.basis) }
            }
            <p class="facts">{ if group.complete { words.members_complete } else { words.members_open } }</p>
            <p class="facts">{ view.optional(&group.note) }</p>
            { context.basis(&group.basis) }
        </div>
    }
}
