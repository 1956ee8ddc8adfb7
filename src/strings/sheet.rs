//! What stands on a sheet of answers, and beside them.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The names of its places.
    Words {
        track, notes, evidence, profile, costs, plant, figures_as_of, name,
        // Something within one of them.
        within,
    }
}
