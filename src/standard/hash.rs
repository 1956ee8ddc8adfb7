//! The hash that says which text of a standard a print was made with.

use super::Standard;
use crate::document::Node;
use sha2::{Digest, Sha256};

/// SHA-256 of the canonical JSON of the description, without the key `hash`, in 64 hexadecimal digits.
pub(super) fn of(standard: &Standard) -> String {
    let description = serde_json::to_string(&standard.described(""));
    let description = description.expect("the keys are texts, and nothing is left but to write them");
    let description = Node::from_json(&description).expect("it was just written");
    hexadecimal(&Sha256::digest(canonical(&description)))
}

/// JSON with sorted keys and without white space; numbers and texts as `JSON.stringify` writes them. Numbers of a valid
/// standard need no exponent there.
pub(super) fn canonical(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

fn write(node: &Node, out: &mut String) {
    match node {
        // Zero has no sign there.
        Node::Number(number) => out.push_str(&(number + 0.0).to_string()),
        Node::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(index, out);
                write(item, out);
            }
            out.push(']');
        }
        Node::Map(entries) => {
            let mut sorted: Vec<&(String, Node)> = entries.iter().collect();
            // Keys of standards are ASCII, of which JavaScript's order is the same.
            sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
            out.push('{');
            for (index, (key, value)) in sorted.into_iter().enumerate() {
                separate(index, out);
                out.push_str(&Node::text(key).to_json());
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
        other => out.push_str(&other.to_json()),
    }
}

fn separate(index: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
}

/// Bytes in lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte / 16, byte % 16]);
    digits
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_json_is_what_javascript_writes_with_sorted_keys() {
        let document = Node::from_json(
            r#"{"b": [8.0, 0.05, -0.0, -2.5, 999999.01], "a": {"z": null, "k": true}, "ä\n\"": "中/\u0001"}"#,
        );
        assert_eq!(
            canonical(&document.expect("JSON")),
            r#"{"a":{"k":true,"z":null},"b":[8,0.05,0,-2.5,999999.01],"ä\n\"":"中/\u0001"}"#
        );
    }
}
