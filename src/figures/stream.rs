//! A paragraph as the rules read it: one form of each sign, no white space, brackets set apart. Knows no quantities.

use std::ops::Range;

use super::word_lists::lists;
use crate::text::{Span, is_han, simplified};

/// A run of characters that read on as one text: a paragraph without its bracketed remarks, or one such remark.
///
/// `完成243.8亿元（初步统计，下同），增长22.6%` is two streams, so that the remark cuts no clause in two. Full-width digits and
/// letters stand in their plain form and white space is gone (`增长 5． 2％` reads `增长5.2%`), yet every place maps back to the
/// bytes of the paragraph. Places are counted in characters of the stream.
pub(super) struct Stream<'a> {
    source: &'a str,
    chars: Vec<char>,
    /// Bytes of each character in the source.
    spans: Vec<Span>,
    /// Whether each character stands in a title (`《…》`) or in quotes.
    enclosures: Vec<Enclosure>,
    /// The simplified and the printed form of each traditional character, once.
    traditional: Vec<(char, char)>,
}

/// What a character stands in, which may make it part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Enclosure {
    /// Running text.
    None,
    /// `《淄川区现代水网规划（2022—2035）》`
    Title,
    /// `“431”现代产业体系`
    Quote,
}

/// A quote longer than this many characters is running text that happens to be quoted, or a mark that was never closed.
const LONGEST_QUOTE: usize = 48;
/// A bracket longer than this is not closed where its author meant it to be.
const LONGEST_BRACKET: usize = 400;

/// The streams of a paragraph: the running text first, then the brackets in the order in which they close.
pub(super) fn streams(paragraph: &str) -> Vec<Stream<'_>> {
    let marks: Vec<(usize, char)> = paragraph.char_indices().collect();
    let enclosures = names(&marks);
    let mut done = Vec::new();
    let mut open = vec![(Stream::new(paragraph), 0)];
    for (index, &(at, c)) in marks.iter().enumerate() {
        if opens(c)
            && enclosures[index] == Enclosure::None
            && let Some(close) = closing(&marks, index)
        {
            open.push((Stream::new(paragraph), close));
            continue;
        }
        if open.len() > 1 && open.last().is_some_and(|(_, close)| *close == index) {
            done.extend(open.pop().map(|(stream, _)| stream));
            continue;
        }
        if let Some((stream, _)) = open.last_mut() {
            stream.push(c, Span::new(at, at + c.len_utf8()), enclosures[index]);
        }
    }
    done.extend(open.into_iter().rev().map(|(stream, _)| stream));
    done.reverse();
    done
}

impl<'a> Stream<'a> {
    fn new(source: &'a str) -> Stream<'a> {
        Stream { source, chars: Vec::new(), spans: Vec::new(), enclosures: Vec::new(), traditional: Vec::new() }
    }

    fn push(&mut self, c: char, span: Span, enclosure: Enclosure) {
        if !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') {
            let simple = simplified(c);
            if simple != c && !self.traditional.iter().any(|(known, _)| *known == simple) {
                self.traditional.push((simple, c));
            }
            self.chars.push(plain(c));
            self.spans.push(span);
            self.enclosures.push(enclosure);
        }
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `index`; a line end past either end.
    pub fn at(&self, index: usize) -> char {
        self.chars.get(index).copied().unwrap_or('\n')
    }

    /// The character before `index`; a line end when there is none.
    pub fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\n', |index| self.at(index))
    }

    /// Whether a character belongs to a title or a quote.
    pub fn enclosure(&self, index: usize) -> Enclosure {
        self.enclosures.get(index).copied().unwrap_or(Enclosure::None)
    }

