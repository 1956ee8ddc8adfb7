//! Every screen, rendered natively in both languages, as snapshots that a person has reviewed.
//! After a change on purpose: `cargo insta review`, or `INSTA_UPDATE=always cargo test --test screens` and read the diff.
#![cfg(feature = "widget")]

#[path = "screens/assessments.rs"]
mod assessments;
#[path = "screens/counts.rs"]
mod counts;
mod standard;

use readiness_check::answers::{Answer, Answers, Extra, Part, Way};
use readiness_check::document::Node;
use readiness_check::exchange;
use readiness_check::lang::Lang;
use readiness_check::programmes::{Category, Check, Condition, Programme, Programmes};
use readiness_check::standard::{Kind, Page, Source, Standard};
use readiness_check::strings::{Strings, fill};
use readiness_check::widget::{
    Action, Draft, Event, Exchange, Handed, Host, Keeping, Notice, Props, Screen, Sheet, State, Typing,
    WHOLE, Widget, open,
};
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

thread_local! {
    static PROGRAMMES: Rc<Programmes> = Rc::new(standard::programmes::shipped());
}

thread_local! {
    /// Read once: the views are what is tested here.
    static EDITIONS: Vec<Rc<Standard>> = read_editions();
}

/// The editions of 2018 and 2017.
fn editions() -> Vec<Rc<Standard>> {
    EDITIONS.with(Clone::clone)
}

fn read_editions() -> Vec<Rc<Standard>> {
    let (report, documents) = xtask::data::load(Path::new("data"));
    let edition = |id: &str| {
        let document = documents.iter().find(|document| document.id == id);
        let document = document.unwrap_or_else(|| panic!("{id} loads: {report}"));
        Rc::new(Standard::parse(&document.node, &Lang::ALL).expect("the data is checked"))
    };
    ["ningbo-3511-2018", "ningbo-3511-2017"].map(edition).to_vec()
}

fn standard() -> Rc<Standard> {
    editions()[0].clone()
}

/// The screen as a visitor gets it, a line for each tag.
fn render(standard: &Rc<Standard>, lang: Lang, draft: Draft, notices: Vec<Notice>) -> String {
    render_beside(standard, std::slice::from_ref(standard), lang, draft, notices)
}

/// The same with these editions loaded.
fn render_beside(
    standard: &Rc<Standard>,
    editions: &[Rc<Standard>],
    lang: Lang,
    draft: Draft,
    notices: Vec<Notice>,
) -> String {
    let state = State::new(standard.clone(), Rc::new(draft));
    render_state(state, editions, lang, notices)
}

