//! The files that a snippet leads to: whether each is there, whole, of the right type and of one build.

use super::client::{Answer, address, get};
use super::{Finding, fail, pass, warn};
use crate::dist::names::is_hashed;
use crate::dist::pages;
use serde_json::Value;
use url::Url;

/// The types that browsers take for JavaScript, of which these are in use.
const SCRIPTS: [&str; 3] = ["text/javascript", "application/javascript", "application/x-javascript"];
/// A day, in seconds: longer, and visitors stay on an old loader after an update.
const DAY: u64 = 86_400;

/// Checks the files of an element whose script is `loader`, on a page at `page`.
pub fn check(page: &Url, loader: &Url, integrity: Option<&str>) -> Vec<Finding> {
    // A module is always fetched as from another origin would be.
    let origin = page.origin().ascii_serialization();
    let origin = (page.origin() != loader.origin()).then_some(origin.as_str());
    let mut findings = all(loader, origin);
    if let Some(integrity) = integrity
        && let Ok(answer) = get(loader, origin)
        && answer.status == 200
    {
        let own = pages::integrity(&answer.body);
        let is_own = integrity.split_ascii_whitespace().any(|digest| digest == own);
        findings.push(if is_own {
            pass("integrity", "is that of the script")
        } else {
            fail("integrity", format!("the script has changed; its digest is {own}"))
        });
    }
    findings
}

/// Checks the files of a frame; in a sandbox without an origin they are fetched as from nowhere.
pub fn check_frame(frame: &Url, nowhere: bool) -> Vec<Finding> {
    address(Some(frame), "readiness-check.js")
        .map(|loader| all(&loader, nowhere.then_some("null")))
        .unwrap_or_default()
}

/// What a build says of itself, or why that cannot be had.
fn listed(fetched: Result<Answer, String>) -> Result<Value, String> {
    let answer = fetched?;
    if answer.status != 200 {
        return Err(format!("{}: HTTP {}", pages::LIST, answer.status));
    }
    let list: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    if list["format"] != "readiness-check/files" {
        return Err(format!("{} is not the list of a build", pages::LIST));
    }
    Ok(list)
}

fn all(loader: &Url, origin: Option<&str>) -> Vec<Finding> {
    let fetch = |name: &str| {
        let file = address(Some(loader), name).ok_or_else(|| format!("{name} is no name of a file"))?;
        get(&file, origin)
    };
    let list = match listed(fetch(pages::LIST)) {
        Ok(list) => list,
        Err(words) => return vec![fail("list", words)],
    };
    let text = |key: &str| list[key].as_str().unwrap_or_default();
    let build = text("build");
    let mut findings = vec![pass("list", format!("engine {}, build {build}", text("engine")))];
    let mut whole = 0;
    let mut closed = Vec::new();
    for file in list["files"].as_array().into_iter().flatten() {
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
                findings.push(fail("file", format!("{name}: {words}")));
                continue;
            }
        };
        match fault(name, bytes, build, &answer) {
            None => whole += 1,
            Some(fault) => findings.push(fault),
        }
        if answer.status == 200 && origin.is_some_and(|origin| !lets(&answer, origin)) {
            closed.push(name);
        }
        if name.ends_with(".wasm") && answer.status == 200 && answer.header("content-encoding").is_none() {
            findings.push(warn("compression", format!("{name} travels uncompressed")));
        }
        if name == "readiness-check.js" {
            findings.extend(kept(&answer));
        }
    }
    findings.push(pass("files", format!("{whole} whole and of the right type")));
    if let Some(origin) = origin {
        findings.push(if closed.is_empty() {
            pass("origin", format!("pages of {origin} may use the files"))
        } else {
            fail("origin", format!("no Access-Control-Allow-Origin for {origin}: {}", closed.join(", ")))
        });
    }
    findings
}

/// What is wrong with a file.
fn fault(name: &str, bytes: u64, build: &str, answer: &Answer) -> Option<Finding> {
    let fail = |words: String| Some(fail("file", format!("{name}: {words}")));
    if answer.status != 200 {
        return fail(format!("HTTP {}", answer.status));
    }
    let kind = answer.kind();
    let start = String::from_utf8_lossy(&answer.body[..answer.body.len().min(200)]).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    if kind == "text/html" || start.starts_with("<!doctype") || start.starts_with("<html") {
        return fail("an HTML page came in its place".to_owned());
    }
    if name == "readiness-check.js" && !String::from_utf8_lossy(&answer.body).contains(build) {
        return fail(format!("is not of build {build}: files of two builds are mixed"));
    }
    let came = answer.body.len();
    if came as u64 != bytes {
        return fail(format!("{came} bytes instead of {bytes}: changed on the way, or of another build"));
    }
    let wanted = match name.rsplit('.').next() {
        Some("js") if SCRIPTS.contains(&kind.as_str()) => return None,
        Some("js") => return fail(format!("its type is \"{kind}\" and must be text/javascript")),
        Some("css") => "text/css",
        Some("json") => "application/json",
        _ => "application/wasm",
    };
    let words = format!("{name}: its type is \"{kind}\" and should be {wanted}");
    (kind != wanted).then(|| warn("file", words))
}

/// Whether a page of `origin` may read an answer.
fn lets(answer: &Answer, origin: &str) -> bool {
    answer.header("access-control-allow-origin").is_some_and(|allowed| allowed == "*" || allowed == origin)
}

/// How long browsers keep the loader without asking.
fn kept(answer: &Answer) -> Option<Finding> {
    let said = answer.header("cache-control")?.to_ascii_lowercase();
    if said.contains("no-cache") || said.contains("no-store") {
        return None;
    }
    let age = |part: &str| part.trim().strip_prefix("max-age=")?.parse::<u64>().ok();
    let hours = said.split(',').find_map(age).filter(|age| *age > DAY)? / 3600;
    Some(warn("caching", format!("readiness-check.js is kept for {hours} hours")))
}
