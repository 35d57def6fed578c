//! Where a paragraph stands: what its report, its headings and the paragraphs before say of its figures. Knows no rules.

use super::outlook::Outlook;

/// What the finder must know of the place a paragraph stands in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting<'a> {
    /// The year whose tasks the report sets, if known.
    pub report_year: Option<u16>,
    /// The headings above the paragraph, the topmost first.
    pub headings: &'a [&'a str],
    /// Of several times that a heading names, the one that the paragraphs before have turned to.
    pub current: Option<(u16, u16)>,
    /// What the report speaks of where nothing says.
    pub outlook: Outlook,
}
