//! Short names for what the module imports. wasm-bindgen ends each with a digest that nothing compresses, once in the
//! module and once in the glue.

use anyhow::{Result, bail};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// The module and its glue with short names between them.
///
/// # Errors
/// Where the module cannot be read, or the glue does not name each import once.
pub fn shortened(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let (module, names) = renamed(module)?;
    let mut told = BTreeMap::new();
    let mut short = String::new();
    for word in words(glue) {
        match names.get(word) {
            Some(name) => {
                *told.entry(word).or_insert(0) += 1;
                short.push_str(name);
            }
            None => short.push_str(word),
        }
    }
    if let Some(name) = names.keys().find(|name| told.get(name.as_str()) != Some(&1)) {
        bail!("the glue does not name the import {name} once");
    }
    Ok((module, short))
}

/// The module with its imports under short names, and these by the former ones.
fn renamed(module: &[u8]) -> Result<(Vec<u8>, BTreeMap<String, String>)> {
    let mut names = BTreeMap::new();
    let mut to = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let Payload::ImportSection(reader) = payload {
            let mut section = ImportSection::new();
            for import in reader.into_imports() {
                let import = import?;
                let next = format!("i{}", names.len());
                let name: &String = names.entry(import.name.to_owned()).or_insert(next);
                section.import(import.module, name, RoundtripReencoder.entity_type(import.ty)?);
            }
            to.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            to.section(&RawSection {
                id,
                data: &module[usize::try_from(range.start)?..usize::try_from(range.end)?],
            });
        }
    }
    Ok((to.finish(), names))
}

/// Names and what is between them, in turn.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    text.split_inclusive(move |c| !of_name(c)).flat_map(move |piece| {
        let name = piece.trim_end_matches(|c| !of_name(c));
        [name, &piece[name.len()..]]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import0 = { __wbg_now_46: () => 1, __wbg_now_463: a => a.__wbg_now_46$ };";

    fn module() -> Vec<u8> {
        wat::parse_str(
            r#"(module
                (import "m" "__wbg_now_463" (func (param i32)))
                (import "m" "__wbg_now_46" (func (result i32)))
                (func (export "run") (result i32) (call 0 (i32.const 7)) (call 1)))"#,
        )
        .expect("module")
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let (short, glue) = shortened(&module(), GLUE).expect("shortened");
        assert_eq!(glue, "import0 = { i1: () => 1, i0: a => a.__wbg_now_46$ };");
        let expected = r#"(module
            (import "m" "i0" (func (param i32)))
            (import "m" "i1" (func (result i32)))
            (func (export "run") (result i32) (call 0 (i32.const 7)) (call 1)))"#;
        assert_eq!(short, wat::parse_str(expected).expect("module"));
    }

    #[test]
    fn glue_that_names_an_import_twice_or_not_at_all_is_refused() {
        assert!(shortened(&module(), &GLUE.replace("__wbg_now_46:", "other:")).is_err());
        assert!(shortened(&module(), &GLUE.replace("import0", "__wbg_now_463")).is_err());
    }
}
