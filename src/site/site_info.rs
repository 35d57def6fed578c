//! What every page must know of the site.

use crate::content::Settings;
use crate::topics::TopicTable;
use crate::words::Words;

/// What holds for every page of the site.
#[derive(Clone, Debug)]
pub struct SiteInfo {
    /// `site.toml`.
    pub settings: Settings,
    /// The words of the interface.
    pub words: Words,
    /// Which sentences belong to which topic, and what everyday words mean.
    pub topics: TopicTable,
    /// How many reports the site has. A report that is alone is also the site's home.
    pub reports: usize,
    /// Whether there are pictures: each chart as a PNG too, and share images.
    pub pictures: bool,
    /// Whether the pages are for the preview server, which writes a script of its own into them.
    pub preview: bool,
    /// Whether the site has a `robots.txt` of its own, which takes the place of ours.
    pub has_robots: bool,
}
