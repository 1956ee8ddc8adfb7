//! Fetching, by `curl`, which speaks https where this crate does not.

use super::address::Address;
use crate::process::program;
use std::io::Read as _;
use std::process::Stdio;

/// Seconds for one file.
const PATIENCE: &str = "30";
/// The most that is taken of one file, in bytes, compressed and not.
const MOST: u64 = 32 * 1024 * 1024;
/// Redirects that are followed.
const HOPS: usize = 5;

/// What a server sent.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Where it came from in the end.
    pub address: Address,
    /// The status.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The content, decompressed.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header; several of one name are joined by commas.
    pub fn header(&self, name: &str) -> Option<String> {
        let all: Vec<&str> = self
            .headers
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .collect();
        (!all.is_empty()).then(|| all.join(", "))
    }

    /// The type without its parameters, in lower case; empty where there is none.
    pub fn kind(&self) -> String {
        let kind = self.header("content-type").unwrap_or_default();
        kind.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }
}

/// Fetches what is at an address, as a page of `origin` would, and follows redirects.
///
/// # Errors
/// In words, where there is no answer.
pub fn get(address: &Address, origin: Option<&str>) -> Result<Answer, String> {
    let mut address = address.clone();
    for _ in 0..=HOPS {
        let answer = get_once(&address, origin)?;
        match answer.header("location") {
            Some(next) if (300..400).contains(&answer.status) => {
                address = address
                    .join(&next)
                    .ok_or_else(|| format!("a redirect leads to no address: {next}"))?;
            }
            _ => return Ok(answer),
        }
    }
    Err("too many redirects".to_owned())
}

fn get_once(address: &Address, origin: Option<&str>) -> Result<Answer, String> {
    let mut curl = program("curl");
    // First, since only then curl leaves the settings of the user alone.
    curl.arg("--disable");
    curl.args([
        "--silent",
        "--show-error",
        "--include",
        "--suppress-connect-headers",
        "--globoff",
    ]);
    curl.args(["--proto", "=http,https", "--noproxy", "localhost,127.0.0.1"]);
    curl.args(["--max-time", PATIENCE, "--max-filesize", &MOST.to_string()]);
    curl.args([
        "--header",
        "Accept-Encoding: br, gzip",
        "--user-agent",
        "readiness-check embed-check",
    ]);
    if let Some(origin) = origin {
        curl.args(["--header", &format!("Origin: {origin}")]);
    }
    curl.args(["--url", &address.to_string()]);
    let output = curl
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .map_err(|cause| format!("curl cannot be started: {cause}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    read(address, &output.stdout)
}

/// Reads an answer with its head.
fn read(address: &Address, bytes: &[u8]) -> Result<Answer, String> {
    let end = bytes
        .windows(4)
        .position(|part| part == b"\r\n\r\n")
        .ok_or("the answer has no head")?;
    let head = String::from_utf8_lossy(&bytes[..end]);
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let mut answer = Answer {
        address: address.clone(),
        status: status.ok_or("the answer has no status")?,
        headers,
        body: Vec::new(),
    };
    let body = &bytes[end + 4..];
    let taken = match answer
        .header("content-encoding")
        .unwrap_or_default()
        .to_ascii_lowercase()
        .as_str()
    {
        "br" => brotli::Decompressor::new(body, 4096)
            .take(MOST)
            .read_to_end(&mut answer.body),
        "gzip" | "x-gzip" => flate2::read::GzDecoder::new(body)
            .take(MOST)
            .read_to_end(&mut answer.body),
        _ => body.take(MOST).read_to_end(&mut answer.body),
    };
    taken.map_err(|cause| format!("the content is not compressed as it says: {cause}"))?;
    Ok(answer)
}
