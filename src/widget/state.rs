//! The one reducer: what a visitor does, and what becomes of the draft.

use super::draft::{Draft, Screen, Sheet};
use crate::answers::{Answer, Extra, TypedFault, read_typed, write_number};
use crate::assess::{Assessment, State as Answering, assess};
use crate::document::Node;
use crate::standard::Standard;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Reducible;

/// What a visitor, or the page around the widget, does.
#[derive(Clone, Debug)]
pub enum Action {
    /// Chooses a track.
    ChooseTrack(usize),
    /// Keeps a value beside the answers, or takes it out.
    Keep(Extra, Vec<String>, Option<Node>),
    /// Keeps a text beside the answers; an empty one is taken out.
    KeepText(Extra, Vec<String>, String),
    /// Answers a question by a choice, or takes the answer back.
    Answer(usize, Option<Answer>),
    /// Searches for something on the screen.
    Search(String),
    /// Takes the answer to a question back, with what was typed.
    Clear(usize),
    /// Types in the field of a question.
    Type(usize, String),
    /// Leaves the field of a question.
    Typed(usize, String),
    /// Types a name for the paper: that of the firm, or of who fills it in.
    Sign(usize, String),
    /// Leaves the start, if a track is chosen.
    Begin,
    /// Goes to a screen.
    Go(Screen),
    /// Goes to a question.
    GoToQuestion(usize),
    /// Asks to start over.
    AskStartOver,
    /// Does not start over after all.
    KeepAnswers,
    /// Starts over.
    StartOver,
    /// Brings back the newest sheet that was replaced.
    Restore,
    /// Deletes the sheets that were replaced.
    Forget,
    /// Goes to the heading: what was focused is gone.
    ToHeading,
    /// The draft was changed elsewhere.
    Adopt(Rc<Draft>),
    /// The standard was loaded anew, in one more language.
    Reload(Rc<Standard>),
}

impl Action {
    /// The action with what was typed, where it takes a text.
    pub fn with_text(mut self, typed: impl FnOnce() -> String) -> Action {
        if let Action::KeepText(_, _, text)
        | Action::Search(text)
        | Action::Type(_, text)
        | Action::Typed(_, text)
        | Action::Sign(_, text) = &mut self
        {
            *text = typed();
        }
        self
    }
}

/// What is to be focused once the screen has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen.
    Heading,
    /// The first control of a question.
    Question(usize),
    /// The choice of track, which is missing.
    Track,
    /// The question whether to start over.
    StartOver,
    /// The button that asks it.
    AskStartOver,
    /// What was replaced.
    Replaced,
    /// The summary of what must be corrected.
    Errors,
}

impl Focus {
    /// The id of the element to focus.
    pub fn id(self) -> &'static str {
        match self {
            Focus::Heading => "heading",
            Focus::Question(_) => "",
            Focus::Track => "track-choice",
            Focus::StartOver => "start-over",
            Focus::AskStartOver => "ask-start-over",
            Focus::Replaced => "replaced",
            Focus::Errors => "errors",
        }
    }
}

/// The draft between the widget and its page. It is the same for all states of a widget: what is drawn may be behind.
pub struct Exchange {
    /// The draft as it now is.
    latest: Rc<Draft>,
    /// The draft that the page last told us or we told the page: what differs from it was done since.
    settled: Rc<Draft>,
}

impl Exchange {
    /// The draft, once, if the page does not know it, and the one that both knew before. What the page told us is never
    /// told back: two widgets with one key would answer each other without end.
    pub fn untold(&mut self) -> Option<(Rc<Draft>, Rc<Draft>)> {
        let base = std::mem::replace(&mut self.settled, self.latest.clone());
        (!Rc::ptr_eq(&self.latest, &base)).then(|| (self.latest.clone(), base))
    }
}

