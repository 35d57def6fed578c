//! An address of the web as a request needs it: host in ASCII, path in ASCII, no password, no fragment.

use std::fmt::{self, Display};

use super::host_name::ascii;

/// Where a request goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WebAddress {
    is_secure: bool,
    /// A name, an IPv4 address, or an IPv6 address in brackets.
    host: String,
    /// The port, when it is not that of the scheme.
    port: Option<u16>,
    /// Path and query, from the first slash on.
    path: String,
}

impl WebAddress {
    /// Reads an address as a person or a server wrote it; `None` when it is none. A name and password in it are left out: they are
    /// nobody's here. So is what stands behind `#`, which no server is told.
    pub(super) fn parse(words: &str) -> Option<WebAddress> {
        let (scheme, rest) = words.trim().split_once("://")?;
        let is_secure = scheme.eq_ignore_ascii_case("https");
        if !is_secure && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        let place = authority.rsplit_once('@').map_or(authority, |(_, place)| place);
        let (host, port) = split_port(place)?;
        let port = port.filter(|port| *port != default_port(is_secure));
        Some(WebAddress { is_secure, host, port, path: path_of(path) })
    }

    /// Where an answer leads that was given at this address (RFC 3986, section 5.2); `None` when that is no place of the web.
    pub(super) fn join(&self, reference: &str) -> Option<WebAddress> {
        let reference = reference.trim();
        let reference = reference.split('#').next().unwrap_or_default();
        if let Some(rest) = reference.strip_prefix("//") {
            return WebAddress::parse(&format!("{}://{rest}", self.scheme()));
        }
        let scheme_end = reference.find(':').filter(|colon| !reference[..*colon].contains(['/', '?']));
        if scheme_end.is_some() {
            return WebAddress::parse(reference);
        }
        let own = self.path.split('?').next().unwrap_or_default();
        let folder = &own[..=own.rfind('/').unwrap_or_default()];
        let path = match reference.chars().next() {
            None => self.path.clone(),
            Some('/') => path_of(reference),
            Some('?') => path_of(&format!("{own}{reference}")),
            Some(_) => path_of(&format!("{folder}{reference}")),
        };
        Some(WebAddress { path: without_dots(&path), ..self.clone() })
    }

    /// The host, by which turns are taken.
    pub(super) fn host(&self) -> &str {
        &self.host
    }

    /// The port that is connected to.
    pub(super) fn port(&self) -> u16 {
        self.port.unwrap_or(default_port(self.is_secure))
    }

    /// Whether `self` is what `other` is, but secure: what a site does that gave up `http://`.
    pub(super) fn secures(&self, other: &WebAddress) -> bool {
        self.is_secure && !other.is_secure && self.host == other.host && self.path == other.path
    }

    fn scheme(&self) -> &'static str {
        if self.is_secure { "https" } else { "http" }
    }
}

impl Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme(), self.host)?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        f.write_str(&self.path)
    }
}

fn default_port(is_secure: bool) -> u16 {
    if is_secure { 443 } else { 80 }
}

/// Host and port, which may be missing or empty.
fn split_port(place: &str) -> Option<(String, Option<u16>)> {
    let end = match place.starts_with('[') {
        true => place.find(']')? + 1,
        false => place.rfind(':').unwrap_or(place.len()),
    };
    let (host, port) = place.split_at(end);
    let port = match port.strip_prefix(':') {
        None if !port.is_empty() => return None,
        None | Some("") => None,
        Some(digits) => Some(digits.parse().ok().filter(|port| *port > 0)?),
    };
    let host = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => format!("[{}]", address.parse::<std::net::Ipv6Addr>().ok()?),
        None => ascii(host)?,
    };
    Some((host, port))
}

/// Path and query in ASCII: what may not stand there as it is becomes `%…`, what is so already stays.
fn path_of(words: &str) -> String {
    let words = words.split('#').next().unwrap_or_default();
    let mut path = String::from(if words.starts_with('/') { "" } else { "/" });
    for byte in words.bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => path += &format!("%{byte:02X}"),
            byte if byte.is_ascii_graphic() => path.push(char::from(byte)),
            byte => path += &format!("%{byte:02X}"),
        }
    }
    path
}

/// A path whose steps `.` and `..` are taken.
fn without_dots(path: &str) -> String {
    let (steps, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let mut taken: Vec<&str> = Vec::new();
    for step in steps.split('/').skip(1) {
        match step {
            "." => {}
            ".." => drop(taken.pop()),
            step => taken.push(step),
        }
    }
    if steps.ends_with("/.") || steps.ends_with("/..") {
        taken.push("");
    }
    format!("/{}{query}", taken.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_a_request_needs_it() {
        for (words, due) in [
            ("https://example.org", Some("https://example.org/")),
            ("HTTP://Example.org:80/a?b=1#c", Some("http://example.org/a?b=1")),
            ("https://example.org:8443?b", Some("https://example.org:8443/?b")),
            ("https://例子.测试/报告/a b", Some("https://xn--fsqu00a.xn--0zwm56d/%E6%8A%A5%E5%91%8A/a%20b")),
            ("https://example.org/%E6%8A%A5?q=\"一\"", Some("https://example.org/%E6%8A%A5?q=%22%E4%B8%80%22")),
            ("https://name:word@example.org/", Some("https://example.org/")),
            ("http://10.0.0.1@example.org/", Some("http://example.org/")),
            ("http://example.org\\@10.0.0.1/", Some("http://example.org/%5C@10.0.0.1/")),
            ("http://[::FFFF:127.0.0.1]:8080/", Some("http://[::ffff:127.0.0.1]:8080/")),
            ("http://127.0.0.1:9/", Some("http://127.0.0.1:9/")),
            ("ftp://example.org/", None),
            ("https:///a", None),
            ("https://example.org:0/", None),
            ("https://example.org:99999/", None),
            ("https://[::1/", None),
            ("https://[::1]x/", None),
            ("https://exa mple.org/", None),
            ("mailto:a@example.org", None),
        ] {
            assert_eq!(WebAddress::parse(words).map(|address| address.to_string()).as_deref(), due, "{words}");
        }
    }

    #[test]
    fn an_answer_leads_on_from_where_it_was_given() {
        let at = WebAddress::parse("http://example.org:8080/a/b?c").unwrap();
        for (reference, due) in [
            ("https://other.example/x#y", Some("https://other.example/x")),
            ("//other.example/x", Some("http://other.example/x")),
            ("/x/../y", Some("http://example.org:8080/y")),
            ("x", Some("http://example.org:8080/a/x")),
            ("../x?y=/../z", Some("http://example.org:8080/x?y=/../z")),
            ("../../..", Some("http://example.org:8080/")),
            ("?d", Some("http://example.org:8080/a/b?d")),
            ("", Some("http://example.org:8080/a/b?c")),
            ("/报告", Some("http://example.org:8080/%E6%8A%A5%E5%91%8A")),
            ("javascript:alert(1)", None),
            ("https://", None),
        ] {
            assert_eq!(at.join(reference).map(|address| address.to_string()).as_deref(), due, "{reference}");
        }
    }

    #[test]
    fn the_same_address_in_https_secures_it() {
        let [plain, secure] = ["http://a.example/b", "https://a.example/b"].map(|at| WebAddress::parse(at).unwrap());
        assert!(secure.secures(&plain) && !plain.secures(&secure) && !secure.secures(&secure));
        assert!(!secure.secures(&WebAddress::parse("http://a.example/").unwrap()));
    }
}
