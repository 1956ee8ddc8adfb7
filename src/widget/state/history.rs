//! Undoing what was done in this window, and doing it again.

use super::State;
use crate::answers::Extra;
use crate::answers::place::Place;
#[cfg(feature = "places")]
use crate::widget::action::Exchange;
use crate::widget::action::{Action, Focus};
use crate::widget::draft::Screen;
use crate::widget::history::Done;

impl State {
    /// What an action changes of the sheet, and whether more letters may come. Nothing where it cannot be undone.
    pub(super) fn done_by(&self, action: &Action) -> (Option<Done>, bool) {
        let beside = |extra: &Extra, path: &[String]| Done::At(Place::Beside(*extra, path.to_vec()));
        let answer = |question: &usize| Done::At(Place::Answer(*question));
        let sheet = &self.draft.sheet;
        let done = match action {
            Action::Type(question, _) => return (Some(answer(question)), true),
            Action::KeepText(extra, path, _) => return (Some(beside(extra, path)), true),
            Action::Answer(question, _)
            | Action::Tick(question, ..)
            | Action::Clear(question)
            | Action::Typed(question, _) => answer(question),
            Action::Keep(extra, path, _) | Action::KeepInList(extra, path, ..) => beside(extra, path),
            Action::KeepAll(extra, values) => beside(extra, values.first().map_or(&[], |(path, _)| path)),
            // Before a track is chosen nothing is on the sheet.
            Action::Begin(_) if sheet.track_chosen => Done::At(Place::Track),
            Action::StartOver => Done::StartedOver,
            Action::Restore => Done::Restored,
            #[cfg(feature = "places")]
            Action::Exchange(Exchange::Replace | Exchange::Merge) => Done::Replaced,
            #[cfg(feature = "places")]
            Action::Listing(action, _) => return (self.listed_by(action), false),
            _ => return (None, false),
        };
        (Some(done), false)
    }

    /// Takes the last step back, or the next one forward, and leads to where it was done.
    pub(super) fn travel(&mut self, back: bool) {
        let Some((draft, step)) = self.history.step(back, &self.draft) else {
            return;
        };
        let was_chosen = draft.sheet.track_chosen;
        self.show(draft);
        self.checked = self.draft.sheet.typed.questions().collect();
        (self.warned, self.asking) = (false, None);
        if let (Done::At(Place::Answer(question)), true) = (&step.what, was_chosen)
            && self.standard.questions[*question]
                .tracks
                .contains(self.draft.sheet.answers.track)
        {
            return self.go_to_question(*question);
        }
        let screen = if was_chosen {
            step.before.screen
        } else {
            Screen::Start
        };
        if screen != self.draft.screen {
            self.go(screen);
        }
        self.wish(Focus::Heading);
    }
}
