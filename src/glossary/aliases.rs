//! Proposes other forms of a glossary's terms, from the way a report says them.

use std::collections::BTreeSet;

use super::elided::{Others, parts, without_end, without_year};
use super::entry::{Entry, Mention};
use super::fold::fold;
use super::matcher::Matcher;
use super::quotation::{is_close, is_open};
use crate::diagnostic::{Code, Diagnostic};
use crate::message::message;
use crate::text::{Source, is_han};

/// Finds the other forms in which `paragraphs` say the terms, and gives each entry its `aliases`: the guess is made once, at
/// import, and written down where a person can see and mend it.
///
/// The form proposed is the term's quoted core with its quotes (`“431”` of `“431”现代产业体系`), if no other entry has the
/// same core, and if every place in `paragraphs` that has the core can mean the term: nothing follows the core in the term
/// (`义务教育“双减”`); or the core stands by itself, before a sign, `等` or another quotation; or what follows shares a word
/// with what follows in the term (`“431”产业链`); or the core is a name of its own, of four characters without a numeral
/// (`“智改数转”`). Where only some places can, the form is the core with the shared words. A long quotation may lose its
/// beginning (`“森林四库”` of `“天府森林四库”`), and a name its end in a list whose members share it (`厅局长坐诊、巡诊` of
/// `“厅局长坐诊接诉”`); the quotes may stand elsewhere (`“18条”` of `稳增长“18”条`). A term that is never said whole has each of
/// its parts as a form (`“两重”、“两新”`), or what follows the year before it (`2025年10件民生实事`); where the report says
/// that of another year, the phrase becomes one that is `not` the term.
pub fn propose_aliases(entries: &mut [Entry], paragraphs: &[&str]) {
    let cores: Vec<Core> = entries.iter().enumerate().flat_map(|(entry, of)| Core::of(entry, &of.term)).collect();
    let speech = Speech::new(entries, &cores, paragraphs);
    let folded: Vec<String> = entries.iter().map(|entry| fold(&entry.term).text).collect();
    let forms: Vec<BTreeSet<String>> =
        entries.iter().enumerate().map(|(at, entry)| forms(at, &entry.term, &folded, &cores, &speech)).collect();
    for (entry, forms) in entries.iter_mut().zip(forms) {
        entry.aliases.extend(forms.into_iter().filter(|form| *form != entry.term));
    }
    for (entry, _) in entries.iter_mut().zip(&speech.whole).filter(|(_, whole)| !**whole) {
        let elided = without_year(&entry.term, paragraphs);
        entry.aliases.extend(elided.forms);
        entry.not.extend(elided.not);
    }
}

/// The other forms of the entry at index `entry`.
fn forms(entry: usize, term: &str, folded: &[String], cores: &[Core], speech: &Speech<'_>) -> BTreeSet<String> {
    let others = Others { terms: folded, but: entry };
    let mut forms = BTreeSet::new();
    for (at, core) in cores.iter().enumerate().filter(|(_, core)| core.entry == entry) {
        if cores.iter().filter(|other| other.folded == core.folded).count() == 1 {
            forms.extend(speech.forms_of_core(at, core, &term[core.end..]));
            forms.extend(speech.shortened(core, cores));
            forms.extend(speech.requoted(core, &folded[entry], &others));
        }
    }
    forms.extend(without_end(term, &others, &speech.folded));
    if !speech.is_said(entry) {
        let quotations = quoted(term).into_iter().map(|(_, core)| core).collect();
        forms.extend(parts(term, quotations, speech.paragraphs));
    }
    forms
}

/// A quotation in a term.
struct Core {
    /// The index of the entry.
    entry: usize,
    /// The quotation with its quotes.
    printed: String,
    folded: String,
    /// The byte of the term after it.
    end: usize,
}

impl Core {
    fn of(entry: usize, term: &str) -> Vec<Core> {
        let core = |(end, printed): (usize, String)| Core { entry, folded: fold(&printed).text, printed, end };
        quoted(term).into_iter().map(core).collect()
    }
}

/// What the paragraphs say, as far as it bears on the terms.
struct Speech<'a> {
    paragraphs: &'a [&'a str],
    /// The paragraphs folded.
    folded: Vec<String>,
    /// Where a term is said whole.
    said: Vec<Said>,
    /// For each entry, whether its term is.
    whole: Vec<bool>,
    /// Where a core is quoted, the number of the mention being the core's index.
    quoted: Vec<Said>,
    /// Every quotation of three characters or more, folded and as printed.
    quotations: BTreeSet<(String, String)>,
}

