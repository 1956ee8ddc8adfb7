//! Two editions side by side.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the screen.
    Words {
        heading, about, only_known, edition, more,
        aspect, row_whole, row_index, absent, raised, lowered, same, added, removed, index_same,
        carry_none, carry_kept, carry_counts, carry_track, carry_list, carry_line,
        fate_kept, fate_converted, fate_again, fate_dropped,
        why_kept, why_option_moved, why_number_form, why_bounds_fit, why_kind, why_unit, why_whole, why_bounds,
        why_option_gone, why_applies, why_dropped,
    }
}
