//! From one screen to another.

use super::State;
use crate::widget::action::Focus;
use crate::widget::draft::Screen;

impl State {
    /// Starts on a track, or goes on where the visitor was on it.
    pub(super) fn begin(&mut self, track: usize) {
        let sheet = &self.draft.sheet;
        let last = self.standard.pages(track).len().saturating_sub(1);
        let page = match sheet.track_chosen && sheet.answers.track == track {
            true => self.last_page.min(last),
            false => 0,
        };
        self.change(|draft| {
            draft.sheet.answers.track = track;
            draft.sheet.track_chosen = true;
        });
        self.go(Screen::Page(page));
        self.wish(Focus::Heading);
    }

    /// Leaves the screen for another, unless something on it must be corrected that the visitor has not seen.
    pub(super) fn leave_for(&mut self, screen: Screen) {
        let faults = self.faults_on_page();
        self.checked.extend(faults.iter().map(|(question, _)| *question));
        if !faults.is_empty() && !self.warned {
            self.warned = true;
            self.wish(Focus::Errors);
            return;
        }
        // Who has seen the faults may go on: what was typed stays as it is.
        self.warned = false;
        self.asking = None;
        self.go(screen);
        self.wish(Focus::Heading);
    }

    /// Goes to a screen, and remembers the way back: from a question, the basis or the exchange to the place before, until another
    /// place is visited.
    pub(super) fn go(&mut self, screen: Screen) {
        let from = self.draft.screen;
        if let Screen::Page(page) = from {
            self.last_page = page;
        }
        self.came_from = match (from, screen) {
            (Screen::Page(_), Screen::Page(_)) => self.came_from,
            _ if screen.is_aside() && from.is_aside() => self.came_from,
            _ if screen.is_aside() => Some(from),
            (Screen::Start, Screen::Page(_)) => None,
            (_, Screen::Page(_)) if from.is_aside() => None,
            (_, Screen::Page(_)) => Some(from),
            _ => None,
        };
        self.change(|draft| draft.screen = screen);
    }

    pub(super) fn go_to_question(&mut self, question: usize) {
        self.exchange.show_all |= !self.is_shown(question);
        let page = self.standard.page_of(question);
        let pages = self.standard.pages(self.draft.sheet.answers.track);
        if let Some(page) = pages.iter().position(|found| *found == page) {
            let screen = Screen::Page(page);
            self.warned &= self.draft.screen == screen;
            self.go(screen);
            self.wish(Focus::Question(question));
        }
    }
}
