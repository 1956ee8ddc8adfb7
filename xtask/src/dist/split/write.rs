//! The two parts as bytes.

use super::module::Module;
use super::which::Parting;
use super::{FIRST, Parts};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, RawSection, SectionId, TableSection, TypeSection,
};

/// Writes both parts.
///
/// # Errors
/// Where a body cannot be written anew.
pub fn parts(module: &Module, parting: &Parting) -> Result<Parts> {
    let shared = Shared::of(module, parting)?;
    Ok(Parts {
        first: first(module, parting, &shared)?,
        later: later(module, parting, &shared)?,
        moved: parting.later.len(),
        stubs: shared.stubs.len(),
    })
}

/// What the parts agree on.
struct Shared {
    /// The slots of the table that the later part fills.
    slots: BTreeMap<u32, u32>,
    /// The functions that the first part calls through a slot, with one slot of each.
    stubs: BTreeMap<u32, u32>,
    /// How many slots are added to the table.
    added: u32,
    /// What the later part imports from the first.
    links: Vec<Link>,
}

/// Something of the first part that the later one uses.
struct Link {
    kind: ExportKind,
    index: u32,
    name: String,
    /// Whether the whole did not export it.
    is_new: bool,
}

impl Shared {
    fn of(module: &Module, parting: &Parting) -> Result<Shared> {
        let filled = module.slots.iter().map(|(slot, function)| (*slot, *function));
        let mut slots: BTreeMap<u32, u32> = filled
            .filter(|(_, function)| parting.later.contains(function))
            .collect();
        let mut slot_of: BTreeMap<u32, u32> =
            slots.iter().map(|(slot, function)| (*function, *slot)).collect();
        let size = u32::try_from(module.table.initial)?;
        let mut added = 0;
        let mut stubs = BTreeMap::new();
        for function in called_by(module, &parting.first).intersection(&parting.later) {
            let slot = *slot_of.entry(*function).or_insert_with(|| {
                added += 1;
                size + added - 1
            });
            slots.insert(slot, *function);
            stubs.insert(*function, slot);
        }

        let mut needed: Vec<(ExportKind, u32)> = vec![(ExportKind::Table, 0)];
        needed.extend(module.memory.map(|_| (ExportKind::Memory, 0)));
        let used = parting
            .later
            .iter()
            .flat_map(|function| &module.uses[*function as usize].globals);
        let globals: BTreeSet<u32> = used.copied().collect();
        needed.extend(globals.into_iter().map(|global| (ExportKind::Global, global)));
        let functions = called_by(module, &parting.later);
        let functions = functions.difference(&parting.later);
        needed.extend(functions.map(|function| (ExportKind::Func, *function)));

        let taken: BTreeSet<&str> = module.exports.iter().map(|export| export.name).collect();
        let mut free = (0..).map(short).filter(|name| !taken.contains(name.as_str()));
        let mut links = Vec::new();
        for (kind, index) in needed {
            let known = module
                .exports
                .iter()
                .find(|export| ExportKind::from(export.kind) == kind && export.index == index);
            let name = match known {
                Some(export) => export.name.to_owned(),
                None => free.next().context("no name is left")?,
            };
            links.push(Link {
                kind,
                index,
                name,
                is_new: known.is_none(),
            });
        }
        Ok(Shared {
            slots,
            stubs,
            added,
            links,
        })
    }
}

/// Every function that one of these calls.
fn called_by(module: &Module, functions: &BTreeSet<u32>) -> BTreeSet<u32> {
    let uses = functions
        .iter()
        .map(|function| &module.uses[*function as usize].functions);
    uses.flatten().copied().collect()
}

/// The short name with this number: `a` to `z`, `aa`, `ab` …
fn short(number: u32) -> String {
    let mut name = Vec::new();
    let mut rest = number + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    name.into_iter().collect()
}

fn first(module: &Module, parting: &Parting, shared: &Shared) -> Result<Vec<u8>> {
    // What stands in the table for a function of the later part until that arrives: it traps.
    let absent = u32::try_from(module.functions.len())?;
    let mut out = wasm_encoder::Module::new();
    for &(number, content) in &module.sections {
        if number == SectionId::Function as u8 {
            let mut functions = FunctionSection::new();
            let defined = &module.functions[module.imported as usize..];
            defined.iter().chain([&0]).for_each(|of_type| {
                functions.function(*of_type);
            });
            out.section(&functions);
        } else if number == SectionId::Table as u8 {
            out.section(TableSection::new().table(table(module, shared)?));
        } else if number == SectionId::Export as u8 {
            let mut exports = ExportSection::new();
            for export in &module.exports {
                exports.export(export.name, export.kind.into(), export.index);
            }
            for link in shared.links.iter().filter(|link| link.is_new) {
                exports.export(&link.name, link.kind, link.index);
            }
            out.section(&exports);
        } else if number == SectionId::Element as u8 {
            let kept = module
                .slots
                .iter()
                .map(|(slot, function)| match parting.later.contains(function) {
                    true => (*slot, absent),
                    false => (*slot, *function),
                });
            out.section(&elements(kept));
        } else if number == SectionId::Code as u8 {
            out.section(&first_code(module, parting, shared));
        } else {
            out.section(&RawSection {
                id: number,
                data: content,
            });
        }
    }
    Ok(out.finish())
}

