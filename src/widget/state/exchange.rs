//! Answers that come and go: what arrived lies beside the draft until the visitor decides, and what is replaced can be
//! brought back.

use super::State;
use crate::answers::{Answers, Part};
use crate::exchange::{Merge, Place, Side, conflicts};
use crate::standard::Standard;
use crate::widget::action::{Exchange, Focus};
use crate::widget::arrived::Arrived;
use crate::widget::draft::{Screen, Sheet, Typing};
use std::rc::Rc;

impl State {
    /// The answers that arrived, where they can be read.
    pub fn arrived(&self) -> Option<&Arrived> {
        self.exchange.arrival.as_deref()?.as_ref().ok()
    }

    /// Those answers under the standard that is shown; of a part that came back, its own alone.
    pub fn theirs(&self) -> Option<Answers> {
        if let Some(back) = self.back() {
            return Some(back.inside);
        }
        let theirs = self.arrived()?.under(&self.standard).answers;
        Some(self.draft.sheet.receiving(theirs))
    }

    /// The draft and what arrived, put together.
    pub fn merge(&self) -> Option<Merge> {
        let mine = &self.draft.sheet.answers;
        Some(conflicts(&self.standard, None, mine, &self.theirs()?))
    }

    /// Whose word counts at a place.
    pub fn decided(&self, place: &Place) -> Option<Side> {
        let mut decisions = self.exchange.decisions.iter();
        let found = decisions.find(|(decided, _)| decided == place);
        found.map(|(_, side)| *side)
    }

    /// What is no longer so, once the answers are others, or the screen is left.
    pub(super) fn forget_exchanged(&mut self, answers: bool, screen: bool) {
        self.exchange.forget(answers, screen);
    }

    /// What becomes of what waits once another standard is shown: what was decided of conflicts is forgotten, and the part of
    /// a department that this standard lacks is refused.
    pub(super) fn exchange_under(&mut self, standard: &Standard) {
        self.exchange.decisions.clear();
        if let Some(Err(fault)) = self.arrived().map(|arrived| arrived.fitting(standard)) {
            self.exchange.arrival = Some(Rc::new(Err(fault)));
        }
    }

    pub(super) fn exchange(&mut self, action: Exchange) {
        match action {
            Exchange::Arrive(arrival) => {
                self.put_away();
                self.exchange.arrival = Some(arrival);
                // Elsewhere it is offered, and nobody is led away.
                if self.draft.screen == Screen::Exchange {
                    self.wish(Focus::Arrived);
                }
            }
            Exchange::Decide(place, side) => {
                self.exchange.decisions.retain(|(decided, _)| *decided != place);
                self.exchange.decisions.push((place, side));
            }
            Exchange::DecideRest(side) => {
                let conflicts = self.merge().map(|merge| merge.conflicts).unwrap_or_default();
                let open = conflicts
                    .into_iter()
                    .filter(|place| self.decided(place).is_none());
                let decided: Vec<(Place, Side)> = open.map(|place| (place, side)).collect();
                self.exchange.decisions.extend(decided);
            }
            Exchange::Replace => {
                if let Some(theirs) = self.theirs() {
                    self.put_in_place(theirs, Typing::default(), None);
                }
            }
            Exchange::Merge => self.merge_in(),
            Exchange::Refuse => {
                self.put_away();
                self.wish(Focus::Heading);
            }
            Exchange::Hand(handed) => self.exchange.handed = Some(Rc::new(handed)),
            Exchange::Copy(field, done) => self.exchange.copied = Some((field, done)),
            other => self.of_part(other),
        }
    }

    fn merge_in(&mut self) {
        let Some(merge) = self.merge() else {
            return;
        };
        let decisions = merge.conflicts.iter().map(|place| self.decided(place));
        let Some(decisions) = decisions.collect::<Option<Vec<Side>>>() else {
            self.exchange.warned = true;
            self.wish(Focus::Undecided);
            return;
        };
        let mut merged = merge.resolved(&decisions);
        self.take_from_outside(&mut merged);
        let mine = &self.draft.sheet;
        let mine_part = mine.part.clone();
        // What stands in a field belongs to the answer that was there.
        let mut typed = mine.typed.clone();
        let differing = merged.differing(&mine.answers).into_iter().enumerate();
        differing
            .filter(|(_, differs)| *differs)
            .for_each(|(question, _)| typed.set(question, ""));
        let came_back = self.back().is_some();
        self.put_in_place(merged, typed, mine_part);
        if came_back {
            // How each department stands is there.
            self.go(Screen::Evidence);
            self.unfold_departments();
        }
    }

    /// Puts answers in the place of the draft, which stays recoverable.
    pub(super) fn put_in_place(&mut self, answers: Answers, typed: Typing, part: Option<Part>) {
        self.checked = typed.questions().collect();
        let sheet = Sheet {
            answers,
            track_chosen: true,
            typed,
            by_page: false,
            part: part.clone(),
        };
        self.put_away();
        let draft = match self.draft.sheet.says_the_same(&sheet) {
            true => (*self.draft).clone(),
            false => self.draft.replacing(sheet, self.draft.screen),
        };
        self.show(draft);
        self.change(|draft| {
            draft.sheet.track_chosen = true;
            draft.sheet.part = part;
        });
        self.last_page = 0;
        self.go(Screen::Result);
        self.wish(Focus::Heading);
    }

    pub(super) fn put_away(&mut self) {
        self.exchange.arrival = None;
        self.exchange.department = None;
        self.exchange.decisions.clear();
        self.exchange.warned = false;
    }
}
