//! What the pages that set reports side by side have round their content.

use crate::html::page_view::{PageMeta, page_view};
use crate::html::view::PageView;
use crate::site::{Route, SiteInfo, years_route};

/// The frame of one of these pages: below the list, which is itself.
pub(super) fn compared_view(title: &str, description: &str, here: &Route, site_info: &SiteInfo) -> PageView {
    let list = (site_info.words.get("compared.title").to_owned(), years_route());
    let own = (title.to_owned(), here.clone());
    let page = PageMeta {
        route: here,
        title,
        description: description.to_owned(),
        crumbs: if *here == list.1 { vec![own] } else { vec![list, own] },
        json_ld: None,
        charts: true,
        canonical: None,
        share_image: Route::root().share_image(),
        citation: String::new(),
    };
    page_view(site_info, None, page)
}
