//! Puts numbers together with their units and the words around them. Knows no indicators and no periods.

use super::decimal::{Form, Number};
use super::figure::{Direction, Kind, Qualifier};
use super::number;
use super::qualifier::{self, LeadIn};
use super::quantity::{Quantity, QuantityReasons};
use super::rank::{self, Rank};
use super::stream::Stream;
use super::unit::{self, Unit};
use super::why::{Because, DirectionRule, KindRule, NoFigure, QualifierRule};
use super::word_lists;
use super::{chinese, clause, growth, lists, refusal};
use crate::text::{Span, is_han};

/// The quantities of a stream, in order, and the numbers that state none.
pub(super) fn quantities(stream: &Stream<'_>) -> (Vec<Quantity>, Vec<(Number, NoFigure)>) {
    let mut numbers = number::all(stream);
    numbers.extend(chinese::all(stream));
    numbers.sort_by_key(|number| number.at.start);
    let mut units: Vec<Unit> = numbers.iter().map(|number| unit_of(stream, number)).collect();
    lists::share_units(stream, &numbers, &mut units);
    let mut found: Vec<Quantity> = Vec::new();
    let mut refused = Vec::new();
    for (number, unit) in numbers.iter().zip(units) {
        let clause = clause::around(stream, number.at.start);
        let floor = found.last().map_or(clause.start, |last| last.body.end.max(clause.start));
        match quantity(stream, number, unit, floor, clause.start) {
            Ok(quantity) => found.push(quantity),
            Err(why) => refused.push((number.clone(), why)),
        }
    }
    lists::share_changes(stream, &mut found);
    lists::share_growth_of_multiples(stream, &mut found);
    lists::share_qualifiers(stream, &mut found);
    (found, refused)
}

/// The unit of a number. `9大政策` counts kinds with 大, which elsewhere is no measure word.
fn unit_of(stream: &Stream<'_>, number: &Number) -> Unit {
    let start = number.at.end;
    let said = |name: &str| Unit { name: name.into(), end: start, ..Unit::default() };
    let unit = match number.form {
        Form::Percent => said("%"),
        Form::Permille => said("‰"),
        Form::Doubling => said("番"),
        Form::Fraction | Form::Ratio | Form::ToOne => said(""),
        Form::Digits | Form::Words => unit::read(stream, start),
    };
    if !number.scale.is_empty() {
        return Unit { name: format!("{}{}", number.scale, unit.name), ..unit };
    }
    if stream.at(start) == '强'
        && (stream.before(number.at.start) == '前' || rank::best(stream, number.at.start, start))
    {
        return Unit { name: "强".into(), end: start + 1, ..Unit::default() };
    }
    let great = number.form == Form::Digits
        && stream.at(start) == '大'
        && is_han(stream.at(start + 1))
        && number.value <= 100.0;
    if unit.name.is_empty() && great && stream.before(number.at.start) != '第' {
        return Unit { name: "大".into(), end: start + 1, ..Unit::default() };
    }
    unit
}

