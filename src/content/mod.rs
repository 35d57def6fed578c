//! What lies under `content/`: made once from a source, mended by hand, read at each build. Holds no derived state: no
//! address, no HTML, no link; a longer glossary changes no Markdown file.

mod aliases;
mod cells;
mod charts;
mod convert;
mod earlier;
mod fields;
mod figures;
mod file;
mod first_settings;
mod glossary;
mod lexicon;
mod manuscript;
mod merge;
mod naming;
mod notice;
mod outside_link;
mod page_id;
mod pages;
mod propose;
mod publisher;
mod quote;
mod record;
mod settings;
mod table;
mod title_page;
mod unplaced;
mod web_address;

pub use aliases::PageAlias;
pub use charts::{ChartPage, KINDS as CHART_KINDS, PlacedId};
pub use convert::{Converted, convert};
pub use earlier::{Earlier, KeptPage};
pub use figures::{COLUMNS as FIGURE_COLUMNS, FigureRow, FigureTable, words_in_quote};
pub use file::{NewFile, RawFile};
pub use first_settings::FirstSettings;
pub use glossary::{GlossaryPage, Term};
pub use lexicon::{lay_over_lexicon, own_lexicon};
pub use manuscript::{Manuscript, Page, numbered, open_source, text_beside};
pub use merge::{EarlierFigures, FIGURES, FIGURES_WRITTEN, MergedFigures, RowName, merge_figures};
pub use notice::{Notice, NoticeKind};
pub use outside_link::{OutsideLink, links_of_settings};
pub use page_id::PageId;
pub use pages::WHOLE_SPEECH;
pub use publisher::{Official, Publisher};
pub use record::Record;
pub use settings::{FigurePages, LinkTerms, Settings, base_url_of};
pub use table::write_csv;
pub use title_page::TitlePage;
pub use unplaced::{Unplaced, doubts};

/// The folder beside the reports whose files go into the site as they are.
pub const STATIC: &str = "static";
