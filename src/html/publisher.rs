//! What a page says of who publishes it: the page tags and the foot of an official site by 《政府网站发展指引》
//! (国办发〔2017〕47号, appendix on page design), the source and the notices of its report.

use super::view::{Link, NoticeView, OfficialFoot, Tag};
use crate::content::{Notice, NoticeKind, Official, Publisher, TitlePage};
use crate::site::{ReportSite, Route};
use crate::words::Words;

/// The tags of a page: those of the site on every page, those of the column on lists, all ten on what is published.
pub(super) fn tags(publisher: &Publisher, report: Option<&ReportSite<'_>>, here: &Route, title: &str) -> Vec<Tag> {
    let Some(official) = &publisher.official else { return Vec::new() };
    let mut tags = site_tags(official);
    if *here == Route::root() {
        return tags;
    }
    tags.extend(column_tags(official));
    if let Some(report) = report.filter(|report| !is_list(report, here)) {
        tags.extend(article_tags(publisher, &report.manuscript.title_page, title));
    }
    tags
}

fn tag(name: &'static str, content: &str) -> Tag {
    Tag { name, content: content.to_owned() }
}

fn site_tags(official: &Official) -> Vec<Tag> {
    vec![
        tag("SiteName", &official.site_name),
        tag("SiteDomain", &official.site_domain),
        tag("SiteIDCode", &official.site_id),
    ]
}

fn column_tags(official: &Official) -> [Tag; 4] {
    [
        tag("ColumnName", &official.column_name),
        tag("ColumnDescription", &official.column_description),
        tag("ColumnKeywords", &official.column_keywords),
        tag("ColumnType", &official.column_type),
    ]
}

fn article_tags(publisher: &Publisher, page: &TitlePage, title: &str) -> [Tag; 3] {
    let report = page.full_title();
    let title = if title.is_empty() { report } else { format!("{title} · {report}") };
    let source = if page.publisher.is_empty() { &publisher.name } else { &page.publisher };
    [
        tag("ArticleTitle", &title),
        tag("PubDate", page.published.as_deref().unwrap_or_default()),
        tag("ContentSource", source),
    ]
}

/// Whether a page of the report lists or finds what stands elsewhere.
fn is_list(report: &ReportSite<'_>, here: &Route) -> bool {
    [report.charts_route(), report.figures_route(), report.glossary_route(), report.search_route()].contains(here)
}

/// What the foot of an official site shows.
pub(super) fn foot(publisher: &Publisher) -> Option<OfficialFoot> {
    let official = publisher.official.as_ref()?;
    Some(OfficialFoot {
        site_id: official.site_id.clone(),
        icp: Link::away(&official.icp, official.icp_address()),
        police: Link::away(&official.police, official.police_address()),
        fault: official.fault_address(),
    })
}

/// Where to report a fault; without an address when it is neither mail, web nor telephone.
pub(super) fn contact(publisher: &Publisher) -> Option<Link> {
    let words = publisher.contact.as_str();
    let digits = || words.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    let href = match words {
        "" => return None,
        _ if words.starts_with("https://") || words.starts_with("http://") => words.to_owned(),
        _ if words.contains('@') && !words.contains(char::is_whitespace) => format!("mailto:{words}"),
        _ if words.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c)) => format!("tel:{}", digits()),
        _ => String::new(),
    };
    Some(Link::away(words, href))
}

/// The published source of a report, called by its publisher or by its host.
pub(super) fn source(page: &TitlePage) -> Option<Link> {
    let href = page.source_url.as_str();
    let host = href.split("//").nth(1).unwrap_or(href).split('/').next().unwrap_or_default();
    let text = if page.publisher.is_empty() { host } else { &page.publisher };
    (!href.is_empty()).then(|| Link::away(text, href))
}

/// The notices of a report, the latest first.
pub(super) fn notices(page: &TitlePage, words: &Words) -> Vec<NoticeView> {
    let view = |notice: &Notice| NoticeView {
        kind: notice.kind.name(),
        label: label(notice.kind, words).to_owned(),
        date: notice.date.clone(),
        text: notice.text.clone(),
        link: notice.link.clone(),
    };
    page.notices.iter().map(view).collect()
}

/// What a kind of notice is called.
pub(super) fn label(kind: NoticeKind, words: &Words) -> &str {
    match kind {
        NoticeKind::Correction => words.get("notice.correction"),
        NoticeKind::Withdrawal => words.get("notice.withdrawal"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_becomes_a_link_where_it_is_one() {
        let check = |words: &str, href: Option<&str>| {
            let publisher = Publisher { contact: words.into(), ..Publisher::default() };
            assert_eq!(contact(&publisher).map(|link| link.href).as_deref(), href, "{words}");
        };
        check("", None);
        check("a@example.org", Some("mailto:a@example.org"));
        check("https://example.org/report", Some("https://example.org/report"));
        check("0533-123 4567", Some("tel:05331234567"));
        check("javascript:alert(1)", Some(""));
        check("区政府办公室一楼", Some(""));
    }
}
