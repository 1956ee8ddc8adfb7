//! Headers that do not follow from a file's content.

use crate::dist::names::is_hashed;
use axum::extract::Request;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

/// Types by ending; a text says that it is UTF-8.
const TYPES: [(&str, &str); 11] = [
    (".html", "text/html; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    (".mjs", "text/javascript; charset=utf-8"),
    (".css", "text/css; charset=utf-8"),
    (".json", "application/json; charset=utf-8"),
    (".md", "text/plain; charset=utf-8"),
    (".ts", "text/plain; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    (".svg", "image/svg+xml; charset=utf-8"),
    (".wasm", "application/wasm"),
    ("/", "text/html; charset=utf-8"),
];

/// Sets the type of what is served, how long it may be kept, and that pages of other origins may have it: a module
/// needs that, and so does a frame whose sandbox gives it no origin.
pub async fn set(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let name = path.rsplit('/').next().unwrap_or_default();
    let kept = if found && is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let kind = TYPES.iter().find(|(ending, _)| path.ends_with(ending));
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some((_, kind)) = kind.filter(|_| found) {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    response
}
