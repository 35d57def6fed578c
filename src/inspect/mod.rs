//! What gongdu makes of one source before anything is written: the object that `gongdu inspect --json` prints. Knows no pages.

mod gather;
mod json;

pub use gather::inspect;
pub use json::{
    AsideJson, AttachmentJson, ComparisonJson, DiagnosticJson, EntryJson, FigureJson, Inspection, MastheadJson,
    MentionJson, OutlineJson,
};