/// The same in a state in which more than a draft is set.
fn render_state(state: State, editions: &[Rc<Standard>], lang: Lang, notices: Vec<Notice>) -> String {
    let props = Props {
        state: Rc::new(state),
        lang,
        keeping: Keeping::Local,
        shared_computer: Some(false),
        host: Rc::new(Host {
            name: "host.example".into(),
            address: "https://host.example/check.html".into(),
            may_ask: true,
            ..Host::default()
        }),
        shared: false,
        notices: Rc::new(notices),
        today: "2026-11-28".into(),
        programmes: PROGRAMMES.with(Rc::clone),
        editions: Rc::new(editions.to_vec()),
        extent: WHOLE,
        on_event: Callback::from(|_: Event| {}),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime for one thread");
    let local = tokio::task::LocalSet::new();
    let renderer = LocalServerRenderer::<Widget>::with_props(props).hydratable(false);
    let html = local.block_on(&runtime, renderer.render());
    assert!(
        !html.contains("{0") && !html.contains("{1"),
        "a word is not filled in: {html}"
    );
    let lines = html.replace("><", ">\n<");
    lines.lines().map(sorted).collect::<Vec<_>>().join("\n")
}

/// The ids of all programmes: with them every card is open.
fn all_programmes() -> Vec<String> {
    let programmes = PROGRAMMES.with(Rc::clone);
    programmes
        .programmes
        .iter()
        .map(|programme| programme.id.clone())
        .collect()
}

/// A line with the attributes of each tag in the order of their names: theirs on a page has no meaning.
fn sorted(line: &str) -> String {
    let mut parts = line.split('<');
    let before = parts.next().unwrap_or_default().to_owned();
    parts.fold(before, |line, tag| line + "<" + &sorted_tag(tag))
}

/// A tag without its `<`, and what follows it.
fn sorted_tag(tag: &str) -> String {
    let Some((tag, rest)) = tag.split_once('>') else {
        return tag.to_owned();
    };
    let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut found = Vec::new();
    while let Some((key, value)) = attributes.split_once("=\"") {
        let (value, others) = value.split_once('"').expect("a value ends");
        // Before the key stand those without a value.
        let mut keys = key.split_whitespace();
        let key = keys.next_back().expect("a value has a key");
        found.extend(keys.map(str::to_owned));
        found.push(format!("{key}=\"{value}\""));
        attributes = others;
    }
    found.extend(attributes.split_whitespace().map(str::to_owned));
    found.sort();
    let attributes: String = found.iter().map(|one| format!(" {one}")).collect();
    format!("{name}{attributes}>{rest}")
}

/// Half of everything answered, in each of the ways in which a question can stand.
fn half_answered(standard: &Standard, track: &str) -> Sheet {
    let track = standard.track(track).expect("a track of the edition");
    let mut answers = Answers::new(standard, track);
    for (index, question) in standard.questions.iter().enumerate() {
        let answer = match (&question.kind, index % 5) {
            (_, 0) => None,
            (_, 1) => Some(Answer::Unknown),
            (_, 2) if question.not_applicable => Some(Answer::NotApplicable),
            (Kind::Count { min, .. }, _) => Some(Answer::Count(min + index as i64)),
            (Kind::Number { min, .. }, _) => Some(Answer::Number(min + 1000 + 25 * index as i64)),
            (Kind::YesNo, _) => Some(Answer::YesNo(index % 2 == 0)),
            (Kind::OneOf(choices), _) => Some(Answer::OneOf(index % choices.len())),
            (Kind::ManyOf(choices), _) => Some(Answer::ManyOf((0..index % choices.len()).collect())),
        };
        answers.set(index, answer);
    }
    let mut sheet = Sheet {
        answers,
        track_chosen: true,
        typed: Typing::default(),
        by_page: false,
        part: None,
    };
    sheet.keep_text(Extra::Profile, &["plant"], "北仑二厂");
    sheet
}

fn each_language(name: &str, screen: impl Fn(Lang) -> String) {
    for lang in Lang::ALL {
        insta::assert_snapshot!(format!("{name}-{}", lang.tag()), screen(lang));
    }
}

#[test]
fn the_start() {
    let standard = standard();
    each_language("start", |lang| {
        render(&standard, lang, Draft::new(&standard), Vec::new())
    });
}

#[test]
fn the_start_with_everything_that_a_visitor_may_have_to_know() {
    let standard = standard();
    let notices = vec![
        Notice::SaveFailed,
        Notice::ChangedElsewhere,
        Notice::LetGo,
        Notice::CannotPrint {
            address: "https://host.example/frame.html?lang=en".to_owned(),
        },
        Notice::DraftUnreadable {
            reason: "not JSON".to_owned(),
            kept: Some("readiness-check:a:set-aside-1".to_owned()),
        },
        Notice::DraftPartlyUnreadable {
            which: "/answers/x".to_owned(),
            kept: None,
        },
        Notice::BadAttribute {
            name: "theme".to_owned(),
            value: "<b>".to_owned(),
            allowed: "auto, light".to_owned(),
        },
    ];
    let sheet = half_answered(&standard, "process");
    let draft = Draft {
        sheet: sheet.clone(),
        screen: Screen::Start,
        replaced: vec![sheet],
    };
    each_language("notices", |lang| {
        render(&standard, lang, draft.clone(), notices.clone())
    });
}

#[test]
fn every_page_of_questions() {
    let standard = standard();
    for track in ["discrete", "process"] {
        let sheet = half_answered(&standard, track);
        for page in 0..standard.pages(sheet.answers.track).len() {
            let draft = Draft {
                sheet: sheet.clone(),
                screen: Screen::Page(page),
                replaced: Vec::new(),
            };
            each_language(&format!("{track}-page-{page}"), |lang| {
                render(&standard, lang, draft.clone(), Vec::new())
            });
        }
    }
}

#[test]
fn a_number_that_is_none_has_its_error_beside_it() {
    let standard = standard();
    let mut sheet = half_answered(&standard, "discrete");
    let question = standard
        .question("equipment-kinds")
        .expect("a question of the contract");
    sheet.answers.set(question, None);
    sheet.typed.set(question, "八种 <i>");
    let draft = Draft {
        sheet,
        screen: Screen::Page(0),
        replaced: Vec::new(),
    };
    for (lang, error) in [
        (Lang::ZhCn, "有误：“八种 &lt;i&gt;”不是数字"),
        (Lang::En, "Error: \"八种 &lt;i&gt;\" is not a number"),
    ] {
        let shown = render(&standard, lang, draft.clone(), Vec::new()).replace("&quot;", "\"");
        assert!(shown.contains(error), "{shown}");
    }
}

#[test]
fn what_is_not_asked_rises_with_the_answer_that_closed_it() {
    let standard = standard();
    let json = r#"{"control-system": "local"}"#;
    let mut draft = beside(&standard, "{}");
    draft.sheet.answers = standard::answers(&standard, "process", json);
    draft.screen = Screen::Result;
    let shown = render(&standard, Lang::ZhCn, draft, Vec::new());
    assert!(!shown.contains("现在：不用答"), "{shown}");
    let control = standard.question("control-system").expect("a question");
    let control = standard.questions[control].text.get(Lang::ZhCn);
    assert!(
        shown.contains(&format!("现在不用答：要先改“{control}”的答案")),
        "{shown}"
    );
}

#[test]
fn a_verdict_beside_a_number_that_is_none_says_what_it_rests_on() {
    let standard = standard();
    let said = "填错的数没有算进去，这里是按另一个答案判断的。";
    let typed = |text: &str| {
        let draft = Draft {
            screen: Screen::Page(0),
            ..beside(&standard, r#"{"equipment-kinds": 8}"#)
        };
        let question = standard.question("equipment-sets").expect("a question");
        let state =
            State::new(standard.clone(), Rc::new(draft)).after(Action::Typed(question, text.to_owned()));
        render_state(state, &[], Lang::ZhCn, Vec::new())
    };
    // As many sets as kinds are implied: the condition is met all the same.
    assert!(typed("-3").contains(said));
    assert!(!typed("9").contains(said));
}

#[test]
fn the_result() {
    let standard = standard();
    for track in ["discrete", "process"] {
        let sheet = half_answered(&standard, track);
        let draft = Draft {
            sheet,
            screen: Screen::Result,
            replaced: Vec::new(),
        };
        each_language(&format!("{track}-result"), |lang| {
            render(&standard, lang, draft.clone(), Vec::new())
        });
    }
}

#[test]
fn the_screens_behind_the_result() {
    let editions = editions();
    let standard = &editions[0];
    for screen in [Screen::Plan, Screen::Evidence, Screen::Programmes, Screen::Basis] {
        let draft = Draft {
            sheet: half_answered(standard, "discrete"),
            screen,
            replaced: Vec::new(),
        };
        each_language(&format!("{screen:?}").to_lowercase(), |lang| {
            render_beside(standard, &editions, lang, draft.clone(), Vec::new())
        });
    }
}

#[test]
fn every_step_of_a_long_standard_is_in_its_place() {
    let mut long = (*standard()).clone();
    for _ in 0..3 {
        long.elements.extend_from_within(..);
    }
    let long = Rc::new(long);
    let track = long.track("discrete").expect("a track of the contract");
    let pages = long.pages(track);
    let here = 40;
    let draft = Draft {
        sheet: half_answered(&long, "discrete"),
        screen: Screen::Page(here),
        replaced: Vec::new(),
    };
    let shown = render(&long, Lang::En, draft, Vec::new());
    let buttons = shown.split("<button").skip(1);
    let steps: Vec<&str> = buttons
        .filter(|button| button.contains("class=\"step\""))
        .collect();
    let all = pages.len();
    assert!(pages.len() > here && steps.len() == 2 * all, "the list twice");
    for list in steps.chunks(all) {
        for (place, (step, page)) in list.iter().zip(&pages).enumerate() {
            if let Page::Element(element) = page {
                let title = long.elements[*element].title.get(Lang::En);
                assert!(step.contains(title), "{place}: {step}");
            }
            let tag = step.split('>').next().unwrap_or_default();
            assert_eq!(tag.contains("aria-current"), place == here, "{place}: {step}");
        }
    }
}

#[test]
fn a_draft_is_read_as_it_was_stored() {
    let standard = standard();
    let mut sheet = half_answered(&standard, "process");
    let count = standard
        .question("equipment-kinds")
        .expect("a question of the contract");
    sheet.answers.set(count, None);
    sheet.typed.set(count, "八种 \"<i>\"\n\u{1f}\\");
    sheet.keep_text(Extra::Notes, &["equipment-kinds"], "note");
    let empty = Sheet::new(&standard);
    for replaced in [
        Vec::new(),
        vec![empty.clone()],
        vec![half_answered(&standard, "discrete"), sheet.clone(), empty],
    ] {
        let draft = Draft {
            sheet: sheet.clone(),
            screen: Screen::Page(2),
            replaced,
        };
        let text = draft.to_json(&standard);
        let stored = Draft::from_json(&text, &standard).expect(&text);
        assert_eq!((stored.draft, stored.faults), (draft, Vec::new()), "{text}");
    }
}

/// Answers as JSON, on the screen of the editions.
fn beside(standard: &Standard, json: &str) -> Draft {
    let sheet = Sheet {
        answers: standard::answers(standard, "discrete", json),
        track_chosen: true,
        typed: Typing::default(),
        by_page: false,
        part: None,
    };
    Draft {
        sheet,
        screen: Screen::Basis,
        replaced: Vec::new(),
    }
}

#[test]
fn the_2017_edition_at_hand_beside_that_of_2018() {
    let editions = editions();
    // What was enough for 2017 and is not for 2018.
    let json = r#"{"equipment-kinds": 5, "equipment-sets": 8, "software-copyrights": 1, "standard-drafts": 1,
        "invention-patents-filed": 0, "invention-patents-granted": 0}"#;
    let draft = beside(&editions[1], json);
    each_language("basis-2017-at-hand", |lang| {
        render_beside(&editions[1], &editions, lang, draft.clone(), Vec::new())
    });
    // The words of the result are true of an edition with two conditions.
    let draft = Draft {
        screen: Screen::Result,
        ..draft
    };
    let shown = render(&editions[1], Lang::ZhCn, draft, Vec::new());
    assert!(shown.contains("2017 年本知道数字的只有这 2 项"), "{shown}");
}

#[test]
fn an_element_without_an_answer_has_the_same_sign_in_the_result_and_in_the_basis() {
    let standard = standard();
    let about = |screen| {
        let draft = Draft {
            screen,
            ..beside(&standard, r#"{"key-machines": 10}"#)
        };
        let shown = render(&standard, Lang::En, draft, Vec::new());
        with_report_apart(&shown)
    };
    let ((report, result), (_, basis)) = (about(Screen::Result), about(Screen::Basis));
    let elements = result.matches("class=\"bar\"").count() - 1;
    assert_eq!(elements, 7, "those of the track, and one bar for all");
    assert_eq!(result.matches("<td>—</td>").count(), elements, "{result}");
    assert_eq!(
        basis
            .matches("<span class=\"facts\">—</span>\n</summary>")
            .count(),
        elements,
        "{basis}"
    );
    let rows = report.split("class=\"of-element\"").skip(1);
    let ours = rows.filter(|row| {
        row.split("</tr>")
            .next()
            .is_some_and(|row| row.contains("<td>—</td>"))
    });
    assert_eq!(ours.count(), elements, "{report}");
}

#[test]
fn an_edition_without_another_stands_alone() {
    let standard = Rc::new(standard::small_plant());
    let draft = beside(&standard, "{}");
    let shown = render_beside(&standard, &editions(), Lang::En, draft, Vec::new());
    assert!(
        shown.contains("class=\"screen basis\"") && !shown.contains("class=\"editions\""),
        "{shown}"
    );
}

#[test]
fn what_becomes_of_each_answer_is_told() {
    let standard = Rc::new(standard::small_plant());
    let mut earlier = standard::small_plant();
    earlier.id = "small-plant-earlier".to_owned();
    earlier.based_on = Some(standard.id.clone());
    earlier.edition = "0".to_owned();
    for question in &mut earlier.questions {
        match (question.id.as_str(), &mut question.kind) {
            ("robots", Kind::Count { max, .. }) => *max = 5,
            ("drawings", Kind::OneOf(choices)) => choices.rotate_left(1),
            ("connected", _) => question.id = "linked".to_owned(),
            _ => {}
        }
    }
    let json = r#"{"robots": 6, "drawings": "cad", "connected": true, "shared-files": false}"#;
    let draft = beside(&standard, json);
    let editions = [standard.clone(), Rc::new(earlier)];
    let shown = render_beside(&standard, &editions, Lang::En, draft, Vec::new());
    for said in [
        "To the 0 edition: 1 kept as they are, 1 converted, 1 to be asked again, 1 no longer needed.",
        "converted: the option moved, but is the same",
        "to be asked again: it is beyond the new bounds",
        "no longer needed: this edition does not have the question",
        "<strong>6 robots</strong>",
    ] {
        assert!(shown.contains(said), "{said}\n{shown}");
    }
}

#[test]
fn the_programmes_of_a_firm_that_has_chosen() {
    let standard = standard();
    let mut sheet = half_answered(&standard, "discrete");
    let json = r#"{"industries":["automobiles","sand-water-washing"],"duties":{"clean-production":true},
        "facts":{"global-rank":"3","national-rank":"2","field-years":"9","new-product":"unknown",
        "sales-last-year":"4亿","rd-share":"viel","above-scale":true,"maturity-level":2}}"#;
    let Node::Map(profile) = Node::from_json(json).expect("JSON") else {
        panic!("a profile is an object");
    };
    for (key, value) in profile {
        sheet.answers.keep(Extra::Profile, &[&key], Some(value));
    }
    let draft = Draft {
        sheet,
        screen: Screen::Programmes,
        replaced: Vec::new(),
    };
    let unfolded = [
        "ningbo-2025-round",
        "ningbo-361",
        "ningbo-3511-directory",
        "ningbo-five-industries-2018",
        "ningbo-champion-batch-4",
    ];
    each_language("programmes-chosen", |lang| {
        let mut state = State::new(standard.clone(), Rc::new(draft.clone()));
        state.unfolded = unfolded.map(str::to_owned).to_vec();
        render_state(state, std::slice::from_ref(&standard), lang, Vec::new())
    });
}

#[test]
fn the_result_is_one_press_away_once_the_conditions_are_answered_and_back_from_a_change() {
    let standard = standard();
    let answered = |json: &str| {
        let draft = Draft {
            screen: Screen::Page(0),
            ..beside(&standard, json)
        };
        State::new(standard.clone(), Rc::new(draft))
    };
    let way_on = |state: &State| {
        let shown = render_state(state.clone(), &[], Lang::ZhCn, Vec::new());
        let (_, rest) = shown
            .split_once("class=\"actions way-on\"")
            .expect("a page has a way on");
        rest.split("</div>").next().unwrap_or_default().to_owned()
    };
    let most = r#"{"equipment-kinds": 9, "software-copyrights": 3, "standard-drafts": "unknown"}"#;
    assert!(!way_on(&answered(most)).contains("查看结果"));
    let all = r#"{"equipment-kinds": 9, "software-copyrights": 3, "standard-drafts": "unknown",
        "invention-patents-granted": 0, "invention-patents-filed": "unknown"}"#;
    let done = answered(all);
    assert!(way_on(&done).contains("查看结果"));
    let question = standard.question("software-copyrights").expect("a question");
    let back = done
        .after(Action::Go(Screen::Result))
        .after(Action::GoToQuestion(question));
    let shown = way_on(&back);
    assert!(
        shown.contains("回到结果") && !shown.contains("查看结果"),
        "{shown}"
    );
}

