//! The plan.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the screen.
    Words {
        about_own, reach, reach_nothing, reach_index, reach_elements, mark, mark_lacking, mend_first,
        readings_every, readings_some, readings_about, at_least, reading_every, reading_none,
        count, count_effort, count_own, classes, classes_about, points, own_costs, own_about, own_classes, own_questions,
        own_questions_about, money, months, priced, price_taken, price_none, order, side_by_side, one_after_another,
        target_said, colon, semicolon, contradicted, no_prices, no_index, reached,
        head_do, head_find_out, head_both, head_then, head_and, head_conditions, head_readings, head_index,
        cost_own, cost_own_at_most, cost_effort, cost_effort_at_most, at_most, costs_own, costs_effort, other, cheapest, fastest, lightest, fewest, and,
        column_action, column_department, column_change, column_effort, column_time, column_gain, column_low,
        find_out_group, to_do_group, find_out_title, from_open, arrow, options, from_to_months, a_little,
        for_condition, for_reading, for_element, rises, with_it_rises, opens,
        out_of_reach, short_condition, short_index, short_element, blockers, total_open, does_not_apply, no_price, bound,
    }
}
