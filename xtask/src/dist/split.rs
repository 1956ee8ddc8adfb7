//! The module parted in two: what is needed at once, and what is loaded right after it.
//!
//! Both parts share one memory, one function table and the globals. A function that the first part may call and that
//! comes later is a stub there: it calls through a slot of the table, which the later part fills when it arrives. A
//! call before that traps. What the later part calls of the first is exported under a short name.
//!
//! ```text
//! first: call $screen -> stub: call_indirect slot 226 --.        .--> export "a": $element
//! later:                       (elem 226) $screen <-----'  ------'
//! ```

mod module;
mod names;
#[cfg(test)]
mod tests;
mod which;
mod write;

use anyhow::{Context, Result};
use module::Module;
use wasmparser::{Validator, WasmFeatures};

/// The name under which the later part imports the first.
pub const FIRST: &str = "first";

/// What both parts may use, and the whole before them: the first release of WebAssembly, and globals that change and are
/// shared between modules (Chromium 74, Firefox 61, Safari 13.1).
const FEATURES: WasmFeatures = WasmFeatures::WASM1;

/// A module in two parts.
#[derive(Clone, Debug)]
pub struct Parts {
    /// Imports and exports what the whole did, and exports what the later part needs.
    pub first: Vec<u8>,
    /// Imports from [`FIRST`] alone.
    pub later: Vec<u8>,
    /// How many functions the later part holds.
    pub moved: usize,
    /// How many of them the first part can call.
    pub stubs: usize,
}

/// Parts `module` by the names of its functions. Those of `later` (paths as `krate::module::`) move, with everything that
/// is reached only through them; see [`which::moved`] for what stays all the same. Neither part keeps names.
///
/// # Errors
/// Where the module is not valid or has no names, or where a part would not be valid.
pub fn split(module: &[u8], later: &[&str]) -> Result<Parts> {
    valid(module).context("the module before it is parted")?;
    let module = Module::read(module)?;
    let parting = which::moved(&module, later)?;
    let parts = write::parts(&module, &parting)?;
    valid(&parts.first).context("the first part")?;
    valid(&parts.later).context("the later part")?;
    Ok(parts)
}

/// Refuses what not every browser with WebAssembly can load.
///
/// # Errors
/// Where the module is not valid or uses more than [`FEATURES`].
pub fn valid(module: &[u8]) -> Result<()> {
    Validator::new_with_features(FEATURES).validate_all(module)?;
    Ok(())
}
