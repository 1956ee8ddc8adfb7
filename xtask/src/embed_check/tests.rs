use super::{State, run};
use crate::dist::pages::integrity;
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

/// What a server sends for one path: status, headers, body.
#[derive(Clone)]
struct Sent(u16, Vec<(&'static str, String)>, Vec<u8>);

/// A small site: a page with the snippet, and a build of four files.
struct Host {
    sent: BTreeMap<String, Sent>,
}

const BUILD: &str = "0123456789ab";
const LOADER: &str = "const build = \"0123456789ab\";";
const WASM: &[u8] = b"\0asm\x01\0\0\0";

fn named(kind: &str) -> Vec<(&'static str, String)> {
    vec![("Content-Type", kind.to_owned())]
}

impl Host {
    /// A site without a fault.
    fn new() -> Host {
        let wasm = format!("readiness-check-{BUILD}.wasm");
        let css = format!("readiness-check-{BUILD}.css");
        let list = format!(
            r#"{{"format":"readiness-check/files","version":1,"engine":"0.1.0","build":"{BUILD}","files":[{{"name":"index.html","bytes":5}},{{"name":"readiness-check.js","bytes":{}}},{{"name":"{wasm}","bytes":8}},{{"name":"{css}","bytes":2}}]}}"#,
            LOADER.len()
        );
        let mut host = Host {
            sent: BTreeMap::new(),
        };
        host.put("/page.html", "text/html", br#"<script type="module" src="/t/readiness-check.js"></script><readiness-check></readiness-check>"#);
        host.put("/t/frame.html", "text/html", b"<p>frame</p>");
        host.put(
            "/t/readiness-check.files.json",
            "application/json",
            list.as_bytes(),
        );
        host.put(
            "/t/readiness-check.js",
            "text/javascript; charset=utf-8",
            LOADER.as_bytes(),
        );
        host.put(&format!("/t/{css}"), "text/css", b"a{");
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(WASM).expect("to compress");
        host.put(
            &format!("/t/{wasm}"),
            "application/wasm",
            &gzip.finish().expect("to compress"),
        );
        host.header(&format!("/t/{wasm}"), "Content-Encoding", "gzip");
        host
    }

    fn put(&mut self, path: &str, kind: &str, body: &[u8]) {
        self.sent
            .insert(path.to_owned(), Sent(200, named(kind), body.to_vec()));
    }

    fn header(&mut self, path: &str, name: &'static str, value: &str) {
        let sent = self.sent.get_mut(path).expect("a file");
        sent.1.retain(|(known, _)| *known != name);
        sent.1.push((name, value.to_owned()));
    }

    fn everywhere(&mut self, name: &'static str, value: &str) {
        for path in self.sent.keys().cloned().collect::<Vec<_>>() {
            self.header(&path, name, value);
        }
    }

    /// Serves for as long as the test runs; gives the origin.
    fn start(self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let mut asked = Vec::new();
                let mut part = [0; 2048];
                while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
                    match stream.read(&mut part) {
                        Ok(count) if count > 0 => asked.extend(&part[..count]),
                        _ => break,
                    }
                }
                let asked = String::from_utf8_lossy(&asked).into_owned();
                let path = asked.split(' ').nth(1).unwrap_or_default();
                let path = path.split('?').next().unwrap_or_default();
                let Sent(status, headers, body) =
                    self.sent
                        .get(path)
                        .cloned()
                        .unwrap_or(Sent(404, Vec::new(), Vec::new()));
                let headers: String = headers
                    .iter()
                    .map(|(name, value)| format!("{name}: {value}\r\n"))
                    .collect();
                let head = format!(
                    "HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n",
                    body.len()
                );
                stream
                    .write_all(head.as_bytes())
                    .and_then(|()| stream.write_all(&body))
                    .ok();
            }
        });
        origin
    }
}

/// What is wrong with the page of a host: check and state.
fn wrong(host: Host) -> Vec<(&'static str, State)> {
    let page = format!("{}/page.html", host.start());
    let report = run(&[page]);
    let wrong: Vec<_> = report.pages[0]
        .1
        .iter()
        .filter(|found| found.state != State::Pass)
        .map(|found| (found.check, found.state))
        .collect();
    assert_eq!(
        report.is_clean(),
        wrong.iter().all(|(_, state)| *state != State::Fail)
    );
    wrong
}

fn spoilt(spoil: impl FnOnce(&mut Host)) -> Vec<(&'static str, State)> {
    let mut host = Host::new();
    spoil(&mut host);
    wrong(host)
}

#[test]
fn a_page_without_a_fault_passes() {
    let page = format!("{}/page.html", Host::new().start());
    let report = run(&[page]);
    assert!(report.is_clean(), "{report}");
    let text = report.to_string();
    assert!(text.contains("engine 0.1.0, build 0123456789ab"), "{text}");
    assert!(text.contains("3 whole and of the right type"), "{text}");
    assert!(text.contains("1 pages: 0 in the way, 0 to improve"), "{text}");
}

