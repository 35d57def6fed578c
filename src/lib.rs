//! gongdu 公读: turns an official report as it was published into a website.
//!
//! The modules stand in the order of the data; `ARCHITECTURE.md` says which may use which.

pub mod chart;
pub mod diagnostic;
pub mod figures;
pub mod glossary;
pub mod report;
pub mod text;
