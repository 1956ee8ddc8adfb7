//! A standard parted into its structure and its words, so that a visitor loads one language.

use readiness_check::document::Node;
use readiness_check::lang::Lang;
use std::collections::BTreeMap;

/// The key under which the structure names a text: `{"w": 17}`.
const KEY: &str = "w";

/// A standard in parts.
#[derive(Clone, Debug)]
pub struct Split {
    /// The document with a number in the place of each text.
    pub structure: Node,
    /// The texts by their numbers, in the languages of [`Lang::ALL`]. No text stands there twice.
    pub words: Vec<[String; 2]>,
}

impl Split {
    /// The list of words of each language of [`Lang::ALL`].
    pub fn lists(&self) -> [Node; 2] {
        [0, 1].map(|lang| {
            let words = self.words.iter().map(|text| Node::Text(text[lang].clone()));
            Node::List(words.collect())
        })
    }

    /// Every part as it is shipped.
    pub fn documents(&self) -> Vec<String> {
        let [first, second] = self.lists();
        [&self.structure, &first, &second].map(Node::to_json).to_vec()
    }
}

/// Parts a document: every object that holds a text in each language, and nothing else, becomes a number.
pub fn split(document: &Node) -> Split {
    let mut words = Words::default();
    let structure = words.replaced(document);
    Split {
        structure,
        words: words.list,
    }
}

/// Parts a document and leaves what stands at `key` whole, in every language: what is searched in all of them.
pub fn split_but(document: &Node, key: &str) -> Split {
    let mut parted = split(&match document {
        Node::Map(entries) => Node::Map(entries.iter().filter(|(name, _)| name != key).cloned().collect()),
        other => other.clone(),
    });
    if let (Node::Map(entries), Some(whole)) = (&mut parted.structure, document.get(key)) {
        entries.push((key.to_owned(), whole.clone()));
    }
    parted
}

#[derive(Default)]
struct Words {
    list: Vec<[String; 2]>,
    numbers: BTreeMap<[String; 2], usize>,
}

impl Words {
    fn replaced(&mut self, node: &Node) -> Node {
        if let Some(text) = text_of(node) {
            let next = self.list.len();
            let number = *self.numbers.entry(text.clone()).or_insert(next);
            if number == next {
                self.list.push(text);
            }
            return Node::Map(vec![(KEY.to_owned(), Node::Number(number as f64))]);
        }
        match node {
            Node::List(items) => Node::List(items.iter().map(|item| self.replaced(item)).collect()),
            Node::Map(entries) => {
                let entries = entries.iter();
                Node::Map(
                    entries
                        .map(|(key, value)| (key.clone(), self.replaced(value)))
                        .collect(),
                )
            }
            other => other.clone(),
        }
    }
}

fn text_of(node: &Node) -> Option<[String; 2]> {
    let Node::Map(entries) = node else { return None };
    let text = |lang: Lang| match node.get(lang.tag()) {
        Some(Node::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let [first, second] = Lang::ALL.map(text);
    Some([first?, second?]).filter(|_| entries.len() == Lang::ALL.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the browser does: the numbers replaced by the words of the languages that were loaded.
    fn joined(structure: &Node, words: &[[String; 2]]) -> Node {
        match structure {
            Node::Map(entries) => match entries.as_slice() {
                [(key, Node::Number(number))] if key == KEY => {
                    let text = &words[*number as usize];
                    let entry =
                        |lang: usize| (Lang::ALL[lang].tag().to_owned(), Node::Text(text[lang].clone()));
                    Node::Map([0, 1].map(entry).to_vec())
                }
                _ => Node::Map(
                    entries
                        .iter()
                        .map(|(key, value)| (key.clone(), joined(value, words)))
                        .collect(),
                ),
            },
            Node::List(items) => Node::List(items.iter().map(|item| joined(item, words)).collect()),
            other => other.clone(),
        }
    }

    #[test]
    fn the_parts_together_are_the_document() {
        let text = r#"{"id":"x","title":{"zh-CN":"题","en":"T"},"clause":"not-seen","total":{"discrete":7},
            "list":[{"zh-CN":"甲","en":"A"},{"zh-CN":"题","en":"T"},{"zh-CN":"题","en":"Title"},3.5,true,null]}"#;
        let document = Node::from_json(text).expect("JSON");
        let split = split(&document);
        assert_eq!(joined(&split.structure, &split.words), document);
        assert_eq!(
            split.words.len(),
            3,
            "the same text in both languages stands once"
        );
        let [structure, chinese, english] = split.documents().try_into().expect("three parts");
        assert!(
            structure.starts_with(r#"{"id":"x","title":{"w":0},"clause":"not-seen""#),
            "{structure}"
        );
        assert_eq!(chinese, r#"["题","甲","题"]"#);
        assert_eq!(english, r#"["T","A","Title"]"#);
    }

    #[test]
    fn what_is_searched_stays_whole() {
        let text = r#"{"list":[{"zh-CN":"甲","en":"A"}],"title":{"zh-CN":"题","en":"T"}}"#;
        let parted = split_but(&Node::from_json(text).expect("JSON"), "list");
        assert_eq!(
            parted.structure.to_json(),
            r#"{"title":{"w":0},"list":[{"zh-CN":"甲","en":"A"}]}"#
        );
        assert_eq!(parted.words.len(), 1);
    }

    #[test]
    fn what_is_not_a_text_in_both_languages_stays() {
        for text in [
            r#"{"zh-CN":"题"}"#,
            r#"{"zh-CN":"题","en":1}"#,
            r#"{"zh-CN":"a","en":"b","fr":"c"}"#,
        ] {
            let document = Node::from_json(text).expect("JSON");
            assert_eq!(split(&document).structure, document);
        }
    }
}
