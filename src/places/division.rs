//! A division of the country: a province, a prefecture, a county, under a name that it has or has had.

use super::table::divisions;

/// A place as one of the published lists names it.
#[derive(Debug, PartialEq, Eq)]
pub struct Division {
    code: u32,
    name: String,
    /// How many bytes of the name come before the kind of place.
    short: usize,
    reading: &'static str,
    of_today: bool,
}

impl Division {
    /// A row of the table: code, name, reading, and of a former name the last list that has it.
    pub(super) fn read(row: &'static str) -> Option<Self> {
        let mut cells = row.split('\t');
        let (code, name, reading) = (cells.next()?.parse().ok()?, cells.next()?, cells.next()?);
        let short = name.find('|').unwrap_or(name.len());
        Some(Self { code, name: name.replace('|', ""), short, reading, of_today: cells.next().is_none() })
    }

    /// The code of GB/T 2260 that it has or had under this name, the order in which places are listed; 0 is the whole country.
    pub fn code(&self) -> u32 {
        self.code
    }

    /// Its name in full: 双江拉祜族佤族布朗族傣族自治县.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its name without the kind of place: 双江; as it is where only one character would remain.
    pub fn short_name(&self) -> &str {
        &self.name[..self.short]
    }

    /// The kind of place as it stands in the name: 拉祜族佤族布朗族傣族自治县.
    pub(super) fn kind(&self) -> &str {
        &self.name[self.short..]
    }

    /// Its short name in Latin letters, written together as GB/T 28039 does, ü as v: `shuangjiang`. With the kind where the place
    /// it lies in, or one beside it, would have the same: `jilinshi`.
    pub fn reading(&self) -> String {
        self.syllables().collect()
    }

    pub(super) fn syllables(&self) -> impl Iterator<Item = &'static str> {
        self.reading.split(' ')
    }

    /// The place that it lies in; `None` for the whole country.
    pub fn parent(&self) -> Option<&'static Self> {
        let above = [self.code / 100 * 100, self.code / 10_000 * 10_000, 0];
        above
            .into_iter()
            .filter(|above| *above != self.code)
            .find_map(|above| divisions().iter().find(|place| place.code == above))
    }

    /// Whether `place` lies in it.
    pub(super) fn holds(&self, place: &Self) -> bool {
        let is_above = |unit| self.code == place.code / unit * unit;
        self.code != 0 && self.code != place.code && (is_above(100) || is_above(10_000))
    }

    /// Whether it is a province or the nation (0), a prefecture (1), a county (2).
    pub(super) fn level(&self) -> usize {
        usize::from(!self.code.is_multiple_of(10_000)) + usize::from(!self.code.is_multiple_of(100))
    }

    /// Whether the list of today has it under this name.
    pub fn is_of_today(&self) -> bool {
        self.of_today
    }

    /// The place that it is today: 密云区 of 密云县, 襄阳市 of 襄樊市; itself where the lists do not tell.
    pub fn today(&'static self) -> &'static Self {
        if self.of_today {
            return self;
        }
        let above = |place: &Self| place.parent().map(|parent| parent.today().code);
        let is_beside = |place: &Self| place.short_name() == self.short_name() && above(place) == above(self);
        // Counties and cities of one province have names of their own; districts of its cities have not.
        let is_moved = |place: &Self| place.name == self.name && place.code / 10_000 == self.code / 10_000;
        only(|place| place.code == self.code)
            .or_else(|| only(is_beside))
            .or_else(|| only(|place| is_moved(place) && !place.name.ends_with('区')))
            .unwrap_or(self)
    }
}

/// The one place of today that is so.
fn only(is_so: impl Fn(&Division) -> bool) -> Option<&'static Division> {
    let mut found = divisions().iter().filter(|place| place.of_today && is_so(place));
    found.next().filter(|_| found.next().is_none())
}
