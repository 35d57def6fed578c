//! What a place is to the others: what it lies in, what it has become.

use super::division::Division;
use super::table::divisions;

impl Division {
    /// The place that it lies in; `None` for the whole country.
    pub fn parent(&self) -> Option<&'static Self> {
        let above = [self.code() / 100 * 100, self.code() / 10_000 * 10_000, 0];
        above
            .into_iter()
            .filter(|above| *above != self.code())
            .find_map(|above| divisions().iter().find(|place| place.code() == above))
    }

    /// The place that it is today: 密云区 of 密云县, 襄阳市 of 襄樊市; itself where the lists do not tell.
    pub fn today(&'static self) -> &'static Self {
        if self.is_of_today() {
            return self;
        }
        let above = |place: &Self| place.parent().map(|parent| parent.today().code());
        let is_beside = |place: &Self| place.short_name() == self.short_name() && above(place) == above(self);
        // Counties and cities of one province have names of their own; districts of its cities have not.
        let is_moved = |place: &Self| place.name() == self.name() && place.code() / 10_000 == self.code() / 10_000;
        only(|place| place.code() == self.code())
            .or_else(|| only(is_beside))
            .or_else(|| only(|place| is_moved(place) && !place.name().ends_with('区')))
            .unwrap_or(self)
    }
}

/// The one place of today that is so.
fn only(is_so: impl Fn(&Division) -> bool) -> Option<&'static Division> {
    let mut found = divisions().iter().filter(|place| place.is_of_today() && is_so(place));
    found.next().filter(|_| found.next().is_none())
}
