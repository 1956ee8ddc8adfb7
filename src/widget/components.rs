//! The small pieces that several places use.

mod badge;
mod buttons;
mod field;
mod figure;
mod headings;
mod live_text;
mod source;

pub use buttons::{button, primary, tells};
pub use field::{Error, Field};
pub use live_text::{live_facts, live_text};
