//! The report on paper.

use super::words;

pub(super) mod en;
pub(super) mod zh_cn;

words! {
    /// The words of the report, and of what is asked for it.
    Words {
        // On the screen.
        heading, about, annexes, annex_evidence, annex_sources, figures_before,
        // On the paper.
        firm, name, filled_in, conclusion, conclusion_index,
        next, next_about, next_none, what, department, change, effort, money, person, due, find_out,
        from_to, own_cost, signed_by, signed_head, signed_on, trace, trace_about, options,
        code, code_drawn, hash, check_digits, no_signature,
    }
}
