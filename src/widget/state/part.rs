//! The part of a department: filled in beside the draft, and taken back answer by answer.

use super::State;
use crate::answers::{Answers, MOST_NAME, Part, Way};
use crate::exchange::{Back, Place, Side, back, encode};
use crate::widget::action::{Exchange, Focus};
use crate::widget::draft::{Screen, Typing};
use std::rc::Rc;

impl State {
    /// Whether a question is shown: all are, but while a part is filled in.
    pub fn is_shown(&self, question: usize) -> bool {
        let part = self.draft.sheet.part.as_ref().filter(|_| !self.exchange.show_all);
        part.is_none_or(|part| part.has(&self.standard, question))
    }

    /// The numbers of the pages of the track on which a question is shown.
    pub fn pages_shown(&self) -> Vec<usize> {
        let track = self.draft.sheet.answers.track;
        let pages = self.standard.pages(track).into_iter().enumerate();
        let has_some = |(number, page)| {
            let mut questions = self.standard.questions_on(page, track).into_iter();
            let shown = self.draft.sheet.part.is_none() || questions.any(|question| self.is_shown(question));
            shown.then_some(number)
        };
        pages.filter_map(has_some).collect()
    }

    /// The part that arrived to be filled in.
    pub fn to_fill(&self) -> Option<&Part> {
        let part = self.arrived()?.part.as_ref()?;
        (part.state == Way::ToFill).then_some(part)
    }

    /// What a department handed back, where that is what arrived.
    pub fn back(&self) -> Option<Back> {
        let arrived = self.arrived()?;
        let part = arrived.part.as_ref().filter(|part| part.state == Way::Filled)?;
        let date = arrived.saved.as_ref().map_or("", |saved| saved.date.as_str());
        let answers = arrived.under(&self.standard).answers;
        Some(back(&self.standard, part, &answers, date))
    }

    /// The answers outside the part that came back which are not those of the draft.
    pub fn outside(&self, back: &Back) -> Vec<usize> {
        let mine = &self.draft.sheet.answers;
        let all = 0..self.standard.questions.len();
        let differs = |question: &usize| {
            let theirs = back.outside.get(*question);
            theirs.is_some() && theirs != mine.get(*question)
        };
        all.filter(differs).collect()
    }

    /// Takes those of them that the visitor asked for.
    pub(super) fn take_from_outside(&self, merged: &mut Answers) {
        let Some(back) = self.back() else {
            return;
        };
        for question in self.outside(&back) {
            if self.decided(&Place::Answer(question)) == Some(Side::Theirs) {
                merged.take(question, &back.outside);
            }
        }
    }

    pub(super) fn of_part(&mut self, action: Exchange) {
        match action {
            Exchange::Department(department) => {
                self.exchange.department = department;
                self.exchange.copied = None;
                // It was the part of another one.
                if self.exchange.handed.as_ref().is_some_and(|handed| handed.is_part) {
                    self.exchange.handed = None;
                }
            }
            Exchange::Name(part) => {
                if let Some(Ok(arrived)) = self.exchange.arrival.as_deref() {
                    let mut arrived = arrived.clone();
                    arrived.part = Some(part);
                    self.exchange.arrival = Some(Rc::new(Ok(arrived)));
                    self.exchange.decisions.clear();
                    self.exchange.warned = false;
                    self.wish(Focus::Arrived);
                }
            }
            Exchange::ToDepartments => {
                self.go(Screen::Evidence);
                self.unfold_departments();
            }
            Exchange::Fill => self.fill_in(),
            Exchange::Sign(name) => {
                let name: String = name.chars().take(MOST_NAME).collect();
                self.change(|draft| {
                    if let Some(part) = &mut draft.sheet.part {
                        part.by = name;
                    }
                });
            }
            Exchange::ShowAll(all) => {
                self.exchange.show_all = all;
                self.go_to_shown();
                self.wish(Focus::Heading);
            }
            _ => {}
        }
    }

    /// Shows how each department stands.
    pub(super) fn unfold_departments(&mut self) {
        let id = Focus::HandOut.id();
        self.unfolded.retain(|unfolded| unfolded != id);
        self.unfolded.push(id.to_owned());
        self.wish(Focus::HandOut);
    }

    fn fill_in(&mut self) {
        let Some((mut part, answers)) = self.to_fill().cloned().zip(self.theirs()) else {
            return;
        };
        part.came_with = encode(&self.standard, &answers);
        self.put_in_place(answers, Typing::default(), Some(part));
        self.exchange.show_all = false;
        self.go(Screen::Page(
            self.pages_shown().first().copied().unwrap_or_default(),
        ));
        self.came_from = None;
        self.wish(Focus::Heading);
    }

    /// Goes from a page on which nothing is shown to the first one on which something is.
    fn go_to_shown(&mut self) {
        let pages = self.pages_shown();
        if let Screen::Page(page) = self.draft.screen
            && !pages.contains(&page)
        {
            self.go(Screen::Page(pages.first().copied().unwrap_or_default()));
        }
    }
}
