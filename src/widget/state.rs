//! The one reducer: what becomes of the state, and of the draft in it, with each thing that a visitor does.

use super::draft::{Draft, Screen, Sheet};
use super::planned::Planned;
use crate::answers::{Answer, read_typed, write_number};
use crate::assess::{Assessment, Verdict, assess};
use crate::plan::{Costing, Outcome, Target};
use crate::standard::Standard;
use std::rc::Rc;

mod announced;
mod clearing;
mod exchange;
mod faults;
mod journey;
mod part;
mod reading;

use super::action::{Action, Clearing, Focus};
use super::arrived::Exchanging;

/// What the widget shows.
#[derive(Clone, Debug)]
pub struct State {
    /// The standard.
    pub standard: Rc<Standard>,
    /// The draft, saved at each change.
    pub draft: Rc<Draft>,
    /// What its answers come to.
    pub assessment: Rc<Assessment>,
    /// What the answers came to when a field was last left: of a number that is being typed nothing can be said yet.
    pub settled: Rc<Assessment>,
    /// The verdicts on the conditions as they were last said aloud, each with whether it is to be cleared first.
    pub announced: Vec<(Verdict, bool)>,
    /// The conditions whose verdicts had changed by then.
    pub news: Vec<usize>,
    /// Fields that were left with something in them that is no answer.
    pub checked: Vec<usize>,
    /// Whether the visitor has been shown what must be corrected on this page.
    pub warned: bool,
    /// What the visitor is asked to confirm.
    pub asking: Option<Clearing>,
    /// The names that are typed for the paper: held here, kept nowhere.
    pub signed: [String; 2],
    /// Which annexes the report has, evidence and sources: held here, kept nowhere.
    pub annexes: [bool; 2],
    /// What is searched for on the screen: a matter of the moment, kept nowhere.
    pub search: String,
    /// The cards that are open, by id: what is in the others is not drawn. Kept nowhere.
    pub unfolded: Vec<String>,
    /// The last plan that was worked out.
    pub planned: Planned,
    /// The draft as it was when the screen was entered: lists keep the order that they had then, whatever is ticked.
    pub entered: Rc<Draft>,
    /// Answers that come and go.
    pub exchange: Exchanging,
    /// The place that the visitor left for a moment, to change an answer or to see what it rests on.
    pub came_from: Option<Screen>,
    /// The page of questions where the visitor was last.
    pub last_page: usize,
    /// What is to be focused, with a number that makes each wish a new one.
    pub focus: Option<(Focus, u32)>,
}

impl State {
    /// The state in which a draft is shown.
    pub fn new(standard: Rc<Standard>, draft: Rc<Draft>) -> State {
        let assessment = Rc::new(assess(&standard, &draft.sheet.answers));
        State {
            announced: State::verdicts(&standard, &assessment),
            news: Vec::new(),
            settled: assessment.clone(),
            checked: draft.sheet.typed.questions().collect(),
            warned: false,
            asking: None,
            signed: [String::new(), String::new()],
            annexes: [false; 2],
            search: String::new(),
            unfolded: Vec::new(),
            exchange: Exchanging::default(),
            came_from: None,
            last_page: 0,
            focus: None,
            planned: Planned::default(),
            entered: draft.clone(),
            standard,
            draft,
            assessment,
        }
    }

    fn change(&mut self, how: impl FnOnce(&mut Draft)) {
        let mut draft = (*self.draft).clone();
        how(&mut draft);
        self.show(draft);
    }

    fn show(&mut self, draft: impl Into<Rc<Draft>>) {
        let draft = draft.into();
        if draft.sheet.answers != self.draft.sheet.answers {
            let [before, now] = [&self.draft.sheet.answers, &draft.sheet.answers];
            self.assessment = Rc::new(self.assessment.after(&self.standard, before, now));
        }
        if draft.screen != self.draft.screen {
            self.entered = draft.clone();
        }
        self.draft = draft;
    }

    fn wish(&mut self, focus: Focus) {
        self.focus = Some((focus, self.focus.map_or(0, |(_, number)| number.wrapping_add(1))));
    }

    /// Takes the warning back once nothing on the page is wrong any more.
    fn forget_warning(&mut self) {
        // Asked only where there is one: it looks through the whole standard.
        self.warned = self.warned && !self.faults_on_page().is_empty();
    }

    /// Shows the number in a field that was left as we understood it, or what is wrong with it.
    fn settle(&mut self, question: usize) {
        if self.typed_fault(question).is_some() {
            self.checked.push(question);
        } else {
            self.change(|draft| draft.sheet.typed.set(question, ""));
        }
    }

    fn type_in(&mut self, question: usize, text: String) {
        let kind = &self.standard.questions[question].kind;
        let answer = read_typed(&text, kind).unwrap_or_default();
        self.change(|draft| {
            draft.sheet.answers.set(question, answer);
            draft.sheet.typed.set(question, &text);
        });
    }

