//! Views made of a report: contents, terms with their uses, figures with their sentences, charts.

use std::collections::BTreeSet;

use super::heading::heading;
use super::view::{
    ChartView, ContentsEntry, Definition, FigureView, Link, MastheadLineView, MastheadView, QuoteView, TermView,
    UseView,
};
use crate::body::{self, RenderContext};
use crate::chart;
use crate::content::{self, Page, TitlePage};
use crate::markdown::Document;
use crate::report::MastheadRole;
use crate::site::{ChartSite, FigureIndex, PageSite, ReportSite, Route};
use crate::text::{Binding, Span};
use crate::words::Words;

/// Characters that a reader takes in a minute, a middling rate for official prose.
const CHARACTERS_A_MINUTE: usize = 400;

/// How long the text takes to read, in whole minutes, at least one.
pub(super) fn minutes(text: &Document) -> usize {
    let characters = text.words().chars().filter(|c| !c.is_whitespace()).count();
    characters.div_ceil(CHARACTERS_A_MINUTE).max(1)
}

/// The minutes of an entry and everything under it.
pub(super) fn minutes_with_sections(entry: &ContentsEntry) -> usize {
    entry.minutes + entry.sections.iter().map(minutes_with_sections).sum::<usize>()
}

/// What a page is called: its number and title; what stands before the first heading has none.
pub(super) fn title(page: &Page, words: &Words) -> String {
    let (number, title) = numbered(page, words);
    content::numbered(number, title)
}

fn numbered<'a>(page: &'a Page, words: &'a Words) -> (&'a str, &'a str) {
    if page.id.is_opening() { ("", words.get("section.opening")) } else { (&page.number, page.title_in_lists()) }
}

pub(super) fn masthead(page: &TitlePage, binding: &Binding) -> MastheadView {
    let role = |role| match role {
        MastheadRole::Title => "title",
        MastheadRole::Session => "session",
        MastheadRole::Speaker => "speaker",
    };
    let line = |role, text: String| MastheadLineView { role, html: heading("", &text, binding), text };
    let mut lines: Vec<MastheadLineView> =
        page.lines.iter().map(|(known, text)| line(role(*known), unspaced(*known, text))).collect();
    // Every page needs a title, also where the source prints none.
    let is_printed = lines.iter().any(|line| line.role == "title");
    if !is_printed {
        lines.insert(0, line("title", page.full_title()));
    }
    let full = page.full_title();
    let beside_title = full.strip_suffix(&page.title).filter(|_| is_printed).unwrap_or_default().to_owned();
    MastheadView { lines, beside_title }
}

/// The day of delivery as the site says it; empty where it is not known.
pub(super) fn day(page: &TitlePage, words: &Words) -> String {
    let Some(date) = &page.date else { return String::new() };
    let parts: Vec<&str> = date.split('-').map(|part| part.trim_start_matches('0')).collect();
    match parts.as_slice() {
        [year, month, day] => words.fill("overview.day", &[("year", year), ("month", month), ("day", day)]),
        _ => date.clone(),
    }
}

/// The spaces in `政 府 工 作 报 告` are typesetting: a screen reader would spell them. The style sheet sets them.
fn unspaced(role: MastheadRole, text: &str) -> String {
    match role {
        MastheadRole::Title => text.split_whitespace().collect(),
        _ => text.to_owned(),
    }
}

/// What the report is, for search engines and messengers.
pub(super) fn description(report: &ReportSite<'_>) -> String {
    let page = &report.manuscript.title_page;
    let mut parts = vec![page.full_title()];
    let speaker = format!("{} {}", page.office, page.speaker);
    for part in [page.meeting.as_str(), speaker.trim()] {
        if !part.is_empty() {
            parts.push(part.to_owned());
        }
    }
    let words = report.words;
    words.fill("overview.description", &[("report", &parts.join(words.get("frame.comma")))])
}

/// The first words of a text, cut at the end of a sentence where one ends in time.
pub(super) fn first_words(text: &Document, limit: usize) -> String {
    let words = text.words().replace('\n', "");
    let short: String = words.chars().take(limit).collect();
    if short.len() == words.len() {
        return short;
    }
    match short.char_indices().rfind(|(_, c)| matches!(c, '。' | '！' | '？')) {
        Some((end, stop)) if end > short.len() / 2 => short[..end + stop.len_utf8()].to_owned(),
        _ => format!("{short}…"),
    }
}

