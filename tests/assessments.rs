//! Several assessments on one computer: the list and its merging, switching between them, undoing, and deleting after a time.
#![cfg(feature = "widget")]

mod standard;

use proptest::prelude::*;
use readiness_check::answers::{Answer, Extra};
use readiness_check::document::Node;
use readiness_check::exchange::{Form, Place};
use readiness_check::standard::Standard;
use readiness_check::widget::{
    Action, Asked, Dates, Done, Draft, History, KeptList, Listing, MOST_KEPT, MOST_STEPS, Screen, Sheet,
    State, Which,
};
use std::rc::Rc;

fn edition() -> Rc<Standard> {
    Rc::new(standard::shipped("ningbo-3511-2018"))
}

fn begun(standard: &Rc<Standard>) -> State {
    let state = State::new(standard.clone(), Rc::new(Draft::new(standard)));
    state.after(Action::Begin(
        standard.track("discrete").expect("a track of the contract"),
    ))
}

fn question(state: &State, id: &str) -> usize {
    state.standard.question(id).expect("a question of the contract")
}

fn count(sheet: &Sheet, question: usize) -> Option<i64> {
    match sheet.answers.get(question) {
        Some(Answer::Count(count)) => Some(*count),
        _ => None,
    }
}

fn typed(state: &State, id: &str, text: &str) -> State {
    let question = question(state, id);
    let letters = (1..=text.len()).fold(state.clone(), |state, end| {
        state.after(Action::Type(question, text[..end].to_owned()))
    });
    letters.after(Action::Typed(question, text.to_owned()))
}

fn kinds(state: &State) -> Option<i64> {
    count(&state.draft.sheet, question(state, "equipment-kinds"))
}

/// Does these one after the other; the number stands for chance.
fn list(state: &State, number: u32, actions: impl IntoIterator<Item = Listing>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| {
        state.after(Action::Listing(action, format!("new{number}")))
    })
}

fn renamed(state: &State, which: Which, name: &str) -> State {
    let actions = [
        Listing::Ask(Asked::Rename(which)),
        Listing::Name(name.to_owned()),
        Listing::Confirm,
    ];
    list(state, 900, actions)
}

fn copied(state: &State, which: Which, name: &str, number: u32) -> State {
    let actions = [
        Listing::Ask(Asked::Copy(which)),
        Listing::Name(name.to_owned()),
        Listing::Confirm,
    ];
    list(state, number, actions)
}

fn started(state: &State, number: u32) -> State {
    list(state, number, [Listing::Ask(Asked::Start), Listing::Confirm])
}

/// The ids and names of the list beside the one at hand.
fn beside(state: &State) -> Vec<(String, String)> {
    let beside = state.kept.beside(&state.draft.sheet);
    let mut beside: Vec<_> = beside
        .iter()
        .map(|(kept, sheet)| (kept.id.clone(), sheet.name().to_owned()))
        .collect();
    beside.sort();
    beside
}

fn id_of(state: &State, name: &str) -> String {
    let beside = beside(state).into_iter();
    beside
        .clone()
        .find(|(_, found)| found == name)
        .expect("it is in the list")
        .0
}

#[test]
fn what_leaves_the_hand_goes_into_the_list_and_comes_back_as_it_was() {
    let state = typed(&begun(&edition()), "equipment-kinds", "8");
    let state = renamed(&state, Which::AtHand, "北仑 2026");
    let first = state.draft.sheet.clone();
    let state = started(&state, 1);
    assert_eq!(state.draft.screen, Screen::Start);
    assert_eq!(kinds(&state), None);
    assert_eq!(beside(&state).len(), 1);
    let state = state.after(Action::Begin(0));
    let state = typed(&state, "equipment-kinds", "3");
    let state = list(&state, 2, [Listing::Open(id_of(&state, "北仑 2026"))]);
    assert_eq!(kinds(&state), Some(8));
    assert_eq!(state.draft.sheet.clone().with_id(""), first);
    assert_eq!(state.draft.screen, Screen::Page(0));
    // The other one took its place in the list, with what was answered meanwhile.
    let (_, other) = state.kept.beside(&state.draft.sheet)[0];
    assert_eq!(count(other, question(&state, "equipment-kinds")), Some(3));
    // What is changed at hand is what goes back.
    let state = typed(&state, "equipment-kinds", "9");
    let state = list(&state, 3, [Listing::Open(id_of(&state, ""))]);
    let state = list(&state, 4, [Listing::Open(id_of(&state, "北仑 2026"))]);
    assert_eq!(kinds(&state), Some(9));
    assert!(state.draft.replaced.is_empty());
}

