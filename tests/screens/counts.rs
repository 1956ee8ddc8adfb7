//! Whatever is counted on several screens is the same number on each.

use super::{half_answered, render_state, standard, with_report_apart};
use readiness_check::answers::Answer;
use readiness_check::assess::assess;
use readiness_check::lang::Lang;
use readiness_check::standard::{Kind, Standard};
use readiness_check::strings::{Strings, fill};
use readiness_check::widget::{Draft, Screen, Sheet, State};
use std::rc::Rc;

/// A screen as its text between tags, and the report in it.
fn shown(standard: &Rc<Standard>, sheet: &Sheet, lang: Lang, screen: Screen) -> (String, String) {
    let draft = Draft {
        sheet: sheet.clone(),
        screen,
        replaced: Vec::new(),
    };
    let state = State::new(standard.clone(), Rc::new(draft));
    let html = render_state(state, std::slice::from_ref(standard), lang, Vec::new());
    let (report, rest) = with_report_apart(&html.replace('\n', ""));
    (rest, report)
}

/// The numbers in the text of each element that begins with `start` and ends with `end`.
fn all_numbers(html: &str, start: &str, end: &str) -> Vec<Vec<usize>> {
    let element = |part: &str| {
        let inner = part.split(end).next().unwrap_or_default();
        let text: Vec<&str> = inner
            .split('<')
            .map(|part| part.rsplit('>').next().unwrap_or_default())
            .collect();
        let text = text.join(" ");
        let digits = text.split(|letter: char| !letter.is_ascii_digit());
        digits.filter_map(|digits| digits.parse().ok()).collect()
    };
    html.split(start).skip(1).map(element).collect()
}

/// Those of the first such element.
fn numbers(html: &str, start: &str, end: &str) -> Vec<usize> {
    let found = all_numbers(html, start, end).into_iter().next();
    found.unwrap_or_else(|| panic!("no {start} in {html}"))
}

/// How many questions that count in the index are open.
fn state_open(standard: &Standard, sheet: &Sheet) -> usize {
    assess(standard, &sheet.answers).open_in_index()
}

/// Sheets in which the counts differ: empty, half answered, all at worst (which closes questions), all answered.
fn sheets(standard: &Standard, track: &str) -> Vec<Sheet> {
    let half = half_answered(standard, track);
    let filled = |worst: bool| {
        let mut sheet = half.clone();
        for (index, question) in standard.questions.iter().enumerate() {
            let answer = match &question.kind {
                Kind::Count { min, .. } => Answer::Count(min + 7 * i64::from(!worst)),
                Kind::Number { min, .. } => Answer::Number(min + 1000),
                Kind::YesNo => Answer::YesNo(!worst),
                Kind::OneOf(choices) => Answer::OneOf(if worst { 0 } else { choices.len() - 1 }),
                Kind::ManyOf(_) => Answer::ManyOf(Vec::new()),
            };
            sheet.answers.set(index, Some(answer));
        }
        sheet
    };
    let mut empty = Sheet::new(standard);
    empty.answers.track = half.answers.track;
    empty.track_chosen = true;
    vec![empty, filled(true), filled(false), half]
}

