//! The one-file edition: every file of the build within a page that asks for nothing and opens from a folder. A browser
//! loads neither modules nor data from `file:`; so the scripts become functions, and what they fetch is beside them.

use super::build;
use super::names::Names;
use crate::setup::Build;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

const PAGE: &str = "offline.html";
const LOADER: &str = "readiness-check.js";

/// Fills the page in `folder` with the files of the build that lie there.
///
/// # Errors
/// Where the page has no place for them, or a script is not understood.
pub fn write(build: &Build, folder: &Path, names: &Names) -> Result<()> {
    let page = folder.join(PAGE);
    let template = fs::read_to_string(&page).with_context(|| format!("www/{PAGE} is missing"))?;
    let mut files = Map::new();
    let mut scripts = String::new();
    let mut all: Vec<String> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    all.sort();
    for name in all {
        if !(name == LOADER || name.contains(names.hash())) {
            continue;
        }
        let content = fs::read(folder.join(&name))?;
        if name.ends_with(".js") {
            let script = build::as_function(build, &imports_replaced(&String::from_utf8(content)?))?;
            scripts.push_str(&format!(
                "scripts[\"{name}\"] = function () {{ {script}; return offlineModule; }};\n"
            ));
        } else if name.ends_with(".wasm") {
            files.insert(name, super::pages::base64(&content).into());
        } else {
            files.insert(name, String::from_utf8(content)?.into());
        }
    }
    let files = within_script(&Value::Object(files).to_string());
    let filled = filled(
        &template,
        &[("__FILES__", &files), ("__SCRIPTS__", &script_safe(&scripts)?)],
    )?;
    fs::write(&page, filled).with_context(|| format!("{PAGE} cannot be written"))
}

/// A script that asks this page for what it would import.
fn imports_replaced(script: &str) -> String {
    let mut parts = script.split("import(");
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = replaced.ends_with(|last: char| last.is_alphanumeric() || "_$.".contains(last));
        replaced.push_str(if named { "import(" } else { "offlineImport(" });
        replaced.push_str(part);
    }
    replaced
}

/// JSON that cannot end the script around it.
fn within_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// A script that cannot end the one around it.
fn script_safe(script: &str) -> Result<String> {
    let low = script.to_ascii_lowercase();
    if low.contains("</script") || low.contains("<!--") {
        bail!("a script contains what would end the script around it");
    }
    Ok(script.to_owned())
}

/// The template with each placeholder, which must stand there once, replaced; nothing is replaced within what was put in.
fn filled(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut page = String::new();
    let mut rest = template;
    for (placeholder, value) in values {
        let (before, after) = rest
            .split_once(placeholder)
            .with_context(|| format!("www/{PAGE} lacks the placeholder {placeholder}"))?;
        page.push_str(before);
        page.push_str(value);
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_imports_are_replaced() {
        assert_eq!(
            imports_replaced("import(a);x.import(b);reimport(c);import.meta;await import(d)"),
            "offlineImport(a);x.import(b);reimport(c);import.meta;await offlineImport(d)"
        );
    }

    #[test]
    fn nothing_ends_the_script_and_nothing_is_filled_twice() {
        assert_eq!(
            within_script("{\"a\":\"</script>\"}"),
            "{\"a\":\"\\u003c/script>\"}"
        );
        assert!(
            script_safe("a</SCRIPT>").is_err()
                && script_safe("a<!--b").is_err()
                && script_safe("a<b").is_ok()
        );
        let page = filled("<A><B>", &[("<A>", "<B>"), ("<B>", "b")]).expect("filled");
        assert_eq!(page, "<B>b");
        assert!(filled("<A>", &[("<A>", ""), ("<B>", "")]).is_err());
    }
}