#[test]
fn each_fault_of_the_files_is_found() {
    let wasm = format!("/t/readiness-check-{BUILD}.wasm");
    assert_eq!(
        spoilt(|host| host.header(&wasm, "Content-Type", "application/octet-stream")),
        [("file", State::Warn)]
    );
    assert_eq!(
        spoilt(|host| host.header("/t/readiness-check.js", "Content-Type", "text/plain")),
        [("file", State::Fail)]
    );
    assert_eq!(
        spoilt(|host| host.put(&wasm, "text/html", b"<html>")),
        [("file", State::Fail), ("compression", State::Warn)]
    );
    assert_eq!(
        spoilt(|host| host.put(&wasm, "application/wasm", b"\r\n<!DOCTYPE html>")),
        [("file", State::Fail), ("compression", State::Warn)]
    );
    assert_eq!(
        spoilt(|host| host.put(&wasm, "application/wasm", WASM)),
        [("compression", State::Warn)]
    );
    assert_eq!(
        spoilt(|host| {
            host.sent.remove(&wasm);
        }),
        [("file", State::Fail)]
    );
    assert_eq!(
        spoilt(|host| host.put(&format!("/t/readiness-check-{BUILD}.css"), "text/css", b"a{\r")),
        [("file", State::Fail)]
    );
    assert_eq!(
        spoilt(|host| host.put(
            "/t/readiness-check.js",
            "text/javascript",
            b"const build = \"ba9876543210\";"
        )),
        [("file", State::Fail)]
    );
    assert_eq!(
        spoilt(|host| {
            host.sent.remove("/t/readiness-check.files.json");
        }),
        [("list", State::Fail)]
    );
    assert_eq!(
        spoilt(|host| host.put("/t/readiness-check.files.json", "application/json", b"{}")),
        [("list", State::Fail)]
    );
    assert_eq!(
        spoilt(|host| host.header("/t/readiness-check.js", "Cache-Control", "public, max-age=604800")),
        [("caching", State::Warn)]
    );
    assert_eq!(
        spoilt(|host| host.header(
            "/t/readiness-check.js",
            "Cache-Control",
            "max-age=604800, no-cache"
        )),
        []
    );
    assert_eq!(
        spoilt(|host| host.header(&wasm, "Content-Encoding", "br")),
        [("file", State::Fail)]
    );
}

#[test]
fn each_fault_of_the_page_is_found() {
    let html = |html: &'static str| spoilt(move |host| host.put("/page.html", "text/html", html.as_bytes()));
    assert_eq!(html("<p>nothing</p>"), [("snippet", State::Fail)]);
    assert_eq!(
        html("<readiness-check></readiness-check>"),
        [("snippet", State::Fail)]
    );
    assert_eq!(
        html("<script type=module src=/t/readiness-check.js></script>"),
        [("snippet", State::Fail)]
    );
    assert_eq!(
        html("<script src=/t/readiness-check.js></script><readiness-check>"),
        [("snippet", State::Fail)]
    );
    let closed_in_itself =
        "<script type=module src=/t/readiness-check.js></script><readiness-check lang=en /><p>";
    assert_eq!(html(closed_in_itself), [("snippet", State::Fail)]);
    assert_eq!(
        spoilt(|host| host.put("/page.html", "application/xhtml+xml", closed_in_itself.as_bytes())),
        []
    );
    assert_eq!(
        spoilt(|host| {
            host.sent.remove("/page.html");
        }),
        [("page", State::Fail)]
    );
    let report = run(&["example.org", "http://127.0.0.1:9/"].map(str::to_owned));
    assert!(!report.is_clean());
    assert_eq!(report.pages.len(), 2);
    assert!(
        report
            .pages
            .iter()
            .all(|(_, found)| found[0].check == "page" && found[0].state == State::Fail)
    );
}

#[test]
fn a_policy_is_read_from_header_and_page() {
    let header = |policy: &'static str| {
        spoilt(move |host| host.header("/page.html", "Content-Security-Policy", policy))
    };
    assert_eq!(header("default-src 'self'"), [("policy", State::Fail)]);
    assert_eq!(header("default-src 'self' 'wasm-unsafe-eval'"), []);
    let meta = br#"<meta http-equiv="Content-Security-Policy" content="connect-src 'none'"><script type="module" src="/t/readiness-check.js"></script><readiness-check>"#;
    assert_eq!(
        spoilt(|host| host.put("/page.html", "text/html", meta)),
        [("policy", State::Fail)]
    );
}

