//! The statistics that every report is read for, in the order in which statistics offices publish them: which of a report's figures
//! are such. Nothing is shown that the report does not print, and no name twice.

use super::figure_site::{FigureIndex, FigureSite};
use super::report_site::ReportSite;
use crate::figures::{Kind, Status};
use crate::places;

/// A row is a statistic, a cell one of the names that it has gone under. The rows that begin with a sign hold other words: `@` before
/// a name, of the report's own place, `*` of the nation; `?` of what is not settled yet; `!` of the distance from others.
const TABLE: &str = include_str!("key_statistics.txt");

/// The code of the nation among the places.
const NATION: u32 = 0;

impl ReportSite<'_> {
    /// What is planned for the year of the report: the headline targets as the report orders them, then the other key statistics
    /// that it has a target for. Each is one thing with its figures. Empty where the report's year is not known.
    pub fn planned(&self) -> Vec<Vec<FigureIndex>> {
        let year = self.manuscript.title_page.year.map(|year| year.to_string());
        let of_year = |index: &FigureIndex| {
            let row = &self.figures[index.0].row;
            row.status == Status::Target && Some(&row.period) == year.as_ref()
        };
        let mut things: Vec<Vec<FigureIndex>> = Vec::new();
        for index in self.key_figures().into_iter().filter(of_year) {
            match things.iter_mut().find(|thing| self.name(thing[0]) == self.name(index)) {
                Some(thing) => thing.push(index),
                None => things.push(vec![index]),
            }
        }
        let shown: Vec<usize> = things.iter().flatten().filter_map(|index| self.statistic_of(*index)).collect();
        let is_new = |thing: &Vec<FigureIndex>| self.statistic_of(thing[0]).is_none_or(|row| !shown.contains(&row));
        things.extend(self.key_statistics(Status::Target).into_iter().filter(is_new));
        things
    }

    /// What was done in the year before the report: its key statistics in the order of the table.
    pub fn done(&self) -> Vec<Vec<FigureIndex>> {
        self.key_statistics(Status::Actual)
    }

    /// Of each statistic the level, the change, or both, by the name that the report gives it.
    fn key_statistics(&self, status: Status) -> Vec<Vec<FigureIndex>> {
        let Some(year) = self.manuscript.title_page.year else { return Vec::new() };
        let period = if status == Status::Target { year } else { year.saturating_sub(1) }.to_string();
        let open = |figure: &FigureSite| marked('?').any(|word| figure.sentence.contains(word));
        let of = |figure: &FigureSite| {
            let row = &figure.row;
            row.status == status
                && row.period == period
                && !row.is_in_doubt()
                && (status == Status::Target || !open(figure))
        };
        let found = rows().map(|names| {
            let first = |is_change: bool| {
                let is = |figure: &FigureSite| {
                    let kind = figure.row.kind;
                    let fits = kind != Kind::Rank && (kind == Kind::Change) == is_change && says_itself(figure);
                    of(figure) && fits && self.is_named(&names, &figure.row.indicator)
                };
                self.figures.iter().position(is).map(FigureIndex)
            };
            let (level, change) = (first(false), first(true));
            // Two names of one statistic may have two scopes: the level of one says nothing of the change of the other.
            let together = level.zip(change).is_none_or(|(level, change)| self.name(level) == self.name(change));
            level.into_iter().chain(change.filter(|_| together || level.is_none())).collect::<Vec<_>>()
        });
        found.filter(|figures| !figures.is_empty()).collect()
    }

    /// Which row of the table a figure is of.
    fn statistic_of(&self, index: FigureIndex) -> Option<usize> {
        rows().position(|names| self.is_named(&names, self.name(index)))
    }

    /// Whether an indicator is one of these names, whole: what is of a part of the place, of another place or of a branch has words
    /// more.
    fn is_named(&self, names: &[&str], indicator: &str) -> bool {
        let place = &self.manuscript.title_page.place;
        let is_nation = places::find(place).is_some_and(|place| place.code() == NATION);
        let local = marked('@').filter(|word| word.chars().last() == place.chars().last());
        let mut own = local.chain(marked('*').filter(|_| is_nation));
        let bare = own.find_map(|word| indicator.strip_prefix(word)).unwrap_or(indicator);
        names.contains(&bare)
    }

    fn name(&self, index: FigureIndex) -> &str {
        &self.figures[index.0].row.indicator
    }
}

/// The names of each statistic.
fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().filter(|line| !line.starts_with(['#', '*', '@', '?', '!'])).map(|line| line.split('|').collect())
}

/// The words of the row that begins with this sign.
fn marked(sign: char) -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter_map(move |line| line.strip_prefix(sign)).flat_map(|line| line.split('|'))
}

/// Whether the words of a figure say what it is where they stand alone. `6.6%` of `分别增长4.7%、6.6%` does not say that it is a change,
/// and `高于全省0.7个百分点` is a distance.
fn says_itself(figure: &FigureSite) -> bool {
    let row = &figure.row;
    let bare = row.words.starts_with(|c: char| c.is_numeric());
    let distance = marked('!').any(|word| row.words.starts_with(word));
    row.kind != Kind::Change || !bare && !distance
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_name_stands_for_two_statistics() {
        let names: Vec<&str> = rows().flatten().collect();
        assert!(names.len() > 50 && names.iter().all(|name| !name.is_empty()));
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }
}