#[test]
fn the_evidence_that_a_firm_has_noted() {
    let standard = standard();
    let mut sheet = half_answered(&standard, "process");
    let papers = r#"{
        "software-copyrights": [{"paper": "计算机软件著作权登记证书", "state": "have", "holder": "张工 <技术部>", "date": "2025年3月"}],
        "standard-drafts": [{"paper": "标准文本", "state": "missing", "holder": "李主任"}, {"paper": "备案表", "state": "have"}]
    }"#;
    let papers = Node::from_json(papers).expect("JSON");
    sheet.answers.keep(Extra::Evidence, &[], Some(papers));
    let draft = Draft {
        sheet,
        screen: Screen::Evidence,
        replaced: Vec::new(),
    };
    each_language("evidence-noted", |lang| {
        render(&standard, lang, draft.clone(), Vec::new())
    });
}

#[test]
fn a_document_that_is_ticked_stays_where_it_is_until_the_place_is_entered_again() {
    let standard = standard();
    let draft = Draft {
        sheet: half_answered(&standard, "discrete"),
        screen: Screen::Result,
        replaced: Vec::new(),
    };
    let state = State::new(standard.clone(), Rc::new(draft)).after(Action::Go(Screen::Evidence));
    let papers = |state: &State| -> Vec<String> {
        let shown = render_state(state.clone(), &[], Lang::En, Vec::new());
        let list = shown.split("<details class=\"as-it-is\"").map(|part| {
            // What was at hand before is folded, and stands before the questions.
            part.split_once("</details>\n<div class=\"to-answer\"")
                .map_or(part, |(_, rest)| rest)
        });
        let rows = list.flat_map(|part| part.split("class=\"paper-name\"").skip(1));
        rows.filter_map(|row| Some(row.split("</strong>").next()?.to_owned()))
            .collect()
    };
    let before = papers(&state);
    let path = ["standard-drafts", "paper=标准文本", "state"].map(str::to_owned);
    let have = Action::KeepAll(Extra::Evidence, vec![(path.to_vec(), Some(Node::text("have")))]);
    let ticked = state.after(have);
    let shown = render_state(ticked.clone(), &[], Lang::En, Vec::new());
    assert_eq!(papers(&ticked), before);
    assert_eq!(
        shown.matches("class=\"paper done\"").count(),
        2,
        "it, and what it makes needless"
    );
    let again = ticked
        .after(Action::Go(Screen::Result))
        .after(Action::Go(Screen::Evidence));
    assert_eq!(papers(&again).len(), before.len() - 2);
}