#[test]
fn files_of_another_origin_need_their_header() {
    for (header, clean) in [
        (None, false),
        (Some("*"), true),
        (Some("https://other.org"), false),
    ] {
        let mut files = Host::new();
        if let Some(header) = header {
            files.everywhere("Access-Control-Allow-Origin", header);
        }
        let files = files.start();
        let found = spoilt(|host| {
            let html = format!(
                r#"<script type="module" src="{files}/t/readiness-check.js"></script><readiness-check>"#
            );
            host.put("/page.html", "text/html", html.as_bytes());
        });
        assert_eq!(found.is_empty(), clean, "{found:?}");
        assert!(clean || found == [("origin", State::Fail)], "{found:?}");
    }
}

#[test]
fn a_frame_is_checked_as_such() {
    let frame =
        |sandbox: &str| format!("<iframe {sandbox} src='/t/frame.html?lang=en'></iframe>").into_bytes();
    assert_eq!(spoilt(|host| host.put("/page.html", "text/html", &frame(""))), []);
    let option = |value: &'static str| {
        spoilt(|host| {
            host.put("/page.html", "text/html", &frame(""));
            host.header("/t/frame.html", "X-Frame-Options", value);
        })
    };
    assert_eq!(option("DENY"), [("frame", State::Fail)]);
    assert_eq!(option("SAMEORIGIN"), []);
    let policy = |value: &'static str| {
        spoilt(|host| {
            host.put("/page.html", "text/html", &frame(""));
            host.header("/t/frame.html", "X-Frame-Options", "DENY");
            host.header("/t/frame.html", "Content-Security-Policy", value);
        })
    };
    assert_eq!(policy("frame-ancestors 'none'"), [("frame", State::Fail)]);
    assert_eq!(policy("frame-ancestors 'self'"), []);
    assert_eq!(
        spoilt(|host| {
            host.put("/page.html", "text/html", &frame(""));
            host.sent.remove("/t/frame.html");
        }),
        [("frame", State::Fail)]
    );
    // Without an origin of its own it fetches its module as a stranger.
    assert_eq!(
        spoilt(|host| host.put("/page.html", "text/html", &frame("sandbox=allow-scripts"))),
        [("origin", State::Fail)]
    );
    assert_eq!(
        spoilt(|host| {
            host.put("/page.html", "text/html", &frame("sandbox=allow-scripts"));
            host.everywhere("Access-Control-Allow-Origin", "*");
        }),
        []
    );
    assert_eq!(
        spoilt(|host| {
            host.put("/page.html", "text/html", &frame(""));
            host.header("/page.html", "Content-Security-Policy", "frame-src 'none'");
        }),
        [("policy", State::Fail)]
    );
    // Its files are those of where it leads, and the page must be allowed to go there.
    let other = Host::new().start();
    for (policy, wrong) in [
        (None, &[("frame", State::Warn)][..]),
        (
            Some("frame-src 'self'"),
            &[("policy", State::Fail), ("frame", State::Warn)],
        ),
    ] {
        let found = spoilt(|host| {
            host.put(
                "/page.html",
                "text/html",
                b"<iframe src='/moved/frame.html'></iframe>",
            );
            let location = vec![("Location", format!("{other}/t/frame.html"))];
            host.sent
                .insert("/moved/frame.html".to_owned(), Sent(301, location, Vec::new()));
            if let Some(policy) = policy {
                host.header("/page.html", "Content-Security-Policy", policy);
            }
        });
        assert_eq!(found, wrong);
    }
}

#[test]
fn a_pinned_script_that_changed_is_found() {
    let pinned = |digest: String| {
        spoilt(move |host| {
            let html = format!(
                r#"<script type="module" src="/t/readiness-check.js" integrity="{digest}" crossorigin></script><readiness-check>"#
            );
            host.put("/page.html", "text/html", html.as_bytes());
        })
    };
    assert_eq!(pinned(integrity(LOADER.as_bytes())), []);
    assert_eq!(pinned(integrity(b"another")), [("integrity", State::Fail)]);
}

#[test]
fn redirects_are_followed_and_counted() {
    let moved = |from: &str, to: &str| {
        let mut host = Host::new();
        host.sent.insert(
            from.to_owned(),
            Sent(302, vec![("Location", to.to_owned())], Vec::new()),
        );
        let page = format!("{}{from}", host.start());
        run(&[page])
    };
    let report = moved("/old", "page.html");
    assert!(
        report.is_clean() && report.to_string().contains("moved to http://127.0.0.1"),
        "{report}"
    );
    assert!(
        moved("/circle", "/circle")
            .to_string()
            .contains("too many redirects")
    );
    assert!(
        moved("/out", "file:///etc/passwd")
            .to_string()
            .contains("leads to no address")
    );
}

#[test]
fn files_of_http_in_a_page_of_https_are_found() {
    let page = super::Url::parse("https://page.org/").expect("an address");
    let file = super::Url::parse("http://files.org/").expect("an address");
    assert_eq!(
        super::mixed(&page, &file).map(|found| found.state),
        Some(State::Fail)
    );
    assert_eq!(super::mixed(&file, &page), None);
    assert_eq!(super::mixed(&page, &page), None);
}
