//! A style sheet as it is sent.

use super::tokens::after_token;

/// Beside these no blank is needed.
const APART: [char; 5] = [' ', '{', '}', ';', ','];

/// A style sheet without its remarks, but for those that begin `/*!`, as a licence does, and without the blanks that only a person needs:
/// between two tokens a row of blanks is as good as one, and beside `{`, `}`, `;` and `,` none is needed
/// (CSS Syntax Module Level 3, 4.3.1, <https://www.w3.org/TR/css-syntax-3/#consume-token>).
pub(crate) fn squeezed(style: &str) -> String {
    let mut sent = String::with_capacity(style.len());
    let mut at = 0;
    while at < style.len() {
        let end = after_token(style, at);
        let token = &style[at..end];
        at = end;
        let stands_apart = sent.is_empty() || sent.ends_with(APART);
        if token.starts_with("/*") && !token.starts_with("/*!") {
            // Between two words a remark parts them without being a blank.
            if !stands_apart
                && !style[end..].starts_with(|c: char| c.is_whitespace() || APART.contains(&c))
                && end < style.len()
            {
                sent.push_str("/**/");
            }
            continue;
        }
        if token.trim().is_empty() {
            if !stands_apart {
                sent.push(' ');
            }
            continue;
        }
        // The blank of `--none: ;` is its value, that of `\20 ` ends an escape.
        if matches!(token, "{" | "}" | ";" | ",")
            && sent.ends_with(' ')
            && !sent.ends_with(": ")
            && !ends_an_escape(&sent)
        {
            sent.pop();
        }
        if token == "}" && sent.ends_with(';') && !sent.ends_with(": ;") {
            sent.pop();
        }
        sent.push_str(token);
    }
    sent
}

fn ends_an_escape(sent: &str) -> bool {
    let before = sent.trim_end_matches(' ').trim_end_matches(|c: char| c.is_ascii_hexdigit());
    before.ends_with('\\')
}

#[cfg(test)]
mod tests {
    use super::squeezed;

    #[test]
    fn a_style_sheet_is_sent_without_remarks_and_blanks_of_no_meaning() {
        for (style, expected) in [
            ("/* one */\na {}\n  /* two\n     lines */\nb {}\n", "a{}b{}"),
            ("/*! CC0 */\na {}\n", "/*! CC0 */ a{}"),
            ("a { color: red; } /* beside */\n", "a{color: red}"),
            ("a , b > c :hover { margin: 0 calc(1em + 2px) }", "a,b > c :hover{margin: 0 calc(1em + 2px)}"),
            ("a::before { content: \" ; /* not a remark */  \"; }", "a::before{content: \" ; /* not a remark */  \"}"),
            ("a { --none: ; }", "a{--none: ;}"),
            (".a\\ , .b\\20 , c {}", ".a\\ ,.b\\20 ,c{}"),
            (
                "@media (min-width: 64rem) and (scripting: enabled) {\n\n  a {}\n}",
                "@media (min-width: 64rem) and (scripting: enabled){a{}}",
            ),
            ("a /* between */ b {}", "a b{}"),
            (".a/* between */.b {}", ".a/**/.b{}"),
            ("a {} /* without an end", "a{}"),
            ("", ""),
        ] {
            assert_eq!(squeezed(style), expected, "{style}");
            assert_eq!(squeezed(expected), expected, "again");
        }
    }
}
