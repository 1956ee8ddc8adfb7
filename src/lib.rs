//! readiness-check.

pub mod document;
#[cfg(feature = "web")]
pub mod web;
