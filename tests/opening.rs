//! What arrives lies beside the draft, and nothing of it comes in but by a decision of the visitor.
#![cfg(feature = "widget")]

mod standard;

use readiness_check::answers::{Answer, Answers, Extra, Part, Way};
use readiness_check::exchange::{ArrivalFault, Place, Side, encode, file, link, table};
use readiness_check::lang::Lang;
use readiness_check::standard::Standard;
use readiness_check::widget::{Action, Draft, Exchange, Exchanging, Focus, Handed, Screen, State, open};
use std::rc::Rc;

const DATE: &str = "2026-01-09T14:30:00+08:00";

fn editions() -> [Rc<Standard>; 2] {
    ["ningbo-3511-2018", "ningbo-3511-2017"].map(|id| Rc::new(standard::shipped(id)))
}

fn question(standard: &Standard, id: &str) -> usize {
    standard.question(id).expect("a question of the contract")
}

fn counts(standard: &Standard, track: &str, counts: &[(&str, i64)]) -> Answers {
    let mut answers = Answers::new(standard, standard.track(track).expect("a track of the contract"));
    for (id, count) in counts {
        answers.set(question(standard, id), Some(Answer::Count(*count)));
    }
    answers
}

fn count(state: &State, id: &str) -> Option<i64> {
    match state.draft.sheet.answers.get(question(&state.standard, id)) {
        Some(Answer::Count(count)) => Some(*count),
        _ => None,
    }
}

/// At the place, with two answers of one's own: 8 kinds, 3 copyrights, and a text that is none.
fn mine(standard: &Rc<Standard>) -> State {
    let state = State::new(standard.clone(), Rc::new(Draft::new(standard)));
    let types = |id: &str, text: &str| Action::Typed(question(standard, id), text.to_owned());
    let actions = [
        Action::Begin(standard.track("discrete").expect("a track of the contract")),
        types("equipment-kinds", "8"),
        types("software-copyrights", "3"),
        types("standard-drafts", "many"),
        Action::KeepText(Extra::Profile, vec!["plant".to_owned()], "北仑".to_owned()),
        Action::Go(Screen::Exchange),
        // The text that is no answer is told first.
        Action::Go(Screen::Exchange),
    ];
    let state = actions
        .into_iter()
        .fold(state, |state, action| state.after(action));
    assert_eq!(state.draft.screen, Screen::Exchange);
    state
}

fn does(state: &State, action: Exchange) -> State {
    state.after(Action::Exchange(action))
}

fn arrives(state: &State, text: &str) -> State {
    let arrival = open(text.as_bytes(), &editions_with(state));
    does(state, Exchange::Arrive(Rc::new(arrival)))
}

fn editions_with(state: &State) -> Vec<Rc<Standard>> {
    vec![state.standard.clone(), editions()[1].clone()]
}

/// What the others send: 8 kinds, 5 copyrights, 30 sets, another plant.
fn theirs(standard: &Standard) -> Answers {
    let given = [
        ("equipment-kinds", 8),
        ("software-copyrights", 5),
        ("equipment-sets", 30),
    ];
    let mut answers = counts(standard, "discrete", &given);
    let plant = readiness_check::document::Node::text("一厂");
    answers.keep(Extra::Profile, &["plant"], Some(plant));
    answers
}

#[test]
fn what_arrives_changes_nothing_until_it_is_decided() {
    let [standard, _] = editions();
    let state = mine(&standard);
    let text = file::write(&standard, &theirs(&standard), DATE);
    let beside = arrives(&state, &text);
    assert_eq!(beside.draft, state.draft, "the draft is as it was");
    assert_eq!(beside.focus.map(|(focus, _)| focus), Some(Focus::Arrived));
    assert_eq!(
        beside.arrived().map(|arrived| &arrived.answers),
        Some(&theirs(&standard))
    );
    let refused = does(&beside, Exchange::Refuse);
    assert_eq!(refused.draft, state.draft);
    assert!(refused.exchange.arrival.is_none());
    // A fault takes the place of what came before, and says why.
    let faulty = arrives(&beside, &text[..40]);
    assert_eq!(faulty.draft, state.draft);
    assert!(faulty.arrived().is_none() && faulty.exchange.arrival.is_some());
    assert_eq!(does(&faulty, Exchange::Replace).draft, state.draft);
    assert_eq!(does(&faulty, Exchange::Merge).draft, state.draft);
    // On another screen nobody is led away.
    let elsewhere = state.after(Action::Go(Screen::Result));
    let offered = arrives(&elsewhere, &text);
    assert_eq!(
        (&offered.draft, offered.focus),
        (&elsewhere.draft, elsewhere.focus)
    );
}

