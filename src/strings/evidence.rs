//! The papers and the to-do list.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the screen.
    Words {
        heading,
        names_only,
        cover_heading,
        number,
        question,
        paper,
        holder,
        date,
        state,
        have,
        missing,
        not_said,
        beside_heading,
        proven_count,
        left_out,
        beside_about,
        claimed,
        proven,
        index_low,
        fields_heading,
        fields_about,
        fields_nothing,
        page_count,
        to_do_heading,
        to_do_about,
        to_do_nothing,
        to_do_count,
        no_department,
        do_answer,
        do_find_out,
        do_look_for,
        do_get,
        do_get_from,
        between_papers,
    }
}
