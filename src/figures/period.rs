//! The year or years that a quantity is about, from the words before it or else from its section. Knows no indicators.

use super::figure::Kind;
use super::quantity::Quantity;
use super::status::{self, Section};
use super::stream::Stream;
use super::time::{self, Scope, Time, Years};
use super::{Setting, Status, clause, lists};

/// When a quantity holds, and whether it is done or planned.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tense {
    pub period: String,
    pub status: Status,
}

/// The tense of every quantity of a stream.
pub(super) fn of_all(stream: &Stream<'_>, quantities: &[Quantity], setting: Setting<'_>) -> Vec<Tense> {
    let section = status::section(setting);
    let times = time::all(stream, section.report_year);
    let mut floor = 0;
    let runs = lists::runs(stream, quantities);
    let mut tenses = Vec::with_capacity(quantities.len());
    for (index, quantity) in quantities.iter().enumerate() {
        // What is said before the first member of a list holds for all (`从2020年的645元、4318元`).
        if runs.iter().any(|run| run.start == index) {
            floor = index.checked_sub(1).map_or(0, |before| quantities[before].body.end);
        }
        let said = said(stream, &times, quantity, floor).or_else(|| yearly(stream, quantity, floor, &section));
        let status = status::of(stream, quantity, &section, said);
        let unsaid = || section.report_year.map(|year| status::one_year(year, status));
        let period = said.or(section.years).or_else(unsaid).map_or_else(String::new, written);
        tenses.push(Tense { period, status });
    }
    tenses
}

fn written((first, last): Years) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// The years that the words before a quantity set: those between it and the quantity before in its own clause, then those that open
/// a clause of its sentence, then those that open the paragraph.
fn said(stream: &Stream<'_>, times: &[Time], quantity: &Quantity, floor: usize) -> Option<Years> {
    let number = quantity.number.start;
    let (clause, sentence) = (clause::around(stream, number), clause::sentence(stream, number));
    let before = times.iter().rev().filter(|time| time.at.end <= number);
    let own = before.clone().find(|time| time.at.start >= clause.start.max(floor) && time.scope != Scope::Base);
    let frame = before.clone().find(|time| match time.scope {
        Scope::Sentence => time.at.start >= sentence.start,
        Scope::Paragraph => true,
        Scope::Here | Scope::Base => false,
    });
    own.or(frame).map(|time| time.years)
}

/// The span of years that a yearly average covers (`年均增长5.2%`), when the heading names one.
fn yearly(stream: &Stream<'_>, quantity: &Quantity, floor: usize, section: &Section) -> Option<Years> {
    let average = ["年均", "年均实际", "年均名义", "平均每年", "五年累计"];
    let said = average.iter().any(|word| stream.ends(0, quantity.subject_end, word));
    // `年均分别增长4.5%、3%`
    let clause = clause::around(stream, quantity.number.start);
    let grew =
        quantity.kind == Kind::Change && stream.find(floor.max(clause.start)..quantity.number.start, "年均").is_some();
    section.span.filter(|_| said || grew)
}
