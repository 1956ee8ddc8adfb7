use super::problem::Report;
use super::tree::Tree;
use super::{cite, load_files};
use readiness_check::document::Node;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FILE: &str = r#"id = "x"
title.zh-CN = "题"
title.en = "T"

[basis]
weights = { source = "a", clause = "not-seen" }

[[questions]]
id = "q"

[[questions.options]]
id = "o"
text.zh-CN = "汉字" # 字
points = 5
"#;

fn tree(text: &str) -> (Option<Tree>, Report) {
    let mut report = Report::default();
    let tree = Tree::parse(Path::new("x.toml"), text.to_owned(), &mut report);
    (tree, report)
}

/// Line, column and what is marked, by the carets of the picture.
fn marked(pointer: &str) -> (usize, usize, String) {
    let (tree, _) = tree(FILE);
    let problem = tree.expect("TOML").problem(pointer, "code", "message");
    let picture = problem.to_string();
    let carets = picture.lines().find(|line| line.contains('^')).expect("carets");
    let count = carets.matches('^').count();
    let line = FILE.lines().nth(problem.line - 1).expect("the line");
    let mut width = 0;
    let wide = |letter: &char| if letter.is_ascii() { 1 } else { 2 };
    let rest = line.chars().skip(problem.column - 1);
    let taken = rest.take_while(|letter| {
        width += wide(letter);
        width <= count
    });
    (problem.line, problem.column, taken.collect())
}

#[test]
fn a_fault_is_marked_with_its_key_and_value() {
    assert_eq!(marked("/id"), (1, 1, "id = \"x\"".to_owned()));
    assert_eq!(marked("/basis/weights/source"), (6, 13, "source = \"a\"".to_owned()));
    assert_eq!(marked("/questions/0/options/0/points"), (14, 1, "points = 5".to_owned()));
}

#[test]
fn a_wide_letter_is_marked_as_wide_as_it_is() {
    assert_eq!(marked("/questions/0/options/0/text/zh-CN"), (13, 6, "zh-CN = \"汉字\"".to_owned()));
}

#[test]
fn what_is_missing_is_shown_where_it_should_stand() {
    assert_eq!(marked("/questions/0/text/en"), (8, 1, "[[questions]]".to_owned()));
    assert_eq!(marked("/questions/0/options/0/text/en"), (13, 1, "text".to_owned()));
    assert_eq!(marked("/basis/points"), (5, 1, "[basis]".to_owned()));
    assert_eq!(marked("/nothing/here"), (1, 1, "i".to_owned()));
}

#[test]
fn every_error_of_the_form_is_told_at_once() {
    let (tree, report) = tree("id = 1\nid = 2\nx = \"\nwhen = 2018-05-22\ny = [1,\n");
    assert!(tree.is_none());
    let lines: Vec<usize> = report.problems.iter().map(|problem| problem.line).collect();
    assert!(lines.len() > 2 && lines.contains(&2) && lines.contains(&3), "{report}");

    let (tree, report) = self::tree("a = 2018-05-22\nb = [nan, 1e999]\n");
    assert!(tree.is_none());
    assert_eq!(report.problems.len(), 3, "{report}");
    assert!(report.problems[0].message.contains("quotation marks"));
}

#[test]
fn a_file_keeps_its_order_and_its_numbers() {
    let (tree, _) = tree("b = 8.0\na = [0x10, 1_000, -2.5]\n[t]\nz.y = true\n");
    assert_eq!(tree.expect("TOML").node.to_json(), r#"{"b":8,"a":[16,1000,-2.5],"t":{"z":{"y":true}}}"#);
}

#[test]
fn sources_are_found_wherever_they_are_cited() {
    let text = r#"{"source":"a","later":["b",{"document":"f","source":"g"}],"list":[{"basis":{"source":"c","note":{"en":"d"}}}],"other":"e"}"#;
    let node = Node::from_json(text).expect("JSON");
    let mut cited = BTreeSet::new();
    cite(&node, &mut cited);
    assert_eq!(cited.into_iter().collect::<String>(), "abcfg");
}

#[test]
fn a_fault_of_the_sources_is_told_once_and_in_their_file() {
    let folder = std::env::temp_dir().join(format!("xtask-data-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).expect("to write");
        file
    };
    let sources = write("sources.toml", "[[sources]]\nid = \"a\"\nstanding = \"perhaps\"\n");
    let standards = [write("x.toml", "id = \"x\"\n"), write("y.toml", "id = \"x\"\nsources = []\n")];
    let (report, _) = load_files(&sources, &standards);
    fs::remove_dir_all(&folder).expect("to clean up");

    let of = |name: &str| {
        let of_file = report.problems.iter().filter(move |problem| problem.file.ends_with(name));
        of_file.collect::<Vec<_>>()
    };
    let standing = of("sources.toml").iter().filter(|problem| problem.path.ends_with("/standing")).count();
    assert_eq!(standing, 1, "{report}");
    assert!(of("x.toml").len() > 1, "{report}");
    assert_eq!(of("y.toml").len(), 1, "{report}");
    assert_eq!(of("y.toml")[0].line, 2);
}
