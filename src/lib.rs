//! readiness-check.

pub mod answers;
pub mod assess;
pub mod document;
pub mod lang;
pub mod standard;
#[cfg(feature = "web")]
pub mod web;
