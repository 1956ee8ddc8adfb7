//! readiness-check: a manufacturer checks its own plant against the published conditions of a standard, in the browser.
//!
//! # The map
//! ```text
//! document, lang ← standard ← answers ← assess ← plan, editions, programmes, evidence, sensitivity, exchange ← widget ← web ← www/
//! lang ← strings ← widget
//! ```
//! `a ← b`: b may use a; nothing else may (`tests/layers.rs` enforces it).
//!
//! - [`document`]: a document from outside, as a tree of values with places and faults. Nothing in it is trusted yet.
//! - [`lang`]: the two languages, and a text in both.
//! - [`standard`]: a standard as typed data. One that exists is valid. An edition is a data file, never code.
//! - [`answers`]: what one firm said, checked against a standard, and numbers as people type them.
//! - [`assess`]: the verdicts on the published conditions, the project's own index with its range, contradictions, and
//!   the trace that adds up to the index. Pure and total; integers only.
//! - [`plan`]: the cheapest set of changes that reaches a target, exactly; or why none does.
//! - [`editions`]: the same answers under several editions, and what becomes of each answer from one to another.
//! - [`programmes`]: which programme may fit a firm, and which of its published conditions are met under which reading.
//! - [`evidence`]: the documents that prove the answers, and who has to find out or obtain what.
//! - [`sensitivity`]: what a single answer would change, what to answer next.
//! - [`exchange`]: how answers travel and are checked: file, table, short code, conflicts of two answer sets.
//! - [`strings`]: the words of the interface, one constant for each language.
//! - `widget`: the Yew views. One reducer in `state`, a context for language, words and dispatch, and a folder for each
//!   place: `start`, `questions`, `result`, `plan`, `evidence`, `programmes`, `basis`; fields and the like
//!   in `components`. `kept` is the list of assessments beside the one at hand, `history` what can be undone, `dates`
//!   when a draft is due to be deleted. No input or output of its own.
//! - `web`: the only edge to JavaScript, storage and the window.
//!
//! What comes in is JSON text, read into a tree and checked place by place; what goes out is a struct that derives
//! `Serialize`, in the module of what it tells of: the same bytes natively and in JavaScript, and the types of
//! `www/readiness-check.d.ts`.
//!
//! The engine compiles without the last two: `cargo check --no-default-features --features places`. Without the feature
//! `places` there are neither the places behind the questions nor the engines for them: so is the first module built that a
//! browser loads. When the visitor asks for more, the whole module takes over: `web/handover`, `www/element/takeover.js`.

#[cfg_attr(not(feature = "places"), allow(unused_imports))]
pub mod answers;
pub mod assess;
pub mod document;
#[cfg(feature = "places")]
pub mod editions;
#[cfg(feature = "places")]
pub mod evidence;
#[cfg(feature = "places")]
pub mod exchange;
pub mod lang;
#[cfg(feature = "places")]
pub mod plan;
#[cfg(feature = "places")]
pub mod programmes;
#[cfg(feature = "places")]
pub mod sensitivity;
pub mod standard;
pub mod strings;
#[cfg(feature = "web")]
pub mod web;
#[cfg(feature = "widget")]
// Without the places some pieces that they share with the questions have nobody who uses them.
#[cfg_attr(not(feature = "places"), allow(dead_code, unused_imports))]
pub mod widget;
