//! The module once more as JavaScript, for where WebAssembly is missing or refused: the whole of it, in one piece, driven
//! by the same glue.

use crate::process::{program, run};
use crate::root;
use crate::setup::Build;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// What both tools may find in the module: see `split::FEATURES`.
const FEATURES: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];
/// Where translations are kept by what they were made from: one takes a quarter of a minute.
const KEPT: &str = "target/wasm2js";

/// The parts of the glue that only know WebAssembly, and what they become.
const GLUE: [[&str; 2]; 2] = [
    // Memory that grew is a new buffer; that of a translation does not detach the old one.
    [
        "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0.buffer !== wasm.memory.buffer",
    ],
    [
        "cachedUint8ArrayMemory0.byteLength === 0",
        "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer",
    ],
];

/// The glue, fit for the module and for its translation.
///
/// # Errors
/// Where the glue is not written as it was.
pub fn glue(glue: &str) -> Result<String> {
    let mut fit = glue.to_owned();
    for [was, becomes] in GLUE {
        if fit.matches(was).count() != 1 {
            bail!("the glue no longer says, once: {was}");
        }
        fit = fit.replace(was, becomes);
    }
    Ok(fit)
}

/// An ES module whose default export takes the imports of the module in `file` and gives its exports; each call makes an
/// instance. Not yet minified.
///
/// # Errors
/// Where binaryen fails, or writes what is not understood here.
pub fn translated(build: &Build, file: &Path) -> Result<String> {
    let wasm = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let digest = Sha256::digest(&wasm);
    let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let folder = root().join(KEPT);
    let kept = folder.join(format!("{name}.js"));
    if !kept.is_file() {
        println!("dist: wasm2js translates the module (about a quarter of a minute)");
        // Those of former modules.
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let (bare, part) = (folder.join("bare.wasm"), folder.join("part.js"));
        let strip = [
            "--strip-debug",
            "--strip-producers",
            "--duplicate-function-elimination",
        ];
        run(program(&build.wasm_opt)
            .args(FEATURES)
            .args(strip)
            .arg(file)
            .arg("-o")
            .arg(&bare))?;
        run(program(&build.wasm2js)
            .args(FEATURES)
            .arg("-O1")
            .arg(&bare)
            .arg("-o")
            .arg(&part))?;
        fs::rename(&part, &kept)?;
    }
    as_function(&fs::read_to_string(&kept)?)
}

/// What binaryen wrote, as a function: it writes a module that imports by name and makes one instance.
fn as_function(written: &str) -> Result<String> {
    let mut body = String::with_capacity(written.len());
    let mut imports = 0;
    for line in written.split_inclusive('\n') {
        if line.starts_with("import ") {
            imports += 1;
        } else {
            body.push_str(line);
        }
    }
    let Some((body, instance)) = body.split_once("\nvar retasmFunc = asmFunc(") else {
        bail!("wasm2js no longer makes its instance in one place");
    };
    let rest = instance
        .split_once(");\n")
        .context("wasm2js no longer ends its call")?
        .1;
    if imports != 1
        || rest
            .lines()
            .any(|line| !line.starts_with("export var ") && !line.trim().is_empty())
    {
        bail!("wasm2js no longer writes one import first and only exports last");
    }
    // What a browser throws for a trap has this name.
    let trap = "throw new Error('abort')";
    if body.matches(trap).count() != 1 {
        bail!("wasm2js no longer traps in one place");
    }
    let body = body.replace(
        trap,
        "throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' })",
    );
    Ok(format!(
        "export default function (imports) {{\n{body}\nreturn asmFunc(imports);\n}}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "import * as $_a from './a.js';\n\n  var bufferView;\n\
        function wasm2js_trap() { throw new Error('abort'); }\nfunction asmFunc(imports) {\n return { \"b\": 1 };\n}\n\n\
        var retasmFunc = asmFunc({\n  \"./a.js\": $_a,\n});\nexport var b = retasmFunc.b;\n";

    #[test]
    fn a_translation_becomes_a_function_of_its_imports() {
        let function = as_function(WRITTEN).expect("a translation");
        assert!(
            function.starts_with("export default function (imports) {\n"),
            "{function}"
        );
        assert!(
            function.ends_with("\nreturn asmFunc(imports);\n}\n"),
            "{function}"
        );
        assert!(
            function.contains("name: 'RuntimeError'") && function.contains("var bufferView;"),
            "{function}"
        );
        assert!(
            !function.contains("import ") && !function.contains("export var"),
            "{function}"
        );
    }

    #[test]
    fn a_translation_of_another_shape_is_refused() {
        for [was, becomes] in [
            ["import * as $_a from './a.js';\n", ""],
            ["var retasmFunc", "var other"],
            ["export var b", "start(); var b"],
            ["throw new Error('abort')", "return"],
        ] {
            assert!(WRITTEN.contains(was), "{was}");
            assert!(as_function(&WRITTEN.replace(was, becomes)).is_err(), "{was}");
        }
    }

    #[test]
    fn the_glue_is_changed_in_every_place_or_refused() {
        let whole = GLUE.map(|[was, _]| was).join("\n");
        let fit = glue(&whole).expect("the glue");
        assert!(!fit.contains("detached") && !fit.contains("byteLength"));
        for [was, _] in GLUE {
            assert!(glue(&whole.replace(was, "")).is_err(), "{was}");
        }
    }
}
