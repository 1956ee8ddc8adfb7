//! What stands around every screen: title and language, what the visitor must know, where answers are kept, and starting
//! over.

use super::action::{Action, Clearing, Focus};
use super::components::{button, live_text};
use super::context::View;
use super::draft::MOST_REPLACED;
use super::props::{Event, Host, Keeping, Notice, Props};
use super::{dates, undo};
use crate::lang::Lang;
use crate::strings::{Strings, fill};
use yew::prelude::*;

/// The title, and the button for the other language.
pub fn header(view: &View, props: &Props) -> Html {
    let words = view.words;
    let other = match props.lang {
        Lang::ZhCn => Lang::En,
        Lang::En => Lang::ZhCn,
    };
    let on_event = props.on_event.clone();
    html! {
        <header part="header" class={props.host.compact.then_some("compact")}>
            <div>
                <h2 class={props.host.compact.then_some("unseen")}>{ words.widget_title }</h2>
                <p class="facts">{ words.not_a_determination }</p>
                { for called(view) }
            </div>
            if props.shared_computer == Some(true) && !view.state.draft.sheet.is_empty() {
                { button("quiet", words.wipe, view.sends(Action::AskWipe)) }
            }
            <button
                type="button"
                class="quiet language"
                lang={words.other_language_tag}
                onclick={move |_| on_event.emit(Event::Language(other))}
            >
                { words.other_language }
            </button>
        </header>
    }
}

/// What the visitor calls the assessment at hand; nothing where it has no name.
fn called(view: &View) -> Option<Html> {
    let name = view.state.draft.sheet.name();
    (!name.is_empty()).then(|| html! { <p class="called">{ live_text(name) }</p> })
}

/// What the visitor must know, each with a button that takes it away.
pub fn notices(view: &View, props: &Props) -> Html {
    let notices = props.notices.iter().enumerate();
    let notices = notices.map(|(number, found)| notice(view, props, number, found));
    html! {
        // The region stays, so that what comes into it is said aloud.
        <div class="notices" role="status">
            { for notices }
            if props.shared {
                { may_read(view, props) }
            }
        </div>
    }
}

/// That the page may read what is answered, and the button that ends it: on every screen, as long as it may.
fn may_read(view: &View, props: &Props) -> Html {
    let (on_event, act) = (props.on_event.clone(), view.act.clone());
    let stop = move |_| {
        on_event.emit(Event::Share(false));
        act.emit(Action::ToHeading);
    };
    html! {
        <div key="shared" class="notice">
            <p>{ view.words.share_on }</p>
            { button("", view.words.share_stop, Callback::from(stop)) }
        </div>
    }
}

fn notice(view: &View, props: &Props, number: usize, notice: &Notice) -> Html {
    let words = view.words;
    let text = match notice {
        Notice::SaveFailed => words.save_failed.to_owned(),
        Notice::ChangedElsewhere => words.changed_elsewhere.to_owned(),
        Notice::DraftFound { answered, kept } => {
            let found = fill(words.draft_found, &[&answered.to_string()]);
            match kept {
                0 => found,
                kept => [found, fill(words.assessments.found, &[&kept.to_string()])].join(" "),
            }
        }
        Notice::ListNotStored => words.assessments.not_stored.to_owned(),
        Notice::ListUnreadable { reason, kept } => {
            unreadable(words, words.assessments.unreadable, reason, kept)
        }
        Notice::ListNewer => words.assessments.newer.to_owned(),
        Notice::Expired { days } => fill(words.assessments.expired, &[&days.to_string()]),
        Notice::LetGo => fill(words.replaced_let_go, &[&MOST_REPLACED.to_string()]),
        Notice::LoadFailed => words.load_failed.to_owned(),
        Notice::CannotPrint { address } => fill(words.cannot_print, &[address]),
        Notice::DraftUnreadable { reason, kept } => unreadable(words, words.draft_unreadable, reason, kept),
        Notice::DraftPartlyUnreadable { which, kept } => {
            unreadable(words, words.draft_partly_unreadable, which, kept)
        }
        Notice::WrittenUnreadable { reason, kept } => {
            unreadable(words, words.written_unreadable, reason, kept)
        }
        Notice::BadAttribute { name, value, allowed } => fill(words.bad_attribute, &[name, value, allowed]),
    };
    let (on_event, act) = (props.on_event.clone(), view.act.clone());
    let dismiss = move |_| {
        on_event.emit(Event::Dismiss(number));
        act.emit(Action::ToHeading);
    };
    html! {
        <div key={text.as_str()} class="notice">
            <p>{ text.clone() }</p>
            if matches!(notice, Notice::DraftFound { .. }) {
                { button("quiet", words.wipe, view.sends(Action::AskWipe)) }
            }
            { button("quiet", words.dismiss, Callback::from(dismiss)) }
        </div>
    }
}

