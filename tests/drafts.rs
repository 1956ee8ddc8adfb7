//! Drafts as they are stored and read again: by ids, with nothing dropped in silence, and what is kept of those that were
//! replaced.
#![cfg(feature = "widget")]

mod standard;

use readiness_check::answers::{Answer, Answers, Extra, are_alike};
use readiness_check::assess::assess;
use readiness_check::document::Node;
use readiness_check::standard::{Kind, Standard};
use readiness_check::widget::{Action, Draft, MOST_REPLACED, Screen, Sheet, State, Stored, Typing};
use std::rc::Rc;

const ID: &str = "ningbo-3511-2018";

fn edition() -> Standard {
    standard::shipped(ID)
}

/// The edition with `how` done to the list of its questions.
fn with_questions(how: impl FnOnce(&mut Vec<Node>)) -> Standard {
    let Node::Map(mut entries) = standard::document("data", ID) else {
        panic!("a standard is an object");
    };
    let questions = entries.iter_mut().find(|(key, _)| key == "questions");
    let Some((_, Node::List(questions))) = questions else {
        panic!("it has questions");
    };
    how(questions);
    standard::parse(&Node::Map(entries))
}

fn sheet(standard: &Standard, json: &str) -> Sheet {
    Sheet {
        answers: standard::answers(standard, "discrete", json),
        track_chosen: true,
        typed: Typing::default(),
        by_page: false,
        part: None,
    }
}

fn draft(sheet: Sheet) -> Draft {
    Draft {
        sheet,
        screen: Screen::Page(0),
        replaced: Vec::new(),
    }
}

fn of(standard: &Standard, draft: &Draft, id: &str) -> Option<Answer> {
    draft.sheet.answers.get(standard.question(id).expect(id)).cloned()
}