#[test]
fn with_everything_answered_all_is_certain() {
    let standard = standard();
    let mut sheet = half_answered(&standard, "discrete");
    for (index, question) in standard.questions.iter().enumerate() {
        let answer = match &question.kind {
            Kind::Count { min, .. } => Answer::Count(min + 7),
            Kind::Number { min, .. } => Answer::Number(min + 1000),
            Kind::YesNo => Answer::YesNo(index % 3 == 0),
            Kind::OneOf(choices) => Answer::OneOf(index % choices.len()),
            Kind::ManyOf(choices) => Answer::ManyOf((0..index % choices.len()).collect()),
        };
        sheet.answers.set(index, Some(answer));
    }
    let draft = Draft {
        sheet,
        screen: Screen::Result,
        replaced: Vec::new(),
    };
    each_language("result-complete", |lang| {
        render(&standard, lang, draft.clone(), Vec::new())
    });
}

/// Answers as JSON and costs as typed, on the screen of the plans.
fn planned(standard: &Standard, track: &str, json: &str, costs: &str) -> Draft {
    let mut sheet = Sheet {
        answers: standard::answers(standard, track, json),
        track_chosen: true,
        typed: Typing::default(),
        by_page: false,
        part: None,
    };
    let costs = Node::from_json(costs).expect("JSON");
    sheet.answers.keep(Extra::Costs, &[], Some(costs));
    Draft {
        sheet,
        screen: Screen::Plan,
        replaced: Vec::new(),
    }
}

