//! Which quantities are levels that were reached, so that of several years they are of the last. Knows no years.

use std::ops::Range;

use super::change;
use super::clause;
use super::figure::Kind;
use super::lexicon::WordTag;
use super::phrase::trim_front;
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::time::{Scope, Time};
use super::unit;
use super::word_lists::lists;
use crate::text::Span;

/// For each quantity, the words that say that it is a level reached, where it is one.
pub(super) fn all(stream: &Stream<'_>, quantities: &[Quantity], times: &[Time]) -> Vec<Option<Span>> {
    let mut reached: Vec<Option<Span>> = Vec::with_capacity(quantities.len());
    for (index, quantity) in quantities.iter().enumerate() {
        let clause = clause::around(stream, quantity.number.start);
        let before = index.checked_sub(1).filter(|before| quantities[*before].body.end > clause.start);
        let start = before.map_or(clause.start, |before| quantities[before].body.end).min(quantity.number.start);
        let goes_on = before.filter(|before| goes_on(stream, quantity, &quantities[*before]));
        // `完成增加值53.9亿元，是2007年的2.1倍`: what is compared with one year is of one.
        let next =
            quantities.get(index + 1).filter(|_| quantity.kind == Kind::Level && !adds_up(stream, start, quantity));
        let multiple = next.and_then(|next| compared(stream, next, times, quantity.body.end));
        let level = match goes_on {
            _ if multiple.is_some() => multiple,
            _ if flows(stream, own_start(stream, quantity, start), quantity.number.start)
                && !stands(stream, quantity)
                && !moves_to(stream, quantity) =>
            {
                None
            }
            Some(before) => reached[before],
            None if next.is_some_and(|next| grew(stream, quantity, next, times)) => {
                Some(stream.span(quantity.words.clone()))
            }
            None if counts_on(stream, quantity, start) => None,
            // `人均地区生产总值6205美元，高于全省平均水平313美元`
            None if apart(stream, quantity, start) => index.checked_sub(1).and_then(|before| reached[before]),
            None => level(stream, quantity, times, start).or_else(|| compared(stream, quantity, times, start)).or_else(
                || {
                    let next = quantities.get(index + 1)?;
                    placed(stream, quantity, next, start)
                },
            ),
        };
        reached.push(level);
    }
    reached
}

/// Whether a share moved to where it stands (`服务业对经济增长贡献率提升至59.1%`).
fn moves_to(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let start = quantity.words.start;
    quantity.kind == Kind::Share
        && change::opens(stream, start)
        && matches!(stream.before(quantity.number.start), '至' | '到')
}

/// Where the words begin that speak of a quantity: a part of something is of what the last item of its list names
/// (`产量连续4年第一、就地转化率达45%`).
fn own_start(stream: &Stream<'_>, quantity: &Quantity, start: usize) -> usize {
    let mark = |at: &usize| stream.at(*at) == '、' && stream.enclosure(*at) == Enclosure::None;
    let item = (start..quantity.number.start).rev().find(mark).filter(|_| quantity.kind == Kind::Share);
    item.map_or(start, |at| at + 1)
}

/// Whether a quantity says more of the one before, in the same clause: another member of its list (`学校20所、床位300张`), or the place and the
/// share of what was counted there (`累计开行2万列、占全国23.9%`).
fn goes_on(stream: &Stream<'_>, quantity: &Quantity, before: &Quantity) -> bool {
    let between = before.body.end..quantity.words.start.max(before.body.end);
    let listed = stream.at(between.start) == '、' || matches!(stream.before(between.end), '和' | '及' | '与');
    let placed = quantity.kind == Kind::Rank || stream.find(between.clone(), "占").is_some();
    let arrives = quantity.settled || quantity.words.start < quantity.number.start;
    let counts = before.kind != Kind::Change && !changes(stream, before);
    let deed = opens_with_deed(stream, between.start + 1, between.end);
    listed && counts && if placed { !stream.text(between).contains(['升', '降', '跃']) } else { !arrives && !deed }
}

/// Whether a quantity adds up what several years brought.
fn adds_up(stream: &Stream<'_>, start: usize, quantity: &Quantity) -> bool {
    let range = clause::around(stream, start).start.min(start)..quantity.number.start;
    ["累计", "累积", "年共"].iter().any(|word| stream.find(range.clone(), word).is_some())
}

