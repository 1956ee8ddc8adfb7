//! What a host's page says: the tags that embed the self-check.

use super::client::address;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::collections::BTreeMap;
use url::Url;

/// An opening tag, names in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Whether it ends in `/>`, which HTML leaves aside.
    pub closes_itself: bool,
    attributes: BTreeMap<String, String>,
}

impl Tag {
    /// The value of an attribute; empty where it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Every opening tag of a page, without what stands in comments or scripts.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut emitter = DefaultEmitter::default();
    // What stands in scripts and the like is text, whatever it looks like.
    emitter.naively_switch_states(true);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let tag = |token| match token {
        Token::StartTag(tag) => Some(Tag {
            name: text(&tag.name),
            closes_itself: tag.self_closing,
            attributes: tag.attributes.iter().map(|(key, value)| (text(key), text(&value.value))).collect(),
        }),
        _ => None,
    };
    Tokenizer::new_with_emitter(html, emitter).flatten().filter_map(tag).collect()
}

/// A way in which a page embeds the self-check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Snippet {
    /// The tag and its script.
    Element {
        /// Where the script is.
        loader: Url,
        /// The script's own tag.
        script: Tag,
        /// Whether there is a tag of the element beside it.
        tagged: bool,
    },
    /// A frame.
    Frame {
        /// What is in it.
        page: Url,
        /// Whether its sandbox takes its origin away.
        nowhere: bool,
    },
}

/// The snippets of a page at `own`.
pub fn snippets(own: &Url, tags: &[Tag]) -> Vec<Snippet> {
    let base = tags.iter().find(|tag| tag.name == "base");
    let base = base.and_then(|tag| address(Some(own), tag.get("href")?));
    let base = base.unwrap_or_else(|| own.clone());
    let tagged = tags.iter().any(|tag| tag.name == "readiness-check");
    let snippet = |tag: &Tag| {
        let source = address(Some(&base), tag.get("src")?)?;
        match (tag.name.as_str(), source.path().rsplit('/').next()?) {
            ("script", "readiness-check.js") => {
                Some(Snippet::Element { loader: source, script: tag.clone(), tagged })
            }
            ("iframe", "frame.html") => Some(Snippet::Frame {
                page: source,
                nowhere: tag.get("sandbox").is_some_and(|rules| !has_word(rules, "allow-same-origin")),
            }),
            _ => None,
        }
    };
    tags.iter().filter_map(snippet).collect()
}

fn has_word(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|own| own.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    #[test]
    fn a_pasted_snippet_is_found_however_an_editor_wrote_it() {
        let page = at("http://example.org/a/b.html");
        for html in [
            r#"<script type="module" src="/t/readiness-check.js"></script><readiness-check></readiness-check>"#,
            "<SCRIPT src='http://example.org/t/readiness-check.js'\n TYPE=Module ></SCRIPT>\n<READINESS-CHECK lang=en>",
            r#"<base href="/t/"><p title="a > b"><script defer type=module src=readiness-check.js></script><readiness-check />"#,
        ] {
            let found = snippets(&page, &tags(html));
            let [Snippet::Element { loader, script, tagged: true }] = found.as_slice() else {
                panic!("{html}: {found:?}");
            };
            assert_eq!(loader.as_str(), "http://example.org/t/readiness-check.js");
            assert!(script.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("module")), "{html}");
        }
        let frame =
            r#"<iframe sandbox="allow-scripts" src="../t/frame.html?lang=en&amp;theme=dark"></iframe>"#;
        assert_eq!(
            snippets(&page, &tags(frame)),
            [Snippet::Frame {
                page: at("http://example.org/t/frame.html?lang=en&theme=dark"),
                nowhere: true
            }]
        );
    }

    #[test]
    fn what_only_looks_like_a_snippet_is_none() {
        for html in [
            r#"<!-- <script type="module" src="/readiness-check.js"></script> -->"#,
            r#"<script>document.write('<script src="/readiness-check.js">')</script>"#,
            r#"<textarea><script src="/readiness-check.js"></script></textarea>"#,
            r#"<script src="/other-readiness-check.jsx"></script><a src="/readiness-check.js">"#,
            "<script src=",
        ] {
            let found = snippets(&at("http://example.org/"), &tags(html));
            assert!(found.is_empty(), "{html}: {found:?}");
        }
    }
}
