//! What becomes of a change, in the event that made it: the next state, then the storage, then the screens.
//!
//! Yew draws in a task of its own, and puts off what comes after a drawing on a slow machine. Nothing here waits for it.

#[cfg(feature = "places")]
use super::files;
use super::instances::{Instance, all, on, tell};
use super::list;
#[cfg(feature = "places")]
use super::listing;
use super::store::{Place, Saved, Written};
#[cfg(feature = "places")]
use super::waiting;
use crate::answers::are_alike;
use crate::document::Node;
use crate::standard::Standard;
use crate::widget::{Action, Draft, Drawn, Event, Notice, Screen};
use std::rc::Rc;

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

/// Goes to a place as who presses its button.
#[cfg(feature = "places")]
pub fn visit(id: u32, place: &str) {
    let standard = on(id, |instance| instance.state.standard.clone());
    if let (Some(standard), Some(screen)) = (standard, screen(id, place)) {
        act(id, &Drawn(standard), Action::Go(screen));
    }
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

/// Stores the draft of an instance, shows it in every widget of its place, and tells the page how far it is where the
/// answers changed.
pub fn store(id: u32, answers_changed: bool) {
    let Some((place, standard, draft)) = on(id, |instance| {
        let standard = instance.settings.standard.clone();
        (instance.place.clone(), standard, instance.state.draft.clone())
    }) else {
        return;
    };
    let saved = place.save(&draft, &standard);
    let merged = saved.draft != draft;
    let more = on(id, |instance| take_up(instance, &saved, merged)) == Some(true);
    spread(&place, &saved, Some(id), merged);
    if !saved.stored {
        tell(id, "unsaved", &[]);
    }
    if answers_changed || more {
        report(id);
    }
}

/// Shows an instance what came of saving or reading its place, and gives whether answers changed by it. It stays on its
/// own screen.
fn take_up(instance: &mut Instance, saved: &Saved, elsewhere: bool) -> bool {
    let ours = instance.state.draft.clone();
    let standard = instance.settings.standard.clone();
    let (theirs, notice) = if are_alike(&saved.standard, &standard) {
        (saved.draft.clone(), None)
    } else {
        // Another document of the same id is shown here: answers are found by the ids of their questions.
        let (draft, notice) = instance.place.under(&saved.draft, &saved.standard, &standard);
        (Rc::new(draft), notice)
    };
    if theirs.sheet != ours.sheet || theirs.replaced != ours.replaced {
        let screen = if theirs.sheet.track_chosen {
            ours.screen
        } else {
            Screen::Start
        };
        instance.shared &= !theirs.is_other_than(&ours);
        instance.give(Rc::new(Draft {
            screen,
            ..(*theirs).clone()
        }));
        list::note_change(instance);
        if elsewhere {
            instance.note(Notice::ChangedElsewhere);
        }
        if theirs.has_overflowed_since(&ours) {
            instance.note(Notice::LetGo);
        }
    }
    if saved.stored {
        instance.notices.retain(|notice| *notice != Notice::SaveFailed);
    } else {
        instance.note(Notice::SaveFailed);
    }
    for notice in saved.notices.iter().chain(&notice) {
        // What could be set aside by now no longer stands in the place itself.
        let place = instance.place.clone();
        instance
            .notices
            .retain(|notice| !notice.kept().is_some_and(|kept| place.is_key(kept)));
        instance.note(notice.clone());
    }
    instance.show();
    theirs.sheet.answers != ours.sheet.answers
}

/// Shows what came of saving or reading a place in every widget of it but `from`.
fn spread(place: &Place, saved: &Saved, from: Option<u32>, elsewhere: bool) {
    for (id, instance) in all() {
        if Some(id) == from || instance.borrow().place != *place {
            continue;
        }
        if on(id, |instance| take_up(instance, saved, elsewhere)) == Some(true) {
            report(id);
        }
        let beyond = |instance: &mut Instance| {
            let draft = &instance.state.draft;
            (!draft.is_shown_here()).then(|| draft.screen.to_node().to_json())
        };
        if let Some(place) = on(id, beyond).flatten() {
            tell(id, "beyond", &[place.as_str().into(), true.into()]);
        }
    }
}

/// Tells the page how many questions are answered, and once when nothing is open any more.
fn report(id: u32) {
    let Some(state) = on(id, |instance| instance.state.clone()) else {
        return;
    };
    // Neither number tells which answers were given: what other answers close, or make not applicable, still counts.
    let counts = state.draft.sheet.answers.counts(&state.standard);
    tell(id, "change", &counts.map(|count| (count as u32).into()));
    let complete = state.assessment.progress().open == 0;
    if on(id, |instance| std::mem::replace(&mut instance.complete, complete)) == Some(false) && complete {
        tell(id, "complete", &[]);
    }
}

/// The place of each draft on the page, once, with the standard that is shown.
fn places() -> Vec<(Place, Rc<Standard>)> {
    let mut places: Vec<(Place, Rc<Standard>)> = Vec::new();
    for (_, instance) in all() {
        let instance = instance.borrow();
        if places.iter().all(|(place, _)| *place != instance.place) {
            places.push((instance.place.clone(), instance.settings.standard.clone()));
        }
    }
    places
}

/// Takes up what other windows have written to the storage under `key`; no key is all of it.
pub fn read_again(key: Option<&str>, written: &Written) {
    for (place, standard) in places() {
        list::read_again(&place, &standard, key, written);
        if place.is_touched_by(key)
            && let Some(read) = place.read_again(written.clone())
        {
            spread(&place, &read, None, true);
        }
    }
}

/// Stores what the browser did not take before.
pub fn flush() {
    for (place, _) in places() {
        if let Some(saved) = place.flush() {
            spread(&place, &saved, None, false);
        }
    }
}
