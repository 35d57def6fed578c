//! Lists of numbers: units given once, growth and qualifiers said once. Knows no names and no periods.

use std::ops::Range;

use super::change;
use super::decimal::Number;
use super::figure::{Direction, Kind, Qualifier};
use super::phrase;
use super::quantity::Quantity;
use super::stream::Stream;
use super::unit::{self, Unit};
use super::why::{Because, DirectionRule, KindRule, QualifierRule};
use super::word_lists::lists;
use crate::text::Span;

/// Gives a number without a unit the unit of the next member of its list (`2、3号`, `12.7个、12个百分点`, `5和6.5%`).
pub(super) fn share_units(stream: &Stream<'_>, numbers: &[Number], units: &mut [Unit]) {
    for index in (1..numbers.len()).rev() {
        let (before, after) = units.split_at_mut(index);
        let (this, next) = (&mut before[index - 1], &after[0]);
        let bare = this.name.is_empty() && !next.name.is_empty();
        let points = this.name == "个" && next.name == "个百分点";
        if !joins(stream, this.end.max(numbers[index - 1].at.end)..numbers[index].at.start) {
            continue;
        }
        if bare || points {
            this.name.clone_from(&next.name);
        } else if !this.name.is_empty()
            && unit::without_magnitude(&this.name).is_empty()
            && this.end.max(numbers[index - 1].at.end) < numbers[index].at.start
        {
            // `10.6万、3.8万、3.3万平方公里`
            this.name.push_str(unit::without_magnitude(&next.name));
        }
    }
}

/// Gives the members of a list that have no word of growth of their own that of the first (`增长28.2%、24.6%`).
pub(super) fn share_changes(stream: &Stream<'_>, quantities: &mut [Quantity]) {
    for index in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(index);
        let (first, next) = (&before[index - 1], &mut after[0]);
        let same = first.unit == next.unit || (first.unit != "%" && next.unit != "%");
        let changed = matches!(first.kind, Kind::Change) && next.kind != Kind::Rank && next.direction.is_none();
        let gap = first.body.end..next.words.start;
        let cut = stream.at(first.body.end) == '、' && change::opens_with_cut(stream, first.words.start).is_some();
        if changed && cut && next.kind == Kind::Share && first.unit == next.unit {
            next.kind = Kind::Change;
            next.direction = first.direction;
            next.why.kind = Because::said(KindRule::List, first.why.kind.words);
            next.why.direction = Because::said(DirectionRule::List, first.why.direction.words);
        }
        // `高于全国12.7个、12个百分点`
        next.against |= changed && first.against && same && joins(stream, gap.clone());
        if changed && same && (joins(stream, gap.clone()) || stretches(stream, first.body.end..next.number.start)) {
            if !matches!(next.kind, Kind::Multiple | Kind::Change) {
                next.kind = Kind::Change;
                next.why.kind = Because::said(KindRule::List, first.why.kind.words);
            }
            (next.direction, next.why.direction) = if next.value < 0.0 {
                (Some(Direction::Down), Because::said(DirectionRule::Negative, stream.span(next.number.clone())))
            } else {
                (first.direction, Because::said(DirectionRule::List, first.why.direction.words))
            };
        }
    }
}

/// Gives a percentage behind multiples that grew their growth (`分别上升1.5倍、3.3倍和72.6%`).
pub(super) fn share_growth_of_multiples(stream: &Stream<'_>, quantities: &mut [Quantity]) {
    let mut grown = None;
    for index in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(index);
        let (first, next) = (&before[index - 1], &mut after[0]);
        let words =
            change::ending(stream, first.words.start, first.number.start).filter(|_| first.kind == Kind::Multiple);
        let said =
            |(length, way): (usize, Direction)| (way, stream.span(first.number.start - length..first.number.start));
        let listed = joins(stream, first.body.end..next.words.start);
        grown = words.map(said).or(grown).filter(|_| listed && first.kind == Kind::Multiple);
        if let Some((way, words)) = grown.filter(|_| next.kind == Kind::Share && next.unit == "%") {
            (next.kind, next.direction) = (Kind::Change, Some(way));
            next.why.kind = Because::said(KindRule::List, words);
            next.why.direction = Because::said(DirectionRule::List, words);
        }
    }
}

