//! What a host's page says: the tags that embed the self-check.

use super::address::Address;

/// A tag with its attributes, names in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// Its name, in lower case.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty where it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Every opening tag of a page, without what stands in comments or scripts.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        let (tag, after) = tag(rest);
        rest = after;
        // What stands in these is text, whatever it looks like.
        if ["script", "style", "textarea", "title"].contains(&tag.name.as_str()) {
            let end = format!("</{}", tag.name);
            let lower = rest.to_ascii_lowercase();
            rest = lower.find(&end).map_or("", |at| &rest[at..]);
        }
        found.push(tag);
    }
    found
}

/// One tag, whose `<` has been read, and what follows it.
fn tag(text: &str) -> (Tag, &str) {
    let end = text
        .find(|letter: char| letter.is_ascii_whitespace() || letter == '>' || letter == '/')
        .unwrap_or(text.len());
    let mut tag = Tag {
        name: text[..end].to_ascii_lowercase(),
        attributes: Vec::new(),
    };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        if rest.is_empty() {
            return (tag, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (tag, after);
        }
        let end = rest
            .find(|letter: char| letter.is_ascii_whitespace() || "=>/".contains(letter))
            .unwrap_or(rest.len())
            // A name that is nothing but `=` is a fault of the page; it must not stop the reading.
            .max(rest.chars().next().map_or(0, char::len_utf8));
        let name = rest[..end].to_ascii_lowercase();
        let after = rest[end..].trim_start();
        let value = if let Some(value) = after.strip_prefix('=') {
            let value = value.trim_start();
            let (value, after) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                _ => {
                    let end = value
                        .find(|letter: char| letter.is_ascii_whitespace() || letter == '>')
                        .unwrap_or(value.len());
                    value.split_at(end)
                }
            };
            rest = after;
            decoded(value)
        } else {
            rest = &rest[end..];
            String::new()
        };
        tag.attributes.push((name, value));
    }
}

/// The few references that stand in addresses and policies.
fn decoded(value: &str) -> String {
    value
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// A way in which a page embeds the self-check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Snippet {
    /// The tag and its script.
    Element {
        /// Where the script is.
        loader: Address,
        /// The digest that the page demands of it.
        integrity: Option<String>,
        /// Whether the script is marked as a module.
        module: bool,
        /// Whether there is a tag beside it.
        tagged: bool,
    },
    /// A frame.
    Frame {
        /// What is in it.
        page: Address,
        /// Whether its sandbox takes its origin away.
        nowhere: bool,
    },
}

/// The snippets of a page at `address`.
pub fn snippets(address: &Address, tags: &[Tag]) -> Vec<Snippet> {
    let base = tags
        .iter()
        .find(|tag| tag.name == "base")
        .and_then(|tag| address.join(tag.get("href")?))
        .unwrap_or_else(|| address.clone());
    let tagged = tags.iter().any(|tag| tag.name == "readiness-check");
    let named = |found: &Address, name: &str| {
        found
            .path
            .split('?')
            .next()
            .is_some_and(|path| path.ends_with(name))
    };
    tags.iter()
        .filter_map(|tag| {
            let source = base.join(tag.get("src")?)?;
            match tag.name.as_str() {
                "script" if named(&source, "/readiness-check.js") => Some(Snippet::Element {
                    loader: source,
                    integrity: tag.get("integrity").map(str::to_owned),
                    module: tag
                        .get("type")
                        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("module")),
                    tagged,
                }),
                "iframe" if named(&source, "/frame.html") => Some(Snippet::Frame {
                    page: source,
                    nowhere: tag.get("sandbox").is_some_and(|rules| {
                        !rules
                            .split_ascii_whitespace()
                            .any(|rule| rule.eq_ignore_ascii_case("allow-same-origin"))
                    }),
                }),
                _ => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Address {
        Address::read(text).expect("an address")
    }

    #[test]
    fn a_pasted_snippet_is_found_however_an_editor_wrote_it() {
        let page = at("http://example.org/a/b.html");
        for html in [
            r#"<script type="module" src="/t/readiness-check.js"></script><readiness-check></readiness-check>"#,
            "<SCRIPT src='http://example.org/t/readiness-check.js'\n TYPE=Module ></SCRIPT>\n<READINESS-CHECK lang=en>",
            r#"<base href="/t/"><p title="a > b"><script defer type=module src=readiness-check.js></script><readiness-check />"#,
        ] {
            assert_eq!(
                snippets(&page, &tags(html)),
                [Snippet::Element {
                    loader: at("http://example.org/t/readiness-check.js"),
                    integrity: None,
                    module: true,
                    tagged: true
                }],
                "{html}"
            );
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
        let page = at("http://example.org/");
        for html in [
            r#"<!-- <script type="module" src="/readiness-check.js"></script> -->"#,
            r#"<script>document.write('<script src="/readiness-check.js">')</script>"#,
            r#"<textarea><script src="/readiness-check.js"></script></textarea>"#,
            r#"<script src="/other-readiness-check.jsx"></script><a src="/readiness-check.js">"#,
            "<script src=",
            "<",
            "<iframe src='/frame.html",
            "<= = =><x ==y>",
        ] {
            let found: Vec<Snippet> = snippets(&page, &tags(html));
            assert!(
                found.is_empty() || html.starts_with("<iframe"),
                "{html}: {found:?}"
            );
        }
    }

    #[test]
    fn an_untagged_or_classic_script_and_a_digest_are_told() {
        let html = r#"<script src="/readiness-check.js" integrity="sha384-x"></script>"#;
        assert_eq!(
            snippets(&at("http://example.org/"), &tags(html)),
            [Snippet::Element {
                loader: at("http://example.org/readiness-check.js"),
                integrity: Some("sha384-x".to_owned()),
                module: false,
                tagged: false,
            }]
        );
    }
}