#[test]
fn whatever_is_counted_on_several_screens_is_the_same_number_on_each() {
    let standard = standard();
    for (track, lang) in [("discrete", Lang::ZhCn), ("process", Lang::En)] {
        for (which, sheet) in sheets(&standard, track).iter().enumerate() {
            let at = |what: &str| format!("{what} on {track} in {}, sheet {which}", lang.tag());
            let words = Strings::of(lang);
            let pages = standard.pages(sheet.answers.track).len();
            let screens: Vec<Screen> = (0..pages)
                .map(Screen::Page)
                .chain(Screen::PLACES)
                .chain([Screen::Basis])
                .collect();
            let first = shown(&standard, sheet, lang, screens[0]).0;
            // The bar counts them all, on every screen alike.
            let bar = numbers(&first, "class=\"place\"", "</button>");
            let [answered, asked] = bar[..] else {
                panic!("{}: {bar:?}", at("the bar"))
            };
            let mut pages_seen = Vec::new();
            let result = shown(&standard, sheet, lang, Screen::Result).0;
            for screen in &screens {
                let (html, report) = shown(&standard, sheet, lang, *screen);
                assert_eq!(
                    numbers(&html, "class=\"place\"", "</button>"),
                    bar,
                    "{}",
                    at("the bar")
                );
                if let Screen::Page(page) = screen {
                    let steps = &all_numbers(&html, "class=\"step\"", "</button>")[..pages];
                    let sum = |place: usize| {
                        steps
                            .iter()
                            .map(|step| step[step.len() - 2 + place])
                            .sum::<usize>()
                    };
                    assert_eq!([sum(0), sum(1)], [answered, asked], "{}", at("the steps"));
                    let here = numbers(&html, "class=\"so-far\"", "</p>");
                    let step = &steps[*page];
                    assert_eq!(here[..2], step[step.len() - 2..], "{}", at("the page"));
                    pages_seen.push(here[0]);
                    // What stands beside the questions: what is open in the index, and of all.
                    let summary = numbers(&html, "class=\"summary\"", "</p>");
                    assert_eq!(
                        summary[1],
                        asked - answered,
                        "{}",
                        at("open beside the questions")
                    );
                    let columns = result.split("<tbody>").nth(1).unwrap_or_default();
                    let columns = columns.split("</tbody>").next().unwrap_or_default();
                    let open = columns.split("</tr>").filter(|row| row.contains("<td>"));
                    let open = open.filter_map(|row| {
                        row.rsplit("<td>")
                            .next()?
                            .split('<')
                            .next()?
                            .parse::<usize>()
                            .ok()
                    });
                    assert_eq!(summary[0], open.sum::<usize>(), "{}", at("open in the index"));
                }
                match screen {
                    Screen::Result => {
                        let next = html
                            .split("class=\"next\"")
                            .nth(1)
                            .and_then(|part| part.split("</section>").next())
                            .unwrap_or_default();
                        let list = next.matches("<li>").count();
                        let more = all_numbers(next, "<summary>", "</summary>")
                            .into_iter()
                            .flatten()
                            .next();
                        assert_eq!(
                            list,
                            state_open(&standard, sheet),
                            "{}",
                            at("the list of what to answer")
                        );
                        assert_eq!(more.unwrap_or(0), list.saturating_sub(3), "{}", at("its fold"));
                        let said = fill(
                            words.report.conclusion_index,
                            &["#", &answered.to_string(), &asked.to_string()],
                        );
                        let said = said.rsplit('#').next().unwrap_or_default();
                        assert!(report.contains(said), "{}: {said}", at("the report"));
                    }
                    Screen::Evidence => {
                        let claims = numbers(&html, "class=\"proven-count\"", "</p>")[0];
                        let left_out: usize =
                            numbers(&html, "<p class=\"facts left-out\"", "</p>").iter().sum();
                        assert_eq!(
                            claims + left_out,
                            answered,
                            "{}",
                            at("answers that need proof, and do not")
                        );
                        let to_answer = html.split("class=\"to-answer\"").skip(1);
                        let to_answer: usize = to_answer
                            .map(|part| {
                                part.split("</ul>")
                                    .next()
                                    .unwrap_or_default()
                                    .matches("<li>")
                                    .count()
                            })
                            .sum();
                        assert_eq!(to_answer, asked - answered, "{}", at("questions still to answer"));
                    }
                    _ => {}
                }
            }
            assert_eq!(pages_seen.iter().sum::<usize>(), answered, "{}", at("the pages"));
            let start = shown(&standard, sheet, lang, Screen::Start).0;
            let track = start
                .split_once(&format!("data-track=\"{track}\""))
                .expect("a track")
                .1;
            let tally = numbers(track, "class=\"tally\"", "</span>");
            match which {
                0 => assert_eq!(tally, [asked], "{}", at("the start")),
                _ => assert_eq!(tally, [answered, asked], "{}", at("the start")),
            }
        }
    }
}
