//! Finds the commitments of a report in the text of its pages, with the sentence of each. Holds no rules.

use super::commitment_site::CommitmentSite;
use super::report_site::{PageSite, ReportSite};
use super::spoken::{SpokenBlock, spoken};
use crate::commitments::{self, TextBlock};
use crate::content::TitlePage;
use crate::text::Span;

impl ReportSite<'_> {
    /// The words of a span of the leaf that a commitment stands in.
    pub fn commitment_words(&self, own: &CommitmentSite, span: Span) -> &str {
        span.of(&self.pages[own.page].page.text.leaves()[own.leaf].text)
    }

    /// What a commitment is about, where its own clause does not say it.
    pub fn said_before<'o>(&self, own: &'o CommitmentSite) -> Option<&'o str> {
        let [object] = &own.read.object[..] else { return None };
        let clause = self.commitment_words(own, own.read.span);
        (!shares_words(clause, object)).then_some(object.as_str())
    }
}

/// Whether two characters of `words` stand in `clause` side by side: a name may be put together of several runs of it.
fn shares_words(clause: &str, words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    chars.windows(2).any(|pair| clause.contains(&pair.iter().collect::<String>()))
}

/// The commitments of a report, in the order of its text: of the speech, then of each attachment.
pub(super) fn resolve(report: &TitlePage, pages: &[PageSite<'_>]) -> Vec<CommitmentSite> {
    let year = report.year.and_then(|year| u16::try_from(year).ok());
    let mut found = Vec::new();
    for text in spoken(report, pages) {
        let blocks: Vec<TextBlock<'_>> = text.blocks.iter().map(|own| own.block).collect();
        let read = commitments::read(year, text.outlook, &blocks);
        for (read, SpokenBlock { page, leaf, .. }) in read.into_iter().zip(text.blocks) {
            let Some(leaf) = leaf else { continue };
            found.extend(read.into_iter().map(|read| {
                let sentence = pages[page].leaves[leaf].sentence_at(read.span.start).to_owned();
                CommitmentSite { page, leaf, sentence, read }
            }));
        }
    }
    found
}
