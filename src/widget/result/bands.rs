//! The bands of the index.

use super::super::context::View;
use crate::sensitivity::InBand;

/// From the foot of one band of the index to the top of another.
pub fn bands(view: &View, [from, to]: [i64; 2]) -> String {
    view.range(InBand::bounds(from)[0], InBand::bounds(to)[1])
}
