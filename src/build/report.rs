//! The reports of one place: those whose pages are as the last build made them are taken over, the others are read in full, rendered
//! into the sink, and let go.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::folder::ReportFolder;
use super::ledgers::UnsavedLedger;
use super::memory::{BuildMemory, Kept, Remember, Remembered};
use super::next_to::SeriesYears;
use super::render::{RenderTools, render, resolve};
use super::request::{Counts, Request};
use super::series::Member;
use super::watcher::{BuildStage, watched};
use crate::content::Manuscript;
use crate::diagnostic::{Checked, Diagnostic};
use crate::message::message;
use crate::site::{PrintedStatistic, ReportSite, ReportSummary, Route, over_years_route, series};
use crate::text::Fingerprint;

/// What came of one report.
pub(super) struct BuiltReport {
    pub summary: ReportSummary,
    pub counts: Counts,
    pub converted: Vec<String>,
    pub ledger: Option<UnsavedLedger>,
    pub diagnostics: Vec<Diagnostic>,
    /// The line by which the next build knows it again, where it can.
    pub note: Option<String>,
}

/// What every report is made with.
#[derive(Clone, Copy)]
pub(super) struct BuildContext<'a> {
    pub request: &'a Request,
    /// What messages call the content folder.
    pub name: &'a str,
    pub tools: RenderTools<'a>,
    /// What pages depend on beside their reports.
    pub surroundings: &'a Fingerprint,
    /// What the last build remembered.
    pub memory: &'a BuildMemory<'a>,
}

/// The reports of one place and kind as they lie in their folders.
struct ReadSeries<'a> {
    folders: Vec<ReportFolder>,
    /// The fingerprint of each folder.
    prints: Vec<String>,
    years: SeriesYears,
    context: BuildContext<'a>,
    /// Is told of each that is done.
    done: &'a (dyn Fn() + Sync),
}

/// Makes the reports of one series; `done` is told of each that is.
///
/// Each gives what came of it, or a fault of the machine; faults of the text are diagnostics of the result.
pub(super) fn make_series(
    members: &[Member],
    context: BuildContext<'_>,
    done: &(dyn Fn() + Sync),
) -> Vec<anyhow::Result<BuiltReport>> {
    let BuildContext { request, name, .. } = context;
    let read = |own: &Member| {
        watched(context.tools.watcher, BuildStage::Read, || {
            let folder = ReportFolder::open(request, name, &own.id, context.tools.sink)?;
            Ok((folder.fingerprint(None)?, folder))
        })
    };
    let read: Vec<anyhow::Result<(String, ReportFolder)>> = members.par_iter().map(read).collect();
    let (mut folders, mut prints, mut years, mut results) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (own, read) in members.iter().zip(read) {
        match read {
            Ok((print, folder)) => {
                folders.push(folder);
                prints.push(print);
                years.push(own.year);
            }
            Err(fault) => {
                done();
                results.push(Err(fault));
            }
        }
    }
    let own = ReadSeries { folders, prints, years: SeriesYears::of(years), context, done };
    let kept = own.unchanged();
    own.tell(&kept);
    results.extend(own.make(kept).unwrap_or_else(|fault| vec![Err(fault)]));
    results
}