/// Whether the second number raises the first (`增长7%以上、力争达到8%`).
fn stretches(stream: &Stream<'_>, gap: Range<usize>) -> bool {
    let wish = phrase::trim_front(stream, gap, &[&["、", "，"]]);
    let rest = phrase::trim_front(stream, wish.clone(), &[&lists().lists_wishes]);
    !wish.is_empty()
        && rest.is_empty()
        && ["力争", "争取", "努力", "奋力"].iter().any(|word| stream.find(wish.clone(), word).is_some())
}

/// Gives the members of a list the words that stand only after the last (`保持在90%和98%以上`) or before the first
/// (`分别超过8万元、4.5万元`).
pub(super) fn share_qualifiers(stream: &Stream<'_>, quantities: &mut [Quantity]) {
    for index in (1..quantities.len()).rev() {
        let (before, after) = quantities.split_at_mut(index);
        let (this, next) = (&mut before[index - 1], &after[0]);
        let given = next.body.end > next.unit_end || next.why.qualifier.rule == QualifierRule::ListLast;
        let trailing = given && this.body.end == this.unit_end;
        // `分别稳定在3900万头、13.5亿只以上`
        let joined = joins(stream, this.body.end..next.words.start) && this.body.end < next.words.start;
        let each = joined
            && this.kind == Kind::Level
            && stream.find(this.words.start.saturating_sub(LONGEST_EACH)..this.number.start, "分别").is_some();
        if trailing && (like_members(stream, this, next) || each) && this.qualifier == Qualifier::Eq {
            this.qualifier = next.qualifier;
            this.why.qualifier = Because::said(QualifierRule::ListLast, next.why.qualifier.words);
        }
    }
    for index in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(index);
        let (this, next) = (&before[index - 1], &mut after[0]);
        // `达到30家、50家`
        let reached = this.settled
            && this.kind == Kind::Level
            && this.unit_end == this.body.end
            && next.words.start == next.number.start;
        if reached && like_members(stream, this, next) && this.why.settled != Span::default() {
            next.settled = true;
            next.why.settled = this.why.settled;
        }
        let bound = matches!(this.qualifier, Qualifier::Ge | Qualifier::Gt | Qualifier::Le | Qualifier::Lt);
        let leading = this.unit_end == this.body.end && next.words.start == next.number.start;
        if bound && leading && like_members(stream, this, next) && next.qualifier == Qualifier::Eq {
            next.qualifier = this.qualifier;
            next.why.qualifier = Because::said(QualifierRule::ListFirst, this.why.qualifier.words);
        }
    }
}

/// How far before a number 分别 may stand with what leads up to it (`分别稳定在`).
const LONGEST_EACH: usize = 6;

/// Whether two quantities of one unit follow one another with nothing between but what joins the members of a list.
fn like_members(stream: &Stream<'_>, this: &Quantity, next: &Quantity) -> bool {
    let gap = this.body.end..next.words.start;
    let alike = unit::without_magnitude(&this.unit) == unit::without_magnitude(&next.unit);
    alike && !gap.is_empty() && joins(stream, gap)
}

/// The runs of quantities that follow one another with nothing between but `、` and 和, as ranges of indices.
pub(super) fn runs(stream: &Stream<'_>, quantities: &[Quantity]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for index in 1..=quantities.len() {
        let goes_on = index < quantities.len()
            && joins(stream, quantities[index - 1].body.end..quantities[index].words.start)
            && !leads_on(&quantities[index - 1], &quantities[index]);
        if !goes_on {
            runs.push(start..index);
            start = index;
        }
    }
    runs
}

/// Whether the second of two quantities is where the first one leads (`从80%提高到87%`), not a member of the same list.
fn leads_on(first: &Quantity, second: &Quantity) -> bool {
    first.body.end == second.words.start && second.words.start < second.number.start
}

/// Whether a stretch is nothing but a mark or a word that joins the members of a list.
pub(super) fn joins(stream: &Stream<'_>, gap: Range<usize>) -> bool {
    let text = stream.text(gap);
    // `每人每月735元和每人每年6500元`
    let mark = ["每人每月", "每人每年", "每月", "每年", "每人"].iter().find_map(|each| text.strip_suffix(each));
    matches!(mark.unwrap_or(&text), "" | ":" | "：" | "、" | "和" | "与" | "及" | "以及" | "、和")
}