#[test]
fn nothing_is_put_into_the_list_where_nothing_would_be_lost() {
    let standard = edition();
    let empty = begun(&standard);
    assert!(started(&empty, 1).kept.is_empty());
    let state = typed(
        &started(&empty, 1).after(Action::Begin(0)),
        "equipment-kinds",
        "1",
    );
    assert_eq!(beside(&started(&state, 2)).len(), 1);
}

#[test]
fn a_copy_is_the_start_of_next_year_and_leaves_the_original_alone() {
    let state = typed(&begun(&edition()), "equipment-kinds", "8");
    let keep = |state: &State, key: &str, text: &str| {
        state.after(Action::KeepText(
            Extra::Profile,
            vec![key.to_owned()],
            text.to_owned(),
        ))
    };
    let state = keep(&keep(&state, "plant", "北仑"), "figuresAsOf", "2026-01-01");
    let copy = copied(&state, Which::AtHand, "2027", 1);
    let text = |sheet: &Sheet, key: &str| sheet.kept_text(Extra::Profile, &[key]).to_owned();
    let sheet = &copy.draft.sheet;
    assert_eq!((kinds(&copy), sheet.name()), (Some(8), "2027"));
    assert_eq!(text(sheet, "plant"), "北仑");
    assert_eq!(text(sheet, "figuresAsOf"), "", "its figures are of another day");
    let (original, before) = copy.kept.beside(sheet)[0];
    assert_eq!(text(before, "figuresAsOf"), "2026-01-01");
    // One of the list is copied too, and stays there.
    let id = original.id.clone();
    let second = copied(&copy, Which::Listed(id), "2028", 2);
    assert_eq!(beside(&second).len(), 2);
    assert_eq!(second.draft.sheet.name(), "2028");
}

#[test]
fn one_that_was_deleted_can_be_brought_back_and_stays_deleted_else() {
    let state = started(&typed(&begun(&edition()), "equipment-kinds", "8"), 1);
    let id = id_of(&state, "");
    let deleted = list(&state, 2, [Listing::Ask(Asked::Delete(id.clone()))]);
    assert_eq!(beside(&deleted).len(), 1, "it is asked first");
    assert_eq!(list(&deleted, 3, [Listing::Cancel]).kept, state.kept);
    let deleted = list(&deleted, 3, [Listing::Confirm]);
    assert!(deleted.kept.is_empty());
    assert_eq!(
        *deleted.kept,
        deleted.kept.merged(&state.kept),
        "another window knows of it still"
    );
    let back = list(&deleted, 4, [Listing::BringBack]);
    assert_eq!(beside(&back).len(), 1);
    assert_eq!(*back.kept, deleted.kept.merged(&back.kept), "it is another entry");
}

#[test]
fn a_full_list_takes_no_more_and_says_so() {
    let mut state = begun(&edition());
    for number in 0..MOST_KEPT as u32 {
        state = typed(&state, "equipment-kinds", &number.to_string());
        state = started(&state, number).after(Action::Begin(0));
    }
    state = typed(&state, "equipment-kinds", "99");
    assert_eq!(beside(&state).len(), MOST_KEPT);
    let full = started(&state, 99);
    assert!(full.at_list.is_full);
    assert_eq!((&full.draft, &full.kept), (&state.draft, &state.kept));
    // To open another of them is no more than before.
    let id = beside(&state)[0].0.clone();
    let opened = list(&state, 100, [Listing::Open(id)]);
    assert!(!opened.at_list.is_full);
    assert_eq!(beside(&opened).len(), MOST_KEPT);
}

