//! The assessments on this computer: the one at hand and those beside it.

use crate::strings::fill;
use crate::widget::action::{Asked, Focus, Listing, Which};
use crate::widget::components::{TextField, primary};
use crate::widget::context::View;
use crate::widget::draft::Sheet;
use crate::widget::kept::MOST_KEPT;
use crate::widget::props::{Event, Props};
use yew::prelude::*;

/// How long a name may be.
const MOST_NAME: u32 = 60;

/// What an assessment is called: as its visitor calls it, else by its plant, else by its track and edition.
pub fn called(view: &View, sheet: &Sheet) -> String {
    let standard = &view.state.standard;
    let plant = sheet.kept_text(crate::answers::Extra::Profile, &["plant"]);
    match [sheet.name(), plant].into_iter().find(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => {
            let track = view.text(&standard.tracks[sheet.answers.track].title);
            fill(view.words.assessments.nameless, &[track, &standard.edition])
        }
    }
}

/// The panel.
pub fn panel(view: &View, props: &Props) -> Html {
    let words = &view.words.assessments;
    let state = view.state;
    let mine = &state.draft.sheet;
    let beside = state.kept.beside(mine);
    let is_empty = beside.is_empty();
    let others = beside.into_iter().map(|(kept, sheet)| {
        let which = Which::Listed(kept.id.clone());
        row(view, props, &which, sheet, kept.changed.as_deref())
    });
    let hand = (!mine.is_empty()).then(|| row(view, props, &Which::AtHand, mine, state.changed()));
    html! {
        <section class="panel group assessments">
            <h4 id={Focus::List.id()} tabindex="-1">{ words.heading }</h4>
            <p class="hint">{ words.about }</p>
            <div role="status">{ for said(view, props) }</div>
            <ul class="plain">{ for hand.into_iter().chain(others) }</ul>
            <p class="facts">{ if is_empty { words.none } else { "" } }</p>
            <div class="slot">
                if state.at_list.asked == Some(Asked::Start) {
                    { asked(view, props, &Asked::Start, "") }
                } else if !mine.is_empty() {
                    { does(props, words.start, "", Listing::Ask(Asked::Start)) }
                }
            </div>
        </section>
    }
}

/// What came of the last thing that was done.
fn said(view: &View, props: &Props) -> Option<Html> {
    let words = &view.words.assessments;
    let at_list = &view.state.at_list;
    if at_list.is_full {
        let full = fill(words.full, &[&MOST_KEPT.to_string()]);
        return Some(html! { <p key="full" class="error">{ full }</p> });
    }
    let kept = at_list.deleted.as_ref()?;
    let name = called(view, kept.sheet.as_ref()?);
    Some(html! {
        <p key={kept.id.clone()} class="actions">
            <span>{ fill(words.deleted, &[&name]) }</span>
            { does(props, words.bring_back, &name, Listing::BringBack) }
        </p>
    })
}

/// A button; which assessment it is about is said with it.
fn does(props: &Props, words: &str, of: &str, action: Listing) -> Html {
    let on_event = props.on_event.clone();
    let onclick = Callback::from(move |_: MouseEvent| on_event.emit(Event::List(action.clone())));
    html! {
        <button key={words.to_owned()} type="button" class="quiet" {onclick}>
            { words }
            <span class="unseen">{ " " }{ of }</span>
        </button>
    }
}

fn row(view: &View, props: &Props, which: &Which, sheet: &Sheet, changed: Option<&str>) -> Html {
    let words = &view.words.assessments;
    let name = called(view, sheet);
    let [answered, _] = sheet.answers.counts(&view.state.standard);
    let day = match changed {
        Some(day) => Some(fill(words.changed, &[day])),
        None if *which == Which::AtHand => None,
        None => Some(words.changed_unknown.to_owned()),
    };
    let facts = [Some(fill(words.answered, &[&answered.to_string()])), day];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let facts = facts.join(view.semicolon());
    let ask = |words: &str, asked: Asked| does(props, words, &name, Listing::Ask(asked));
    let beside = match which {
        Which::AtHand => Vec::new(),
        Which::Listed(id) => vec![
            does(props, words.open, &name, Listing::Open(id.clone())),
            does(props, words.compare, &name, Listing::Compare(id.clone())),
        ],
    };
    let delete = match which {
        Which::AtHand => None,
        Which::Listed(id) => Some(ask(words.delete, Asked::Delete(id.clone()))),
    };
    let about = |asked: &&Asked| match asked {
        Asked::Start => false,
        Asked::Copy(of) | Asked::Rename(of) => of == which,
        Asked::Delete(id) => *which == Which::Listed(id.clone()),
    };
    let question = view.state.at_list.asked.as_ref().filter(about);
    let key = match which {
        Which::AtHand => "",
        Which::Listed(id) => id.as_str(),
    };
    html! {
        <li key={key} class={(*which == Which::AtHand).then_some("at-hand")}>
            <p>
                <strong>{ name.clone() }</strong>
                <span class="facts">{ if *which == Which::AtHand { words.at_hand } else { "" } }</span>
            </p>
            <p class="facts">{ facts }</p>
            <div class="slot">
                if let Some(question) = question {
                    { asked(view, props, question, &name) }
                } else {
                    <div class="actions">
                        { for beside }
                        { ask(words.copy, Asked::Copy(which.clone())) }
                        { ask(words.rename, Asked::Rename(which.clone())) }
                        { for delete }
                    </div>
                }
            </div>
        </li>
    }
}

/// What is asked before something is done.
fn asked(view: &View, props: &Props, asked: &Asked, name: &str) -> Html {
    let words = &view.words.assessments;
    let (question, about, yes, no) = match asked {
        Asked::Start => (words.start_heading, words.start_about, words.go, words.cancel),
        Asked::Copy(_) => (words.copy_heading, words.copy_about, words.go, words.cancel),
        Asked::Rename(_) => (words.rename_heading, "", words.save, words.cancel),
        Asked::Delete(_) => (words.delete_question, "", words.delete_yes, words.delete_no),
    };
    let sends = |action: Listing| {
        let on_event = props.on_event.clone();
        Callback::from(move |_: MouseEvent| on_event.emit(Event::List(action.clone())))
    };
    let typed = {
        let on_event = props.on_event.clone();
        view.takes_text(move |text| on_event.emit(Event::List(Listing::Name(text))))
    };
    let field = TextField {
        id: "assessment-name",
        label: words.name,
        hint: Some(words.name_about),
        most: MOST_NAME,
        value: &view.state.at_list.name,
        oninput: Some(typed),
        ..TextField::default()
    };
    let is_delete = matches!(asked, Asked::Delete(_));
    let confirm = match is_delete {
        true => html! {
            <button type="button" class="danger" onclick={sends(Listing::Confirm)}>{ yes }</button>
        },
        false => primary(yes, sends(Listing::Confirm)),
    };
    html! {
        <div class="to-confirm" role="group" id={Focus::Asked.id()} tabindex="-1" aria-labelledby="asked-question">
            <p id="asked-question">{ fill(question, &[name]) }</p>
            <p class="hint">{ about }</p>
            <div class="slot">
                if !is_delete {
                    { field.html() }
                }
            </div>
            <div class="actions">
                { confirm }
                <button type="button" onclick={sends(Listing::Cancel)}>{ no }</button>
            </div>
        </div>
    }
}
