//! Two values that a report gives under one name, for one time, in one manner: the name of one of them at least says too little
//! (`新增项目15个、累计约700个`). Knows no words.

use super::explained::{Explained, Reading};
use super::figure::{Doubt, Figure, Kind, Qualifier, Status};
use super::key_statistics;
use super::pairs::magnitude;
use super::why::{Because, DoubtRule, PeriodRule};
use crate::text::Span;

/// Puts the names of such figures in doubt, over all paragraphs of a report. The sentence that gives most key statistics speaks of the
/// whole place, and is right: what another says is of something else (新增就业 in one of trade).
pub fn doubt_contradictions(readings: &mut [Reading]) {
    let mut claimed: Vec<Claim<'_>> = readings.iter_mut().flat_map(claims).collect();
    claimed.sort_by(|one, other| one.name().cmp(other.name()));
    for group in claimed.chunk_by_mut(|one, other| one.name() == other.name()) {
        let many = group.len() > MOST;
        let doubted = |one: &Claim<'_>| many || group.iter().any(|other| one.is_doubted_for(other));
        let doubtful: Vec<bool> = group.iter().map(doubted).collect();
        for (one, _) in group.iter_mut().zip(doubtful).filter(|(_, doubtful)| *doubtful) {
            one.explained.doubts.insert(0, Because::said(DoubtRule::OtherValue, one.explained.figure.span));
            one.explained.figure.doubts.insert(0, Doubt::Name);
        }
    }
}

/// No name that says what it is of is given more values in one report.
const MOST: usize = 200;

/// A figure that claims one value, and how many key statistics its sentence gives.
struct Claim<'a> {
    explained: &'a mut Explained,
    keys: usize,
}

impl Claim<'_> {
    fn name(&self) -> &str {
        &self.explained.figure.indicator
    }

    /// Whether another figure of the name is a reason to doubt this one.
    fn is_doubted_for(&self, other: &Claim<'_>) -> bool {
        self.keys <= other.keys && contradict(self.explained, other.explained)
    }
}

/// The figures of a paragraph that claim one value.
fn claims(reading: &mut Reading) -> impl Iterator<Item = Claim<'_>> {
    let key = |one: &&Explained| key_statistics::is_name(&one.figure.indicator);
    let said: Vec<Span> = reading.figures.iter().filter(key).map(|one| one.figure.sentence).collect();
    let keys = move |sentence: Span| said.iter().filter(|said| **said == sentence).count();
    let figures = reading.figures.iter_mut().filter(|one| claims_one_value(one));
    figures.map(move |explained| Claim { keys: keys(explained.figure.sentence), explained })
}

/// Whether a figure claims one value for what its name says: a member of a ratio does not, nor a place, nor a multiple.
fn claims_one_value(one: &Explained) -> bool {
    let ratio = one.period.rule == PeriodRule::Ratio || one.figure.kind == Kind::Share && one.figure.unit.is_empty();
    let valued = matches!(one.figure.kind, Kind::Level | Kind::Change | Kind::Share);
    valued && !ratio && one.figure.is_named() && one.figure.doubts.is_empty()
}

/// Whether two figures of one name claim different values for the same.
fn contradict(one: &Explained, other: &Explained) -> bool {
    // A yearly average stands beside the growth of all the years; of two goals the second is the higher (`确保280亿元，力争300亿元`).
    let average = |one: &Explained| one.period.rule == PeriodRule::YearlyAverage;
    let (one_average, other_average) = (average(one), average(other));
    let (one, other) = (&one.figure, &other.figure);
    let goals = one.status == Status::Target && one.sentence == other.sentence;
    let same = one.period == other.period
        && one.status == other.status
        && one.kind == other.kind
        && one.manner == other.manner
        && one.direction == other.direction
        && one.scope == other.scope
        && magnitude(&one.unit).1 == magnitude(&other.unit).1;
    same && !goals && one_average == other_average && !agree(one, other) && !agree(other, one)
}

/// Whether the first value, as exact as it claims to be, admits the second: `突破2万亿元` and `23562亿元`.
fn agree(one: &Figure, other: &Figure) -> bool {
    let amount = |value: f64, unit: &str| value * magnitude(unit).0;
    let (bound, value) = (amount(one.value, &one.unit), amount(other.value, &other.unit));
    match one.qualifier {
        Qualifier::Gt | Qualifier::Ge => value >= bound,
        Qualifier::Lt | Qualifier::Le => value <= bound,
        Qualifier::Approx | Qualifier::Near => (value - bound).abs() <= bound.abs() * ROUNDED,
        Qualifier::Range => one.high.is_some_and(|high| (bound..=amount(high, &one.unit)).contains(&value)),
        // `1.2万人` and `1.17万人`: rounded.
        Qualifier::Eq => (value - bound).abs() <= bound.abs() * EXACT,
    }
}

/// By which part of itself a value may be off that is said to be about so much.
const ROUNDED: f64 = 0.1;

/// By which part of itself a value may be off that is said plainly.
const EXACT: f64 = 0.005;
