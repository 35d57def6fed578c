//! What each passage is to the outline. Shared by the step that finds headings and the one that finds their levels.

use super::mark::NumberMark;

/// What a passage is to the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A heading without a number; `counted` when it begins as an item does (`一是…`, `——…`).
    Bare { counted: bool },
    /// A heading without a number that a style calls one, and the style's level.
    Styled(u8),
    /// A heading with a number; it takes the first `end` bytes of the passage.
    Numbered { mark: NumberMark, end: usize, run_in: bool },
    /// A paragraph.
    Plain,
}