/// What the widget shows.
#[derive(Clone)]
pub struct State {
    /// The standard.
    pub standard: Rc<Standard>,
    /// The draft, saved at each change.
    pub draft: Rc<Draft>,
    /// What of it the page knows.
    pub exchange: Rc<RefCell<Exchange>>,
    /// What its answers come to.
    pub assessment: Rc<Assessment>,
    /// What the answers came to when it was last said aloud: while somebody types it is not repeated at each digit.
    pub announced: Rc<Assessment>,
    /// Fields that were left with something in them that is no answer.
    pub checked: Vec<usize>,
    /// Whether the visitor has been shown what must be corrected on this page.
    pub warned: bool,
    /// Whether it is asked if to start over.
    pub asking_start_over: bool,
    /// Whether the visitor tried to go on without a track.
    pub track_missing: bool,
    /// The names that are typed for the paper: held here, kept nowhere.
    pub signed: [String; 2],
    /// What is searched for on the screen: a matter of the moment, kept nowhere.
    pub search: String,
    /// What is to be focused, with a number that makes each wish a new one.
    pub focus: Option<(Focus, u32)>,
}

impl State {
    /// The state in which a draft is shown.
    pub fn new(standard: Rc<Standard>, draft: Rc<Draft>) -> State {
        let assessment = Rc::new(assess(&standard, &draft.sheet.answers));
        State {
            announced: assessment.clone(),
            checked: draft.sheet.typed.questions().collect(),
            warned: false,
            asking_start_over: false,
            track_missing: false,
            signed: [String::new(), String::new()],
            search: String::new(),
            focus: None,
            standard,
            exchange: Rc::new(RefCell::new(Exchange {
                latest: draft.clone(),
                settled: draft.clone(),
            })),
            draft,
            assessment,
        }
    }

    fn show(&mut self, draft: Draft) {
        if draft.sheet.answers != self.draft.sheet.answers {
            let [before, now] = [&self.draft.sheet.answers, &draft.sheet.answers];
            self.assessment = Rc::new(self.assessment.after(&self.standard, before, now));
        }
        self.draft = Rc::new(draft);
        self.exchange.borrow_mut().latest = self.draft.clone();
    }

    fn wish(&mut self, focus: Focus) {
        self.focus = Some((focus, self.focus.map_or(0, |(_, number)| number.wrapping_add(1))));
    }

    /// What is wrong with the text in the field of a question.
    pub fn typed_fault(&self, question: usize) -> Option<TypedFault> {
        let text = self.draft.sheet.typed.get(question)?;
        if is_open(self.draft.sheet.answers.get(question)) {
            return None;
        }
        read_typed(text, &self.standard.questions[question].kind).err()
    }

    /// The questions of the page at hand whose fields hold something that is no answer.
    pub fn faults_on_page(&self) -> Vec<(usize, TypedFault)> {
        let Screen::Page(page) = self.draft.screen else {
            return Vec::new();
        };
        let track = self.draft.sheet.answers.track;
        let Some(page) = self.standard.pages(track).get(page).copied() else {
            return Vec::new();
        };
        let asked = |question: &usize| {
            !matches!(
                self.assessment.states[*question],
                Answering::Closed | Answering::NotApplicable
            )
        };
        let questions = self.standard.questions_on(page, track).into_iter().filter(asked);
        questions
            .filter_map(|question| Some((question, self.typed_fault(question)?)))
            .collect()
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
            let mut draft = (*self.draft).clone();
            draft.sheet.typed.set(question, "");
            self.show(draft);
        }
    }

    fn type_in(&mut self, question: usize, text: String) {
        let mut draft = (*self.draft).clone();
        let kind = &self.standard.questions[question].kind;
        let answer = read_typed(&text, kind).unwrap_or_default();
        draft.sheet.answers.set(question, answer);
        draft.sheet.typed.set(question, &text);
        self.show(draft);
    }
}

