//! The key statistics of a report: what is planned for its year and what was done in the year before. Nothing is shown that the report
//! does not print, and no name twice.

use std::collections::{BTreeMap, BTreeSet};

use super::as_found::words_of;
use super::figure_site::{FigureIndex, FigureSite};
use super::report_site::ReportSite;
use crate::figures::key_statistics::{self, OwnPlace};
use crate::figures::{Kind, Status};
use crate::places;

/// A key statistic as one report prints it.
#[derive(Clone, Debug)]
pub struct KeyStatistic {
    /// Which one, counted in the order of the table.
    pub statistic: usize,
    /// Its level, its change, or both where both are of one measure.
    pub figures: Vec<FigureIndex>,
}

impl ReportSite<'_> {
    /// The ids of the sentences that set a target for the report's year.
    pub fn sentences_with_targets(&self) -> BTreeSet<&str> {
        let Some(year) = self.manuscript.title_page.year else { return BTreeSet::new() };
        self.figures.iter().filter(|own| own.is_target_of(year)).map(|own| own.sentence.as_str()).collect()
    }

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
        for own in self.key_statistics(Status::Target) {
            let is_of = |index: &FigureIndex| self.statistic_of(*index) == Some(own.statistic);
            match things.iter_mut().find(|thing| thing.iter().any(is_of)) {
                // The level stands beside the growth: 生产总值达450亿元、增长8%.
                Some(thing) => {
                    let more = own.figures.into_iter().filter(|index| self.goes_with(*index, thing));
                    let more: Vec<FigureIndex> = more.collect();
                    thing.extend(more);
                }
                None => things.push(own.figures),
            }
        }
        things
    }

    /// Whether a figure says of a thing under the same name what no other of its figures says: its level or its change.
    fn goes_with(&self, index: FigureIndex, thing: &[FigureIndex]) -> bool {
        let is_change = |index: FigureIndex| self.figures[index.0].row.kind == Kind::Change;
        thing.iter().all(|own| self.name(*own) == self.name(index) && is_change(*own) != is_change(index))
    }

    /// What was done in the year before the report: its key statistics in the order of the table.
    pub fn done(&self) -> Vec<Vec<FigureIndex>> {
        self.key_statistics(Status::Actual).into_iter().map(|own| own.figures).collect()
    }

    /// Of each statistic the level and the change by the name that the report gives them, in the order of the table: those that are
    /// planned for the year of the report, or were done in the year before.
    pub fn key_statistics(&self, status: Status) -> Vec<KeyStatistic> {
        let Some(year) = self.manuscript.title_page.year else { return Vec::new() };
        let period = if status == Status::Target { year } else { year.saturating_sub(1) }.to_string();
        let of = |figure: &FigureSite| {
            let row = &figure.row;
            let settled = status == Status::Target || figure.is_foreseen || !key_statistics::is_open(&row.quote);
            row.status == status && row.period == period && !row.is_in_doubt() && settled
        };
        let own = self.own_place();
        // The first figure of each statistic that is a level, and the first that is a change; what is settled before what is foreseen.
        let mut first: BTreeMap<(usize, bool), FigureIndex> = BTreeMap::new();
        let all = || self.figures.iter().enumerate();
        let [settled, foreseen] = [false, true].map(|wanted| all().filter(move |(_, own)| own.is_foreseen == wanted));
        for (at, figure) in settled.chain(foreseen) {
            let row = &figure.row;
            let fits = row.kind != Kind::Rank
                && key_statistics::is_of_kind(&row.indicator, row.kind)
                && key_statistics::says_itself(row.kind, &row.said())
                && !key_statistics::may_be_of_part(self.words_before(figure));
            if fits
                && of(figure)
                && let Some(number) = key_statistics::number_of(&row.indicator, own)
            {
                first.entry((number, row.kind == Kind::Change)).or_insert(FigureIndex(at));
            }
        }
        let found = (0..key_statistics::count()).flat_map(|number| {
            let [level, change] = [false, true].map(|is_change| first.get(&(number, is_change)).copied());
            // The level of one measure says nothing of the change of another.
            let measure = |index| key_statistics::measure_of(self.name(index), own);
            let together = level.zip(change).is_none_or(|(level, change)| measure(level) == measure(change));
            let figures: Vec<FigureIndex> = level.into_iter().chain(change).collect();
            let things: Vec<Vec<FigureIndex>> =
                if together { vec![figures] } else { figures.into_iter().map(|one| vec![one]).collect() };
            things.into_iter().map(move |figures| KeyStatistic { statistic: number, figures })
        });
        found.filter(|own| !own.figures.is_empty()).collect()
    }

    /// The words of its sentence before a figure.
    fn words_before(&self, figure: &FigureSite) -> &str {
        let sentence = self.pages[figure.page].leaves[figure.leaf].sentence_over(figure.span.start);
        let start = sentence.map_or(0, |(span, _)| span.start);
        words_of(figure, &self.pages).get(start..figure.span.start).unwrap_or_default()
    }

    /// Which statistic a figure is of.
    fn statistic_of(&self, index: FigureIndex) -> Option<usize> {
        key_statistics::number_of(self.name(index), self.own_place())
    }

    /// The place whose report it is, as the table of key statistics asks for it.
    pub(super) fn own_place(&self) -> OwnPlace<'_> {
        let name = &self.manuscript.title_page.place;
        OwnPlace { name, is_nation: places::find(name).is_some_and(places::Division::is_nation) }
    }

    fn name(&self, index: FigureIndex) -> &str {
        &self.figures[index.0].row.indicator
    }
}
