//! A programme: standing, why it concerns the firm, conditions, duties, figures.

use super::context::{ProgrammesContext, common};
use super::figures::figures;
use super::{conditions, members, together};
use crate::answers::Extra;
use crate::document::Node;
use crate::programmes::{Concern, Duty, FigureKind, Programme};
use crate::standard::{Basis, Clause};
use crate::strings::fill;
use crate::widget::action::Action;
use yew::{Html, classes, html};

/// A card that opens: its head has the title, how the document stands and of which date it is, whether the programme
/// concerns the firm, and what can be said of the conditions.
pub fn card(context: &ProgrammesContext, index: usize) -> Html {
    let programme = &context.programmes.programmes[index];
    let view = context.view;
    let source = &context.programmes.sources[programme.source];
    // What needs an industry that is not chosen yet is not printed: it may not concern the firm.
    let concern = &context.judged[index].concern;
    let screen_only = (*concern == Concern::NotChosen).then_some("screen-only");
    let id = programme.id.clone();
    let open = view.state.unfolded.contains(&id);
    let ontoggle = view.sends_fold(move |open| Action::Unfold(id.clone(), open));
    html! {
        <details
            key={programme.id.as_str()}
            id={format!("programme-{}", programme.id)}
            class={classes!("programme", screen_only)}
            {open}
            {ontoggle}
        >
            <summary>
                <h5>{ view.text(&programme.title) }</h5>
                <span class="facts head">
                    <span class="standing">{ view.standing(source.standing) }</span>
                    <span>{ concern_in_words(context, concern) }</span>
                    { together::verdicts(context, index) }
                </span>
            </summary>
            <div class="programme-body">
                if open {
                    { body(context, index) }
                }
            </div>
        </details>
    }
}

/// What is in a card. All of them together would be a long text that hardly anybody reads.
fn body(context: &ProgrammesContext, index: usize) -> Html {
    let programme = &context.programmes.programmes[index];
    html! {
        <>
            <p>{ context.view.text(&programme.about) }</p>
            { status(context, programme) }
            { members::why(context, index) }
            { conditions::conditions(context, index) }
            { duties(context, programme) }
            { figures(context, programme, FigureKind::Objective) }
            { figures(context, programme, FigureKind::Money) }
            { figures(context, programme, FigureKind::Fact) }
            { dates(context, programme) }
            { notes(context, programme) }
            { members::members(context, index) }
        </>
    }
}

fn concern_in_words(context: &ProgrammesContext, concern: &Concern) -> &'static str {
    let words = context.words;
    match concern {
        Concern::Yes(_) => words.concern_yes,
        Concern::Perhaps(_) => words.concern_perhaps,
        Concern::Anyone => words.concern_anyone,
        Concern::NotChosen => words.concern_not_chosen,
        Concern::NotListed => words.concern_not_listed,
        Concern::No => words.concern_no,
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

/// Documents in a list that opens, each with the note that says why it belongs there; one that names none stands for
/// itself.
fn documents(context: &ProgrammesContext, heading: &str, sources: &[usize], bases: &[Option<Basis>]) -> Html {
    let all = &context.programmes.sources;
    let items = sources.iter().zip(bases).map(|(source, basis)| {
        let named = &all[*source];
        let basis = basis.clone().unwrap_or(Basis {
            source: *source,
            clause: Clause::NotNoted,
            grade: named.grade,
        });
        html! { <li>{ context.view.named_among(all, named, &basis) }</li> }
    });
    html! {
        if !sources.is_empty() {
            <details>
                <summary>
                    { heading }
                    <span class="facts">{ format!("({})", sources.len()) }</span>
                </summary>
                <ul class="named">{ for items }</ul>
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
    let basis = common(duties.iter().map(|duty| &duty.basis));
    let count = fill(words.duty_ticked, &[&done.to_string(), &duties.len().to_string()]);
    html! {
        <fieldset class="part">
            <legend><h6>{ words.duties_heading }{ for basis.map(|basis| context.basis(basis)) }</h6></legend>
            <p class="facts">{ words.duties_about }</p>
            <div class="choices">
                { for duties.iter().map(|found| duty(context, found, basis)) }
            </div>
            <p class="facts" role="status">{ count }</p>
        </fieldset>
    }
}

fn is_done(context: &ProgrammesContext, duty: &Duty) -> bool {
    context.view.kept(Extra::Profile, &["duties", &duty.id]) == Some(&Node::Bool(true))
}

/// A duty to be ticked, and where it stands.
fn duty(context: &ProgrammesContext, duty: &Duty, common: Option<&Basis>) -> Html {
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
            { context.basis_beside(common, &duty.basis) }
        </>
    }
}

fn dates(context: &ProgrammesContext, programme: &Programme) -> Html {
    let basis = common(programme.dates.iter().map(|event| &event.basis));
    html! {
        if !programme.dates.is_empty() {
            <div class="part">
                <h6>{ context.words.dates_heading }{ for basis.map(|basis| context.basis(basis)) }</h6>
                <ul class="plain">
                    for event in &programme.dates {
                        <li>
                            <strong>{ &event.date }</strong>
                            { " " }
                            { context.view.text(&event.text) }
                            { context.basis_beside(basis, &event.basis) }
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
