//! Words to Markdown that reads back as the same words.

/// Escapes `words` so that the parser gives back exactly these characters (white space at both ends apart), as a paragraph
/// or part of one. A report line that begins `2026. ` or `+ ` must not become a list.
pub fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let opening = opening_mark(words);
    for (at, c) in words.char_indices() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$');
        if special || Some(at) == opening {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

/// A paragraph that opens with its lead sentence in bold: `lead` counts bytes of `words`.
pub fn lead_paragraph(words: &str, lead: Option<usize>) -> String {
    match lead.filter(|lead| *lead > 0 && words.is_char_boundary(*lead)) {
        Some(lead) => {
            let (first, rest) = words.split_at(lead);
            format!("**{}**{}", escape(first), escape_inner(rest))
        }
        None => escape(words),
    }
}

/// Escapes words that do not begin a line.
fn escape_inner(words: &str) -> String {
    escape(&format!("x{words}"))[1..].to_owned()
}

/// The byte of the character that would make a line something else than a paragraph: a heading, list, rule or setext line.
fn opening_mark(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    if matches!(first, '#' | '+' | '-' | '=' | ':') {
        return Some(0);
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let mark = words[digits..].chars().next();
    (digits > 0 && digits < 10 && matches!(mark, Some('.' | ')'))).then_some(digits)
}
