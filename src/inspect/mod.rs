//! What gongdu makes of one source before anything is written: the object that `gongdu inspect --json` prints, and why each
//! figure is what it is. Knows no pages.

mod gather;
mod json;
#[cfg(test)]
mod tests;
mod why;

pub use gather::inspect;
pub use json::{
    AsideJson, AttachmentJson, CommitmentJson, ComparisonJson, DiagnosticJson, EntryJson, FigureJson, Inspection,
    MastheadJson, MentionJson, OutlineJson, PhraseJson,
};
pub use why::{Beside, LineKind, Reasoned, Reasons};
