//! Proves that the layers of the crate import each other only as the table says, that the engine is free of floats
//! and hash maps, that nothing but `web` touches JavaScript, storage, network or clock, and that no files of the widget
//! import each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and what it may import: the arrows of the design, written out.
const MAY_IMPORT: [(&str, &[&str]); 14] = [
    ("document", &[]),
    ("lang", &[]),
    ("standard", &["document", "lang"]),
    ("answers", &["document", "lang", "standard"]),
    ("assess", &["document", "lang", "standard", "answers"]),
    ("plan", &["document", "lang", "standard", "answers", "assess"]),
    ("editions", &["document", "lang", "standard", "answers", "assess"]),
    (
        "programmes",
        &["document", "lang", "standard", "answers", "assess"],
    ),
    ("evidence", &["document", "lang", "standard", "answers", "assess"]),
    ("sensitivity", &["standard", "answers", "assess"]),
    ("exchange", &["document", "lang", "standard", "answers", "assess"]),
    ("strings", &["lang"]),
    (
        "widget",
        &[
            "document",
            "lang",
            "standard",
            "answers",
            "assess",
            "plan",
            "editions",
            "programmes",
            "evidence",
            "sensitivity",
            "exchange",
            "strings",
        ],
    ),
    (
        "web",
        &[
            "document",
            "lang",
            "standard",
            "answers",
            "assess",
            "plan",
            "programmes",
            "exchange",
            "strings",
            "widget",
        ],
    ),
];

/// Words of the code and the layers that may have them.
const ONLY_IN: [(&[&str], &[&str]); 4] = [
    (&["yew", "web_sys"], &["widget", "web"]),
    (&["js_sys", "gloo", "serde_wasm_bindgen"], &["web"]),
    (
        &[
            "local_storage",
            "session_storage",
            "Storage",
            "StorageEvent",
            "fetch",
            "fetch_with_str",
            "Request",
            "XmlHttpRequest",
            "WebSocket",
            "EventSource",
            "send_beacon",
            "Date",
            "Instant",
            "SystemTime",
            "performance",
            "random",
            "Timeout",
            "Interval",
        ],
        &["web"],
    ),
    (&["unsafe"], &[]),
];

/// The layers that do the calculations.
const ENGINE: [&str; 7] = [
    "assess",
    "plan",
    "editions",
    "programmes",
    "evidence",
    "sensitivity",
    "exchange",
];

/// Words that the engine must not have.
const NOT_IN_THE_ENGINE: [&str; 6] = ["f32", "f64", "HashMap", "HashSet", "RandomState", "env"];

/// A file of `src/`: its module, and its text without comments, texts and tests.
struct File {
    path: PathBuf,
    /// The names of its module below the crate; none for `lib.rs`.
    module: Vec<String>,
    code: String,
}

fn files() -> Vec<File> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&src, &mut paths);
    paths.sort();
    let file = |path: PathBuf| {
        let below = path.strip_prefix(&src).expect("a file of src").with_extension("");
        let module = below.iter().map(|name| name.to_str().expect("UTF-8").to_owned());
        let module = module.filter(|name| name != "lib" && name != "mod").collect();
        let code = without_tests(&bare(&fs::read_to_string(&path).expect("a file of src")));
        File { path, module, code }
    };
    paths.into_iter().map(file).collect()
}

/// The code without comments, and with its texts emptied.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let raw = rest.strip_prefix('r').map(|rest| rest.trim_start_matches('#'));
        let hashes = raw.map_or(0, |raw| rest.len() - raw.len() - 1);
        let in_word = bare.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if raw.is_some_and(|raw| raw.starts_with('"')) && !in_word {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = hashes + 2;
            rest[start..]
                .find(&end)
                .map_or(rest.len(), |at| start + at + end.len())
        } else if first == '"' {
            let mut escaped = false;
            let end = rest.char_indices().skip(1).find(|(_, c)| {
                let ends = *c == '"' && !escaped;
                escaped = *c == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |(end, _)| end + 1)
        } else if rest.starts_with("'\"'") {
            3
        } else {
            bare.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        bare.push(' ');
        rest = &rest[skipped..];
    }
    bare
}

