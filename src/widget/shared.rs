//! One draft that several windows change at once. A window may read what another has already written over, and writes
//! over what it could not see. So each text says whose changes it holds, and each window adds again those that a text
//! lacks.

use super::draft::{Draft, Writers};
use std::rc::Rc;

/// How many changes are held one by one; of older ones the two oldest become one.
const MOST_CHANGES: usize = 64;

/// What was changed, and by whom.
#[derive(Clone, Debug)]
struct Change {
    by: Writers,
    before: Rc<Draft>,
    after: Rc<Draft>,
}

/// A draft in one window.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The name of this window.
    me: String,
    draft: Rc<Draft>,
    /// Whose changes it holds.
    holds: Writers,
    /// Whose changes the place holds, as far as is known.
    stored: Writers,
    /// In their order.
    changes: Vec<Change>,
}

impl Shared {
    /// A draft as it stands in its place, read by the window `me`. Two windows never have the same name.
    pub fn new(me: &str, draft: Rc<Draft>, holds: Writers) -> Shared {
        Shared {
            me: me.to_owned(),
            stored: holds.clone(),
            draft,
            holds,
            changes: Vec::new(),
        }
    }

    /// The draft as it is in this window.
    pub fn draft(&self) -> &Rc<Draft> {
        &self.draft
    }

    /// Whose changes it holds.
    pub fn writers(&self) -> &Writers {
        &self.holds
    }

    /// Whether the place lacks something of it.
    pub fn is_ahead(&self) -> bool {
        !self.stored.covers(&self.holds)
    }

    /// What the visitor made of it in this window.
    pub fn change(&mut self, draft: Rc<Draft>) {
        if draft.sheet != self.draft.sheet || draft.replaced != self.draft.replaced {
            let number = self.holds.next();
            self.holds.raise(&self.me, number);
            let by = Writers::one(&self.me, number);
            self.note(by, draft.clone());
        }
        self.draft = draft;
    }

    /// Notes that the place now holds the draft of this window.
    pub fn written(&mut self) {
        self.stored = self.holds.clone();
    }

    /// Notes that nothing stands in the place any more: whatever comes there next rests on nothing of ours. `empty` is a
    /// draft of a first visit.
    pub fn cleared(&mut self, empty: Draft) {
        self.stored = Writers::default();
        self.changes = vec![Change {
            by: self.holds.clone(),
            before: Rc::new(empty),
            after: self.draft.clone(),
        }];
        // A draft that nobody changed since it was written by a release that named no windows.
        if self.holds.is_empty() && !self.draft.sheet.is_empty() {
            self.holds.raise(&self.me, 1);
            self.changes[0].by = self.holds.clone();
        }
    }

    /// Takes in a draft that stands in the place, and whose changes it holds; a release that does not say so wrote it on
    /// what stood there.
    pub fn take_in(&mut self, theirs: Draft, writers: Option<&Writers>) {
        let writers = writers.unwrap_or(&self.stored).clone();
        let mut result = theirs;
        for change in self.changes.iter().filter(|change| !writers.covers(&change.by)) {
            result = change.after.merged(&change.before, &result);
        }
        result.screen = self.draft.screen;
        let new = writers.beyond(&self.holds);
        self.holds.join(&writers);
        let result = Rc::new(result);
        if !new.is_empty() {
            self.note(new, result.clone());
        }
        self.stored = writers;
        self.draft = result;
    }

    /// Takes in a draft that stood in the place for a moment, if it holds something that is not known here. It may have
    /// been written over since.
    pub fn take_in_passing(&mut self, theirs: Draft, writers: Option<&Writers>) -> bool {
        let Some(writers) = writers.filter(|writers| !self.holds.covers(writers)) else {
            return false;
        };
        let stored = self.stored.clone();
        self.take_in(theirs, Some(writers));
        self.stored = stored;
        true
    }

    fn note(&mut self, by: Writers, after: Rc<Draft>) {
        let before = self.draft.clone();
        self.changes.push(Change { by, before, after });
        if self.changes.len() > MOST_CHANGES {
            let oldest = self.changes.remove(0);
            let next = &mut self.changes[0];
            next.before = oldest.before;
            let mut by = oldest.by;
            by.join(&next.by);
            next.by = by;
        }
    }

    /// The same with each of its drafts as `read` gives it: under another standard.
    pub fn reading(&self, mut read: impl FnMut(&Draft) -> Draft) -> Shared {
        let mut read = |draft: &Rc<Draft>| Rc::new(read(draft));
        let change = |change: &Change| Change {
            by: change.by.clone(),
            before: read(&change.before),
            after: read(&change.after),
        };
        let changes = self.changes.iter().map(change).collect();
        Shared {
            draft: read(&self.draft),
            changes,
            ..self.clone()
        }
    }
}