#[test]
fn one_of_the_list_is_laid_beside_the_one_at_hand_and_stays_what_it_is() {
    let state = renamed(
        &typed(&begun(&edition()), "equipment-kinds", "8"),
        Which::AtHand,
        "A",
    );
    let state = copied(&state, Which::AtHand, "B", 1);
    let state = typed(&state, "equipment-kinds", "5");
    let compared = list(&state, 2, [Listing::Compare(id_of(&state, "A"))]);
    assert_eq!(compared.draft, state.draft);
    assert_eq!(
        compared.arrived().map(|arrived| arrived.form),
        Some(Form::Assessment)
    );
    let merge = compared.merge().expect("both can be read");
    assert_eq!(
        merge.conflicts,
        [Place::Answer(question(&state, "equipment-kinds"))],
        "neither name nor id is at odds"
    );
}

#[test]
fn two_assessments_are_never_mixed_by_two_windows() {
    let base = renamed(
        &typed(&begun(&edition()), "equipment-kinds", "8"),
        Which::AtHand,
        "A",
    );
    let base = copied(&base, Which::AtHand, "B", 1);
    let a = id_of(&base, "A");
    let opened = list(&base, 2, [Listing::Open(a)]);
    let answered = typed(&base, "equipment-sets", "7");
    let sets = question(&base, "equipment-sets");
    let one = opened.draft.merged(&base.draft, &answered.draft);
    let other = answered.draft.merged(&base.draft, &opened.draft);
    assert_eq!((&one.sheet, &one.replaced), (&other.sheet, &other.replaced));
    assert_eq!(one.sheet.name(), "A");
    assert_eq!(count(&one.sheet, sets), None);
    assert_eq!(count(&one.replaced[0], sets), Some(7), "it can be brought back");
    // Both open another one at once.
    let new = started(&base, 3);
    let one = opened.draft.merged(&base.draft, &new.draft);
    let other = new.draft.merged(&base.draft, &opened.draft);
    assert_eq!((&one.sheet, &one.replaced), (&other.sheet, &other.replaced));
}

#[test]
fn the_list_is_stored_and_read_again_and_a_newer_one_is_refused() {
    let state = renamed(
        &typed(&begun(&edition()), "equipment-kinds", "8"),
        Which::AtHand,
        "A",
    );
    let state = started(&state, 1);
    let text = state.kept.to_json(&state.standard);
    let read = KeptList::from_json(&text, &state.standard).expect("it was just written");
    assert_eq!((&read.list, read.faults.as_slice()), (&*state.kept, &[][..]));
    let refused = |text: &str| {
        KeptList::from_json(text, &state.standard)
            .expect_err("refused")
            .code
    };
    assert_eq!(
        refused(&text.replace("\"version\":1,\"ass", "\"version\":2,\"ass")),
        "newer-version"
    );
    assert_eq!(refused(&text[..60]), "not-json");
    assert_eq!(refused("{}"), "not-a-list");
    // An answer that no edition has is named; the others are read.
    let odd = text.replace("\"equipment-kinds\":8", "\"equipment-kinds\":8,\"no-such\":1");
    let read = KeptList::from_json(&odd, &state.standard).expect("the rest of it");
    assert_eq!((read.list, read.faults.len()), ((*state.kept).clone(), 1));
    let draft = state.draft.to_json(&state.standard);
    assert!(Draft::from_json(&draft, &state.standard).is_ok_and(|stored| stored.faults.is_empty()));
}

