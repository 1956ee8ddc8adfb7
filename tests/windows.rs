//! Windows in processes of their own that change one draft at once: each reads and writes a copy of the storage that
//! hears of the others late, as browsers do.
#![cfg(feature = "widget")]

mod standard;

use readiness_check::answers::Answer;
use readiness_check::standard::{Kind, Standard};
use readiness_check::widget::{Draft, Shared};
use std::rc::Rc;

/// A window, and the copy of the storage in its process.
#[derive(Clone)]
struct Window {
    shared: Shared,
    /// The text that stood in the place when it last looked.
    text: Option<String>,
    copy: Option<String>,
    /// What it has written, and the browser does not know yet.
    unsent: Vec<String>,
    /// How many of its texts the browser has not confirmed: until then its copy hears of no others.
    unconfirmed: usize,
    /// How many of the browser's texts it has been told of.
    told: usize,
    /// The numbers it is still to answer questions with.
    to_do: Vec<usize>,
    /// Whether it is closed as soon as it has done them.
    closes: bool,
}

/// A browser with its windows.
#[derive(Clone)]
struct Browser {
    standard: Rc<Standard>,
    windows: Vec<Window>,
    /// Every text in the order in which the browser took it, and whose it is.
    texts: Vec<(usize, String)>,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Answer(usize),
    Send(usize),
    Tell(usize),
}

fn counts(standard: &Standard) -> Vec<usize> {
    let is_count = |index: &usize| matches!(standard.questions[*index].kind, Kind::Count { .. });
    (0..standard.questions.len()).filter(is_count).collect()
}

impl Window {
    fn catch_up(&mut self, standard: &Standard, passing: Option<&str>) -> bool {
        let mut changed = false;
        let read = |text: &str| Draft::from_json(text, standard).expect("what a window wrote");
        if let Some(passing) = passing
            && self.copy.as_deref() != Some(passing)
            && self.text.as_deref() != Some(passing)
        {
            let theirs = read(passing);
            changed |= self.shared.take_in_passing(theirs.draft, theirs.writers.as_ref());
        }
        if let Some(now) = self.copy.clone().filter(|now| self.text.as_ref() != Some(now)) {
            let theirs = read(&now);
            self.shared.take_in(theirs.draft, theirs.writers.as_ref());
            self.text = Some(now);
            changed = true;
        }
        changed
    }

    fn write(&mut self, standard: &Standard) {
        let text = self.shared.draft().to_json_of(standard, self.shared.writers());
        self.text = Some(text.clone());
        self.copy = Some(text.clone());
        self.unsent.push(text);
        self.unconfirmed += 1;
        self.shared.written();
    }
}

impl Browser {
    fn new(standard: &Rc<Standard>, to_do: &[&[usize]], closes: bool) -> Browser {
        let draft = Rc::new(Draft::new(standard));
        let windows = to_do.iter().enumerate().map(|(number, to_do)| Window {
            shared: Shared::new(&format!("w{number}"), draft.clone(), Default::default()),
            text: None,
            copy: None,
            unsent: Vec::new(),
            unconfirmed: 0,
            told: 0,
            to_do: to_do.to_vec(),
            closes: closes && number == 0,
        });
        Browser {
            standard: standard.clone(),
            windows: windows.collect(),
            texts: Vec::new(),
        }
    }

    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for (number, window) in self.windows.iter().enumerate() {
            let is_open = !(window.closes && window.to_do.is_empty());
            if !window.to_do.is_empty() {
                steps.push(Step::Answer(number));
            }
            if !window.unsent.is_empty() {
                steps.push(Step::Send(number));
            }
            if is_open && window.told < self.texts.len() {
                steps.push(Step::Tell(number));
            }
        }
        steps
    }

    fn take(&mut self, step: Step) {
        let standard = self.standard.clone();
        match step {
            Step::Answer(number) => {
                let window = &mut self.windows[number];
                let question = window.to_do.remove(0);
                let mut draft = (**window.shared.draft()).clone();
                draft.sheet.answers.set(question, Some(Answer::Count(1)));
                window.shared.change(Rc::new(draft));
                window.catch_up(&standard, None);
                window.write(&standard);
            }
            Step::Send(number) => {
                let text = self.windows[number].unsent.remove(0);
                self.texts.push((number, text));
            }
            Step::Tell(number) => {
                let window = &mut self.windows[number];
                let (writer, text) = &self.texts[window.told];
                window.told += 1;
                if *writer == number {
                    window.unconfirmed -= 1;
                    return;
                }
                if window.unconfirmed == 0 {
                    window.copy = Some(text.clone());
                }
                if window.catch_up(&standard, Some(text)) && window.shared.is_ahead() {
                    window.write(&standard);
                }
            }
        }
    }

    /// What is there once nothing more happens.
    fn check(&self, answered: &[usize], way: &[Step]) {
        let (_, last) = self.texts.last().expect("something was written");
        let stored = Draft::from_json(last, &self.standard).expect("a draft").draft;
        let open = self.windows.iter().filter(|window| !window.closes);
        for draft in open.map(|window| &**window.shared.draft()).chain([&stored]) {
            for question in answered {
                let answer = draft.sheet.answers.get(*question);
                assert_eq!(
                    answer,
                    Some(&Answer::Count(1)),
                    "question {question} after {way:?}"
                );
            }
        }
    }
}

