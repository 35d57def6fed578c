//! The site with every reference resolved: addresses, anchors, mentions, figures, charts, links. Nothing dangles. Makes no
//! HTML and reads no file.

mod addresses;
mod anchors;
mod as_found;
mod by_topic;
mod chart_law;
mod charts;
mod check;
mod citation;
mod commitment_site;
mod commitments;
mod figure_site;
mod files;
mod ids;
mod key_statistics;
mod last_year;
mod links;
mod mentions;
mod old_addresses;
mod over_years;
mod over_years_charts;
mod page_routes;
mod pointers;
mod printed_statistic;
mod quotes;
mod report_site;
mod resolve;
mod route;
mod row_words;
mod series;
mod share_image;
mod site_info;
mod site_routes;
mod spoken;
mod summary;
mod tables;
mod term_changes;
mod topic_site;
mod urn;
mod year_places;

pub use addresses::follow;
pub use anchors::{LeafBlock, TermMention};
pub use commitment_site::CommitmentSite;
pub use figure_site::{FigureIndex, FigureSite};
pub use files::{data_file, llms_route, site_data_file};
pub use key_statistics::KeyStatistic;
pub use last_year::{LastYear, NumberAnswer, SentencePlace, UndertakingSite, last_year};
pub use links::Destination;
pub use old_addresses::{OldAddresses, OldPage};
pub use over_years::{StatisticOverYears, StatisticYear, over_years};
pub use printed_statistic::{PrintedStatistic, StatisticColumn};
pub use report_site::{ChartSite, PageSite, ReportSite, TermSite, Use};
pub use route::Route;
pub use series::{InSeries, Neighbour, Neighbours, PrintedInYear, over_years_route, series};
pub use share_image::{Headline, ShareImage, site_share_image};
pub use site_info::SiteInfo;
pub use site_routes::years_route;
pub use summary::{KeyFigure, ReportSummary, Seat};
pub use tables::{
    BETWEEN_WORDS, COMMITMENTS, Column, ColumnType, FIGURES, OUTLINE, REPORTS, STATISTICS, TERMS, TableSchema, YEARS,
};
pub use term_changes::TermChanges;
pub use topic_site::{SentencesByTopic, TopicSentence, TopicSite};
pub use urn::urn;
pub use year_places::{PlaceOfYear, StatisticOfPlaces, YearPlaces, compares, places_by_year};