fn first_code(module: &Module, parting: &Parting, shared: &Shared) -> CodeSection {
    let mut code = CodeSection::new();
    for (function, body) in (module.imported..).zip(&module.bodies) {
        if parting.first.contains(&function) {
            code.raw(body.as_bytes());
            continue;
        }
        let of_type = module.functions[function as usize];
        let mut stub = Function::new([]);
        let mut instructions = stub.instructions();
        match shared.stubs.get(&function) {
            Some(slot) => {
                let parameters = module.types[of_type as usize].params().len();
                (0..).take(parameters).for_each(|parameter| {
                    instructions.local_get(parameter);
                });
                instructions
                    .i32_const(slot.cast_signed())
                    .call_indirect(0, of_type);
            }
            None => {
                instructions.unreachable();
            }
        }
        instructions.end();
        code.function(&stub);
    }
    let mut absent = Function::new([]);
    absent.instructions().unreachable().end();
    code.function(&absent);
    code
}

/// The table of the module, with the added slots.
fn table(module: &Module, shared: &Shared) -> Result<wasm_encoder::TableType> {
    let mut table = RoundtripReencoder.table_type(module.table)?;
    table.minimum += u64::from(shared.added);
    table.maximum = table.maximum.map(|most| most + u64::from(shared.added));
    Ok(table)
}

/// Slots with their functions, as few lists as there are gaps.
fn elements(slots: impl Iterator<Item = (u32, u32)>) -> ElementSection {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == slot as usize => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    let mut section = ElementSection::new();
    for (start, run) in runs {
        let offset = ConstExpr::i32_const(start.cast_signed());
        section.active(None, &offset, Elements::Functions(run.into()));
    }
    section
}

fn later(module: &Module, parting: &Parting, shared: &Shared) -> Result<Vec<u8>> {
    let mut moved = Moved::default();
    let mut types = TypeSection::new();
    for of_type in &module.types {
        types
            .ty()
            .func_type(&RoundtripReencoder.func_type(of_type.clone())?);
    }
    let mut imports = ImportSection::new();
    for Link {
        kind, index, name, ..
    } in &shared.links
    {
        let (index, at) = (*index, *index as usize);
        let entity = match kind {
            ExportKind::Func => {
                moved
                    .functions
                    .insert(index, u32::try_from(moved.functions.len())?);
                EntityType::Function(module.functions[at])
            }
            ExportKind::Global => {
                moved.globals.insert(index, u32::try_from(moved.globals.len())?);
                EntityType::Global(RoundtripReencoder.global_type(module.globals[at])?)
            }
            ExportKind::Table => EntityType::Table(table(module, shared)?),
            _ => EntityType::Memory(RoundtripReencoder.memory_type(module.memory.context("the memory")?)?),
        };
        imports.import(FIRST, name, entity);
    }
    let mut functions = FunctionSection::new();
    for function in &parting.later {
        functions.function(module.functions[*function as usize]);
        moved
            .functions
            .insert(*function, u32::try_from(moved.functions.len())?);
    }
    let mut code = CodeSection::new();
    for function in &parting.later {
        let body = module.body(*function).context("a function without a body")?;
        moved.parse_function_body(&mut code, body.clone())?;
    }
    let slots = shared
        .slots
        .iter()
        .map(|(slot, function)| (*slot, moved.functions[function]));
    let mut out = wasm_encoder::Module::new();
    out.section(&types)
        .section(&imports)
        .section(&functions)
        .section(&elements(slots))
        .section(&code);
    Ok(out.finish())
}

/// The indexes that functions and globals of the whole have in the later part.
#[derive(Default)]
struct Moved {
    functions: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
}

/// A function or a global that is in neither part.
#[derive(Debug)]
struct InNeither(u32);

impl std::error::Error for InNeither {}

impl fmt::Display for InNeither {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the function or global {} is in neither part", self.0)
    }
}

impl Reencode for Moved {
    type Error = InNeither;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<InNeither>> {
        index(&self.functions, function)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<InNeither>> {
        index(&self.globals, global)
    }
}

fn index(known: &BTreeMap<u32, u32>, index: u32) -> Result<u32, Error<InNeither>> {
    known
        .get(&index)
        .copied()
        .ok_or(Error::UserError(InNeither(index)))
}
