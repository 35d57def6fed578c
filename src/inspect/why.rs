//! Why the figures of a source are what they are: each with the rules and the words that decided, placed in the source. Reads
//! with the very rules that find the figures.

use crate::figures::pairs::{self, Pair, Reason, Refusal, Stated};
use crate::figures::{Explained, HeadingRule, NoFigure};
use crate::import::{self, ExplainedBlock};
use crate::report::{Block, Heading, Opened, Paragraph, Report};
use crate::text::{Place, Source, Span};

/// All figures of one source, with what decided their facts.
pub struct Reasons<'a> {
    source: &'a Source,
    report: &'a Report,
    blocks: Vec<ExplainedBlock>,
    /// For each figure its block and its place in it.
    order: Vec<(usize, usize)>,
    pairs: Vec<Pair>,
    refusals: Vec<Refusal>,
}

/// One of the figures.
#[derive(Clone, Copy)]
pub struct Reasoned<'a> {
    all: &'a Reasons<'a>,
    index: usize,
}

/// What a figure stands beside, or why it stands alone.
pub enum Beside<'a> {
    /// The result or the target that measures the same.
    Pair(Reasoned<'a>),
    /// Those that look alike, each with the reason why they are not set beside it.
    Refused(Vec<(Reasoned<'a>, Reason)>),
    /// It is what a change began with, and is compared with no year after it.
    Start,
    /// No other figure looks like it.
    NothingAlike,
}

/// What a line of a source is, when it holds no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Of a paragraph of the speech or of an attachment.
    Paragraph,
    /// Of a heading: no figures are looked for there.
    Heading,
    /// Of the masthead, the glossary, the heading of an attachment, or set aside: no figures are looked for there.
    Elsewhere,
}

impl<'a> Reasons<'a> {
    /// Reads the figures of a report again, with reasons.
    pub fn of(opened: &'a Opened, report: &'a Report) -> Reasons<'a> {
        let blocks = import::explained(report);
        let order: Vec<(usize, usize)> = (blocks.iter().enumerate())
            .flat_map(|(block, read)| (0..read.reading.figures.len()).map(move |figure| (block, figure)))
            .collect();
        let stated: Vec<Stated<'_>> = order
            .iter()
            .filter_map(|(block, figure)| {
                let paragraph = &paragraph(report, *block)?.text;
                Some(Stated { figure: &blocks[*block].reading.figures[*figure].figure, paragraph })
            })
            .collect();
        let (pairs, refusals) = pairs::done_and_planned(&stated);
        Reasons { source: &opened.source, report, order, pairs, refusals, blocks }
    }

    /// The figures, in the order of the text.
    pub fn figures(&'a self) -> impl Iterator<Item = Reasoned<'a>> {
        (0..self.order.len()).map(move |index| Reasoned { all: self, index })
    }

    /// The figures that begin on a line of the source.
    pub fn on_line(&'a self, line: usize) -> Vec<Reasoned<'a>> {
        self.figures().filter(|figure| figure.place().is_some_and(|place| place.line == line)).collect()
    }

    /// The figures with these words in a paragraph that holds the quote; of a quote that stands several times, all.
    pub fn quoted(&'a self, quote: &str, words: &str) -> Vec<Reasoned<'a>> {
        let has = |figure: &Reasoned<'_>| {
            let (span, text) = (figure.explained().figure.span, figure.paragraph());
            span.of(text) == words
                && text.match_indices(quote).any(|(at, _)| Span::new(at, at + quote.len()).contains(span))
        };
        self.figures().filter(has).collect()
    }

    /// The numbers on a line that state no quantity, with their places and the reasons.
    pub fn refused_on_line(&self, line: usize) -> Vec<(&str, Place, NoFigure)> {
        let mut found = Vec::new();
        for (block, read) in self.blocks.iter().enumerate() {
            let Some(paragraph) = paragraph(self.report, block) else { continue };
            for refused in &read.reading.refused {
                let place = paragraph.source_span(refused.number).map(|span| self.source.place(span.start));
                if let Some(place) = place.filter(|place| place.line == line) {
                    found.push((refused.number.of(&paragraph.text), place, refused.why));
                }
            }
        }
        found
    }

    /// What a line is.
    pub fn line_kind(&self, line: usize) -> LineKind {
        let block = self.report.blocks().find(|block| {
            let (Block::Heading(Heading { pieces, .. }) | Block::Paragraph(Paragraph { pieces, .. })) = block;
            pieces.iter().any(|piece| piece.line == line)
        });
        match block {
            Some(Block::Paragraph(_)) => LineKind::Paragraph,
            Some(Block::Heading(_)) => LineKind::Heading,
            None => LineKind::Elsewhere,
        }
    }
}

impl<'a> Reasoned<'a> {
    /// The figure with the rules.
    pub fn explained(self) -> &'a Explained {
        let (block, figure) = self.all.order[self.index];
        &self.all.blocks[block].reading.figures[figure]
    }

    /// The paragraph that the spans belong to.
    pub fn paragraph(self) -> &'a str {
        paragraph(self.all.report, self.all.order[self.index].0).map_or("", |paragraph| &paragraph.text)
    }

    /// Where the figure begins in the source.
    pub fn place(self) -> Option<Place> {
        self.quote(self.explained().figure.span).map(|(_, place)| place)
    }

    /// Words of its paragraph and where they stand in the source; nothing for an empty span.
    pub fn quote(self, span: Span) -> Option<(&'a str, Place)> {
        let paragraph = paragraph(self.all.report, self.all.order[self.index].0)?;
        let start = paragraph.source_span(span).filter(|_| !span.is_empty())?.start;
        Some((span.of(&paragraph.text), self.all.source.place(start)))
    }

    /// The heading that says whether its section looks back or ahead, and by what.
    pub fn heading(self) -> Option<(&'a str, HeadingRule)> {
        let reason = self.explained().heading?;
        let headings = &self.all.blocks[self.all.order[self.index].0].headings;
        headings.get(reason.heading).map(|text| (text.as_str(), reason.rule))
    }

    /// What it stands beside, or why it stands alone.
    pub fn beside(self) -> Beside<'a> {
        let other = |done: usize, planned: usize| match self.index {
            index if index == done => Some(Reasoned { index: planned, ..self }),
            index if index == planned => Some(Reasoned { index: done, ..self }),
            _ => None,
        };
        if let Some(pair) = self.all.pairs.iter().find_map(|pair| other(pair.done, pair.planned)) {
            return Beside::Pair(pair);
        }
        if !pairs::is_compared(&self.explained().figure) {
            return Beside::Start;
        }
        let refused = self.all.refusals.iter();
        let refused: Vec<(Reasoned<'a>, Reason)> =
            refused.filter_map(|refusal| Some((other(refusal.done, refusal.planned)?, refusal.reason))).collect();
        if refused.is_empty() { Beside::NothingAlike } else { Beside::Refused(refused) }
    }
}

fn paragraph(report: &Report, block: usize) -> Option<&Paragraph> {
    match report.blocks().nth(block)? {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Heading(_) => None,
    }
}
