//! readiness-check.

pub mod answers;
pub mod assess;
pub mod document;
pub mod lang;
pub mod standard;
pub mod strings;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "widget")]
pub mod widget;
