//! Figures, field by field, against their labels; names by a loose measure and strictly.

use std::collections::{BTreeMap, BTreeSet};

use gongdu::inspect::{FigureJson, Inspection};
use serde::Deserialize;

use super::{Card, plain};
use crate::likeness::likeness;

/// The label of one number; the guide is `FIGURES.md`.
#[derive(Clone, Deserialize)]
pub struct Label {
    id: u32,
    /// Whether it states a quantity at all.
    stat: bool,
    /// Either answer is right: `true`, or why.
    #[serde(default)]
    doubt: Doubt,
    span: Option<String>,
    value: Option<f64>,
    unit: Option<String>,
    qualifier: Option<String>,
    kind: Option<String>,
    direction: Option<String>,
    indicator: Option<String>,
    #[serde(default)]
    alt: Option<OneOrMore>,
    period: Option<String>,
    status: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Doubt {
    Is(bool),
    Because(String),
}

impl Default for Doubt {
    fn default() -> Doubt {
        Doubt::Is(false)
    }
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// Where a labelled number stands.
#[derive(Deserialize)]
pub struct Candidate {
    id: u32,
    line: usize,
    start: usize,
    end: usize,
}

/// The names of a figure that a reader accepted and refused.
#[derive(Deserialize)]
pub struct Judged {
    ok: Vec<String>,
    refused: Vec<String>,
}

/// Names judged strictly, by `line:start` of the number.
pub type Strict = BTreeMap<String, Judged>;

/// A label and where its number stands.
struct Due<'a> {
    label: &'a Label,
    at: &'a Candidate,
}

impl Label {
    fn is_due(&self) -> bool {
        self.stat && !self.is_doubtful()
    }

    fn is_doubtful(&self) -> bool {
        match &self.doubt {
            Doubt::Is(doubtful) => *doubtful,
            Doubt::Because(why) => !why.is_empty(),
        }
    }
}

impl Due<'_> {
    fn touches(&self, figure: &FigureJson) -> bool {
        self.at.line == figure.line && self.at.start < figure.end && figure.start < self.at.end
    }

    fn says_value(&self, figure: &FigureJson) -> bool {
        self.label.value.is_some_and(|value| (figure.value - value).abs() < 1e-6)
    }

    fn names(&self) -> Vec<&str> {
        let alternatives = match &self.label.alt {
            Some(OneOrMore::One(name)) => vec![name.as_str()],
            Some(OneOrMore::More(names)) => names.iter().map(String::as_str).collect(),
            None => Vec::new(),
        };
        self.label.indicator.as_deref().into_iter().chain(alternatives).collect()
    }
}

pub fn score(
    labels: &[Label],
    candidates: &[Candidate],
    strict: Option<&Strict>,
    read: &Inspection,
    card: &mut Card<'_>,
) {
    let places: BTreeMap<u32, &Candidate> = candidates.iter().map(|candidate| (candidate.id, candidate)).collect();
    let all: Vec<Due<'_>> = labels.iter().filter_map(|label| Some(Due { label, at: places.get(&label.id)? })).collect();
    let hits = found(&all, read, card);
    fields(&hits, card);
    doubts(&hits, strict, card);
    if let Some(strict) = strict {
        strictly(&all, strict, read, card);
    }
}

/// The labels that were found with value and unit, each with its figure.
fn found<'a>(all: &'a [Due<'a>], read: &'a Inspection, card: &mut Card<'_>) -> Vec<(&'a Due<'a>, &'a FigureJson)> {
    let is_due = |due: &&Due<'_>| due.label.is_due();
    let unit = |unit: &str| plain(unit);
    let mut taken = BTreeSet::new();
    let (mut hits, mut given) = (Vec::new(), 0);
    for figure in &read.figures {
        let touched: Vec<&Due<'_>> = all.iter().filter(|due| due.touches(figure)).collect();
        // Chinese numerals, the glossary, and doubtful rows count neither way.
        if touched.is_empty() || touched.iter().any(|due| due.label.is_doubtful()) {
            continue;
        }
        given += 1;
        let hit = touched.into_iter().filter(is_due).find(|due| {
            !taken.contains(&due.label.id)
                && due.says_value(figure)
                && unit(&figure.unit) == unit(due.label.unit.as_deref().unwrap_or_default())
        });
        match hit {
            Some(due) => {
                taken.insert(due.label.id);
                hits.push((due, figure));
            }
            None => {
                card.miss(&format!("figure wrong: {} {} {}{}", figure.line, figure.span, figure.value, figure.unit))
            }
        }
    }
    let due: Vec<_> = all.iter().filter(is_due).collect();
    card.found("figures: value and unit", hits.len(), given, due.len());
    for due in due.iter().filter(|due| !taken.contains(&due.label.id)) {
        let (span, name) = (due.label.span.as_deref(), due.label.indicator.as_deref());
        card.miss(&format!("figure missed: {} {} {}", due.at.line, span.unwrap_or_default(), name.unwrap_or_default()));
    }
    hits
}

