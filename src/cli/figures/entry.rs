//! What is told of one figure: its row, its sentence, where it stands and which charts draw it.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::super::names;
use super::super::table::flush_right;
use crate::content::{FIGURE_COLUMNS, FigureRow};
use crate::message::{Language, Message, message};
use crate::site::{FigureIndex, FigureSite, ReportSite};
use crate::text::Span;

/// What is shown of a figure.
pub(super) struct ListedFigure {
    /// The id of its report.
    pub report: String,
    /// Its row in the table.
    pub row: FigureRow,
    /// Number and title of its page.
    place: String,
    /// Its sentence in three parts: before the quote, the quote, after it.
    sentence: [String; 3],
    /// Path from the root of the site.
    address: String,
    /// Charts that draw it: name and subject.
    charts: Vec<(String, String)>,
    /// Figures that stand beside it in a row of a chart: id and words.
    beside: Vec<(String, String)>,
}

impl ListedFigure {
    /// The figure of a site.
    pub fn of(site: &ReportSite<'_>, figure: &FigureSite) -> ListedFigure {
        let page = &site.pages[figure.page];
        let leaf = &page.leaves[figure.leaf];
        let words = &page.page.text.leaves()[figure.leaf].text;
        let sentence = leaf.sentence_over(figure.span.start).map_or(Span::new(0, words.len()), |(span, _)| *span);
        let quote = words.find(&figure.row.quote).map(|at| Span::new(at, at + figure.row.quote.len()));
        let quote = quote.unwrap_or(figure.span);
        // A quote may begin before the sentence of its figure, or end after it.
        let whole = Span::new(sentence.start.min(quote.start), sentence.end.max(quote.end));
        let parts = [Span::new(whole.start, quote.start), quote, Span::new(quote.end, whole.end)];
        let mut charts: Vec<usize> = figure.charts.clone();
        charts.dedup();
        let own = |index: &FigureIndex| site.figures[index.0].row.id == figure.row.id;
        let rows = charts.iter().flat_map(|chart| &site.charts[*chart].rows).filter(|row| row.iter().any(own));
        let others = rows.flatten().filter(|index| !own(index)).map(|index| &site.figures[index.0].row);
        ListedFigure {
            report: site.manuscript.id.clone(),
            place: format!("{}{}", page.page.number, page.page.title),
            sentence: parts.map(|part| part.of(words).trim_matches('\n').to_owned()),
            address: format!("{}#{}", page.route.path(), figure.row.id),
            charts: charts
                .iter()
                .map(|chart| &site.charts[*chart])
                .map(|chart| (site.manuscript.charts[chart.page].name.clone(), chart.chart.subject.clone()))
                .collect(),
            beside: others.map(|row| (row.id.clone(), format!("{} {}", row.indicator, row.words))).collect(),
            row: figure.row.clone(),
        }
    }

    /// Everything about the figure, for programs.
    pub fn json(&self) -> Value {
        let mut value = json!({
            "report": self.report, "sentence": self.sentence.concat(), "address": self.address,
            "charts": self.charts.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            "beside": self.beside.iter().map(|(id, _)| id).collect::<Vec<_>>(),
        });
        for (column, cell) in FIGURE_COLUMNS.iter().zip(self.row.texts()) {
            value[*column] = json!(cell);
        }
        value["value"] = json!(self.row.value);
        value["high"] = json!(self.row.high);
        value
    }

    /// Everything about the figure, for people.
    pub fn explained(&self, language: Language) -> String {
        let row = &self.row;
        let [before, quote, after] = &self.sentence;
        let value = match row.high {
            Some(high) => message!("{low} to {high}", "{low} 到 {high}", low = row.value, high = high),
            None => Message::plain(row.value),
        };
        let fields = [
            (message!("words", "数字"), Message::plain(&row.words)),
            (message!("value", "数值"), value),
            (message!("unit", "单位"), Message::plain(&row.unit)),
            (message!("qualifier", "限定"), names::qualifier(row.qualifier)),
            (message!("kind", "种类"), names::kind(row.kind, row.direction)),
            (message!("period", "年份"), Message::plain(&row.period)),
            (message!("status", "状态"), names::status(row.status)),
            (message!("page", "页"), Message::plain(format!("{} {}", row.page, self.place))),
            (message!("sentence", "原句"), Message::plain(format!("{before}【{quote}】{after}"))),
            (message!("address", "网址"), Message::plain(&self.address)),
        ];
        let mut out = format!("{}/{}  {}\n", self.report, row.id, row.indicator);
        let pair = |(id, words): &(String, String)| Message::plain(format!("{id}  {words}"));
        let charts = self.charts.iter().map(|chart| (message!("chart", "图表"), pair(chart)));
        let beside = self.beside.iter().map(|other| (message!("beside", "并排的"), pair(other)));
        for (name, words) in fields.into_iter().chain(charts).chain(beside) {
            let words = Some(words.said_in(language)).filter(|words| !words.is_empty()).unwrap_or("—");
            let _ = writeln!(out, "{}  {words}", flush_right(name.said_in(language), 11));
        }
        out
    }
}
