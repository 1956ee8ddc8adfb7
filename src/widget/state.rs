//! The one reducer: what becomes of the state, and of the draft in it, with each thing that a visitor does.

#[cfg(feature = "places")]
use super::at_list::AtList;
use super::dates::Dates;
use super::draft::{Draft, Screen, Sheet};
use super::history::History;
use super::kept::KeptList;
#[cfg(feature = "places")]
use super::planned::Planned;
use crate::answers::Answer;
use crate::assess::{Assessment, Verdict, assess};
use crate::standard::Standard;
use std::rc::Rc;

mod announced;
mod answering;
mod clearing;
#[cfg(feature = "places")]
mod exchange;
mod faults;
mod history;
mod journey;
#[cfg(feature = "places")]
mod listing;
#[cfg(not(feature = "places"))]
mod no_exchange;
#[cfg(feature = "places")]
mod part;
#[cfg(feature = "places")]
mod plan;
mod reading;

use super::action::{Action, Clearing, Focus};
#[cfg(feature = "places")]
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
    #[cfg(feature = "places")]
    pub planned: Planned,
    /// The draft as it was when the screen was entered: lists keep the order that they had then, whatever is ticked.
    pub entered: Rc<Draft>,
    /// Answers that come and go.
    #[cfg(feature = "places")]
    pub exchange: Exchanging,
    /// The assessments beside the one at hand, saved at each change.
    pub kept: Rc<KeptList>,
    /// What the visitor is about to do with them.
    #[cfg(feature = "places")]
    pub at_list: AtList,
    /// When the draft was last changed, and when it is to be deleted.
    pub dates: Dates,
    /// What can be undone.
    pub history: History,
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
            #[cfg(feature = "places")]
            exchange: Exchanging::default(),
            kept: Rc::default(),
            #[cfg(feature = "places")]
            at_list: AtList::default(),
            dates: Dates::default(),
            history: History::default(),
            came_from: None,
            last_page: 0,
            focus: None,
            #[cfg(feature = "places")]
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
                self.history.forget();
                self.wish(Focus::Heading);
            }
            Action::ToHeading => self.wish(Focus::Heading),
            #[cfg(feature = "places")]
            Action::Exchange(action) => self.exchange(action),
            Action::Announce => self.announce(),
            #[cfg(feature = "places")]
            Action::Listing(action, stamp) => self.list(action, &stamp),
            Action::Undo => self.travel(true),
            Action::Redo => self.travel(false),
        }
    }

    /// The state after an action.
    pub fn after(&self, action: Action) -> State {
        let typing = matches!(action, Action::Type(..));
        let restoring = matches!(action, Action::Restore);
        let traveling = matches!(action, Action::Undo | Action::Redo | Action::Announce);
        let (done, more) = self.done_by(&action);
        let mut state = self.clone();
        state.take(action);
        let sheet = &state.draft.sheet;
        if sheet.by_page && !restoring && *sheet != self.draft.sheet {
            state.change(|draft| draft.sheet.by_page = false);
        }
        if !traveling {
            state.history.note(done, more, &self.draft, &state.draft);
        }
        let [before, now] = [&self.draft, &state.draft];
        let changed = [before.sheet != now.sheet, before.screen != now.screen];
        state.forget_exchanged(changed[0], changed[1]);
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
