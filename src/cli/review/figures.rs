//! The figures of a report in the sentences that state them, each as it was read.

use super::super::names;
use super::printed::PrintedText;
use super::report::ReportReview;
use super::sheet::Sheet;
use crate::content::{FIGURES, FigureRow, FigureTable};
use crate::message::message;
use crate::text::sentences;

impl ReportReview<'_> {
    /// The figures of the table in the sentences that state them: those in doubt, or all.
    pub(super) fn figures(&self, in_doubt: bool, sheet: &mut Sheet) {
        let rows: Vec<&FigureRow> = self.rows().filter(|row| !in_doubt || row.is_in_doubt()).collect();
        let (id, name) = match in_doubt {
            true => ("doubted", message!("Figures in doubt", "存疑的数字")),
            false => ("figures", message!("Figures", "数字")),
        };
        let advice = message!(
            "A wrong name, year or status: correct the cell `indicator`, `period` or `status` in its line of `{table}`, and empty the cell \
             `doubt`. No figure: delete the line.",
            "名称、年份、状态不对：在 `{table}` 那一行改 `indicator`、`period`、`status` 那一格，把 `doubt` 清空。不是数字：删去那一行。",
            table = FIGURES
        );
        sheet.part(id, &name, rows.len(), &advice);
        let printed = self.manuscript.source.as_ref().map(PrintedText::of);
        let mut from = 0;
        let cells = rows.into_iter().map(|row| {
            let sentence = self.sentence(row).unwrap_or_else(|| row.quote.clone());
            let found = printed.as_ref().and_then(|text| text.line_of(&sentence, from));
            from = found.map_or(from, |(_, place)| place);
            let line = found.map_or_else(String::new, |(line, _)| self.source_line(line));
            let doubts: Vec<String> = row.doubts.iter().map(|doubt| sheet.said(&names::doubt(*doubt))).collect();
            let status = sheet.said(&names::status(row.status));
            vec![
                line,
                marked(&sentence, &row.quote, &row.words),
                format!("{}<br>{} {status}", Sheet::shown(&row.indicator), Sheet::shown(&row.period)),
                doubts.join(" "),
                self.place_of(row),
                Sheet::code(&typed(&self.manuscript.id, &row.id)),
            ]
        });
        let cells = cells.collect();
        let head = [
            message!("source", "原文"),
            message!("sentence", "原句"),
            message!("read as", "读作"),
            message!("doubt", "存疑"),
            message!("where", "在哪里"),
            message!("why", "为什么"),
        ];
        sheet.table(&head, cells);
    }

    /// The sentence that holds the quote of a figure.
    fn sentence(&self, row: &FigureRow) -> Option<String> {
        let page = self.manuscript.pages.iter().find(|page| page.id == row.page)?;
        page.text.leaves().into_iter().find_map(|leaf| {
            let at = leaf.text.find(&row.quote)?;
            let all = sentences(&leaf.text);
            let holds = all.into_iter().find(|span| span.start <= at && at + row.quote.len() <= span.end);
            Some(holds.map_or(&row.quote[..], |span| span.of(&leaf.text)).trim().to_owned())
        })
    }

    fn place_of(&self, row: &FigureRow) -> String {
        let line = |table: &FigureTable| {
            let at = row.cells.first().map_or(0, |cell| cell.start);
            Sheet::code(&format!("{}:{}", table.file.name(), table.file.place(at).line))
        };
        self.table().map(line).unwrap_or_default()
    }
}

/// A sentence with the words of a figure marked in it.
fn marked(sentence: &str, quote: &str, words: &str) -> String {
    let within = sentence.find(quote).and_then(|at| sentence[at..].find(words).map(|inner| at + inner));
    let Some(at) = within else { return Sheet::shown(sentence) };
    let end = at + words.len();
    let [before, own, after] = [&sentence[..at], &sentence[at..end], &sentence[end..]].map(Sheet::shown);
    format!("{before}<mark>{own}</mark>{after}")
}

/// The command that tells why a figure was read so.
fn typed(report: &str, figure: &str) -> String {
    ["gongdu", "figures", &format!("{report}/{figure}"), "--why"].join(" ")
}
