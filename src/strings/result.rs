//! The result.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the place.
    Words {
        // The conditions.
        tally, tally_met, tally_not_met, tally_depends, tally_to_be_cleared, tally_open, comma,
        mark, reading, met, exactly_met, lacks, open, open_lacks, amount, at_most, between, and,
        answer_at_least, answer_at_most, behind,
        // The index and its elements.
        own, answered_part, open_items, none_open, next, next_share, next_share_small, elements,
        // What a single answer would turn.
        turns, turns_about, turns_none, turn_now, turn_if, count_or_more, count_or_fewer,
        turn_reading, turn_change, turn_contradicts,
        // What is missing.
        missing, missing_about, missing_none, missing_gain, missing_rise, missing_opener,
        // Answers that cannot all be right.
        to_check,
    }
}