#[test]
fn what_is_replaced_can_be_brought_back() {
    let [standard, _] = editions();
    let state = mine(&standard);
    let replaced = does(
        &arrives(&state, &file::write(&standard, &theirs(&standard), DATE)),
        Exchange::Replace,
    );
    assert_eq!(replaced.draft.sheet.answers, theirs(&standard));
    assert!(replaced.draft.sheet.typed.is_empty() && replaced.exchange.arrival.is_none());
    assert_eq!(replaced.draft.screen, Screen::Result);
    assert_eq!(replaced.draft.replaced, std::slice::from_ref(&state.draft.sheet));
    let back = replaced.after(Action::Restore);
    assert_eq!(back.draft.sheet, state.draft.sheet);
    assert_eq!(back.draft.replaced[0].answers, theirs(&standard));
}

#[test]
fn nothing_is_merged_before_each_conflict_is_decided() {
    let [standard, _] = editions();
    let state = mine(&standard);
    let beside = arrives(&state, &file::write(&standard, &theirs(&standard), DATE));
    let merge = beside.merge().expect("it can be read");
    let plant = Place::Beside(Extra::Profile, vec!["plant".to_owned()]);
    let copyrights = Place::Answer(question(&standard, "software-copyrights"));
    assert_eq!(merge.conflicts, [copyrights.clone(), plant.clone()]);
    assert_eq!(
        merge.taken,
        [Place::Answer(question(&standard, "equipment-sets"))]
    );

    let too_early = does(
        &does(&beside, Exchange::Decide(plant.clone(), Side::Mine)),
        Exchange::Merge,
    );
    assert_eq!(too_early.draft, state.draft);
    assert!(too_early.exchange.warned);
    assert_eq!(too_early.focus.map(|(focus, _)| focus), Some(Focus::Undecided));

    // The last word counts.
    let changed = does(&too_early, Exchange::Decide(copyrights.clone(), Side::Mine));
    let changed = does(&changed, Exchange::Decide(copyrights, Side::Theirs));
    let merged = does(&changed, Exchange::Merge);
    assert_eq!(count(&merged, "software-copyrights"), Some(5));
    assert_eq!(count(&merged, "equipment-kinds"), Some(8));
    assert_eq!(count(&merged, "equipment-sets"), Some(30));
    assert_eq!(merged.draft.sheet.kept_text(Extra::Profile, &["plant"]), "北仑");
    let drafts = question(&standard, "standard-drafts");
    assert_eq!(
        merged.draft.sheet.typed.get(drafts),
        Some("many"),
        "what was typed stays"
    );
    assert_eq!(merged.draft.replaced, std::slice::from_ref(&state.draft.sheet));

    let rest = does(
        &does(&beside, Exchange::Decide(plant, Side::Theirs)),
        Exchange::DecideRest(Side::Mine),
    );
    let merged = does(&rest, Exchange::Merge);
    assert_eq!(count(&merged, "software-copyrights"), Some(3));
    assert_eq!(merged.draft.sheet.kept_text(Extra::Profile, &["plant"]), "一厂");
}

#[test]
fn a_field_whose_answer_comes_from_the_others_shows_that_answer() {
    let [standard, _] = editions();
    let state = mine(&standard);
    let text = encode(
        &standard,
        &counts(&standard, "discrete", &[("standard-drafts", 4)]),
    );
    let merged = does(&arrives(&state, &text), Exchange::Merge);
    assert_eq!(count(&merged, "standard-drafts"), Some(4));
    assert!(merged.draft.sheet.typed.is_empty() && merged.checked.is_empty());
}

#[test]
fn answers_of_another_edition_come_over_by_question() {
    let [standard, other] = editions();
    let text = encode(&other, &counts(&other, "process", &[("equipment-kinds", 6)]));
    let empty = State::new(standard.clone(), Rc::new(Draft::new(&standard)));
    let beside = arrives(&empty.after(Action::Go(Screen::Exchange)), &text);
    assert_eq!(
        beside.arrived().map(|arrived| arrived.standard.id.as_str()),
        Some(other.id.as_str())
    );
    let taken = does(&beside, Exchange::Replace);
    assert_eq!(count(&taken, "equipment-kinds"), Some(6));
    assert_eq!(
        taken.draft.sheet.answers.track,
        standard.track("process").expect("a track of the contract")
    );
    assert!(
        taken.draft.sheet.track_chosen && taken.draft.replaced.is_empty(),
        "nothing was there before"
    );
}

#[test]
fn what_was_handed_out_is_forgotten_once_it_is_no_longer_so() {
    let [standard, _] = editions();
    let state = mine(&standard);
    let handed = Handed {
        is_part: false,
        name: "a.readiness.json".to_owned(),
        text: "{}".to_owned(),
    };
    let state = does(
        &does(&state, Exchange::Hand(handed)),
        Exchange::Copy("handed".to_owned(), true),
    );
    let elsewhere = state
        .after(Action::Go(Screen::Result))
        .after(Action::Go(Screen::Result));
    assert!(elsewhere.exchange.handed.is_some() && elsewhere.exchange.copied.is_none());
    let changed = elsewhere.after(Action::Answer(question(&standard, "equipment-kinds"), None));
    assert!(changed.exchange.handed.is_none());
}

