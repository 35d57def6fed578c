//! Which way a quantity goes, from the verb right before its number, a comparison, or an order that opens the phrase. Knows no
//! kinds.

use super::figure::Direction;
use super::lexicon::WordTag;
use super::qualifier::LeadIn;
use super::stream::Stream;
use super::unit::Unit;
use super::why::{Because, DirectionRule};
use super::word_lists::lists;
use super::{change, phrase};
use crate::text::is_han;

/// What the words before a number say of growth.
pub(super) struct Growth {
    pub direction: Option<Direction>,
    /// What decided the direction.
    pub why: Because<DirectionRule>,
    /// Where the words begin that belong to the figure's span.
    pub words: usize,
    /// Where the subject ends.
    pub subject_end: usize,
    /// It is a distance from others.
    pub against: bool,
}

/// Reads the growth from the verb right before the number, from a comparison, or from an order to cut that opens the phrase.
pub(super) fn read(stream: &Stream<'_>, lead: &LeadIn, unit: &Unit, floor: usize) -> Growth {
    if let Some((start, way)) = comparison(stream, lead, unit, floor) {
        let why = Because::said(DirectionRule::Comparison, stream.span(start..lead.start.max(start)));
        return Growth { direction: Some(way), why, words: start, subject_end: start, against: !since(stream, start) };
    }
    let opening = without_item(stream, floor);
    let opening =
        phrase::trim_front(stream, opening..lead.start.max(opening), &[WordTag::Opener.words(), &["平均"]]).start;
    let opening = served(stream, opening).unwrap_or(opening);
    let cut = change::opens_with_cut(stream, opening).filter(|_| lead.start > opening && !lead.settled);
    let direction = lead.change.or(cut.map(|_| Direction::Down));
    let words = if cut.is_some() { opening } else { lead.start };
    let why = match (lead.change, cut) {
        (Some(_), _) => Because::said(DirectionRule::Word, stream.span(lead.change_at.clone())),
        (None, Some(length)) => Because::said(DirectionRule::Order, stream.span(opening..opening + length)),
        (None, None) => Because::unsaid(DirectionRule::None),
    };
    Growth { direction, why, words, subject_end: lead.start, against: false }
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
    lists().growth_compared.iter().any(|word| stream.has(start, word))
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
    // `人均地区生产总值6205美元，高于全省平均水平313美元`: with nothing before, the number is the distance.
    let alone = found.0 == floor && stream.ends(floor, lead.start, "平均水平");
    (lead.change.is_none() && !lead.settled && (points || near || rate || alone)).then_some(found)
}
