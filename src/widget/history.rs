//! What the visitor did to the sheet in this window, so that it can be undone and done again. Held here, kept nowhere.

use super::draft::Draft;
use crate::answers::place::Place;
use std::rc::Rc;

mod carried;

/// How many steps are held.
pub const MOST_STEPS: usize = 50;

/// What a step changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// One place of the sheet.
    At(Place),
    /// All of it was cleared.
    StartedOver,
    /// Another sheet was put in its place, or merged with it.
    Replaced,
    /// One that was replaced was brought back.
    Restored,
    /// Another assessment of this computer was opened, or a new one begun.
    Opened,
}

/// A step: the draft before it and after it.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it changed.
    pub what: Done,
    /// The draft before it.
    pub before: Rc<Draft>,
    /// The draft after it.
    pub after: Rc<Draft>,
    /// Whether the visitor is still typing it.
    is_open: bool,
}

/// What was done last with a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What the step changed.
    pub what: Done,
    /// Whether it was undone, or done again.
    pub undone: bool,
    /// Whether nothing came of it, since all of it was changed elsewhere meanwhile.
    pub moot: bool,
    /// Makes each a new one: the same may be said twice.
    pub number: u32,
}

/// The steps of this window.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    begun: Option<Rc<Draft>>,
    /// What is to be said.
    pub said: Option<Said>,
    number: u32,
}

impl History {
    /// What would be undone next.
    pub fn last(&self) -> Option<&Done> {
        self.done.last().map(|step| &step.what)
    }

    /// What would be done again next.
    pub fn next(&self) -> Option<&Done> {
        self.undone.last().map(|step| &step.what)
    }

    /// Notes from where a step begins, where that is not the draft before the action.
    pub fn begin(&mut self, draft: &Rc<Draft>) {
        self.begun = Some(draft.clone());
    }

    /// Notes what an action made of a draft; `is_typing` as long as more letters may come.
    pub fn note(&mut self, what: Option<Done>, is_typing: bool, before: &Rc<Draft>, after: &Rc<Draft>) {
        self.said = None;
        let before = self.begun.take().unwrap_or_else(|| before.clone());
        let changed = before.sheet != after.sheet || before.replaced != after.replaced;
        if let Some(last) = self.done.last_mut().filter(|last| last.is_open) {
            let goes_on = what.as_ref() == Some(&last.what) && last.after.sheet == before.sheet;
            last.is_open = is_typing && goes_on;
            if goes_on && changed {
                last.after = after.clone();
                // What is typed and taken away again is no step.
                let is_nothing = last.before.sheet == after.sheet;
                self.done.truncate(self.done.len() - usize::from(is_nothing));
            }
            if goes_on {
                return;
            }
        }
        let Some(what) = what.filter(|_| changed) else {
            return;
        };
        self.undone.clear();
        self.done.push(Step {
            what,
            before,
            after: after.clone(),
            is_open: is_typing,
        });
        if self.done.len() > MOST_STEPS {
            self.done.remove(0);
        }
    }

    /// Takes the last step back, or the next one forward: what comes of it, and the screen where it was done. What was changed
    /// elsewhere meanwhile stays.
    pub fn step(&mut self, back: bool, now: &Draft) -> Option<(Draft, Step)> {
        let (from, to) = match back {
            true => (&mut self.done, &mut self.undone),
            false => (&mut self.undone, &mut self.done),
        };
        let mut step = from.pop()?;
        step.is_open = false;
        let (was, wanted) = match back {
            true => (&step.after, &step.before),
            false => (&step.before, &step.after),
        };
        // Under which name an assessment is known changes when it goes into the list: it is the same one.
        let id = now.sheet.id();
        let named = |draft: &Draft| Draft {
            sheet: draft.sheet.clone().with_id(id),
            ..draft.clone()
        };
        let draft = match was.sheet.is_of(&wanted.sheet) {
            true => now.merged(&named(was), &named(wanted)),
            false => now.merged(&named(was), wanted),
        };
        to.push(step.clone());
        self.number = self.number.wrapping_add(1);
        self.said = Some(Said {
            what: step.what.clone(),
            undone: back,
            moot: draft == *now,
            number: self.number,
        });
        Some((draft, step))
    }

    /// Forgets all: another sheet came from elsewhere, or something was deleted for good.
    pub fn forget(&mut self) {
        *self = History {
            number: self.number,
            ..History::default()
        };
    }
}
