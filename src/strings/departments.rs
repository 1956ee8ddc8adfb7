//! Parts that are handed out to departments and taken back.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words around parts.
    Words {
        // Handing out.
        hand_out, hand_out_about, stands, said_count, hand_to, hand_to_whom, as_file, as_file_about,
        link, link_about, copy_link, code, code_about, copy_code, drawn, way,
        // Filling in.
        offer_to_fill, offer_filled, to_fill, part, questions, so_far, fill_about, fill_kept, fill,
        banner, show_all, show_part, hand_back,
        // Handing back.
        back_heading, back_about, signed, signed_hint, back_file, back_file_about, back_link_about, back_code_about,
        // Taking back.
        filled, by, by_unknown, when, when_unknown, tally, new, same, different, new_list, conflicts_about, undecided, more, you, take, nothing_new,
        outside, outside_about, outside_item, outside_beside,
        // Which part a code is.
        ask, ask_about, ask_fill, ask_filled, ask_first,
        // What is wrong.
        unknown,
        // Who gave an answer.
        who, who_when, given_by, annex, answer, given_by_whom,
    }
}