    /// Whether `word` begins at `start`.
    pub fn has(&self, start: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(offset, c)| self.at(start + offset) == c)
    }

    /// Whether `word` ends before `end` (and begins at `floor` or later).
    pub fn ends(&self, floor: usize, end: usize, word: &str) -> bool {
        end.checked_sub(word.chars().count()).is_some_and(|start| start >= floor && self.has(start, word))
    }

    /// The length of the longest of `words` that begins at `start`.
    pub fn longest_at(&self, start: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(start, word)).map(|word| word.chars().count()).max()
    }

    /// The length of the longest of `words` that ends before `end` and begins at `floor` or later.
    pub fn longest_before(&self, floor: usize, end: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.ends(floor, end, word)).map(|word| word.chars().count()).max()
    }

    /// Where `word` first begins in `range`, lying wholly inside it.
    pub fn find(&self, range: Range<usize>, word: &str) -> Option<usize> {
        let length = word.chars().count();
        (range.start..(range.end + 1).saturating_sub(length)).find(|start| self.has(*start, word))
    }

    /// The characters of `range` as the rules read them.
    pub fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).map_or_else(String::new, |chars| chars.iter().collect())
    }

    /// The characters of `range` with the signs that the report prints, but in the script of the rules: see [`Stream::printed`].
    pub fn verbatim(&self, range: Range<usize>) -> String {
        let spans = self.spans.get(range).unwrap_or_default();
        spans.iter().flat_map(|span| span.of(self.source).chars().map(simplified)).collect()
    }

    /// Words that were read, in the script that the paragraph prints them in (億元).
    pub fn printed(&self, words: &str) -> String {
        let as_printed = |read: char| {
            let (_, printed) = self.traditional.iter().find(|(simple, _)| *simple == read)?;
            Some(*printed)
        };
        words.chars().map(|read| as_printed(read).unwrap_or(read)).collect()
    }

    /// The bracket right behind a character that offers another one in its place and so belongs to a name: `（改）` of `新（改）建`,
    /// `（市、区）` of `县（市、区）`; empty where none stands.
    pub fn alternative(&self, at: usize) -> &'a str {
        let alike = |inner: &str| !inner.is_empty() && inner.chars().all(|c| ALTERNATIVES.contains(simplified(c)));
        self.bracket(at).filter(|(_, inner)| alike(inner)).map_or("", |(bracket, _)| bracket.of(self.source))
    }

    /// The bracket right behind a character of a name that goes on behind it, when it holds a word or two of the name: `（街道）` of
    /// `乡镇（街道）养老机构`, `（亚）` of `中欧（亚）班列`; a remark (`（含新生儿）`) holds more than a name does.
    pub fn within(&self, at: usize) -> &'a str {
        let word = |inner: &str| {
            let short = (1..=LONGEST_WORD).contains(&inner.chars().count());
            let remark = lists().stream_remarks.iter().any(|word| inner.starts_with(word));
            short && inner.chars().all(is_han) && !remark
        };
        let named =
            || self.bracket(at).filter(|(_, inner)| word(inner)).map_or("", |(bracket, _)| bracket.of(self.source));
        Some(self.alternative(at)).filter(|found| !found.is_empty()).unwrap_or_else(named)
    }

    /// Whether a digit stands in a stretch.
    pub fn is_numbered(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|at| self.at(at).is_ascii_digit())
    }

    /// The bracket right behind the last character of a name, when it holds other words for its noun: `（市、区）` of
    /// `通高速公路的县（市、区）达到152个`, `（场）` of `冰雪运动训练室（场）`.
    pub fn behind(&self, at: usize) -> &'a str {
        let short = |word: &str| (1..=2).contains(&word.chars().count()) && word.chars().all(is_han);
        let nouns = |inner: &str| {
            let remark = lists().stream_remarks.iter().any(|word| inner.starts_with(word));
            let several = inner.contains('、') || inner.chars().count() == 1;
            // `发明专利拥有量（件）`
            let unit = lists().unit_measures.contains(&inner) && matches!(self.at(at), '量' | '数' | '额' | '值');
            several && !unit && !remark && inner.split('、').all(short)
        };
        self.bracket(at).filter(|(_, inner)| nouns(inner)).map_or("", |(bracket, _)| bracket.of(self.source))
    }

    /// The bracket right behind a character, in bytes of the paragraph, and the words in it.
    pub fn bracket(&self, at: usize) -> Option<(Span, &'a str)> {
        let here = self.spans.get(at)?;
        let next = self.spans.get(at + 1).map_or(self.source.len(), |next| next.start);
        let gap = self.source.get(here.end..next)?;
        let begin = here.end + gap.len() - gap.trim_start().len();
        let bracket = gap.trim();
        let inner = bracket.strip_prefix(opens)?.strip_suffix(closes)?;
        Some((Span::new(begin, begin + bracket.len()), inner))
    }

    /// What the paragraph prints in `span`.
    pub fn source(&self, span: Span) -> &'a str {
        span.of(self.source)
    }

    /// The bytes of `range` in the paragraph.
    pub fn span(&self, range: Range<usize>) -> Span {
        match self.spans.get(range) {
            Some([first, .., last]) => Span::new(first.start, last.end),
            Some([only]) => *only,
            _ => Span::default(),
        }
    }
}

/// The plain form of a full-width letter, digit or sign, and of a traditional character. Chinese punctuation stays as it is.
fn plain(c: char) -> char {
    match c {
        '．' | '％' | '／' | '＋' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '﹪' => '%',
        '∶' | '︰' => ':',
        '・' | '•' | '‧' => '·',
        ';' => '；',
        '!' => '！',
        '?' => '？',
        _ => simplified(c),
    }
}

/// Which characters stand in titles and quotes. A mark that is not closed soon names nothing.
fn names(marks: &[(usize, char)]) -> Vec<Enclosure> {
    let mut enclosures = vec![Enclosure::None; marks.len()];
    let mut index = 0;
    while index < marks.len() {
        let (close, kind) = match marks[index].1 {
            '《' => ('》', Enclosure::Title),
            '〈' => ('〉', Enclosure::Title),
            '【' => ('】', Enclosure::Title),
            '“' => ('”', Enclosure::Quote),
            '‘' => ('’', Enclosure::Quote),
            '「' => ('」', Enclosure::Quote),
            '"' => ('"', Enclosure::Quote),
            _ => {
                index += 1;
                continue;
            }
        };
        let reach = (index + 1 + LONGEST_QUOTE).min(marks.len());
        match (index + 1..reach).find(|at| marks[*at].1 == close) {
            Some(end) => {
                enclosures[index..=end].fill(kind);
                index = end + 1;
            }
            None => index += 1,
        }
    }
    enclosures
}

/// A word of a name in brackets has no more characters (长三角).
const LONGEST_WORD: usize = 3;

/// What another word in brackets is made of: how a thing is built or renewed, which kind of place it is.
const ALTERNATIVES: &str = "改扩迁续修更新、省市州区县旗盟镇乡村";

fn opens(c: char) -> bool {
    matches!(c, '（' | '(' | '［' | '[' | '〔')
}

fn closes(c: char) -> bool {
    matches!(c, '）' | ')' | '］' | ']' | '〕')
}

/// Where the bracket that opens at `index` closes. Either width closes either: sources mix them.
fn closing(marks: &[(usize, char)], index: usize) -> Option<usize> {
    let mut depth = 0;
    let reach = (index + LONGEST_BRACKET).min(marks.len());
    for (at, &(_, c)) in marks.iter().enumerate().take(reach).skip(index) {
        if opens(c) {
            depth += 1;
        } else if closes(c) {
            depth -= 1;
        } else if c == '\n' {
            return None;
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}
