//! Fetching as a browser would: redirects seen one by one, contents decompressed.

use flate2::read::GzDecoder;
use std::io::{self, Read as _};
use std::time::Duration;
use ureq::http::{HeaderMap, header};
use ureq::{Agent, Proxy};
use url::Url;

/// For one file.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most that is taken of one file, in bytes, compressed and not.
const MOST: u64 = 32 * 1024 * 1024;
/// Redirects that are followed.
const HOPS: usize = 5;

/// What a server sent.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Every address on the way, the last one that of the content.
    pub way: Vec<Url>,
    /// The status.
    pub status: u16,
    headers: HeaderMap,
    /// The content, decompressed.
    pub body: Vec<u8>,
}

impl Answer {
    /// Where it came from in the end.
    pub fn address(&self) -> &Url {
        self.way.last().expect("a way begins with what was asked for")
    }

    /// A header; several of one name are joined by commas.
    pub fn header(&self, name: &str) -> Option<String> {
        let all: Vec<_> = self.headers.get_all(name).iter().collect();
        let text = |value: &&header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        (!all.is_empty()).then(|| all.iter().map(text).collect::<Vec<_>>().join(", "))
    }

    /// The type without its parameters, in lower case; empty where there is none.
    pub fn kind(&self) -> String {
        let kind = self.header("content-type").unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default();
        kind.trim().to_ascii_lowercase()
    }
}

/// The address that `text` means, on a page at `base` or by itself, without its fragment; `None` for what is none of http
/// or https. A name before the host would be sent as a password; pages that hold one are mistaken.
pub fn address(base: Option<&Url>, text: &str) -> Option<Url> {
    let mut address = Url::options().base_url(base).parse(text.trim()).ok()?;
    address.set_fragment(None);
    let known = ["http", "https"].contains(&address.scheme()) && address.username().is_empty();
    known.then_some(address)
}

/// Fetches what is at an address, as a page of `origin` would, and follows redirects.
///
/// # Errors
/// In words, where there is no answer.
pub fn get(asked: &Url, origin: Option<&str>) -> Result<Answer, String> {
    let mut way = vec![asked.clone()];
    while way.len() <= HOPS + 1 {
        let here = &way[way.len() - 1];
        let response = ask(here, origin).map_err(|cause| format!("{here}: {cause}"))?;
        let (head, mut body) = response.into_parts();
        let next = head.headers.get(header::LOCATION);
        if let (true, Some(next)) = (head.status.is_redirection(), next) {
            let next = String::from_utf8_lossy(next.as_bytes());
            let next = address(Some(here), &next)
                .ok_or_else(|| format!("a redirect leads to no address of http or https: {next}"))?;
            way.push(next);
            continue;
        }
        let sent = body.with_config().limit(MOST).read_to_vec();
        let mut answer = Answer {
            way,
            status: head.status.as_u16(),
            headers: head.headers,
            body: sent.map_err(|cause| cause.to_string())?,
        };
        let coding = answer.header("content-encoding").unwrap_or_default();
        answer.body = decoded(&coding.to_ascii_lowercase(), answer.body)
            .map_err(|cause| format!("the content is not compressed as it says: {cause}"))?;
        return Ok(answer);
    }
    Err("too many redirects".to_owned())
}

fn ask(address: &Url, origin: Option<&str>) -> Result<ureq::http::Response<ureq::Body>, ureq::Error> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(PATIENCE))
        .user_agent("readiness-check embed-check")
        .proxy(if is_local(address) { None } else { Proxy::try_from_env() })
        .tls_config(
            ureq::tls::TlsConfig::builder().root_certs(ureq::tls::RootCerts::PlatformVerifier).build(),
        )
        .build()
        .into();
    let request = agent.get(address.as_str()).header("Accept-Encoding", "br, gzip");
    match origin {
        Some(origin) => request.header("Origin", origin).call(),
        None => request.call(),
    }
}

/// Whether an address is on this machine, as browsers judge it.
pub fn is_local(address: &Url) -> bool {
    ["localhost", "127.0.0.1", "[::1]"].contains(&address.host_str().unwrap_or_default())
}

fn decoded(coding: &str, sent: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    match coding {
        "br" => brotli::Decompressor::new(&sent[..], 4096).take(MOST).read_to_end(&mut content)?,
        "gzip" | "x-gzip" => GzDecoder::new(&sent[..]).take(MOST).read_to_end(&mut content)?,
        _ => return Ok(sent),
    };
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_without_a_password_are_asked() {
        let page = address(None, " http://Example.org:80/news/a.html?x=1#y ").expect("an address");
        assert_eq!(page.as_str(), "http://example.org/news/a.html?x=1");
        let meant = address(Some(&page), "../x.js#z");
        assert_eq!(meant.expect("an address").as_str(), "http://example.org/x.js");
        for text in
            ["javascript:x", "data:text/html,x", "ftp://example.org/", "http://", "http://user@example.org/"]
        {
            assert_eq!(address(Some(&page), text), None, "{text}");
        }
        for text in ["example.org", "", "file:///x", "http://a b/"] {
            assert_eq!(address(None, text), None, "{text}");
        }
    }
}