/// The code without its tests, which come last in a file.
fn without_tests(code: &str) -> String {
    code.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

/// The words of the code, each with the text after it.
fn words(code: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = code;
    std::iter::from_fn(move || {
        let start = rest.find(is_part)?;
        let word = &rest[start..];
        let end = word.find(|c| !is_part(c)).unwrap_or(word.len());
        rest = &word[end..];
        Some((&word[..end], rest))
    })
}

/// The first names after `crate::`: one, or those of a group in braces.
fn first_names(behind: &str) -> Vec<String> {
    let behind = behind.trim_start();
    let Some(group) = behind.strip_prefix('{') else {
        return words(behind)
            .next()
            .map(|(name, _)| name.to_owned())
            .into_iter()
            .collect();
    };
    let mut names = Vec::new();
    let (mut depth, mut item) = (0, String::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut item)),
            _ if depth == 0 => item.push(c),
            _ => {}
        }
    }
    names.push(item);
    names
        .iter()
        .filter_map(|item| words(item).next().map(|(name, _)| name.to_owned()))
        .collect()
}

/// The layers that the code of a module names.
fn imports(module: &[String], code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut up = 0;
    for (word, behind) in words(code) {
        let Some(behind) = behind.trim_start().strip_prefix("::") else {
            up = 0;
            continue;
        };
        match word {
            "crate" => found.extend(first_names(behind)),
            "super" => {
                up += 1;
                let next = words(behind).next().map(|(name, _)| name);
                if up == module.len() && (next != Some("super") || behind.trim_start().starts_with('{')) {
                    found.extend(first_names(behind));
                }
            }
            _ => up = 0,
        }
    }
    if let [own, ..] = module {
        found.remove(own);
    }
    found
}

/// What stands behind `::`, with each group in braces written out: the ends of paths.
fn path_ends(behind: &str) -> (Vec<Vec<String>>, &str) {
    let behind = behind.trim_start();
    if let Some(mut rest) = behind.strip_prefix('{') {
        let mut ends = Vec::new();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if let Some(rest) = rest.strip_prefix('}') {
                return (ends, rest);
            }
            let (more, after) = path_ends(rest);
            if after.len() == rest.len() {
                return (ends, rest);
            }
            ends.extend(more);
            rest = after;
        }
    }
    let end = behind.find(|c: char| !c.is_alphanumeric() && c != '_');
    let (name, rest) = behind.split_at(end.unwrap_or(behind.len()));
    if name.is_empty() {
        return (Vec::new(), behind);
    }
    let Some(deeper) = rest.trim_start().strip_prefix("::") else {
        return (vec![vec![name.to_owned()]], rest);
    };
    let (mut ends, rest) = path_ends(deeper);
    if ends.is_empty() {
        ends.push(Vec::new());
    }
    for end in &mut ends {
        end.insert(0, name.to_owned());
    }
    (ends, rest)
}

/// The modules that the code of `module` names, of those that there are.
fn modules_named(module: &[String], code: &str, there: &BTreeSet<Vec<String>>) -> BTreeSet<Vec<String>> {
    let mut named = BTreeSet::new();
    let mut rest = code;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        if !(first.is_alphabetic() || first == '_') || before.is_alphanumeric() || before == '_' {
            before = first;
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (ends, after) = path_ends(rest);
        let inner = before == ':';
        before = ' ';
        rest = after;
        for end in ends.iter().filter(|end| !inner && end.len() > 1) {
            let mut path = module.to_vec();
            let mut names = end.as_slice();
            match names[0].as_str() {
                "crate" => {
                    path.clear();
                    names = &names[1..];
                }
                "self" => names = &names[1..],
                "super" => {}
                child if there.contains(&[module, &[child.to_owned()]].concat()) => {}
                _ => continue,
            }
            while let Some((_, deeper)) = names.split_first().filter(|(name, _)| *name == "super") {
                path.pop();
                names = deeper;
            }
            // As far as it leads into modules; the rest is an item.
            for name in names {
                path.push(name.clone());
                if !there.contains(&path) {
                    path.pop();
                    break;
                }
            }
            if path != module && there.contains(&path) {
                named.insert(path);
            }
        }
    }
    named
}