#[test]
fn answers_go_by_id_to_another_document_of_the_same_standard() {
    let old = edition();
    let moved = with_questions(|questions| {
        let question = questions.remove(3);
        questions.insert(0, question);
    });
    assert!(are_alike(&old, &edition()) && !are_alike(&old, &moved));
    let mut before = draft(sheet(&old, r#"{"equipment-kinds":8,"equipment-sets":"unknown"}"#));
    before
        .sheet
        .typed
        .set(old.question("standard-drafts").expect("one"), "viele");
    before.replaced.push(sheet(&old, r#"{"software-copyrights":3}"#));
    let after = before.under(&old, &moved).expect("a draft");
    assert_eq!(after.faults, []);
    let draft = after.draft;
    assert_eq!(of(&moved, &draft, "equipment-kinds"), Some(Answer::Count(8)));
    assert_eq!(of(&moved, &draft, "equipment-sets"), Some(Answer::Unknown));
    let drafts = moved.question("standard-drafts").expect("one");
    assert_eq!(draft.sheet.typed.get(drafts), Some("viele"));
    let kept = &draft.replaced[0].answers;
    let copyrights = moved.question("software-copyrights").expect("one");
    assert_eq!(kept.get(copyrights), Some(&Answer::Count(3)));
    // Nothing of it stops the engine.
    assess(&moved, &draft.sheet.answers);
    assert_eq!(draft.under(&moved, &old).expect("a draft").draft, before);
}

#[test]
fn what_a_screen_drawn_before_says_goes_to_the_question_it_was_drawn_for() {
    let old = edition();
    let moved = with_questions(|questions| {
        let question = questions.remove(3);
        questions.insert(0, question);
    });
    let place = |standard: &Standard, id: &str| standard.question(id).expect("a question");
    let typed = |standard| Action::Type(place(standard, "equipment-kinds"), "8".to_owned());
    assert_ne!(typed(&old), typed(&moved));
    assert_eq!(typed(&old).under(&old, &moved), Some(typed(&moved)));
    let options = |standard: &Standard| match &standard.questions[place(standard, "plant-layout-model")].kind
    {
        Kind::OneOf(choices) | Kind::ManyOf(choices) => choices.len(),
        _ => 0,
    };
    assert!(options(&old) > 1);
    for index in 0..options(&old) {
        let answer =
            |standard| Action::Answer(place(standard, "plant-layout-model"), Some(Answer::OneOf(index)));
        let unknown = |standard| Action::Answer(place(standard, "plant-layout-model"), Some(Answer::Unknown));
        assert_eq!(answer(&old).under(&old, &moved), Some(answer(&moved)));
        assert_eq!(unknown(&old).under(&old, &moved), Some(unknown(&moved)));
    }
    let gone = Action::Clear(old.questions.len() + 1);
    assert_eq!(gone.under(&old, &moved), None);
}

/// A stored draft with more at its top, in its sheet and in its document.
fn stored(top: &str, in_sheet: &str, in_document: &str) -> String {
    format!(
        r#"{{"format":"readiness-check/draft","version":1,"sheet":{{"document":{{"format":"readiness-check/answers","version":1,"standard":"{ID}","track":"discrete","answers":{{"equipment-kinds":8}}{in_document}}},"trackChosen":true{in_sheet}}},"screen":0{top}}}"#
    )
}

#[test]
fn nothing_of_a_stored_draft_is_dropped_in_silence() {
    let standard = edition();
    let read = |text: &str| Draft::from_json(text, &standard).expect(text);
    assert_eq!(read(&stored("", "", "")).faults, []);
    for (text, code, path) in [
        (stored(r#","future":"x""#, "", ""), "unknown-key", "/future"),
        (
            stored(r#","replaced":{"a":1}"#, "", ""),
            "wrong-type",
            "/replaced",
        ),
        (stored(r#","replaced":[5]"#, "", ""), "wrong-type", "/replaced/0"),
        (
            stored(r#","replaced":[{}]"#, "", ""),
            "missing-key",
            "/replaced/0",
        ),
        (stored(r#","writers":[]"#, "", ""), "wrong-type", "/writers"),
        (
            stored("", r#","typed":{"gone":"x"}"#, ""),
            "unknown-question",
            "/sheet/typed/gone",
        ),
        (
            stored("", r#","typed":{"equipment-sets":5}"#, ""),
            "wrong-type",
            "/sheet/typed/equipment-sets",
        ),
        (stored("", r#","typed":"x""#, ""), "wrong-type", "/sheet/typed"),
        (stored("", r#","byPage":1"#, ""), "wrong-type", "/sheet/byPage"),
        (stored("", r#","more":1"#, ""), "unknown-key", "/sheet/more"),
        (
            stored("", "", r#","more":1"#),
            "unknown-key",
            "/sheet/document/more",
        ),
        (
            stored("", "", r#","notes":"x""#),
            "wrong-type",
            "/sheet/document/notes",
        ),
        (
            stored("", "", "").replace(r#""equipment-kinds":8"#, r#""equipment-kinds":8,"gone":[1]"#),
            "unknown-question",
            "/sheet/document/answers/gone",
        ),
    ] {
        let Stored {
            draft,
            faults,
            left_out,
            ..
        } = read(&text);
        let found: Vec<_> = faults
            .iter()
            .map(|fault| (fault.code, fault.path.as_str()))
            .collect();
        assert_eq!(found, [(code, path)], "{text}");
        assert_eq!(left_out.len(), 1, "{text}");
        assert_eq!(
            of(&standard, &draft, "equipment-kinds"),
            Some(Answer::Count(8)),
            "{text}"
        );
        assert_eq!(draft.screen, Screen::Page(0), "{text}");
    }
    // A track that the document no longer has: the answers stay, the track is to be chosen.
    let text = stored("", "", "").replace("discrete", "gone");
    let Stored { draft, faults, .. } = read(&text);
    assert_eq!(faults[0].path, "/sheet/document/track");
    assert_eq!(of(&standard, &draft, "equipment-kinds"), Some(Answer::Count(8)));
    assert!(!draft.sheet.track_chosen && draft.screen == Screen::Start);
}

#[test]
fn what_is_taken_from_a_page_can_be_read_again() {
    let standard = edition();
    let notes = "{\"a\":".repeat(31) + "1" + &"}".repeat(31);
    let answers = |notes: &str| {
        format!(
            r#"{{"format":"readiness-check/answers","version":1,"standard":"{ID}","track":"discrete","answers":{{}},"notes":{notes}}}"#
        )
    };
    let node = Node::from_json(&answers(&notes)).expect("as deep as may be");
    assert!(
        Node::from_json(&answers(&format!(r#"{{"a":{notes}}}"#))).is_err(),
        "no deeper"
    );
    let deep = Sheet {
        answers: Answers::read(&node, &standard).expect("answers"),
        ..sheet(&standard, "{}")
    };
    let mut before = draft(deep.clone());
    before.replaced.push(deep);
    let text = before.to_json(&standard);
    let read = Draft::from_json(&text, &standard).expect("a draft");
    assert_eq!((read.draft, read.faults), (before, Vec::new()));
}

#[test]
fn the_answers_of_the_visitor_outlast_those_of_the_page() {
    let standard = Rc::new(edition());
    let count = |number: usize| format!(r#"{{"equipment-kinds":{number}}}"#);
    let own = sheet(&standard, &count(777));
    let by_page = |number| Sheet {
        by_page: true,
        part: None,
        ..sheet(&standard, &count(number))
    };
    let mut before = draft(own.clone());
    let mut let_go = Vec::new();
    for number in 0..MOST_REPLACED + 5 {
        let after = before.replacing(by_page(number), before.screen);
        let_go.push(after.has_let_go_of(&before));
        before = after;
    }
    assert_eq!(before.replaced.len(), MOST_REPLACED);
    assert!(before.replaced.contains(&own));
    // It is said as soon as there is something to say.
    let said = let_go.iter().position(|let_go| *let_go);
    assert_eq!(said, Some(MOST_REPLACED), "{let_go:?}");
    // What the visitor changes of what a page put there is the visitor's own.
    let state = State::new(standard.clone(), Rc::new(before.clone()));
    let question = standard.question("equipment-sets").expect("a question");
    let state = state.after(Action::Type(question, "9".to_owned()));
    assert!(!state.draft.sheet.by_page);
    let after = state.draft.replacing(by_page(0), Screen::Start);
    assert!(after.replaced.contains(&own) && after.replaced.contains(&state.draft.sheet));
    // Only where there is nothing else, the oldest of the visitor's own goes.
    let mut before = draft(sheet(&standard, &count(0)));
    for number in 1..=MOST_REPLACED + 1 {
        before = before.replacing(sheet(&standard, &count(number)), Screen::Start);
    }
    assert_eq!(before.replaced.len(), MOST_REPLACED);
    assert_eq!(before.replaced[0], sheet(&standard, &count(1)));
    // Bringing one back takes nothing away; two windows together keep no more than one.
    assert!(!before.restored().has_let_go_of(&before));
    let other = before.replacing(sheet(&standard, &count(100)), Screen::Start);
    let both = other.merged(
        &before,
        &before.replacing(sheet(&standard, &count(200)), Screen::Start),
    );
    assert_eq!(both.replaced.len(), MOST_REPLACED);
    // A window that still had the oldest says so; deleting them is the visitor's own doing.
    assert!(both.has_overflowed_since(&before) && !both.has_overflowed_since(&other));
    let forgotten = State::new(standard.clone(), Rc::new(before.clone())).after(Action::Forget);
    assert!(!forgotten.draft.has_overflowed_since(&before));
}

#[test]
fn a_replaced_sheet_is_another_one_and_changed_answers_are_not() {
    let standard = Rc::new(edition());
    let question = standard.question("equipment-sets").expect("a question");
    let before = State::new(
        standard.clone(),
        Rc::new(draft(sheet(&standard, r#"{"equipment-kinds":8}"#))),
    );
    let typed = before.after(Action::Type(question, "9".to_owned()));
    assert!(!typed.draft.is_other_than(&before.draft));
    let over = typed.after(Action::StartOver);
    assert!(over.draft.is_other_than(&typed.draft));
    let back = over.after(Action::Restore);
    assert!(back.draft.is_other_than(&over.draft));
    let forgotten = over.after(Action::Forget);
    assert!(!forgotten.draft.is_other_than(&over.draft));
}

#[test]
fn the_numbers_that_a_page_is_told_do_not_depend_on_what_is_answered() {
    let standard = edition();
    for track in 0..standard.tracks.len() {
        let all = Answers::new(&standard, track).counts(&standard)[1];
        for (index, question) in standard.questions.iter().enumerate() {
            let choices = match &question.kind {
                Kind::YesNo => vec![Answer::YesNo(false), Answer::YesNo(true)],
                Kind::OneOf(choices) => (0..choices.len()).map(Answer::OneOf).collect(),
                Kind::Count { min, max, .. } => vec![Answer::Count(*min), Answer::Count(*max)],
                Kind::Number { min, max, .. } => vec![Answer::Number(*min), Answer::Number(*max)],
                Kind::ManyOf(_) => vec![Answer::ManyOf(Vec::new()), Answer::ManyOf(vec![0])],
            };
            let not_applicable = question.not_applicable.then_some(Answer::NotApplicable);
            let counted = usize::from(question.tracks.contains(track));
            for answer in choices.into_iter().chain(not_applicable) {
                let mut answers = Answers::new(&standard, track);
                answers.set(index, Some(answer));
                assert_eq!(answers.counts(&standard), [counted, all], "{}", question.id);
                let progress = assess(&standard, &answers).progress();
                assert_eq!(progress.questions, all, "{}", question.id);
            }
        }
    }
}

#[test]
fn notes_are_kept_beside_another_document() {
    let old = edition();
    let moved = with_questions(|questions| questions.swap(0, 1));
    let mut before = draft(sheet(&old, "{}"));
    before.sheet.keep_text(Extra::Notes, &["equipment-kinds"], "note");
    let after = before.under(&old, &moved).expect("a draft").draft;
    assert_eq!(after.sheet.kept_text(Extra::Notes, &["equipment-kinds"]), "note");
}
