//! `/_check/`, pages of the preview alone: what was read of each report, beside the lines of its source, each thing with its file, its
//! line, and what to type. Only the preview has them: they are added to its files, never to those of a build.

mod figures;
mod printed;
mod report;
mod sheet;
mod sources;

use std::path::PathBuf;

use crate::artifact::Files;
use crate::build::{self, Built};
use crate::diagnostic::Checked;
use crate::message::{Language, Message, message};
use report::ReportReview;
use sheet::Sheet;
use sources::Sources;

/// The folder of the pages. No report can have this name.
pub(super) const FOLDER: &str = "_check";

/// Makes the pages anew after each build. What was read of a source is kept as long as the source is the same.
pub(super) struct Review {
    content: PathBuf,
    language: Language,
    sources: Sources,
}

impl Review {
    pub fn new(content: PathBuf, language: Language) -> Review {
        Review { content, language, sources: Sources::default() }
    }

    /// Adds the pages to the files of the preview.
    pub fn add_to(&mut self, files: &mut Files, built: &Built) -> anyhow::Result<()> {
        let mut rows = Vec::new();
        for report in &built.reports {
            let Checked { value: manuscript, .. } = build::manuscript(&self.content, &report.id)?;
            let folder = self.content.join(&report.id);
            let read = self.sources.read(&manuscript, &folder, self.language)?;
            let review = ReportReview { manuscript: &manuscript, folder: folder.display().to_string(), read };
            let found = review.found(&built.diagnostics);
            let page = review.page(&found, self.language);
            files.insert(format!("{FOLDER}/{}/index.html", report.id), page.into_bytes().into());
            let doubted = review.doubted();
            rows.push((report.id.clone(), report.title.clone(), found.len(), doubted));
        }
        files.insert(format!("{FOLDER}/index.html"), self.list(rows).into_bytes().into());
        Ok(())
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
