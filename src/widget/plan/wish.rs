//! What the firm wishes to reach; where it has set nothing for the index, its next step: the conditions alone would only
//! say again what the result says.

use crate::answers::Extra;
use crate::plan::{Asked, REACH, Reach, read};
use crate::standard::{FULL, Hundredths};
use crate::widget::context::View;

/// What is asked for, as it stands in the fields.
pub struct Wish {
    /// What is asked for.
    pub asked: Asked,
    /// Whether the mark of the index is ours: the firm has set none.
    pub is_ours: bool,
    /// Whether a mark is wished for and none is typed.
    pub lacks_mark: bool,
    /// The mark that we propose; none where the index is full or nothing applies.
    pub proposed: Option<Hundredths>,
}

impl Wish {
    /// What is asked for.
    pub fn of(view: &View) -> Wish {
        let mut asked = read(&view.state.standard, &view.state.draft.sheet.answers);
        let range = view.state.assessment.index.range;
        let proposed = range.and_then(|range| next_mark(range.low));
        let is_ours = view.kept(Extra::Costs, &["target", "reach"]).is_none();
        if let Some(mark) = proposed.filter(|_| is_ours) {
            asked.reach = REACH[1];
            asked.target.reach = Reach::Index(mark);
        }
        Wish {
            lacks_mark: !is_ours
                && asked.reach != REACH[0]
                && view
                    .kept_text(Extra::Costs, &["target", "mark"])
                    .trim()
                    .is_empty(),
            asked,
            is_ours,
            proposed,
        }
    }
}

/// The next full ten percent that is worth a plan: at least five above `low`, or all of the index.
fn next_mark(low: Hundredths) -> Option<Hundredths> {
    const TEN_PERCENT: Hundredths = FULL / 10;
    let next = (low + TEN_PERCENT / 2 + TEN_PERCENT - 1) / TEN_PERCENT * TEN_PERCENT;
    (low < FULL).then_some(next.min(FULL))
}

#[cfg(test)]
mod tests {
    use super::next_mark;

    #[test]
    fn the_mark_is_a_full_ten_percent_and_at_least_five_above() {
        for (low, mark) in [
            (0, Some(1000)),
            (500, Some(1000)),
            (501, Some(2000)),
            (2996, Some(4000)),
            (9500, Some(10_000)),
            (9999, Some(10_000)),
            (10_000, None),
        ] {
            assert_eq!(next_mark(low), mark, "{low}");
        }
    }
}
