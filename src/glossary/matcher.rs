//! Searches texts for the terms of a glossary. Links nothing that is not a term or an alias.

use aho_corasick::{AhoCorasick, MatchKind};

use super::entry::{Entry, Mention};
use super::fold::fold;
use super::marks::Marks;
use super::quotation::{is_close, is_open, is_quote};
use crate::text::{Span, is_han};

/// Searches texts for the terms of a glossary.
pub struct Matcher {
    /// `None` when there is nothing to search for.
    forms: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
    marks: Marks,
}

/// One form of a term, or a phrase that looks like one.
struct Pattern {
    /// The entry's number; `None` for a phrase that is not the term.
    number: Option<u32>,
    /// The form as printed.
    printed: String,
    /// The text must have the quotes that the form has.
    strict: bool,
}

impl Matcher {
    /// A matcher for the terms and aliases of `entries`; nothing else is ever linked.
    pub fn new(entries: &[Entry]) -> Matcher {
        let mut patterns = Vec::new();
        for entry in entries {
            let number = Some(entry.number);
            patterns.push(Pattern { number, printed: entry.term.clone(), strict: false });
            let aliases = entry.aliases.iter().map(|alias| (number, alias));
            let others = entry.not.iter().map(|phrase| (None, phrase));
            for (number, printed) in aliases.chain(others) {
                let strict = number.is_some() && printed.contains(is_quote);
                patterns.push(Pattern { number, printed: printed.clone(), strict });
            }
        }
        patterns.retain(|pattern| !fold(&pattern.printed).text.is_empty());
        let folded = patterns.iter().map(|pattern| fold(&pattern.printed).text);
        let forms = AhoCorasick::builder().match_kind(MatchKind::Standard).build(folded).ok();
        Matcher { forms: forms.filter(|_| !patterns.is_empty()), patterns, marks: Marks::of(entries) }
    }

    /// Every mention in `text`, in order, none overlapping another: the longest at the leftmost place; quotes and the
    /// width of characters do not count.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let Some(forms) = &self.forms else { return Vec::new() };
        let folded = fold(text);
        let mut found: Vec<(Span, &Pattern)> = forms
            .find_overlapping_iter(&folded.text)
            .map(|hit| (folded.original(hit.start(), hit.end()), &self.patterns[hit.pattern().as_usize()]))
            .filter(|(span, pattern)| stands_alone(text, *span) && pattern.fits(text, *span))
            .filter(|(span, pattern)| pattern.number.is_none() || !in_longer_name(text, *span))
            .collect();
        found.sort_by_key(|(span, pattern)| (span.start, std::cmp::Reverse(span.end), pattern.strict));
        let masks: Vec<_> =
            found.iter().filter(|(_, pattern)| pattern.number.is_none()).map(|(span, _)| *span).collect();
        let mut mentions: Vec<Mention> = Vec::new();
        let mut free = 0;
        for (span, pattern) in found {
            let Some(number) = pattern.number else { continue };
            if span.start < free || masks.iter().any(|mask| mask.contains(span)) {
                continue;
            }
            free = span.end;
            mentions.push(Mention { number, span: with_quotes(text, span, &pattern.printed), mark: None });
        }
        self.marks.attach(text, &mut mentions);
        mentions
    }
}

impl Pattern {
    /// Whether the words at `span` may be this form: a strict form needs its own quotes, a form of two characters needs
    /// something that sets it off from the words around it.
    fn fits(&self, text: &str, span: Span) -> bool {
        if self.strict {
            let wide = with_quotes(text, span, &self.printed);
            return normal(wide.of(text)) == normal(&self.printed);
        }
        let short = fold(&self.printed).text.chars().count() <= 2;
        !short || self.number.is_none() || set_off(text, span)
    }
}

/// Whether quotes or other signs stand on both sides of `span`.
fn set_off(text: &str, span: Span) -> bool {
    let sign = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    sign(text[..span.start].chars().next_back()) && sign(text[span.end..].chars().next())
}

/// Whether a hit is part of a longer name in quotes: of “双向揭榜挂帅” 揭榜挂帅 is no mention. A quotation that is divided by a mark
/// is running text, and what stands in it may be a term.
fn in_longer_name(text: &str, span: Span) -> bool {
    const LONGEST: usize = 12;
    let quote = |text: &str| text.chars().next().filter(|c| is_quote(*c));
    let before = text[..span.start].rfind(|c| is_quote(c) || !c.is_alphanumeric());
    let after = text[span.end..].find(|c| is_quote(c) || !c.is_alphanumeric()).map(|at| at + span.end);
    let (Some(before), Some(after)) = (before, after) else { return false };
    let (Some(open), Some(close)) = (quote(&text[before..]), quote(&text[after..])) else { return false };
    let name = Span::new(before + open.len_utf8(), after);
    is_open(open) && is_close(close) && name != span && name.of(text).chars().count() <= LONGEST
}

/// Whether a hit does not begin or end inside a number or a Latin word.
fn stands_alone(text: &str, span: Span) -> bool {
    let class = |c: char| (c.is_numeric() && !is_han(c), c.is_alphabetic() && is_latin(c));
    let joined = |a: Option<char>, b: Option<char>| match (a.map(class), b.map(class)) {
        (Some((digit, letter)), Some((next_digit, next_letter))) => digit && next_digit || letter && next_letter,
        _ => false,
    };
    let inner = span.of(text);
    !joined(text[..span.start].chars().next_back(), inner.chars().next())
        && !joined(inner.chars().next_back(), text[span.end..].chars().next())
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// `span` with the quotes around it that the form itself is printed with.
fn with_quotes(text: &str, span: Span, printed: &str) -> Span {
    let before = text[..span.start].chars().next_back().filter(|c| is_open(*c) && printed.starts_with(is_open));
    let after = text[span.end..].chars().next().filter(|c| is_close(*c) && printed.ends_with(is_close));
    let wide = Span::new(span.start - before.map_or(0, char::len_utf8), span.end + after.map_or(0, char::len_utf8));
    if balanced(wide.of(text)) { wide } else { span }
}

fn balanced(text: &str) -> bool {
    let count = |quote: char| text.matches(quote).count();
    count('“') == count('”') && count('‘') == count('’') && count('「') == count('」') && count('"') % 2 == 0
}

/// A form with its quotes made alike, and otherwise folded.
fn normal(text: &str) -> String {
    let parts: Vec<_> = text.split(is_quote).map(|part| fold(part).text).collect();
    parts.join("\"")
}