/// What cannot be read, and where the original is.
fn unreadable(words: &Strings, text: &str, what: &str, kept: &Option<String>) -> String {
    let kept = match kept {
        Some(name) => fill(words.unreadable_kept, &[name]),
        None => words.unreadable_gone.to_owned(),
    };
    fill(text, &[what, &kept])
}

/// That earlier answers are kept, with a way back to them.
pub fn replaced(view: &View) -> Html {
    let words = view.words;
    if view.state.draft.replaced.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notice">
            <p id={Focus::Replaced.id()} tabindex="-1" role="status">{ words.replaced_kept }</p>
            { button("quiet", words.replaced_restore, view.sends(Action::Restore)) }
            { button("quiet", words.replaced_delete, view.sends(Action::Forget)) }
        </div>
    }
}

/// Where answers are kept, and starting over.
pub fn footer(view: &View, props: &Props) -> Html {
    let words = view.words;
    let kept = match props.keeping {
        Keeping::Local => words.saved_local,
        Keeping::Session => words.saved_session,
        Keeping::Nowhere => words.saved_nowhere,
    };
    html! {
        <footer part="footer">
            <div>
                <p class="facts">{ kept }</p>
                <div class="slot">
                    if let Some(shared) = props.shared_computer {
                        { shared_computer(view, props, shared) }
                        if !shared {
                            { delete_after(view, props) }
                        }
                    }
                </div>
                <p class="facts">{ contact(view, &props.host) }</p>
            </div>
            <div class="slot ways">
                if let Some(clearing) = view.state.asking {
                    { confirm(view, clearing) }
                } else if !view.state.draft.sheet.is_empty() {
                    <button
                        type="button"
                        class="quiet"
                        id={Focus::AskStartOver.id()}
                        onclick={view.sends(Action::AskStartOver)}
                    >
                        { words.start_over }
                    </button>
                }
                { undo::buttons(view) }
            </div>
        </footer>
    }
}

/// Whom the page names to be asked; nothing where it names nobody.
fn contact(view: &View, host: &Host) -> String {
    if host.contact.is_empty() {
        return String::new();
    }
    fill(view.words.contact, &[&host.contact])
}

/// The box to tick where others use this computer too.
fn shared_computer(view: &View, props: &Props, shared: bool) -> Html {
    let on_event = props.on_event.clone();
    html! {
        <label class="tick">
            <input
                type="checkbox"
                name="shared-computer"
                checked={shared}
                onchange={move |_| on_event.emit(Event::SharedComputer(!shared))}
            />
            <span>{ view.words.shared_computer }</span>
        </label>
    }
}

/// The choice of when answers are deleted from this computer.
fn delete_after(view: &View, props: &Props) -> Html {
    let words = &view.words.assessments;
    let on_event = props.on_event.clone();
    let chosen = view.state.dates.delete_after;
    let choices = [None].into_iter().chain(dates::DELETE_AFTER.map(Some));
    let choice = |days: Option<u16>| {
        let value = days.map(|days| days.to_string()).unwrap_or_default();
        let said = match days {
            Some(_) => fill(words.days, &[&value]),
            None => words.never.to_owned(),
        };
        html! { <option key={value.clone()} value={value} selected={days == chosen}>{ said }</option> }
    };
    html! {
        <label class="delete-after">
            <span>{ words.delete_after }</span>
            <select
                name="delete-after"
                onchange={view.takes_text::<yew::Event>(move |days| on_event.emit(Event::DeleteAfter(days.parse().ok())))}
            >
                { for choices.map(choice) }
            </select>
        </label>
    }
}

fn confirm(view: &View, clearing: Clearing) -> Html {
    let words = view.words;
    let (question, yes, no, action) = match clearing {
        Clearing::StartOver => (
            words.start_over_question,
            words.start_over_yes,
            words.start_over_no,
            Action::StartOver,
        ),
        Clearing::Wipe => (words.wipe_question, words.wipe_yes, words.wipe_no, Action::Wipe),
    };
    let kept = view.state.kept.beside(&view.state.draft.sheet).len();
    let too = (clearing == Clearing::Wipe && kept > 0)
        .then(|| fill(words.assessments.wipe_too, &[&kept.to_string()]));
    html! {
        // All of it takes the focus, so that its buttons come into view with the question.
        <div
            class="confirm"
            role="group"
            id={Focus::StartOver.id()}
            tabindex="-1"
            aria-labelledby="start-over-question"
        >
            <p id="start-over-question">{ question }</p>
            <p>{ too }</p>
            { button("danger", yes, view.sends(action)) }
            { button("", no, view.sends(Action::KeepAnswers)) }
        </div>
    }
}
