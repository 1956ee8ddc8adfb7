use super::{State, run};
use crate::dist::pages::integrity;
use crate::serve::listen;
use axum::Router;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use std::collections::BTreeMap;
use std::io::Write as _;

/// What a server sends for one path.
type Sent = (StatusCode, HeaderMap, Vec<u8>);

/// A small site: a page with the snippet, and a build of four files.
struct Host(BTreeMap<String, Sent>);

const LOADER: &str = "const build = \"0123456789ab\";";
const WASM: &[u8] = b"\0asm\x01\0\0\0";
const FILES: &str = r#"{ "format": "readiness-check/files", "version": 1, "engine": "0.1.0", "build": "0123456789ab",
    "files": [{ "name": "index.html", "bytes": 5 }, { "name": "readiness-check.js", "bytes": 29 },
              { "name": "readiness-check-0123456789ab.wasm", "bytes": 8 },
              { "name": "readiness-check-0123456789ab.css", "bytes": 2 }] }"#;
const PAGE_AT: &str = "/page.html";
const LIST_AT: &str = "/t/readiness-check.files.json";
const LOADER_AT: &str = "/t/readiness-check.js";
const WASM_AT: &str = "/t/readiness-check-0123456789ab.wasm";
const CSS_AT: &str = "/t/readiness-check-0123456789ab.css";
const FRAME_AT: &str = "/t/frame.html";

