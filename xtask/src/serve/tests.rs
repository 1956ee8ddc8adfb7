use super::Site;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use tempfile::TempDir;

/// A folder with a site and a secret beside it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in [
        ("secret.txt", "secret"),
        ("pages/one.html", "a page"),
        ("dist/index.html", "plain"),
        ("dist/index.html.br", "as brotli"),
        ("dist/index.html.gz", "as gzip"),
        ("dist/readiness-check.js", "export {}"),
        ("dist/readiness-check-0123456789ab.wasm", "module"),
        ("dist/readiness-check-0123456789ab.css", ""),
        ("dist/x-2018-0123456789ab.zh-CN.json", "[]"),
        ("dist/readiness-check.d.ts", "export {}"),
    ] {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, content).expect("to write");
    }
    folder
}

fn site(folder: &TempDir) -> Site {
    Site::new(&folder.path().join("dist")).with("/pages", &folder.path().join("pages"))
}

/// Sends one request as it stands; gives the answer with its head in lower case.
fn ask(address: &str, request: &str) -> (String, String) {
    let mut stream = TcpStream::connect(address.trim_start_matches("http://")).expect("the server");
    write!(stream, "{request}\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("to send");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let (head, body) = answer.split_once("\r\n\r\n").expect("head and body");
    (head.to_ascii_lowercase(), body.to_owned())
}

#[test]
fn types_are_right_and_hashed_names_are_kept() {
    let folder = folder();
    let server = site(&folder).start(0).expect("a server");
    for (path, kind, forever) in [
        ("/", "text/html; charset=utf-8", false),
        ("/index.html", "text/html; charset=utf-8", false),
        ("/readiness-check.js", "text/javascript; charset=utf-8", false),
        ("/readiness-check.d.ts", "text/plain; charset=utf-8", false),
        ("/readiness-check-0123456789ab.wasm", "application/wasm", true),
        ("/readiness-check-0123456789ab.css", "text/css; charset=utf-8", true),
        ("/x-2018-0123456789ab.zh-CN.json", "application/json; charset=utf-8", true),
        ("/pages/one.html", "text/html; charset=utf-8", false),
    ] {
        let (head, _) = ask(&server.address(), &format!("GET {path} HTTP/1.1"));
        assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
        assert!(head.contains(&format!("content-type: {kind}\r\n")), "{path}: {head}");
        assert!(head.contains("access-control-allow-origin: *\r\n"), "{path}: {head}");
        assert_eq!(head.contains("immutable"), forever, "{path}: {head}");
        assert_eq!(head.contains("cache-control: no-cache"), !forever, "{path}: {head}");
    }
    let (head, _) = ask(&server.address(), "GET /gone-0123456789ab.css HTTP/1.1");
    assert!(head.starts_with("http/1.1 404") && head.contains("no-cache"), "{head}");
}

#[test]
fn the_variant_that_was_asked_for_is_sent() {
    let folder = folder();
    let server = site(&folder).start(0).expect("a server");
    for (accepted, encoding, content) in [
        ("gzip, br", Some("br"), "as brotli"),
        ("gzip", Some("gzip"), "as gzip"),
        ("identity", None, "plain"),
    ] {
        let request = format!("GET /index.html HTTP/1.1\r\nAccept-Encoding: {accepted}");
        let (head, body) = ask(&server.address(), &request);
        assert_eq!(body, content);
        assert!(head.contains("vary: accept-encoding"), "{head}");
        assert!(head.contains("content-type: text/html; charset=utf-8"), "{head}");
        match encoding {
            Some(encoding) => assert!(head.contains(&format!("content-encoding: {encoding}")), "{head}"),
            None => assert!(!head.contains("content-encoding"), "{head}"),
        }
    }
    let (head, body) = ask(&server.address(), "HEAD /index.html HTTP/1.1");
    assert!(head.starts_with("http/1.1 200") && body.is_empty(), "{head}");
}

#[test]
fn nothing_outside_the_folders_is_sent_and_nothing_is_taken() {
    let folder = folder();
    let server = site(&folder).start(0).expect("a server");
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/pages/../../secret.txt",
        "/pages/%2e%2e/%2e%2e/secret.txt",
        "//secret.txt",
        "/./../secret.txt",
    ] {
        let (head, body) = ask(&server.address(), &format!("GET {path} HTTP/1.1"));
        assert!(!head.starts_with("http/1.1 200"), "{path}: {head}");
        assert!(!body.contains("secret"), "{path}: {body}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let (head, _) = ask(&server.address(), &format!("{method} /index.html HTTP/1.1"));
        assert!(head.starts_with("http/1.1 405"), "{method}: {head}");
    }
}

#[test]
fn the_next_free_port_is_taken() {
    let folder = folder();
    let first = site(&folder).start(0).expect("a server");
    let port: u16 = first.address().rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    let second = site(&folder).start_near(port).expect("another");
    assert_ne!(first.address(), second.address());
    let (head, _) = ask(&second.address(), "GET / HTTP/1.1");
    assert!(head.starts_with("http/1.1 200"), "{head}");
}
