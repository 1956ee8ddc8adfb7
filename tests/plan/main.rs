//! Proves the planner: worked by hand on small standards, and against exhaustive search on generated ones.

mod cases;
mod course;
#[path = "../laws/draw.rs"]
mod draw;
mod exhaustive;
#[path = "../laws/generate.rs"]
#[allow(dead_code, reason = "the laws use more of it")]
mod generate;
mod large;
#[path = "../laws/oracle.rs"]
#[allow(dead_code, reason = "the laws use more of it")]
mod oracle;
mod proof;
#[path = "../standard/mod.rs"]
mod standard;
mod typed;
