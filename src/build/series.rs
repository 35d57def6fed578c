//! Which reports are of one place and kind: they are made together, since each leads to the year before and after.

use std::collections::BTreeMap;

use super::folder::manuscript;
use super::request::Request;
use crate::content::{RawFile, TitlePage};
use crate::disk;
use crate::site::Seat;

/// What is read first of every report.
const TITLE_PAGE: &str = "report.toml";

/// A report of a series, of which no more is known yet.
pub(super) struct Member {
    pub id: String,
    pub year: Option<u64>,
}

/// The reports `ids` of the request in their series, in the order of the first of each. A report whose place or year nobody knows is a
/// series of its own; what is wrong with its files is told when it is made.
pub(super) fn series(request: &Request, ids: &[String]) -> Vec<Vec<Member>> {
    let pages: Vec<TitlePage> = ids.iter().map(|id| title_page(request, id).unwrap_or_default()).collect();
    let mut all: Vec<Vec<Member>> = Vec::new();
    let mut known = BTreeMap::new();
    for (id, page) in ids.iter().zip(&pages) {
        let seat = Seat::of(&page.place);
        let at = match page.year {
            Some(_) if seat != Seat::Unknown => *known.entry((seat, page.kind)).or_insert(all.len()),
            _ => all.len(),
        };
        let own = Member { id: id.clone(), year: page.year };
        match all.get_mut(at) {
            Some(series) => series.push(own),
            None => all.push(vec![own]),
        }
    }
    all
}

/// The title page of a report; one that is not converted yet is read as it will be.
fn title_page(request: &Request, id: &str) -> anyhow::Result<TitlePage> {
    let path = request.content.join(id).join(TITLE_PAGE);
    if !disk::exists(&path) {
        return Ok(manuscript(&request.content, id)?.value.title_page);
    }
    let bytes = disk::read_file(&path)?;
    Ok(TitlePage::read(RawFile { path: TITLE_PAGE, name: TITLE_PAGE, bytes: &bytes }).value)
}
