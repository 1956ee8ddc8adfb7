//! Pieces that several screens share, one file a piece.

mod as_of;
mod badges;
mod buttons;
#[cfg(feature = "places")]
mod checked;
mod field;
mod figure;
mod go_to_question;
mod headings;
mod live_text;
mod notes;
#[cfg(feature = "places")]
mod qr;
mod range_bar;
mod ranked_list;
#[cfg(feature = "places")]
mod readings;
mod source;

pub use as_of::as_of;
pub use badges::{condition_badge, overall_badge, rests_on_contradiction};
pub use buttons::{button, primary, tells};
#[cfg(feature = "places")]
pub use checked::checked;
pub use field::{FieldError, TextField};
pub use go_to_question::go_to_question;
pub use live_text::{live_facts, live_text};
#[cfg(feature = "places")]
pub use qr::qr;
pub use range_bar::{bar, range_bar};
pub use ranked_list::ranked_list;
#[cfg(feature = "places")]
pub use readings::readings;
