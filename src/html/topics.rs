//! The report by topic: the list of topics, and a page for each with its sentences, what is planned first.

use serde::Serialize;

use super::page_view::{PageMeta, report_view};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::view::{Download, Link, PageView};
use super::{downloads, lists};
use crate::site::{ReportSite, Route, TopicSentence, TopicSite, topic_share_image};
use crate::text::Span;

/// With more sentences than this a list is folded by section.
const LONG: usize = 24;

/// A topic as others lead to it.
#[derive(Serialize)]
pub(super) struct TopicLinkView {
    pub title: String,
    pub href: String,
    /// How many sentences it has.
    pub sentences: usize,
}

#[derive(Serialize)]
struct TopicList {
    page: PageView,
    topics: Vec<TopicLinkView>,
    /// How many sentences the body has, how many of them belong to some topic, and the others.
    sentences: usize,
    with_topic: usize,
    without_topic: usize,
    downloads: Vec<Download>,
}

#[derive(Serialize)]
struct TopicPage {
    page: PageView,
    title: String,
    sentences: usize,
    /// The words of the report that put them there.
    words_found: Vec<String>,
    lists: Vec<SentenceList>,
    topics: Link,
    previous: Option<Link>,
    next: Option<Link>,
}

/// The sentences of a topic that tell of what is planned, or of what was done.
#[derive(Serialize)]
struct SentenceList {
    /// `planned` or `done`: the id of its heading, and the name of the heading's words.
    id: &'static str,
    folded: bool,
    groups: Vec<SectionGroup>,
}

/// Those of one section.
#[derive(Serialize)]
struct SectionGroup {
    title: String,
    /// The title as HTML that says where a line may end.
    heading: String,
    sentences: Vec<SentenceView>,
}

/// A sentence with the words that put it under its topic.
#[derive(Serialize)]
struct SentenceView {
    href: String,
    is_lead: bool,
    pieces: Vec<PieceView>,
}

/// A part of a sentence.
#[derive(Serialize)]
struct PieceView {
    words: String,
    is_marked: bool,
}

/// Renders the list of topics, and the page of each. A report that says nothing of any topic has neither.
pub(super) fn pages(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    if report.by_topic.topics.is_empty() {
        return Ok(());
    }
    list(report, out)?;
    (0..report.by_topic.topics.len()).try_for_each(|index| page(report, index, out))
}

/// The topics as the page `here` leads to them.
pub(super) fn links(report: &ReportSite<'_>, here: &Route) -> Vec<TopicLinkView> {
    let link = |own: &TopicSite<'_>| TopicLinkView {
        title: own.title(report.words).to_owned(),
        href: here.link(&own.route, ""),
        sentences: own.sentences.len(),
    };
    report.by_topic.topics.iter().map(link).collect()
}

fn list(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = &report.topics_route();
    let words = report.words;
    let by_topic = &report.by_topic;
    let title = words.get("topics.title");
    let description = words.fill("topics.description", &[("report", &report.manuscript.title_page.full_title())]);
    let view = TopicList {
        topics: links(report, here),
        sentences: by_topic.sentences,
        with_topic: by_topic.with_topic,
        without_topic: by_topic.sentences - by_topic.with_topic,
        downloads: vec![downloads::of_topics(report, here)],
        page: report_view(report, out, PageMeta::derived(report, (here, title), description, "EB", out)),
    };
    out.page("topics.html", &view, here)
}

fn page(report: &ReportSite<'_>, index: usize, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let own = &report.by_topic.topics[index];
    let here = &own.route;
    let words = report.words;
    let title = own.title(words);
    let to = |index: usize| {
        let other = report.by_topic.topics.get(index)?;
        Some(Link::away(other.title(words), here.link(&other.route, "")))
    };
    let view = TopicPage {
        title: title.to_owned(),
        sentences: own.sentences.len(),
        words_found: report.words_found(own).into_iter().map(str::to_owned).collect(),
        lists: sentence_lists(report, own, here),
        topics: Link::away(words.get("topics.title"), here.link(&report.topics_route(), "")),
        previous: index.checked_sub(1).and_then(to),
        next: to(index + 1),
        page: report_view(
            report,
            out,
            PageMeta {
                route: here,
                title,
                description: words.fill(
                    "topics.page_description",
                    &[
                        ("report", &report.manuscript.title_page.full_title()),
                        ("topic", &title),
                        ("n", &own.sentences.len()),
                    ],
                ),
                crumbs: vec![
                    (words.get("topics.title").into(), report.topics_route()),
                    (title.to_owned(), here.clone()),
                ],
                json_ld: None,
                charts: false,
                canonical: None,
                share_image: topic_share_image(own.topic),
                citation: report.citation_of_derived(title, "EB", out.site_info),
            },
        ),
    };
    let shown = view.lists.iter().flat_map(|list| &list.groups).flat_map(|group| {
        let whole = |sentence: &SentenceView| sentence.pieces.iter().map(|piece| piece.words.as_str()).collect();
        std::iter::once(group.title.clone()).chain(group.sentences.iter().map(whole))
    });
    let words = ReportWords::default().block(shown);
    out.report_page("topic.html", &view, here, &words)
}

fn sentence_lists(report: &ReportSite<'_>, own: &TopicSite<'_>, here: &Route) -> Vec<SentenceList> {
    let list = |id, planned| {
        let of: Vec<&TopicSentence> =
            own.sentences.iter().filter(|sentence| sentence.is_planned() == planned).collect();
        let groups = of
            .chunk_by(|a, b| report.under(a.page, a.leaf) == report.under(b.page, b.leaf))
            .map(|group| section_group(report, group, here));
        SentenceList { id, folded: of.len() > LONG, groups: groups.collect() }
    };
    let lists = [list("planned", true), list("done", false)];
    lists.into_iter().filter(|list| !list.groups.is_empty()).collect()
}

fn section_group(report: &ReportSite<'_>, group: &[&TopicSentence], here: &Route) -> SectionGroup {
    let page = &report.pages[report.under(group[0].page, group[0].leaf)];
    let entry = lists::entry(report, page, String::new());
    SectionGroup {
        title: lists::title(page.page, report.words),
        heading: entry.heading,
        sentences: group.iter().map(|own| sentence(report, own, here)).collect(),
    }
}

fn sentence(report: &ReportSite<'_>, own: &TopicSentence, here: &Route) -> SentenceView {
    let page = &report.pages[own.page];
    let text = &page.page.text.leaves()[own.leaf].text;
    let mut pieces = Vec::new();
    let mut add = |span: Span, is_marked| {
        let words = span.of(text);
        if !words.is_empty() {
            pieces.push(PieceView { words: words.to_owned(), is_marked });
        }
    };
    let mut at = own.span.start;
    for mark in &own.marks {
        add(Span::new(at, mark.start), false);
        add(*mark, true);
        at = mark.end;
    }
    add(Span::new(at, own.span.end), false);
    SentenceView { href: here.link(&page.route, &own.id), is_lead: own.is_lead, pieces }
}
