//! What becomes of the state with each thing that a visitor does, and with a draft that comes from outside.
#![cfg(feature = "widget")]

mod standard;

use readiness_check::answers::{Answer, Extra, TypedFault};
use readiness_check::document::Node;
use readiness_check::plan::read;
use readiness_check::standard::{Kind, Standard};
use readiness_check::widget::{Action, Clearing, Draft, Focus, Screen, State};
use std::rc::Rc;

fn edition() -> Rc<Standard> {
    Rc::new(standard::shipped("ningbo-3511-2018"))
}

/// On the first page of the discrete track.
fn begun(standard: &Rc<Standard>) -> State {
    let state = State::new(standard.clone(), Rc::new(Draft::new(standard)));
    let track = standard.track("discrete").expect("a track of the contract");
    state.after(Action::Begin(track))
}

fn question(state: &State, id: &str) -> usize {
    state.standard.question(id).expect("a question of the contract")
}

fn count(state: &State, id: &str) -> Option<i64> {
    match state.draft.sheet.answers.get(question(state, id)) {
        Some(Answer::Count(count)) => Some(*count),
        _ => None,
    }
}

fn typed<'a>(state: &'a State, id: &str) -> Option<&'a str> {
    state.draft.sheet.typed.get(question(state, id))
}

fn type_in(state: &State, id: &str, text: &str) -> State {
    state.after(Action::Type(question(state, id), text.to_owned()))
}

/// A question with several options to tick.
fn ticks(standard: &Standard) -> usize {
    let mut kinds = standard.questions.iter().map(|question| &question.kind);
    kinds
        .position(|kind| matches!(kind, Kind::ManyOf(choices) if choices.len() > 2))
        .expect("a question of the edition")
}

#[test]
fn several_actions_before_anything_is_drawn_keep_all_of_them() {
    let state = begun(&edition());
    let many = ticks(&state.standard);
    let industries = || vec!["industries".to_owned()];
    let industry = |id: &str, on| Action::KeepInList(Extra::Profile, industries(), id.to_owned(), on);
    let actions = [
        Action::Type(question(&state, "equipment-kinds"), "8".to_owned()),
        Action::Type(question(&state, "equipment-sets"), "23".to_owned()),
        // Each as a box says it that was drawn before the others were ticked.
        Action::Tick(many, 2, true),
        Action::Tick(many, 0, true),
        Action::Tick(many, 1, true),
        Action::Tick(many, 2, false),
        Action::KeepText(Extra::Profile, vec!["plant".to_owned()], "北仑".to_owned()),
        industry("automobiles", true),
        industry("textiles", true),
        industry("automobiles", false),
        Action::Go(Screen::Page(1)),
    ];
    // What is stored after each: the drafts in their order.
    let mut state = state;
    let mut drafts = vec![state.draft.clone()];
    for action in actions {
        state = state.after(action);
        drafts.push(state.draft.clone());
    }
    assert!(
        drafts.windows(2).all(|two| two[0] != two[1]),
        "each is a draft to be stored"
    );
    let answered = |draft: &Draft| {
        let answers = &draft.sheet.answers;
        let kinds = question(&state, "equipment-kinds");
        let sets = question(&state, "equipment-sets");
        [kinds, sets, many].map(|question| answers.get(question).is_some())
    };
    assert_eq!(
        drafts
            .iter()
            .take(4)
            .map(|draft| answered(draft))
            .collect::<Vec<_>>(),
        [[false; 3], [true, false, false], [true, true, false], [true; 3]]
    );
    let last = &state.draft;
    assert_eq!(count(&state, "equipment-kinds"), Some(8));
    assert_eq!(count(&state, "equipment-sets"), Some(23));
    assert_eq!(last.sheet.answers.get(many), Some(&Answer::ManyOf(vec![0, 1])));
    assert_eq!(last.sheet.kept_text(Extra::Profile, &["plant"]), "北仑");
    let kept = last.sheet.answers.kept(Extra::Profile, &["industries"]);
    assert_eq!(kept, Some(&Node::List(vec![Node::text("textiles")])));
    assert_eq!(last.screen, Screen::Page(1));
    assert_eq!(
        *state.assessment,
        readiness_check::assess::assess(&state.standard, &last.sheet.answers)
    );
}

#[test]
fn taking_the_last_tick_away_is_no_answer_and_not_none_of_these() {
    let state = begun(&edition());
    let many = ticks(&state.standard);
    let state = state.after(Action::Answer(many, Some(Answer::ManyOf(Vec::new()))));
    let state = state
        .after(Action::Tick(many, 1, true))
        .after(Action::Tick(many, 1, false));
    assert_eq!(state.draft.sheet.answers.get(many), None);
}

