//! `/_check/`, pages of the preview alone: what was read of each report, beside the lines of its source, each thing with its file, its
//! line, and what to type. Only the preview has them: they are added to its files, never to those of a build.

mod figures;
mod printed;
mod report;
mod sheet;
mod sources;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::artifact::Files;
use crate::build::{self, Built};
use crate::diagnostic::{Checked, Diagnostic};
use crate::disk;
use crate::message::{Language, Message, message};
use crate::site::ReportSummary;
use report::ReportReview;
use sheet::Sheet;
use sources::Sources;

/// The folder of the pages. No report can have this name.
pub(super) const FOLDER: &str = "_check";

/// Makes the pages after each build: those of reports that are as they were are kept, and so is what was read of a source.
pub(super) struct Review {
    content: PathBuf,
    language: Language,
    sources: Sources,
    /// By the ids of their reports.
    pages: BTreeMap<String, ReviewPage>,
}

/// The page of a report, with what it was made of.
struct ReviewPage {
    /// How the files of its folder looked; `None` where nobody can say.
    look: Option<String>,
    /// What the build told of them.
    told: Vec<Diagnostic>,
    html: Arc<[u8]>,
    /// How many faults and doubts stand on it.
    found: usize,
    /// How many figures in doubt.
    doubted: usize,
}

impl Review {
    pub fn new(content: PathBuf, language: Language) -> Review {
        Review { content, language, sources: Sources::default(), pages: BTreeMap::new() }
    }

    /// Adds the pages to the files of the preview.
    pub fn add_to(&mut self, files: &mut Files, built: &Built) -> anyhow::Result<()> {
        let (mut rows, mut pages) = (Vec::new(), BTreeMap::new());
        for ReportSummary { id, title, .. } in &built.reports {
            let page = self.page(id, &built.diagnostics)?;
            files.insert(format!("{FOLDER}/{id}/index.html"), page.html.clone());
            rows.push((id.clone(), title.clone(), page.found, page.doubted));
            pages.insert(id.clone(), page);
        }
        self.pages = pages;
        files.insert(format!("{FOLDER}/index.html"), self.list(rows).into_bytes().into());
        Ok(())
    }

    /// The page of a report, the one of the last time if it would be the same.
    fn page(&mut self, id: &str, built: &[Diagnostic]) -> anyhow::Result<ReviewPage> {
        let folder = self.content.join(id);
        let shown = folder.display().to_string();
        // Looked at first: what is changed while it is read looks otherwise the next time.
        let look = disk::look_at_tree(&folder);
        let told: Vec<Diagnostic> = report::of_folder(&shown, built).cloned().collect();
        if let Some(page) =
            self.pages.remove(id).filter(|page| look.is_some() && (&page.look, &page.told) == (&look, &told))
        {
            return Ok(page);
        }
        let Checked { value: manuscript, .. } = build::manuscript(&self.content, id)?;
        let read = self.sources.read(&manuscript, &folder, self.language)?;
        let review = ReportReview { manuscript: &manuscript, folder: shown, read };
        let found = review.found(&told);
        let html = review.page(&found, self.language).into_bytes().into();
        let (found, doubted) = (found.len(), review.doubted());
        Ok(ReviewPage { look, told, html, found, doubted })
    }

    fn list(&self, reports: Vec<(String, String, usize, usize)>) -> String {
        let mut sheet = Sheet::new(self.language);
        let title = message!("What was read", "核对：程序读出了什么");
        let head =
            [message!("report", "报告"), message!("doubts", "错误和提醒"), message!("figures in doubt", "存疑的数字")];
        let rows = reports.into_iter().map(|(id, title, found, doubted)| {
            let link = format!("<a href=\"{id}/index.html\">{}</a>", Sheet::shown(&title));
            vec![link, found.to_string(), doubted.to_string()]
        });
        sheet.table(&head, rows.collect());
        let advice: Message = message!(
            "These pages are in the preview only; no published site has them.",
            "这几页只在预览里，发布的网站里没有。"
        );
        sheet.page(&title, &advice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "zichuan-2023";

    /// The page of the included report again, and whether it is the one that was kept.
    fn is_kept(review: &mut Review, kept: ReviewPage) -> bool {
        let html = kept.html.clone();
        review.pages.insert(ID.to_owned(), kept);
        Arc::ptr_eq(&html, &review.page(ID, &[]).expect("the folder can be read").html)
    }

    #[test]
    fn the_page_of_a_folder_that_nobody_touched_is_kept_and_of_one_that_looks_otherwise_made_again() {
        let mut review = Review::new("content".into(), Language::English);
        let mut page = || review.page(ID, &[]).expect("the folder can be read");
        let (first, other, unseen) = (page(), page(), page());
        // Where the system cannot say how files look, nothing is kept.
        let is_seen = first.look.is_some();
        assert!(is_seen || !cfg!(target_os = "linux"), "files that lie there for long have a look");
        assert_eq!(is_kept(&mut review, first), is_seen);
        assert!(!is_kept(&mut review, ReviewPage { look: Some("another".to_owned()), ..other }));
        assert!(!is_kept(&mut review, ReviewPage { look: None, ..unseen }));
    }
}
