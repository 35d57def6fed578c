//! What every page must know of the site.

use std::collections::BTreeMap;

use super::route::Route;
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
    /// The path that each asset of the theme has on the site.
    pub assets: BTreeMap<String, String>,
}

/// A site of more reports than this makes no books and no single files unless its settings ask for them: they are half its weight.
const MOST_WITH_BOOKS: usize = 50;

impl SiteInfo {
    /// The asset at `path` of the theme.
    pub fn asset(&self, path: &str) -> Route {
        Route::file(self.assets.get(path).map_or(path, String::as_str))
    }

    /// Whether readers' devices keep the site. A preview is gone when its server is.
    pub fn is_offline(&self) -> bool {
        self.settings.offline && !self.preview
    }

    /// Whether each report is made as an EPUB.
    pub fn has_epub(&self) -> bool {
        self.settings.epub.unwrap_or(self.reports <= MOST_WITH_BOOKS)
    }

    /// Whether each report is made as one file of HTML.
    pub fn has_one_file(&self) -> bool {
        self.settings.one_file.unwrap_or(self.reports <= MOST_WITH_BOOKS)
    }
}