#[test]
fn plans_by_effort_for_the_whole_index() {
    let standard = standard();
    let json = r#"{"equipment-kinds": 6, "equipment-sets": 7, "software-copyrights": 3, "standard-drafts": "unknown",
        "invention-patents-granted": 1, "key-machines": 40, "key-machines-cnc": 22, "shop-data-items": 300,
        "shop-data-items-automatic": 40, "mes-in-use": "unknown", "linked-systems": [], "digital-roadmap": true}"#;
    let costs = r#"{"target": {"reach": "index", "mark": "30", "criteria": {"key-equipment": "kinds"}}}"#;
    let draft = planned(&standard, "discrete", json, costs);
    each_language("plan-by-effort", |lang| {
        render(&standard, lang, draft.clone(), Vec::new())
    });
}

#[test]
fn plans_by_the_costs_of_the_firm_for_each_element() {
    let standard = standard();
    let json = r#"{"equipment-kinds": 7, "equipment-sets": 8, "software-copyrights": 1, "standard-drafts": 2,
        "invention-patents-filed": 0, "monitored-points": 120, "control-loops": 30}"#;
    let costs = r#"{"count": "own", "order": "one-after-another",
        "efforts": {"small": {"money": "1", "months": "0.5"}, "medium": {"money": "15", "months": "3"},
        "large": {"money": "120", "months": "8"}},
        "questions": {"mes-in-use": {"money": "60", "months": "6"}, "erp-scope": {"money": "viel <b>"}},
        "target": {"reach": "elements", "mark": "20", "criteria": {"invention-patent": "none"}}}"#;
    let draft = planned(&standard, "process", json, costs);
    each_language("plan-own-costs", |lang| {
        render(&standard, lang, draft.clone(), Vec::new())
    });
}

#[test]
fn months_that_the_firm_has_entered_are_bars() {
    let standard = standard();
    let json = r#"{"equipment-kinds": 7, "equipment-sets": 8, "software-copyrights": 3, "standard-drafts": 2,
        "invention-patents-granted": 1, "digital-roadmap": false, "security-rules": false, "interface-errors": false}"#;
    let costs = r#"{"count": "own", "order": "one-after-another",
        "efforts": {"small": {"money": "1", "months": "0.5"}, "medium": {"money": "15", "months": "3"},
        "large": {"money": "120", "months": "8"}}, "target": {"reach": "index", "mark": "10"}}"#;
    let draft = planned(&standard, "discrete", json, costs);
    each_language("plan-months", |lang| {
        render(&standard, lang, draft.clone(), Vec::new())
    });
}

