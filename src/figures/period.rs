//! The year or years that a quantity is about, from the words before it or else from its section. Knows no indicators.

use super::figure::{Kind, Status};
use super::quantity::Quantity;
use super::setting::Setting;
use super::status::{self, Section};
use super::stream::Stream;
use super::time::{self, Scope, Time, Years};
use super::{clause, lists, manner};

/// When a quantity holds, and whether it is done or planned.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tense {
    pub period: String,
    pub status: Status,
}

/// The tense of every quantity of a stream.
pub(super) fn of_all(stream: &Stream<'_>, quantities: &[Quantity], setting: Setting<'_>) -> Vec<Tense> {
    let section = status::section(setting);
    let times = time::all(stream, section.report_year, section.status == Some(Status::Target));
    let mut floor = 0;
    let runs = lists::runs(stream, quantities);
    let mut tenses: Vec<Tense> = Vec::with_capacity(quantities.len());
    let mut endpoints = Endpoints::default();
    for (index, quantity) in quantities.iter().enumerate() {
        // What is said before the first member of a list holds for all (`从2020年的645元、4318元`).
        if runs.iter().any(|run| run.start == index) {
            floor = index.checked_sub(1).map_or(0, |before| quantities[before].body.end);
        }
        let own = own(stream, &times, quantity, floor).or_else(|| year_before(stream, quantity, floor, section.years?));
        let opening = opening(stream, &times, quantity);
        // A yearly average is over more than the year that the sentence names.
        let one = opening.is_none_or(|(first, last)| first == last);
        let yearly = yearly(stream, quantity, floor, &section).filter(|_| one);
        let said = own.or(yearly).or(opening);
        let long = said.or(section.years).filter(|(first, last)| first < last);
        let said = endpoints.ellipsis(stream, quantity, own, long).or(said);
        // The members of a ratio are of one time.
        let again = index.checked_sub(1).filter(|before| quantity.ratio && joined(&quantities[*before], quantity));
        if let Some(before) = again {
            tenses.push(tenses[before].clone());
            continue;
        }
        let status = status::of(stream, quantity, &section, said);
        let unsaid = || section.report_year.map(|year| status::one_year(year, status));
        let period = said.or(section.years).or_else(unsaid).map_or_else(String::new, written);
        tenses.push(Tense { period, status });
    }
    tenses
}

/// Whether two quantities are members of one ratio (`6.2∶44.8`).
fn joined(one: &Quantity, other: &Quantity) -> bool {
    one.ratio && other.ratio && one.number.end + 1 == other.number.start
}

fn written((first, last): Years) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// The years that stand between a quantity and the one before, in its own clause.
fn own(stream: &Stream<'_>, times: &[Time], quantity: &Quantity, floor: usize) -> Option<Years> {
    let number = quantity.number.start;
    let clause = clause::around(stream, number);
    let before = times.iter().rev().filter(|time| time.at.end <= number);
    let own = before.clone().find(|time| time.at.start >= clause.start.max(floor) && time.scope != Scope::Base);
    own.map(|time| time.years)
}

/// The year before the one that the section speaks of, when the words give its value (`由上年的13.7：58.3：28调为`).
fn year_before(stream: &Stream<'_>, quantity: &Quantity, floor: usize, (first, last): Years) -> Option<Years> {
    let number = quantity.number.start;
    let at = stream.find(floor.max(clause::around(stream, number).start)..number, "上年的")?;
    let value = stream.at(at + 3).is_ascii_digit() && first == last;
    value.then(|| first.checked_sub(1))?.map(|year| (year, year))
}

/// The years that open a clause of the quantity's sentence, or else its paragraph.
fn opening(stream: &Stream<'_>, times: &[Time], quantity: &Quantity) -> Option<Years> {
    let sentence = clause::sentence(stream, quantity.number.start);
    let mut before = times.iter().rev().filter(|time| time.at.end <= quantity.number.start);
    let frame = before.find(|time| match time.scope {
        Scope::Sentence => time.at.start >= sentence.start,
        Scope::Paragraph => true,
        Scope::Here | Scope::Base => false,
    });
    frame.map(|time| time.years)
}

/// The two years of a change from one value to another, which later changes of the paragraph leave unsaid:
/// `收入从1997年的8651亿元增加到2002年的18914亿元；储备从1399亿美元增加到2864亿美元`.
#[derive(Debug, Default)]
struct Endpoints {
    from: Option<Years>,
    /// Where the number stands that said the year.
    since: usize,
    to: Option<Years>,
    /// The quantity before was one that a change began with: whether it said its own year, and where it ends.
    begun: Option<(bool, usize)>,
    /// Where the quantity before ends, when it was one that a change ended with.
    ended: Option<usize>,
}

impl Endpoints {
    /// The years that a quantity without years of its own takes from an earlier endpoints, if it is an end of one and the words speak
    /// of a `long` time.
    fn ellipsis(
        &mut self,
        stream: &Stream<'_>,
        quantity: &Quantity,
        own: Option<Years>,
        long: Option<Years>,
    ) -> Option<Years> {
        if manner::left_behind(stream, quantity) {
            self.begun = Some((own.is_some(), quantity.body.end));
            let same = clause::sentence(stream, quantity.number.start).contains(&self.since);
            if own.is_some() {
                (self.from, self.since) = (own, quantity.number.start);
            }
            // A year that the sentence names beside dates the other end.
            return self.from.filter(|_| own.is_none() && (same || long.is_some() && self.to.is_some()));
        }
        let further = |end: usize| lists::joins(stream, end..quantity.number.start.max(end));
        let Some((said, end)) = self.begun.take() else {
            self.ended = self.ended.filter(|end| further(*end)).map(|_| quantity.body.end);
            return self.to.filter(|_| self.ended.is_some() && own.is_none() && long.is_some());
        };
        if further(end) {
            self.begun = Some((said, quantity.body.end));
            return None;
        }
        let between = stream.text(end..quantity.number.start);
        let arrives = between.contains(['到', '至', '为']) && !between.contains('，');
        if said && arrives {
            // `由2005年的31.8%提高到37.5%`: at the end of the time that is looked back on.
            self.to = own.or(long.map(|(_, last)| (last, last)));
        }
        self.ended = arrives.then_some(quantity.body.end);
        self.to.filter(|_| arrives && own.is_none() && long.is_some())
    }
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