/// A mention and the index of its paragraph.
struct Said {
    paragraph: usize,
    mention: Mention,
}

impl<'a> Speech<'a> {
    fn new(entries: &[Entry], cores: &[Core], paragraphs: &'a [&'a str]) -> Speech<'a> {
        let find = |matcher: &Matcher| {
            let said = |(paragraph, text): (usize, &&str)| {
                matcher.mentions(text).into_iter().map(move |mention| Said { paragraph, mention })
            };
            paragraphs.iter().enumerate().flat_map(said).collect()
        };
        let terms: Vec<Entry> = entries.iter().map(|entry| Entry { aliases: Vec::new(), ..entry.clone() }).collect();
        let quotes =
            |(number, core): (u32, &Core)| Entry { number, aliases: vec![core.printed.clone()], ..Entry::default() };
        let quotes: Vec<Entry> = (0..).zip(cores).map(quotes).collect();
        let quotations =
            paragraphs.iter().flat_map(|text| quoted(text)).map(|(_, printed)| (fold(&printed).text, printed));
        let said: Vec<Said> = find(&Matcher::new(&terms));
        let is_said = |entry: &Entry| said.iter().any(|said| said.mention.number == entry.number);
        Speech {
            paragraphs,
            folded: paragraphs.iter().map(|text| fold(text).text).collect(),
            whole: entries.iter().map(is_said).collect(),
            said,
            quoted: find(&Matcher::new(&quotes)),
            quotations: quotations.filter(|(folded, _)| folded.chars().count() >= 3).collect(),
        }
    }

    /// Whether the term of the entry at this index is said whole.
    fn is_said(&self, entry: usize) -> bool {
        self.whole[entry]
    }

    /// Quotations that put the quotes elsewhere than the term does (`“18条”` of `稳增长“18”条`): more than its core, and the end
    /// of no other term.
    fn requoted(&self, core: &Core, term: &str, others: &Others<'_>) -> Vec<String> {
        let moved = |said: &String| {
            let more = said.starts_with(&core.folded) && *said != core.folded;
            more && term.ends_with(said.as_str()) && !others.any(|other| other.contains(said.as_str()))
        };
        self.quotations.iter().filter(|(folded, _)| moved(folded)).map(|(_, printed)| printed.clone()).collect()
    }

    /// The forms that a core gives rise to, `tail` being what follows it in the term.
    fn forms_of_core(&self, at: usize, core: &Core, tail: &str) -> Vec<String> {
        let apart = |place: &&Said| {
            let whole =
                |said: &Said| said.paragraph == place.paragraph && said.mention.span.overlaps(place.mention.span);
            place.mention.number as usize == at && !self.said.iter().any(whole)
        };
        let after = |place: &Said| &self.paragraphs[place.paragraph][place.mention.span.end..];
        let fits: Vec<Fit> =
            self.quoted.iter().filter(apart).map(|place| fit(&core.printed, tail, after(place))).collect();
        if !fits.is_empty() && fits.iter().all(|fit| *fit != Fit::No) {
            return vec![core.printed.clone()];
        }
        let shared = fits.into_iter().filter_map(|fit| match fit {
            Fit::Shares(words) => Some(format!("{}{words}", core.printed)),
            Fit::Alone | Fit::No => None,
        });
        shared.collect()
    }

    /// Quotations that leave out the beginning of `core` and are the end of no other core. Where the report says the whole as
    /// well, the shorter one is a thing of its own (“揭榜挂帅” beside “双向揭榜挂帅”).
    fn shortened(&self, core: &Core, cores: &[Core]) -> Vec<String> {
        if self.is_said(core.entry) {
            return Vec::new();
        }
        let short = |said: &String| {
            let ends = || cores.iter().filter(|other| other.folded.ends_with(said)).count();
            *said != core.folded && said.chars().count() >= 4 && core.folded.ends_with(said) && ends() == 1
        };
        self.quotations.iter().filter(|(folded, _)| short(folded)).map(|(_, printed)| printed.clone()).collect()
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
        let help = message!(
            "if the report says the term in other words, add below its heading in glossary.md: - alias: those words",
            "正文若换了说法，在 glossary.md 里它的标题下面加一行：- alias: 那个说法"
        );
        Diagnostic::warning(
            Code::TERM_NOT_FOUND,
            message!("the report never says the term {term}", "正文没有用到名词“{term}”", term = entry.term),
        )
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
    inner.len() >= 4 && inner.iter().all(|c| is_han(*c) && !"一二三四五六七八九十百千万两双几".contains(*c))
}
