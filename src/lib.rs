//! gongdu 公读: turns an official report as it was published into a website.
//!
//! The program `gongdu` is a few lines over this library. A first use: open a published text, read it in all its layers,
//! and see what it states.
//!
//! ```
//! let published = "政府工作报告\n——2024年1月5日在清河县第十九届人民代表大会第三次会议上\n\n各位代表：\n\n\
//!     一、2023年工作回顾\n\n全县地区生产总值增长6.5%。\n";
//! let opened = gongdu::report::open("report.txt", published.as_bytes());
//! let imported = gongdu::import::import_opened(&opened.value);
//! for fault in &imported.diagnostics {
//!     eprintln!("{}", fault.message.said_in(gongdu::message::Language::English));
//! }
//! let stated: Vec<(f64, &str)> =
//!     imported.value.figures.iter().flatten().map(|figure| (figure.value, figure.unit.as_str())).collect();
//! assert_eq!(imported.value.report.masthead.year, Some(2024));
//! assert_eq!(stated, [(6.5, "%")]);
//! ```
//!
//! From there, [`inspect`] gives the same as JSON, [`content`] the files that a person mends, and [`build`] a whole site into
//! an [`artifact::Sink`]. Whatever can be wrong with a text comes as [`diagnostic::Diagnostic`]s beside the result, in a
//! [`diagnostic::Checked`]; an error is a fault of the machine. The modules stand in the order of the data;
//! `ARCHITECTURE.md` says which may use which. What is not public here are steps of the build.

pub mod artifact;
pub mod body;
pub mod book;
pub mod build;
pub mod chart;
// The program and its tests call it; it promises nothing to other crates.
#[doc(hidden)]
pub mod cli;
pub mod commitments;
pub mod content;
mod data;
pub mod diagnostic;
pub mod disk;
#[cfg(feature = "external")]
pub mod external;
pub mod figures;
pub mod follow_up;
pub mod glossary;
mod html;
pub mod import;
pub mod inspect;
pub mod intake;
pub mod ledger;
pub mod limits;
pub mod markdown;
mod markup;
pub mod message;
#[cfg(feature = "images")]
mod picture;
pub mod places;
pub mod project;
mod qr;
pub mod report;
#[cfg(feature = "serve")]
mod serve;
pub mod site;
pub mod text;
pub mod topics;
pub mod words;
