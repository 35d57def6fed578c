//! The name of what a number counts: with the verb before it, with its place, and without those to whom it is given. Knows no measures.

use std::ops::Range;

use super::figure::Kind;
use super::lexicon::WordTag;
use super::name::Name;
use super::phrase::trim_back;
use super::quantity::Quantity;
use super::stream::Stream;
use super::surroundings::Surroundings;
use super::why::NameRule;
use super::word_lists::lists;
use super::{deeds, owner, subject};

/// What is done for people of places that are both counted: 解决安全饮水 of `解决了9个村3.2万人的安全饮水`.
pub(super) fn people_of(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
) -> Option<Name> {
    let goes_on = |at: usize| {
        let (places, people) = (quantities.get(at)?, quantities.get(at + 1)?);
        let noun = people.words.start.checked_sub(places.body.end).filter(|length| (1..=LONGEST_DEED).contains(length));
        let fits =
            places.unit.ends_with('个') && people.unit.ends_with(['人', '户']) && stream.at(people.body.end) == '的';
        noun.filter(|_| fits).map(|_| at)
    };
    let first = goes_on(index).or_else(|| goes_on(index.checked_sub(1)?))?;
    let owner = owner::after_of(stream, quantities, around, first + 1)?;
    let deed = subject::of(stream, around[first].left.clone(), &quantities[first]);
    Some(Name::of(stream, deed).with(&owner).by(NameRule::Owner))
}

/// What is counted with the place that it has won (`14种农产品产量居全国第1位`).
pub(super) fn with_place(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    index: usize,
    head: Range<usize>,
) -> Range<usize> {
    let next = quantities.get(index + 1).filter(|next| next.kind == Kind::Rank && next.words.start == head.end);
    let places = head.clone().any(|at| stream.longest_at(at, WordTag::Placing.words()).is_some());
    next.filter(|_| places).map_or(head.clone(), |next| head.start..next.body.end)
}

/// What is done, without those whom it is done to: 下放审批权 of `向8个市下放审批权`.
pub(super) fn without_receiver(stream: &Stream<'_>, quantity: &Quantity, head: Range<usize>) -> Range<usize> {
    let given = stream.before(quantity.words.start) == '向';
    let reach = head.end.min(head.start + LONGEST_RECEIVER);
    let verbs = [WordTag::FullVerb, WordTag::Predicate];
    let verb = (head.start + 1..reach).find(|at| verbs.iter().any(|tag| stream.longest_at(*at, tag.words()).is_some()));
    verb.filter(|_| given).map_or(head.clone(), |at| at..head.end)
}

/// How many characters may name those whom something is done to.
const LONGEST_RECEIVER: usize = 6;

/// The verb or modifier before a number that belongs to what it counts: 大唐 of `大唐700万吨露天煤矿`, 新建 of `新建3所学校`.
pub(super) fn prefix(stream: &Stream<'_>, subject: &Range<usize>, quantity: &Quantity) -> Name {
    let subject = &trim_back(stream, subject.clone(), &[&["确定", "精准", "重点", "全面"]]);
    // `开辟调整22条公交线路`: so many were opened or changed.
    let changed = stream.text(subject.end..quantity.number.start.max(subject.end));
    let changed =
        quantity.kind == Kind::Level && changed.chars().count() > 1 && lists().change_either.contains(&&*changed);
    if changed && WordTag::FullVerb.words().contains(&&*stream.text(subject.clone())) {
        return Name::of(stream, subject.start..quantity.number.start);
    }
    let text = stream.text(subject.clone());
    let joined = (subject.end..quantity.number.start)
        .any(|at| matches!(stream.at(at), '和' | '及' | '、' | '与' | '等'))
        || matches!(stream.before(quantity.number.start), '在' | '向');
    // `2个片区10个老旧小区`: an area that was counted itself.
    let area = WordTag::Field.words().contains(&text.as_str());
    let plain = !text.contains('、') && !text.contains(|c: char| c.is_ascii_digit()) && !area;
    if subject.len() <= 10 && (plain && !joined || !area && is_deeds(stream, subject.clone())) {
        // `建设改造4075公里城市地下管网`
        let twofold = WordTag::Treatment.words().contains(&text.as_str()) && stream.ends(0, subject.start, "建设");
        return Name::of(stream, subject.start - if twofold { 2 } else { 0 }..subject.end);
    }
    // `新建天然气管道惠及300多万群众`: what was built, and whom it serves.
    let serves = stream.ends(subject.start, quantity.words.start, "惠及") && subject.len() <= LONGEST_SERVING;
    if serves && plain {
        return Name::of(stream, subject.start..quantity.words.start);
    }
    if let Some(verb) = deeds::twofold(stream, subject.start, &[WordTag::FullVerb.words()]) {
        return Name::of(stream, subject.start..subject.start + verb);
    }
    let verb =
        stream.longest_before(subject.start, subject.end, WordTag::FullVerb.words()).filter(|_| !joined).unwrap_or(0);
    // `建设改造4075公里城市地下管网`
    let twofold = verb > 0 && stream.ends(subject.start, subject.end - verb, "建设");
    let start = subject.end - verb - if twofold { 2 } else { 0 };
    Name::of(stream, with_verb_before(stream, subject.start, start)..subject.end)
}

/// Where the first of two verbs begins that are joined before `start` (改造 of `改造和新建`), if there are two.
fn with_verb_before(stream: &Stream<'_>, floor: usize, start: usize) -> usize {
    let joined = start > floor && matches!(stream.before(start), '和' | '与' | '及');
    let verbs = [WordTag::FullVerb, WordTag::Treatment];
    let lengths = verbs.iter().filter_map(|tag| stream.longest_before(floor, start.saturating_sub(1), tag.words()));
    lengths.max().filter(|_| joined).map_or(start, |length| start - 1 - length)
}

/// What serves people has a name of no more characters.
const LONGEST_SERVING: usize = 16;

/// Whether a phrase is a list of deeds that were done to one thing (新开、复航、加密 of `新开、复航、加密44条航线`).
fn is_deeds(stream: &Stream<'_>, range: Range<usize>) -> bool {
    let text = stream.text(range.clone());
    let deed = |item: &str| (1..=LONGEST_DEED).contains(&item.chars().count());
    let opens = stream.longest_at(range.start, WordTag::FullVerb.words());
    text.contains('、')
        && text.split('、').all(deed)
        && opens.is_some_and(|length| stream.at(range.start + length) == '、')
}

/// A verb of a list of deeds has no more characters.
const LONGEST_DEED: usize = 3;