/// A circle among modules that import each other, if there is one.
fn circle(imports: &BTreeMap<Vec<String>, BTreeSet<Vec<String>>>) -> Option<Vec<String>> {
    // What imports nothing that is left is in no circle.
    let mut left = imports.clone();
    loop {
        let open: BTreeSet<_> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, named| named.iter().any(|name| open.contains(name)));
        if left.len() == before {
            break;
        }
    }
    let mut way = vec![left.keys().next()?.clone()];
    loop {
        let next = left[way.last()?].iter().find(|name| left.contains_key(*name))?;
        if let Some(start) = way.iter().position(|module| module == next) {
            way.drain(..start);
            way.push(next.clone());
            return Some(way.iter().map(|module| module.join("::")).collect());
        }
        way.push(next.clone());
    }
}

#[test]
fn no_files_of_the_widget_import_each_other_in_a_circle() {
    let files = files();
    let there: BTreeSet<Vec<String>> = files.iter().map(|file| file.module.clone()).collect();
    let of_widget = files
        .iter()
        .filter(|file| file.module.first().is_some_and(|layer| layer == "widget"));
    let imports = of_widget.map(|file| {
        let mut named = modules_named(&file.module, &file.code, &there);
        named.retain(|module| module[0] == "widget");
        (file.module.clone(), named)
    });
    let imports: BTreeMap<_, _> = imports.collect();
    assert!(
        imports[&vec!["widget".to_owned()]].len() > 5,
        "the scan sees what the widget is made of"
    );
    let circle = circle(&imports).unwrap_or_default();
    assert!(circle.is_empty(), "{}", circle.join("\n  imports "));
}

#[test]
fn the_scan_for_circles_sees_what_it_is_for() {
    let module = |path: &str| -> Vec<String> { path.split("::").map(str::to_owned).collect() };
    let all = ["widget", "widget::a", "widget::a::b", "widget::a::c", "widget::d"].map(module);
    let there = BTreeSet::from(all);
    let sees = |own: &str, code: &str, expected: &[&str]| {
        let found = modules_named(&module(own), &bare(code), &there);
        assert_eq!(
            found,
            expected.iter().map(|path| module(path)).collect(),
            "{code}"
        );
    };
    sees("widget::a::b", "use super::super::d::Thing;", &["widget::d"]);
    sees(
        "widget::a::b",
        "use super::{item, c::{self, One}};",
        &["widget::a", "widget::a::c"],
    );
    sees(
        "widget::a::b",
        "use crate::widget::{d, a::c};",
        &["widget::a::c", "widget::d"],
    );
    sees(
        "widget::a::b",
        "use crate::standard::Standard; use self::x; let d = d::new();",
        &[],
    );
    sees(
        "widget::a",
        "pub use b::Thing; c::draw(crate::widget::Event);",
        &["widget", "widget::a::b", "widget::a::c"],
    );
    sees(
        "widget::a",
        "mod b; impl std::fmt::b for A {} let x = y::b::z;",
        &[],
    );
    let circle_of = |edges: &[(&str, &str)]| {
        let mut imports: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (from, to) in edges {
            imports.entry(module(from)).or_default().insert(module(to));
        }
        circle(&imports)
    };
    assert_eq!(circle_of(&[("a", "b"), ("b", "c"), ("a", "c")]), None);
    let found = circle_of(&[("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")]);
    assert_eq!(found, Some(["b", "c", "b"].map(str::to_owned).to_vec()));
}

fn may_import(layer: &str) -> &'static [&'static str] {
    let found = MAY_IMPORT.iter().find(|(name, _)| *name == layer);
    found
        .unwrap_or_else(|| panic!("the layer {layer} is not in the table"))
        .1
}

