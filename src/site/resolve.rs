//! From a manuscript to a report whose references are resolved, step by step.

use super::addresses::named_pages;
use super::old_addresses::OldAddresses;
use super::report_site::ReportSite;
use super::route::Route;
use super::{by_topic, charts, check, commitments, figure_pages, ids, mentions, quotes};
use crate::content::{FigurePages, Manuscript, Settings};
use crate::diagnostic::{Checked, Diagnostic};
use crate::figures::{self, key_statistics};
use crate::places::{self, Division};
use crate::text::{Binding, sha256_hex};
use crate::topics::TopicTable;
use crate::words::Words;

impl<'m> ReportSite<'m> {
    /// Resolves a report. What cannot be resolved is reported, all of it, and left out.
    pub fn resolve(
        manuscript: &'m Manuscript,
        settings: &Settings,
        words: &'m Words,
        topics: &'m TopicTable,
    ) -> Checked<ReportSite<'m>> {
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let id = manuscript.id.as_str();
        let (mut pages, term_ids, followed) = named_pages(manuscript);
        let terms = match &manuscript.glossary {
            Some(glossary) => mentions::resolve(&mut pages, glossary, term_ids, settings.link_terms),
            None => Vec::new(),
        };
        let taken = ids::TakenIds::by(&pages, &terms, manuscript.ledger.as_ref());
        let mut figures = match &manuscript.figures {
            Some(table) => quotes::resolve(&mut pages, manuscript, table, &taken, &mut diagnostics),
            None => Vec::new(),
        };
        let printed = charts::printed(manuscript);
        for figure in &mut figures {
            figure.is_year_printed = printed.has(&figure.row.period);
        }
        let charts = charts::resolve(manuscript, &pages, words, &printed, &mut figures, &mut diagnostics);
        let commitments = commitments::resolve(&manuscript.title_page, &pages);
        let source_digest = manuscript.source.as_ref().map(|_| sha256_hex(&manuscript.source_bytes));
        let by_topic = by_topic::sorted(manuscript, &pages, topics);
        let (route, binding) = (Route::page(&[id]), binding_of(manuscript, topics));
        let mut site = ReportSite {
            manuscript,
            source_digest,
            words,
            route,
            pages,
            terms,
            figures,
            commitments,
            charts,
            by_topic,
            binding,
            old_addresses: OldAddresses::default(),
            ledger: followed.ledger,
            changes: followed.changes,
        };
        site.add_figure_pages(settings.figure_pages);
        check::check(&site, &mut diagnostics);
        Checked { value: site, diagnostics }
    }

    /// Gives figures their pages, and the ledger and what stands at old addresses what follows from it.
    fn add_figure_pages(&mut self, which: FigurePages) {
        for at in figure_pages::chosen(self, which) {
            self.figures[at].has_page = true;
        }
        let with_page = self.figures.iter().filter(|own| own.has_page).map(|own| own.row.id.as_str()).collect();
        self.ledger.add_own_pages(&with_page);
        self.old_addresses = OldAddresses::of(&self.ledger, &with_page);
    }
}

/// Names of statistics that are longer may be parted, for lines of a phone.
const LONGEST_STATISTIC: usize = 6;

/// Where lines of titles may end: learnt from the report, with the names of its place and the words of our tables.
fn binding_of(manuscript: &Manuscript, topics: &TopicTable) -> Binding {
    let pages = manuscript.pages.iter().map(|page| &page.text);
    let terms = manuscript.glossary.iter().flat_map(|glossary| &glossary.terms).map(|term| &term.definition);
    let mut binding = Binding::default();
    pages.chain(terms).flat_map(|text| text.leaves()).for_each(|leaf| binding.learn(&leaf.text));
    let place = manuscript.title_page.place.as_str();
    let above = std::iter::successors(places::find(place), |place| place.parent());
    binding.know_names(above.map(Division::name).chain([place]));
    let wordings =
        topics.topics.iter().map(|topic| &topic.wording).chain(topics.queries.iter().map(|query| &query.wording));
    binding.know_words(wordings.flat_map(|wording| &wording.words).map(String::as_str));
    // 地区生产总值 is one thing to the eye.
    binding.know_names(key_statistics::names().filter(|name| name.chars().count() <= LONGEST_STATISTIC));
    binding.know_words(figures::lexicon_words());
    binding.know_deeds(figures::lexicon_deeds());
    binding
}
