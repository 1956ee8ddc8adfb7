//! Proves that README.md, README.zh-CN.md and the pages of docs/ keep what they promise: one page, links that lead
//! somewhere, the same in both languages, and lists that are complete.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];
/// The most lines that a README may have.
const ONE_PAGE: usize = 100;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names in a folder that end like this, sorted.
fn names(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder can be read");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.to_str().expect("UTF-8").to_owned());
    names.filter(|name| name.ends_with(ending)).collect()
}

/// The pages of docs/, as paths below the repository.
fn docs() -> Vec<String> {
    let names = names("docs", ".md");
    names.iter().map(|name| format!("docs/{name}")).collect()
}

/// The targets of links and pictures outside of code.
fn links(page: &str) -> Vec<String> {
    // Every other piece is code: first of blocks, then of lines.
    let text: String = page.split("```").step_by(2).collect();
    let text: String = text.split('`').step_by(2).collect();
    let targets = text.split("](").skip(1);
    targets
        .map(|rest| rest.split(')').next().unwrap_or_default().to_owned())
        .collect()
}

/// What stands between backticks in a page.
fn code(page: &str) -> BTreeSet<&str> {
    let lines = page.lines().filter(|line| !line.starts_with("```"));
    lines
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect()
}

/// What the first cell of each row of a page's tables has between backticks.
fn first_cells(page: &str) -> Vec<String> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|rest| rest.split_once("` |"))
        .map(|(cell, _)| cell.to_owned())
        .collect()
}

/// The names that the manifest of the element lists under these keys.
fn manifest(keys: &[&str]) -> Vec<String> {
    let manifest: Value = serde_json::from_str(&read("www/custom-elements.json")).expect("JSON");
    let element = &manifest["modules"][0]["declarations"][0];
    let entries = keys
        .iter()
        .flat_map(|key| element[key].as_array().expect("a list"));
    entries
        .map(|entry| entry["name"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn each_readme_is_one_page() {
    for readme in READMES {
        let lines = read(readme).lines().count();
        assert!(lines <= ONE_PAGE, "{readme} has {lines} lines");
    }
}

#[test]
fn every_relative_link_leads_to_a_file() {
    let mut pages: Vec<String> = docs();
    pages.extend(READMES.map(str::to_owned));
    pages.push("data/README.md".to_owned());
    let mut seen = 0;
    for page in &pages {
        let folder = root().join(page).parent().map(PathBuf::from).expect("a folder");
        for link in links(&read(page)) {
            if link.contains("://") || link.starts_with('#') {
                continue;
            }
            let file = link.split('#').next().unwrap_or_default();
            assert!(folder.join(file).is_file(), "{page} links to {link}");
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} links were found");
}

#[test]
fn both_readmes_show_the_same() {
    let [english, chinese] = READMES.map(read);
    let commands = |page: &str| -> BTreeSet<String> {
        let words = page.split("cargo xtask ").skip(1);
        words
            .map(|rest| {
                rest.split(|c: char| !c.is_ascii_alphabetic() && c != '-')
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect()
    };
    assert!(commands(&english).contains("serve") && commands(&english).contains("test"));
    assert_eq!(commands(&english), commands(&chinese));
    for attribute in manifest(&["attributes"]) {
        for (readme, page) in READMES.iter().zip([&english, &chinese]) {
            assert!(
                code(page).contains(attribute.as_str()),
                "{readme} lacks {attribute}"
            );
        }
    }
    let tables = |page: &str| page.lines().filter(|line| line.starts_with('|')).count();
    assert_eq!(
        tables(&english),
        tables(&chinese),
        "a row is missing in one language"
    );
    let other = |links: Vec<String>| -> BTreeSet<String> {
        let of_a_language = |link: &String| link.starts_with("README") || link.contains("pictures/");
        links.into_iter().filter(|link| !of_a_language(link)).collect()
    };
    assert_eq!(other(links(&english)), other(links(&chinese)));
}

#[test]
fn the_map_is_the_same_wherever_it_is_drawn() {
    let map = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.trim_start_matches("//! "));
        lines
            .filter(|line| line.starts_with("document, lang ←") || line.starts_with("lang ←"))
            .map(str::to_owned)
            .collect()
    };
    let drawn = map(&read("src/lib.rs"));
    assert_eq!(drawn.len(), 2);
    for readme in READMES {
        assert_eq!(map(&read(readme)), drawn, "{readme}");
    }
}

#[test]
fn every_page_says_its_purpose_and_is_linked_from_both_readmes() {
    for page in docs() {
        let text = read(&page);
        let title = text.lines().next().unwrap_or_default();
        let purpose = title.strip_prefix("# ").and_then(|title| title.split_once(": "));
        assert!(purpose.is_some(), "{page} begins with {title:?}");
        for readme in READMES {
            assert!(links(&read(readme)).contains(&page), "{readme} lacks {page}");
        }
    }
}

#[test]
fn the_failures_are_those_of_the_element() {
    let source = read("www/element/failures.js");
    let entries = source.lines().filter_map(|line| line.strip_prefix("  \""));
    let mut codes: Vec<String> = entries
        .filter_map(|rest| rest.split_once("\": ["))
        .map(|(code, _)| code.to_owned())
        .collect();
    assert!(codes.len() > 15, "{codes:?}");
    let mut explained = first_cells(&read("docs/failures.md"));
    codes.sort();
    explained.sort();
    assert_eq!(explained, codes);
}

#[test]
fn the_host_pages_are_those_of_the_tests() {
    let page = read("docs/hosts.md");
    let rows = page.lines().filter(|line| line.matches('|').count() == 6);
    let listed: BTreeSet<String> = rows
        .filter_map(|row| row.split('|').nth(2))
        .flat_map(|cell| code(cell).into_iter().map(|name| format!("{name}.html")))
        .collect();
    assert_eq!(listed, names("tests/hosts/pages", ".html"));
}

#[test]
fn embedding_names_all_that_the_element_has() {
    let page = read("docs/embedding.md");
    let named = code(&page);
    for name in manifest(&["attributes", "members", "events", "cssProperties"]) {
        assert!(
            named.contains(name.as_str()) || named.contains(format!("{name}()").as_str()),
            "{name} is missing"
        );
    }
    for part in manifest(&["cssParts"]) {
        assert!(
            named.contains(format!("::part({part})").as_str()),
            "{part} is missing"
        );
    }
}

#[test]
fn links_in_code_are_not_taken_for_links() {
    let page = "[a](b.md) `[c](d.md)` ![e](f.png)\n```\n[g](h.md)\n```\n[i](j.md)";
    assert_eq!(links(page), ["b.md", "f.png", "j.md"]);
}
