//! What becomes of a change, in the event that made it: the next state, then the storage, then the screens.
//!
//! Yew draws in a task of its own, and puts off what comes after a drawing on a slow machine. Nothing here waits for it.

#[cfg(feature = "places")]
use super::files;
use super::instances::{on, tell};
use super::list;
#[cfg(feature = "places")]
use super::listing;
#[cfg(feature = "places")]
use super::waiting;
use crate::answers::are_alike;
use crate::document::Node;
use crate::widget::{Action, Draft, Drawn, Event, Notice, Screen, State};
use std::rc::Rc;

mod storing;
pub use storing::{flush, read_again, store};

/// Takes what the widget with this number says.
pub fn take(id: u32, event: Event) {
    match event {
        Event::Act(drawn, action) => act(id, &drawn, action),
        Event::Language(lang) => tell(id, "language", &[lang.tag().into()]),
        Event::Print => tell(id, "print", &[]),
        Event::More => tell(id, "more", &[]),
        Event::SharedComputer(shared) => tell(id, "shared-computer", &[shared.into()]),
        #[cfg(feature = "places")]
        Event::Save(form) => files::save(id, form),
        #[cfg(feature = "places")]
        Event::HandOut(department) => files::hand_out(id, department.as_deref()),
        #[cfg(feature = "places")]
        Event::Copy(field) => tell(id, "copy", &[field.into()]),
        #[cfg(feature = "places")]
        Event::Open(text) => files::arrive(id, text.as_bytes()),
        #[cfg(feature = "places")]
        Event::List(action) => listing::does(id, action),
        Event::DeleteAfter(days) => list::choose(id, days),
        Event::Share(shared) => {
            on(id, |instance| {
                instance.shared = shared;
                instance.show();
            });
        }
        Event::Dismiss(number) => {
            on(id, |instance| {
                let attributes = instance.settings.bad_attributes.len();
                if number < attributes {
                    instance.settings.bad_attributes.remove(number);
                } else if number - attributes < instance.notices.len() {
                    instance.notices.remove(number - attributes);
                }
                instance.show();
            });
        }
    }
}

/// Makes the next state of what the visitor did. It may leave the draft as it was.
pub fn act(id: u32, drawn: &Drawn, action: Action) {
    let (mut beyond, mut listed) = (None, None);
    let changed = on(id, |instance| {
        let before = instance.state.clone();
        let action = if are_alike(&drawn.0, &before.standard) {
            action
        } else {
            action.under(&drawn.0, &before.standard)?
        };
        let (replacing, wiping) = (action.replaces(), action == Action::Wipe);
        let mut next = before.after(action);
        if !next.draft.is_shown_here() {
            // The whole module goes there itself.
            beyond = Some(next.draft.screen);
            return None;
        }
        if wiping {
            instance.place.erase_set_aside();
            instance.place.erase_list();
            instance.place.keep_waiting("");
            // What they speak of is gone.
            instance.notices.retain(|notice| {
                notice.kept().is_none() && !matches!(notice, Notice::DraftFound { .. } | Notice::ListNewer)
            });
        }
        if !list::save(instance, &mut next) {
            instance.show();
            return None;
        }
        if next.kept != before.kept {
            listed = Some((instance.place.clone(), next.kept.clone()));
        }
        instance.state = Rc::new(next);
        #[cfg(feature = "places")]
        if !before.exchange.waits_like(&instance.state.exchange) {
            waiting::keep(instance);
        }
        if before.draft.sheet != instance.state.draft.sheet {
            list::note_change(instance);
        }
        instance.shared &= !instance.state.draft.is_other_than(&before.draft);
        if before.draft == instance.state.draft {
            instance.show();
            return None;
        }
        let screens = [before.draft.screen, instance.state.draft.screen];
        let moved =
            (screens[0] != screens[1]).then(|| screens.map(|screen| screen.to_node().to_json().into()));
        if replacing && instance.state.draft.has_let_go_of(&before.draft) {
            instance.note(Notice::LetGo);
        }
        let answers_changed = before.draft.sheet.answers != instance.state.draft.sheet.answers;
        Some((answers_changed, moved))
    });
    if let Some(screen) = beyond {
        let place = screen.to_node().to_json();
        tell(id, "beyond", &[place.as_str().into(), false.into()]);
    }
    if let Some((place, list)) = listed {
        list::spread(&place, &list, &[]);
    }
    if let Some((answers_changed, moved)) = changed.flatten() {
        store(id, answers_changed);
        if let Some(moved) = moved {
            tell(id, "place", &moved);
        }
    }
    // Again with each thing that is done: it is said after a pause.
    if on(id, |instance| instance.state.has_news()) == Some(true) {
        tell(id, "news", &[]);
    }
}

/// The place that was told before by this name.
pub fn screen(id: u32, place: &str) -> Option<Screen> {
    let pages = on(id, |instance| {
        let state = &instance.state;
        state.standard.pages(state.draft.sheet.answers.track).len()
    });
    let node = Node::from_json(place).ok()?;
    Some(Screen::from_node(Some(&node), pages?))
}

/// Does what `how` asks for in the newest state, as who presses a button there; gives whether it asked for anything.
pub fn act_on(id: u32, how: impl FnOnce(&State) -> Option<Action>) -> bool {
    let asked = on(id, |instance| {
        let action = how(&instance.state)?;
        Some((Drawn(instance.state.standard.clone()), action))
    });
    let Some((drawn, action)) = asked.flatten() else {
        return false;
    };
    act(id, &drawn, action);
    true
}

/// Has the verdicts that changed said aloud.
pub fn announce(id: u32) {
    on(id, |instance| {
        instance.state = Rc::new(instance.state.after(Action::Announce));
        instance.show();
    });
}

/// Puts another draft before the visitor, in place of the present one.
pub fn replace(id: u32, draft: Draft) {
    on(id, |instance| {
        if draft.has_let_go_of(&instance.state.draft) {
            instance.note(Notice::LetGo);
        }
        instance.shared = false;
        instance.give(Rc::new(draft));
        list::note_change(instance);
    });
    store(id, true);
}
