//! What a content security policy allows.

use super::address::Address;

/// One policy.
#[derive(Clone, Debug)]
pub struct Policy {
    directives: Vec<(String, Vec<String>)>,
}

impl Policy {
    /// Reads the policies of a header, which a comma separates.
    pub fn read_all(header: &str) -> Vec<Policy> {
        header
            .split(',')
            .map(Policy::read)
            .filter(|policy| !policy.directives.is_empty())
            .collect()
    }

    fn read(text: &str) -> Policy {
        let mut directives: Vec<(String, Vec<String>)> = Vec::new();
        for part in text.split(';') {
            let mut words = part.split_ascii_whitespace();
            let Some(name) = words.next().map(str::to_ascii_lowercase) else {
                continue;
            };
            // Of two directives with one name the first counts.
            if directives.iter().all(|(known, _)| *known != name) {
                directives.push((name, words.map(str::to_owned).collect()));
            }
        }
        Policy { directives }
    }

    /// The sources for the first of `names` that the policy has; `None` where it sets no bounds.
    fn sources(&self, names: &[&str]) -> Option<&[String]> {
        names.iter().find_map(|name| {
            let found = self.directives.iter().find(|(known, _)| known == name);
            found.map(|(_, sources)| sources.as_slice())
        })
    }

    /// What of the self-check at `file` this policy refuses on a page at `page`, as sources to add.
    pub fn refused(&self, page: &Address, file: &Address) -> Vec<String> {
        let mut missing = Vec::new();
        if let Some(sources) = self.sources(&["script-src-elem", "script-src", "default-src"])
            && !allows(sources, page, file)
        {
            missing.push(format!("script-src {}", file.origin));
        }
        if let Some(sources) = self.sources(&["script-src", "default-src"])
            && !sources.iter().any(|source| {
                ["'wasm-unsafe-eval'", "'unsafe-eval'"].contains(&source.to_ascii_lowercase().as_str())
            })
        {
            missing.push("script-src 'wasm-unsafe-eval'".to_owned());
        }
        if let Some(sources) = self.sources(&["connect-src", "default-src"])
            && !allows(sources, page, file)
        {
            missing.push(format!("connect-src {}", file.origin));
        }
        missing
    }

    /// The same for a frame.
    pub fn refused_frame(&self, page: &Address, file: &Address) -> Vec<String> {
        match self.sources(&["frame-src", "child-src", "default-src"]) {
            Some(sources) if !allows(sources, page, file) => vec![format!("frame-src {}", file.origin)],
            _ => Vec::new(),
        }
    }

    /// Whether a page of this policy lets itself be framed by one at `host`.
    pub fn framed_by(&self, own: &Address, host: &Address) -> bool {
        self.sources(&["frame-ancestors"])
            .is_none_or(|sources| allows(sources, own, host))
    }
}

fn allows(sources: &[String], page: &Address, file: &Address) -> bool {
    sources
        .iter()
        .any(|source| matches(&source.to_ascii_lowercase(), page, file))
}

/// Whether one source of a policy means an address. The path of a source may only be a folder or the file itself.
fn matches(source: &str, page: &Address, file: &Address) -> bool {
    match source {
        "*" => return true,
        "'self'" => return page.origin == file.origin,
        _ => {}
    }
    if source.starts_with('\'') {
        return false;
    }
    if let Some(scheme) = source.strip_suffix(':') {
        return scheme == file.scheme() || (scheme == "http" && file.scheme() == "https");
    }
    let (scheme, rest) = source
        .split_once("://")
        .map_or((None, source), |(scheme, rest)| (Some(scheme), rest));
    let scheme = scheme.unwrap_or(page.scheme());
    if scheme != file.scheme() && !(scheme == "http" && file.scheme() == "https") {
        return false;
    }
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let named = file.origin.split_once("://").map_or("", |(_, host)| host);
    let host_matches = match host.strip_prefix("*.") {
        Some(parent) => named
            .strip_suffix(parent)
            .is_some_and(|front| front.ends_with('.')),
        None => host
            .strip_suffix(":*")
            .map_or(host == named, |host| named.split(':').next() == Some(host)),
    };
    let own = file
        .path
        .split('?')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let path_matches = path.is_empty()
        || if path.ends_with('/') {
            own.starts_with(path)
        } else {
            own == path
        };
    host_matches && path_matches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(policy: &str) -> Vec<String> {
        let page = Address::read("https://page.org/a.html").expect("an address");
        let file = Address::read("https://files.org/t/readiness-check.js").expect("an address");
        Policy::read_all(policy)
            .iter()
            .flat_map(|policy| policy.refused(&page, &file))
            .collect()
    }

    #[test]
    fn what_is_missing_is_named_and_nothing_else() {
        let all = [
            "script-src https://files.org",
            "script-src 'wasm-unsafe-eval'",
            "connect-src https://files.org",
        ];
        assert_eq!(refused("default-src 'self'"), all);
        assert_eq!(refused("script-src 'none'; connect-src 'none'"), all);
        assert_eq!(refused("default-src https: 'wasm-unsafe-eval'"), [""; 0]);
        assert_eq!(
            refused("script-src https://files.org 'wasm-unsafe-eval'"),
            [""; 0]
        );
        assert_eq!(
            refused("script-src https://files.org 'unsafe-eval'; connect-src *.files.org"),
            ["connect-src https://files.org"]
        );
        assert_eq!(
            refused("script-src *.org 'WASM-UNSAFE-EVAL'; connect-src files.org/t/"),
            [""; 0]
        );
        assert_eq!(
            refused("script-src http://files.org 'wasm-unsafe-eval'; img-src 'none'"),
            [""; 0]
        );
        assert_eq!(
            refused("script-src https://files.org/u/ 'wasm-unsafe-eval'"),
            all[..1]
        );
        assert_eq!(
            refused("img-src 'none'; script-src-elem https://files.org; script-src 'wasm-unsafe-eval'"),
            [""; 0]
        );
        assert_eq!(refused("script-src *; default-src *"), all[1..2]);
        // Each of several policies must allow it, and of a repeated directive the first counts.
        assert_eq!(
            refused("script-src * 'wasm-unsafe-eval', connect-src 'none'; connect-src *"),
            all[2..]
        );
        assert_eq!(refused(""), [""; 0]);
    }

    #[test]
    fn frames_have_their_own_directives() {
        let page = Address::read("https://page.org/").expect("an address");
        let file = Address::read("https://files.org/frame.html").expect("an address");
        let refused = |policy: &str| {
            Policy::read_all(policy)
                .iter()
                .any(|policy| !policy.refused_frame(&page, &file).is_empty())
        };
        assert!(refused("default-src 'self'"));
        assert!(!refused("default-src 'self'; frame-src https://files.org"));
        assert!(!refused("script-src 'none'"));
        let framed = |policy: &str| {
            Policy::read_all(policy)
                .iter()
                .all(|policy| policy.framed_by(&file, &page))
        };
        assert!(framed("default-src 'none'"));
        assert!(framed("frame-ancestors https://page.org"));
        assert!(!framed("frame-ancestors 'self'"));
        assert!(!framed("frame-ancestors 'none'"));
    }
}
