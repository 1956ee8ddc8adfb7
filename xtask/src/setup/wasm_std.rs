//! Rust's standard library for WebAssembly, built from source: small, fit for link-time optimisation, and free of what
//! browsers before 2021 do not know.
//!
//! It lies in a sysroot of its own. The name of that folder is made from the compiler and from every flag, so that
//! a library of another compiler or of other flags is never taken for this one.

use crate::process::{output, program, run};
use crate::setup::announce;
use crate::setup::cache::Cache;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::env;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
const NAME: &str = "std-of-wasm";
const CARGO_FLAGS: [&str; 6] = [
    "build",
    "--release",
    "--target",
    TARGET,
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];
const OPT_LEVEL: &str = "z";

/// Flags of the compiler, for the library and for what is built upon it: only instructions that every browser with
/// WebAssembly knows.
const FLAGS: [&str; 1] = ["-Ctarget-cpu=mvp"];
/// The flag for the library alone: what link-time optimisation needs.
const LIBRARY_FLAG: &str = "-Cembed-bitcode=yes";

/// The variable that names the linker.
pub const LINKER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER";

/// A compiler, and what goes with it.
#[derive(Debug)]
pub struct Compiler {
    /// The compiler itself, not rustup's stand-in.
    pub rustc: PathBuf,
    /// Its cargo.
    pub cargo: PathBuf,
    /// A linker on the search path, where it has none of its own.
    pub linker: Option<&'static str>,
}

impl Compiler {
    /// The triple of the machine it runs on.
    pub fn host(&self) -> Option<String> {
        let version = self.version()?;
        version.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned)
    }

    /// Flags that keep the paths of this machine out of messages.
    pub fn remapped_paths(&self) -> Vec<String> {
        let library = self.rustc.parent().and_then(Path::parent);
        let library = library.map(|sysroot| (sysroot.join("lib/rustlib/src/rust"), "rust"));
        let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
        let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
        let crates = cargo_home.map(|folder| (folder.join("registry/src"), "crates"));
        let both = [library, crates].into_iter().flatten();
        both.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect()
    }

    fn version(&self) -> Option<String> {
        output(clean(&self.rustc).arg("-vV"))
    }
}

/// The sysroot of this compiler, if it was made with the flags of today.
pub fn find(compiler: &Compiler, cache: &Cache) -> Option<PathBuf> {
    let stamp = stamp(compiler)?;
    let sysroot = cache.find(&folder_name(&stamp))?;
    let written = fs::read_to_string(sysroot.join("stamp")).ok()?;
    (written == stamp).then_some(sysroot)
}

/// Builds the library and a sysroot around it. `bin/rustc` in it is the compiler with this sysroot.
///
/// # Errors
/// Where the compiler cannot be asked or the build fails.
pub fn make(compiler: &Compiler, cache: &Cache) -> Result<PathBuf> {
    let Some(stamp) = stamp(compiler) else {
        bail!("`{} -vV` does not answer", compiler.rustc.display());
    };
    announce("builds Rust's standard library for WebAssembly", "about a minute");
    let name = folder_name(&stamp);
    cache.make(&name, |folder| {
        let work = folder.join("work");
        let built = build(compiler, &work)?;
        let library = folder.join("lib/rustlib").join(TARGET).join("lib");
        fs::create_dir_all(&library)?;
        let mut count = 0;
        for entry in fs::read_dir(built)? {
            let file = entry?.path();
            let is_library = file.extension().is_some_and(|ending| ending == "rlib");
            let file_name = file.file_name().unwrap_or_default().to_owned();
            let own = file_name.to_string_lossy().starts_with("libstd_of_wasm-");
            if is_library && !own {
                fs::copy(&file, library.join(file_name))?;
                count += 1;
            }
        }
        if count == 0 {
            bail!("the build left no library");
        }
        fs::remove_dir_all(&work)?;
        wrap(compiler, folder)?;
        fs::write(folder.join("stamp"), &stamp)?;
        Ok(())
    })
}

/// The compiler in full and every flag.
fn stamp(compiler: &Compiler) -> Option<String> {
    let version = compiler.version()?;
    let path = compiler.rustc.display();
    let cargo = CARGO_FLAGS.join(" ");
    let flags = FLAGS.join(" ");
    Some(format!("{path}\n{version}\n{cargo}\n{flags} {LIBRARY_FLAG} opt-level={OPT_LEVEL}\n"))
}

/// [`FLAGS`] and more, as cargo takes them from its environment.
pub fn encoded(compiler: &Compiler, more: &str) -> String {
    let mut all = FLAGS.map(str::to_owned).to_vec();
    all.extend(compiler.remapped_paths());
    all.push(more.to_owned());
    all.join("\u{1f}")
}

fn folder_name(stamp: &str) -> String {
    let release = stamp.lines().find_map(|line| line.strip_prefix("release: "));
    let digest = Sha256::digest(stamp);
    let short: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{NAME}-{}-{short}", release.unwrap_or("unknown"))
}

/// A program outside rustup: the toolchain that rustup chose for this process is not its own.
fn clean(name: &Path) -> Command {
    let mut command = program(name);
    for key in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
        command.env_remove(key);
    }
    command
}

/// Builds an empty crate, and with it the library; gives the folder with its parts.
fn build(compiler: &Compiler, work: &Path) -> Result<PathBuf> {
    fs::create_dir_all(work.join("src"))?;
    fs::write(
        work.join("Cargo.toml"),
        format!("[package]\nname = \"{NAME}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n"),
    )?;
    fs::write(work.join("src/lib.rs"), "#![no_std]\n")?;
    let target = work.join("target");
    let mut cargo = clean(&compiler.cargo);
    cargo
        .current_dir(work)
        .args(CARGO_FLAGS)
        .arg("--quiet")
        .env("RUSTC", &compiler.rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", encoded(compiler, LIBRARY_FLAG))
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", OPT_LEVEL);
    if let Some(linker) = compiler.linker {
        cargo.env(LINKER, linker);
    }
    run(&mut cargo)?;
    Ok(target.join(TARGET).join("release/deps"))
}

/// Puts the compiler's own cargo and a `rustc` that knows the new sysroot side by side.
fn wrap(compiler: &Compiler, folder: &Path) -> Result<()> {
    let own = output(clean(&compiler.rustc).args(["--print", "sysroot"])).context("no sysroot")?;
    let host = compiler.host().context("no host")?;
    let of_host = Path::new(&own).join("lib/rustlib").join(&host);
    symlink(of_host, folder.join("lib/rustlib").join(host))?;
    let bin = folder.join("bin");
    fs::create_dir_all(&bin)?;
    symlink(&compiler.cargo, bin.join("cargo"))?;
    let script = format!(
        "#!/bin/sh\n\
         exec \"{}\" --sysroot \"$(dirname \"$(dirname \"$0\")\")\" \"$@\"\n",
        compiler.rustc.display()
    );
    let rustc = bin.join("rustc");
    fs::write(&rustc, script)?;
    fs::set_permissions(&rustc, fs::Permissions::from_mode(0o755))?;
    Ok(())
}
