//! Saving and opening.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the place.
    Words {
        about,
        // Saving.
        save, save_file, save_file_about, save_table, save_table_about, nothing_yet, name_start,
        handed, handed_not, handed_text, copy, copied, copy_failed,
        // The short code.
        code, code_about, copy_code, link, link_about, copy_link, drawn, drawn_about,
        // Opening.
        open, open_about, choose, drop, paste, open_pasted,
        // What arrived.
        arrived, from_file, from_table, from_code, from_list, form, based_on, edition, plant, saved, saved_at, answered, answered_of,
        other_track, other_text, other_edition, other_edition_track, untouched, same,
        compare, compare_count, place, mine, theirs, beside_differs, index, adds, proven_by,
        use_it, replace_heading, replace, replace_about, merge, merge_about, merge_conflicts, rest_mine, rest_theirs, merge_undecided, merge_now, nothing_kept, refuse,
        offer, offer_fault, look,
        // What is wrong.
        fault, fault_nothing_changed, fault_more, fault_too_large, fault_empty, fault_workbook, fault_encoding, fault_unrecognised,
        at, at_line, at_cell,
        code_bad_character, code_cut, code_short, code_too_long, code_mistyped, code_mistyped_somewhere, newer, code_other,
        json_broken, json_broken_at, json_other, json_twice,
        json_missing, json_unknown_key, json_bounds, json_value,
        table_no_header, table_missing_column, table_repeated_column, table_open_quote, table_too_many_cells, table_missing_id,
        table_unknown_question, table_repeated_question, table_unknown_standard, table_unknown_track, table_no_standard, table_no_track,
        table_differs, table_must_apply, table_not_yes_no, table_unknown_option, table_repeated_option, table_other_unit,
        table_no_rows, table_more, number_none, number_other_unit, number_not_whole, number_decimals, number_bounds,
    }
}
