//! `cargo xtask embed-check URL…`: what the doctor looks for, from outside, for a list of partner pages.

mod client;
mod files;
pub(crate) mod page;
mod policy;

use client::{Answer, address, get};
use page::{Snippet, Tag};
use policy::{Marks, Policies};
use std::fmt;
use url::Url;

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Pass,
    /// It works, and could be better.
    Warn,
    /// It stands in the way.
    Fail,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How it ended.
    pub state: State,
    /// What was looked at.
    pub check: &'static str,
    /// What was found.
    pub found: String,
}

fn pass(check: &'static str, found: impl Into<String>) -> Finding {
    Finding { state: State::Pass, check, found: found.into() }
}

fn warn(check: &'static str, found: impl Into<String>) -> Finding {
    Finding { state: State::Warn, ..pass(check, found) }
}

fn fail(check: &'static str, found: impl Into<String>) -> Finding {
    Finding { state: State::Fail, ..pass(check, found) }
}

/// What was found on each page.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pages: Vec<(String, Vec<Finding>)>,
}

impl Report {
    /// Whether nothing stands in the way of any page.
    pub fn is_clean(&self) -> bool {
        self.pages.iter().flat_map(|(_, found)| found).all(|found| found.state != State::Fail)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (page, findings) in &self.pages {
            writeln!(f, "\n{page}")?;
            for Finding { state, check, found } in findings {
                let state = match state {
                    State::Pass => "pass",
                    State::Warn => "WARN",
                    State::Fail => "FAIL",
                };
                writeln!(f, "  {state}  {check:<13}{found}")?;
            }
        }
        let count = |state| {
            self.pages.iter().flat_map(|(_, found)| found).filter(|found| found.state == state).count()
        };
        writeln!(
            f,
            "\n{} pages: {} in the way, {} to improve",
            self.pages.len(),
            count(State::Fail),
            count(State::Warn)
        )
    }
}

/// Checks pages, one after another.
pub fn run(pages: &[String]) -> Report {
    let found = |page: &String| {
        let findings = match address(None, page) {
            Some(address) => check(&address),
            None => vec![fail("page", "this is no address of http or https")],
        };
        (page.clone(), findings)
    };
    Report { pages: pages.iter().map(found).collect() }
}

/// What is found on one page.
pub fn check(asked: &Url) -> Vec<Finding> {
    let page = match fetched(asked, "page") {
        Ok(page) => page,
        Err(finding) => return vec![finding],
    };
    let here = page.address();
    let moved = if here == asked { String::new() } else { format!(", moved to {here}") };
    let mut findings = vec![pass("page", format!("HTTP 200{moved}"))];
    // The tags are ASCII in every encoding that Chinese pages use.
    let tags = page::tags(&String::from_utf8_lossy(&page.body));
    let policies = policies(&page, &tags);
    let snippets = page::snippets(here, &tags);
    if snippets.is_empty() {
        let words = if tags.iter().any(|tag| tag.name == "readiness-check") {
            "there is a <readiness-check> tag and no script that loads it; the editor may have stripped it"
        } else {
            "neither the tag with its script nor a frame.html is on the page"
        };
        findings.push(fail("snippet", words));
    }
    // XML knows such tags.
    if page.kind() != "application/xhtml+xml"
        && tags.iter().any(|tag| tag.name == "readiness-check" && tag.closes_itself)
    {
        let words = "<readiness-check/> does not end the tag in HTML: all that follows becomes part of it and is hidden; \
                     write <readiness-check></readiness-check>";
        findings.push(fail("snippet", words));
    }
    for snippet in snippets {
        match snippet {
            Snippet::Element { loader, script, tagged } => {
                let loader = policies.upgraded(loader);
                let marks = Marks {
                    nonce: script.get("nonce").unwrap_or_default(),
                    integrity: script.get("integrity").unwrap_or_default(),
                };
                findings.push(tag(&loader, &script, tagged));
                findings.extend(mixed(here, &loader));
                findings.push(policy_finding(&policies, &policies.refused(here, &loader, marks)));
                findings.extend(files::check(here, &loader, script.get("integrity")));
            }
            Snippet::Frame { page: frame, nowhere } => {
                let frame = policies.upgraded(frame);
                findings.push(pass("snippet", format!("a frame of {frame}")));
                let answer = fetched(&frame, "frame");
                let way = answer.as_ref().map_or(std::slice::from_ref(&frame), |answer| &answer.way);
                findings.extend(way.iter().find_map(|hop| mixed(here, hop)));
                findings.push(policy_finding(&policies, &policies.refused_frame(here, way)));
                findings.extend(match &answer {
                    Ok(answer) => vec![framing(here, answer)],
                    Err(finding) => vec![finding.clone()],
                });
                findings.extend(redirected(way));
                findings.extend(files::check_frame(&way[way.len() - 1], nowhere));
            }
        }
    }
    findings
}

