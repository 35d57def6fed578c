//! Puts numbers together with their units and the words around them. Knows no indicators and no periods.

use super::figure::{Direction, Kind, Qualifier};
use super::number::{self, Form, Number};
use super::qualifier::{self, LeadIn};
use super::quantity::Quantity;
use super::rank::{self, Rank};
use super::stream::Stream;
use super::unit::{self, Unit};
use super::words::OPENERS;
use super::{change, chinese, clause, lists, phrase, refusal};
use crate::text::is_han;

/// The quantities of a stream, in order.
pub(super) fn quantities(stream: &Stream<'_>) -> Vec<Quantity> {
    let mut numbers = number::all(stream);
    numbers.extend(chinese::all(stream));
    numbers.sort_by_key(|number| number.at.start);
    let mut units: Vec<Unit> = numbers.iter().map(|number| unit_of(stream, number)).collect();
    lists::share_units(stream, &numbers, &mut units);
    let mut found: Vec<Quantity> = Vec::new();
    for (number, unit) in numbers.iter().zip(units) {
        let clause = clause::around(stream, number.at.start);
        let floor = found.last().map_or(clause.start, |last| last.body.end.max(clause.start));
        found.extend(quantity(stream, number, unit, floor, clause.start));
    }
    lists::share_changes(stream, &mut found);
    lists::share_qualifiers(stream, &mut found);
    found
}

/// The unit of a number. `9大政策` counts kinds with 大, which elsewhere is no measure word.
fn unit_of(stream: &Stream<'_>, number: &Number) -> Unit {
    let start = number.at.end;
    let said = |name: &str| Unit { name: name.into(), end: start, more: false };
    let unit = match number.form {
        Form::Percent => said("%"),
        Form::Permille => said("‰"),
        Form::Doubling => said("番"),
        Form::Fraction | Form::Ratio => said(""),
        Form::Digits | Form::Words => unit::read(stream, start),
    };
    if stream.at(start) == '强'
        && (stream.before(number.at.start) == '前' || rank::best(stream, number.at.start, start))
    {
        return Unit { name: "强".into(), end: start + 1, more: false };
    }
    let great = number.form == Form::Digits
        && stream.at(start) == '大'
        && is_han(stream.at(start + 1))
        && number.value <= 100.0;
    if unit.name.is_empty() && great && stream.before(number.at.start) != '第' {
        return Unit { name: "大".into(), end: start + 1, more: false };
    }
    unit
}

/// The quantity that a number states, unless it states none.
fn quantity(stream: &Stream<'_>, number: &Number, unit: Unit, floor: usize, clause: usize) -> Option<Quantity> {
    let start = number.at.start;
    if let Some(rank) = rank::of(stream, clause, start, &unit.name) {
        return Some(placing(stream, number, unit, rank));
    }
    let mut lead = qualifier::before(stream, floor, start);
    if refusal::refused(stream, number, &unit, &lead) {
        return None;
    }
    let after = qualifier::after(stream, unit.end);
    let end = unit.end + after.map_or(0, |(length, _)| length);
    if lead.change == Some(Direction::Up) && has_object(stream, &unit, end) {
        lead = LeadIn { start, change: None, ..lead };
    }
    let mut growth = growth(stream, &lead, &unit, floor);
    // `增长-1.2%`
    if number.value < 0.0 && growth.direction == Some(Direction::Up) {
        growth.direction = Some(Direction::Down);
    }
    let kind = kind(number, &unit, growth.direction);
    // 达到…以上 and 控制在…以内 are one phrase around the number.
    let frame = after.and_then(|_| stream.longest_before(floor, growth.words, &["达到", "控制在"])).unwrap_or(0);
    Some(Quantity {
        number: number.at.clone(),
        body: start..end,
        unit_end: unit.end,
        words: growth.words - frame..end,
        subject_end: growth.subject_end,
        settled: lead.settled,
        against: growth.against,
        ratio: number.form == Form::Ratio,
        value: number.value,
        high: number.high,
        qualifier: qualifier_of(number, &unit, &lead, after.map(|(_, qualifier)| qualifier)),
        kind,
        direction: growth.direction.filter(|_| kind == Kind::Change),
        unit: unit.name,
    })
}

/// What the words before a number say of growth.
struct Growth {
    direction: Option<Direction>,
    /// Where the words begin that belong to the figure's span.
    words: usize,
    /// Where the subject ends.
    subject_end: usize,
    /// It is a distance from others.
    against: bool,
}

