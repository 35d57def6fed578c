//! Selectors, matched against the elements that are open. What stands beside an element is not known, and what depends on a
//! reader's device or deed counts as being so.

use super::start_tag::StartTag;
use super::tokens::{split, unescaped};

/// A selector without the pseudo-element at its end, and that.
pub(super) fn split_pseudo_element(selector: &str) -> (&str, Option<&str>) {
    if let Some((elements, name)) = selector.rsplit_once("::") {
        return (elements, Some(name.trim()));
    }
    for name in ["before", "after", "first-line", "first-letter"] {
        if let Some(elements) = selector.trim_end().strip_suffix(name).and_then(|rest| rest.strip_suffix(':')) {
            return (elements, Some(name));
        }
    }
    (selector, None)
}

/// Which elements a rule is for: what each must be, from the last outwards, and whether the next may be any ancestor.
pub(super) struct Selector(Vec<(Compound, Near)>);

/// How far outwards the next part of a selector is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Near {
    Parent,
    Ancestor,
}

/// What one element must have.
#[derive(Default)]
struct Compound {
    name: Option<String>,
    /// An attribute and a word that its value must have; any value when there is none.
    attributes: Vec<(String, Option<String>)>,
    never: bool,
}

impl Selector {
    pub fn of(text: &str) -> Selector {
        let mut parts = Vec::new();
        let mut near = Near::Ancestor;
        let mut beside = false;
        for piece in split(&spaced(text), ' ').into_iter().rev().filter(|piece| !piece.is_empty()) {
            match piece {
                ">" => near = Near::Parent,
                // What stands beside is not known any more when an element is read.
                "+" | "~" => beside = true,
                _ if std::mem::take(&mut beside) => {}
                _ => {
                    if let Some((_, last)) = parts.last_mut() {
                        *last = std::mem::replace(&mut near, Near::Ancestor);
                    }
                    parts.push((Compound::of(piece), Near::Ancestor));
                }
            }
        }
        Selector(parts)
    }

    pub fn fits(&self, open: &[StartTag<'_>]) -> bool {
        fits(&self.0, open)
    }
}

fn fits(parts: &[(Compound, Near)], open: &[StartTag<'_>]) -> bool {
    let Some(((compound, near), outer)) = parts.split_first() else { return true };
    let Some((element, around)) = open.split_last() else { return false };
    if !compound.fits(element) {
        return false;
    }
    match near {
        _ if outer.is_empty() => true,
        Near::Parent => fits(outer, around),
        Near::Ancestor => (1..=around.len()).rev().any(|end| fits(outer, &around[..end])),
    }
}

/// A selector with spaces round its combinators and nowhere else.
fn spaced(text: &str) -> String {
    let mut spaced = String::new();
    let mut depth = 0_usize;
    for c in text.trim().chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '>' | '+' | '~' if depth == 0 => {
                spaced.extend([' ', c, ' ']);
                continue;
            }
            c if c.is_whitespace() => {
                spaced.push(if depth == 0 { ' ' } else { '\u{1}' });
                continue;
            }
            _ => {}
        }
        spaced.push(c);
    }
    spaced
}

impl Compound {
    fn of(text: &str) -> Compound {
        let mut compound = Compound::default();
        let mut at = 0;
        while at < text.len() {
            let sign = text[at..].chars().next().filter(|c| matches!(c, '.' | '#' | '[' | ':' | '*'));
            let start = at + sign.map_or(0, char::len_utf8);
            let end = match sign {
                Some('[') => text[start..].find(']').map_or(text.len(), |end| start + end),
                Some(':') => end_of_pseudo(text, start),
                Some('*') => start,
                _ => text[start..].find(['.', '#', '[', ':']).map_or(text.len(), |end| start + end),
            };
            compound.add(sign, &text[start..end]);
            at = if sign == Some('[') { (end + 1).min(text.len()) } else { end };
        }
        compound
    }

    fn add(&mut self, sign: Option<char>, words: &str) {
        let plain = unescaped(words);
        match sign {
            None if words.is_empty() => {}
            None => self.name = Some(plain.to_ascii_lowercase()),
            Some('.') => self.attributes.push(("class".into(), Some(plain))),
            Some('#') => self.attributes.push(("id".into(), Some(plain))),
            Some('[') => {
                let name = plain.split(['=', '~', '^', '$', '*', '|']).next().unwrap_or_default().trim();
                let value = plain.split_once('=').filter(|(name, _)| !name.ends_with(['^', '$', '*', '|']));
                let value = value.map(|(_, value)| value.trim_matches(['"', '\'']).to_owned());
                self.attributes.push((name.to_ascii_lowercase(), value));
            }
            // Nothing stands in an empty element.
            Some(':') => self.never |= words == "empty",
            Some(_) => {}
        }
    }

    fn fits(&self, element: &StartTag<'_>) -> bool {
        let has = |(name, word): &(String, Option<String>)| {
            let value = element.attribute(name);
            value.is_some_and(|value| word.as_ref().is_none_or(|word| value.split_whitespace().any(|own| own == word)))
        };
        !self.never && self.name.as_ref().is_none_or(|name| *name == element.name) && self.attributes.iter().all(has)
    }
}

/// Where a pseudo-class ends, with what stands in its brackets.
fn end_of_pseudo(text: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text[start..].char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '.' | '#' | '[' | ':' if depth == 0 => return start + at,
            _ => {}
        }
    }
    text.len()
}
