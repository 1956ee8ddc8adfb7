//! What the content security policies of a page allow.

use super::client::is_local;
use content_security_policy::{
    CheckResult, CspList, Destination, Initiator, ParserMetadata, PolicyDisposition, PolicySource, Request,
    Response,
};
use url::Url;

/// The policies of one page, each of which must allow what the page does.
#[derive(Clone, Debug)]
pub struct Policies(CspList);

/// What a page says of a script beside its address.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks<'a> {
    /// `nonce`; empty where there is none.
    pub nonce: &'a str,
    /// `integrity`; empty where there is none.
    pub integrity: &'a str,
}

impl Policies {
    /// Those of a header, and those that stand in the page.
    pub fn read<'a>(header: &str, within: impl IntoIterator<Item = &'a str>) -> Policies {
        let list = |text, source| CspList::parse(text, source, PolicyDisposition::Enforce);
        let mut all = list(header, PolicySource::Header);
        within.into_iter().for_each(|text| all.append(list(text, PolicySource::Meta)));
        Policies(all)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.0.is_empty()
    }

    /// Whether a policy has this directive.
    pub fn names(&self, directive: &str) -> bool {
        let mut policies = self.0.0.iter();
        policies.any(|policy| policy.contains_a_directive_whose_name_is(directive))
    }

    /// What a browser asks for instead of this, where a policy upgrades insecure requests.
    pub fn upgraded(&self, mut file: Url) -> Url {
        if file.scheme() == "http" && !is_local(&file) && self.names("upgrade-insecure-requests") {
            file.set_scheme("https").expect("https can take the place of http");
        }
        file
    }

    /// What of the self-check whose script is at `file` is refused on a page at `page`, as sources to add.
    pub fn refused(&self, page: &Url, file: &Url, marks: Marks) -> Vec<String> {
        let origin = file.origin().ascii_serialization();
        let mut missing = Vec::new();
        if !self.allows(page, std::slice::from_ref(file), Destination::Script, marks) {
            missing.push(format!("script-src {origin}"));
        }
        if self.0.is_wasm_evaluation_allowed().0 == CheckResult::Blocked {
            missing.push("script-src 'wasm-unsafe-eval'".to_owned());
        }
        if !self.allows(page, std::slice::from_ref(file), Destination::None, Marks::default()) {
            missing.push(format!("connect-src {origin}"));
        }
        missing
    }

    /// The same for a frame, whose address and those that it is redirected to are `way`.
    pub fn refused_frame(&self, page: &Url, way: &[Url]) -> Vec<String> {
        let refused =
            (0..way.len()).find(|at| !self.allows(page, &way[..=*at], Destination::IFrame, Marks::default()));
        let missing = refused.map(|at| format!("frame-src {}", way[at].origin().ascii_serialization()));
        missing.into_iter().collect()
    }

    /// Whether a page with these policies, at `own`, lets itself be framed by one at `host`.
    pub fn framed_by(&self, own: &Url, host: &Url) -> bool {
        let response = Response { url: own.clone(), redirect_count: 0 };
        let mut host = host.clone();
        host.set_path("/");
        host.set_query(None);
        let check = CspList::should_navigation_response_to_navigation_request_be_blocked;
        check(&self.0, &response, &own.origin(), &vec![host]).0 == CheckResult::Allowed
    }

    fn allows(&self, page: &Url, way: &[Url], destination: Destination, marks: Marks) -> bool {
        let (Some(first), Some(last)) = (way.first(), way.last()) else {
            return true;
        };
        let request = Request {
            url: first.clone(),
            current_url: last.clone(),
            origin: page.origin(),
            redirect_count: u32::try_from(way.len() - 1).unwrap_or(u32::MAX),
            destination,
            initiator: Initiator::None,
            nonce: marks.nonce.to_owned(),
            integrity_metadata: marks.integrity.to_owned(),
            parser_metadata: ParserMetadata::ParserInserted,
        };
        self.0.should_request_be_blocked(&request).0 == CheckResult::Allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    fn refused_with(policy: &str, marks: Marks) -> Vec<String> {
        let (page, file) = (at("https://page.org/a.html"), at("https://files.org/t/readiness-check.js"));
        Policies::read(policy, []).refused(&page, &file, marks)
    }

    fn refused(policy: &str) -> Vec<String> {
        refused_with(policy, Marks::default())
    }

    #[test]
    fn what_is_missing_is_named_and_nothing_else() {
        let all = [
            "script-src https://files.org",
            "script-src 'wasm-unsafe-eval'",
            "connect-src https://files.org",
        ];
        let none = [""; 0];
        for (policy, missing) in [
            ("default-src 'self'", &all[..]),
            ("script-src 'none'; connect-src 'none'", &all),
            ("default-src https: 'wasm-unsafe-eval'", &none),
            ("script-src https://files.org 'wasm-unsafe-eval'", &none),
            ("script-src https://files.org 'unsafe-eval'; connect-src *.files.org", &all[2..]),
            ("script-src *.org 'WASM-UNSAFE-EVAL'; connect-src files.org/t/", &none),
            ("script-src http://files.org 'wasm-unsafe-eval'; img-src 'none'", &none),
            ("script-src https://files.org/u/ 'wasm-unsafe-eval'", &all[..1]),
            ("img-src 'none'; script-src-elem https://files.org; script-src 'wasm-unsafe-eval'", &none),
            ("script-src *; default-src *", &all[1..2]),
            // Each of several policies must allow it, and of a repeated directive the first counts.
            ("script-src * 'wasm-unsafe-eval', connect-src 'none'; connect-src *", &all[2..]),
            ("", &none),
        ] {
            assert_eq!(refused(policy), missing, "{policy}");
        }
        let nonce = Marks { nonce: "x", integrity: "" };
        let policy = "script-src 'nonce-x' 'strict-dynamic' 'wasm-unsafe-eval' https:";
        assert_eq!(refused_with(policy, nonce), none);
        assert_eq!(refused(policy), all[..1], "'strict-dynamic' leaves hosts aside");
    }

    #[test]
    fn only_what_travels_is_upgraded() {
        let policies = Policies::read("", ["upgrade-insecure-requests"]);
        let upgraded = |text| policies.upgraded(at(text)).to_string();
        assert_eq!(upgraded("http://files.org/x"), "https://files.org/x");
        assert_eq!(upgraded("http://127.0.0.1:80/x"), "http://127.0.0.1/x");
        let others = Policies::read("default-src *", []);
        assert_eq!(others.upgraded(at("http://files.org/x")), at("http://files.org/x"));
    }

    #[test]
    fn frames_have_their_own_directives() {
        let (page, file) = (at("https://page.org/news/"), at("https://files.org/frame.html"));
        let refused = |policy: &str, way: &[Url]| Policies::read(policy, []).refused_frame(&page, way);
        let direct = [file.clone()];
        assert_eq!(refused("default-src 'self'", &direct), ["frame-src https://files.org"]);
        assert_eq!(refused("default-src 'self'; frame-src https://files.org", &direct), [""; 0]);
        assert_eq!(refused("script-src 'none'", &direct), [""; 0]);
        let moved = [file.clone(), at("https://moved.org/frame.html")];
        assert_eq!(refused("frame-src https://files.org", &moved), ["frame-src https://moved.org"]);
        let framed = |policy: &str| Policies::read(policy, []).framed_by(&file, &page);
        assert!(framed("default-src 'none'"));
        assert!(framed("frame-ancestors https://page.org"));
        assert!(!framed("frame-ancestors 'self'"));
        assert!(!framed("frame-ancestors 'none'"));
    }
}