fn fields(hits: &[(&Due<'_>, &FigureJson)], card: &mut Card<'_>) {
    type Field = (&'static str, fn(&FigureJson) -> Option<String>, fn(&Label) -> Option<&String>);
    let fields: [Field; 5] = [
        ("qualifier", |figure| Some(figure.qualifier.to_owned()), |label| label.qualifier.as_ref()),
        ("kind", |figure| Some(figure.kind.to_owned()), |label| label.kind.as_ref()),
        ("direction", |figure| figure.direction.map(str::to_owned), |label| label.direction.as_ref()),
        ("status", |figure| Some(figure.status.to_owned()), |label| label.status.as_ref()),
        ("period", |figure| Some(figure.period.clone()), |label| label.period.as_ref()),
    ];
    for (name, is, due) in fields {
        let some = |value: Option<String>| value.filter(|value| !value.is_empty());
        let is_right = |(label, figure): &&(&Due<'_>, &FigureJson)| some(is(figure)) == some(due(label.label).cloned());
        card.score(&format!("figures: {name}"), hits.iter().filter(is_right).count(), hits.len());
        for (due_, figure) in hits.iter().filter(|hit| !is_right(hit)) {
            let (is, due) = (is(figure).unwrap_or_default(), due(due_.label).cloned().unwrap_or_default());
            card.miss(&format!("figure {name}: {} {} {} {is}, due {due}", figure.line, figure.indicator, figure.span));
        }
    }
    let alike =
        |(due, figure): &&(&Due<'_>, &FigureJson)| due.names().iter().any(|name| same_name(&figure.indicator, name));
    card.score("figures: name, loosely", hits.iter().filter(alike).count(), hits.len());
    for (due, figure) in hits.iter().filter(|hit| !alike(hit)) {
        card.miss(&format!("figure name: {} {} {}, due {:?}", figure.line, figure.span, figure.indicator, due.names()));
    }
}

/// Of the figures without a doubt those that are right in every field, and how many have one. A name counts strictly where it was
/// judged so.
fn doubts(hits: &[(&Due<'_>, &FigureJson)], strict: Option<&Strict>, card: &mut Card<'_>) {
    let named = |due: &Due<'_>, figure: &FigureJson| match strict
        .and_then(|strict| strict.get(&format!("{}:{}", due.at.line, due.at.start)))
    {
        Some(judged) => judged.ok.iter().any(|name| plain(name) == plain(&figure.indicator)),
        None => due.names().iter().any(|name| same_name(&figure.indicator, name)),
    };
    let some = |value: Option<&str>| value.filter(|value| !value.is_empty()).map(str::to_owned);
    let is_right = |(due, figure): &&(&Due<'_>, &FigureJson)| {
        let label = due.label;
        some(Some(&figure.period)) == some(label.period.as_deref())
            && Some(figure.status) == label.status.as_deref()
            && Some(figure.kind) == label.kind.as_deref()
            && some(figure.direction) == some(label.direction.as_deref())
            && Some(figure.qualifier) == label.qualifier.as_deref()
            && named(due, figure)
    };
    let sure: Vec<_> = hits.iter().filter(|(_, figure)| figure.doubt.is_empty()).copied().collect();
    card.score("figures: without a doubt", sure.len(), hits.len());
    card.score("figures: right in all fields when without a doubt", sure.iter().filter(is_right).count(), sure.len());
    for (_, figure) in sure.iter().filter(|hit| !is_right(hit)) {
        card.miss(&format!("figure wrong without a doubt: {} {} {}", figure.line, figure.span, figure.indicator));
    }
    for (_, figure) in hits.iter().filter(|hit| is_right(hit) && !hit.1.doubt.is_empty()) {
        card.miss(&format!("figure right, yet in doubt: {} {} {}", figure.line, figure.span, figure.indicator));
    }
}

/// Whether two names are the same by and large: one holds the other, or they share most of their characters in order.
fn same_name(is: &str, due: &str) -> bool {
    let (is, due) = (plain(is), plain(due));
    !is.is_empty() && !due.is_empty() && (is.contains(&due) || due.contains(&is) || likeness(&is, &due) >= 0.6)
}

/// Strictly a name is right when a reader of its row alone understood what was measured.
fn strictly(all: &[Due<'_>], strict: &Strict, read: &Inspection, card: &mut Card<'_>) {
    let (mut right, mut refused, mut total) = (0, 0, 0);
    for due in all.iter().filter(|due| due.label.is_due()) {
        let Some(judged) = strict.get(&format!("{}:{}", due.at.line, due.at.start)) else { continue };
        total += 1;
        let figure = read.figures.iter().find(|figure| due.touches(figure) && due.says_value(figure));
        let Some(figure) = figure else { continue };
        let name = plain(&figure.indicator);
        let among = |names: &[String]| names.iter().any(|one| plain(one) == name);
        let verdict = match () {
            () if among(&judged.ok) => {
                right += 1;
                continue;
            }
            () if among(&judged.refused) => {
                refused += 1;
                "refused"
            }
            () => "not judged yet",
        };
        let accepted = judged.ok.first().map(String::as_str).unwrap_or_default();
        card.miss(&format!(
            "name {verdict}: {} {} {}, accepted {accepted}",
            figure.line, figure.span, figure.indicator
        ));
    }
    card.score("figures: name, strictly", right, total);
    card.score("figures: no refused name", total - refused, total);
}
