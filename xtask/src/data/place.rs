//! JSON pointers into the files.

use super::tree::Tree;

/// The pointer to `key` under `parent`.
pub fn child(parent: &str, key: &str) -> String {
    format!("{parent}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The pointer to what holds `pointer`; `None` for the whole document.
pub fn parent(pointer: &str) -> Option<&str> {
    pointer.rfind('/').map(|end| &pointer[..end])
}

/// The file that a pointer into a standard with its sources leads to.
pub fn source_and_pointer<'t>(pointer: &str, standard: &'t Tree, sources: &'t Tree) -> (&'t Tree, String) {
    let in_sources = pointer == "/sources" || pointer.starts_with("/sources/");
    (if in_sources { sources } else { standard }, pointer.to_owned())
}