#[test]
fn a_draft_that_comes_while_somebody_types_leaves_what_was_typed() {
    let standard = edition();
    let base = begun(&standard);
    // Another window of the same draft.
    let theirs = type_in(&base, "software-copyrights", "3").after(Action::Go(Screen::Result));
    // Here: an answer, a field that was left with a fault, and one that is half typed.
    let ours = type_in(&base, "equipment-kinds", "8");
    let left = question(&ours, "standard-drafts");
    let ours = ours.after(Action::Typed(left, "three".to_owned()));
    let ours = type_in(&ours, "equipment-sets", "2三");
    let merged = ours.draft.merged(&base.draft, &theirs.draft);
    let state = ours.adopting(Rc::new(merged));
    assert_eq!(count(&state, "software-copyrights"), Some(3));
    assert_eq!(count(&state, "equipment-kinds"), Some(8));
    assert_eq!(typed(&state, "equipment-sets"), Some("2三"));
    assert_eq!(typed(&state, "standard-drafts"), Some("three"));
    assert_eq!(
        state.checked,
        [left],
        "its fault stays shown, and the half typed one has none yet"
    );
    assert_eq!(
        state.draft.screen,
        Screen::Page(0),
        "each window stays on its own page"
    );
    assert_eq!(state.focus, ours.focus, "nothing moves the focus");
    // And typing goes on.
    let state = type_in(&state, "equipment-sets", "23");
    assert_eq!(
        (
            count(&state, "equipment-sets"),
            count(&state, "software-copyrights")
        ),
        (Some(23), Some(3))
    );
}

#[test]
fn another_language_changes_nothing_and_another_standard_takes_its_own_draft() {
    let standard = edition();
    let state = type_in(&begun(&standard), "equipment-kinds", "8");
    let left = question(&state, "equipment-sets");
    let state = state
        .after(Action::Typed(left, "many".to_owned()))
        .after(Action::Sign(0, "甬江".to_owned()));
    let again = state.reading(edition(), state.draft.clone());
    assert_eq!(
        (&again.draft, &again.checked, &again.assessment),
        (&state.draft, &state.checked, &state.assessment)
    );
    let other = Rc::new(standard::small_plant());
    let next = state.reading(other.clone(), Rc::new(Draft::new(&other)));
    assert!(next.checked.is_empty() && next.draft.sheet.is_empty());
    assert_eq!(next.assessment.states.len(), other.questions.len());
    assert_eq!(next.signed[0], "甬江");
}

#[test]
fn what_is_said_aloud_waits_until_the_field_is_left() {
    let state = begun(&edition());
    let kinds = question(&state, "equipment-kinds");
    let typing = state.after(Action::Type(kinds, "8".to_owned()));
    assert_ne!(typing.assessment, state.assessment);
    assert_eq!(typing.settled, state.settled);
    assert!(!typing.has_news());
    let left = typing.after(Action::Typed(kinds, "8".to_owned()));
    assert_eq!(left.settled, left.assessment);
    assert!(left.has_news() && left.news.is_empty(), "not yet: after a pause");
    let said = left.after(Action::Announce);
    assert_eq!((said.news.as_slice(), said.has_news()), (&[0][..], false));
    // What changes no verdict is not said: neither the index nor how many are answered.
    let more = said.after(Action::Answer(ticks(&said.standard), Some(Answer::Unknown)));
    assert!(more.assessment != said.assessment && !more.has_news());
    assert_eq!(more.after(Action::Announce).news, [] as [usize; 0]);
    assert_eq!(
        typed(&left, "equipment-kinds"),
        None,
        "the number stands as it was understood"
    );
}

#[test]
fn a_page_with_a_fault_is_left_at_the_second_attempt_and_the_text_stays() {
    let state = type_in(&begun(&edition()), "equipment-kinds", "acht");
    let kinds = question(&state, "equipment-kinds");
    let warned = state.after(Action::Go(Screen::Page(1)));
    assert_eq!(warned.draft.screen, Screen::Page(0));
    assert_eq!(warned.focus.map(|(focus, _)| focus), Some(Focus::Errors));
    assert_eq!(warned.faults_on_page(), [(kinds, TypedFault::NotANumber)]);
    let left = warned.after(Action::Go(Screen::Page(1)));
    assert_eq!(left.draft.screen, Screen::Page(1));
    assert_eq!(typed(&left, "equipment-kinds"), Some("acht"));
    // Once it is mended, nothing is left of the warning.
    let mended = type_in(&warned, "equipment-kinds", "8");
    assert!(!mended.warned && mended.checked.is_empty());
}

