//! A part is filled in beside the draft, and what is handed back is taken by decisions of the visitor alone.
#![cfg(feature = "widget")]

mod standard;

use readiness_check::answers::{Answer, Answers, Part, Way};
use readiness_check::document::Node;
use readiness_check::exchange::{ArrivalFault, Place, Side, encode, file, handed_out, link};
use readiness_check::standard::Standard;
use readiness_check::widget::{Action, Draft, Exchange, Exchanging, Focus, Screen, State, open};
use std::rc::Rc;

const DATE: &str = "2026-11-28T14:30:00+08:00";

fn shipped() -> Rc<Standard> {
    Rc::new(standard::shipped("ningbo-3511-2018"))
}

fn question(standard: &Standard, id: &str) -> usize {
    standard.question(id).expect("a question of the contract")
}

fn part(standard: &Standard, department: &str, state: Way) -> Part {
    Part::of(standard, department, state).expect("a department of the standard")
}

fn does(state: &State, action: Exchange) -> State {
    state.after(Action::Exchange(action))
}

fn arrives(state: &State, text: &str) -> State {
    let arrival = open(text.as_bytes(), std::slice::from_ref(&state.standard));
    does(state, Exchange::Arrive(Rc::new(arrival)))
}

fn types(state: &State, id: &str, text: &str) -> State {
    state.after(Action::Typed(question(&state.standard, id), text.to_owned()))
}

fn count(answers: &Answers, standard: &Standard, id: &str) -> Option<i64> {
    match answers.get(question(standard, id)) {
        Some(Answer::Count(count)) => Some(*count),
        _ => None,
    }
}

/// With 8 kinds and 3 copyrights.
fn begun(standard: &Rc<Standard>) -> State {
    let state = State::new(standard.clone(), Rc::new(Draft::new(standard)));
    let state = state.after(Action::Begin(0));
    types(&types(&state, "equipment-kinds", "8"), "software-copyrights", "3")
}

/// What is handed to a department.
fn handed(state: &State, department: &str) -> String {
    let part = part(&state.standard, department, Way::ToFill);
    let answers = handed_out(&state.standard, &part, &state.draft.sheet.answers);
    file::write_part(&state.standard, &answers, DATE, Some(&part))
}

/// What is handed back of the part at hand.
fn handed_back(state: &State, date: &str) -> String {
    let sheet = &state.draft.sheet;
    let part = sheet.part.clone().expect("a part is filled in");
    let part = Part {
        state: Way::Filled,
        ..part
    };
    file::write_part(&state.standard, &sheet.answers, date, Some(&part))
}

