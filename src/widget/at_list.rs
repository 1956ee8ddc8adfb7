//! What is being done with the list.

use super::action::Asked;
use super::kept::Kept;
use std::rc::Rc;

/// What the visitor is about to do with the list: held here, kept nowhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtList {
    /// What is asked.
    pub asked: Option<Asked>,
    /// The name that is typed.
    pub name: String,
    /// Whether the list cannot take one more.
    pub is_full: bool,
    /// The one that was deleted last.
    pub deleted: Option<Rc<Kept>>,
}
