//! A value beside the JSON that it was written as: whoever saves at each letter writes anew only what changed.

use std::cell::OnceCell;
use std::rc::Rc;

/// A value, and its JSON once somebody asked for it.
#[derive(Debug)]
pub(super) struct Written<T> {
    pub(super) value: T,
    json: OnceCell<String>,
}

impl<T: Clone> Written<T> {
    pub(super) fn new(value: T) -> Written<T> {
        Written {
            value,
            json: OnceCell::new(),
        }
    }

    /// The value, to be changed: a copy of it where others hold it too.
    pub(super) fn change(shared: &mut Rc<Written<T>>) -> &mut T {
        let written = Rc::make_mut(shared);
        written.json.take();
        &mut written.value
    }

    /// Its JSON, which `write` gives.
    pub(super) fn json(&self, write: impl FnOnce(&T) -> String) -> &str {
        self.json.get_or_init(|| write(&self.value))
    }
}

impl<T: Clone> Clone for Written<T> {
    /// What is copied is about to change: its JSON is not copied.
    fn clone(&self) -> Written<T> {
        Written::new(self.value.clone())
    }
}

impl<T: PartialEq> PartialEq for Written<T> {
    fn eq(&self, other: &Written<T>) -> bool {
        self.value == other.value
    }
}

// That `Rc`s of it are compared by their places in memory first.
impl<T: Eq> Eq for Written<T> {}
