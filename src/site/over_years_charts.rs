//! The charts of a statistic over the years: what was done, with what was planned beside it. One scale for one unit.

use super::charts::to_one_scale;
use super::over_years::StatisticOverYears;
use super::printed_statistic::PrintedStatistic;
use super::route::Route;
use crate::chart::{Chart, Kind, Mark, Row};
use crate::words::Words;

/// Fewer years than this are seen in their table at once.
const FEWEST: usize = 3;

impl StatisticOverYears<'_> {
    /// The charts of it for the page `here`: of what there is and of how it changed, where enough years in a row are measured alike.
    pub fn charts(&self, words: &Words, here: &Route) -> Vec<Chart> {
        let drawn = |is_change: bool| {
            let run = self.longest_run(is_change);
            (run.len() >= FEWEST).then(|| self.chart(&run, is_change, words, here))
        };
        [drawn(false), drawn(true)].into_iter().flatten().collect()
    }

    fn chart(&self, run: &[(u64, Vec<&PrintedStatistic>)], is_change: bool, words: &Words, here: &Route) -> Chart {
        let row = |(year, figures): &(u64, Vec<&PrintedStatistic>)| Row {
            label: words.fill("over_years.year", &[("year", year)]),
            marks: figures.iter().map(|own| mark(own, words, here)).collect(),
            ..Row::default()
        };
        let mut rows: Vec<Row> = run.iter().map(row).collect();
        let units: Vec<&str> = run.iter().flat_map(|(_, figures)| figures).map(|own| own.unit.as_str()).collect();
        to_one_scale(&mut rows.iter_mut().flat_map(|row| &mut row.marks).collect::<Vec<_>>(), &units);
        let phrase = if is_change { "over_years.changes" } else { "over_years.amounts" };
        let [first, last] = [run.first(), run.last()].map(|year| year.map(|(year, _)| *year).unwrap_or_default());
        let title = words.fill(phrase, &[("name", &self.name()), ("first", &first), ("last", &last)]);
        Chart {
            kind: if is_change { Kind::Change } else { Kind::Bars },
            id: format!("y{}-{}", self.statistic, if is_change { "change" } else { "amount" }),
            subject: title.clone(),
            title,
            source: String::new(),
            rows,
        }
    }
}

fn mark(own: &PrintedStatistic, words: &Words, here: &Route) -> Mark {
    Mark { spoken: own.spoken(words), href: here.link(&own.at.0, &own.at.1), ..own.mark.clone() }
}