/// Goes every way that the steps can follow each other, and gives how many there were.
fn every_way(browser: &Browser, answered: &[usize], way: &mut Vec<Step>) -> usize {
    let steps = browser.steps();
    if steps.is_empty() {
        browser.check(answered, way);
        return 1;
    }
    let mut ways = 0;
    for step in steps {
        let mut next = browser.clone();
        next.take(step);
        way.push(step);
        assert!(way.len() < 60, "the windows write without end: {way:?}");
        ways += every_way(&next, answered, way);
        way.pop();
    }
    ways
}

/// A standard of few questions, so that many ways can be gone.
fn small() -> Rc<Standard> {
    let mut standard = standard::shipped("ningbo-3511-2018");
    standard.questions.truncate(6);
    standard.rates.clear();
    Rc::new(standard)
}

#[test]
fn two_windows_that_write_at_once_lose_nothing_whatever_comes_first() {
    let standard = small();
    let counts = counts(&standard);
    for closes in [false, true] {
        let browser = Browser::new(&standard, &[&counts[..1], &counts[1..2]], closes);
        let ways = every_way(&browser, &counts[..2], &mut Vec::new());
        assert!(ways >= 20, "{ways}");
    }
}

#[test]
fn several_windows_that_write_often_at_once_lose_nothing() {
    let standard = small();
    let counts = counts(&standard);
    let to_do: [&[usize]; 3] = [&counts[..2], &counts[2..4], &counts[4..6]];
    for seed in 0..1500_u64 {
        let mut browser = Browser::new(&standard, &to_do, seed % 3 == 0);
        let mut state = seed;
        let mut way = Vec::new();
        loop {
            let steps = browser.steps();
            if steps.is_empty() {
                break;
            }
            // Knuth's generator: its high bits are even.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let step = steps[(state >> 33) as usize % steps.len()];
            browser.take(step);
            way.push(step);
            assert!(way.len() < 400, "the windows write without end: {way:?}");
        }
        browser.check(&counts[..6], &way);
    }
}

fn answered(draft: &Draft, question: usize, count: i64) -> Rc<Draft> {
    let mut draft = draft.clone();
    draft.sheet.answers.set(question, Some(Answer::Count(count)));
    Rc::new(draft)
}

#[test]
fn a_newer_change_of_another_window_is_not_undone() {
    let standard = small();
    let empty = Rc::new(Draft::new(&standard));
    let [mut one, mut other] = ["one", "other"].map(|me| Shared::new(me, empty.clone(), Default::default()));
    let question = counts(&standard)[0];
    one.change(answered(&empty, question, 5));
    other.take_in((**one.draft()).clone(), Some(one.writers()));
    other.change(answered(other.draft(), question, 6));
    one.take_in((**other.draft()).clone(), Some(other.writers()));
    assert_eq!(one.draft().sheet.answers.get(question), Some(&Answer::Count(6)));
    assert!(!one.is_ahead());
    // A release that does not say whose changes it holds wrote on what stood there.
    one.written();
    one.take_in((*answered(one.draft(), question, 7)).clone(), None);
    assert_eq!(one.draft().sheet.answers.get(question), Some(&Answer::Count(7)));
}

#[test]
fn what_another_window_clears_away_is_there_again_beside_what_was_written_since() {
    let standard = small();
    let empty = Draft::new(&standard);
    let counts = counts(&standard);
    let mut one = Shared::new("one", answered(&empty, counts[0], 5), Default::default());
    one.cleared(empty.clone());
    assert!(one.is_ahead());
    let mut other = Shared::new("other", Rc::new(empty.clone()), Default::default());
    other.change(answered(&empty, counts[1], 6));
    one.take_in((**other.draft()).clone(), Some(other.writers()));
    let both = [counts[0], counts[1]].map(|question| one.draft().sheet.answers.get(question).cloned());
    assert_eq!(both, [Some(Answer::Count(5)), Some(Answer::Count(6))]);
    assert!(one.is_ahead(), "it is to be written again");
}

#[test]
fn as_many_windows_as_there_may_be_over_the_years_leave_a_short_text_that_is_read_right() {
    let standard = small();
    let counts = counts(&standard);
    let mut draft = Rc::new(Draft::new(&standard));
    let mut writers = Default::default();
    let mut first = Shared::new("first", draft.clone(), Default::default());
    first.change(answered(&draft, counts[0], 1));
    first.written();
    draft = first.draft().clone();
    for number in 0..100 {
        let mut window = Shared::new(&format!("w{number}"), draft.clone(), first.writers().clone());
        window.take_in(
            (*draft).clone(),
            Some(if number == 0 { first.writers() } else { &writers }),
        );
        window.change(answered(&draft, counts[0], number + 2));
        draft = window.draft().clone();
        writers = window.writers().clone();
    }
    assert!(writers.entries().count() <= 16);
    first.take_in((*draft).clone(), Some(&writers));
    assert_eq!(
        first.draft().sheet.answers.get(counts[0]),
        Some(&Answer::Count(101))
    );
    assert!(!first.is_ahead());
}
