//! A module, taken apart as far as its parting needs.

use super::names;
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{
    ConstExpr, ElementItems, ElementKind, Export, FuncType, FunctionBody, GlobalType, KnownCustom,
    MemoryType, Name, Operator, Parser, Payload, TableType, TypeRef,
};

/// A module. Indexes are those of the module: imports stand before what is defined.
#[derive(Debug)]
pub struct Module<'a> {
    /// Every section but those without meaning for a run, in order: its number and its content.
    pub sections: Vec<(u8, &'a [u8])>,
    pub types: Vec<FuncType>,
    /// The type of each function.
    pub functions: Vec<u32>,
    /// How many functions are imported.
    pub imported: u32,
    pub table: TableType,
    pub memory: Option<MemoryType>,
    pub globals: Vec<GlobalType>,
    pub exports: Vec<Export<'a>>,
    pub start: Option<u32>,
    /// The function in each slot of the table that is filled.
    pub slots: BTreeMap<u32, u32>,
    /// The bodies of the functions that are not imported.
    pub bodies: Vec<FunctionBody<'a>>,
    /// What each function uses, imported ones included.
    pub uses: Vec<Uses>,
    /// The names of the functions, without hashes.
    pub names: BTreeMap<u32, String>,
}

/// What a function uses directly.
#[derive(Debug, Default)]
pub struct Uses {
    pub functions: BTreeSet<u32>,
    pub globals: BTreeSet<u32>,
}

impl<'a> Module<'a> {
    /// Reads a module that is valid.
    ///
    /// # Errors
    /// Where it has what a module of ours does not: no table or several, slots filled in a way that only a run knows.
    pub fn read(bytes: &'a [u8]) -> Result<Module<'a>> {
        let mut sections = Vec::new();
        let (mut types, mut functions, mut globals, mut exports) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut tables, mut memory, mut start) = (Vec::new(), None, None);
        let (mut slots, mut bodies, mut names) = (BTreeMap::new(), Vec::new(), BTreeMap::new());
        let mut imported = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            if let Some((number, range)) = payload.as_section()
                && number != 0
            {
                sections.push((number, &bytes[usize_of(range.start)?..usize_of(range.end)?]));
            }
            match payload {
                Payload::TypeSection(reader) => {
                    types = reader.into_iter_err_on_gc_types().collect::<Result<_, _>>()?;
                }
                Payload::ImportSection(reader) => {
                    for import in reader.into_imports() {
                        match import?.ty {
                            TypeRef::Func(of_type) => functions.push(of_type),
                            TypeRef::Table(table) => tables.push(table),
                            TypeRef::Memory(found) => memory = Some(found),
                            TypeRef::Global(global) => globals.push(global),
                            _ => bail!("an import that is neither function, table, memory nor global"),
                        }
                    }
                    imported = u32::try_from(functions.len())?;
                }
                Payload::FunctionSection(reader) => {
                    for of_type in reader {
                        functions.push(of_type?);
                    }
                }
                Payload::TableSection(reader) => {
                    for table in reader {
                        tables.push(table?.ty);
                    }
                }
                Payload::MemorySection(reader) => {
                    for found in reader {
                        memory = Some(found?);
                    }
                }
                Payload::GlobalSection(reader) => {
                    for global in reader {
                        globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(reader) => exports = reader.into_iter().collect::<Result<_, _>>()?,
                Payload::StartSection { func, .. } => start = Some(func),
                Payload::ElementSection(reader) => {
                    for element in reader {
                        let element = element?;
                        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(listed)) =
                            (element.kind, element.items)
                        else {
                            bail!("slots of the table are filled by other means than a list of functions");
                        };
                        let offset = constant(&offset_expr)?;
                        for (slot, function) in (offset..).zip(listed) {
                            slots.insert(slot, function?);
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(reader) = custom.as_known() {
                        for part in reader {
                            if let Name::Function(listed) = part? {
                                for named in listed {
                                    let named = named?;
                                    names.insert(named.index, names::without_hashes(named.name));
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        let [table] = tables[..] else {
            bail!("{} tables; one is needed", tables.len());
        };
        let mut uses: Vec<Uses> = (0..imported).map(|_| Uses::default()).collect();
        for body in &bodies {
            uses.push(Uses::of(body)?);
        }
        Ok(Module {
            sections,
            types,
            functions,
            imported,
            table,
            memory,
            globals,
            exports,
            start,
            slots,
            bodies,
            uses,
            names,
        })
    }

    /// The body of a function; none of an imported one.
    pub fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }
}

impl Uses {
    fn of(body: &FunctionBody) -> Result<Uses> {
        let mut uses = Uses::default();
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index } => uses.functions.insert(function_index),
                Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                    uses.globals.insert(global_index)
                }
                _ => false,
            };
        }
        Ok(uses)
    }
}

/// The number that an expression of one constant stands for.
fn constant(expression: &ConstExpr) -> Result<u32> {
    let mut operators = expression.get_operators_reader();
    match operators.read()? {
        // Slots are counted without a sign; the instruction has none either.
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => bail!("a slot of the table whose number only a run knows"),
    }
}

fn usize_of(offset: u64) -> Result<usize> {
    Ok(usize::try_from(offset)?)
}
