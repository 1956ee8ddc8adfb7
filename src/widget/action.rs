//! What a visitor does, and what is to be focused after it.

use super::draft::Screen;
use crate::answers::{Answer, Extra};
use crate::document::Node;
use crate::standard::{Choice, Kind, Standard};

#[cfg(feature = "places")]
mod exchange;
#[cfg(feature = "places")]
mod listing;
#[cfg(feature = "places")]
pub use exchange::Exchange;
#[cfg(feature = "places")]
pub use listing::{Asked, Listing, Which};

/// What a visitor does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Chooses a track, and starts or goes on.
    Begin(usize),
    /// Keeps a value beside the answers, or takes it out.
    Keep(Extra, Vec<String>, Option<Node>),
    /// Keeps values at several places beside the answers, or takes out what is there.
    KeepAll(Extra, Vec<(Vec<String>, Option<Node>)>),
    /// Keeps a text beside the answers; an empty one is taken out.
    KeepText(Extra, Vec<String>, String),
    /// Keeps a text in a list beside the answers, or takes it out.
    KeepInList(Extra, Vec<String>, String, bool),
    /// Answers a question by a choice, or takes the answer back.
    Answer(usize, Option<Answer>),
    /// Ticks an option of a question, or takes the tick away.
    Tick(usize, usize, bool),
    /// Searches for something on the screen.
    Search(String),
    /// Opens a card, or closes it.
    Unfold(String, bool),
    /// Takes the answer to a question back, with what was typed.
    Clear(usize),
    /// Types in the field of a question.
    Type(usize, String),
    /// Leaves the field of a question.
    Typed(usize, String),
    /// Types a name for the paper: that of the firm, or of who fills it in.
    Sign(usize, String),
    /// Adds an annex to the report, or leaves it out: that of the evidence, or of the sources.
    Annex(usize, bool),
    /// Goes to a screen.
    Go(Screen),
    /// Goes back to a screen by the browser's button, whatever is to be corrected: what was typed stays.
    Return(Screen),
    /// Goes to a question.
    GoToQuestion(usize),
    /// Asks to start over.
    AskStartOver,
    /// Does not start over after all.
    KeepAnswers,
    /// Starts over.
    StartOver,
    /// Asks to delete all for good.
    AskWipe,
    /// Deletes the answers for good, with those that were replaced.
    Wipe,
    /// Brings back the newest sheet that was replaced.
    Restore,
    /// Deletes the sheets that were replaced.
    Forget,
    /// Goes to the heading: what was focused is gone, or what stands before it is to be skipped.
    ToHeading,
    /// Says aloud which verdicts changed.
    Announce,
    /// Does something with answers that come and go.
    #[cfg(feature = "places")]
    Exchange(Exchange),
    /// Does something with the assessments beside the one at hand. The text is one that nobody else has: there is no chance
    /// here.
    #[cfg(feature = "places")]
    Listing(Listing, String),
    /// Undoes the last step of this window.
    Undo,
    /// Does again what was undone last.
    Redo,
}

impl Action {
    /// Whether it puts something else in the place of the sheet at hand.
    pub fn replaces(&self) -> bool {
        match self {
            Action::StartOver => true,
            #[cfg(feature = "places")]
            Action::Exchange(action) => {
                matches!(action, Exchange::Replace | Exchange::Merge | Exchange::Fill)
            }
            _ => false,
        }
    }

    /// The same under another standard, for what was drawn under `from`: by the ids of questions, options and tracks.
    /// Nothing where there is no such question, option or track, or it is of another kind.
    pub fn under(self, from: &Standard, to: &Standard) -> Option<Action> {
        let question = |index: usize| to.question(&from.questions.get(index)?.id);
        let option = |here: usize, index: usize| {
            let id = &choices(&from.questions.get(here)?.kind).get(index)?.id;
            let there = choices(&to.questions[question(here)?].kind);
            there.iter().position(|choice| choice.id == *id)
        };
        Some(match self {
            Action::Begin(track) => Action::Begin(to.track(&from.tracks.get(track)?.id)?),
            Action::Answer(here, answer) => {
                let there = question(here)?;
                let answer = match answer {
                    Some(Answer::OneOf(index)) => {
                        let one = matches!(to.questions[there].kind, Kind::OneOf(_));
                        one.then_some(Answer::OneOf(option(here, index)?))
                    }
                    Some(Answer::YesNo(yes)) => {
                        matches!(to.questions[there].kind, Kind::YesNo).then_some(Answer::YesNo(yes))
                    }
                    Some(Answer::ManyOf(chosen)) => {
                        let mut chosen: Vec<usize> = chosen
                            .into_iter()
                            .map(|index| option(here, index))
                            .collect::<Option<_>>()?;
                        chosen.sort_unstable();
                        let many = matches!(to.questions[there].kind, Kind::ManyOf(_));
                        many.then_some(Answer::ManyOf(chosen))
                    }
                    Some(Answer::NotApplicable) => to.questions[there]
                        .not_applicable
                        .then_some(Answer::NotApplicable),
                    // What is typed comes as a text.
                    Some(Answer::Count(_) | Answer::Number(_)) => return None,
                    other => return Some(Action::Answer(there, other)),
                };
                Action::Answer(there, Some(answer?))
            }
            Action::Tick(here, index, on) => {
                let there = question(here)?;
                if !matches!(to.questions[there].kind, Kind::ManyOf(_)) {
                    return None;
                }
                Action::Tick(there, option(here, index)?, on)
            }
            Action::Clear(here) => Action::Clear(question(here)?),
            Action::Type(here, text) => Action::Type(question(here)?, text),
            Action::Typed(here, text) => Action::Typed(question(here)?, text),
            Action::GoToQuestion(here) => Action::GoToQuestion(question(here)?),
            #[cfg(feature = "places")]
            Action::Exchange(action) => Action::Exchange(action.under(from, to)?),
            other => other,
        })
    }
}

fn choices(kind: &Kind) -> &[Choice] {
    match kind {
        Kind::OneOf(choices) | Kind::ManyOf(choices) => choices,
        _ => &[],
    }
}

/// How answers are cleared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clearing {
    /// They can be brought back.
    StartOver,
    /// For good, with those that were replaced.
    Wipe,
}

/// What is to be focused once the screen has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen.
    Heading,
    /// The first control of a question.
    Question(usize),
    /// The question whether to start over.
    StartOver,
    /// The button that asks it.
    AskStartOver,
    /// What was replaced.
    Replaced,
    /// The summary of what must be corrected.
    Errors,
    /// What arrived.
    Arrived,
    /// That conflicts are not decided.
    Undecided,
    /// Handing out parts to departments.
    HandOut,
    /// The list of assessments.
    List,
    /// What is asked there.
    Asked,
}

impl Focus {
    /// The id of the element to focus.
    pub const fn id(self) -> &'static str {
        match self {
            Focus::Heading => "heading",
            Focus::Question(_) => "",
            Focus::StartOver => "start-over",
            Focus::AskStartOver => "ask-start-over",
            Focus::Replaced => "replaced",
            Focus::Errors => "errors",
            Focus::Arrived => "arrived",
            Focus::Undecided => "undecided",
            Focus::HandOut => "hand-out",
            Focus::List => "assessments",
            Focus::Asked => "asked",
        }
    }
}
