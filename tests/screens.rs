//! Every screen, rendered natively in both languages, as snapshots that a person has reviewed.
//! After a change on purpose: `cargo insta review`, or `INSTA_UPDATE=always cargo test --test screens` and read the diff.
#![cfg(feature = "widget")]

use readiness_check::answers::{Answer, Answers, Extra};
use readiness_check::document::Node;
use readiness_check::lang::Lang;
use readiness_check::programmes::Programmes;
use readiness_check::standard::{Kind, Standard};
use readiness_check::strings::Strings;
use readiness_check::strings::later::Words;
use readiness_check::widget::{Draft, Event, Keeping, Later, Notice, Props, Screen, Sheet, Typing, Widget};
use std::path::Path;
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

fn standard() -> Rc<Standard> {
    let (report, documents) = xtask::data::load(Path::new("data"));
    let document = documents
        .iter()
        .find(|document| document.id == "ningbo-3511-2018");
    let document = document.unwrap_or_else(|| panic!("the edition of 2018 loads: {report}"));
    Rc::new(Standard::parse(&document.node, &Lang::ALL).expect("the data is checked"))
}

fn programmes() -> Rc<Programmes> {
    let (_, standards) = xtask::data::load(Path::new("data"));
    let (report, document) = xtask::data::programmes(Path::new("data"), &standards);
    let document = document.unwrap_or_else(|| panic!("the programmes load: {report}"));
    Rc::new(Programmes::parse(&document, &Lang::ALL).expect("the data is checked"))
}

/// The screen as a visitor gets it, a line for each tag.
fn render(standard: &Rc<Standard>, lang: Lang, draft: Draft, notices: Vec<Notice>) -> String {
    let props = Props {
        standard: standard.clone(),
        lang,
        words: Strings::of(lang),
        draft: Rc::new(draft),
        keeping: Keeping::Local,
        host: "host.example".into(),
        shared: false,
        notices: Rc::new(notices),
        later: Some(Rc::new(Later {
            words: Rc::new(Words::authored(lang)),
            lang,
            programmes: programmes(),
            editions: vec![standard.clone()],
        })),
        later_failed: false,
        on_event: Callback::from(|_: Event| {}),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime for one thread");
    let local = tokio::task::LocalSet::new();
    let renderer = LocalServerRenderer::<Widget>::with_props(props).hydratable(false);
    local.block_on(&runtime, renderer.render()).replace("><", ">\n<")
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
        Notice::DraftUnreadable {
            reason: "not JSON".to_owned(),
            kept: "readiness-check:a:set-aside-1".to_owned(),
        },
        Notice::DraftPartlyUnreadable {
            which: "/answers/x".to_owned(),
            kept: "b".to_owned(),
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
    let standard = standard();
    for screen in Screen::LATER {
        let draft = Draft {
            sheet: half_answered(&standard, "discrete"),
            screen,
            replaced: Vec::new(),
        };
        each_language(&format!("{screen:?}").to_lowercase(), |lang| {
            render(&standard, lang, draft.clone(), Vec::new())
        });
    }
}

#[test]
fn the_programmes_of_a_firm_that_has_chosen() {
    let standard = standard();
    let mut sheet = half_answered(&standard, "discrete");
    let json = r#"{"industries":["automobiles","sand-water-washing"],"duties":{"clean-production":true},
        "facts":{"global-rank":"3","national-rank":"2","years-in-field":"9","new-product":"unknown",
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
    each_language("programmes-chosen", |lang| {
        render(&standard, lang, draft.clone(), Vec::new())
    });
}
