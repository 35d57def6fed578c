//! What one member of a sentence says for its kin: the measure of branches, the owner of a part, the things of which 均 says the same.
//! Knows no lists of subjects.

use std::ops::Range;

use super::change;
use super::clause;
use super::figure::{Direction, Kind};
use super::lexicon::WordTag;
use super::name::Name;
use super::owner::of_sentence;
use super::phrase::trim_back;
use super::quantity::Quantity;
use super::stream::Stream;
use super::unit::without_magnitude;
use super::word_lists::lists;

/// What a part is said of with 其中: of growing money the share of a branch (`投资完成额增长6%，其中制造业占比70%以上`), of things that came
/// new those of a kind (`新增技能人才39.9万人次，其中高技能人才7.7万人次`).
pub(super) fn of_part(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    index: usize,
    names: &[Name],
    subject: &Range<usize>,
) -> Option<Name> {
    let before = of_sentence(stream, quantities, index)?;
    let name = names.get(before)?;
    let mark = usize::from(matches!(stream.before(subject.start), '：' | ':' | '，'));
    let part = stream.ends(0, subject.start - mark, "其中");
    let listed = follows_mark(stream, &quantities[before], subject);
    let money = ["额", "投资", "出口", "产值", "增加值"].iter().any(|noun| name.ends_with(noun));
    let share = stream.ends(subject.start, subject.end, "占比") && subject.len() <= LONGEST_PART_NAME;
    if share && money && (part || listed) && quantities[before].kind != Kind::Share {
        return Some(name.clone());
    }
    let verbs = WordTag::New.words().iter().chain(&["新增"]).filter(|verb| name.starts_with(**verb));
    // `改造农村危旧房3677户，其中残疾人危旧房750户`: of what was treated those of a kind.
    let tail = |text: &str| text.chars().rev().take(2).collect::<String>();
    let kind = subject.len() > 2 && tail(name) == tail(&stream.text(subject.clone()));
    let treated = WordTag::Treatment.words().iter().filter(|verb| kind && name.starts_with(**verb));
    if is_place(stream, subject) {
        return None;
    }
    let verb = verbs.chain(treated).map(|verb| verb.len()).max()?;
    let same = quantities[before].unit == quantities[index].unit && quantities[index].kind == Kind::Level;
    let same = same && !WordTag::Total.words().iter().any(|total| name.ends_with(total));
    let own = stream.longest_at(subject.start, WordTag::New.words()).is_some();
    (part && same && !own).then(|| name.part(0..verb))
}

/// Both of two things that were handled, for the rate at which they were (`办理人大代表建议4249件、政协提案3542件，办结率100%`).
pub(super) fn both_handled(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    index: usize,
    names: &[Name],
    said: &str,
) -> Option<Name> {
    let second =
        of_sentence(stream, quantities, index).filter(|_| said.ends_with('率') && said.chars().count() <= 3)?;
    let first = second.checked_sub(1)?;
    let listed = stream.at(quantities[first].body.end) == '、' && quantities[first].unit == quantities[second].unit;
    let cases = quantities[second].unit.ends_with(['件', '项', '个']) && quantities[second].kind == Kind::Level;
    let (one, other) = (names.get(first)?, names.get(second).filter(|_| listed && cases)?);
    let verb = WordTag::FullVerb.words().iter().filter(|verb| one.starts_with(**verb)).map(|verb| verb.len()).max();
    let thing = |name: &Name| {
        let verb = verb.filter(|verb| name.len() > *verb && name[..*verb] == one[..*verb]).unwrap_or(0);
        name.part(verb..name.len())
    };
    Some(thing(one).with_words("、").with(&thing(other)))
}

/// The share of a branch has a name of no more characters (制造业占比).
const LONGEST_PART_NAME: usize = 7;

/// 增加值 for the second of `国有控股企业增加值下降0.2%，集体企业增长2.6%`: of each branch the same grew, or has reached so much
/// (`有色金属产业年产值超4000亿元，钢铁产业超3000亿元`).
pub(super) fn measure_of_kin(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    index: usize,
    names: &[Name],
    said: &str,
) -> Option<Name> {
    let before = of_sentence(stream, quantities, index)?;
    let growth = |at: usize| quantities[at].kind == Kind::Change && quantities[at].unit == "%";
    let money = |at: usize| quantities[at].kind == Kind::Level && quantities[at].unit.ends_with("亿元");
    let kin = (growth(index) && growth(before) || money(index) && money(before)) && said.ends_with('业');
    let name = names.get(before).filter(|_| kin)?;
    let measures = WordTag::Measure.words().iter().filter(|measure| name.ends_with(**measure));
    let length = measures.map(|measure| measure.len()).max()?;
    let length = length + if name[..name.len() - length].ends_with('年') { '年'.len_utf8() } else { 0 };
    name[..name.len() - length].ends_with('业').then(|| name.part(name.len() - length..name.len()))
}

