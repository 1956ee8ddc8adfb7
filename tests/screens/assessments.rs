//! Several assessments side by side, what is asked about them, and undoing.

use super::{each_language, editions, half_answered, render_state, standard};
use readiness_check::lang::Lang;
use readiness_check::widget::{Action, Asked, Draft, Listing, Notice, Screen, Sheet, State, Which};
use std::rc::Rc;

fn does(state: &State, number: u32, actions: impl IntoIterator<Item = Listing>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| {
        state.after(Action::Listing(action, format!("new{number}")))
    })
}

/// Two in the list, one of them with a name, and one at hand.
fn three() -> State {
    let standard = standard();
    let sheet = half_answered(&standard, "discrete").with_name("北仑二厂 2025 年");
    let draft = Draft {
        sheet,
        screen: Screen::Exchange,
        replaced: Vec::new(),
    };
    let mut state = State::new(standard.clone(), Rc::new(draft));
    state.dates.changed = Some("2026-01-31".to_owned());
    let copy = |name: &str| {
        [
            Listing::Ask(Asked::Copy(Which::AtHand)),
            Listing::Name(name.to_owned()),
            Listing::Confirm,
        ]
    };
    let mut state = does(&state, 1, copy(""));
    state.dates.changed = None;
    let mut state = does(&state, 2, copy("2027"));
    state.dates.changed = Some("2026-11-28".to_owned());
    state.after(Action::Go(Screen::Exchange))
}

#[test]
fn the_assessments_on_this_computer() {
    let state = three();
    let first = state.kept.beside(&state.draft.sheet)[0].0.id.clone();
    let which = || Which::Listed(first.clone());
    let asking = |asked: Asked| does(&state, 9, [Listing::Ask(asked)]);
    let full = {
        let mut full = state.clone();
        full.at_list.is_full = true;
        full
    };
    for (name, state) in [
        ("assessments", state.clone()),
        ("assessments-copied", asking(Asked::Copy(which()))),
        (
            "assessments-deleted",
            does(&asking(Asked::Delete(first.clone())), 10, [Listing::Confirm]),
        ),
        (
            "assessments-compared",
            does(&state, 9, [Listing::Compare(first.clone())]),
        ),
    ] {
        each_language(name, |lang| {
            render_state(state.clone(), &editions(), lang, Vec::new())
        });
    }
    let says = |state: &State, words: &str| {
        let shown = render_state(state.clone(), &editions(), Lang::En, Vec::new());
        assert!(shown.contains(words), "{words}: {shown}");
    };
    says(&asking(Asked::Start), "Start a blank assessment");
    says(&asking(Asked::Rename(which())), "Rename \"北仑二厂 2025 年\"");
    says(
        &asking(Asked::Delete(first.clone())),
        "Delete \"北仑二厂 2025 年\" from this computer?",
    );
    says(&full, "The list holds 20 and is full.");
    says(
        &state.after(Action::AskWipe),
        "Assessments in the list that are deleted too: 2.",
    );
}

#[test]
fn what_was_undone_is_said_at_the_foot() {
    let standard = standard();
    let state = State::new(standard.clone(), Rc::new(Draft::new(&standard))).after(Action::Begin(0));
    let question = standard
        .question("equipment-kinds")
        .expect("a question of the contract");
    let typed = state.after(Action::Typed(question, "8".to_owned()));
    let undone = typed
        .after(Action::Typed(question, "9".to_owned()))
        .after(Action::Undo);
    each_language("undone", |lang| {
        render_state(undone.clone(), &editions(), lang, Vec::new())
    });
}

#[test]
fn what_a_visitor_must_know_of_the_list() {
    let standard = standard();
    let sheet = Sheet::new(&standard);
    let draft = Draft {
        sheet,
        ..Draft::new(&standard)
    };
    let kept = Some("readiness-check:x:set-aside-1".to_owned());
    let reason = "it is not a list of this tool".to_owned();
    for (notice, words) in [
        (Notice::ListNotStored, "did not store the list"),
        (Notice::ListNewer, "A newer release stored the list"),
        (Notice::ListUnreadable { reason, kept }, "set-aside-1"),
        (Notice::Expired { days: 30 }, "for 30 days"),
        (
            Notice::DraftFound { answered: 3, kept: 2 },
            "questions answered: 3. If it is not yours, delete it and start afresh. Other assessments in the list: 2.",
        ),
    ] {
        let state = State::new(standard.clone(), Rc::new(draft.clone()));
        let shown = render_state(state, &editions(), Lang::En, vec![notice]);
        assert!(shown.contains(words), "{words}: {shown}");
    }
}