fn borrowed(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

/// Whether an answer says that there is none: what was typed before is then kept aside, not read.
pub fn is_open(answer: Option<&Answer>) -> bool {
    matches!(answer, Some(Answer::Unknown | Answer::NotApplicable))
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        let mut draft = (*state.draft).clone();
        match action {
            Action::ChooseTrack(track) => {
                draft.sheet.answers.track = track;
                draft.sheet.track_chosen = true;
                state.track_missing = false;
                state.show(draft);
            }
            Action::Keep(extra, path, value) => {
                draft.sheet.answers.keep(extra, &borrowed(&path), value);
                state.show(draft);
            }
            Action::KeepText(extra, path, text) => {
                draft.sheet.keep_text(extra, &borrowed(&path), &text);
                state.show(draft);
            }
            Action::Answer(question, answer) => {
                state.checked.retain(|checked| *checked != question);
                let sheet = &mut draft.sheet;
                if is_open(answer.as_ref()) {
                    // A number is kept in its field, to come back should the tick be taken away.
                    match sheet.answers.get(question) {
                        Some(Answer::Count(count)) => sheet.typed.set(question, &count.to_string()),
                        Some(Answer::Number(number)) => sheet.typed.set(question, &write_number(*number)),
                        _ => {}
                    }
                }
                let typed = sheet.typed.get(question).map(str::to_owned);
                match typed {
                    Some(text) if answer.is_none() => {
                        state.type_in(question, text);
                        state.settle(question);
                    }
                    _ => {
                        sheet.answers.set(question, answer);
                        state.show(draft);
                    }
                }
            }
            Action::Clear(question) => {
                draft.sheet.answers.set(question, None);
                draft.sheet.typed.set(question, "");
                state.checked.retain(|checked| *checked != question);
                state.show(draft);
                state.wish(Focus::Question(question));
            }
            Action::Search(text) => state.search = text,
            Action::Type(question, text) => {
                state.type_in(question, text);
                if state.typed_fault(question).is_none() {
                    state.checked.retain(|checked| *checked != question);
                }
                state.forget_warning();
                // Said aloud when the field is left, not at each digit.
                return Rc::new(state);
            }
            Action::Typed(question, text) => {
                state.type_in(question, text);
                state.settle(question);
            }
            Action::Sign(which, name) => state.signed[which] = name,
            Action::Begin if !draft.sheet.track_chosen => {
                state.track_missing = true;
                state.wish(Focus::Track);
            }
            Action::Begin => {
                draft.screen = Screen::Page(0);
                state.show(draft);
                state.wish(Focus::Heading);
            }
            Action::Go(screen) => {
                let faults = state.faults_on_page();
                state.checked.extend(faults.iter().map(|(question, _)| *question));
                if !faults.is_empty() && !state.warned {
                    state.warned = true;
                    state.wish(Focus::Errors);
                } else {
                    // Who has seen the faults may go on: what was typed stays as it is.
                    state.warned = false;
                    draft.screen = screen;
                    state.asking_start_over = false;
                    state.show(draft);
                    state.wish(Focus::Heading);
                }
            }
            Action::GoToQuestion(question) => {
                let page = state.standard.page_of(question);
                let pages = state.standard.pages(draft.sheet.answers.track);
                if let Some(page) = pages.iter().position(|found| *found == page) {
                    state.warned &= draft.screen == Screen::Page(page);
                    draft.screen = Screen::Page(page);
                    state.show(draft);
                    state.wish(Focus::Question(question));
                }
            }
            Action::AskStartOver => {
                state.asking_start_over = true;
                state.wish(Focus::StartOver);
            }
            Action::KeepAnswers => {
                state.asking_start_over = false;
                state.wish(Focus::AskStartOver);
            }
            Action::StartOver => {
                let sheet = Sheet::new(&state.standard);
                state.show(draft.replacing(sheet, Screen::Start));
                state.checked.clear();
                state.asking_start_over = false;
                state.wish(Focus::Replaced);
            }
            Action::Restore => {
                state.show(draft.restored());
                state.checked = state.draft.sheet.typed.questions().collect();
                state.wish(Focus::Heading);
            }
            Action::Forget => {
                draft.replaced.clear();
                state.show(draft);
                state.wish(Focus::Heading);
            }
            Action::ToHeading => state.wish(Focus::Heading),
            Action::Adopt(theirs) => {
                let base = state.exchange.borrow().settled.clone();
                // What was done here in the meantime goes on; only that is then told to the page, and not their own draft,
                // which may be an older one by now.
                let unsaid = *state.draft != *base;
                let draft = if unsaid {
                    state.draft.merged(&base, &theirs)
                } else {
                    (*theirs).clone()
                };
                if draft == *state.draft {
                    return self;
                }
                state
                    .checked
                    .retain(|question| draft.sheet.typed.get(*question).is_some());
                state.show(draft);
                state.exchange.borrow_mut().settled = if unsaid { theirs } else { state.draft.clone() };
            }
            Action::Reload(standard) => {
                if Rc::ptr_eq(&standard, &state.standard) {
                    return self;
                }
                state.standard = standard;
                state.assessment = Rc::new(assess(&state.standard, &state.draft.sheet.answers));
            }
        }
        state.forget_warning();
        state.announced = state.assessment.clone();
        Rc::new(state)
    }
}
