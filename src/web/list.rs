//! The assessments beside the one at hand, and when all of them are deleted from this computer.

use super::instances::{Instance, all, now, on};
use super::store::{Place, Written};
#[cfg(feature = "places")]
use super::waiting;
use crate::standard::Standard;
use crate::widget::{Dates, Draft, KeptList, Notice, State};
use std::rc::Rc;

/// The day of today where the visitor is.
pub fn today() -> String {
    now()[..10].to_owned()
}

/// Stores the list of the next state where it is another one; gives whether it could be.
pub fn save(instance: &mut Instance, next: &mut State) -> bool {
    if next.kept == instance.state.kept {
        return true;
    }
    match instance.place.save_list(&next.kept, &next.standard) {
        Ok(list) => {
            instance.notices.retain(|notice| *notice != Notice::ListNotStored);
            next.kept = list;
            true
        }
        Err(notice) => {
            instance.note(notice);
            false
        }
    }
}

/// Shows every widget of a place its list.
pub fn spread(place: &Place, list: &Rc<KeptList>, notices: &[Notice]) {
    update(place, |instance, state| {
        state.kept = list.clone();
        notices.iter().for_each(|notice| instance.note(notice.clone()));
    });
}

fn update(place: &Place, how: impl Fn(&mut Instance, &mut State)) {
    for (id, _) in all() {
        on(id, |instance| {
            if instance.place == *place {
                let mut state = (*instance.state).clone();
                how(instance, &mut state);
                instance.state = Rc::new(state);
                instance.show();
            }
        });
    }
}

/// Notes the day of a change. It is stored where it is to be known at the next visit.
pub fn note_change(instance: &mut Instance) {
    let state = &instance.state;
    let begins = !state.kept.is_empty();
    let noted = instance.place.note_change(&today(), &state.standard, begins);
    let dates = noted.unwrap_or_else(|| {
        let mut dates = state.dates.clone();
        dates.change(&today(), &state.standard.known_until);
        dates
    });
    if dates != state.dates {
        let mut state = (**state).clone();
        state.dates = dates;
        instance.state = Rc::new(state);
    }
}

/// Keeps after how many days without a change all is deleted.
pub fn choose(id: u32, days: Option<u16>) {
    let chosen = on(id, |instance| {
        let place = instance.place.clone();
        let standard = &instance.state.standard;
        let mut dates = place.dates().unwrap_or_default();
        dates.delete_after = days;
        // The time begins now.
        dates.change(&today(), &standard.known_until);
        (place, dates, !instance.state.kept.is_empty())
    });
    let Some((place, dates, stays)) = chosen else {
        return;
    };
    match days.is_none() && !stays {
        true => place.erase_dates(),
        false => place.save_dates(&dates),
    }
    let known = place.dates().unwrap_or_default();
    update(&place, |_, state| {
        state.dates.delete_after = known.delete_after;
    });
}

/// Takes up what other windows have written of lists and dates.
pub fn read_again(place: &Place, standard: &Rc<Standard>, key: Option<&str>, written: &Written) {
    if place.is_list_touched_by(key)
        && let Some((list, notices)) = place.read_list_again(standard, written)
    {
        spread(place, &list, &notices);
    }
    if place.are_dates_touched_by(key) {
        let dates = place.dates().unwrap_or_default();
        update(place, |_, state| state.dates.delete_after = dates.delete_after);
    }
}

/// Takes up the list, the dates and what waits in the place of an instance, which is another one than before.
pub fn take(instance: &mut Instance) {
    let (list, notices) = instance.place.list(&instance.settings.standard);
    let mut state = (*instance.state).clone();
    (state.kept, state.dates) = (list, instance.place.dates().unwrap_or_default());
    instance.state = Rc::new(state);
    notices.into_iter().for_each(|notice| instance.note(notice));
    #[cfg(feature = "places")]
    waiting::take_up(instance);
}

/// Puts the list of an instance into another place, to which the visitor moves; gives whether all of it is there.
pub fn moves(id: u32, to: &Place) -> bool {
    let moved = on(id, |instance| {
        let state = &instance.state;
        state.kept.is_empty() || to.save_list(&state.kept, &state.standard).is_ok()
    });
    moved == Some(true)
}

/// What stands in a place when somebody comes to it, once what is due by the visitor's own choice is deleted.
pub struct Opened {
    /// The draft.
    pub draft: Rc<Draft>,
    /// The list beside it.
    pub kept: Rc<KeptList>,
    /// Its dates.
    pub dates: Dates,
    /// What the visitor must know.
    pub notices: Vec<Notice>,
}

/// Opens a place. What is in use on the page is not due.
pub fn open(place: &Place, standard: &Rc<Standard>, in_use: bool) -> Opened {
    let (draft, mut notices) = place.open(standard);
    let (kept, more) = place.list(standard);
    notices.extend(more);
    let (dates, due) = place.visit(&today(), standard);
    let in_use = in_use
        || all()
            .iter()
            .any(|(_, instance)| instance.borrow().place == *place);
    let due = due.filter(|_| {
        let is_empty = draft.sheet.is_empty() && draft.replaced.is_empty() && kept.is_empty();
        !(in_use || is_empty && notices.is_empty())
    });
    let mut opened = Opened {
        draft,
        kept,
        dates,
        notices,
    };
    if let Some(days) = due {
        let saved = place.save(&Rc::new(Draft::new(standard)), standard);
        let wiped = opened.kept.wiped();
        place.erase_list();
        let kept = match wiped.is_nothing() {
            true => Some(Rc::default()),
            false => place.save_list(&wiped, standard).ok(),
        };
        if let (true, Some(kept)) = (saved.stored, kept) {
            place.erase_set_aside();
            place.keep_waiting("");
            opened.notices = vec![Notice::Expired { days }];
            (opened.draft, opened.kept) = (saved.draft, kept);
        }
    }
    opened
}
