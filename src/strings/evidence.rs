//! The evidence and who sees to it.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the screen.
    Words {
        about,
        nothing,
        holder,
        due,
        date,
        have,
        missing,
        stated_for,
        proves,
        proves_several,
        beside_heading,
        proven_count,
        left_out,
        beside_about,
        claimed,
        proven,
        index_low,
        to_do_count,
        done,
        no_department,
        to_answer,
        do_answer,
        do_find_out,
        colon,
    }
}