/// The contents of the report; `current` is the page that they stand on.
pub(super) fn contents(report: &ReportSite<'_>, here: &Route, current: Option<usize>) -> Vec<ContentsEntry> {
    contents_by(report, |page| here.link(&page.route, ""), current)
}

/// The contents with the topic sentences of each page: a slogan of a heading does not say what stands under it.
pub(super) fn contents_with_leads(report: &ReportSite<'_>, here: &Route) -> Vec<ContentsEntry> {
    let mut contents = contents(report, here, None);
    let entries = contents.iter_mut().flat_map(|part| {
        let ContentsEntry { leads, sections, .. } = part;
        std::iter::once(leads).chain(sections.iter_mut().map(|section| &mut section.leads))
    });
    let pages = report.pages.iter().filter(|page| !page.page.id.is_opening());
    for (own, page) in entries.zip(pages) {
        let leaves = page.page.text.leaves();
        own.extend(leaves.iter().filter_map(|leaf| Some(leaf.lead()?.of(&leaf.text).to_owned())));
    }
    contents
}

/// The contents of the full page, leading to its own headings.
pub(super) fn contents_within(report: &ReportSite<'_>) -> Vec<ContentsEntry> {
    contents_by(report, |page| format!("#{}", page.id), None)
}

fn contents_by(
    report: &ReportSite<'_>,
    href: impl Fn(&PageSite<'_>) -> String,
    current: Option<usize>,
) -> Vec<ContentsEntry> {
    let mut contents: Vec<ContentsEntry> = Vec::new();
    for (index, page) in report.pages.iter().enumerate() {
        if page.page.id.is_opening() {
            continue;
        }
        let entry = ContentsEntry { current: current == Some(index), ..entry(report, page, href(page)) };
        match contents.last_mut() {
            Some(part) if page.page.id.is_section() => part.sections.push(entry),
            _ => contents.push(entry),
        }
    }
    contents
}

/// The sections of the part `index`.
pub(super) fn sections_of(report: &ReportSite<'_>, index: usize, here: &Route) -> Vec<ContentsEntry> {
    let part = &report.pages[index].page.id;
    let sections = report.pages.iter().filter(|page| page.page.id.is_section_of(part));
    sections.map(|page| entry(report, page, here.link(&page.route, ""))).collect()
}

/// A page of the text as others lead to it.
pub(super) fn entry(report: &ReportSite<'_>, page: &PageSite<'_>, href: String) -> ContentsEntry {
    let (number, title) = numbered(page.page, report.words);
    ContentsEntry {
        heading: heading(number, title, &report.binding),
        number: number.to_owned(),
        title: title.to_owned(),
        href,
        current: false,
        minutes: minutes(&page.page.text),
        leads: Vec::new(),
        sections: Vec::new(),
    }
}

/// The definitions of the terms that a page links.
pub(super) fn definitions(report: &ReportSite<'_>, linked: &BTreeSet<usize>, here: &Route) -> Vec<Definition> {
    let Some(glossary) = &report.manuscript.glossary else { return Vec::new() };
    linked
        .iter()
        .map(|index| Definition {
            id: report.terms[*index].id.clone(),
            term: glossary.terms[*index].entry.term.clone(),
            html: definition(report, *index, here),
            href: here.link(&report.glossary_route(), &report.terms[*index].id),
        })
        .collect()
}

fn definition(report: &ReportSite<'_>, index: usize, here: &Route) -> String {
    let Some(glossary) = &report.manuscript.glossary else { return String::new() };
    body::text(RenderContext::page(report, here, 3), &glossary.terms[index].definition)
}

/// The glossary's entries; `with_uses` adds the sentences that use each.
pub(super) fn terms(context: RenderContext<'_>, with_uses: bool) -> Vec<TermView> {
    let (report, here) = (context.site, context.here);
    let Some(glossary) = &report.manuscript.glossary else { return Vec::new() };
    let uses = |index: usize| report.terms[index].uses.iter().map(|found| use_of(report, found, here)).collect();
    glossary
        .terms
        .iter()
        .enumerate()
        .map(|(index, term)| TermView {
            id: report.terms[index].id.clone(),
            mark: term.entry.mark.clone(),
            term: term.entry.term.clone(),
            separator: term.entry.separator.clone(),
            html: body::definition(context, index, &term.definition),
            uses: if with_uses { uses(index) } else { Vec::new() },
        })
        .collect()
}

fn use_of(report: &ReportSite<'_>, found: &crate::site::Use, here: &Route) -> UseView {
    let page = &report.pages[found.page];
    let leaf = &page.leaves[found.leaf];
    let words = &page.page.text.leaves()[found.leaf].text;
    let sentence = leaf.sentence_over(found.at.start).map_or(Span::new(0, words.len()), |(span, _)| *span);
    // A term may run on over the end of its sentence; then the sentence is shown up to there.
    let end = sentence.end.max(found.at.end);
    UseView {
        href: here.link(&page.route, &found.sentence),
        place: title(page.page, report.words),
        before: words[sentence.start..found.at.start].to_owned(),
        words: found.at.of(words).to_owned(),
        after: words[found.at.end..end].trim_end().to_owned(),
    }
}

pub(super) fn figure(report: &ReportSite<'_>, index: FigureIndex, here: &Route) -> FigureView {
    let figure = &report.figures[index.0];
    let page = &report.pages[figure.page];
    let leaf = &page.leaves[figure.leaf];
    let words = &page.page.text.leaves()[figure.leaf].text;
    let sentence = leaf.sentence_over(figure.span.start).map_or(Span::new(0, words.len()), |(span, _)| *span);
    let mut charts = figure.charts.clone();
    charts.dedup();
    FigureView {
        doubt: figure.doubt(report.words),
        id: figure.row.id.clone(),
        indicator: figure.row.indicator.clone(),
        words: figure.said(),
        when: figure.when(report.words),
        unit: figure.row.unit.clone(),
        value: figure.row.value.to_string(),
        quote: figure.row.quote.clone(),
        sentence: sentence.of(words).trim().to_owned(),
        href: here.link(&page.route, &figure.row.id),
        own: report.figure_page(index).map_or(String::new(), |own| here.link(&own, "")),
        place: title(page.page, report.words),
        charts: charts
            .iter()
            .map(|chart| &report.charts[*chart])
            .map(|chart| Link::away(&chart.chart.subject, here.link(&chart.route, "")))
            .collect(),
    }
}

/// The sentences that a chart's figures come from, each once, in the order of the figures.
pub(super) fn quotes(report: &ReportSite<'_>, figures: &[FigureIndex], here: &Route) -> Vec<QuoteView> {
    let mut quotes: Vec<QuoteView> = Vec::new();
    for index in figures {
        let own = &report.figures[index.0];
        let view = figure(report, *index, here);
        let href = here.link(&report.pages[own.page].route, &own.sentence);
        match quotes.iter_mut().find(|quote| quote.href == href) {
            Some(quote) => quote.figures.push(view),
            None => {
                let (sentence, place) = (view.sentence.clone(), view.place.clone());
                quotes.push(QuoteView { sentence, href, place, figures: vec![view] });
            }
        }
    }
    quotes
}

/// The charts as a list; `drawn` adds the pictures.
pub(super) fn charts(report: &ReportSite<'_>, here: &Route, drawn: bool) -> Vec<ChartView> {
    report.charts.iter().map(|own| chart(report, own, here, drawn)).collect()
}

/// One chart for the page `here`.
pub(super) fn chart(report: &ReportSite<'_>, own: &ChartSite, here: &Route, drawn: bool) -> ChartView {
    let words = report.words;
    let moved = moved(own, here);
    let drawing = |size| chart::draw(&moved, words, &report.binding, size);
    ChartView {
        heading: heading("", &own.chart.title, &report.binding),
        title: own.chart.title.clone(),
        subject: own.chart.subject.clone(),
        href: here.link(&own.route, ""),
        svg: if drawn { drawing(chart::TypeSize::Usual) } else { String::new() },
        large_svg: if drawn { drawing(chart::TypeSize::Large) } else { String::new() },
        description: chart::description(&own.chart, words),
    }
}

/// The chart with its links as seen from `here`: they are made for the chart's own page.
fn moved(own: &ChartSite, here: &Route) -> chart::Chart {
    let mut chart = own.chart.clone();
    if *here != own.route {
        let up = here.link(&own.route, "");
        let folder = up.strip_suffix("index.html").unwrap_or(&up);
        for mark in chart.rows.iter_mut().flat_map(|row| &mut row.marks) {
            mark.href = folded(&format!("{folder}{}", mark.href));
        }
    }
    chart
}

/// A relative address without `x/..` in it.
fn folded(address: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in address.split('/') {
        match parts.last() {
            Some(last) if part == ".." && *last != ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}
