//! Characters that mean something in HTML.

use std::borrow::Cow;

/// Words as the text of an element.
pub fn escape(words: &str) -> Cow<'_, str> {
    replace(words, &['&', '<', '>'])
}

/// Words as the value of an attribute in double quotation marks.
pub fn attribute(words: &str) -> Cow<'_, str> {
    replace(words, &['&', '<', '>', '"'])
}

fn replace<'a>(words: &'a str, special: &[char]) -> Cow<'a, str> {
    // Control characters other than white space are not allowed in HTML; they say nothing to a reader.
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !words.contains(|c| special.contains(&c) || odd(c)) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars().filter(|c| !odd(*c)) {
        match c {
            '&' if special.contains(&c) => out.push_str("&amp;"),
            '<' if special.contains(&c) => out.push_str("&lt;"),
            '>' if special.contains(&c) => out.push_str("&gt;"),
            '"' if special.contains(&c) => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}
