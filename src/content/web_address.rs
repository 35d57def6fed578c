//! What an address of the web looks like.

/// The host of an address of the web; `None` when it is none.
pub(super) fn host_of(words: &str) -> Option<&str> {
    let rest = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"))?;
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}');
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (!host.is_empty() && !words.contains(odd)).then_some(host)
}
