//! The cheapest path.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the screen.
    Words {
        heading, about, about_own, target, target_conditions, readings_every, readings_some, readings_about, at_least, reading_every, reading_every_hint, reading_none, reach, reach_nothing, reach_nothing_hint, reach_index, reach_elements, mark, mark_lacking, mend_first, costs, count, count_effort, count_effort_hint, count_own, count_own_hint, classes, classes_about, points, own_about, own_classes, own_questions, own_questions_about, money, months, priced, price_taken, price_none, order, side_by_side, one_after_another, plans, reached, counted_at_worst, costs_own, costs_effort, plan_title, cheapest, fastest, fewest, and, summary, summary_heaviest, cost_own, cost_effort, rises, index_from_to, options, from_open, now, to, with_it, with_it_rises, costs_it, why, for_condition, opens, out_of_reach, short_condition, short_index, short_element, blockers, total_open, does_not_apply, no_price, bound,
        steps, target_said, colon, semicolon,
        lightest, for_element, index_a_little, contradicted,
    }
}
