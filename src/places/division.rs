//! A division of the country: a province, a prefecture, a county, under a name that it has or has had.

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

    /// Whether it is the whole country.
    pub fn is_nation(&self) -> bool {
        self.code == 0
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
}