/// Whether a quantity is what came new, after which another may tell what there is (`新增1700公里、突破7000公里`).
fn changes(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    ["新增", "净增"].iter().any(|verb| stream.ends(0, quantity.number.start, verb))
}

/// Whether a quantity is the distance from others of what was measured just before.
fn apart(stream: &Stream<'_>, quantity: &Quantity, start: usize) -> bool {
    let than = ["高于", "低于", "高出", "优于"];
    quantity.against || than.iter().any(|word| stream.find(start..quantity.number.start, word).is_some())
}

/// The words that lead up to a level.
fn level(stream: &Stream<'_>, quantity: &Quantity, times: &[Time], start: usize) -> Option<Span> {
    let number = quantity.number.start;
    if !matches!(quantity.kind, Kind::Level | Kind::Share | Kind::Rank) {
        return None;
    }
    if quantity.kind == Kind::Rank {
        return Some(stream.span(quantity.words.clone()));
    }
    let text = trim_front(stream, start..number, &[&["、", "和"], WordTag::Opener.words()]);
    let sentence = clause::sentence(stream, number).start;
    // `五年来，建成学校30所`: a sentence that names the years tells what was done in them.
    let named =
        times.iter().any(|time| sentence <= time.at.start && time.at.end <= start && time.years.0 < time.years.1);
    let stands =
        stream.longest_at(text.start, &lists().reached_stands).filter(|length| text.start + length <= number && !named);
    if let Some(length) = stands {
        return Some(stream.span(text.start..text.start + length));
    }
    // `改善农村住房超50万户`: what was done.
    let bettered = !quantity.settled && change::opens(stream, text.start) && text.start < quantity.words.start;
    if bettered || opens_with_deed(stream, start, number) {
        return None;
    }
    if quantity.settled && quantity.why.settled != Span::default() {
        return Some(quantity.why.settled);
    }
    // `五年免费送戏下乡超8万场`: all of them together.
    // A throughput is of a year.
    let measured = stream.longest_before(start, quantity.words.start, WordTag::Measure.words()).is_some();
    let adds = !measured && lists().reached_flow_units.iter().any(|unit| quantity.unit.ends_with(unit));
    let leads = if adds { number..number } else { quantity.words.start..number };
    let leads =
        leads.clone().next().filter(|at| stream.longest_at(*at, &lists().reached_passed).is_some()).map(|_| leads);
    let arrival = stream.longest_before(start, number, &lists().reached_arrivals).map(|length| number - length..number);
    let noun = noun(stream, quantity, text.start).or_else(|| part_of_whole(stream, quantity, text.start));
    leads.or(arrival).or(noun).map(|at| stream.span(at))
}

/// Whether a stretch speaks of what goes on over the years, or of what was spent in them.
fn flows(stream: &Stream<'_>, start: usize, number: usize) -> bool {
    let clause = clause::around(stream, number).start;
    let member = (clause..number).rev().find(|at| stream.at(*at) == '、').unwrap_or(clause);
    let spent = ["资金", "投入", "投资"].iter().any(|noun| {
        let end = (start..=number).rev().find(|at| stream.ends(start, *at, noun)).unwrap_or(start);
        let yearly = stream.ends(start, end, "固定资产投资");
        let led = trim_front(stream, end..number, &[&lists().reached_links]);
        end > start && led.is_empty() && !yearly
    });
    let total = |word: &&str| stream.find(member.min(start)..number, word).is_some();
    spent
        || ["累计", "累积"].iter().any(total)
        || lists().reached_flows.iter().any(|word| {
            // 水土保持率 keeps nothing as it was.
            let found = stream.find(start..number, word);
            found.is_some_and(|at| stream.at(at + word.chars().count()) != '率')
        })
}

/// Whether things that stand are counted up to now (`国内外航线累计达到60条`).
fn stands(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let counted =
        ["累计达到", "累计达", "总数达到", "总数达"].iter().any(|verb| stream.ends(0, quantity.number.start, verb));
    counted && lists().reached_counted.contains(&quantity.unit.as_str())
}

/// The noun of a measure right before a number that no verb leads up to (`财政收入92.5亿元`).
fn noun(stream: &Stream<'_>, quantity: &Quantity, start: usize) -> Option<Range<usize>> {
    let end = quantity.words.start;
    let length = [WordTag::Measure.words(), &lists().reached_levels]
        .iter()
        .filter_map(|nouns| stream.longest_before(start, end, nouns))
        .max()?;
    let part = matches!(stream.before(end), '率' | '重' | '例' | '比' | '度');
    // `工业企业上云率近六成`
    // `旅客吞吐量近5000万人次`
    let about = matches!(stream.at(end), '近' | '约') && stream.before(end) == '量';
    let led = end == quantity.number.start || part && quantity.kind == Kind::Share || about;
    ((part || quantity.kind != Kind::Share) && end - length >= start && led).then_some(end - length..end)
}

