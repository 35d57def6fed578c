//! Characters that mean something in markup: words as HTML and SVG hold them. Knows no element.

use std::borrow::Cow;

/// How markup spells a character that would otherwise end a text or begin a tag.
fn entity(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        _ => None,
    }
}

/// Words as the text of an HTML element.
pub fn escape(words: &str) -> Cow<'_, str> {
    html(words, |c| c != '"')
}

/// Words as the value of an HTML attribute in double quotation marks.
pub fn attribute(words: &str) -> Cow<'_, str> {
    html(words, |_| true)
}

fn html(words: &str, special: impl Fn(char) -> bool) -> Cow<'_, str> {
    let spelled = |c: char| entity(c).filter(|_| special(c));
    // Control characters other than white space are not allowed in HTML; they say nothing to a reader.
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !words.contains(|c| odd(c) || spelled(c).is_some()) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars().filter(|c| !odd(*c)) {
        match spelled(c) {
            Some(entity) => out.push_str(entity),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Words as SVG holds them, in text and in attributes: on one line, and what XML cannot hold becomes U+FFFD.
pub fn svg(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match (entity(c), c) {
            (Some(entity), _) => out.push_str(entity),
            (None, '\t' | '\n' | '\r') => out.push(' '),
            (None, '\u{0}'..' ' | '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            (None, c) => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_place() {
        assert_eq!(svg("</text><script>\"&\u{1}"), "&lt;/text&gt;&lt;script&gt;&quot;&amp;\u{fffd}");
        assert_eq!(escape("</p><script>\"&\u{1}"), "&lt;/p&gt;&lt;script&gt;\"&amp;");
        assert_eq!(attribute("\"><script>\n"), "&quot;&gt;&lt;script&gt;\n");
    }
}
