//! Data with the texts of one language, so that a visitor loads one.

use readiness_check::document::Node;
use readiness_check::lang::Lang;

/// The key of what stays whole: the industries are searched in every language.
const WHOLE: &str = "industries";

/// The same data with every text in one language only.
pub fn only(node: &Node, lang: Lang) -> Node {
    match node {
        Node::List(items) => Node::List(items.iter().map(|item| only(item, lang)).collect()),
        Node::Map(entries) if is_text(entries) => {
            let own = entries.iter().filter(|(key, _)| key == lang.tag());
            Node::Map(own.cloned().collect())
        }
        Node::Map(entries) => {
            let kept = |(key, value): &(String, Node)| {
                let value = if key == WHOLE { value.clone() } else { only(value, lang) };
                (key.clone(), value)
            };
            Node::Map(entries.iter().map(kept).collect())
        }
        other => other.clone(),
    }
}

/// Whether these are the entries of a text: one for each language, and nothing else.
fn is_text(entries: &[(String, Node)]) -> bool {
    let of_language = |(key, value): &(String, Node)| {
        matches!(value, Node::Text(_)) && Lang::ALL.iter().any(|lang| lang.tag() == key)
    };
    entries.len() == Lang::ALL.len() && entries.iter().all(of_language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_one_language_and_all_else_stays() {
        let document = r#"{"id":"x","title":{"zh-CN":"题","en":"T"},"total":{"discrete":7},"half":{"zh-CN":"题"},
            "list":[{"zh-CN":"甲","en":"A"},3.5,null],"industries":[{"zh-CN":"乙","en":"B"}]}"#;
        let document = Node::from_json(document).expect("JSON");
        assert_eq!(
            only(&document, Lang::En).to_json(),
            r#"{"id":"x","title":{"en":"T"},"total":{"discrete":7},"half":{"zh-CN":"题"},"list":[{"en":"A"},3.5,null],"industries":[{"zh-CN":"乙","en":"B"}]}"#
        );
    }
}
