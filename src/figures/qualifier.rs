//! The words around a number that say how exact it is, and the verbs that lead up to it. Knows no indicators.

use std::ops::Range;

use super::change;
use super::figure::{Direction, Qualifier};
use super::stream::Stream;
use super::word_lists::lists;

/// What the words just before a number say.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LeadIn {
    /// Where the words begin that belong to the figure's span.
    pub start: usize,
    /// 超过, 近, 不少于 and the like, and where it stands.
    pub qualifier: Option<(Qualifier, Range<usize>)>,
    /// 增长, 下降 and the like.
    pub change: Option<Direction>,
    /// Where that word stands.
    pub change_at: Range<usize>,
    /// The number is a state reached (达到, 提高到, 降至, 为), so a change word before it gives no change.
    pub settled: bool,
    /// Where the verb stands that says so.
    pub settled_at: Range<usize>,
    /// 控制在: a ceiling.
    pub ceiling: bool,
}

/// Reads the words that end before `end`, no further back than `floor`.
pub(super) fn before(stream: &Stream<'_>, floor: usize, end: usize) -> LeadIn {
    let mut lead = LeadIn {
        start: end,
        qualifier: None,
        change: None,
        change_at: end..end,
        settled: false,
        settled_at: end..end,
        ceiling: false,
    };
    let mut at = end;
    // 增长到 leads to a state, 增长达 does not.
    let mut reached = false;
    loop {
        // 增速 is a noun, so that a verb may stand between it and the number.
        if let Some((length, direction)) = change::noun_ending(stream, floor, at).filter(|_| !reached) {
            lead.change = Some(direction);
            lead.settled = false;
            lead.change_at = at - length..at;
            lead.start = at - length;
            return lead;
        }
        if let Some((length, qualifier)) = qualifying(stream, floor, at) {
            lead.qualifier = lead.qualifier.or(Some((qualifier, at - length..at)));
            at -= length;
            lead.start = at;
        } else if let Some((length, direction)) = change::ending(stream, floor, at) {
            lead.start = at - length;
            lead.change_at = at - length..at;
            lead.change = (!lead.settled).then_some(direction);
            return lead;
        } else if let Some(length) = stream.longest_before(floor, at, &lists().qualifier_arrivals) {
            lead.ceiling |= stream.ends(floor, at, "控制在");
            reached |= matches!(stream.before(at), '到' | '至') && !stream.ends(floor, at, "达到");
            lead.settled = true;
            lead.settled_at = at - length..at;
            at -= length;
        } else if let Some(length) = stream.longest_before(floor, at, &lists().qualifier_fillers) {
            at -= length;
        } else {
            // `为9373人发放补贴`: a 为 that opens the clause is no verb.
            lead.settled &= !(at == floor && stream.at(at) == '为');
            return lead;
        }
    }
}

/// What the words after a number and its unit say: their length and the qualifier.
pub(super) fn after(stream: &Stream<'_>, start: usize) -> Option<(usize, Qualifier)> {
    // `迈上5万亿元台阶`, `迈上1000亿斤新台阶`, but not `连上3个台阶`
    let step = stream.longest_at(start, &["台阶", "新台阶", "大台阶"]);
    if let Some(length) = step.filter(|_| matches!(stream.before(start), '元' | '亿' | '万' | '吨' | '斤')) {
        return Some((length, Qualifier::Ge));
    }
    // `5条多式联运线路`: what is counted in pieces is said to be more before its measure word.
    let pieces = matches!(stream.at(start), '多' | '余') && "条个项家户座所处件".contains(stream.before(start));
    AFTER
        .iter()
        .filter(|_| !pieces)
        .find(|(word, _)| stream.has(start, word))
        .map(|(word, qualifier)| (word.chars().count(), *qualifier))
}

/// The qualifier that ends before `end`, with its length.
fn qualifying(stream: &Stream<'_>, floor: usize, end: usize) -> Option<(usize, Qualifier)> {
    let ending = BEFORE.iter().filter(|(word, _)| stream.ends(floor, end, word));
    let (word, qualifier) = ending.max_by_key(|(word, _)| word.chars().count())?;
    let length = word.chars().count();
    let joined = lists().qualifier_not_words.iter().any(|noun| noun.ends_with(word) && stream.ends(floor, end, noun));
    (!joined).then_some((length, *qualifier))
}

const BEFORE: &[(&str, Qualifier)] = &[
    ("不少于", Qualifier::Ge),
    ("不低于", Qualifier::Ge),
    ("不小于", Qualifier::Ge),
    ("不短于", Qualifier::Ge),
    ("至少", Qualifier::Ge),
    ("超过", Qualifier::Gt),
    ("超出", Qualifier::Gt),
    ("超", Qualifier::Gt),
    ("突破", Qualifier::Gt),
    ("冲破", Qualifier::Gt),
    ("破", Qualifier::Gt),
    ("逾", Qualifier::Gt),
    ("多于", Qualifier::Gt),
    ("高于", Qualifier::Gt),
    ("大于", Qualifier::Gt),
    ("跨越", Qualifier::Gt),
    ("跨过", Qualifier::Gt),
    ("不超过", Qualifier::Le),
    ("不超", Qualifier::Le),
    ("不高于", Qualifier::Le),
    ("不多于", Qualifier::Le),
    ("不大于", Qualifier::Le),
    ("不突破", Qualifier::Le),
    ("至多", Qualifier::Le),
    ("最多", Qualifier::Le),
    ("低于", Qualifier::Lt),
    ("少于", Qualifier::Lt),
    ("小于", Qualifier::Lt),
    ("不足", Qualifier::Lt),
    ("不到", Qualifier::Lt),
    ("不满", Qualifier::Lt),
    ("近", Qualifier::Near),
    ("接近", Qualifier::Near),
    ("将近", Qualifier::Near),
    ("逼近", Qualifier::Near),
    ("约", Qualifier::Approx),
    ("大约", Qualifier::Approx),
    ("约为", Qualifier::Approx),
    ("大概", Qualifier::Approx),
];

const AFTER: &[(&str, Qualifier)] = &[
    ("以上", Qualifier::Ge),
    ("及以上", Qualifier::Ge),
    ("以下", Qualifier::Le),
    ("以内", Qualifier::Le),
    ("之内", Qualifier::Le),
    ("左右", Qualifier::Approx),
    ("上下", Qualifier::Approx),
    ("多", Qualifier::Gt),
    ("余", Qualifier::Gt),
];
