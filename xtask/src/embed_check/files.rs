//! The files that a snippet leads to: whether each is there, whole, of the right type and of one build.

use super::address::Address;
use super::client::{Answer, get};
use super::{Finding, State};
use crate::dist::names::is_hashed;
use crate::dist::pages;
use serde_json::Value;

/// The types that browsers take for JavaScript, of which these are in use.
const SCRIPTS: [&str; 3] = [
    "text/javascript",
    "application/javascript",
    "application/x-javascript",
];
/// A day, in seconds: longer, and visitors stay on an old loader after an update.
const DAY: u64 = 86_400;

/// Checks the files of an element whose script is `loader`, on a page at `page`.
pub fn check(page: &Address, loader: &Address, integrity: Option<&str>) -> Vec<Finding> {
    // A module is always fetched as from another origin would be.
    let origin = (page.origin != loader.origin).then_some(page.origin.as_str());
    let mut findings = all(loader, origin);
    if let Some(integrity) = integrity
        && let Ok(answer) = get(loader, origin)
        && answer.status == 200
    {
        let own = pages::integrity(&answer.body);
        findings.push(
            if integrity.split_ascii_whitespace().any(|digest| digest == own) {
                Finding::new(State::Pass, "integrity", "is that of the script")
            } else {
                Finding::new(
                    State::Fail,
                    "integrity",
                    format!("the script has changed; its digest is {own}"),
                )
            },
        );
    }
    findings
}

/// Checks the files of a frame; in a sandbox without an origin they are fetched as from nowhere.
pub fn check_frame(frame: &Address, nowhere: bool) -> Vec<Finding> {
    match frame.join("readiness-check.js") {
        Some(loader) => all(&loader, nowhere.then_some("null")),
        None => Vec::new(),
    }
}

fn all(loader: &Address, origin: Option<&str>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let fetch = |name: &str| {
        loader
            .join(name)
            .ok_or_else(|| format!("{name} is no name of a file"))
            .and_then(|address| get(&address, origin))
    };
    let list = match fetch(pages::LIST) {
        Ok(answer) if answer.status == 200 => match serde_json::from_slice::<Value>(&answer.body) {
            Ok(list) if list["format"] == "readiness-check/files" => list,
            _ => {
                return vec![Finding::new(
                    State::Fail,
                    "list",
                    format!("{} is not the list of a build", pages::LIST),
                )];
            }
        },
        Ok(answer) => {
            return vec![Finding::new(
                State::Fail,
                "list",
                format!("{}: HTTP {}", pages::LIST, answer.status),
            )];
        }
        Err(words) => return vec![Finding::new(State::Fail, "list", words)],
    };
    let build = list["build"].as_str().unwrap_or_default();
    findings.push(Finding::new(
        State::Pass,
        "list",
        format!(
            "engine {}, build {build}",
            list["engine"].as_str().unwrap_or_default()
        ),
    ));
    let mut whole = 0;
    let mut closed = Vec::new();
    for file in list["files"].as_array().map(Vec::as_slice).unwrap_or_default() {
        let (Some(name), Some(bytes)) = (file["name"].as_str(), file["bytes"].as_u64()) else {
            continue;
        };
        // What the self-check itself loads: the pages for web masters need not be there.
        if name != "readiness-check.js" && !is_hashed(name) {
            continue;
        }
        let answer = match fetch(name) {
            Ok(answer) => answer,
            Err(words) => {
                findings.push(Finding::new(State::Fail, "file", format!("{name}: {words}")));
                continue;
            }
        };
        match fault(name, bytes, build, &answer) {
            None => whole += 1,
            Some((state, words)) => findings.push(Finding::new(state, "file", format!("{name}: {words}"))),
        }
        if let Some(origin) = origin
            && answer.status == 200
            && !lets(&answer, origin)
        {
            closed.push(name.to_owned());
        }
        if name.ends_with(".wasm") && answer.status == 200 && answer.header("content-encoding").is_none() {
            findings.push(Finding::new(
                State::Warn,
                "compression",
                format!("{name} travels uncompressed"),
            ));
        }
        if name == "readiness-check.js" {
            findings.extend(kept(&answer));
        }
    }
    findings.push(Finding::new(
        State::Pass,
        "files",
        format!("{whole} whole and of the right type"),
    ));
    if let Some(origin) = origin {
        findings.push(if closed.is_empty() {
            Finding::new(
                State::Pass,
                "origin",
                format!("pages of {origin} may use the files"),
            )
        } else {
            Finding::new(
                State::Fail,
                "origin",
                format!(
                    "no Access-Control-Allow-Origin for {origin}: {}",
                    closed.join(", ")
                ),
            )
        });
    }
    findings
}

/// What is wrong with a file.
fn fault(name: &str, bytes: u64, build: &str, answer: &Answer) -> Option<(State, String)> {
    if answer.status != 200 {
        return Some((State::Fail, format!("HTTP {}", answer.status)));
    }
    let start: String = String::from_utf8_lossy(&answer.body[..answer.body.len().min(200)]).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    if answer.kind() == "text/html" || start.starts_with("<!doctype") || start.starts_with("<html") {
        return Some((State::Fail, "an HTML page came in its place".to_owned()));
    }
    if name == "readiness-check.js" && !String::from_utf8_lossy(&answer.body).contains(build) {
        return Some((
            State::Fail,
            format!("is not of build {build}: files of two builds are mixed"),
        ));
    }
    if answer.body.len() as u64 != bytes {
        let words = format!(
            "{} bytes instead of {bytes}: changed on the way, or of another build",
            answer.body.len()
        );
        return Some((State::Fail, words));
    }
    let kind = answer.kind();
    let wanted = match name.rsplit('.').next() {
        Some("js") if SCRIPTS.contains(&kind.as_str()) => return None,
        Some("js") => {
            return Some((
                State::Fail,
                format!("its type is \"{kind}\" and must be text/javascript"),
            ));
        }
        Some("css") => "text/css",
        Some("json") => "application/json",
        _ => "application/wasm",
    };
    (kind != wanted).then(|| {
        (
            State::Warn,
            format!("its type is \"{kind}\" and should be {wanted}"),
        )
    })
}

/// Whether a page of `origin` may read an answer.
fn lets(answer: &Answer, origin: &str) -> bool {
    answer
        .header("access-control-allow-origin")
        .is_some_and(|allowed| allowed == "*" || allowed == origin)
}

/// How long browsers keep the loader without asking.
fn kept(answer: &Answer) -> Option<Finding> {
    let said = answer.header("cache-control")?.to_ascii_lowercase();
    if said.contains("no-cache") || said.contains("no-store") {
        return None;
    }
    let age = said
        .split(',')
        .find_map(|part| part.trim().strip_prefix("max-age=")?.parse::<u64>().ok())?;
    (age > DAY).then(|| {
        Finding::new(
            State::Warn,
            "caching",
            format!("readiness-check.js is kept for {} hours", age / 3600),
        )
    })
}
