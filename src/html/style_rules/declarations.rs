//! What declarations do to words: hide them, or print some.

use super::tokens::{after_token, split, unescaped};

/// Whether declarations hide what they apply to.
pub(crate) fn declare_hiding(declarations: &str) -> bool {
    split(declarations, ';').into_iter().filter_map(|one| one.split_once(':')).any(|(name, value)| hides(name, value))
}

/// What declarations print at an edge of an element, and whether they put a picture in its place.
pub(super) fn content(declarations: &str) -> Option<&str> {
    let mut all = split(declarations, ';').into_iter().filter_map(|one| one.split_once(':'));
    all.rfind(|(name, _)| name.trim().eq_ignore_ascii_case("content")).map(|(_, value)| value)
}

/// Whether a declaration hides words.
fn hides(name: &str, value: &str) -> bool {
    let value: String = value.to_ascii_lowercase().replace("!important", "").split_whitespace().collect();
    let is_nothing = || {
        let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        number.parse::<f64>().is_ok_and(|number| number == 0.0)
    };
    let is_far_off = || {
        let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        number.parse::<f64>().is_ok_and(|number| number <= -99.0)
    };
    match name.trim().to_ascii_lowercase().as_str() {
        "display" => value == "none",
        "visibility" => value == "hidden" || value == "collapse",
        "content-visibility" => value == "hidden",
        "opacity" | "font-size" | "height" | "max-height" | "block-size" | "max-block-size" | "zoom" => is_nothing(),
        "color" | "-webkit-text-fill-color" => value == "transparent",
        "text-indent" | "left" | "right" | "top" | "bottom" | "inset-inline-start" | "inset-block-start" => {
            is_far_off()
        }
        "line-clamp" | "-webkit-line-clamp" => value != "none",
        "text-overflow" => value != "clip",
        "-webkit-text-security" => value != "none",
        "clip-path" => value.starts_with("inset(50%") || value.starts_with("inset(100%") || value == "circle(0)",
        _ => false,
    }
}

/// What `content` prints. A number or a picture that only a browser knows is one sign.
pub(super) fn generated(value: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    // What stands behind a slash is said, not shown.
    let shown = split(value, '/')[0].replace("!important", "");
    let shown = shown.trim();
    if matches!(shown, "none" | "normal") {
        return text;
    }
    while at < shown.len() {
        let end = after_token(shown, at);
        match shown[at..end].strip_prefix(['"', '\'']) {
            Some(string) => text.push_str(&unescaped(&string[..string.len().saturating_sub(1)])),
            None if &shown[at..end] == "(" => text.push('\u{FFFC}'),
            None => {}
        }
        at = end;
    }
    text
}