#[test]
fn a_firm_without_a_wish_gets_the_next_ten_percent_and_own_costs_never_read_as_out_of_reach() {
    let standard = standard();
    let met = r#"{"equipment-kinds": 8, "equipment-sets": 8, "software-copyrights": 3, "standard-drafts": 3,
        "invention-patents-granted": 1, "digital-roadmap": false, "security-rules": false, "interface-errors": false}"#;
    // Nothing is reached of the index: the next mark is 10. With own costs asked for and none entered, it is the same
    // plan, by effort.
    for (costs, said) in [
        ("{}", "点数由本工具自定"),
        (r#"{"count": "own"}"#, "还没有填金额，所以先按难度排"),
    ] {
        let draft = planned(&standard, "discrete", met, costs);
        let shown = render(&standard, Lang::ZhCn, draft, Vec::new());
        assert!(shown.contains("指数从至少 0% 到至少 10%"), "{shown}");
        assert!(shown.contains(said) && !shown.contains("达不到"), "{shown}");
    }
    // Where totals are open, what is proposed falls back to the conditions, and says what is missing.
    let draft = planned(&standard, "discrete", r#"{"equipment-kinds": 3}"#, "{}");
    let shown = render(&standard, Lang::ZhCn, draft, Vec::new());
    assert!(shown.contains("已公开的条件都达到"), "{shown}");
}

#[test]
fn a_target_that_is_out_of_reach_says_why() {
    let standard = standard();
    let costs = r#"{"count": "own", "efforts": {"small": {"money": "1", "months": "1"}},
        "target": {"reach": "index", "mark": "90"}}"#;
    let draft = planned(&standard, "discrete", r#"{"equipment-kinds": 8}"#, costs);
    each_language("plan-out-of-reach", |lang| {
        render(&standard, lang, draft.clone(), Vec::new())
    });
}

/// At the place where answers are saved and opened, with this beside the draft.
fn opened(editions: &[Rc<Standard>], sheet: Sheet, arrives: &str) -> State {
    let draft = Draft {
        sheet,
        screen: Screen::Exchange,
        replaced: Vec::new(),
    };
    let state = State::new(editions[0].clone(), Rc::new(draft));
    let arrival = open(arrives.as_bytes(), editions);
    state.after(Action::Exchange(Exchange::Arrive(Rc::new(arrival))))
}

#[test]
fn saving_and_opening() {
    let editions = editions();
    let standard = &editions[0];
    let mine = half_answered(standard, "discrete");
    let mut theirs = half_answered(standard, "discrete");
    let question = |id: &str| standard.question(id).expect("a question of the contract");
    theirs
        .answers
        .set(question("equipment-kinds"), Some(Answer::Count(9)));
    theirs
        .answers
        .set(question("equipment-sets"), Some(Answer::Count(30)));
    theirs
        .answers
        .set(question("software-copyrights"), Some(Answer::Count(5)));
    theirs
        .answers
        .set(question("plant-layout-model"), Some(Answer::OneOf(3)));
    theirs.keep_text(
        Extra::Evidence,
        &["plant-layout-model", "paper=布置图 <b>", "state"],
        "have",
    );
    theirs.keep_text(Extra::Profile, &["plant"], "一厂 <b>");
    let date = "2026-01-09T14:30:00+08:00";
    let file = exchange::file::write(standard, &theirs.answers, date);
    let other = exchange::encode(&editions[1], &mine.answers);
    let table = exchange::table::write(standard, &mine.answers, Lang::ZhCn);
    let table = table
        .replacen("equipment-kinds", "<i>kinds", 1)
        .replacen("discrete", "", 1);
    let empty = Sheet::new(standard);
    let mut handed = opened(&editions, mine.clone(), &file);
    handed.exchange.arrival = None;
    let text = "{\"format\": \"<b>\"}".to_owned();
    let name = "北仑二厂 2026-11-28.readiness.json".to_owned();
    for action in [
        Exchange::Hand(Handed {
            name,
            text,
            is_part: false,
        }),
        Exchange::Copy("handed".to_owned(), false),
        Exchange::Copy("short-code".to_owned(), true),
    ] {
        handed = handed.after(Action::Exchange(action));
    }
    let undecided = opened(&editions, mine.clone(), &file).after(Action::Exchange(Exchange::Merge));
    let elsewhere = |arrives: &str| {
        let mut draft = (*opened(&editions, mine.clone(), arrives).draft).clone();
        draft.screen = Screen::Result;
        let state = State::new(standard.clone(), Rc::new(draft));
        let arrival = open(arrives.as_bytes(), &editions);
        state.after(Action::Exchange(Exchange::Arrive(Rc::new(arrival))))
    };
    for (name, state) in [
        ("exchange", handed),
        ("exchange-opened", undecided),
        ("exchange-opened-first", opened(&editions, empty.clone(), &file)),
        ("exchange-other-edition", opened(&editions, mine.clone(), &other)),
        (
            "exchange-faults-of-a-table",
            opened(&editions, mine.clone(), &table),
        ),
        ("exchange-cut-file", opened(&editions, empty, &file[..300])),
        ("exchange-cut-code", opened(&editions, mine.clone(), &other[..12])),
    ] {
        each_language(name, |lang| {
            render_state(state.clone(), &editions, lang, Vec::new())
        });
    }
    // A department that only another edition names, by its title there.
    let production = Part::of(standard, "production", Way::ToFill).expect("a department of the standard");
    let fault = production
        .fault_under(&standard::small_plant())
        .expect("it has a workshop and an office");
    let fault = Rc::new(Err(exchange::ArrivalFault::File(vec![fault])));
    let refused = elsewhere(&file).after(Action::Exchange(Exchange::Arrive(fault)));
    let refused = refused.after(Action::Go(Screen::Exchange));
    for (lang, said) in Lang::ALL.into_iter().zip([
        "part/department：这里没有部门“生产、设备部门”",
        "part/department: there is no department \"Production and equipment\" here",
    ]) {
        let shown = render_state(refused.clone(), &editions, lang, Vec::new());
        assert!(shown.contains(said), "{shown}");
    }
    for (arrives, said) in [
        (
            other.as_str(),
            ["收到一份答案（短码，已答", "Answers arrived (short code,"],
        ),
        (&other[..12], ["网址里的短码打不开", "cannot be opened"]),
    ] {
        for (lang, said) in Lang::ALL.into_iter().zip(said) {
            let shown = render_state(elsewhere(arrives), &editions, lang, Vec::new());
            assert!(shown.contains(said), "{shown}");
        }
    }
}

#[test]
fn parts_of_departments() {
    let editions = editions();
    let standard = &editions[0];
    let date = "2026-11-28T14:30:00+08:00";
    let question = |id: &str| standard.question(id).expect("a question of the contract");
    let part = |id: &str, way| Part::of(standard, id, way).expect("a department of the standard");
    let does = |state: &State, action| state.after(Action::Exchange(action));
    let mine = half_answered(standard, "discrete");
    let production = part("production", Way::ToFill);
    let out = exchange::handed_out(standard, &production, &mine.answers);
    let out = exchange::file::write_part(standard, &out, date, Some(&production));
    let arrives = opened(&editions, mine.clone(), &out);
    let filling = does(&arrives, Exchange::Fill);
    let filling = does(&filling, Exchange::Sign("王工 <b>".to_owned()));

    let mut theirs = mine.answers.clone();
    theirs.set(question("equipment-kinds"), Some(Answer::Count(6)));
    theirs.set(question("equipment-sets"), Some(Answer::Count(30)));
    theirs.set(question("software-copyrights"), Some(Answer::Count(9)));
    let by = "王工 <b>".to_owned();
    let filled = Part {
        by,
        ..part("production", Way::Filled)
    };
    let back = exchange::file::write_part(standard, &theirs, date, Some(&filled));
    let back = opened(&editions, mine.clone(), &back);
    let place = exchange::Place::Answer(question("equipment-kinds"));
    let mut taken = does(&back, Exchange::Decide(place, exchange::Side::Theirs));
    let merge = taken.merge().expect("it came back");
    for place in merge.conflicts {
        taken = does(&taken, Exchange::Decide(place, exchange::Side::Theirs));
    }
    let taken = does(&taken, Exchange::Merge);
    let handing = does(&taken, Exchange::Department(Some("quality".to_owned())));
    let code = exchange::encode(standard, &theirs);
    let named = does(
        &opened(&editions, mine, &code),
        Exchange::Department(Some("safety".to_owned())),
    );
    for (name, state) in [
        ("part-to-fill", arrives),
        ("part-page-0", filling.clone()),
        ("part-hand-back", filling.after(Action::Go(Screen::Exchange))),
        ("part-filled", does(&back, Exchange::Merge)),
        ("part-hand-out", handing),
        ("part-said", taken.after(Action::Go(Screen::Page(0)))),
        ("part-which", named),
    ] {
        each_language(name, |lang| {
            render_state(state.clone(), &editions, lang, Vec::new())
        });
    }
}

/// Every screen of an edition on a track, as a reader sees its text.
fn all_screens(editions: &[Rc<Standard>], here: usize, track: &str, lang: Lang) -> Vec<String> {
    let standard = &editions[here];
    let sheet = half_answered(standard, track);
    let pages = (0..standard.pages(sheet.answers.track).len()).map(Screen::Page);
    let screens = [Screen::Start].into_iter().chain(pages);
    let screens = screens
        .chain(Screen::PLACES)
        .chain([Screen::Basis, Screen::Exchange]);
    let shown = screens.map(|screen| {
        let draft = Draft {
            sheet: sheet.clone(),
            screen,
            replaced: Vec::new(),
        };
        let mut state = State::new(standard.clone(), Rc::new(draft));
        state.unfolded = all_programmes();
        let shown = render_state(state, editions, lang, Vec::new());
        let escaped = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#x27;", "'"),
            ("&#x2F;", "/"),
        ];
        let plain = |shown: String, (escape, sign)| shown.replace(escape, sign);
        escaped.into_iter().fold(shown, plain).replace("&amp;", "&")
    });
    shown.collect()
}

