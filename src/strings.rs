//! The words of the interface: one struct, one constant per language, so that a missing word does not compile.
//! `{0}`, `{1}` … stand for what [`fill`] puts in. Words of a standard live in its data.

use crate::lang::Lang;

pub mod assessments;
#[cfg(feature = "places")]
pub mod consent;
pub mod departments;
#[cfg(feature = "places")]
pub mod editions;
mod en;
#[cfg(feature = "places")]
pub mod evidence;
#[cfg(feature = "places")]
pub mod exchange;
#[cfg(feature = "places")]
pub mod plan;
#[cfg(feature = "places")]
pub mod programmes;
#[cfg(feature = "places")]
pub mod report;
#[cfg(feature = "places")]
pub mod result;
pub mod sheet;
mod zh_cn;

/// A struct of words of one language, and the name of each.
macro_rules! words {
    ($(#[$doc:meta])* $words:ident { $($name:ident),* $(,)? } $(with { $($always:ident),* })? $(with #[$when:meta] { $($part:ident),* })?) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        #[derive(Debug)]
        pub struct $words { $(pub $name: &'static str,)* $($(pub $always: $always::Words,)*)? $($(#[$when] pub $part: $part::Words,)*)? }

        impl $words {
            /// Each word with its name, in order.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                #[allow(unused_mut)]
                let mut all = vec![$((stringify!($name), self.$name)),*];
                $($(all.extend(self.$always.all());)*)? $($(#[$when] all.extend(self.$part.all());)*)?
                all
            }
        }
    };
}
use words;

words! {
    /// Every word of the interface.
    Strings {
    // Everywhere.
    widget_title, not_a_determination, other_language, other_language_tag, saved_local, saved_session, saved_nowhere, shared_computer,
    save_failed, changed_elsewhere, draft_unreadable, draft_partly_unreadable, written_unreadable, unreadable_kept, unreadable_gone,
    bad_attribute, contact, dismiss,
    start_over, start_over_question, start_over_yes, start_over_no, wipe, wipe_question, wipe_yes, wipe_no, draft_found, replaced_kept, replaced_restore, replaced_let_go,
    // Start.
    start_heading, start_first, start_what, start_what_index, start_not, start_time, start_private, start_private_more, start_standing, edition_known_until, edition_later,

    track_heading, track_unsure, track_unsure_body, begin, go_on, questions_count,
    // Questions.
    steps, step_of, page_published, page_published_about, page_element_about, page_effects, page_effects_about,
    answered_of, back, next, to_result, mark, so_far, said, help_several, rate_references, help, help_counts, help_counts_not, help_as_of, help_example, help_evidence,
    help_wording, enter_number, yes, no, unknown, not_applicable, none_of_these, clear_answer,
    not_asked, error_prefix, errors_heading, errors_body, entry_not_counted, error_not_a_number, error_other_unit, error_not_whole, error_decimals, error_bounds,
    rate_working, rate_open, rate_not_applicable, rate_above_total, reference_figure, reference_at_least,
    reference_more_than, effect_working, effect_worse, effect_open, effect_no_percentage, effect_not_applicable,
    effect_references, no_pass_mark,
    // Live and result.
    live_heading, live_summary, verdict_met, verdict_not_met, verdict_unknown, verdict_depends, verdict_to_be_cleared,
    result_heading, conditions_heading, conditions_only, conditions_known, condition_reading,
    index_heading, index_own, index_nothing, nothing_answered,
    element, value, range, open_column,
    why_heading, why_about, question, why_answer, why_rule, why_points, why_adds,
    rule_option, rule_yes_no, rule_share_of_options, rule_rate, rule_rate_above_total, rule_closed, rule_open, rule_not_applicable,
    state_unknown, state_not_answered, state_not_applicable, state_closed,
    missing_more, go_to_question,
    contradictions_about, contradiction_rate,
    effects_heading, effects_about, effect, before, after, change,
    print, cannot_print, as_of_line,
    share_on, share_stop,
    sources_heading, source, source_clause, source_clause_not_seen, source_clause_not_noted, source_dated, source_translated, source_open_address,
    source_about, source_issuers, source_known, source_read_at,
    standing_in_force, standing_historical, standing_draft, standing_unknown,
    grade, grade_s, grade_v, grade_2, grade_d, grade_m, grade_x, grade_own,
    percent, whole_range, live_verdict, notes, weak_2, weak_d, weak_m, weak_x, errors_left, help_bounds, bounds, replaced_delete, load_failed,
    new_window,
    skip, places, place_start, place_answer, place_result, place_plan, place_evidence, place_programmes, place_basis, place_exchange, exchange_enter, exchange_foot, on_to, back_to, answer_question,
    } with { departments, assessments, sheet } with #[cfg(feature = "places")] { programmes, editions, plan, result, report, evidence, consent, exchange }
}

impl Strings {
    /// The words in a language.
    pub const fn of(lang: Lang) -> &'static Strings {
        match lang {
            Lang::ZhCn => &zh_cn::STRINGS,
            Lang::En => &en::STRINGS,
        }
    }
}

/// Puts `parts` in the places `{0}`, `{1}` … of `text`. At `{0|item|items}` stands the first word where the part is 1,
/// else the second.
pub fn fill(text: &str, parts: &[&str]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let part = after.split_once('}').and_then(|(place, after)| {
            let (index, forms) = match place.split_once('|') {
                Some((index, forms)) => (index, Some(forms.split_once('|')?)),
                None => (place, None),
            };
            let part = *parts.get(index.parse::<usize>().ok()?)?;
            let chosen = forms.map_or(part, |(one, other)| if part == "1" { one } else { other });
            Some((chosen, after))
        });
        match part {
            Some((part, after)) => {
                filled.push_str(part);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_filled_in_where_the_language_wants_them() {
        assert_eq!(fill("{1} of {0}", &["9", "{0}"]), "{0} of 9");
        assert_eq!(fill("{2} {x} {", &["9"]), "{2} {x} {");
        let counted = "{0} {0|item is|items are} open, {1|one|more}";
        assert_eq!(fill(counted, &["1", "2"]), "1 item is open, more");
        assert_eq!(fill(counted, &["11", "1"]), "11 items are open, one");
        assert_eq!(fill("{0|item} {x|a|b}", &["1"]), "{0|item} {x|a|b}");
    }

    /// Words of both languages, with their names, for all that is said anywhere.
    fn pairs() -> Vec<(&'static str, &'static str, &'static str)> {
        let [chinese, english] = Lang::ALL.map(|lang| Strings::of(lang).all());
        let pairs = chinese.into_iter().zip(english);
        pairs
            .map(|((name, chinese), (_, english))| (name, chinese, english))
            .collect()
    }

    #[test]
    fn both_languages_have_words_everywhere_and_the_same_places_to_fill() {
        let places = |text: &str| {
            let mut places: Vec<char> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.chars().next())
                .collect();
            places.sort_unstable();
            places.dedup();
            places
        };
        for (name, chinese, english) in pairs() {
            assert!(
                !chinese.trim().is_empty() && !english.trim().is_empty(),
                "{name} is empty"
            );
            assert_eq!(places(chinese), places(english), "{name}");
            assert!(
                english.is_ascii()
                    || name == "other_language"
                    || english.chars().all(|c| !('\u{4e00}'..='\u{9fff}').contains(&c)),
                "{name}"
            );
        }
    }
}