/// Reads the growth from the verb right before the number, from a comparison, or from an order to cut that opens the phrase.
fn growth(stream: &Stream<'_>, lead: &LeadIn, unit: &Unit, floor: usize) -> Growth {
    if let Some((start, way)) = comparison(stream, lead, unit, floor) {
        return Growth { direction: Some(way), words: start, subject_end: start, against: !since(stream, start) };
    }
    let opening = without_item(stream, floor);
    let opening = phrase::trim_front(stream, opening..lead.start.max(opening), &[OPENERS, &["平均"]]).start;
    let opening = served(stream, opening).unwrap_or(opening);
    let cut = change::opens_with_cut(stream, opening).filter(|_| lead.start > opening && !lead.settled);
    let direction = lead.change.or(cut.map(|_| Direction::Down));
    let words = if cut.is_some() { opening } else { lead.start };
    Growth { direction, words, subject_end: lead.start, against: false }
}

/// Where the words of a numbered item begin (`4、减少大班额1.4万个`).
fn without_item(stream: &Stream<'_>, start: usize) -> usize {
    let digits = (start..start + 3).take_while(|at| stream.at(*at).is_ascii_digit()).count();
    let item = (1..3).contains(&digits) && matches!(stream.at(start + digits), '、' | '.');
    if item && is_han(stream.at(start + digits + 1)) { start + digits + 1 } else { start }
}

/// Where the deed begins after those for whom it is done (`为企业减少地方税费180亿元`).
fn served(stream: &Stream<'_>, opening: usize) -> Option<usize> {
    let reach = opening + LONGEST_SERVED;
    (stream.before(opening) == '为')
        .then(|| (opening + 2..reach).find(|at| change::opens_with_cut(stream, *at).is_some()))?
}

/// How many characters those for whom something is done may have.
const LONGEST_SERVED: usize = 8;

/// Whether a comparison is with an earlier time (`比上年多20天`), which is a growth.
fn since(stream: &Stream<'_>, start: usize) -> bool {
    ["比上年", "较上年", "比去年", "较去年", "同比", "比五年前", "较五年前", "比20", "较20"]
        .iter()
        .any(|word| stream.has(start, word))
}

/// Whether a noun follows a number of things, so that the verb before it has an object and is no growth (`提升1万亩农田`).
fn has_object(stream: &Stream<'_>, unit: &Unit, end: usize) -> bool {
    let rate = matches!(unit.name.as_str(), "%" | "‰" | "倍" | "番" | "成") || unit.name.ends_with("分点");
    !rate && is_han(stream.at(end)) && !matches!(stream.at(end), '的' | '和' | '以' | '左' | '、' | '并' | '到' | '至')
}

/// 第3位, 前45名.
fn placing(stream: &Stream<'_>, number: &Number, unit: Unit, rank: Rank) -> Quantity {
    let marked = matches!(stream.before(number.at.start), '第' | '前');
    let words = number.at.start - usize::from(marked)..unit.end.max(number.at.end);
    let name = if unit.name.is_empty() { "位".into() } else { unit.name };
    Quantity {
        number: number.at.clone(),
        body: number.at.start..words.end,
        unit_end: words.end,
        subject_end: words.start,
        settled: true,
        words,
        against: false,
        ratio: false,
        value: number.value,
        high: number.high,
        unit: name,
        qualifier: if rank == Rank::Among { Qualifier::Le } else { Qualifier::Eq },
        kind: Kind::Rank,
        direction: None,
    }
}

/// The comparison that leads up to a number of percentage points or the like, unless a verb of growth says more.
fn comparison(stream: &Stream<'_>, lead: &LeadIn, unit: &Unit, floor: usize) -> Option<(usize, Direction)> {
    let points = unit.name.ends_with("分点");
    let found = change::comparison(stream, floor, lead.start)?;
    // Without 百分点 only `比…高` and `高于…` right before the number are comparisons of this number.
    let near = matches!(stream.before(lead.start), '高' | '低' | '多' | '少' | '快' | '慢');
    // `超年度计划28%`
    let planned = ["计划", "目标", "任务", "预期"].iter().any(|word| stream.ends(found.0, lead.start, word));
    let rate = unit.name == "%" && planned;
    (lead.change.is_none() && !lead.settled && (points || near || rate)).then_some(found)
}

fn kind(number: &Number, unit: &Unit, direction: Option<Direction>) -> Kind {
    match unit.name.as_str() {
        "倍" | "番" => Kind::Multiple,
        name if name.ends_with("分点") => Kind::Change,
        _ if direction.is_some() => Kind::Change,
        "%" | "‰" | "成" => Kind::Share,
        "" if number.form.needs_no_unit() => Kind::Share,
        _ => Kind::Level,
    }
}

fn qualifier_of(number: &Number, unit: &Unit, lead: &LeadIn, after: Option<Qualifier>) -> Qualifier {
    if number.high.is_some() {
        return Qualifier::Range;
    }
    let more = unit.more.then_some(Qualifier::Gt);
    let ceiling = lead.ceiling.then_some(Qualifier::Le);
    after.or(more).or(lead.qualifier).or(ceiling).unwrap_or(Qualifier::Eq)
}