/// The report in a screen, and the screen without it: it is the last of its place, and the foot follows.
fn with_report_apart(screen: &str) -> (String, String) {
    const FOOT: &str = "<div class=\"foot\">";
    let Some((before, rest)) = screen.split_once("<div class=\"report print-only\">") else {
        return (String::new(), screen.to_owned());
    };
    let (report, after) = rest.split_once(FOOT).expect("the foot follows");
    (report.to_owned(), [before, FOOT, after].concat())
}

/// What a place that cites a document lacks of what is known of it.
fn lacking(place: &str, source: &Source, lang: Lang) -> Vec<String> {
    let texts = [&source.issuers, &source.note, &source.reprint];
    let texts = texts.into_iter().flatten().map(|text| text.get(lang).to_owned());
    let link =
        |address: &String| format!("<a href=\"{address}\" rel=\"noopener noreferrer\" target=\"_blank\">");
    let known = texts.chain(source.address.as_ref().map(link));
    known.filter(|known| !place.contains(known.as_str())).collect()
}

#[test]
fn whatever_is_cited_has_beside_it_all_that_is_known_of_it() {
    let editions = editions();
    let programmes = PROGRAMMES.with(Rc::clone);
    let sources = editions.iter().flat_map(|edition| &edition.sources);
    let sources: Vec<&Source> = sources.chain(&programmes.sources).collect();
    for lang in Lang::ALL {
        let mut screens = all_screens(&editions, 0, "discrete", lang);
        screens.extend(all_screens(&editions, 0, "process", lang));
        screens.extend(all_screens(&editions, 1, "discrete", lang));
        // The report on paper has footnotes and a list of its own.
        let (reports, rest): (Vec<String>, Vec<String>) =
            screens.iter().map(|screen| with_report_apart(screen)).unzip();
        let screens: Vec<&String> = reports.iter().chain(&rest).collect();
        // Folds of citations, and items of lists.
        let mut places = Vec::new();
        for screen in screens {
            let (body, notes) = screen
                .split_once("<details class=\"notes\">")
                .unwrap_or((screen, ""));
            let notes: Vec<&str> = notes
                .split("<span class=\"source source-body\">")
                .skip(1)
                .collect();
            let clauses = notes
                .iter()
                .filter_map(|note| note.split("class=\"source-line grade").next());
            let clauses: BTreeSet<&str> = clauses.collect();
            assert_eq!(
                clauses.len(),
                notes.len(),
                "each clause of a document once: {notes:?}"
            );
            places.extend(notes.iter().filter_map(|rest| rest.split("</li>").next()));
            let open = body.split("<span class=\"source source-body\">").skip(1);
            places.extend(open.filter_map(|rest| rest.split("</dd>").next()));
            let items = body.split("<li>\n<cite>").skip(1);
            let items = items.filter_map(|rest| rest.split("</li>").next());
            places.extend(items.filter(|item| !item.contains("class=\"mention\"")));
            // Every number leads to a note of the list, and every note has one.
            let numbers = ["</span>[", "class=\"mention\"> ["].iter();
            let numbers = numbers.flat_map(|mark| body.split(mark).skip(1));
            let numbers = numbers.filter_map(|rest| rest.split(']').next()?.parse().ok());
            let numbers: BTreeSet<usize> = numbers.collect();
            assert!(
                numbers.iter().copied().eq(1..=notes.len()),
                "{numbers:?} of {}",
                notes.len()
            );
            let cards = screen.split("<details class=\"source-about\">");
            for pair in cards.collect::<Vec<_>>().windows(2) {
                let line = pair[0].rfind("<cite>").expect("a document has its line");
                let folded = pair[1].split("</details>").next().unwrap_or_default();
                let named = sources
                    .iter()
                    .filter(|source| pair[0][line..].contains(source.title.get(lang)));
                assert!(
                    named
                        .into_iter()
                        .any(|source| lacking(folded, source, lang).is_empty()),
                    "{}{folded}",
                    &pair[0][line..]
                );
            }
        }
        for place in &places {
            let named = sources
                .iter()
                .filter(|source| place.contains(source.title.get(lang)));
            let lacking: Vec<_> = named.map(|source| lacking(place, source, lang)).collect();
            assert!(lacking.iter().any(Vec::is_empty), "{lacking:?} in {place}");
        }
        for source in &sources {
            let is_here = |place: &&str| {
                place.contains(source.title.get(lang)) && lacking(place, source, lang).is_empty()
            };
            assert!(places.iter().any(is_here), "{} is on no screen", source.id);
        }
    }
}