#[test]
fn deleting_all_deletes_the_list() {
    let state = started(&typed(&begun(&edition()), "equipment-kinds", "8"), 1);
    let wiped = state.after(Action::Wipe);
    assert!(wiped.kept.is_empty() && wiped.draft.sheet.is_empty());
    assert_eq!(*wiped.kept, wiped.kept.merged(&state.kept));
    assert!(!wiped.kept.to_json(&wiped.standard).contains("equipment-kinds"));
}

/// What a window does to the list: it puts one in, deletes one that it knows, or hears of another window.
#[derive(Clone, Debug)]
enum Did {
    Put,
    Delete(usize),
    Hear(usize),
}

fn did() -> impl Strategy<Value = Did> {
    prop_oneof![
        Just(Did::Put),
        (0..8usize).prop_map(Did::Delete),
        (0..3usize).prop_map(Did::Hear),
    ]
}

/// Three windows after what they did, and the ids of all that was put in and of all that was deleted.
fn windows(steps: &[(usize, Did)]) -> ([KeptList; 3], Vec<String>, Vec<String>) {
    thread_local! {
        static STANDARD: Rc<Standard> = edition();
    }
    let blank = STANDARD.with(|standard| Sheet::new(standard));
    let mut lists: [KeptList; 3] = Default::default();
    let (mut put, mut deleted) = (Vec::new(), Vec::new());
    for (number, (window, did)) in steps.iter().enumerate() {
        let list = lists[*window].clone();
        lists[*window] = match did {
            Did::Put => {
                let id = format!("{}", number * 7919 % 97);
                put.push(id.clone());
                list.with(&blank.clone().with_id(&id), None)
            }
            Did::Delete(which) => {
                let known = list.beside(&blank);
                let id = known
                    .get(which % known.len().max(1))
                    .map(|(kept, _)| kept.id.clone());
                deleted.extend(id.clone());
                id.map_or(list.clone(), |id| list.without(&id))
            }
            Did::Hear(other) => list.merged(&lists[*other]),
        };
    }
    (lists, put, deleted)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_come_out_the_same_in_whatever_order_they_are_put_together_and_nothing_is_lost(
        steps in prop::collection::vec((0..3usize, did()), 0..24)
    ) {
        let ([a, b, c], put, deleted) = windows(&steps);
        prop_assert_eq!(a.merged(&b), b.merged(&a));
        prop_assert_eq!(a.merged(&b).merged(&c), a.merged(&b.merged(&c)));
        let all = a.merged(&b).merged(&c);
        prop_assert_eq!(&all.merged(&a), &all);
        for list in [&a, &b, &c] {
            prop_assert!(!list.is_beyond(&all));
            prop_assert_eq!(all.is_beyond(list), &all != list);
        }
        for id in put {
            prop_assert_eq!(all.get(&id).is_some(), !deleted.contains(&id), "{}", id);
        }
    }
}

#[test]
fn steps_are_undone_and_done_again_one_by_one() {
    let state = begun(&edition());
    let state = typed(&state, "equipment-kinds", "12");
    let state = typed(&state, "equipment-sets", "23");
    let state = state.after(Action::Go(Screen::Result));
    let [kind, set] = ["equipment-kinds", "equipment-sets"].map(|id| question(&state, id));
    let answers = |state: &State| [kind, set].map(|question| count(&state.draft.sheet, question));
    assert_eq!(state.history.last(), Some(&Done::At(Place::Answer(set))));
    let once = state.after(Action::Undo);
    assert_eq!(
        answers(&once),
        [Some(12), None],
        "a number that was typed is one step"
    );
    assert_eq!(once.draft.screen, Screen::Page(0), "one is led to the question");
    let said = once.history.said.as_ref().expect("it is said");
    assert_eq!(
        (&said.what, said.undone, said.moot),
        (&Done::At(Place::Answer(set)), true, false)
    );
    let twice = once.after(Action::Undo);
    assert_eq!(answers(&twice), [None, None]);
    assert_eq!(twice.history.last(), None);
    assert_eq!(twice.after(Action::Undo).draft, twice.draft);
    let again = twice.after(Action::Redo).after(Action::Redo);
    assert_eq!(again.draft.sheet, state.draft.sheet);
    // Who does something else goes on from there.
    let other = typed(&twice, "equipment-kinds", "1");
    assert_eq!(other.history.next(), None);
    assert_eq!(other.history.said, None);
}