impl Host {
    /// A site without a fault.
    fn new() -> Host {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(WASM).expect("to compress");
        let mut host = Host(BTreeMap::new());
        host.page(r#"<script type="module" src="/t/readiness-check.js"></script><readiness-check></readiness-check>"#);
        host.put(FRAME_AT, "text/html", "<p>frame</p>");
        host.put(LIST_AT, "application/json", FILES);
        host.put(LOADER_AT, "text/javascript; charset=utf-8", LOADER);
        host.put(CSS_AT, "text/css", "a{");
        host.put(WASM_AT, "application/wasm", gzip.finish().expect("to compress"));
        host.header(WASM_AT, header::CONTENT_ENCODING, "gzip");
        host
    }

    fn put(&mut self, path: &str, kind: &str, body: impl Into<Vec<u8>>) {
        self.0.insert(path.to_owned(), (StatusCode::OK, HeaderMap::new(), body.into()));
        self.header(path, header::CONTENT_TYPE, kind);
    }

    fn page(&mut self, html: &str) {
        self.put(PAGE_AT, "text/html", html);
    }

    fn redirect(&mut self, from: &str, to: &str) {
        self.0.insert(from.to_owned(), (StatusCode::FOUND, HeaderMap::new(), Vec::new()));
        self.header(from, header::LOCATION, to);
    }

    fn header(&mut self, path: &str, name: HeaderName, value: &str) {
        let (_, headers, _) = self.0.get_mut(path).expect("a file");
        headers.insert(name, HeaderValue::from_str(value).expect("a header"));
    }

    fn open_to(&mut self, origin: &str) {
        for path in self.0.keys().cloned().collect::<Vec<_>>() {
            self.header(&path, header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
    }

    /// Serves for as long as the test runs; gives the origin.
    fn start(self) -> String {
        let sent = std::sync::Arc::new(self.0);
        let answer = move |asked: Uri| {
            let found = sent.get(asked.path()).cloned();
            async move { found.unwrap_or((StatusCode::NOT_FOUND, HeaderMap::new(), Vec::new())) }
        };
        listen(Router::new().fallback(answer), 0).expect("a server").address()
    }
}

/// What is wrong with the page of a site that was spoilt: state and check.
fn spoilt(spoil: impl FnOnce(&mut Host)) -> Vec<String> {
    let mut host = Host::new();
    spoil(&mut host);
    let report = run(&[host.start() + PAGE_AT]);
    let text = report.to_string();
    let wrong = text.lines().filter(|line| line.starts_with("  FAIL") || line.starts_with("  WARN"));
    let wrong: Vec<String> =
        wrong.map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(report.is_clean(), wrong.iter().all(|found| found.starts_with("WARN")), "{text}");
    wrong
}

/// The same for another page of the site.
fn with_page(html: &str) -> Vec<String> {
    spoilt(|host| host.page(html))
}

#[test]
fn a_page_without_a_fault_passes() {
    let text = run(&[Host::new().start() + PAGE_AT]).to_string();
    for words in [
        "engine 0.1.0, build 0123456789ab",
        "3 whole and of the right type",
        "1 pages: 0 in the way, 0 to improve",
    ] {
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn each_fault_of_the_files_is_found() {
    let header = |path, name, value| spoilt(|host| host.header(path, name, value));
    assert_eq!(header(WASM_AT, header::CONTENT_TYPE, "application/octet-stream"), ["WARN file"]);
    assert_eq!(header(LOADER_AT, header::CONTENT_TYPE, "text/plain"), ["FAIL file"]);
    assert_eq!(header(WASM_AT, header::CONTENT_ENCODING, "br"), ["FAIL file"]);
    assert_eq!(header(LOADER_AT, header::CACHE_CONTROL, "public, max-age=604800"), ["WARN caching"]);
    assert_eq!(header(LOADER_AT, header::CACHE_CONTROL, "max-age=604800, no-cache"), [""; 0]);
    let put = |path, kind, body: &[u8]| spoilt(|host| host.put(path, kind, body));
    assert_eq!(put(WASM_AT, "text/html", b"<html>"), ["FAIL file", "WARN compression"]);
    assert_eq!(put(WASM_AT, "application/wasm", b"\r\n<!DOCTYPE html>"), ["FAIL file", "WARN compression"]);
    assert_eq!(put(WASM_AT, "application/wasm", WASM), ["WARN compression"]);
    assert_eq!(put(CSS_AT, "text/css", b"a{\r"), ["FAIL file"]);
    assert_eq!(put(LOADER_AT, "text/javascript", b"const build = \"ba9876543210\";"), ["FAIL file"]);
    assert_eq!(put(LIST_AT, "application/json", b"{}"), ["FAIL list"]);
    let without = |path| spoilt(|host| drop(host.0.remove(path)));
    assert_eq!(without(WASM_AT), ["FAIL file"]);
    assert_eq!(without(LIST_AT), ["FAIL list"]);
}

#[test]
fn each_fault_of_the_page_is_found() {
    assert_eq!(with_page("<p>nothing</p>"), ["FAIL snippet"]);
    assert_eq!(with_page("<readiness-check></readiness-check>"), ["FAIL snippet"]);
    assert_eq!(with_page("<script type=module src=/t/readiness-check.js></script>"), ["FAIL snippet"]);
    assert_eq!(with_page("<script src=/t/readiness-check.js></script><readiness-check>"), ["FAIL snippet"]);
    let closed_in_itself =
        "<script type=module src=/t/readiness-check.js></script><readiness-check lang=en /><p>";
    assert_eq!(with_page(closed_in_itself), ["FAIL snippet"]);
    assert_eq!(spoilt(|host| host.put(PAGE_AT, "application/xhtml+xml", closed_in_itself)), [""; 0]);
    assert_eq!(spoilt(|host| drop(host.0.remove(PAGE_AT))), ["FAIL page"]);
    let report = run(&["example.org", "http://127.0.0.1:9/"].map(str::to_owned));
    assert_eq!(report.to_string().matches("  FAIL  page ").count(), 2, "{report}");
}

#[test]
fn a_policy_is_read_from_header_and_page() {
    let policy = |policy| spoilt(|host| host.header(PAGE_AT, header::CONTENT_SECURITY_POLICY, policy));
    assert_eq!(policy("default-src 'self'"), ["FAIL policy"]);
    assert_eq!(policy("default-src 'self' 'wasm-unsafe-eval'"), [""; 0]);
    let meta = r#"<meta http-equiv="Content-Security-Policy" content="connect-src 'none'"><script type="module" src="/t/readiness-check.js"></script><readiness-check>"#;
    assert_eq!(with_page(meta), ["FAIL policy"]);
}

#[test]
fn files_of_another_origin_need_their_header() {
    for (origin, wrong) in
        [(None, &["FAIL origin"][..]), (Some("*"), &[]), (Some("https://other.org"), &["FAIL origin"])]
    {
        let mut files = Host::new();
        origin.into_iter().for_each(|origin| files.open_to(origin));
        let files = files.start();
        let html =
            format!(r#"<script type="module" src="{files}/t/readiness-check.js"></script><readiness-check>"#);
        assert_eq!(with_page(&html), wrong);
    }
}

#[test]
fn a_frame_is_checked_as_such() {
    let framed = |sandbox, spoil: &dyn Fn(&mut Host)| {
        spoilt(|host| {
            host.page(&format!("<iframe {sandbox} src='/t/frame.html?lang=en'></iframe>"));
            spoil(host);
        })
    };
    let fine = [""; 0];
    assert_eq!(framed("", &|_| {}), fine);
    assert_eq!(framed("", &|host| host.header(FRAME_AT, header::X_FRAME_OPTIONS, "DENY")), ["FAIL frame"]);
    assert_eq!(framed("", &|host| host.header(FRAME_AT, header::X_FRAME_OPTIONS, "SAMEORIGIN")), fine);
    let policy = |policy| {
        framed("", &move |host| {
            host.header(FRAME_AT, header::X_FRAME_OPTIONS, "DENY");
            host.header(FRAME_AT, header::CONTENT_SECURITY_POLICY, policy);
        })
    };
    assert_eq!(policy("frame-ancestors 'none'"), ["FAIL frame"]);
    assert_eq!(policy("frame-ancestors 'self'"), fine);
    assert_eq!(framed("", &|host| drop(host.0.remove(FRAME_AT))), ["FAIL frame"]);
    // Without an origin of its own it fetches its module as a stranger.
    assert_eq!(framed("sandbox=allow-scripts", &|_| {}), ["FAIL origin"]);
    assert_eq!(framed("sandbox=allow-scripts", &|host| host.open_to("*")), fine);
    let refused = |host: &mut Host| host.header(PAGE_AT, header::CONTENT_SECURITY_POLICY, "frame-src 'none'");
    assert_eq!(framed("", &refused), ["FAIL policy"]);
}

#[test]
fn a_frame_is_followed_where_it_leads() {
    let other = Host::new().start();
    for (policy, wrong) in
        [("img-src *", &["WARN frame"][..]), ("frame-src 'self'", &["FAIL policy", "WARN frame"])]
    {
        let found = spoilt(|host| {
            host.page("<iframe src='/moved/frame.html'></iframe>");
            host.redirect("/moved/frame.html", &format!("{other}{FRAME_AT}"));
            host.header(PAGE_AT, header::CONTENT_SECURITY_POLICY, policy);
        });
        assert_eq!(found, wrong);
    }
}

#[test]
fn a_pinned_script_that_changed_is_found() {
    let pinned = |digest: String| {
        with_page(&format!(
            r#"<script type="module" src="/t/readiness-check.js" integrity="{digest}" crossorigin></script><readiness-check>"#
        ))
    };
    assert_eq!(pinned(integrity(LOADER.as_bytes())), [""; 0]);
    assert_eq!(pinned(integrity(b"another")), ["FAIL integrity"]);
}

#[test]
fn redirects_are_followed_and_counted() {
    for (from, to, words) in [
        ("/old", "page.html", "moved to http://127.0.0.1"),
        ("/circle", "/circle", "too many redirects"),
        ("/out", "file:///etc/passwd", "leads to no address"),
    ] {
        let mut host = Host::new();
        host.redirect(from, to);
        let report = run(&[host.start() + from]);
        assert!(report.to_string().contains(words), "{report}");
        assert_eq!(report.is_clean(), from == "/old", "{report}");
    }
}

#[test]
fn files_of_http_in_a_page_of_https_are_found() {
    let [page, file] = ["https://page.org/", "http://files.org/"].map(|url| url.parse().expect("an address"));
    assert_eq!(super::mixed(&page, &file).map(|found| found.state), Some(State::Fail));
    assert_eq!(super::mixed(&file, &page), None);
    assert_eq!(super::mixed(&page, &page), None);
}
