//! Answers requests from the site in memory, and only those that mean this machine.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode};
use axum::middleware::Next;

use super::kind::content_type;
use super::site::{Site, Target};
use crate::message::{Language, message};

const PAGE: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// The answer to one request.
pub(super) fn answer(site: &Site, request: &Request) -> Response<Body> {
    // The body of an answer to HEAD is left out on the way.
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let only = message!("only GET and HEAD\n", "只回答 GET 和 HEAD\n");
        let mut refused = respond(StatusCode::METHOD_NOT_ALLOWED, TEXT, only.said_in(site.language()).to_owned());
        refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refused;
    }
    let address = request.uri().path();
    match site.find(address) {
        Target::File(path, bytes) => file(site, StatusCode::OK, content_type(path), bytes),
        Target::Folder => to_folder(address, request.uri().query()),
        Target::Missing(_) if site.is_faulty() && wants_page(address) => {
            respond(StatusCode::INTERNAL_SERVER_ERROR, PAGE, site.own_page())
        }
        Target::Missing(Some(page)) => file(site, StatusCode::NOT_FOUND, PAGE, page),
        Target::Missing(None) => respond(StatusCode::NOT_FOUND, PAGE, site.own_page()),
    }
}

fn file(site: &Site, status: StatusCode, kind: &'static str, bytes: &Arc<[u8]>) -> Response<Body> {
    if kind == PAGE {
        return respond(status, kind, site.page(bytes));
    }
    respond(status, kind, Bytes::from_owner(bytes.clone()))
}

/// Sends the browser to the same address with a slash at its end.
fn to_folder(address: &str, query: Option<&str>) -> Response<Body> {
    let target = format!("{address}/{}", query.map(|query| format!("?{query}")).unwrap_or_default());
    let mut moved = respond(StatusCode::TEMPORARY_REDIRECT, TEXT, "");
    if let Ok(target) = HeaderValue::try_from(target) {
        moved.headers_mut().insert(LOCATION, target);
    }
    moved
}

/// Whether a browser would show what stands at this address as a page.
fn wants_page(address: &str) -> bool {
    let name = address.rsplit('/').next().unwrap_or_default();
    !name.contains('.') || name.ends_with(".html")
}

fn respond(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Response<Body> {
    let body = body.into();
    let length = HeaderValue::from(body.len());
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_LENGTH, length);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The names by which a browser calls this machine where it listens at `addresses`.
pub(super) fn own_names(addresses: &[SocketAddr]) -> Vec<String> {
    let shown = |address: &SocketAddr| match address.ip() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    };
    let here = ["127.0.0.1", "localhost.", "localhost", "[::1]"].map(str::to_owned);
    here.into_iter().chain(addresses.iter().map(shown)).collect()
}

/// Refuses requests that call this machine by a foreign name: a website could point its own name at 127.0.0.1 and so
/// read what is not published yet (DNS rebinding).
pub(super) async fn own_hosts_only(
    language: Language,
    names: Arc<[String]>,
    request: Request,
    next: Next,
) -> Response<Body> {
    if is_own(request.headers(), &names) {
        return next.run(request).await;
    }
    let only = message!(
        "the preview answers to 127.0.0.1, localhost and the address that --host named, and to no other name\n",
        "预览只回答 127.0.0.1、localhost 和 --host 写明的地址，不回答别的名字\n",
    );
    respond(StatusCode::FORBIDDEN, TEXT, only.said_in(language).to_owned())
}

fn is_own(headers: &HeaderMap, names: &[String]) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let port = |rest: &str| rest.is_empty() || rest.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    // A name is the same in capitals, and with the dot that says that it is whole.
    let host = host.to_ascii_lowercase();
    names.iter().any(|own| host.strip_prefix(own.as_str()).is_some_and(port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        let shared = [SocketAddr::from(([192, 168, 1, 5], 80)), "[fd00::5]:80".parse().unwrap()];
        let of = |names: &[String], host: &'static str| {
            is_own(&HeaderMap::from_iter([(HOST, HeaderValue::from_static(host))]), names)
        };
        let own = |host| of(&own_names(&[]), host);
        for host in ["192.168.1.5:4173", "192.168.1.5", "localhost:4173", "[fd00::5]:4173"] {
            assert!(of(&own_names(&shared), host), "{host}");
        }
        for host in ["192.168.1.50", "192.168.1.5.evil.example", "192.168.1.6:4173", "machine.local", "fd00::5"] {
            assert!(!of(&own_names(&shared), host), "{host}");
        }
        for host in
            ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "[::1]:8000", "LOCALHOST", "localhost.", "Localhost.:80"]
        {
            assert!(own(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
            "localhost..",
            "localhost:x",
            "192.168.1.2",
        ] {
            assert!(!own(host), "{host}");
        }
        assert!(!is_own(&HeaderMap::new(), &own_names(&[])));
    }
}
