//! The commitments of one paragraph: joins the clauses that say one thing, and gives each its object, its deadline and its strength.

use super::clause::{Clause, clauses};
use super::commitment::{Commitment, CommitmentKind, Strength};
use super::deadline::deadline;
use super::end::{ClauseEnd, end};
use super::object;
use super::verb::is_opening;
use super::words::lists;
use crate::figures::Figure;
use crate::text::Span;
use crate::text::{begins, holds};

/// The commitments of a paragraph of the task part, in order. `paragraph` is `printed` in the script of the rules, byte for byte.
pub(super) fn commitments(paragraph: &str, printed: &str, figures: &[Figure], year: u16) -> Vec<Commitment> {
    let mut reading =
        ParagraphReading { paragraph, printed, figures, year, found: Vec::new(), part: SentencePart::default() };
    clauses(paragraph).into_iter().for_each(|clause| reading.take(clause));
    reading.found
}

/// A paragraph, read clause by clause.
struct ParagraphReading<'p> {
    paragraph: &'p str,
    printed: &'p str,
    figures: &'p [Figure],
    year: u16,
    found: Vec<Commitment>,
    part: SentencePart,
}

/// What the clauses before say, from the start of the sentence or from its last semicolon on.
#[derive(Default)]
struct SentencePart {
    /// The clause before, and the end that it names.
    before: Option<(Clause, ClauseEnd)>,
    /// A time that opened a clause: it holds for the clauses behind too.
    held: Option<Span>,
    /// Where a clause begins that says only when, how firmly (`力争年末，`) or by what money (`投资6.6亿元，`), and its numbers.
    opener: Option<(usize, Vec<Span>)>,
}

impl ParagraphReading<'_> {
    /// Reads the next clause.
    fn take(&mut self, clause: Clause) {
        if !clause.goes_on {
            self.part = SentencePart::default();
        }
        if holds(clause.sentence.of(self.paragraph), &lists().preamble).is_some() {
            return;
        }
        let words = clause.span.of(self.paragraph);
        let own = deadline(self.paragraph, clause.span, self.year);
        let opens = |own: &Span| *own != clause.span && is_opening(&words[..own.start - clause.span.start]);
        self.part.held = own.filter(opens).or(self.part.held);
        if is_opening(words) {
            self.part.opener = Some((clause.span.start, Vec::new()));
            return;
        }
        let read = end(self.paragraph, clause.span, self.figures);
        if read.spends {
            self.part.opener = Some((clause.span.start, read.measures.clone()));
        } else if !self.lengthens(clause, &read, own) {
            self.add(clause, read, own);
            return;
        }
        self.part.before = Some((clause, read));
    }

    /// Whether a clause only says a further number of what the clause before undertakes; that is longer then.
    fn lengthens(&mut self, clause: Clause, read: &ClauseEnd, own: Option<Span>) -> bool {
        let goes_on = begins(clause.span.of(self.paragraph), &lists().goes_on).is_some();
        let (Some((before, _)), Some(last)) = (&self.part.before, self.found.last_mut()) else { return false };
        if !goes_on || read.kind != Some(CommitmentKind::Figure) || last.span.end != before.span.end {
            return false;
        }
        last.span.end = clause.span.end;
        last.measures.extend(&read.measures);
        last.deadline = last.deadline.or(own);
        true
    }

    /// Adds what a clause undertakes, if it does, together with the clauses before that belong to it.
    fn add(&mut self, clause: Clause, mut read: ClauseEnd, own: Option<Span>) {
        let mut span = clause.span;
        let before = self.part.before.take();
        let is_standard = is_standard(span.of(self.paragraph)) && read.kind.is_none();
        if let Some((last, end)) = before.as_ref().filter(|_| is_standard) {
            read.kind = Some(CommitmentKind::Finish);
            read.object = clause.span.end..clause.span.end;
            span.start = if end.kind.is_none() { last.span.start } else { span.start };
        }
        if let Some((start, money)) = self.part.opener.take() {
            span.start = start;
            read.kind = if money.is_empty() { read.kind } else { Some(CommitmentKind::Figure) };
            read.measures.splice(0..0, money);
        }
        if let Some(kind) = read.kind {
            // A status that was gained is not the thing that gained it.
            let subject = before.filter(|(_, end)| end.kind != Some(CommitmentKind::Title));
            let subject = subject.map(|(clause, _)| clause.span);
            let (strength, strength_word) = strength(self.paragraph, span);
            self.found.push(Commitment {
                span,
                sentence: clause.sentence,
                object: object::object(self.paragraph, self.printed, span, subject, &read),
                kind,
                measures: read.measures.clone(),
                deadline: own.or(self.part.held),
                strength,
                strength_word,
            });
        }
        self.part.before = Some((clause, read));
    }
}

/// `达到一级A标准` ends what the clause before it says.
fn is_standard(words: &str) -> bool {
    words.starts_with("达到") && words.ends_with("标准")
}

/// How firmly a clause is said, and the word.
fn strength(paragraph: &str, clause: Span) -> (Strength, Option<Span>) {
    let words = clause.of(paragraph);
    let at = |list: &[&str]| holds(words, list).map(|(from, to)| Span::new(from, to).shifted(clause.start));
    match (at(&lists().ensure), at(&lists().strive)) {
        (Some(word), _) => (Strength::Ensure, Some(word)),
        (None, Some(word)) => (Strength::Strive, Some(word)),
        (None, None) => (Strength::Plain, None),
    }
}
