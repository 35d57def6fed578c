//! Where the pages that span reports stand.

use super::route::Route;

/// The list of what goes over several years or places.
pub fn years_route() -> Route {
    Route::page(&["years"])
}

/// What all places print for one year.
pub(super) fn year_route(year: u64) -> Route {
    years_route().child(&format!("{year:04}/"))
}
