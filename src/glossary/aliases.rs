//! Proposes other forms of a glossary's terms, from the way a report says them.

use std::collections::BTreeSet;

use super::fold::{fold, is_close, is_open};
use super::{Entry, Matcher};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Source, Span};

/// Finds the other forms in which `paragraphs` say the terms, and gives each entry its `aliases`: the guess is made once, at
/// import, and written down where a person can see and mend it.
///
/// The form proposed is the term's quoted core with its quotes (`“431”` of `“431”现代产业体系`), if no other entry has the
/// same core, and if every place in `paragraphs` that has the core can mean the term: nothing follows the core in the term
/// (`义务教育“双减”`); or the core stands by itself, before a sign, `等` or another quotation; or what follows shares a word
/// with what follows in the term (`“431”产业链`); or the core is a name of its own, of four characters without a numeral
/// (`“智改数转”`). Where only some places can, the form is the core with the shared words. A term of several parts
/// (`“两重”、“两新”`) has each part as a form, a long quotation may lose its beginning, and a term with a year before it (`2025年10件民生实事`) the rest.
pub fn propose_aliases(entries: &mut [Entry], paragraphs: &[&str]) {
    let cores: Vec<Vec<String>> =
        entries.iter().map(|entry| quoted(&entry.term).into_iter().map(|(_, core)| core).collect()).collect();
    let spoken: BTreeSet<String> =
        paragraphs.iter().flat_map(|text| quoted(text)).map(|(_, quotation)| quotation).collect();
    for at in 0..entries.len() {
        let alone = |core: &String| {
            let others = cores.iter().enumerate().filter(|(other, _)| *other != at);
            let same = |theirs: &String| fold(theirs).text == fold(core).text;
            !others.flat_map(|(_, cores)| cores).any(same) && cores[at].iter().filter(|c| *c == core).count() == 1
        };
        let mut forms = BTreeSet::new();
        for (end, core) in quoted(&entries[at].term) {
            if alone(&core) {
                forms.extend(core_forms(&entries[at], end, &core, paragraphs));
                forms.extend(shortened(&core, &spoken, &cores));
            }
        }
        let said = !mentions(&entries[at], paragraphs).is_empty();
        if !said {
            forms.extend(parts(&entries[at].term, paragraphs));
            forms.extend(without_year(&entries[at].term, paragraphs));
        }
        forms.remove(&entries[at].term);
        entries[at].aliases.extend(forms);
    }
}

/// A warning for each entry that no paragraph mentions, neither by its term nor by an alias: it is listed, never guessed.
pub fn unsaid(source: &Source, entries: &[Entry], paragraphs: &[&str]) -> Vec<Diagnostic> {
    let matcher = Matcher::new(entries);
    let said: BTreeSet<u32> =
        paragraphs.iter().flat_map(|text| matcher.mentions(text)).map(|mention| mention.number).collect();
    let unsaid = entries.iter().filter(|entry| !said.contains(&entry.number));
    let warning = |entry: &Entry| {
        let line = source.line(entry.line.clamp(1, source.line_count())).span;
        let help = "if the report says the term in other words, write them into the entry's aliases";
        Diagnostic::warning(Code::TERM_NOT_FOUND, format!("the report never says the term {}", entry.term))
            .at(source, line)
            .with_help(help)
    };
    unsaid.map(warning).collect()
}