impl<'a> ReadSeries<'a> {
    /// What the last build remembers of the reports whose pages it made from what is there now.
    fn unchanged(&self) -> Vec<Option<Kept<'a, Remembered>>> {
        let BuildContext { tools, memory, .. } = self.context;
        let find = |(at, folder): (usize, &ReportFolder)| {
            let made_from = self.made_from(at, &self.prints);
            watched(tools.watcher, BuildStage::Keep, || memory.find(&folder.id, &made_from, tools.sink))
        };
        self.folders.par_iter().enumerate().map(find).collect()
    }

    /// Tells of each report whether it is taken over, and if not, why.
    fn tell(&self, kept: &[Option<Kept<'a, Remembered>>]) {
        let BuildContext { request, tools, memory, .. } = self.context;
        for (at, (folder, kept)) in self.folders.iter().zip(kept).enumerate() {
            let id = &folder.id;
            tools.watcher.learned(match kept {
                Some(_) => message!("{id}: nothing changed, taken over", "{id}：没有变动，沿用上一次的", id = id),
                None if request.full => message!("{id}: made anew, as --full asks", "{id}：按 --full 重做", id = id),
                None => {
                    let why = memory.why_anew(id, &self.made_from(at, &self.prints));
                    message!("{id}: made anew: {why}", "{id}：重做：{why}", id = id, why = why)
                }
            });
        }
    }

    /// The fingerprint of all that the pages of a report are made from, where the folders have these.
    fn made_from(&self, at: usize, prints: &[String]) -> String {
        let mut print = self.context.surroundings.clone();
        for (role, other) in std::iter::once(("own", at)).chain(self.years.next_to(at)) {
            print.add(role, self.folders[other].id.as_bytes());
            print.add("folder", prints[other].as_bytes());
        }
        print.hex()
    }

    /// Takes over those that are kept, and makes the others.
    ///
    /// # Errors
    /// A folder cannot be read any more.
    fn make(&self, kept: Vec<Option<Kept<'a, Remembered>>>) -> anyhow::Result<Vec<anyhow::Result<BuiltReport>>> {
        let tools = self.context.tools;
        let needed = self.years.needed(|at| kept[at].is_none());
        let read = |at: &usize| watched(tools.watcher, BuildStage::Resolve, || self.folders[*at].manuscript());
        let read: Vec<Checked<Manuscript>> = needed.par_iter().map(read).collect::<anyhow::Result<_>>()?;
        let resolved =
            read.par_iter().map(|own| watched(tools.watcher, BuildStage::Resolve, || resolve(own, tools.site_info)));
        let resolved: Vec<Checked<ReportSite<'_>>> = resolved.collect();
        let sites: Vec<&ReportSite<'_>> = resolved.iter().map(|own| &own.value).collect();
        let over_years = self.over_years(&kept, &needed, &sites);
        let leads_astray = |(at, own): (usize, &Option<Kept<'_, Remembered>>)| {
            let there = self.years.year(at).and(over_years.as_ref());
            own.as_ref().is_some_and(|own| own.made.summary.over_years.as_ref() != there)
        };
        if kept.iter().enumerate().any(leads_astray) {
            // The page of all years has come, gone, or got another name, and every report of the series leads to it.
            return self.make(kept.into_iter().map(|_| None).collect());
        }
        let in_series = series(&sites, over_years.as_ref());
        let rendered = needed.par_iter().zip(&resolved).zip(&in_series).filter(|((at, _), _)| kept[**at].is_none());
        let rendered: Vec<(usize, anyhow::Result<Remembered>)> = rendered
            .map(|((at, own), series)| {
                let rendered = render(own, series, tools);
                (self.done)();
                (*at, rendered)
            })
            .collect();
        let ledgers: BTreeMap<usize, UnsavedLedger> = needed
            .iter()
            .zip(&sites)
            .filter_map(|(at, own)| Some((*at, self.folders[*at].unsaved_ledger(own)?)))
            .collect();
        self.results(kept, rendered, ledgers)
    }

    /// The page of the key statistics of all reports, told by those that are kept and by those that are resolved.
    fn over_years(
        &self,
        kept: &[Option<Kept<'_, Remembered>>],
        needed: &[usize],
        sites: &[&ReportSite<'_>],
    ) -> Option<Route> {
        let resolved: BTreeMap<usize, Vec<PrintedStatistic>> =
            needed.iter().copied().zip(sites.iter().map(|own| own.printed_statistics())).collect();
        let printed = |at: usize| match &kept[at] {
            Some(own) => own.made.summary.statistics.as_slice(),
            None => resolved.get(&at).map_or(&[][..], Vec::as_slice),
        };
        let in_order = self.years.in_order().map(|(year, at)| (year, self.folders[at].id.as_str(), printed(at)));
        over_years_route(&in_order.collect::<Vec<_>>())
    }

    /// What came of each report, in the order of the folders.
    fn results(
        &self,
        kept: Vec<Option<Kept<'_, Remembered>>>,
        rendered: Vec<(usize, anyhow::Result<Remembered>)>,
        mut ledgers: BTreeMap<usize, UnsavedLedger>,
    ) -> anyhow::Result<Vec<anyhow::Result<BuiltReport>>> {
        // The next build reads the ledgers that this one saves.
        let print = |at: usize| self.folders[at].fingerprint(ledgers.get(&at));
        let prints: Vec<String> = (0..self.folders.len()).map(print).collect::<anyhow::Result<_>>()?;
        let kept = kept.into_iter().enumerate().filter_map(|(at, own)| Some((at, self.taken_over(own?))));
        let made = rendered.into_iter().map(|(at, own)| {
            let note = |own: &Remembered| own.line(&self.folders[at].id, &self.made_from(at, &prints));
            (at, own.map(|own| (note(&own), own)))
        });
        let all: BTreeMap<usize, anyhow::Result<(Option<String>, Remembered)>> = kept.chain(made).collect();
        let result = |(at, own): (usize, anyhow::Result<(Option<String>, Remembered)>)| {
            let (note, Remembered { summary, counts, diagnostics, .. }) = own?;
            let folder = &self.folders[at];
            let diagnostics = [folder.diagnostics(), &diagnostics].concat();
            let (converted, ledger) = (folder.converted.clone(), ledgers.remove(&at));
            Ok(BuiltReport { summary, counts, converted, ledger, diagnostics, note })
        };
        Ok(all.into_iter().map(result).collect())
    }

    /// A report that is kept, its files in the site.
    fn taken_over(&self, own: Kept<'_, Remembered>) -> anyhow::Result<(Option<String>, Remembered)> {
        let tools = self.context.tools;
        watched(tools.watcher, BuildStage::Keep, || own.made.files.keep(tools.sink))?;
        (self.done)();
        Ok((Some(own.line.to_owned()), own.made))
    }
}
