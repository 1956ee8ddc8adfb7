//! readiness-check: a manufacturer checks its own readiness against a published standard, in its own browser.
//!
//! # The map
//! ```text
//! document, lang ← standard ← answers ← assess ← plan, compare, programmes, papers, outlook ← widget ← web ← www/
//! lang ← strings ← widget
//! ```
//! `a ← b`: b may use a; nothing else may (`tests/layers.rs` holds it so).
//!
//! - [`document`]: a document from outside, a tree of values with places and faults. Nothing is believed of it yet.
//! - [`lang`]: the two languages, and a text in them.
//! - [`standard`]: a standard as typed data. One that exists is valid. An edition is a data file, never code.
//! - [`answers`]: what one firm said, checked against a standard, and numbers as people type them.
//! - [`assess`]: the verdicts on the published conditions, our own index with its range, contradictions, and the trace
//!   that adds up to the index. Pure and total; integers only.
//! - [`compare`]: the same answers under several editions, and what becomes of them on the way from one to another.
//! - [`papers`]: the papers that prove the answers, and who has to find out or get what.
//! - [`outlook`]: what is certain already, what hinges on a single answer, what to answer next.
//! - [`plan`]: the cheapest set of changes that reaches a target, exactly; or what stands in the way.
//! - [`programmes`]: which programme concerns a firm, and which of its published conditions are met under which reading.
//! - [`strings`]: the words of the interface, one constant per language.
//! - `widget`: one reducer, one component, and functions from state to view. No input or output of its own.
//! - `web`: the only edge to JavaScript, storage and the window.
//!
//! What comes in is JSON text, read into a tree and checked place by place; what goes out is a struct that derives
//! `Serialize`, in the module of what it tells of: the same bytes natively and in JavaScript, and the types of
//! `www/readiness-check.d.ts`.
//!
//! The engine compiles without the last two: `cargo check --no-default-features`.

pub mod answers;
pub mod assess;
pub mod document;
pub mod editions;
pub mod evidence;
pub mod lang;
pub mod plan;
pub mod programmes;
pub mod sensitivity;
pub mod standard;
pub mod strings;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "widget")]
pub mod widget;