/// What lies at an address, or that it is not there.
fn fetched(address: &Url, check: &'static str) -> Result<Answer, Finding> {
    match get(address, None) {
        Ok(answer) if answer.status == 200 => Ok(answer),
        Ok(answer) => Err(fail(check, format!("{address}: HTTP {}", answer.status))),
        Err(words) => Err(fail(check, words)),
    }
}

/// The policies of a page: those of its header and those in it.
fn policies(page: &Answer, tags: &[Tag]) -> Policies {
    let is_policy = |tag: &&Tag| {
        let name = tag.get("http-equiv").unwrap_or_default();
        tag.name == "meta" && name.trim().eq_ignore_ascii_case("content-security-policy")
    };
    let within = tags.iter().filter(is_policy).filter_map(|tag| tag.get("content"));
    Policies::read(&page.header("content-security-policy").unwrap_or_default(), within)
}

fn policy_finding(policies: &Policies, missing: &[String]) -> Finding {
    if policies.is_empty() {
        pass("policy", "none")
    } else if missing.is_empty() {
        pass("policy", "allows the self-check")
    } else {
        fail("policy", format!("the content security policy lacks: {}", missing.join("; ")))
    }
}

fn tag(loader: &Url, script: &Tag, tagged: bool) -> Finding {
    let kind = script.get("type").unwrap_or_default();
    if !kind.trim().eq_ignore_ascii_case("module") {
        fail("snippet", format!("the script {loader} lacks type=\"module\""))
    } else if !tagged {
        let words =
            "the script is there and the <readiness-check> tag is not; the editor may have stripped it";
        fail("snippet", words)
    } else {
        pass("snippet", format!("the tag and {loader}"))
    }
}

/// Browsers take nothing of http into a page of https.
fn mixed(page: &Url, file: &Url) -> Option<Finding> {
    let words = "the page is https and the files are http: browsers block them";
    (page.scheme() == "https" && file.scheme() == "http").then(|| fail("mixed", words))
}

/// Whether the frame lets itself be framed.
fn framing(page: &Url, answer: &Answer) -> Finding {
    let frame = answer.address();
    let header = answer.header("content-security-policy").unwrap_or_default();
    let policies = Policies::read(&header, []);
    let option = answer.header("x-frame-options").unwrap_or_default().to_ascii_lowercase();
    let same_origin = option == "sameorigin" && page.origin() == frame.origin();
    // Where a policy names ancestors, browsers leave the older header aside.
    if policies.names("frame-ancestors") {
        if !policies.framed_by(frame, page) {
            let words = format!("its policy does not let this page frame it: {header}");
            return fail("frame", words);
        }
    } else if !(option.is_empty() || same_origin) {
        return fail("frame", format!("X-Frame-Options: {option}"));
    }
    pass("frame", "may be framed by this page")
}

/// The page takes a height only from the origin in the frame's address, and a redirect may lose what stands behind `?`.
fn redirected(way: &[Url]) -> Option<Finding> {
    let (asked, last) = (way.first()?, way.last()?);
    if asked == last {
        return None;
    }
    let words = format!("the frame's address leads on to {last}: put that one into the snippet");
    let same = asked.origin() == last.origin() && asked.query() == last.query();
    Some(if same { pass("frame", words) } else { warn("frame", words) })
}

#[cfg(test)]
mod tests;