    /// Answers a question, or takes the answer back.
    fn answer(&mut self, question: usize, answer: Option<Answer>) {
        self.checked.retain(|checked| *checked != question);
        let mut draft = (*self.draft).clone();
        let sheet = &mut draft.sheet;
        if is_open(answer.as_ref()) {
            // A number is kept in its field, to come back should the tick be taken away.
            match sheet.answers.get(question) {
                Some(Answer::Count(count)) => sheet.typed.set(question, &count.to_string()),
                Some(Answer::Number(number)) => sheet.typed.set(question, &write_number(*number)),
                _ => {}
            }
        }
        match sheet.typed.get(question).map(str::to_owned) {
            Some(text) if answer.is_none() => {
                self.type_in(question, text);
                self.settle(question);
            }
            _ => {
                sheet.answers.set(question, answer);
                self.show(draft);
            }
        }
    }

    fn tick(&mut self, question: usize, option: usize, on: bool) {
        let mut chosen = match self.draft.sheet.answers.get(question) {
            Some(Answer::ManyOf(chosen)) => chosen.clone(),
            _ => Vec::new(),
        };
        chosen.retain(|other| *other != option);
        if on {
            chosen.push(option);
            chosen.sort_unstable();
        }
        // Taking the last tick away is not the same as saying that there is none.
        let answer = (!chosen.is_empty()).then_some(Answer::ManyOf(chosen));
        self.answer(question, answer);
    }

    fn take(&mut self, action: Action) {
        match action {
            Action::Begin(track) => self.begin(track),
            Action::Keep(extra, path, value) => {
                self.change(|draft| draft.sheet.answers.keep(extra, &borrowed(&path), value));
            }
            Action::KeepAll(extra, values) => self.change(|draft| {
                for (path, value) in values {
                    draft.sheet.answers.keep(extra, &borrowed(&path), value);
                }
            }),
            Action::KeepText(extra, path, text) => {
                self.change(|draft| draft.sheet.keep_text(extra, &borrowed(&path), &text));
            }
            Action::KeepInList(extra, path, entry, on) => {
                self.change(|draft| draft.sheet.keep_in_list(extra, &borrowed(&path), &entry, on));
            }
            Action::Answer(question, answer) => self.answer(question, answer),
            Action::Tick(question, option, on) => self.tick(question, option, on),
            Action::Clear(question) => {
                self.checked.retain(|checked| *checked != question);
                self.change(|draft| {
                    draft.sheet.answers.set(question, None);
                    draft.sheet.typed.set(question, "");
                });
                self.wish(Focus::Question(question));
            }
            Action::Search(text) => self.search = text,
            Action::Unfold(id, open) => {
                self.unfolded.retain(|unfolded| *unfolded != id);
                self.unfolded.extend(open.then_some(id));
            }
            Action::Type(question, text) => {
                self.type_in(question, text);
                if self.typed_fault(question).is_none() {
                    self.checked.retain(|checked| *checked != question);
                }
            }
            Action::Typed(question, text) => {
                self.type_in(question, text);
                self.settle(question);
            }
            Action::Sign(which, name) => self.signed[which] = name,
            Action::Annex(which, on) => self.annexes[which] = on,
            Action::Go(screen) => self.leave_for(screen),
            Action::Return(screen) => {
                self.warned = false;
                self.go(screen);
                self.wish(Focus::Heading);
            }
            Action::GoToQuestion(question) => self.go_to_question(question),
            Action::AskStartOver => self.ask(Clearing::StartOver),
            Action::AskWipe => self.ask(Clearing::Wipe),
            Action::KeepAnswers => {
                self.asking = None;
                self.wish(Focus::AskStartOver);
            }
            Action::Wipe => self.wipe(),
            Action::StartOver => {
                let sheet = Sheet::new(&self.standard);
                self.show(self.draft.replacing(sheet, Screen::Start));
                self.checked.clear();
                (self.last_page, self.came_from) = (0, None);
                self.asking = None;
                self.wish(Focus::Replaced);
            }
            Action::Restore => {
                self.show(self.draft.restored());
                self.checked = self.draft.sheet.typed.questions().collect();
                self.wish(Focus::Heading);
            }
            Action::Forget => {
                self.change(|draft| draft.replaced.clear());
                self.wish(Focus::Heading);
            }
            Action::ToHeading => self.wish(Focus::Heading),
            Action::Exchange(action) => self.exchange(action),
            Action::Announce => self.announce(),
        }
    }

    /// The cheapest plans for a target, or why there is none.
    pub fn plan(&self, target: &Target, costing: &Costing) -> Rc<Outcome> {
        let answers = &self.draft.sheet.answers;
        self.planned.plan(&self.standard, answers, target, costing)
    }

    /// The state after an action.
    pub fn after(&self, action: Action) -> State {
        let typing = matches!(action, Action::Type(..));
        let restoring = matches!(action, Action::Restore);
        let mut state = self.clone();
        state.take(action);
        let sheet = &state.draft.sheet;
        if sheet.by_page && !restoring && *sheet != self.draft.sheet {
            state.change(|draft| draft.sheet.by_page = false);
        }
        let [before, now] = [&self.draft, &state.draft];
        let changed = [before.sheet != now.sheet, before.screen != now.screen];
        state.exchange.forget(changed[0], changed[1]);
        state.forget_warning();
        if !typing {
            state.settled = state.assessment.clone();
        }
        state
    }
}

fn borrowed(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

/// Whether an answer says that there is none: what was typed before is then kept aside, not read.
pub fn is_open(answer: Option<&Answer>) -> bool {
    matches!(answer, Some(Answer::Unknown | Answer::NotApplicable))
}
