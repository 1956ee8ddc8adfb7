//! What stands around every screen: title and language, what the visitor must know, where answers are kept, and starting
//! over.

use super::action::{Action, Focus};
use super::components::button;
use super::consent;
use super::context::View;
use super::draft::MOST_REPLACED;
use super::props::{Event, Host, Keeping, Notice, Props};
use crate::lang::Lang;
use crate::strings::fill;
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
            </div>
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

/// What the visitor must know, each with a button that takes it away.
pub fn notices(view: &View, props: &Props) -> Html {
    let notices = props.notices.iter().enumerate();
    let notices = notices.map(|(number, found)| notice(view, props, number, found));
    html! {
        // The region stays, so that what comes into it is said aloud.
        <div class="notices" role="status">
            { for notices }
            if props.shared {
                { consent::notice(view, props) }
            }
        </div>
    }
}

fn notice(view: &View, props: &Props, number: usize, notice: &Notice) -> Html {
    let words = view.words;
    let text = match notice {
        Notice::SaveFailed => words.save_failed.to_owned(),
        Notice::ChangedElsewhere => words.changed_elsewhere.to_owned(),
        Notice::LetGo => fill(words.replaced_let_go, &[&MOST_REPLACED.to_string()]),
        Notice::LoadFailed => words.load_failed.to_owned(),
        Notice::CannotPrint { address } => fill(words.cannot_print, &[address]),
        Notice::DraftUnreadable { reason, kept } => fill(words.draft_unreadable, &[reason, kept]),
        Notice::DraftPartlyUnreadable { which, kept } => fill(words.draft_partly_unreadable, &[which, kept]),
        Notice::WrittenUnreadable { reason, kept } => fill(words.written_unreadable, &[reason, kept]),
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
            { button("quiet", words.dismiss, Callback::from(dismiss)) }
        </div>
    }
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
                <p class="facts">{ contact(view, &props.host) }</p>
            </div>
            <div class="slot">
                if view.state.asking_start_over {
                    { start_over(view) }
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

fn start_over(view: &View) -> Html {
    let words = view.words;
    html! {
        <div class="confirm" role="group" aria-labelledby={Focus::StartOver.id()}>
            <p id={Focus::StartOver.id()} tabindex="-1">{ words.start_over_question }</p>
            { button("danger", words.start_over_yes, view.sends(Action::StartOver)) }
            { button("", words.start_over_no, view.sends(Action::KeepAnswers)) }
        </div>
    }
}
