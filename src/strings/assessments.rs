//! Several assessments side by side, undoing, and deleting after a time.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the list, of undoing and of deleting.
    Words {
        // The list.
        heading, about, none, at_hand, changed, changed_unknown, answered, name, nameless,
        open, compare, copy, rename, delete, of,
        start, start_heading, start_about, copy_heading, copy_about, rename_heading, name_about, go, save, cancel,
        delete_question, delete_yes, delete_no, deleted, bring_back, full,
        not_stored, unreadable, newer, found, wipe_too,
        // Undoing.
        undo, redo, undone, redone, moot, started_over, replaced, restored, opened,
        // Deleting after a time.
        delete_after, never, days, expired,
    }
}