#[test]
fn the_place_stands_beside_the_journey() {
    let [standard, _] = editions();
    let state = mine(&standard);
    assert_eq!(state.came_from, Some(Screen::Page(0)));
    let aside = state
        .after(Action::Go(Screen::Basis))
        .after(Action::Go(Screen::Exchange));
    assert_eq!(
        aside.came_from,
        Some(Screen::Page(0)),
        "from one side to another the way back stays"
    );
    let start = State::new(standard.clone(), Rc::new(Draft::new(&standard)));
    let start = start.after(Action::Go(Screen::Exchange));
    assert_eq!(start.came_from, Some(Screen::Start));
    let node = Screen::Exchange.to_node();
    assert_eq!(Screen::from_node(Some(&node), 3), Screen::Exchange);
}

/// The state after a reload: what waited is read from the text that was kept.
fn reloaded(state: &State, offered: &str) -> (State, String) {
    let text = state
        .exchange
        .to_json(&state.standard, offered)
        .expect("something waits");
    let read = Exchanging::from_json(&text, &state.standard, &editions_with(state));
    let (exchange, offered) = read.expect("it was just written");
    let mut state = state.clone();
    state.exchange = exchange;
    (state, offered)
}

#[test]
fn what_waits_outlives_a_reload_with_what_is_decided_of_it() {
    let [standard, earlier] = editions();
    let state = mine(&standard);
    let given = theirs(&standard);
    let production = Part::of(&standard, "production", Way::ToFill).expect("a department");
    let code = encode(&standard, &given);
    let named = format!("https://host.example/#readiness={code}{}", link(&production));
    let texts = [
        file::write(&standard, &given, DATE),
        file::write_part(&standard, &given, DATE, Some(&production)),
        table::write(&standard, &given, Lang::En),
        file::write(
            &earlier,
            &counts(&earlier, "process", &[("equipment-kinds", 5)]),
            DATE,
        ),
        code,
        named,
    ];
    for text in texts {
        let before = arrives(&state, &text);
        assert!(before.arrived().is_some(), "{text}");
        let (after, offered) = reloaded(&before, "0123-4567");
        let told = |state: &State| {
            let arrived = state.arrived().cloned().expect("it can be read");
            let (id, part, saved) = (arrived.standard.id.clone(), arrived.part, arrived.saved);
            (id, arrived.answers, part, saved, arrived.form)
        };
        assert_eq!(told(&after), told(&before), "{text}");
        assert_eq!((after.merge(), offered.as_str()), (before.merge(), "0123-4567"));
    }
    let beside = arrives(&state, &file::write(&standard, &given, DATE));
    let copyrights = Place::Answer(question(&standard, "software-copyrights"));
    let plant = Place::Beside(Extra::Profile, vec!["plant".to_owned()]);
    let decided = [
        (copyrights, Side::Theirs),
        (plant, Side::Mine),
        (Place::Track, Side::Mine),
    ];
    let decide =
        |state: State, (place, side): &(Place, Side)| does(&state, Exchange::Decide(place.clone(), *side));
    let before = decided.iter().fold(beside, decide);
    let (after, _) = reloaded(&before, "");
    assert_eq!(after.exchange.decisions, decided);
    assert_eq!(
        does(&after, Exchange::Merge).draft,
        does(&before, Exchange::Merge).draft
    );
}

#[test]
fn what_cannot_be_read_does_not_wait_and_what_waits_where_its_standard_is_not_says_so() {
    let [standard, earlier] = editions();
    let state = mine(&standard);
    let kept = |state: &State| state.exchange.to_json(&standard, "");
    assert_eq!(kept(&state), None);
    assert_eq!(kept(&arrives(&state, "{")), None);
    let before = arrives(&state, &file::write(&earlier, &Answers::new(&earlier, 0), DATE));
    let text = kept(&before).expect("it waits");
    let read = |text: &str| Exchanging::from_json(text, &standard, std::slice::from_ref(&standard));
    let (exchange, _) = read(&text).expect("it was just written");
    assert!(matches!(
        exchange.arrival.as_deref(),
        Some(Err(ArrivalFault::File(_)))
    ));
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert!(read(&text[..end]).is_none(), "{end}");
    }
    for other in [
        "{}",
        "[]",
        "null",
        r#"{"form":"file","file":"{}","decisions":3,"offered":""}"#,
    ] {
        assert!(read(other).is_none(), "{other}");
    }
    // What a newer release decides elsewhere is left out.
    let odd = text.replace(
        "\"decisions\":[]",
        r#""decisions":[["mine","nobody","x"],["mine","answers","gone"],[],["theirs","track"],7]"#,
    );
    let (exchange, _) = read(&odd).expect("the rest is sound");
    assert_eq!(exchange.decisions, [(Place::Track, Side::Theirs)]);
}
