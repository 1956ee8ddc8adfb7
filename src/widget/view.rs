//! The view under its former name, until nobody uses it any more.

pub use super::context::View;
