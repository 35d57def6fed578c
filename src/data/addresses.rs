//! How addresses are written in files for machines: in full when the site's own is known, else counted from the root of the
//! site. One rule for all files, so that a row says the same wherever it stands.

use crate::content::Settings;
use crate::site::Route;

/// Writes addresses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Addresses<'a> {
    base: Option<&'a str>,
}

impl<'a> Addresses<'a> {
    pub(super) fn of(settings: &'a Settings) -> Addresses<'a> {
        Addresses { base: settings.base_url.as_deref() }
    }

    /// The address of a page or file; an empty `fragment` means its top.
    pub(super) fn to(self, route: &Route, fragment: &str) -> String {
        let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        match self.base {
            Some(base) => format!("{}{hash}", route.url(base)),
            None => format!("{}{hash}", route.path()),
        }
    }

    /// The address when that of the site is known.
    pub(super) fn absolute(self, route: &Route) -> Option<String> {
        self.base.map(|base| route.url(base))
    }
}
