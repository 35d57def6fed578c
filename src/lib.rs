//! gongdu 公读: turns an official report as it was published into a website.
//!
//! The modules stand in the order of the data; `ARCHITECTURE.md` says which may use which.

pub mod artifact;
pub mod body;
pub mod build;
pub mod chart;
pub mod cli;
pub mod content;
pub mod data;
pub mod diagnostic;
pub mod disk;
pub mod figures;
pub mod glossary;
pub mod html;
pub mod import;
pub mod inspect;
pub mod intake;
pub mod markdown;
pub mod message;
#[cfg(feature = "images")]
pub mod picture;
pub mod places;
pub mod qr;
pub mod report;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod text;
pub mod words;
