//! The links that lead out of the site, each with its place: what Markdown, settings and title pages name of the web. Whether
//! anything answers there is not known here.

use toml::Spanned;

use super::fields::Fields;
use super::file::RawFile;
use super::manuscript::Manuscript;
use super::settings::Settings;
use super::title_page::TitlePage;
use crate::diagnostic::Location;
use crate::markdown::{Document, Style};
use crate::text::{Source, Span};

/// A link that leads out of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideLink {
    /// Its address as readers get it, `https://…` or `http://…`.
    pub address: String,
    /// Where content names it, or what it is made of.
    pub location: Location,
}

impl OutsideLink {
    /// The link to `address`; `None` when it leads to no place of the web.
    fn new(address: &str, source: &Source, at: Span) -> Option<OutsideLink> {
        let is_of_web = address
            .split_once("://")
            .is_some_and(|(scheme, _)| ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)));
        is_of_web.then(|| OutsideLink { address: address.to_owned(), location: Location::of(source, at) })
    }
}

impl Manuscript {
    /// The links of the report that lead out of the site, in the order of its files: title page, pages, glossary, charts.
    pub fn outside_links(&self) -> Vec<OutsideLink> {
        let mut found = of_title_page(&self.title_page);
        for page in &self.pages {
            add_of_text(&page.text, &page.file, &mut found);
        }
        if let Some(glossary) = &self.glossary {
            glossary.terms.iter().for_each(|term| add_of_text(&term.definition, &glossary.file, &mut found));
        }
        for chart in &self.charts {
            add_of_text(&chart.text, &chart.file, &mut found);
        }
        found
    }
}

/// The links that `site.toml` brings onto pages and into data, and those that the footer of an official site makes of its marks.
/// Faults of the file are those that [`Settings::read`] tells.
pub fn links_of_settings(file: RawFile<'_>) -> Vec<OutsideLink> {
    let Some(source) = file.source().value else { return Vec::new() };
    let told = &mut Vec::new();
    let mut fields = Fields::parse(&source, whole(&source), told);
    let mut words = vec![fields.words("data_license", told)];
    if !fields.has_words("publisher") {
        let mut publisher = fields.table("publisher", told);
        words.push(publisher.words("contact", told));
        if let Some(official) = Settings::read(file).value.publisher.official {
            let mut made = |key, address: String| {
                let mark = publisher.words(key, told).filter(|mark| !mark.get_ref().trim().is_empty());
                words.push(mark.map(|mark| Spanned::new(mark.span(), address)));
            };
            made("icp", official.icp_address().to_owned());
            made("police", official.police_address());
            made("site_id", official.fault_address());
        }
    }
    links(words, &source)
}

fn of_title_page(page: &TitlePage) -> Vec<OutsideLink> {
    let told = &mut Vec::new();
    let mut fields = Fields::parse(&page.file, whole(&page.file), told);
    let mut words = vec![fields.words("source_url", told)];
    words.extend(fields.tables("notice", told).into_iter().map(|mut notice| notice.words("link", told)));
    links(words, &page.file)
}

fn links(words: Vec<Option<Spanned<String>>>, source: &Source) -> Vec<OutsideLink> {
    let link = |words: Spanned<String>| OutsideLink::new(words.get_ref().trim(), source, words.span().into());
    words.into_iter().flatten().filter_map(link).collect()
}

fn add_of_text(text: &Document, source: &Source, into: &mut Vec<OutsideLink>) {
    for mark in text.leaves_and_notes().into_iter().flat_map(|leaf| &leaf.marks) {
        if let Style::Link { destination, origin, .. } = &mark.style {
            into.extend(OutsideLink::new(destination, source, *origin));
        }
    }
}

fn whole(source: &Source) -> Span {
    Span::new(0, source.text().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(links: &[OutsideLink]) -> Vec<String> {
        let row = |link: &OutsideLink| {
            let Location { file, place, line, marked, .. } = &link.location;
            format!("{file}:{}:{} {} = {}", place.line, place.column, marked.of(line), link.address)
        };
        links.iter().map(row).collect()
    }

    fn file<'a>(path: &'a str, text: &'a str) -> RawFile<'a> {
        RawFile { path, name: path, bytes: text.as_bytes() }
    }

    #[test]
    fn the_links_of_a_report_are_those_of_its_title_page_its_text_its_glossary_and_its_charts() {
        let files = [
            file(
                "report.toml",
                "title = \"甲\"\nno_source = \"试\"\nsource_url = \"https://a.example/1\"\n\n\
                 [[notice]]\nkind = \"correction\"\ndate = 2024-01-05\ntext = \"更正\"\nlink = \"http://b.example/2\"\n",
            ),
            file(
                "1.md",
                "+++\ntitle = \"正文\"\n+++\n\n见[附件](HTTPS://c.example/3)、[第二页](2.md)、<mailto:a@b.example>和[电话](tel:1)。\n\n\
                 > 编者按（2024-01-05，试）：见<https://d.example/4>。\n\n`https://e.example/` 和 https://f.example/ 只是字。\n",
            ),
            file("glossary.md", "## 1．产值：\n\n见[说明](https://g.example/5)。\n"),
            file(
                "charts/a.md",
                "+++\ntitle = \"图\"\nkind = \"bars\"\nfigures = [\"f1\"]\n+++\n\n[出处](https://h.example/6)\n",
            ),
        ];
        let links = Manuscript::read("r", &files).value.outside_links();
        assert_eq!(
            shown(&links),
            [
                "report.toml:3:14 \"https://a.example/1\" = https://a.example/1",
                "report.toml:9:8 \"http://b.example/2\" = http://b.example/2",
                "1.md:5:2 [附件](HTTPS://c.example/3) = HTTPS://c.example/3",
                "1.md:7:22 <https://d.example/4> = https://d.example/4",
                "glossary.md:3:2 [说明](https://g.example/5) = https://g.example/5",
                "charts/a.md:7:1 [出处](https://h.example/6) = https://h.example/6",
            ]
        );
    }

    #[test]
    fn the_links_of_the_settings_are_those_that_pages_show() {
        let civic = "title = \"甲\"\nbase_url = \"https://own.example/\"\ndata_license = \"https://a.example/by\"\n\n[publisher]\n";
        for (contact, due) in [
            (
                "contact = \"https://b.example/mail\"",
                &["site.toml:6:11 \"https://b.example/mail\" = https://b.example/mail"][..],
            ),
            ("contact = \"mail@b.example\"", &[]),
        ] {
            let text = format!("{civic}{contact}\n");
            let links = shown(&links_of_settings(file("site.toml", &text)));
            assert_eq!(links[0], "site.toml:3:16 \"https://a.example/by\" = https://a.example/by");
            assert_eq!(&links[1..], due);
        }
        let official = "title = \"甲\"\n[publisher]\nkind = \"official\"\nicp = \"鲁ICP备05012345号\"\npolice = \"鲁公网安备 37030202000123号\"\n\
                        site_id = \"3703020001\"\n";
        assert_eq!(
            shown(&links_of_settings(file("site.toml", official))),
            [
                "site.toml:4:7 \"鲁ICP备05012345号\" = https://beian.miit.gov.cn/",
                "site.toml:5:10 \"鲁公网安备 37030202000123号\" = https://beian.mps.gov.cn/#/query/webSearch?code=37030202000123",
                "site.toml:6:11 \"3703020001\" = https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3703020001",
            ]
        );
        assert!(links_of_settings(file("site.toml", "publisher = \"某\"\n")).is_empty());
    }
}
