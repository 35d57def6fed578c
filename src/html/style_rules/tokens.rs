//! The signs of a style sheet: strings, remarks, brackets, escapes.

/// Where the next sign of a style sheet ends: a remark and a string are one.
pub(super) fn after_token(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let first = rest.chars().next().map_or(0, char::len_utf8);
    if let Some(remark) = rest.strip_prefix("/*") {
        return remark.find("*/").map_or(text.len(), |end| at + 2 + end + 2);
    }
    match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let mut escaped = false;
            for (index, c) in rest.char_indices().skip(1) {
                match c {
                    _ if escaped => escaped = false,
                    '\\' => escaped = true,
                    c if c == quote => return at + index + 1,
                    _ => {}
                }
            }
            text.len()
        }
        _ => at + first,
    }
}

pub(super) fn without_remarks(text: &str) -> String {
    let mut pieces = text.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| all + " " + piece.split_once("*/").map_or("", |(_, after)| after))
}

/// The parts between signs that stand in no brackets and no string.
pub(super) fn split(text: &str, sign: char) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut at) = (Vec::new(), 0, 0_usize, 0);
    while at < text.len() {
        let end = after_token(text, at);
        match &text[at..end] {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            token if depth == 0 && token.chars().eq([sign]) => {
                parts.push(text[start..at].trim());
                start = end;
            }
            _ => {}
        }
        at = end;
    }
    parts.push(text[start..].trim());
    parts
}

/// A string of a style sheet with its escapes read: `\00b6`, `\"`.
pub(super) fn unescaped(string: &str) -> String {
    let mut pieces = string.split('\\');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let code = u32::from_str_radix(&piece[..digits], 16).ok().and_then(char::from_u32);
        text.extend(code);
        text.push_str(if digits > 0 { piece[digits..].strip_prefix(' ').unwrap_or(&piece[digits..]) } else { piece });
    }
    text
}