#[test]
fn what_was_typed_and_is_no_answer_is_undone_too() {
    let state = typed(&begun(&edition()), "equipment-kinds", "xx");
    let kind = question(&state, "equipment-kinds");
    let undone = state.after(Action::Undo);
    assert_eq!(undone.draft.sheet.typed.get(kind), None);
    let redone = undone.after(Action::Redo);
    assert_eq!(redone.draft.sheet.typed.get(kind), Some("xx"));
    assert!(redone.checked.contains(&kind), "what is wrong with it is shown");
}

#[test]
fn starting_over_bringing_back_and_opening_another_are_undone() {
    let standard = edition();
    let state = typed(&begun(&standard), "equipment-kinds", "8");
    let over = state.after(Action::StartOver);
    let undone = over.after(Action::Undo);
    assert_eq!(undone.draft.sheet, state.draft.sheet);
    assert!(undone.draft.replaced.is_empty());
    let restored = over.after(Action::Restore).after(Action::Undo);
    assert_eq!(
        (&restored.draft.sheet, &restored.draft.replaced),
        (&over.draft.sheet, &over.draft.replaced)
    );

    let opened = started(&state, 1);
    let back = opened.after(Action::Undo);
    assert_eq!(kinds(&back), Some(8));
    assert!(beside(&back).is_empty(), "it is not in the list beside itself");
    assert!(back.draft.replaced.is_empty());
    let again = back.after(Action::Redo);
    assert_eq!((kinds(&again), beside(&again).len()), (None, 1));
    // And on, to what was done before it was put into the list, and there and back.
    let one = renamed(&typed(&back, "equipment-sets", "9"), Which::AtHand, "A");
    let two = copied(&one, Which::AtHand, "B", 2);
    let two = typed(&two, "equipment-sets", "10");
    let two = list(&two, 3, [Listing::Open(id_of(&two, "A"))]);
    let mut back = typed(&two, "equipment-sets", "11");
    while back.history.last().is_some() {
        back = back.after(Action::Undo);
        assert_eq!(back.history.said.as_ref().map(|said| said.moot), Some(false));
    }
    assert_eq!((kinds(&back), back.draft.replaced.len()), (None, 0));
    while back.history.next().is_some() {
        back = back.after(Action::Redo);
    }
    assert_eq!(
        count(&back.draft.sheet, question(&back, "equipment-sets")),
        Some(11)
    );
    assert_eq!(beside(&back).len(), 1);
    assert!(back.draft.replaced.is_empty());
    // Deleting for good cannot be undone.
    assert_eq!(over.after(Action::Forget).history.last(), None);
    assert_eq!(state.after(Action::Wipe).history.last(), None);
}

/// The same state in another module: its steps went there as a text.
fn carried(state: &State) -> State {
    let text = state.history.to_node(&state.standard).to_json();
    let node = Node::from_json(&text).expect("it was just written");
    let mut there = State::new(state.standard.clone(), state.draft.clone());
    there.kept = state.kept.clone();
    there.history = History::from_node(&node, &state.standard);
    there
}

