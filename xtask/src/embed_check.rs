//! `cargo xtask embed-check URL…`: what the doctor looks for, from outside, for a list of partner pages.

mod address;
mod client;
mod files;
pub(crate) mod page;
mod policy;

use address::Address;
use client::{Answer, get};
use page::Snippet;
use policy::Policy;
use std::fmt;

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

impl Finding {
    fn new(state: State, check: &'static str, found: impl Into<String>) -> Finding {
        Finding {
            state,
            check,
            found: found.into(),
        }
    }
}

/// What was found on each page.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pages: Vec<(String, Vec<Finding>)>,
}

impl Report {
    /// Whether nothing stands in the way of any page.
    pub fn is_clean(&self) -> bool {
        self.pages
            .iter()
            .flat_map(|(_, found)| found)
            .all(|found| found.state != State::Fail)
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
            self.pages
                .iter()
                .flat_map(|(_, found)| found)
                .filter(|found| found.state == state)
                .count()
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
pub fn run(pages: &[&str]) -> Report {
    let found = |page: &&str| {
        let findings = Address::read(page).map_or_else(
            || {
                vec![Finding::new(
                    State::Fail,
                    "page",
                    "this is no address of http or https",
                )]
            },
            |address| check(&address),
        );
        ((*page).to_owned(), findings)
    };
    Report {
        pages: pages.iter().map(found).collect(),
    }
}

/// What is found on one page.
pub fn check(address: &Address) -> Vec<Finding> {
    let page = match get(address, None) {
        Ok(page) if page.status == 200 => page,
        Ok(page) => return vec![Finding::new(State::Fail, "page", format!("HTTP {}", page.status))],
        Err(words) => return vec![Finding::new(State::Fail, "page", words)],
    };
    let mut findings = Vec::new();
    let moved = if page.address == *address {
        String::new()
    } else {
        format!(", moved to {}", page.address)
    };
    findings.push(Finding::new(State::Pass, "page", format!("HTTP 200{moved}")));
    // The tags are ASCII in every encoding that Chinese pages use.
    let html = String::from_utf8_lossy(&page.body);
    let tags = page::tags(&html);
    let policies = policies(&page, &tags);
    let snippets = page::snippets(&page.address, &tags);
    if snippets.is_empty() {
        let tag = tags.iter().any(|tag| tag.name == "readiness-check");
        let words = if tag {
            "there is a <readiness-check> tag and no script that loads it; the editor may have stripped it"
        } else {
            "neither the tag with its script nor a frame.html is on the page"
        };
        findings.push(Finding::new(State::Fail, "snippet", words));
    }
    for snippet in snippets {
        match snippet {
            Snippet::Element {
                loader,
                integrity,
                module,
                tagged,
            } => {
                findings.push(tag(&loader, module, tagged));
                findings.extend(mixed(&page.address, &loader));
                let refused: Vec<String> = policies
                    .iter()
                    .flat_map(|policy| policy.refused(&page.address, &loader))
                    .collect();
                findings.push(policy_finding(&policies, &refused));
                findings.extend(files::check(&page.address, &loader, integrity.as_deref()));
            }
            Snippet::Frame { page: frame, nowhere } => {
                findings.push(Finding::new(
                    State::Pass,
                    "snippet",
                    format!("a frame of {frame}"),
                ));
                findings.extend(mixed(&page.address, &frame));
                let refused: Vec<String> = policies
                    .iter()
                    .flat_map(|policy| policy.refused_frame(&page.address, &frame))
                    .collect();
                findings.push(policy_finding(&policies, &refused));
                findings.push(framing(&page.address, &frame));
                findings.extend(files::check_frame(&frame, nowhere));
            }
        }
    }
    findings
}

/// The policies of a page: those of its header and those in it.
fn policies(page: &Answer, tags: &[page::Tag]) -> Vec<Policy> {
    let header = page.header("content-security-policy").unwrap_or_default();
    let within = tags.iter().filter(|tag| {
        tag.name == "meta"
            && tag
                .get("http-equiv")
                .is_some_and(|name| name.trim().eq_ignore_ascii_case("content-security-policy"))
    });
    let mut all = Policy::read_all(&header);
    all.extend(
        within
            .filter_map(|tag| tag.get("content"))
            .flat_map(Policy::read_all),
    );
    all
}

fn policy_finding(policies: &[Policy], refused: &[String]) -> Finding {
    if policies.is_empty() {
        Finding::new(State::Pass, "policy", "none")
    } else if refused.is_empty() {
        Finding::new(State::Pass, "policy", "allows the self-check")
    } else {
        let mut missing = refused.to_vec();
        missing.dedup();
        Finding::new(
            State::Fail,
            "policy",
            format!("the content security policy lacks: {}", missing.join("; ")),
        )
    }
}

fn tag(loader: &Address, module: bool, tagged: bool) -> Finding {
    if !module {
        Finding::new(
            State::Fail,
            "snippet",
            format!("the script {loader} lacks type=\"module\""),
        )
    } else if !tagged {
        Finding::new(
            State::Fail,
            "snippet",
            "the script is there and the <readiness-check> tag is not; the editor may have stripped it",
        )
    } else {
        Finding::new(State::Pass, "snippet", format!("the tag and {loader}"))
    }
}

/// Browsers take nothing of http into a page of https.
fn mixed(page: &Address, file: &Address) -> Option<Finding> {
    (page.scheme() == "https" && file.scheme() == "http").then(|| {
        Finding::new(
            State::Fail,
            "mixed",
            "the page is https and the files are http: browsers block them",
        )
    })
}

/// Whether the frame lets itself be framed.
fn framing(page: &Address, frame: &Address) -> Finding {
    let answer = match get(frame, None) {
        Ok(answer) if answer.status == 200 => answer,
        Ok(answer) => return Finding::new(State::Fail, "frame", format!("{frame}: HTTP {}", answer.status)),
        Err(words) => return Finding::new(State::Fail, "frame", words),
    };
    let policy = answer.header("content-security-policy").unwrap_or_default();
    let named = policy.to_ascii_lowercase().contains("frame-ancestors");
    let option = answer
        .header("x-frame-options")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let same = page.origin == frame.origin;
    // Where a policy names ancestors, browsers leave the older header aside.
    let allowed = if named {
        Policy::read_all(&policy)
            .iter()
            .all(|policy| policy.framed_by(frame, page))
    } else {
        option.is_empty() || (option == "sameorigin" && same)
    };
    if allowed {
        Finding::new(State::Pass, "frame", "may be framed by this page")
    } else if named {
        Finding::new(
            State::Fail,
            "frame",
            format!("its policy does not let this page frame it: {policy}"),
        )
    } else {
        Finding::new(State::Fail, "frame", format!("X-Frame-Options: {option}"))
    }
}

#[cfg(test)]
mod tests;
