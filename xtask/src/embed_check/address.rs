//! Addresses on the web, as far as pages name files with them.

/// An address of http or https, without its fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `https://example.org:8080`, in lower case.
    pub origin: String,
    /// The path and the query, beginning with `/`.
    pub path: String,
}

impl Address {
    /// Reads a whole address; `None` for what is none.
    pub fn read(text: &str) -> Option<Address> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "http" && scheme != "https" {
            return None;
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(end);
        // A name before the host would be sent as a password; pages that hold one are mistaken.
        if host.is_empty() || host.contains(['@', ' ', '"', '<', '\\']) || path.contains([' ', '"', '<']) {
            return None;
        }
        let own = if scheme == "http" { ":80" } else { ":443" };
        let host = host.to_ascii_lowercase();
        let host = host.strip_suffix(own).unwrap_or(&host);
        Some(Address {
            origin: format!("{scheme}://{host}"),
            path: if path.starts_with('/') {
                path.to_owned()
            } else {
                format!("/{path}")
            },
        })
    }

    /// The address that a page at this one means by `text`.
    pub fn join(&self, text: &str) -> Option<Address> {
        let text = text.trim().split('#').next().unwrap_or_default();
        if text.contains("://") {
            return Address::read(text);
        }
        if text.starts_with("//") {
            return Address::read(&format!("{}:{text}", self.scheme()));
        }
        let folder = self.folder();
        let whole = if text.starts_with('/') {
            text.to_owned()
        } else if text.starts_with('?') || text.is_empty() {
            format!("{}{text}", self.path.split('?').next().unwrap_or_default())
        } else if text.split('/').next().is_some_and(|first| first.contains(':')) {
            // `javascript:`, `data:` and the like.
            return None;
        } else {
            format!("{folder}{text}")
        };
        let (path, query) = whole
            .split_once('?')
            .map_or((whole.as_str(), None), |(path, query)| (path, Some(query)));
        let mut parts: Vec<&str> = Vec::new();
        for part in path.split('/').skip(1) {
            match part {
                "." => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        if matches!(path.rsplit('/').next(), Some("." | "..")) {
            parts.push("");
        }
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        Address::read(&format!("{}/{}{query}", self.origin, parts.join("/")))
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &str {
        self.origin.split(':').next().unwrap_or_default()
    }

    /// The path up to its last slash.
    pub fn folder(&self) -> &str {
        let path = self.path.split('?').next().unwrap_or_default();
        &path[..=path.rfind('/').unwrap_or(0)]
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.origin, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_resolved_as_browsers_do() {
        let page = Address::read("http://Example.org:80/news/2026/a.html?x=1#y").expect("an address");
        assert_eq!(page.to_string(), "http://example.org/news/2026/a.html?x=1");
        for (text, meant) in [
            (
                "tool/readiness-check.js",
                "http://example.org/news/2026/tool/readiness-check.js",
            ),
            ("./x.js?v=/../2", "http://example.org/news/2026/x.js?v=/../2"),
            ("../x.js", "http://example.org/news/x.js"),
            ("../../../x.js", "http://example.org/x.js"),
            ("..", "http://example.org/news/"),
            ("/x.js#z", "http://example.org/x.js"),
            ("//other.org/x.js", "http://other.org/x.js"),
            ("https://other.org:443", "https://other.org/"),
            (" https://other.org:444?a ", "https://other.org:444/?a"),
            ("?b", "http://example.org/news/2026/a.html?b"),
        ] {
            assert_eq!(
                page.join(text).map(|found| found.to_string()).as_deref(),
                Some(meant),
                "{text}"
            );
        }
        for text in [
            "javascript:x",
            "data:text/html,x",
            "ftp://example.org/",
            "http://",
            "http://user@example.org/",
            "http:// x/",
        ] {
            assert_eq!(page.join(text), None, "{text}");
        }
        for text in ["example.org", "", "file:///x", "http://a b/"] {
            assert_eq!(Address::read(text), None, "{text}");
        }
    }
}