#[test]
fn a_part_is_filled_in_beside_the_draft_and_outlives_a_reload() {
    let standard = shipped();
    let clerk = begun(&standard);
    let own = types(&begun(&standard), "equipment-kinds", "2");
    let beside = arrives(&own, &handed(&clerk, "production"));
    assert_eq!(beside.draft, own.draft, "the colleague's own draft is as it was");
    let filling = does(&beside, Exchange::Fill);
    let sheet = &filling.draft.sheet;
    assert_eq!(count(&sheet.answers, &standard, "equipment-kinds"), Some(8));
    assert_eq!(
        count(&sheet.answers, &standard, "software-copyrights"),
        None,
        "not of the part"
    );
    assert_eq!(
        sheet.part.as_ref().map(|part| part.department.as_str()),
        Some("production")
    );
    assert_eq!(
        filling.draft.replaced,
        vec![own.draft.sheet.clone()],
        "it can be brought back"
    );
    // Only its own questions are shown, on the pages that have some.
    let track = sheet.answers.track;
    let pages = standard.pages(track);
    for (number, page) in pages.iter().enumerate() {
        let questions = standard.questions_on(*page, track);
        let some = questions.iter().any(|question| filling.is_shown(*question));
        assert_eq!(filling.pages_shown().contains(&number), some);
    }
    for question in 0..standard.questions.len() {
        let production = standard.questions[question]
            .department
            .map(|index| standard.departments[index].id.as_str());
        assert_eq!(filling.is_shown(question), production == Some("production"));
    }
    assert_eq!(filling.draft.screen, Screen::Page(filling.pages_shown()[0]));
    // The rest is reachable: by the button, and by going to one of them.
    let all = does(&filling, Exchange::ShowAll(true));
    assert_eq!(all.pages_shown().len(), pages.len());
    let there = filling.after(Action::GoToQuestion(question(&standard, "software-copyrights")));
    assert!(there.is_shown(question(&standard, "software-copyrights")));
    let last = all.after(Action::Go(Screen::Page(pages.len() - 1)));
    let back = does(&last, Exchange::ShowAll(false));
    assert!(matches!(back.draft.screen, Screen::Page(page) if back.pages_shown().contains(&page)));

    let signed = does(&filling, Exchange::Sign("王工".repeat(40)));
    let by = signed
        .draft
        .sheet
        .part
        .as_ref()
        .map(|part| part.by.chars().count());
    assert_eq!(by, Some(60), "as much as is read back");
    let text = signed.draft.to_json(&standard);
    let stored = Draft::from_json(&text, &standard).expect("a draft");
    assert_eq!((stored.faults.len(), &stored.draft), (0, &*signed.draft));
    // A part that cannot be read costs nothing else.
    for (sound, broken, path) in [
        (r#""state":"to-fill""#, r#""state":"lost""#, "/sheet/part/state"),
        // Under it no question would be shown.
        (
            r#""department":"production""#,
            r#""department":"kitchen""#,
            "/sheet/part/department",
        ),
    ] {
        let stored = Draft::from_json(&text.replace(sound, broken), &standard).expect("a draft");
        assert_eq!(stored.faults[0].path, path);
        assert_eq!(stored.draft.sheet.answers, signed.draft.sheet.answers);
        assert_eq!(stored.draft.sheet.part, None);
    }
    // The draft of before comes back, and the part stays at the other end.
    let restored = signed.after(Action::Restore);
    assert_eq!(restored.draft.sheet, own.draft.sheet);
    assert_eq!(restored.draft.replaced, vec![signed.draft.sheet.clone()]);
}

#[test]
fn what_is_handed_back_is_taken_by_decisions_alone() {
    let standard = shipped();
    let clerk = begun(&standard).after(Action::Go(Screen::Exchange));
    let empty = State::new(standard.clone(), Rc::new(Draft::new(&standard)));
    let filling = does(&arrives(&empty, &handed(&clerk, "production")), Exchange::Fill);
    let filling = does(&filling, Exchange::Sign("王工".to_owned()));
    let filling = types(&types(&filling, "equipment-kinds", "6"), "equipment-sets", "23");
    // Nobody asked for this one.
    let filling = types(&filling, "software-copyrights", "9");

    let beside = arrives(&clerk, &handed_back(&filling, DATE));
    assert_eq!(beside.draft, clerk.draft);
    let back = beside.back().expect("it came back");
    let outside = question(&standard, "software-copyrights");
    assert_eq!(beside.outside(&back), [outside]);
    let kinds = Place::Answer(question(&standard, "equipment-kinds"));
    assert_eq!(
        beside.merge().map(|merge| merge.conflicts),
        Some(vec![kinds.clone()])
    );
    let undecided = does(&beside, Exchange::Merge);
    assert_eq!(undecided.draft, clerk.draft, "nothing is decided by itself");
    assert_eq!(undecided.focus.map(|(focus, _)| focus), Some(Focus::Undecided));

    let taken = does(
        &does(&beside, Exchange::Decide(kinds.clone(), Side::Theirs)),
        Exchange::Merge,
    );
    let answers = &taken.draft.sheet.answers;
    let counts = |id: &str| count(answers, &standard, id);
    assert_eq!(
        [counts("equipment-kinds"), counts("equipment-sets")],
        [Some(6), Some(23)]
    );
    assert_eq!(
        counts("software-copyrights"),
        Some(3),
        "what was not asked is not taken"
    );
    let said = answers
        .said(question(&standard, "equipment-sets"))
        .expect("it is said by whom");
    assert_eq!(
        [&said.department, &said.by, &said.date],
        ["production", "王工", DATE]
    );
    assert_eq!(answers.said(outside), None);
    assert_eq!(taken.draft.sheet.part, None, "the clerk's is the whole");
    assert_eq!(
        (taken.draft.screen, taken.focus.map(|(focus, _)| focus)),
        (Screen::Evidence, Some(Focus::HandOut))
    );
    assert_eq!(taken.after(Action::Restore).draft.sheet, clerk.draft.sheet);

    // It is taken where the visitor ticks it.
    let asked = does(
        &does(&beside, Exchange::Decide(kinds, Side::Mine)),
        Exchange::Decide(Place::Answer(outside), Side::Theirs),
    );
    let asked = does(&asked, Exchange::Merge);
    assert_eq!(
        count(&asked.draft.sheet.answers, &standard, "software-copyrights"),
        Some(9)
    );
    assert_eq!(
        count(&asked.draft.sheet.answers, &standard, "equipment-kinds"),
        Some(8)
    );

    // A second part that contradicts the first is a conflict again, between both of them.
    let other = types(&filling, "equipment-sets", "30");
    let again = arrives(
        &taken,
        &handed_back(&does(&other, Exchange::Sign("李工".to_owned())), DATE),
    );
    let found = again.merge().expect("it came back");
    let sets = question(&standard, "equipment-sets");
    assert_eq!(found.conflicts, [Place::Answer(sets)]);
    let who = [
        found.merged.said(sets),
        again.back().as_ref().and_then(|back| back.inside.said(sets)),
    ]
    .map(|said| said.map(|said| said.by.clone()));
    assert_eq!(who, [Some("王工".to_owned()), Some("李工".to_owned())]);
    // What is said stays in the draft, until the visitor answers otherwise.
    let stored = Draft::from_json(&taken.draft.to_json(&standard), &standard).expect("a draft");
    assert_eq!(stored.draft.sheet, taken.draft.sheet);
    let changed = types(&taken, "equipment-sets", "24");
    assert_eq!(changed.draft.sheet.answers.said(sets), None);
}

#[test]
fn a_link_names_the_part_and_a_code_is_asked_for_it() {
    let standard = shipped();
    let clerk = begun(&standard).after(Action::Go(Screen::Exchange));
    let filled = part(&standard, "research", Way::Filled);
    let mut theirs = Answers::new(&standard, 0);
    theirs.set(question(&standard, "software-copyrights"), Some(Answer::Count(5)));
    theirs.set(question(&standard, "equipment-kinds"), Some(Answer::Count(1)));
    let code = encode(&standard, &theirs);
    let by_link = arrives(
        &clerk,
        &["https://host.example/#readiness=", &code, &link(&filled)].concat(),
    );
    let by_code = arrives(&clerk, &code);
    assert_eq!(
        by_code.back(),
        None,
        "a code of an earlier release is what it was"
    );
    assert_eq!(by_code.merge().map(|merge| merge.conflicts.len()), Some(2));
    let named = does(&by_code, Exchange::Name(filled));
    assert_eq!(named.draft, clerk.draft);
    for state in [by_link, named] {
        let back = state.back().expect("it came back");
        assert_eq!(state.outside(&back), [question(&standard, "equipment-kinds")]);
        let place = Place::Answer(question(&standard, "software-copyrights"));
        assert_eq!(
            state.merge().map(|merge| merge.conflicts),
            Some(vec![place.clone()])
        );
        let taken = does(
            &does(&state, Exchange::Decide(place, Side::Theirs)),
            Exchange::Merge,
        );
        let said = taken
            .draft
            .sheet
            .answers
            .said(question(&standard, "software-copyrights"));
        let said = said.expect("it is said by which department");
        assert_eq!([&said.department, &said.by, &said.date], ["research", "", ""]);
    }
    // What cannot be a part of this standard does nothing.
    let fills = does(&arrives(&clerk, &code), Exchange::Fill);
    assert_eq!(fills.draft, clerk.draft);
}

/// A standard of a host: as the shipped one, under an id, without the department "production".
fn of_a_host(id: &str) -> Rc<Standard> {
    fn without(node: Node) -> Node {
        let production = Node::text("production");
        match node {
            Node::List(items) => {
                let kept = items
                    .into_iter()
                    .filter(|item| item.get("id") != Some(&production));
                Node::List(kept.map(without).collect())
            }
            Node::Map(entries) => {
                let entries = entries.into_iter().map(|(key, value)| match key.as_str() {
                    "department" if value == Node::text("production") => (key, Node::text("research")),
                    _ => (key, without(value)),
                });
                Node::Map(entries.collect())
            }
            node => node,
        }
    }
    let Node::Map(mut entries) = without(standard::document("data", "ningbo-3511-2018")) else {
        panic!("a standard is an object");
    };
    let named = entries.iter_mut().find(|(key, _)| key == "id").expect("an id");
    named.1 = Node::text(id);
    Rc::new(standard::parse(&Node::Map(entries)))
}

#[test]
fn the_part_of_a_department_that_is_not_here_is_refused_by_its_place_and_changes_nothing() {
    let standard = shipped();
    let clerk = begun(&standard);
    let out = handed(&clerk, "production");
    let filled = handed_back(&does(&arrives(&clerk, &out), Exchange::Fill), DATE);
    let part = part(&standard, "production", Way::ToFill);
    let code = encode(&standard, &clerk.draft.sheet.answers);
    let linked = format!("https://host.example/#readiness={code}{}", link(&part));
    // Under an id of its own beside the shipped one, and in its place.
    for (id, texts) in [
        ("host-1", vec![&out, &filled, &linked]),
        ("ningbo-3511-2018", vec![&out, &filled]),
    ] {
        let own = of_a_host(id);
        let state = begun(&own).after(Action::Go(Screen::Exchange));
        let beside: &[Rc<Standard>] = if id == "host-1" {
            &[own.clone(), standard.clone()]
        } else {
            std::slice::from_ref(&own)
        };
        for text in texts {
            let arrival = open(text.as_bytes(), beside);
            let Err(ArrivalFault::File(faults)) = &arrival else {
                panic!("{id} takes {text}");
            };
            let told: Vec<(&str, &str)> = faults
                .iter()
                .map(|fault| (fault.code, fault.path.as_str()))
                .collect();
            assert!(
                told.contains(&("unknown-department", "/part/department")),
                "{told:?}"
            );
            let told = does(&state, Exchange::Arrive(Rc::new(arrival.clone())));
            assert_eq!(told.draft, state.draft);
            for action in [Exchange::Fill, Exchange::Merge, Exchange::Replace] {
                assert_eq!(does(&told, action).draft, state.draft);
            }
        }
    }
    // The page around may change its standard while a part waits, with a reload or without.
    let own = of_a_host("host-1");
    let waits = arrives(&clerk, &out);
    let text = waits.exchange.to_json(&standard, "").expect("it waits");
    let changed = waits.reading(own.clone(), Rc::new(Draft::new(&own)));
    let (reloaded, _) =
        Exchanging::from_json(&text, &own, &[own.clone(), standard.clone()]).expect("it was just written");
    for exchange in [changed.exchange, reloaded] {
        assert!(matches!(
            exchange.arrival.as_deref(),
            Some(Err(ArrivalFault::File(_)))
        ));
    }
}
