//! `figures`: the figures of the content, listed, filtered, or one of them explained.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::Outcome;
use super::args::Figures;
use super::console::Console;
use super::names;
use super::table::flush_right;
use crate::build;
use crate::content::{FIGURE_COLUMNS, FigureRow, LinkTerms, write_csv};
use crate::diagnostic::Diagnostic;
use crate::message::{Language, Message, message};
use crate::site::{FigureIndex, FigureSite, ReportSite};
use crate::text::Span;
use crate::words::Words;

pub(super) fn figures(console: &Console, content: &Path, options: &Figures) -> anyhow::Result<Outcome> {
    let all = build::reports(content)?;
    let words = Words::of(Language::default());
    let wanted = Wanted::read(&all, options.what.as_deref())?;
    let mut faults = Vec::new();
    let mut found = Vec::new();
    for id in wanted.reports {
        let mut diagnostics = Vec::new();
        let manuscript = build::manuscript(content, id, &mut diagnostics)?;
        let site = ReportSite::resolve(&manuscript, LinkTerms::First, &words).drain_into(&mut diagnostics);
        faults.extend(diagnostics.into_iter().filter(of_table));
        let chosen =
            |figure: &&FigureSite| wanted.figure.is_none_or(|one| figure.row.id == one) && fits(figure, options);
        found.extend(site.figures.iter().filter(chosen).map(|figure| Entry::of(&site, figure)));
    }
    console.show(&faults);
    match wanted.figure {
        Some(one) if found.is_empty() => {
            return Err(message!(
                "there is no report and no figure `{one}`; `gongdu figures` lists them",
                "没有叫 `{one}` 的报告或数字；运行 `gongdu figures` 看有哪些"
            )
            .into());
        }
        _ => console.print(&printed(&found, wanted.figure.is_some(), options, console.language()))?,
    }
    if !options.csv && !options.json && wanted.figure.is_none() {
        console.say(&Message::counted(found.len(), "figure", "个数字"));
    }
    Ok(Outcome::of(&faults))
}

/// Whether a fault is one of the table of figures; the rest is for `check` to tell.
fn of_table(fault: &Diagnostic) -> bool {
    fault.location.as_ref().is_some_and(|location| location.file.ends_with("figures.csv"))
}

/// What the person named: which reports, and one figure or all.
struct Wanted<'a> {
    reports: Vec<&'a str>,
    figure: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    fn read(all: &'a [String], what: Option<&'a str>) -> anyhow::Result<Wanted<'a>> {
        let every = || all.iter().map(String::as_str).collect();
        let known = |name: &str| all.iter().any(|id| id == name);
        match what {
            None => Ok(Wanted { reports: every(), figure: None }),
            Some(name) if known(name) => Ok(Wanted { reports: vec![name], figure: None }),
            Some(name) => match name.split_once('/') {
                Some((report, figure)) if known(report) => Ok(Wanted { reports: vec![report], figure: Some(figure) }),
                Some((report, _)) => Err(message!(
                    "there is no report `{report}`; there are: {all}",
                    "没有报告 `{report}`；有的是：{all}",
                    report = report,
                    all = Message::listed(all),
                )
                .into()),
                None => Ok(Wanted { reports: every(), figure: Some(name) }),
            },
        }
    }
}

/// Whether a figure passes every filter.
fn fits(figure: &FigureSite, options: &Figures) -> bool {
    let Figures { what: _, unit, kind, status, period, page, find, csv: _, json: _ } = options;
    let row = &figure.row;
    let is = |wanted: &Option<String>, test: &dyn Fn(&str) -> bool| wanted.as_deref().is_none_or(test);
    is(unit, &|unit| row.unit == unit)
        && is(kind, &|kind| row.kind.name() == kind)
        && is(status, &|status| row.status.name() == status)
        && is(period, &|period| row.period == period || covers(&row.period, period))
        && is(page, &|page| on_page(&row.page.to_string(), page))
        && is(find, &|words| [&row.indicator, &row.quote].iter().any(|text| text.contains(words)))
}

/// Whether the period `2018-2022` covers the year 2020.
fn covers(period: &str, year: &str) -> bool {
    let number = |words: &str| words.parse::<u16>().ok();
    let ends = period.split_once('-').map(|(first, last)| (number(first), number(last)));
    matches!((ends, number(year)), (Some((Some(first), Some(last))), Some(year)) if (first..=last).contains(&year))
}

