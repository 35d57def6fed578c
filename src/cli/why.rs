//! `--why`: how each fact of a figure was reached, as text for people.

use std::fmt::Write as _;

use super::names;
use super::table::flush_right;
use crate::content::FigureRow;
use crate::figures::{Because, Figure, HeadingRule, Manner};
use crate::inspect::{Beside, LineKind, Reasoned, Reasons};
use crate::message::{Language, Message, message};
use crate::text::{Place, Span};

/// A fact of a figure: what it is called, what it is, and the reasons.
type Fact = (Message, Message, Vec<Message>);

/// Why the figures on a line of a source are what they are, or why there are none.
pub(super) fn line(reasons: &Reasons<'_>, line: usize, language: Language) -> String {
    let figures = reasons.on_line(line);
    let mut out: Vec<String> = figures.iter().map(|figure| told(*figure, language)).collect();
    if figures.is_empty() {
        let none = match reasons.line_kind(line) {
            LineKind::Paragraph => message!("no figure begins on line {line}", "第 {line} 行没有数字"),
            LineKind::Heading => message!(
                "line {line} is a heading; figures are looked for in paragraphs",
                "第 {line} 行是标题；只在段落里找数字"
            ),
            LineKind::Elsewhere => message!(
                "line {line} is not part of the speech; figures are looked for in its paragraphs",
                "第 {line} 行不是报告正文；只在正文的段落里找数字"
            ),
        };
        out.push(none.said_in(language).to_owned() + "\n");
    }
    let refused = reasons.refused_on_line(line).into_iter().map(|(number, place, why)| {
        let told = message!(
            "no figure: {number} ({place}): {why}",
            "不是数字：{number}（{place}）：{why}",
            number = number,
            place = place,
            why = why.sentence()
        );
        told.said_in(language).to_owned() + "\n"
    });
    let refused: String = refused.collect();
    out.extend(Some(refused).filter(|refused| !refused.is_empty()));
    out.join("\n")
}

/// Everything that decided one figure.
pub(super) fn told(figure: Reasoned<'_>, language: Language) -> String {
    let Figure { span, indicator, .. } = &figure.explained().figure;
    let place = figure.place().map_or_else(String::new, |place| format!("  {place}"));
    let mut out = format!("{}  {indicator}{place}\n", span.of(figure.paragraph()));
    for (name, value, reasons) in facts(figure) {
        let value = Some(value.said_in(language)).filter(|value| !value.is_empty()).unwrap_or("—");
        let _ = writeln!(out, "{}  {value}", flush_right(name.said_in(language), LABEL));
        for reason in reasons {
            let _ = writeln!(out, "{}  · {}", " ".repeat(LABEL), reason.said_in(language));
        }
    }
    out
}

/// How wide the names of the facts are.
const LABEL: usize = 11;

fn facts(figure: Reasoned<'_>) -> Vec<Fact> {
    let why = figure.explained();
    let Figure { qualifier, kind, direction, period, status, manner, indicator, .. } = &why.figure;
    let mut facts = vec![
        (message!("name", "名称"), Message::plain(indicator), name(figure)),
        (message!("period", "年份"), Message::plain(period), dated(figure)),
        (message!("status", "状态"), names::status(*status), status_reasons(figure)),
        (
            message!("qualifier", "限定"),
            names::qualifier(*qualifier),
            vec![because(figure, why.qualifier, |rule| rule.sentence())],
        ),
        (message!("kind", "种类"), names::kind(*kind, None), vec![because(figure, why.kind, |rule| rule.sentence())]),
    ];
    if direction.is_some() {
        let reason = because(figure, why.direction, |rule| rule.sentence());
        facts.push((message!("direction", "增减"), direction.map(names::direction).unwrap_or_default(), vec![reason]));
    }
    if *manner != Manner::Plain {
        let reason = because(figure, why.manner, |rule| rule.sentence());
        facts.push((message!("manner", "口径"), names::manner(*manner), vec![reason]));
    }
    for doubt in &why.doubts {
        let reason = because(figure, *doubt, |rule| rule.sentence());
        facts.push((message!("in doubt", "存疑"), names::doubt(doubt.rule.doubt()), vec![reason]));
    }
    facts.push(beside(figure));
    facts
}

/// A rule with the words it decided on.
fn because<R: Copy>(figure: Reasoned<'_>, because: Because<R>, sentence: fn(R) -> Message) -> Message {
    with_words(figure, sentence(because.rule), &[because.words])
}

