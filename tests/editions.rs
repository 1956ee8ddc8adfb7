//! Proves that the editions of 2017 and 2018 judge the same answers as their numbers say, at N-1, N and N+1 of each,
//! and that an answer on its way to another edition is kept, converted, asked again or dropped as it should.

mod standard;

use readiness_check::answers::{Answer, Answers, Extra};
use readiness_check::document::Node;
use readiness_check::editions::{AskAgain, Change, Conversion, Fate, carry, compare};
use readiness_check::lang::Lang;
use readiness_check::standard::{Better, Kind, Standard};

const TRACKS: [&str; 2] = ["discrete", "process"];

/// The verdict of each condition, then of each of its readings, in 2017 and in 2018.
fn verdicts(track: &str, json: &str, id: &str) -> [Option<Vec<&'static str>>; 2] {
    let [earlier, later] = ["ningbo-3511-2017", "ningbo-3511-2018"].map(standard::shipped);
    let answers = standard::answers(&later, track, json);
    let found = compare(&later, &answers, &[&earlier, &later]);
    let row = found.rows.iter().find(|row| row.id == id).expect("a condition");
    [0, 1].map(|edition| {
        let condition = &found.editions[edition].assessment.conditions[row.at[edition]?];
        let readings = condition.readings.iter().map(|reading| reading.verdict);
        let all = [condition.verdict].into_iter().chain(readings);
        Some(all.map(standard::word).collect())
    })
}