/// Whether `page` is `wanted` or one of its sections.
fn on_page(page: &str, wanted: &str) -> bool {
    page.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// What is shown of a figure.
struct Entry {
    report: String,
    row: FigureRow,
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

impl Entry {
    fn of(site: &ReportSite<'_>, figure: &FigureSite) -> Entry {
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
        Entry {
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

    /// The cells of its row in `figures.csv`.
    fn cells(&self) -> [String; 13] {
        let row = &self.row;
        [
            row.id.clone(),
            row.page.to_string(),
            row.quote.clone(),
            row.words.clone(),
            row.value.to_string(),
            row.high.map_or(String::new(), |high| high.to_string()),
            row.unit.clone(),
            row.qualifier.name().to_owned(),
            row.kind.name().to_owned(),
            row.direction.map_or(String::new(), |direction| direction.name().to_owned()),
            row.indicator.clone(),
            row.period.clone(),
            row.status.name().to_owned(),
        ]
    }

    fn json(&self) -> Value {
        let mut value = json!({
            "report": self.report, "sentence": self.sentence.concat(), "address": self.address,
            "charts": self.charts.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            "beside": self.beside.iter().map(|(id, _)| id).collect::<Vec<_>>(),
        });
        for (column, cell) in FIGURE_COLUMNS.iter().zip(self.cells()) {
            value[*column] = json!(cell);
        }
        value["value"] = json!(self.row.value);
        value["high"] = json!(self.row.high);
        value
    }

    /// Everything about the figure, for people.
    fn explained(&self, language: Language) -> String {
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

/// What goes to standard output.
fn printed(found: &[Entry], explain: bool, options: &Figures, language: Language) -> String {
    if options.json {
        let all: Vec<Value> = found.iter().map(Entry::json).collect();
        // Values made of strings and numbers can always be written.
        return serde_json::to_string_pretty(&all).unwrap_or_default() + "\n";
    }
    if options.csv {
        let heads: Vec<&str> = ["report"].into_iter().chain(FIGURE_COLUMNS).collect();
        let rows = found.iter().map(|entry| std::iter::once(entry.report.clone()).chain(entry.cells()));
        return String::from_utf8(write_csv(&heads, rows)).unwrap_or_default();
    }
    if explain {
        return found.iter().map(|entry| entry.explained(language)).collect::<Vec<String>>().join("\n");
    }
    let rows: Vec<[String; 8]> = found
        .iter()
        .map(|Entry { report, row, .. }| {
            [
                report.clone(),
                row.id.clone(),
                row.page.to_string(),
                row.period.clone(),
                names::status(row.status).said_in(language).to_owned(),
                names::kind(row.kind, None).said_in(language).to_owned(),
                row.words.clone(),
                row.indicator.clone(),
            ]
        })
        .collect();
    aligned(&rows)
}

/// Rows under one another, each column as wide as its widest cell: a Chinese character is two columns of a terminal.
fn aligned<const N: usize>(rows: &[[String; N]]) -> String {
    let widths: [usize; N] = std::array::from_fn(|at| rows.iter().map(|row| row[at].width()).max().unwrap_or(0));
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let space = " ".repeat(width - cell.width() + 2);
            line.push_str(cell);
            line.push_str(&space);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_one_another_by_display_width() {
        let rows = [["f1", "增长6.5%左右", "产值"], ["f12", "5家", "企业"]].map(|row| row.map(str::to_owned));
        assert_eq!(aligned(&rows), "f1   增长6.5%左右  产值\nf12  5家           企业\n");
        assert_eq!(aligned::<2>(&[]), "");
    }

    #[test]
    fn a_year_lies_in_a_span_of_years() {
        for (period, year, expect) in
            [("2018-2022", "2020", true), ("2018-2022", "2023", false), ("2022", "2022", false), ("", "2022", false)]
        {
            assert_eq!(covers(period, year), expect, "{period} {year}");
        }
    }

    #[test]
    fn a_part_has_the_pages_of_its_sections() {
        for (page, wanted, expect) in [("2", "2", true), ("2-1", "2", true), ("21", "2", false), ("2", "2-1", false)] {
            assert_eq!(on_page(page, wanted), expect, "{page} {wanted}");
        }
    }

    /// The ids that a name and some filters give in the included report.
    fn check(options: &Figures, expect: impl Fn(&Entry) -> bool, some: bool) {
        let content = Path::new("content");
        let mut diagnostics = Vec::new();
        let manuscript = build::manuscript(content, "zichuan-2023", &mut diagnostics).unwrap();
        let words = Words::of(Language::default());
        let site = ReportSite::resolve(&manuscript, LinkTerms::First, &words).value;
        let all: Vec<Entry> = site.figures.iter().map(|figure| Entry::of(&site, figure)).collect();
        let passed = |entry: &&Entry| site.figures.iter().any(|own| own.row.id == entry.row.id && fits(own, options));
        let found: Vec<&str> = all.iter().filter(passed).map(|entry| &*entry.row.id).collect();
        let wanted: Vec<&str> = all.iter().filter(|entry| expect(entry)).map(|entry| &*entry.row.id).collect();
        assert_eq!(found, wanted);
        assert_eq!(!found.is_empty(), some);
    }

    #[test]
    fn every_filter_must_be_passed() {
        let word = |word: &str| Some(word.to_owned());
        check(&Figures::default(), |_| true, true);
        check(&Figures { unit: word("%"), ..Figures::default() }, |entry| entry.row.unit == "%", true);
        let planned = Figures { kind: word("change"), status: word("target"), ..Figures::default() };
        check(&planned, |entry| entry.row.kind.name() == "change" && entry.row.status.name() == "target", true);
        let found = Figures { find: word("生产总值"), ..Figures::default() };
        check(&found, |entry| entry.row.quote.contains("生产总值") || entry.row.indicator.contains("生产总值"), true);
        check(&Figures { unit: word("光年"), ..Figures::default() }, |_| false, false);
    }

    #[test]
    fn a_figure_is_explained_with_its_sentence_the_quote_marked() {
        let mut diagnostics = Vec::new();
        let manuscript = build::manuscript(Path::new("content"), "zichuan-2023", &mut diagnostics).unwrap();
        let words = Words::of(Language::default());
        let site = ReportSite::resolve(&manuscript, LinkTerms::First, &words).value;
        for figure in &site.figures {
            let entry = Entry::of(&site, figure);
            let text = entry.explained(Language::Chinese);
            assert!(text.contains(&format!("【{}】", figure.row.quote)), "{text}");
            assert!(text.contains(&format!("/index.html#{}", figure.row.id)), "{text}");
        }
    }
}