/// What has a part of a whole at the end of the years (`其中民营经济主体占97.2%`, `核电装机规模占全国25.8%`).
fn part_of_whole(stream: &Stream<'_>, quantity: &Quantity, start: usize) -> Option<Range<usize>> {
    let number = quantity.words.start;
    let at = stream.find(start..number, "占").filter(|_| quantity.kind == Kind::Share)?;
    let nouns = [WordTag::Measure.words(), &lists().reached_levels];
    let measured =
        stream.ends(start, at, "规模") || nouns.iter().any(|nouns| stream.longest_before(start, at, nouns).is_some());
    let of_them = stream.ends(0, start, "其中") && at + 1 == number;
    (measured || of_them).then_some(at..at + 1)
}

/// `是2010年的2.6倍`: what is so many times as much is of the end, too.
fn compared(stream: &Stream<'_>, quantity: &Quantity, times: &[Time], start: usize) -> Option<Span> {
    let of_year = |time: &&Time| time.scope == Scope::Base && time.years.0 == time.years.1;
    let within = |time: &&Time| start <= time.at.start && time.at.end <= quantity.number.start;
    let base = times.iter().filter(of_year).find(within).filter(|_| quantity.kind == Kind::Multiple)?;
    matches!(stream.before(base.at.start), '是' | '为' | '于').then(|| stream.span(base.at.clone()))
}

/// `基地240万亩，比“十一五”末增加25万亩`: what has grown since by an amount is what there is at the end.
fn grew(stream: &Stream<'_>, quantity: &Quantity, next: &Quantity, times: &[Time]) -> bool {
    let clause = clause::around(stream, next.number.start);
    let amount =
        next.kind == Kind::Change && unit::without_magnitude(&next.unit) == unit::without_magnitude(&quantity.unit);
    let right_behind = clause.start == quantity.body.end + 1 || stream.at(quantity.body.end) == '、';
    let base = |time: &Time| {
        time.scope == Scope::Base
            && time.years.0 == time.years.1
            && (quantity.body.end..next.number.start).contains(&time.at.start)
    };
    amount && right_behind && times.iter().any(base)
}

/// `14种农产品产量居全国第1位`: what is counted is what has the place.
fn placed(stream: &Stream<'_>, quantity: &Quantity, next: &Quantity, start: usize) -> Option<Span> {
    let between = quantity.body.end..next.number.start.max(quantity.body.end);
    let whole = !stream.text(between.clone()).contains(['，', '、', '；', '。']);
    let counted = quantity.kind == Kind::Level && next.kind == Kind::Rank && !between.is_empty();
    (counted && whole && !opens_with_deed(stream, start, quantity.number.start))
        .then(|| stream.span(next.words.clone()))
}

/// Whether a stretch begins with a verb of deed (`新建…`, `接待…`), the openers before it left out.
fn opens_with_deed(stream: &Stream<'_>, start: usize, end: usize) -> bool {
    let text = trim_front(stream, start..end.max(start), &[&["、", "和"], WordTag::Opener.words()]);
    [WordTag::EmptyVerb.words(), WordTag::FullVerb.words()].iter().any(|verbs| {
        let length = stream.longest_at(text.start, verbs).filter(|_| !stream.has(text.start, "达到"));
        length.is_some_and(|length| text.start + length <= end)
    })
}

/// Whether a quantity measures what several years brought together, which the same part of the sentence has counted
/// (`五年累计投资5.1亿元，…总里程达到80公里`).
fn counts_on(stream: &Stream<'_>, quantity: &Quantity, start: usize) -> bool {
    let part = (clause::sentence(stream, start).start..start).rev().find(|index| stream.at(*index) == '；');
    let part = part.unwrap_or_else(|| clause::sentence(stream, start).start);
    let counted = ["年累计", "年共", "年来累计", "年来共"].iter().any(|word| stream.find(part..start, word).is_some());
    counted && quantity.number.start - start <= LONGEST_BARE
}

/// A subject of so few characters, with the verb behind it, does not say what it is of (`总里程达到`).
const LONGEST_BARE: usize = 6;