#[test]
fn steps_go_from_one_module_to_the_other_as_they_are() {
    let standard = edition();
    let state = typed(&begun(&standard), "equipment-kinds", "xx");
    let process = standard.track("process").expect("a track of the contract");
    let state = state.after(Action::Begin(process)).after(Action::StartOver);
    let state = state.after(Action::Restore);
    let state = state.after(Action::KeepText(
        Extra::Notes,
        vec!["a \"note\"".to_owned()],
        "b".to_owned(),
    ));
    let state = renamed(&state, Which::AtHand, "A");
    let state = typed(&started(&state, 1), "equipment-sets", "30");
    let mut here = state.after(Action::Undo).after(Action::Undo);
    assert_eq!(carried(&here).history.said, here.history.said);
    for action in [Action::Undo, Action::Redo] {
        while [here.history.last(), here.history.next()][usize::from(action == Action::Redo)].is_some() {
            let there = carried(&here);
            assert_eq!(
                [there.history.last(), there.history.next()],
                [here.history.last(), here.history.next()]
            );
            here = here.after(action.clone());
            let there = there.after(action.clone());
            assert_eq!(there.draft, here.draft);
            assert_eq!(there.history.said, here.history.said);
        }
    }
    assert_eq!(here.draft.sheet, state.draft.sheet);
}

#[test]
fn a_number_that_is_typed_in_one_module_and_the_other_is_one_step() {
    let state = begun(&edition());
    let kind = question(&state, "equipment-kinds");
    let state = carried(&state.after(Action::Type(kind, "1".to_owned())));
    let state = state
        .after(Action::Type(kind, "12".to_owned()))
        .after(Action::Undo);
    assert_eq!((kinds(&state), state.history.last()), (None, None));
}

#[test]
fn steps_that_cannot_be_read_are_none_and_many_steps_are_one_sheet_each() {
    let standard = edition();
    let mut state = begun(&standard);
    for number in 0..2 * MOST_STEPS {
        state = typed(&state, "equipment-kinds", &(number + 1).to_string());
        state = state.after(Action::Go(Screen::Page(number % 2)));
    }
    let node = state.history.to_node(&standard);
    let Some(Node::List(sheets)) = node.get("sheets") else {
        panic!("no sheets")
    };
    assert_eq!(sheets.len(), MOST_STEPS + 1);
    let text = node.to_json();
    for (what, other) in [
        ("equipment-kinds", "no-question"),
        ("answer", "none"),
        ("done", "gone"),
    ] {
        let node = Node::from_json(&text.replace(what, other)).expect("JSON");
        assert_eq!(History::from_node(&node, &standard).last(), None, "{what}");
    }
}

#[test]
fn undoing_leaves_alone_what_another_window_did() {
    let state = typed(&begun(&edition()), "equipment-kinds", "8");
    let state = typed(&state, "equipment-sets", "23");
    let elsewhere = |id: &str, number: i64| {
        let mut draft = (*state.draft).clone();
        draft
            .sheet
            .answers
            .set(question(&state, id), Some(Answer::Count(number)));
        state.adopting(Rc::new(draft))
    };
    let kind = question(&state, "equipment-kinds");
    let set = question(&state, "equipment-sets");
    // Another question: it stays.
    let undone = elsewhere("equipment-kinds", 5).after(Action::Undo);
    assert_eq!(
        [kind, set].map(|question| count(&undone.draft.sheet, question)),
        [Some(5), None]
    );
    // And the step before that is moot, which is said.
    let moot = undone.after(Action::Undo);
    assert_eq!(moot.draft.sheet, undone.draft.sheet);
    assert_eq!(moot.history.said.map(|said| said.moot), Some(true));
    // The same question: what the other said stays.
    let undone = elsewhere("equipment-sets", 30).after(Action::Undo);
    assert_eq!(count(&undone.draft.sheet, set), Some(30));
    // Another assessment: nothing of it can be undone here.
    let other = state.adopting(started(&state, 7).draft);
    assert_eq!(other.history.last(), None);
}

#[test]
fn no_more_steps_are_held_than_a_window_needs() {
    let mut state = begun(&edition());
    let kind = question(&state, "equipment-kinds");
    for number in 0..=MOST_STEPS as i64 {
        state = state.after(Action::Answer(kind, Some(Answer::Count(number))));
    }
    for _ in 0..MOST_STEPS {
        state = state.after(Action::Undo);
    }
    assert_eq!(state.history.last(), None);
    assert_eq!(
        kinds(&state),
        Some(0),
        "the oldest step is forgotten, not its answer"
    );
}

