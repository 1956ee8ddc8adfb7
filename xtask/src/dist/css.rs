//! What the styles say in new words, said once more in old ones, for the oldest browsers that run the widget.

use super::read;
use crate::root;
use anyhow::{Context, Result, bail};

/// The files of `www/style/`, in their order: what is said later stands above what is said before.
const STYLES: [&str; 16] = [
    "base",
    "frame",
    "controls",
    "sources",
    "start",
    "questions",
    "result",
    "plan",
    "evidence",
    "programmes",
    "basis",
    "exchange",
    "departments",
    "assessments",
    "adapt",
    "print",
];

/// Those of them that the start screen needs before the widget is there: a browser reads each rule before it paints.
const OF_START: [&str; 7] = ["base", "frame", "controls", "sources", "start", "assessments", "adapt"];

/// The styles of the widget as they are written.
///
/// # Errors
/// Where a file of them cannot be read.
pub fn styles() -> Result<String> {
    STYLES.into_iter().map(file).collect()
}

/// Those of the start screen.
///
/// # Errors
/// Where a file of them cannot be read.
pub fn styles_of_start() -> Result<String> {
    STYLES.into_iter().filter(|name| OF_START.contains(name)).map(file).collect()
}

fn file(name: &str) -> Result<String> {
    read(&root().join("www/style").join(name).with_extension("css"))
}

/// Shorthands of two sides that Chromium knows since 87 and Safari since 14.1.
const PAIRS: [&str; 4] = ["padding-block", "padding-inline", "margin-block", "margin-inline"];

/// The styles, with the width of the window where a browser does not know that of the container, and without shorthands
/// of two sides.
///
/// # Errors
/// Where a block is not closed or a value is not understood.
pub fn for_all(css: &str) -> Result<String> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("@container ") {
        let (before, from) = rest.split_at(at);
        let (block, after) = from.split_at(end_of_block(from).context("a container query is not closed")?);
        out.push_str(before);
        out.push_str(block);
        let media = block.replacen("@container ", "@media ", 1);
        out.push_str(&format!("\n@supports not (container-type: inline-size) {{ {media} }}"));
        rest = after;
    }
    out.push_str(rest);
    for pair in PAIRS {
        out = without(&out, pair)?;
    }
    Ok(out)
}

/// Where the first block of a text ends, behind its brace.
fn end_of_block(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 1 => return Some(at + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Styles with a shorthand of two sides written out.
fn without(css: &str, pair: &str) -> Result<String> {
    let named = format!("{pair}:");
    let mut parts = css.split(&named);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([';', '}']).with_context(|| format!("{pair} without an end"))?;
        let (value, after) = part.split_at(end);
        let sides: Vec<&str> = value.split_whitespace().collect();
        let (start, finish) = match sides.as_slice() {
            [both] => (both, both),
            [start, finish] => (start, finish),
            _ => bail!("{pair}:{value} is not understood"),
        };
        out.push_str(&format!("{pair}-start: {start}; {pair}-end: {finish}{after}"));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_container_query_has_one_of_the_window_beside_it() {
        assert_eq!(
            for_all("a{b:c}@container (min-width: 1px) { d { e: f; } }g{}").expect("styles"),
            "a{b:c}@container (min-width: 1px) { d { e: f; } }\n\
             @supports not (container-type: inline-size) { @media (min-width: 1px) { d { e: f; } } }g{}"
        );
        assert!(for_all("@container (x) { a { }").is_err());
    }

    #[test]
    fn shorthands_of_two_sides_are_written_out() {
        assert_eq!(
            for_all("a { padding-block: 1px 2px; margin-inline: auto }").expect("styles"),
            "a { padding-block-start: 1px; padding-block-end: 2px; margin-inline-start: auto; margin-inline-end: auto}"
        );
        assert!(for_all("a { margin-block: 1px 2px 3px }").is_err());
    }
}