fn with_words(figure: Reasoned<'_>, told: Message, spans: &[Span]) -> Message {
    let quotes: Vec<Message> = spans.iter().filter_map(|span| figure.quote(*span)).map(quoted).collect();
    if quotes.is_empty() {
        return told;
    }
    message!("{told}: {quotes}", "{told}：{quotes}", told = told, quotes = Message::joined(quotes, ", ", "、"))
}

fn quoted((words, place): (&str, Place)) -> Message {
    message!("「{words}」 {place}", "「{words}」{place}")
}

fn name(figure: Reasoned<'_>) -> Vec<Message> {
    let why = figure.explained();
    let rules: Vec<Message> = why.name.iter().map(|rule| rule.sentence()).collect();
    let rules = Message::joined(rules, "; ", "；");
    vec![with_words(figure, rules, &why.name_words)]
}

fn dated(figure: Reasoned<'_>) -> Vec<Message> {
    let why = figure.explained();
    let mut told = vec![because(figure, why.period, |rule| rule.sentence())];
    told.extend(heading(figure).filter(|_| why.period.rule.by_heading()));
    if let Some(base) = figure.quote(why.base) {
        told.push(message!("only what it is compared with: {base}", "只是用来比的时间：{base}", base = quoted(base)));
    }
    told
}

fn status_reasons(figure: Reasoned<'_>) -> Vec<Message> {
    let why = figure.explained();
    let mut told = vec![because(figure, why.status, |rule| rule.sentence())];
    told.extend(heading(figure).filter(|_| why.status.rule.by_heading()));
    told
}

fn heading(figure: Reasoned<'_>) -> Option<Message> {
    let (text, rule): (&str, HeadingRule) = figure.heading()?;
    Some(message!("heading 「{text}」: {rule}", "标题「{text}」：{rule}", text = text, rule = rule.sentence()))
}

/// The figure it stands beside, or those it must not stand beside.
fn beside(figure: Reasoned<'_>) -> Fact {
    let label = message!("pair", "对照");
    match figure.beside() {
        Beside::Pair(other) => {
            let same = message!("they measure the same thing", "说的是同一件事");
            (label, line_of(other), vec![same])
        }
        Beside::Refused(alike) => {
            let told = alike.into_iter().map(|(other, reason)| {
                message!(
                    "not {other}: {why}",
                    "不和{other}并排：{why}",
                    other = line_of(other),
                    why = reason.sentence()
                )
            });
            (label, Message::default(), told.collect())
        }
        Beside::Start => {
            let told = message!("what a change began with is compared with no target", "变化的起点不和目标并排");
            (label, Message::default(), vec![told])
        }
        Beside::NothingAlike => {
            (label, Message::default(), vec![message!("no other figure looks like it", "没有相像的数字")])
        }
    }
}

fn line_of(other: Reasoned<'_>) -> Message {
    let figure = &other.explained().figure;
    let words = figure.span.of(other.paragraph());
    match other.place() {
        Some(place) => message!(
            "{indicator} {words} (line {line})",
            "{indicator} {words}（第 {line} 行）",
            indicator = figure.indicator,
            words = words,
            line = place.line
        ),
        None => Message::plain(format!("{} {words}", figure.indicator)),
    }
}

/// Where a row of the table, as a person left it, says something else than the reading does.
pub(super) fn changed(row: &FigureRow, figure: &Figure) -> Vec<Message> {
    let number = |value: Option<f64>| Message::plain(value.map_or_else(String::new, |value| value.to_string()));
    let facts = [
        (message!("value", "数值"), number(Some(row.value)), number(Some(figure.value))),
        (message!("high", "上限"), number(row.high), number(figure.high)),
        (message!("unit", "单位"), Message::plain(&row.unit), Message::plain(&figure.unit)),
        (message!("qualifier", "限定"), names::qualifier(row.qualifier), names::qualifier(figure.qualifier)),
        (message!("kind", "种类"), names::kind(row.kind, row.direction), names::kind(figure.kind, figure.direction)),
        (message!("name", "名称"), Message::plain(&row.indicator), Message::plain(&figure.indicator)),
        (message!("period", "年份"), Message::plain(&row.period), Message::plain(&figure.period)),
        (message!("status", "状态"), names::status(row.status), names::status(figure.status)),
    ];
    let differ = facts.into_iter().filter(|(_, table, reading)| table != reading);
    differ
        .map(|(fact, table, reading)| {
            message!(
                "{fact}: the table says 「{table}」, the reading says 「{reading}」",
                "{fact}：表里是「{table}」，程序读出来是「{reading}」",
                fact = fact,
                table = table,
                reading = reading
            )
        })
        .collect()
}