#[test]
fn a_number_comes_back_when_unknown_is_taken_back() {
    let state = type_in(&begun(&edition()), "equipment-kinds", "8");
    let kinds = question(&state, "equipment-kinds");
    let unknown = state.after(Action::Answer(kinds, Some(Answer::Unknown)));
    assert_eq!(unknown.draft.sheet.answers.get(kinds), Some(&Answer::Unknown));
    assert_eq!(
        count(&unknown.after(Action::Answer(kinds, None)), "equipment-kinds"),
        Some(8)
    );
}

#[test]
fn who_starts_over_gets_everything_back() {
    let state = type_in(&begun(&edition()), "equipment-kinds", "8");
    let over = state.after(Action::AskStartOver).after(Action::StartOver);
    assert!(over.draft.sheet.is_empty() && over.draft.screen == Screen::Start);
    let back = over.after(Action::Restore);
    assert_eq!(
        (back.draft.sheet.clone(), back.draft.screen),
        (state.draft.sheet.clone(), Screen::Page(0))
    );
    assert!(over.after(Action::Forget).draft.replaced.is_empty());
}

#[test]
fn what_is_deleted_for_good_leaves_nothing_behind() {
    let state = type_in(&begun(&edition()), "equipment-kinds", "8");
    let signed = state.after(Action::StartOver).after(Action::Begin(1));
    let signed = type_in(&signed, "equipment-sets", "abc").after(Action::Sign(0, "A firm".to_owned()));
    let asked = signed.after(Action::AskWipe);
    assert_eq!(
        (asked.asking, &asked.draft),
        (Some(Clearing::Wipe), &signed.draft)
    );
    assert_eq!(asked.after(Action::KeepAnswers).asking, None);
    let gone = asked.after(Action::Wipe);
    assert_eq!(*gone.draft, Draft::new(&state.standard));
    assert_eq!((gone.asking, gone.signed.concat()), (None, String::new()));
    assert!(gone.checked.is_empty() && gone.came_from.is_none());
}

#[test]
fn a_sheet_is_kept_once_however_often_a_page_goes_to_and_fro() {
    let state = type_in(&begun(&edition()), "equipment-kinds", "8");
    let other = type_in(&state, "equipment-kinds", "9");
    let (mut draft, sheets) = (
        Draft::new(&state.standard),
        [&state.draft.sheet, &other.draft.sheet],
    );
    for _ in 0..20 {
        for sheet in sheets {
            draft = draft.keeping(sheet);
        }
    }
    assert_eq!(draft.replaced.iter().collect::<Vec<_>>(), sheets);
}

#[test]
fn what_is_stated_of_a_document_is_kept_for_each_answer_that_it_proves() {
    let state = begun(&edition());
    let path =
        |question: &str, key: &str| vec![question.to_owned(), "paper=设备台账".to_owned(), key.to_owned()];
    let each = |key: &str, value: Option<Node>| {
        let each = ["equipment-kinds", "equipment-sets"].map(|question| (path(question, key), value.clone()));
        Action::KeepAll(Extra::Evidence, each.to_vec())
    };
    let state = state
        .after(each("state", Some(Node::text("have"))))
        .after(each("holder", Some(Node::text("王芳"))))
        .after(each("state", None));
    for question in ["equipment-kinds", "equipment-sets"] {
        let kept = |key| {
            state
                .draft
                .sheet
                .answers
                .kept(Extra::Evidence, &[question, "paper=设备台账", key])
        };
        assert_eq!((kept("state"), kept("holder")), (None, Some(&Node::text("王芳"))));
    }
}

#[test]
fn an_open_card_is_a_matter_of_the_moment() {
    let state = begun(&edition());
    let open = state.after(Action::Unfold("a".to_owned(), true));
    let open = open
        .after(Action::Unfold("b".to_owned(), true))
        .after(Action::Unfold("a".to_owned(), true));
    assert_eq!(open.unfolded, ["b", "a"]);
    assert_eq!(open.after(Action::Unfold("b".to_owned(), false)).unfolded, ["a"]);
    assert_eq!(open.draft, state.draft);
}

#[test]
fn a_plan_is_worked_out_once_for_the_same_answers_and_the_same_target() {
    let state = begun(&edition());
    let answers = &state.draft.sheet.answers;
    let asked = read(&state.standard, answers);
    let found = state.plan(&asked.target, &asked.costing);
    let plant = Action::KeepText(Extra::Profile, vec!["plant".to_owned()], "one".to_owned());
    let named = state.after(plant);
    assert!(Rc::ptr_eq(&found, &named.plan(&asked.target, &asked.costing)));
    let answered = type_in(&named, "equipment-kinds", "8");
    let other = answered.plan(&asked.target, &asked.costing);
    assert!(!Rc::ptr_eq(&found, &other) && found != other);
}
