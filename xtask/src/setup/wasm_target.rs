//! The compiler that makes WebAssembly.
//!
//! Its ready-made standard library will not do: it is built for speed and for browsers of today. So the library is
//! built here once, from source, with the compiler at hand if rustup has or can get that source, or else with the
//! one of Debian's packages.

use crate::process::{find, output, program};
use crate::setup::cache::Cache;
use crate::setup::wasm_std::{self, Compiler};
use crate::setup::{announce, apt};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// What a build for the target needs of its environment.
#[derive(Debug)]
pub struct Target {
    /// A folder for the front of the search path.
    pub path: PathBuf,
    /// Variables; one without a value is taken out.
    pub environment: Vec<(&'static str, Option<OsString>)>,
}

/// Finds or makes a compiler for the target.
pub fn ensure(cache: &Cache) -> Result<Target> {
    let candidates = [at_hand(), of_system()];
    for compiler in candidates.into_iter().flatten() {
        if let Some(sysroot) = wasm_std::find(&compiler, cache) {
            return Ok(target(&compiler, &sysroot));
        }
    }
    let compiler = choose()?;
    let sysroot = wasm_std::make(&compiler, cache).context("the standard library for WebAssembly")?;
    Ok(target(&compiler, &sysroot))
}

/// A compiler with the source of its library and a linker, got if need be.
fn choose() -> Result<Compiler> {
    if let Some(compiler) = at_hand() {
        return Ok(compiler);
    }
    if find("rustup").is_some() {
        announce("rustup adds the source of the standard library", "some seconds");
        let added = program("rustup").args(["component", "add", "rust-src"]).status();
        if let (true, Some(compiler)) = (added.is_ok_and(|status| status.success()), at_hand()) {
            return Ok(compiler);
        }
        println!("set-up: rustup cannot add it here; the distribution's compiler can do as well");
    }
    if of_system().is_none() {
        apt::install(&PACKAGES, "about a minute")?;
    }
    match of_system() {
        Some(compiler) => Ok(compiler),
        None => bail!(
            "{} are installed, but bring no compiler with the source of its library and a linker",
            PACKAGES.join(", ")
        ),
    }
}

/// The compiler on the search path.
fn at_hand() -> Option<Compiler> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]))?;
    usable(Path::new(&sysroot))
}

/// The compiler of the system's packages.
fn of_system() -> Option<Compiler> {
    usable(Path::new("/usr"))
}

/// The compiler in a folder, if nothing is missing that is needed to build its library.
fn usable(sysroot: &Path) -> Option<Compiler> {
    let compiler =
        Compiler { rustc: sysroot.join("bin/rustc"), cargo: sysroot.join("bin/cargo"), linker: None };
    let source = sysroot.join("lib/rustlib/src/rust/library/std/Cargo.toml");
    if !(compiler.rustc.is_file() && compiler.cargo.is_file() && source.is_file()) {
        return None;
    }
    let own = compiler.host()?;
    let own = sysroot.join("lib/rustlib").join(own).join("bin/rust-lld");
    let linker = ["wasm-ld-22", "wasm-ld"].into_iter().find(|name| find(name).is_some());
    if !own.is_file() && linker.is_none() {
        return None;
    }
    Some(Compiler { linker: linker.filter(|_| !own.is_file()), ..compiler })
}

fn target(compiler: &Compiler, sysroot: &Path) -> Target {
    // Cargo does not look into a library: its name in a flag makes it build anew for another one.
    let library = sysroot.file_name().unwrap_or_default().to_string_lossy();
    let flags = wasm_std::encoded(compiler, &format!("--cfg=library=\"{library}\""));
    let mut environment = vec![
        ("CARGO_ENCODED_RUSTFLAGS", Some(flags.into())),
        // The toolchain that rustup chose for this process is not to be mixed in.
        ("RUSTUP_TOOLCHAIN", None),
        ("RUSTC", None),
    ];
    if let Some(linker) = compiler.linker {
        environment.push((wasm_std::LINKER, Some(linker.into())));
    }
    Target { path: sysroot.join("bin"), environment }
}