#[test]
fn every_layer_imports_only_what_the_table_allows() {
    let mut faults = Vec::new();
    for file in files() {
        let Some(layer) = file.module.first() else {
            continue;
        };
        for import in imports(&file.module, &file.code) {
            if !may_import(layer).contains(&import.as_str()) {
                faults.push(format!("{} imports {import}", file.path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_table_names_the_modules_that_there_are() {
    let files = files();
    let lib = files
        .iter()
        .find(|file| file.module.is_empty())
        .expect("src/lib.rs");
    let mut declared: BTreeSet<&str> = BTreeSet::new();
    let mut words = words(&lib.code);
    while let Some((word, _)) = words.next() {
        if word == "mod" {
            declared.extend(words.next().map(|(name, _)| name));
        }
    }
    let table: BTreeSet<&str> = MAY_IMPORT.iter().map(|(layer, _)| *layer).collect();
    assert_eq!(declared, table);
    let found: BTreeSet<&str> = files
        .iter()
        .filter_map(|file| file.module.first().map(String::as_str))
        .collect();
    assert_eq!(found, table, "a file of src belongs to no module");
}

#[test]
fn the_table_has_no_circle() {
    for (index, (layer, imports)) in MAY_IMPORT.iter().enumerate() {
        for import in *imports {
            let earlier = MAY_IMPORT[..index].iter().any(|(name, _)| name == import);
            assert!(earlier, "{layer} may import {import}, which stands below it");
        }
    }
}

#[test]
fn what_only_some_layers_may_touch_is_touched_by_no_other() {
    let mut faults = Vec::new();
    for file in files() {
        let layer = file.module.first().map_or("lib", String::as_str);
        for (names, layers) in ONLY_IN {
            for (word, _) in words(&file.code) {
                if names.contains(&word) && !layers.contains(&layer) {
                    faults.push(format!("{} has {word}", file.path.display()));
                }
            }
        }
        if layer != "web" && file.code.contains("#[wasm_bindgen") {
            faults.push(format!("{} exports to JavaScript", file.path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_engine_has_neither_floats_nor_the_order_of_a_hash_map() {
    let mut seen = BTreeSet::new();
    for file in files() {
        let Some(layer) = file
            .module
            .first()
            .filter(|layer| ENGINE.contains(&layer.as_str()))
        else {
            continue;
        };
        seen.insert(layer.clone());
        for (word, behind) in words(&file.code) {
            // `env!` at compile time is a constant.
            let is_macro = behind.starts_with('!');
            let refused = NOT_IN_THE_ENGINE.contains(&word) && !is_macro;
            assert!(!refused, "{} has {word}", file.path.display());
            let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
            let float = digits(word) && behind.strip_prefix('.').is_some_and(digits);
            assert!(!float, "{} has the float {word}{behind:.4}", file.path.display());
        }
    }
    assert_eq!(seen.len(), ENGINE.len(), "only {seen:?} were looked at");
}

#[test]
fn the_scan_sees_what_it_is_for() {
    let sees = |module: &str, code: &str, expected: &[&str]| {
        let module: Vec<String> = module.split("::").map(str::to_owned).collect();
        let found = imports(&module, &without_tests(&bare(code)));
        assert_eq!(
            found,
            expected.iter().map(|name| name.to_string()).collect(),
            "{code}"
        );
    };
    sees("assess", "use crate::answers::{Answer, Answers};", &["answers"]);
    sees(
        "assess",
        "use crate::{answers::{Answer, Answers}, standard, self as own};",
        &["answers", "self", "standard"],
    );
    sees("assess", "let x: crate :: widget::View;", &["widget"]);
    sees("assess", "use super::widget;", &["widget"]);
    sees("assess", "use super::{lang::Lang, widget};", &["lang", "widget"]);
    sees(
        "assess::index",
        "use super::{State, number}; use super::super::web::now;",
        &["web"],
    );
    sees(
        "assess::index",
        "use super::super::{web, lang};",
        &["lang", "web"],
    );
    sees(
        "assess::index",
        "use super::Fraction; use crate::assess::State;",
        &[],
    );
    sees(
        "assess",
        "// use crate::web;\n/* use crate::web; */ let a = \"crate::web\"; let b = r#\"crate::web\"#;",
        &[],
    );
    sees(
        "assess",
        "let quote = '\"'; use crate::web; let text = \"\\\"\"; use crate::widget;",
        &["web", "widget"],
    );
    sees(
        "assess",
        "use crate::lang;\n#[cfg(test)]\nmod tests { use super::*; use crate::web; }",
        &["lang"],
    );
}