/// What the head of a card has to say before the verdict of a category; nothing where every condition is checked.
fn of_how_many(programme: &Programme, category: Option<usize>, lang: Lang) -> String {
    let mine = programme.conditions.iter();
    let mine = mine.filter(|condition| condition.category.is_none() || condition.category == category);
    let (unchecked, checked): (Vec<_>, Vec<_>) =
        mine.partition(|condition| matches!(condition.check, Check::Words));
    let words = &Strings::of(lang).programmes;
    let is_own = |condition: &&Condition| matches!(condition.check, Check::Readings(_));
    match (unchecked.is_empty(), checked.iter().any(is_own)) {
        (true, _) => String::new(),
        (false, true) => fill(words.verdict_of_checked, &[&checked.len().to_string()]),
        (false, false) => fill(words.verdict_of_known, &[&checked.len().to_string()]),
    }
}

#[test]
fn no_badge_says_more_than_the_conditions_that_were_checked() {
    let standard = standard();
    let json = r#"{"equipment-kinds": 8, "equipment-sets": 8, "software-copyrights": 3, "standard-drafts": 3,
        "invention-patents-filed": 1, "invention-patents-granted": 1}"#;
    let draft = Draft {
        screen: Screen::Programmes,
        ..beside(&standard, json)
    };
    let programmes = PROGRAMMES.with(Rc::clone);
    let mut partly = 0;
    for lang in Lang::ALL {
        let shown = render(&standard, lang, draft.clone(), Vec::new());
        for programme in &programmes.programmes {
            let card = shown.split(&format!("id=\"programme-{}\"", programme.id)).nth(1);
            let head = card.and_then(|card| card.split("</summary>").next());
            let head = head.unwrap_or_else(|| panic!("{} has a card", programme.id));
            for together in head.split("class=\"together\"").skip(1) {
                let titled = |category: &Category| {
                    together.contains(&format!("<span>{}</span>", category.title.get(lang)))
                };
                let said = of_how_many(programme, programme.categories.iter().position(titled), lang);
                let said = format!("<span>{said}</span>");
                assert!(
                    together.replace('\n', "").contains(&said),
                    "{}: {said} in {together}",
                    programme.id
                );
                partly += usize::from(said != "<span></span>");
            }
        }
        let met = match lang {
            Lang::ZhCn => ("已知的 3 项：", "达到"),
            Lang::En => ("3 known conditions:", "Met"),
        };
        let head = shown.split("</summary>").find(|head| head.contains(met.0));
        assert!(
            head.is_some_and(|head| head.contains(met.1)),
            "the three are met, and are three"
        );
    }
    assert!(partly > 2, "{partly}");
}
