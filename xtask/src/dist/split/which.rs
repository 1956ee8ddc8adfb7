//! Which functions move into the later part.

use super::module::Module;
use super::names::{is_door, serves_a_closure};
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use wasmparser::ExternalKind;

/// What moves.
#[derive(Debug)]
pub struct Parting {
    /// The functions of the later part.
    pub later: BTreeSet<u32>,
    /// The functions of the first part. What is in neither is never called.
    pub first: BTreeSet<u32>,
}

/// Parts the functions.
///
/// What is exported stays, and what stands in the table, and all that these reach without passing through a door: a
/// function or a method written in a later module, whose callers know that the later part is there. So a function that
/// the first part needs at once stays whatever its name, as the drop of a field that a later module gives a type to. Of
/// what stands in the table, doors move, and what serves a closure that only later code makes.
///
/// # Errors
/// Where the functions have no names.
pub fn moved(module: &Module, later: &[&str]) -> Result<Parting> {
    if module.names.is_empty() {
        bail!("the functions of the module have no names, by which it is parted");
    }
    let name = |function: u32| module.names.get(&function).map_or("", String::as_str);
    let exported = module
        .exports
        .iter()
        .filter(|export| export.kind == ExternalKind::Func);
    let roots: BTreeSet<u32> = exported.map(|export| export.index).chain(module.start).collect();
    let is_door = |function: u32| {
        !roots.contains(&function) && function >= module.imported && is_door(name(function), later)
    };
    let in_table: BTreeSet<u32> = module.slots.values().copied().collect();
    let (later_in_table, first_in_table): (BTreeSet<u32>, BTreeSet<u32>) = in_table
        .into_iter()
        .partition(|function| is_door(*function) || serves_a_closure(name(*function), later));

    let mut doors = BTreeSet::new();
    let all: Vec<u32> = roots.union(&first_in_table).copied().collect();
    let first = reached(module, all, |function| {
        let door = is_door(function);
        if door {
            doors.insert(function);
        }
        !door
    });
    let beginnings = doors.into_iter().chain(later_in_table);
    let later = reached(
        module,
        beginnings.filter(|function| !first.contains(function)).collect(),
        |function| !first.contains(&function) && function >= module.imported,
    );
    Ok(Parting { later, first })
}

/// Everything that is called from `from`, which is part of it, as far as `goes` lets it.
fn reached(module: &Module, from: Vec<u32>, mut goes: impl FnMut(u32) -> bool) -> BTreeSet<u32> {
    let mut found: BTreeSet<u32> = from.iter().copied().collect();
    let mut open = from;
    while let Some(function) = open.pop() {
        for &called in &module.uses[function as usize].functions {
            if !found.contains(&called) && goes(called) {
                found.insert(called);
                open.push(called);
            }
        }
    }
    found
}