/// The quotations in `term`: the byte after each, and the quotation with its quotes.
fn quoted(term: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in term.char_indices() {
        match open {
            None if is_open(c) => open = Some(at),
            Some(start) if is_close(c) => {
                let end = at + c.len_utf8();
                found.push((end, term[start..end].to_owned()));
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Where `paragraphs` say the term itself.
fn mentions(entry: &Entry, paragraphs: &[&str]) -> Vec<(usize, Span)> {
    let matcher = Matcher::new(std::slice::from_ref(entry));
    let found = paragraphs
        .iter()
        .enumerate()
        .flat_map(|(at, text)| matcher.mentions(text).into_iter().map(move |m| (at, m.span)));
    found.collect()
}

/// The forms of `entry` that its quoted `core`, which ends at byte `end` of the term, gives rise to.
fn core_forms(entry: &Entry, end: usize, core: &str, paragraphs: &[&str]) -> Vec<String> {
    let said = mentions(entry, paragraphs);
    let tail = &entry.term[end..];
    let places = paragraphs.iter().enumerate().flat_map(|(paragraph, text)| {
        text.match_indices(core)
            .map(move |(at, _)| (paragraph, Span::new(at, at + core.len()), &text[at + core.len()..]))
    });
    let others: Vec<_> = places
        .filter(|(paragraph, span, _)| !said.iter().any(|(other, whole)| other == paragraph && whole.overlaps(*span)))
        .map(|(_, _, after)| fit(core, tail, after))
        .collect();
    if others.is_empty() {
        return Vec::new();
    }
    if others.iter().all(|fit| *fit != Fit::No) {
        return vec![core.to_owned()];
    }
    let shared = others.into_iter().filter_map(|fit| match fit {
        Fit::Shares(words) => Some(format!("{core}{words}")),
        Fit::Alone | Fit::No => None,
    });
    shared.collect()
}

/// Quotations that leave out the beginning of `core` (`“森林四库”` of `“天府森林四库”`) and are the end of no other core.
fn shortened(core: &str, spoken: &BTreeSet<String>, cores: &[Vec<String>]) -> Vec<String> {
    let inner = fold(core).text;
    let short = |quotation: &&String| {
        let said = fold(quotation).text;
        let ends = cores.iter().flatten().filter(|other| fold(other).text.ends_with(&said)).count();
        said != inner && inner.ends_with(&said) && said.chars().count() >= 4 && ends == 1
    };
    spoken.iter().filter(short).cloned().collect()
}

/// Whether a core in the text can mean the term.
#[derive(PartialEq, Eq)]
enum Fit {
    /// It stands by itself.
    Alone,
    /// These words, which follow it, are in the term's tail too.
    Shares(String),
    /// It says something else.
    No,
}

fn fit(core: &str, tail: &str, after: &str) -> Fit {
    let next = after.chars().next();
    let by_itself = next.is_none_or(|c| !c.is_alphanumeric()) || after.starts_with('等');
    if tail.is_empty() || is_name(core) || by_itself && !tail.is_empty() {
        return Fit::Alone;
    }
    let clause: Vec<char> = after.chars().take_while(|c| c.is_alphanumeric()).take(12).collect();
    let shared = (2..=clause.len()).rev().find(|end| tail.contains(&String::from_iter(&clause[end - 2..*end])));
    match shared {
        Some(end) => Fit::Shares(clause[..end].iter().collect()),
        None => Fit::No,
    }
}

/// Whether a quotation is a name of its own: four characters or more, and no numeral among them.
fn is_name(core: &str) -> bool {
    let inner: Vec<char> = core.chars().filter(|c| !is_open(*c) && !is_close(*c)).collect();
    inner.len() >= 4
        && inner
            .iter()
            .all(|c| matches!(c, '\u{3400}'..='\u{9fff}') && !"一二三四五六七八九十百千万两双几".contains(*c))
}

/// The parts of a term that joins several, if each of them is said: `“两重”、“两新”`, `一单制、一箱制`.
fn parts(term: &str, paragraphs: &[&str]) -> Vec<String> {
    let quotations: Vec<_> = quoted(term).into_iter().map(|(_, core)| core).collect();
    let between = quotations.iter().fold(term.to_owned(), |rest, core| rest.replacen(core.as_str(), "", 1));
    let only_quotations = quotations.len() > 1 && between.chars().all(|c| matches!(c, '、' | '和' | '与' | '及' | ' '));
    let parts: Vec<String> = if only_quotations {
        quotations
    } else if quotations.is_empty() && term.contains('、') && !term.contains(['（', '(']) {
        term.split('、').map(str::to_owned).filter(|part| part.chars().count() >= 3).collect()
    } else {
        Vec::new()
    };
    let said = |part: &String| paragraphs.iter().any(|text| text.contains(part.as_str()));
    if parts.len() > 1 && parts.iter().all(said) { parts } else { Vec::new() }
}

/// `10件民生实事` of `2025年10件民生实事`, if it is said.
fn without_year(term: &str, paragraphs: &[&str]) -> Option<String> {
    let (year, rest) = term.split_once('年')?;
    let dated = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && rest.chars().count() >= 4;
    (dated && paragraphs.iter().any(|text| text.contains(rest))).then(|| rest.to_owned())
}
