//! A programme: standing, why it concerns the firm, conditions, duties, figures.

use super::context::ProgrammesContext;
use super::figures::figures;
use super::{conditions, facts, members, together};
use crate::answers::Extra;
use crate::document::Node;
use crate::programmes::{Duty, FigureKind, Programme};
use crate::standard::Basis;
use crate::strings::fill;
use crate::widget::action::Action;
use yew::{Html, classes, html};

/// A card that opens: its head has the title, how the document stands, and what can be said of the conditions. It is
/// on the screen, and where it is `printed` on the paper too.
pub fn card(context: &ProgrammesContext, index: usize, printed: bool) -> Html {
    let programme = &context.programmes.programmes[index];
    let view = context.view;
    let standing = context.programmes.sources[programme.source].standing;
    html! {
        <details
            key={programme.id.as_str()}
            id={format!("programme-{}", programme.id)}
            class={classes!("panel", "programme", (!printed).then_some("screen-only"))}
        >
            <summary>
                <h5>{ view.text(&programme.title) }</h5>
                <p class="facts">
                    <span class="standing">{ view.standing(standing) }</span>
                    { " " }
                    { together::verdicts(context, index) }
                </p>
            </summary>
            <p>{ view.text(&programme.about) }</p>
            { status(context, programme) }
            { members::why(context, index) }
            { conditions::conditions(context, index) }
            { facts::facts(context, programme) }
            { duties(context, programme) }
            { figures(context, programme, FigureKind::Objective) }
            { figures(context, programme, FigureKind::Money) }
            { figures(context, programme, FigureKind::Fact) }
            { dates(context, programme) }
            { notes(context, programme) }
            { members::members(context, index) }
        </details>
    }
}

fn status(context: &ProgrammesContext, programme: &Programme) -> Html {
    let words = context.words;
    let view = context.view;
    html! {
        <div class="part">
            <p>{ view.text(&programme.standing) }</p>
            { view.document(words.document, &context.programmes.sources[programme.source]) }
            { documents(context, words.later_documents, &programme.later, &programme.later_basis) }
            { documents(context, words.rests_on, &programme.rests_on, &programme.rests_on_basis) }
            <p class="facts">{ fill(words.known_until, &[&programme.known_until]) }</p>
        </div>
    }
}

/// Documents in a list that opens, each with what says that it belongs there.
fn documents(context: &ProgrammesContext, heading: &str, sources: &[usize], bases: &[Option<Basis>]) -> Html {
    let items = sources.iter().zip(bases).map(|(source, basis)| {
        let basis = basis.as_ref().map(|basis| context.basis(basis));
        let source = &context.programmes.sources[*source];
        context.view.document_item(source, basis.unwrap_or_default())
    });
    html! {
        if !sources.is_empty() {
            <details>
                <summary>{ heading }</summary>
                <ul class="sources">{ for items }</ul>
            </details>
        }
    }
}

fn duties(context: &ProgrammesContext, programme: &Programme) -> Html {
    let words = context.words;
    let duties = &programme.duties;
    if duties.is_empty() {
        return html! {};
    }
    let done = duties.iter().filter(|duty| is_done(context, duty)).count();
    let count = fill(words.duty_ticked, &[&done.to_string(), &duties.len().to_string()]);
    html! {
        <fieldset class="part">
            <legend><h6>{ words.duties_heading }</h6></legend>
            <p class="facts">{ words.duties_about }</p>
            <div class="choices">
                { for duties.iter().map(|found| duty(context, found)) }
            </div>
            <p class="facts" role="status">{ count }</p>
        </fieldset>
    }
}

fn is_done(context: &ProgrammesContext, duty: &Duty) -> bool {
    context.view.kept(Extra::Profile, &["duties", &duty.id]) == Some(&Node::Bool(true))
}

/// A duty to be ticked, and where it stands.
fn duty(context: &ProgrammesContext, duty: &Duty) -> Html {
    let view = context.view;
    let done = is_done(context, duty);
    let path = ["duties", &duty.id].map(str::to_owned).to_vec();
    let keep = move |on: bool| Action::Keep(Extra::Profile, path.clone(), on.then_some(Node::Bool(true)));
    html! {
        <>
            <label class="choice">
                <input
                    type="checkbox"
                    name="duty"
                    value={duty.id.clone()}
                    checked={done}
                    onchange={view.sends_tick(keep)}
                />
                <span class="choice-text">{ view.text(&duty.text) }</span>
            </label>
            { context.basis(&duty.basis) }
        </>
    }
}

fn dates(context: &ProgrammesContext, programme: &Programme) -> Html {
    html! {
        if !programme.dates.is_empty() {
            <div class="part">
                <h6>{ context.words.dates_heading }</h6>
                <ul class="plain">
                    for event in &programme.dates {
                        <li>
                            <strong>{ &event.date }</strong>
                            { " " }
                            { context.view.text(&event.text) }
                            { context.basis(&event.basis) }
                        </li>
                    }
                </ul>
            </div>
        }
    }
}

fn notes(context: &ProgrammesContext, programme: &Programme) -> Html {
    html! {
        if !programme.notes.is_empty() {
            <div class="part">
                <h6>{ context.words.notes_heading }</h6>
                <ul>
                    for note in &programme.notes {
                        <li>
                            { context.view.text(&note.text) }
                            { context.basis(&note.basis) }
                        </li>
                    }
                </ul>
            </div>
        }
    }
}
