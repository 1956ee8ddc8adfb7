//! Which programmes may fit.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the screen.
    Words {
        about, not_an_application,
        // The picker.
        picker_heading, picker_about, search_label, search_hint, list, found, found_none, chosen, chosen_none, remove, code,
        about_words, about_codes, about_matches,
        // Groups of programmes.
        current_heading, current_about, historical_heading, historical_about, others_heading, others_about,
        concern_yes, concern_perhaps, concern_anyone, concern_not_chosen, concern_not_listed, concern_no,
        // A programme.
        known_until, document, later_documents, rests_on, why_heading, named, matched, perhaps, members_heading,
        members_same, members_count, members_complete, members_open,
        conditions_heading, conditions_of, conditions_common, conditions_unchecked, conditions_none,
        verdict_of_known, verdict_of_checked,
        not_checked, other_edition, as_in_result, to_result, reading, at_least, at_most, exactly, is_yes, now,
        alternative, open_heading, facts_heading, facts_count, facts_about, facts_of_historical, fact_unknown,
        not_answered, not_asked, not_applicable, said_unknown,
        duties_heading, duties_about, duty_ticked,
        objectives_heading, objectives_about, money_heading, money_about, figures_heading, figure_more_than,
        figure_at_least, dates_heading, notes_heading,
    }
}
