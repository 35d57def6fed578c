//! How a page is passed on: its address, the QR code of that, how it is cited, the picture that messengers show.

use serde::Serialize;

use crate::qr;
use crate::site::{ReportSite, Route, SiteInfo};

/// The size of every share image in points.
const SHARE_IMAGE: (u32, u32) = (1200, 630);

/// What is needed to pass a page on.
#[derive(Serialize)]
pub(super) struct Share {
    /// The page's address in full; empty when that of the site is not known.
    address: String,
    qr: Option<QrCode>,
    /// How the page is cited, up to `[引用日期]`; empty for a page that nobody cites.
    citation: String,
    /// The same for the report where it was published.
    source: Option<SourceCitation>,
    /// The reference to the whole report, for programs that keep references.
    files: Vec<CitationFile>,
    /// The link to the page's picture; empty without pictures.
    picture: String,
}

/// A QR code as one path on a square of so many modules.
#[derive(Serialize)]
struct QrCode {
    size: usize,
    path: String,
}

#[derive(Serialize)]
struct SourceCitation {
    citation: String,
    address: String,
}

/// Formats have names, which are the same in every language.
fn citation_files(report: &ReportSite<'_>, here: &Route) -> Vec<CitationFile> {
    let files = [("BibTeX", "cite.bib"), ("RIS", "cite.ris"), ("CSL-JSON", "cite.json")];
    let file = |(text, name)| CitationFile { text, href: here.link(&report.data_file(name), "") };
    files.map(file).into()
}

/// The reference in a format that is called `text`.
#[derive(Serialize)]
struct CitationFile {
    text: &'static str,
    href: String,
}

/// The picture of a page for messengers, which want its address in full.
#[derive(Serialize)]
pub(super) struct Picture {
    address: String,
    width: u32,
    height: u32,
    /// What stands on it.
    alt: String,
}

/// What passes the page `here` on; `address` is empty when that of the site is not known.
pub(super) fn share(
    report: Option<&ReportSite<'_>>,
    here: &Route,
    address: &str,
    citation: String,
    share_image: &Route,
    site_info: &SiteInfo,
) -> Share {
    let known = |report: &ReportSite<'_>| {
        let address = report.manuscript.title_page.source_url.clone();
        (!address.is_empty()).then(|| SourceCitation { citation: report.citation(""), address })
    };
    let code = Some(address).filter(|address| !address.is_empty()).and_then(qr::encode);
    let cited = report.filter(|_| !citation.is_empty());
    Share {
        address: address.to_owned(),
        qr: code.map(|code| QrCode { size: code.size, path: code.path }),
        source: cited.and_then(known),
        files: cited.map_or_else(Vec::new, |report| citation_files(report, here)),
        citation,
        picture: if site_info.pictures { here.link(share_image, "") } else { String::new() },
    }
}

/// The picture that messengers are told of; `None` without pictures, or when the address of the site is not known.
pub(super) fn picture(share_image: &Route, alt: &str, site_info: &SiteInfo) -> Option<Picture> {
    let base = site_info.settings.base_url.as_deref().filter(|_| site_info.pictures)?;
    let (width, height) = SHARE_IMAGE;
    Some(Picture { address: share_image.url(base), width, height, alt: alt.to_owned() })
}