#[test]
fn five_became_eight() {
    let met = Some(vec!["met"; 3]);
    let not_met = Some(vec!["not-met"; 3]);
    for track in TRACKS {
        for (count, expected) in [
            (4, [&not_met, &not_met]),
            (5, [&met, &not_met]),
            (6, [&met, &not_met]),
            (7, [&met, &not_met]),
            (8, [&met, &met]),
            (9, [&met, &met]),
        ] {
            let json = format!(r#"{{"equipment-kinds": {count}, "equipment-sets": {count}}}"#);
            let found = verdicts(track, &json, "key-equipment");
            assert_eq!(found.each_ref(), expected, "{json}");
        }
        // The readings differ where one count reaches the figure and the other does not.
        let found = verdicts(
            track,
            r#"{"equipment-kinds": 4, "equipment-sets": 7}"#,
            "key-equipment",
        );
        let expected = [
            Some(vec!["depends", "not-met", "met"]),
            Some(vec!["not-met", "not-met", "not-met"]),
        ];
        assert_eq!(found, expected);
        let found = verdicts(
            track,
            r#"{"equipment-kinds": 5, "equipment-sets": 8}"#,
            "key-equipment",
        );
        let expected = [
            Some(vec!["met", "met", "met"]),
            Some(vec!["depends", "not-met", "met"]),
        ];
        assert_eq!(found, expected);
    }
}

#[test]
fn one_became_three() {
    let id = "copyrights-and-standards";
    let depends = Some(vec!["depends", "met", "not-met"]);
    let [met, not_met] = ["met", "not-met"].map(|verdict| Some(vec![verdict; 3]));
    for track in TRACKS {
        // Copyrights alone reach the figure under "together", never under "each".
        for (count, expected) in [
            (0, [&not_met, &not_met]),
            (1, [&depends, &not_met]),
            (2, [&depends, &not_met]),
            (3, [&depends, &depends]),
            (4, [&depends, &depends]),
        ] {
            let json = format!(r#"{{"software-copyrights": {count}, "standard-drafts": 0}}"#);
            assert_eq!(verdicts(track, &json, id).each_ref(), expected, "{json}");
        }
        // Equal numbers: 2 and 2 are 4 together, and 2 each.
        for (count, expected) in [
            (0, [&not_met, &not_met]),
            (1, [&met, &not_met]),
            (2, [&met, &depends]),
            (3, [&met, &met]),
            (4, [&met, &met]),
        ] {
            let json = format!(r#"{{"software-copyrights": {count}, "standard-drafts": {count}}}"#);
            assert_eq!(verdicts(track, &json, id).each_ref(), expected, "{json}");
        }
    }
}

#[test]
fn a_patent_was_added() {
    for track in TRACKS {
        for (filed, granted, expected) in [
            (0, 0, ["not-met", "not-met", "not-met"]),
            (1, 0, ["depends", "not-met", "met"]),
            (1, 1, ["met", "met", "met"]),
            (2, 2, ["met", "met", "met"]),
        ] {
            let json =
                format!(r#"{{"invention-patents-filed": {filed}, "invention-patents-granted": {granted}}}"#);
            let expected = [None, Some(expected.to_vec())];
            assert_eq!(verdicts(track, &json, "invention-patent"), expected, "{json}");
        }
    }
}

#[test]
fn open_answers_are_open_under_both() {
    let unknown = Some(vec!["unknown"; 3]);
    let found = verdicts("discrete", "{}", "key-equipment");
    assert_eq!(found, [unknown.clone(), unknown]);
    // 5 kinds imply 5 sets: enough for 2017, and open for 2018.
    let found = verdicts("discrete", r#"{"equipment-kinds": 5}"#, "key-equipment");
    let expected = [
        Some(vec!["met", "met", "met"]),
        Some(vec!["unknown", "not-met", "unknown"]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn changes_between_editions_are_found_from_the_figures() {
    let [earlier, later] = ["ningbo-3511-2017", "ningbo-3511-2018"].map(standard::shipped);
    let answers = Answers::new(&later, 0);
    let found = compare(&later, &answers, &[&earlier, &later]);
    let rows: Vec<_> = found
        .rows
        .iter()
        .map(|row| {
            let figure = |edition| {
                let criterion = found.criterion(row, edition);
                criterion.map(|criterion| criterion.at_least.value / 100)
            };
            (
                row.id.as_str(),
                [figure(0), figure(1)],
                found.change(row, 0, 1),
                found.change(row, 1, 0),
                found.change(row, 1, 1),
            )
        })
        .collect();
    let expected = [
        (
            "key-equipment",
            [Some(5), Some(8)],
            Change::Raised,
            Change::Lowered,
            Change::Same,
        ),
        (
            "copyrights-and-standards",
            [Some(1), Some(3)],
            Change::Raised,
            Change::Lowered,
            Change::Same,
        ),
        (
            "invention-patent",
            [None, Some(1)],
            Change::Added,
            Change::Removed,
            Change::Same,
        ),
    ];
    assert_eq!(rows, expected);
    assert_eq!(
        found.change(&found.rows[2], 0, 0),
        Change::Absent,
        "2017 does not have it"
    );
}

#[test]
fn the_patent_questions_are_asked_for_2017_too() {
    let earlier = standard::shipped("ningbo-3511-2017");
    for track in 0..earlier.tracks.len() {
        let page = earlier.pages(track)[0];
        let ids: Vec<&str> = earlier
            .questions_on(page, track)
            .into_iter()
            .map(|question| earlier.questions[question].id.as_str())
            .collect();
        assert!(ids.contains(&"invention-patents-filed") && ids.contains(&"invention-patents-granted"));
    }
}

/// An answer to every question: the best one, or "does not apply" where `other` asks for that.
fn full(standard: &Standard, other: bool) -> Answers {
    let mut answers = Answers::new(standard, usize::from(other));
    for (index, question) in standard.questions.iter().enumerate() {
        let answer = match &question.kind {
            _ if other && question.not_applicable => Answer::NotApplicable,
            _ if other && index % 5 == 0 => Answer::Unknown,
            Kind::Count { min, .. } => Answer::Count(min + index as i64),
            Kind::Number { min, .. } => Answer::Number(min + index as i64),
            Kind::YesNo => Answer::YesNo(question.better == Better::Higher),
            Kind::OneOf(choices) => Answer::OneOf(choices.len() - 1),
            Kind::ManyOf(choices) => Answer::ManyOf((0..choices.len()).collect()),
        };
        answers.set(index, Some(answer));
    }
    answers
}

#[test]
fn every_answer_to_2018_is_kept_for_2017_and_back() {
    let [earlier, later] = ["ningbo-3511-2017", "ningbo-3511-2018"].map(standard::shipped);
    for other in [false, true] {
        let answers = full(&later, other);
        let there = carry(&answers, &later, &earlier);
        assert_eq!(there.report.len(), later.questions.len());
        assert_eq!(there.changed().count(), 0);
        let back = carry(&there.answers, &earlier, &later);
        assert_eq!(back.answers, answers);
        assert_eq!(back.changed().count(), 0);
    }
}

/// What becomes of one answer to the small plant in another edition, made by `change`.
fn fate(id: &str, json: &str, change: impl Fn(&mut Standard, usize)) -> (Fate, Option<Node>) {
    let from = standard::small_plant();
    let mut to = standard::small_plant();
    let question = to.question(id).expect("a question");
    change(&mut to, question);
    let answers = standard::answers(&from, "discrete", &format!(r#"{{"{id}": {json}}}"#));
    let carried = carry(&answers, &from, &to);
    let [report] = carried.report.as_slice() else {
        panic!("{} answers", carried.report.len());
    };
    assert_eq!(from.questions[report.question].id, id);
    assert_eq!(report.to, to.question(id));
    assert_eq!(carried.changed().count(), usize::from(report.fate != Fate::Kept));
    let document = standard::written(&carried.answers.document(&to));
    let answer = document.get("answers").and_then(|answers| answers.get(id));
    (report.fate, answer.cloned())
}

fn node(json: &str) -> Option<Node> {
    Some(Node::from_json(json).expect("JSON"))
}

/// Carries an answer to the edition made by `change`.
macro_rules! becomes {
    ($id:literal, $given:literal, $change:expr, $fate:expr, $found:expr) => {
        assert_eq!(
            fate($id, $given, $change),
            ($fate, $found),
            "{} {}",
            $id,
            $given
        );
    };
}

#[test]
fn an_answer_to_an_unchanged_question_is_kept() {
    let nothing = |_: &mut Standard, _: usize| {};
    becomes!("robots", "7", nothing, Fate::Kept, node("7"));
    becomes!("energy-before", "1.25", nothing, Fate::Kept, node("1.25"));
    becomes!("shared-files", "false", nothing, Fate::Kept, node("false"));
    becomes!("drawings", "\"cad\"", nothing, Fate::Kept, node("\"cad\""));
    becomes!("checks", "[]", nothing, Fate::Kept, node("[]"));
    becomes!("robots", "\"unknown\"", nothing, Fate::Kept, node("\"unknown\""));
    becomes!(
        "drawings",
        "\"not-applicable\"",
        nothing,
        Fate::Kept,
        node("\"not-applicable\"")
    );
}

#[test]
fn an_answer_to_a_question_that_is_gone_is_dropped() {
    let renamed = |to: &mut Standard, question: usize| to.questions[question].id = "elsewhere".to_owned();
    becomes!("robots", "7", renamed, Fate::Dropped, None);
    becomes!("robots", "\"unknown\"", renamed, Fate::Dropped, None);
}

fn options(to: &mut Standard, question: usize) -> &mut Vec<readiness_check::standard::Choice> {
    match &mut to.questions[question].kind {
        Kind::OneOf(choices) | Kind::ManyOf(choices) => choices,
        _ => panic!("no options"),
    }
}

#[test]
fn an_option_goes_by_its_id() {
    let first_gone = |to: &mut Standard, question: usize| {
        options(to, question).remove(0);
    };
    let moved = Fate::Converted(Conversion::OptionMoved);
    let gone = Fate::AskedAgain(AskAgain::OptionGone);
    // paper, cad, models without paper: the second becomes the first, and what was the first is gone.
    becomes!("drawings", "\"cad\"", first_gone, moved, node("\"cad\""));
    becomes!("drawings", "\"paper\"", first_gone, gone, None);
    let last_gone = |to: &mut Standard, question: usize| {
        options(to, question).pop();
    };
    becomes!("drawings", "\"cad\"", last_gone, Fate::Kept, node("\"cad\""));
    // stress, flow, fit: reversed; the options of an answer follow the new order.
    let reversed = |to: &mut Standard, question: usize| options(to, question).reverse();
    becomes!(
        "checks",
        r#"["stress", "flow"]"#,
        reversed,
        moved,
        node(r#"["flow", "stress"]"#)
    );
    becomes!("checks", r#"["flow"]"#, reversed, Fate::Kept, node(r#"["flow"]"#));
    becomes!("checks", r#"["stress", "flow"]"#, first_gone, gone, None);
    becomes!(
        "checks",
        r#"["flow", "fit"]"#,
        first_gone,
        moved,
        node(r#"["flow", "fit"]"#)
    );
    becomes!("checks", "[]", first_gone, Fate::Kept, node("[]"));
}

fn bounded(most: i64) -> impl Fn(&mut Standard, usize) {
    move |to, question| match &mut to.questions[question].kind {
        Kind::Count { max, .. } | Kind::Number { max, .. } => *max = most,
        _ => panic!("no bounds"),
    }
}

#[test]
fn a_number_must_fit_its_new_bounds() {
    let fits = Fate::Converted(Conversion::BoundsChanged);
    let out = Fate::AskedAgain(AskAgain::OutOfBounds);
    becomes!("robots", "49", bounded(50), fits, node("49"));
    becomes!("robots", "50", bounded(50), fits, node("50"));
    becomes!("robots", "51", bounded(50), out, None);
    // The bounds of a number are in hundredths.
    becomes!("energy-after", "0.49", bounded(50), fits, node("0.49"));
    becomes!("energy-after", "0.5", bounded(50), fits, node("0.5"));
    becomes!("energy-after", "0.51", bounded(50), out, None);
    let from_two = |to: &mut Standard, question: usize| {
        if let Kind::Count { min, .. } = &mut to.questions[question].kind {
            *min = 2;
        }
    };
    becomes!("robots", "1", from_two, out, None);
    becomes!("robots", "2", from_two, fits, node("2"));
}

#[test]
fn a_count_may_become_a_number_and_a_whole_number_a_count() {
    let to_number = |to: &mut Standard, question: usize| {
        let kind = std::mem::take(&mut to.questions[question].kind);
        if let Kind::Count { min, max, unit } = kind {
            let (min, max) = (min * 100, max * 100);
            to.questions[question].kind = Kind::Number { min, max, unit };
        }
    };
    let count_to_number = Fate::Converted(Conversion::CountToNumber);
    becomes!("robots", "1000", to_number, count_to_number, node("1000"));
    let to_count = |to: &mut Standard, question: usize| {
        let kind = std::mem::take(&mut to.questions[question].kind);
        if let Kind::Number { min, unit, .. } = kind {
            to.questions[question].kind = Kind::Count { min, max: 12, unit };
        }
    };
    let number_to_count = Fate::Converted(Conversion::NumberToCount);
    becomes!("energy-before", "12", to_count, number_to_count, node("12"));
    let (not_whole, out) = (AskAgain::NotWhole, AskAgain::OutOfBounds);
    becomes!(
        "energy-before",
        "11.5",
        to_count,
        Fate::AskedAgain(not_whole),
        None
    );
    becomes!("energy-before", "13", to_count, Fate::AskedAgain(out), None);
}

#[test]
fn what_is_asked_in_another_way_is_asked_again() {
    let yes_no = |to: &mut Standard, question: usize| to.questions[question].kind = Kind::YesNo;
    let kind = Fate::AskedAgain(AskAgain::KindChanged);
    becomes!("robots", "7", yes_no, kind, None);
    becomes!("drawings", "\"cad\"", yes_no, kind, None);
    becomes!("checks", "[]", yes_no, kind, None);
    becomes!("robots", "\"unknown\"", yes_no, Fate::Kept, node("\"unknown\""));
    let many = |to: &mut Standard, question: usize| {
        let choices = std::mem::take(options(to, question));
        to.questions[question].kind = Kind::ManyOf(choices);
    };
    becomes!("drawings", "\"cad\"", many, kind, None);
    let counted = |to: &mut Standard, question: usize| {
        to.questions[question].kind = to.questions[0].kind.clone();
    };
    becomes!("shared-files", "true", counted, kind, None);
    // 7 robots are not 7 kinds, which is what the first question counts.
    let unit = Fate::AskedAgain(AskAgain::UnitChanged);
    becomes!("robots", "7", counted, unit, None);
    let applies = |to: &mut Standard, question: usize| to.questions[question].not_applicable = false;
    let must_apply = Fate::AskedAgain(AskAgain::MustApply);
    becomes!("drawings", "\"not-applicable\"", applies, must_apply, None);
    becomes!("drawings", "\"cad\"", applies, Fate::Kept, node("\"cad\""));
}

#[test]
fn a_unit_in_other_languages_is_the_same_unit() {
    let document = standard::small_plant_document();
    let [chinese, english] = Lang::ALL.map(|lang| Standard::parse(&document, &[lang]).expect("a standard"));
    let answers = standard::answers(&chinese, "discrete", r#"{"robots": 7}"#);
    assert_eq!(carry(&answers, &chinese, &english).changed().count(), 0);
}

#[test]
fn a_removed_track_is_reported_and_notes_and_costs_are_kept() {
    let from = standard::small_plant();
    let mut to = standard::small_plant();
    let mut answers = standard::answers(&from, "process", r#"{"robots": 7, "machines": 3}"#);
    let note = Node::text("to be counted again");
    answers.keep(Extra::Notes, &["robots"], Some(note.clone()));
    answers.keep(Extra::Costs, &["count"], Some(Node::text("own")));
    let carried = carry(&answers, &from, &to);
    assert!(carried.has_track);
    assert_eq!(carried.answers, answers);
    to.tracks[1].id = "stream".to_owned();
    let carried = carry(&answers, &from, &to);
    assert!(!carried.has_track);
    assert_eq!(carried.answers.track, 0);
    assert_eq!(carried.answers.kept(Extra::Notes, &["robots"]), Some(&note));
    assert_eq!(carried.report.len(), 2);
}
