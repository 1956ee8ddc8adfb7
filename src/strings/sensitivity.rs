//! What is certain and what hangs on one answer.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the screen.
    Words {
        heading,
        certain_heading,
        certain_about,
        certain_all,
        condition_certain,
        condition_open,
        band,
        band_certain,
        band_open,
        band_not_certain,
        band_own,
        index_is,
        index_at_worst,
        index_at_best,
        band_up,
        band_down,
        next_heading,
        next_about,
        next_none,
        next_decides,
        next_share,
        distance_heading,
        distance_about,
        distance_now,
        distance_at_least,
        distance_exactly,
        distance_to_spare,
        distance_lacking,
        distance_lacking_perhaps,
        turns_heading,
        turns_about,
        turns_none,
        turns_others,
        turn_now,
        turn_if,
        count,
        count_or_more,
        count_or_fewer,
        options,
        turn_whole,
        turn_reading,
        turn_band,
        turn_change,
        turn_contradicts,
    }
}