/// The quantity that a number states, or why it states none.
fn quantity(
    stream: &Stream<'_>,
    number: &Number,
    unit: Unit,
    floor: usize,
    clause: usize,
) -> Result<Quantity, NoFigure> {
    let start = number.at.start;
    // `列席第11届会议`: a meeting is no place.
    let is_of_meeting = unit.name.is_empty() && matches!(stream.at(number.at.end), '届' | '会');
    // `ESI全球前1‰学科1个`: which ones are counted.
    let of_class = matches!(unit.name.as_str(), "%" | "‰") && is_han(stream.at(unit.end));
    if let Some(rank) = rank::of(stream, clause, start, &unit.name).filter(|_| !is_of_meeting && !of_class) {
        return Ok(placing(stream, number, unit, rank));
    }
    let mut lead = qualifier::before(stream, floor, start);
    if let Some(why) = refusal::refused(stream, number, &unit, &lead) {
        return Err(why);
    }
    let after = qualifier::after(stream, unit.end);
    let end = unit.end + after.map_or(0, |(length, _)| length);
    if lead.change == Some(Direction::Up) && has_object(stream, &unit, end) {
        lead = LeadIn { start, change: None, ..lead };
    }
    // `推动农房风貌提升26.4万户`: things that were bettered, not so many more of them.
    let bettered = stream.text(lead.change_at.clone()) == "提升" && !lead.settled;
    if lead.change == Some(Direction::Up)
        && bettered
        && word_lists::lists().finder_bettered.iter().any(|word| unit.name.ends_with(word))
    {
        lead = LeadIn { start, change: None, ..lead };
    }
    let mut growth = growth::read(stream, &lead, &unit, floor);
    // `保持20%以上增长`
    let grows = ["增长", "的增长"].iter().any(|word| stream.has(end, word)) && unit.name == "%";
    if grows
        && growth.direction.is_none()
        && ["保持", "实现"]
            .iter()
            .any(|verb| stream.ends(floor, lead.start, verb) || stream.has(lead.settled_at.start, verb))
    {
        growth.direction = Some(Direction::Up);
        growth.why = Because::said(DirectionRule::Word, stream.span(end..end + 2));
    }
    let changed = growth.why.words;
    // `增长-1.2%`
    if number.value < 0.0 && growth.direction == Some(Direction::Up) {
        growth.direction = Some(Direction::Down);
        growth.why = Because::said(DirectionRule::Negative, stream.span(number.at.clone()));
    }
    let (kind, kind_rule) = kind(number, &unit, growth.direction);
    let kind_words = match kind_rule {
        KindRule::Change => changed,
        KindRule::Form => stream.span(number.at.clone()),
        _ => stream.span(number.at.end..unit.end.max(number.at.end)),
    };
    let direction = growth.direction.filter(|_| kind == Kind::Change);
    let (qualifier, qualifier_why) = qualifier_of(stream, number, &unit, &lead, end, after.map(|(_, said)| said));
    // 达到…以上 and 控制在…以内 are one phrase around the number.
    let frame = after.and_then(|_| stream.longest_before(floor, growth.words, &["达到", "控制在"])).unwrap_or(0);
    Ok(Quantity {
        number: number.at.clone(),
        body: start..end,
        unit_end: unit.end,
        words: growth.words - frame..end,
        subject_end: growth.subject_end,
        settled: lead.settled,
        against: growth.against,
        ratio: matches!(number.form, Form::Ratio | Form::ToOne),
        value: number.value,
        high: number.high,
        qualifier,
        kind,
        direction,
        unit: unit.name,
        other_unit: unit.other,
        why: QuantityReasons {
            qualifier: qualifier_why,
            kind: Because::said(kind_rule, kind_words),
            direction: direction.map_or(Because::unsaid(DirectionRule::None), |_| growth.why),
            settled: stream.span(lead.settled_at),
        },
    })
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
    let qualifier = if rank == Rank::Among {
        Because::said(QualifierRule::BestOf, stream.span(words.clone()))
    } else {
        Because::unsaid(QualifierRule::Unsaid)
    };
    Quantity {
        number: number.at.clone(),
        body: number.at.start..words.end,
        unit_end: words.end,
        subject_end: words.start,
        settled: true,
        words: words.clone(),
        against: false,
        ratio: false,
        value: number.value,
        high: number.high,
        unit: name,
        other_unit: None,
        qualifier: if rank == Rank::Among { Qualifier::Le } else { Qualifier::Eq },
        kind: Kind::Rank,
        direction: None,
        why: QuantityReasons {
            qualifier,
            kind: Because::said(KindRule::Place, stream.span(words.clone())),
            direction: Because::unsaid(DirectionRule::None),
            settled: Span::default(),
        },
    }
}

fn kind(number: &Number, unit: &Unit, direction: Option<Direction>) -> (Kind, KindRule) {
    match unit.name.as_str() {
        "倍" | "番" => (Kind::Multiple, KindRule::Unit),
        name if name.ends_with("分点") => (Kind::Change, KindRule::Unit),
        _ if direction.is_some() => (Kind::Change, KindRule::Change),
        "%" | "‰" | "成" => (Kind::Share, KindRule::Unit),
        // `2.21:1` is no part of a whole.
        "" if number.form == Form::ToOne => (Kind::Level, KindRule::Form),
        "" if number.form.needs_no_unit() => (Kind::Share, KindRule::Form),
        _ => (Kind::Level, KindRule::Unit),
    }
}

/// How exact a number claims to be; the word after it, which ends before `end`, says more than the one before.
fn qualifier_of(
    stream: &Stream<'_>,
    number: &Number,
    unit: &Unit,
    lead: &LeadIn,
    end: usize,
    after: Option<Qualifier>,
) -> (Qualifier, Because<QualifierRule>) {
    let said = |qualifier, rule, words| (qualifier, Because::said(rule, stream.span(words)));
    if number.high.is_some() {
        return said(Qualifier::Range, QualifierRule::Range, number.at.clone());
    }
    if let Some(qualifier) = after {
        return said(qualifier, QualifierRule::After, unit.end..end);
    }
    if unit.more || number.more {
        let more = if unit.more { number.at.end..unit.end } else { number.at.clone() };
        return said(Qualifier::Gt, QualifierRule::InUnit, more);
    }
    match &lead.qualifier {
        Some((qualifier, at)) => said(*qualifier, QualifierRule::Before, at.clone()),
        None if lead.ceiling => said(Qualifier::Le, QualifierRule::Ceiling, lead.settled_at.clone()),
        None => (Qualifier::Eq, Because::unsaid(QualifierRule::Unsaid)),
    }
}
