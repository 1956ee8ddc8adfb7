//! What is stored, and what every widget of its place shows of it.

use crate::answers::are_alike;
use crate::standard::Standard;
use crate::web::instances::{Instance, all, on, tell};
use crate::web::list;
use crate::web::store::{Place, Saved, Written};
use crate::widget::{Draft, Notice, Screen};
use std::rc::Rc;

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