/// The measure that a part of something has with the whole (`汽车保有量由2552万辆增至3230万辆，其中新能源汽车由45万辆增至356万辆`), or that the
/// clause before has told of all (`高新技术产品产量大幅增长，集成电路圆片增长19.2%、锂电池增长103.1%`).
pub(super) fn measure_of_whole(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    index: usize,
    names: &[Name],
    subject: &Range<usize>,
) -> Option<Name> {
    // `新建绿地458公顷，其中主城区366公顷`: of the same so many there.
    let part = index.checked_sub(1).filter(|_| stream.ends(0, subject.start, "其中") && is_place(stream, subject));
    if let Some(before) = part.filter(|before| same_counts(&quantities[*before], &quantities[index])) {
        return names.get(before).cloned();
    }
    let said = Name::of(stream, subject.clone());
    let whole = |measure: &&&str| measure.chars().count() >= 2 && !WordTag::Total.words().contains(*measure);
    let measures = || WordTag::Measure.words().iter().filter(whole).chain(&["保有量"]);
    if measures().any(|measure| said.contains(*measure)) || said.ends_with(['率', '量', '额', '数', '比', '出']) {
        return None;
    }
    let clause = clause::around(stream, quantities[index].number.start);
    let before = index.checked_sub(1).filter(|before| quantities[*before].number.start < clause.start);
    if let Some(before) = before.filter(|_| stream.ends(0, subject.start, "其中")) {
        let alike =
            quantities[before].kind == quantities[index].kind && same_counts(&quantities[before], &quantities[index]);
        let name = names.get(before).filter(|_| alike)?;
        let length = measures().filter(|measure| name.ends_with(**measure)).map(|measure| measure.len()).max()?;
        return Some(name.part(name.len() - length..name.len()));
    }
    let growth = quantities[index].kind == Kind::Change && quantities[index].unit == "%";
    let numbered = |clause: &Range<usize>| stream.is_numbered(clause.clone());
    let mut told = clause::before(stream, &clause).filter(|_| growth)?;
    while numbered(&told) {
        told = clause::before(stream, &told)?;
    }
    let (grown, _) = change::ending(stream, told.start, told.end)?;
    let end = trim_back(stream, told.start..told.end - grown, &[WordTag::Link.words(), WordTag::Told.words()]).end;
    let length = measures()
        .filter(|measure| stream.ends(told.start, end, measure))
        .map(|measure| measure.chars().count())
        .max()?;
    Some(Name::of(stream, end - length..end))
}

/// Whether a subject is the next item of the list that a quantity stands in.
fn follows_mark(stream: &Stream<'_>, before: &Quantity, subject: &Range<usize>) -> bool {
    before.body.end + 1 == subject.start && stream.before(subject.start) == '、'
}

/// Whether a subject is a part of the place and nothing there.
fn is_place(stream: &Stream<'_>, subject: &Range<usize>) -> bool {
    let place = matches!(stream.before(subject.end), '区' | '县' | '市' | '旗' | '镇') && subject.len() > 1;
    let city = ["城区", "市区", "郊区"].iter().any(|word| stream.ends(subject.start, subject.end, word));
    let other = lists().doubt_districts.iter().any(|word| stream.ends(subject.start, subject.end, word));
    place && (city || !other) && subject.len() <= LONGEST_PLACE
}

/// The name of a part of the place has no more characters.
const LONGEST_PLACE: usize = 5;

/// What the item before of a list says of both when they differ in the last character alone (`省级休闲农业示范镇3个、示范点5个`).
pub(super) fn same_stem(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    index: usize,
    names: &[Name],
    subject: &Range<usize>,
) -> Option<Name> {
    let before = of_sentence(stream, quantities, index)?;
    let listed = follows_mark(stream, &quantities[before], subject);
    let said = Name::of(stream, subject.clone());
    let (name, stem) = (names.get(before)?, said.char_indices().last().map(|(at, _)| &said[..at])?);
    let rest = name.char_indices().last().and_then(|(at, _)| name[..at].strip_suffix(stem))?;
    let short = (SHORTEST_STEM..=LONGEST_STEM).contains(&stem.chars().count());
    (listed && short && !rest.is_empty()).then(|| name.part(0..rest.len()))
}

/// A stem has so many characters.
const SHORTEST_STEM: usize = 2;
const LONGEST_STEM: usize = 4;

/// Whether two quantities are counted in one unit, whatever its magnitude.
fn same_counts(one: &Quantity, other: &Quantity) -> bool {
    without_magnitude(&one.unit) == without_magnitude(&other.unit)
}

/// Whether a quantity is a growth of which no amount is said: a place behind it is of the growth.
pub(super) fn is_growth_alone(quantities: &[Quantity], index: usize, names: &[Name]) -> bool {
    let growth = quantities[index].kind == Kind::Change && quantities[index].unit == "%";
    let amount = index.checked_sub(1).is_some_and(|before| {
        quantities[before].kind == Kind::Level && names.get(before).zip(names.get(index)).is_some_and(|(a, b)| a == b)
    });
    growth && quantities[index].direction == Some(Direction::Up) && !amount
}

/// The things of the clause before, of each of which 均 says the same (`甲企业增至3022家、乙企业增至9.4万家，均居全国第一`).
pub(super) fn all_before(stream: &Stream<'_>, quantities: &[Quantity], index: usize, names: &[Name]) -> Option<Name> {
    let clause = clause::around(stream, quantities[index].number.start);
    let before = clause::before(stream, &clause)?;
    let each = matches!(stream.at(clause.start), '均' | '都') || stream.has(clause.start, "双双");
    let counted = (0..index).filter(|at| before.contains(&quantities[*at].number.start));
    let counted: Vec<&Name> = counted.filter_map(|at| names.get(at)).filter(|_| each).collect();
    let mut all: Vec<&Name> = Vec::new();
    counted.into_iter().for_each(|name| {
        if !all.contains(&name) {
            all.push(name)
        }
    });
    let last = index.checked_sub(1)?;
    let grown = quantities[index].kind == Kind::Rank && is_growth_alone(quantities, last, names);
    let (first, others) = all.split_first().filter(|(_, others)| (1..=MOST_OF_ALL).contains(&others.len()))?;
    let joined = others.iter().fold((*first).clone(), |joined, name| joined.with_words("、").with(name));
    Some(if grown { joined.with_words("增速") } else { joined })
}

/// Of no more than one and so many things is the same said at once.
const MOST_OF_ALL: usize = 3;
