//! The name that a quantity without a subject of its own takes: that of the one before, or the subject of the clause before. Knows no heads.

use super::figure::{Kind, Qualifier};
use super::lexicon::WordTag;
use super::name::Name;
use super::owner::{clause_before, of_sentence, without_newly};
use super::predicate::without_predicate;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::NameRule;
use super::word_lists::lists;
use super::{clause, kin, manner, opening};

/// The name a quantity without a subject of its own takes: that of the one before, or the subject of the clause before.
pub(super) fn inherited(stream: &Stream<'_>, quantities: &[Quantity], index: usize, names: &[Name]) -> Name {
    let before = index.checked_sub(1);
    if let Some(before) = of_sentence(stream, quantities, index) {
        if let Some(own) = moved(stream, &quantities[index], quantities[before].body.end) {
            return own;
        }
        if let Some(placed) = placed(stream, &quantities[index], quantities[before].body.end) {
            return placed;
        }
        // `三次产业结构进一步优化，调整为8.3:41.4:50.3`
        let said = clause_before(stream, quantities[index].number.start);
        let structure =
            quantities[index].ratio && (said.ends_with("结构") || said.ends_with('比') || said.ends_with("比例"));
        if structure && quantities[before].body.end < clause::around(stream, quantities[index].number.start).start {
            return said;
        }
        let name = &names[before];
        // `税收收入占一般公共预算收入的70.3%，增长4.2%`: what grew is the whole, but a share grows by points, and rises (`比上年提高0.5%`).
        let words = stream.text(quantities[index].words.start..quantities[index].number.start);
        let rose = lists().owner_share_rose.iter().any(|verb| words.contains(verb));
        let grew = quantities[index].kind == Kind::Change && !quantities[index].unit.ends_with("分点") && !rose;
        if let Some(whole) = name.find('占').filter(|at| grew && *at > 0 && quantities[before].kind == Kind::Share) {
            return name.part(0..whole).by(NameRule::Inherited);
        }
        // `增量占全国18.7%、居全国第一`: what has the share has the place.
        if let Some(part) = name.find("占全").filter(|at| *at > 0 && quantities[index].kind == Kind::Rank) {
            return name.part(0..part).by(NameRule::Inherited);
        }
        // `净增外贸企业1295家、增长50.6%`: of all of them.
        let rate = quantities[index].kind == Kind::Change && quantities[index].unit == "%";
        if rate && name.starts_with("净增") {
            return without_newly(name);
        }
        // `固定资产投资增长6%，居全国第四`: it grew as fast as few, and may not be as large.
        let between = stream.text(quantities[before].body.end..quantities[index].words.start);
        let stands = between.contains('居') && !between.contains(['从', '由', '升']);
        if quantities[index].kind == Kind::Rank && stands && kin::is_growth_alone(quantities, before, names) {
            return name.again(NameRule::Inherited).with_words("增速");
        }
        // `新建绿道230公里、累计近2000公里`
        let gap = quantities[before].body.end..quantities[index].number.start;
        let in_all = ["累计", "累积", "总共"].iter().any(|word| stream.find(gap.clone(), word).is_some());
        // A place of a growth leaves its 增速 to no amount.
        let placed = quantities[before].kind == Kind::Rank && quantities[index].kind != Kind::Rank;
        let grown = name.strip_suffix("增速").filter(|_| placed).map(|name| name.len());
        let name = &grown.map_or_else(|| name.clone(), |end| name.part(0..end));
        // `新增挂牌企业12家、居中部第2位`: the new ones have the place.
        let new = quantities[index].kind == Kind::Rank && name.starts_with('新');
        let stock = quantities[index].settled && !new || in_all;
        // `建成高标准农田8.9万亩、累计达到120.5万亩`: the same deed, of all years.
        let made = in_all && WordTag::FullVerb.words().iter().any(|verb| name.starts_with(verb));
        return match stock {
            true if made && *without_newly(name) == **name => name.sum_of_all(),
            true => without_newly(name),
            false => name.again(NameRule::Inherited),
        };
    }
    let said = clause_before(stream, quantities[index].number.start);
    match before {
        Some(before) if said.is_empty() => names[before].again(NameRule::Inherited),
        _ => said,
    }
}

/// The subject of a clause without numbers that says how high something rose, for the number that follows it
/// (`其中地方收入突破百亿大关，达101.97亿元`), or what became of something that the next clause follows from one value to another
/// (`税收收入实现翻番，从19.8亿元增至48.6亿元`).
fn moved(stream: &Stream<'_>, quantity: &Quantity, floor: usize) -> Option<Name> {
    let clause = clause::around(stream, quantity.number.start);
    let before = clause::before(stream, &clause).filter(|before| before.start >= floor)?;
    let range = opening::without_opening(stream, before);
    let said = without_predicate(stream, range.clone());
    let rises = &lists().owner_rose;
    let reaches = quantity.settled || quantity.kind == Kind::Level && quantity.qualifier != Qualifier::Eq;
    let rose = reaches && stream.longest_at(said.end, rises).is_some();
    let leaves = matches!(stream.at(clause.start), '从' | '由') && manner::left_behind(stream, quantity);
    ((rose || leaves) && said.end < range.end && said.len() > 2)
        .then(|| Name::of(stream, said).by(NameRule::RoseBefore))
}

/// The subject of the clause without numbers before a place, which is its own and not that of an earlier number
/// (`煤炭消费655.9万吨，单位能耗提前完成任务，居全市第一`).
fn placed(stream: &Stream<'_>, quantity: &Quantity, floor: usize) -> Option<Name> {
    let clause = clause::around(stream, quantity.number.start);
    let before = clause::before(stream, &clause).filter(|before| before.start >= floor)?;
    let numberless = quantity.kind == Kind::Rank && !stream.is_numbered(before.clone());
    numberless.then(|| clause_before(stream, quantity.number.start)).filter(|name| !name.is_empty())
}