const EARLIEST: &str = "2026-01-09";

/// Dates with this choice, last changed on a day.
fn chosen(days: u16, changed: &str) -> Dates {
    let mut dates = Dates {
        delete_after: Some(days),
        ..Dates::default()
    };
    dates.change(changed, EARLIEST);
    dates
}

/// Whether what is kept is due on the last of these visits, and on none before.
fn due(mut dates: Dates, visits: &[&str]) -> bool {
    let (last, before) = visits.split_last().expect("a visit");
    for day in before {
        assert!(!dates.visit(day, EARLIEST), "not on {day}");
        let stored = dates.to_json();
        assert_eq!(Dates::from_json(&stored).as_ref(), Some(&dates));
    }
    dates.visit(last, EARLIEST)
}

#[test]
fn a_draft_is_due_on_the_day_that_was_chosen_and_never_before() {
    assert!(due(
        chosen(30, "2026-02-01"),
        &["2026-02-01", "2026-03-02", "2026-03-03"]
    ));
    assert!(due(chosen(7, "2026-12-28"), &["2027-01-03", "2027-01-04"]));
    assert!(
        due(chosen(90, "2028-01-31"), &["2028-04-29", "2028-04-30"]),
        "over a leap day"
    );
    let never = Dates {
        delete_after: None,
        ..chosen(7, "2026-02-01")
    };
    assert!(!due(never, &["2026-02-02", "2026-12-31"]));
    assert!(!due(Dates::default(), &["2026-02-02", "2026-12-31"]));
    // A change begins the time anew.
    let mut dates = chosen(7, "2026-02-01");
    dates.change("2026-02-06", EARLIEST);
    assert!(due(dates, &["2026-02-12", "2026-02-13"]));
}

#[test]
fn a_clock_that_is_wrong_deletes_nothing_early() {
    let dates = || chosen(30, "2026-06-01");
    // It runs in a year before this was made, and is set right again.
    assert!(!due(dates(), &["1970-01-01", "2015-01-01", "2026-06-02"]));
    // It is behind while something is changed: then the time begins when it is right again.
    for wrong in ["2010-01-01", "2026-02-01"] {
        let mut behind = dates();
        assert!(!behind.visit(wrong, EARLIEST));
        behind.change(wrong, EARLIEST);
        assert!(
            due(behind, &["2026-07-20", "2026-08-18", "2026-08-19"]),
            "{wrong}"
        );
    }
    // It is years ahead for a while.
    assert!(!due(dates(), &["2099-01-01", "2026-06-05", "2026-06-20"]));
    let mut ahead = dates();
    ahead.change("2099-01-01", EARLIEST);
    assert!(
        due(ahead, &["2026-06-05", "2026-07-04", "2026-07-05"]),
        "nor is it kept for ever"
    );
    // Whoever comes back after more than a year finds it once more.
    assert!(due(dates(), &["2027-12-01", "2027-12-30", "2027-12-31"]));
    // It is set back by some months: nothing is deleted until that day comes again.
    assert!(due(
        dates(),
        &["2026-02-01", "2026-05-31", "2026-06-30", "2026-07-01"]
    ));
    for day in ["", "today", "2026-13-01", "2026-1", "-5-01-01", "2026-06-01T"] {
        assert!(!due(dates(), &[day]), "{day:?}");
    }
}

#[test]
fn dates_that_cannot_be_read_delete_nothing() {
    let text = chosen(30, "2026-06-01").to_json();
    for broken in [
        &text[..20],
        "",
        "{}",
        &text.replace("\"version\":1", "\"version\":2"),
        &text.replace("readiness-check/dates", "other"),
    ] {
        assert_eq!(Dates::from_json(broken), None, "{broken}");
    }
    let odd = Dates::from_json(&text.replace("30", "1")).expect("it is read");
    assert_eq!(odd.delete_after, None, "no choice of ours");
}
