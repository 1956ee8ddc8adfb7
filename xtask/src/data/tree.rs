//! A TOML file as a document that remembers where each value was written.

use super::place::{child, parent};
use super::problem::{Problem, Report};
use readiness_check::document::Node;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A file, its text, its document, and the place of every value by JSON pointer.
pub struct Tree {
    /// Where it lies.
    pub file: PathBuf,
    /// What it says.
    pub node: Node,
    text: String,
    places: BTreeMap<String, Range<usize>>,
}

impl Tree {
    /// Reads a file; `None` where it is not TOML that JSON could hold, and the report says why.
    pub fn read(file: &Path, report: &mut Report) -> Option<Tree> {
        match fs::read_to_string(file) {
            Ok(text) => Tree::parse(file, text, report),
            Err(error) => {
                let message = format!("cannot be read: {error}");
                report.add(Problem::of_file(file, "unreadable", &message));
                None
            }
        }
    }

    /// Reads a text as if it stood in `file`.
    pub fn parse(file: &Path, text: String, report: &mut Report) -> Option<Tree> {
        let (table, errors) = DeTable::parse_recoverable(&text);
        let mut found: Vec<(Range<usize>, String)> = errors
            .iter()
            .map(|error| (error.span().unwrap_or_default(), error.message().to_owned()))
            .collect();
        let mut reader = Reader { places: BTreeMap::from([(String::new(), 0..0)]), faults: Vec::new() };
        let node = reader.table(table.get_ref(), "");
        // What the parser recovered is not what the author meant: its values are not worth a fault.
        if found.is_empty() {
            found = reader.faults;
        }
        found.sort_by_key(|(span, _)| span.start);
        let clean = found.is_empty();
        for (span, message) in found {
            report.add(Problem::at(file, &text, span, "not-toml", "", &message));
        }
        let tree = Tree { file: file.to_owned(), node, places: reader.places, text: text.clone() };
        clean.then_some(tree)
    }

    /// A problem at the value of `pointer`, or at the nearest that holds it.
    pub fn problem(&self, pointer: &str, code: &str, message: &str) -> Problem {
        let mut nearest = pointer;
        let span = loop {
            match self.places.get(nearest) {
                Some(span) => break span.clone(),
                None => nearest = parent(nearest).unwrap_or_default(),
            }
        };
        Problem::at(&self.file, &self.text, span, code, pointer, message)
    }
}

struct Reader {
    places: BTreeMap<String, Range<usize>>,
    faults: Vec<(Range<usize>, String)>,
}

impl Reader {
    fn table(&mut self, table: &DeTable<'_>, pointer: &str) -> Node {
        let entries = table.iter().map(|(key, value)| {
            let pointer = child(pointer, key.get_ref());
            let (key_at, value_at) = (key.span(), value.span());
            // `key = value` is marked as a whole; a header or a dotted key as it stands.
            let place = if value_at.start > key_at.end { key_at.start..value_at.end } else { value_at };
            self.places.insert(pointer.clone(), place);
            (key.get_ref().to_string(), self.value(value, &pointer))
        });
        Node::Map(entries.collect())
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, pointer: &str) -> Node {
        match value.get_ref() {
            DeValue::String(text) => Node::Text(text.to_string()),
            DeValue::Boolean(truth) => Node::Bool(*truth),
            DeValue::Integer(whole) => {
                let number = i64::from_str_radix(whole.as_str(), whole.radix());
                // Beyond 2^53 neighbours fall together; every bound of a standard lies far below.
                self.number(number.ok().map(|number| number as f64), value.span())
            }
            DeValue::Float(number) => {
                let number = number.as_str().parse().ok();
                self.number(number.filter(|number: &f64| number.is_finite()), value.span())
            }
            DeValue::Datetime(_) => {
                let message = "a date is written in quotation marks: \"2018-05-22\"";
                self.faults.push((value.span(), message.to_owned()));
                Node::Null
            }
            DeValue::Array(items) => {
                let items = items.iter().enumerate().map(|(index, item)| {
                    let pointer = child(pointer, &index.to_string());
                    self.places.insert(pointer.clone(), item.span());
                    self.value(item, &pointer)
                });
                Node::List(items.collect())
            }
            DeValue::Table(table) => self.table(table, pointer),
        }
    }

    fn number(&mut self, number: Option<f64>, span: Range<usize>) -> Node {
        match number {
            Some(number) => Node::Number(number),
            None => {
                let message = "this number is too large, or none that can be reckoned with";
                self.faults.push((span, message.to_owned()));
                Node::Null
            }
        }
    }
}
