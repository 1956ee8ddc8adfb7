//! Pieces that several screens share, one file a piece.

mod as_of;
mod badges;
mod go_to_question;
mod range_bar;
mod ranked_list;

pub use as_of::as_of;
pub use badges::{condition_badge, overall_badge, reading_badge, rests_on_contradiction};
pub use go_to_question::go_to_question;
pub use range_bar::range_bar;
pub use ranked_list::ranked_list;
