//! What is not sure of a name: it does not say of what, or goes on into what became of it. Knows no periods.

use super::bare::{is_bare, without_modifiers};
use super::change;
use super::figure::Kind;
use super::head;
use super::lexicon::WordTag;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::Stream;
use super::time::plan_at;
use super::why::{DoubtRule, NameRule};
use super::word_lists::lists;
use super::{clause, doubt_compared, doubt_counted, doubt_lists, doubt_owner, doubt_payer, doubt_torn};
use crate::text::{is_digit, is_han};

/// What is doubtful of the name of a quantity, if anything is.
pub(super) fn of(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> Option<DoubtRule> {
    name_doubt(stream, quantity, name)
        .or_else(|| doubt_counted::of(stream, quantity, name))
        .or_else(|| doubt_lists::of(stream, quantity, name))
}

fn name_doubt(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> Option<DoubtRule> {
    let has = |rules: &[NameRule]| name.rules().iter().any(|rule| rules.contains(rule));
    let holds = |tag: WordTag| tag.words().iter().any(|word| name.contains(word));
    match () {
        () if has(&[NameRule::ScopeOnly]) => Some(DoubtRule::ScopeOnly),
        () if is_time(name) || name.starts_with(['比', '较']) && !name.starts_with("比重") => {
            Some(DoubtRule::NoThing)
        }
        // `建议“十五五”时期地区生产总值增速目标设定为`
        () if name.find("时期").is_some_and(|at| at > 0) => Some(DoubtRule::NoThing),
        // `扣除房地产开发投资后，固定资产投资增长2.7%`: of less than the name says.
        () if doubt_compared::is_of_less(stream, quantity) => Some(DoubtRule::NoThing),
        // `约为全国平均的70%`: a part of what others have, and of no whole.
        () if quantity.kind == Kind::Share && doubt_compared::is_of_average(stream, quantity) => {
            Some(DoubtRule::NoThing)
        }
        // `其中，甲投资占44%，乙占16%`: of what, is said with another number.
        () if quantity.kind == Kind::Share && doubt_compared::is_of_unsaid_whole(stream, quantity, name) => {
            Some(DoubtRule::NoWhole)
        }
        () if says_nothing(quantity, name) && !is_of_place(stream, name) => Some(DoubtRule::BareHead),
        () if doubt_payer::is_alone(stream, quantity, name) => Some(DoubtRule::BareHead),
        () if doubt_owner::is_missing(stream, quantity, name) => Some(DoubtRule::BareHead),
        () if doubt_counted::stands(quantity) && head::is_threshold(stream, quantity.body.end) => {
            Some(DoubtRule::CountedOn)
        }
        // `控制在省核定限额89.2亿元以内`: the subject stands further to the left.
        () if lists().qualifier_arrivals.iter().any(|arrival| arrival.ends_with('在') && name.starts_with(arrival)) => {
            Some(DoubtRule::NoThing)
        }
        // `苹果、猕猴桃产量稳定在全国1/4、1/3`: what is measured there is cut off.
        () if doubt_torn::ends_within(name) => Some(DoubtRule::NoThing),
        // `低于2.5%的控制目标`, `产值及其占比重分别由`: what is meant stands elsewhere.
        () if name.ends_with("目标") || name.starts_with('其') && !name.starts_with("其他") => {
            Some(DoubtRule::NoThing)
        }
        // `188个园区整合优化为120个`, `在贸易下降的情况下增长12%`
        () if lists().doubt_ends.iter().any(|end| name.ends_with(end)) && !name.ends_with("行为") => {
            Some(DoubtRule::NoThing)
        }
        // `2座35万千瓦光热电站`: a size of each.
        () if doubt_counted::is_size(stream, quantity) => Some(DoubtRule::CountedOn),
        // `191家企业营业收入超百亿元`: of each of them.
        () if doubt_counted::is_of_each(stream, quantity, name) => Some(DoubtRule::CountedOn),
        // An amount is no rate.
        () if matches!(quantity.kind, Kind::Level | Kind::Change)
            && is_amount(&quantity.unit)
            && doubt_compared::is_rate(name) =>
        {
            Some(DoubtRule::NoThing)
        }
        // `某某集团完成4500万吨`: of what, is said of all before.
        () if ["集团", "公司"].iter().any(|body| name.ends_with(body))
            && quantity.kind != Kind::Share
            && !quantity.unit.ends_with(['家', '个', '户']) =>
        {
            Some(DoubtRule::NoThing)
        }
        // `中央财政此项支出`, `沿线国家投资额`: which, was said before.
        () if doubt_torn::points_back(name) => Some(DoubtRule::BareHead),
        // `在甲、乙等方面突破关键技术`, `保障性住房新安排`, `过境免签扩展到9个州并延长至`: cut in two.
        () if doubt_torn::is_torn(name) => Some(DoubtRule::NoThing),
        // `新结对友好城市4对、总数达110对`: of all of them.
        () if name.starts_with('新')
            && !lists().doubt_new_nouns.iter().any(|noun| name.starts_with(noun))
            && WordTag::Total.words().iter().any(|total| name.ends_with(total)) =>
        {
            Some(DoubtRule::NoThing)
        }
        // `实际办结时间比承诺时间`: against what, is no part of a name.
        () if doubt_compared::compares(name) => Some(DoubtRule::NoThing),
        // `财政支出每4元就有1元用在教育`: a share, told by an example.
        () if doubt_compared::each_of(name) => Some(DoubtRule::NoThing),
        // `企业100%使用绿色电力`: of what, is said behind.
        () if quantity.kind == Kind::Share
            && name.rules() == [NameRule::Subject]
            && goes_on_behind(stream, quantity) =>
        {
            Some(DoubtRule::Predicate)
        }
        // `围绕产业需求布局建设5条专用线`: what it is done for is no subject.
        () if name
            .start()
            .is_some_and(|at| ["围绕", "聚焦", "针对", "瞄准"].iter().any(|word| stream.ends(0, at, word))) =>
        {
            Some(DoubtRule::Predicate)
        }
        // `对外贸易扩大至228个国家和地区`: what is counted stands behind.
        () if quantity.settled
            && quantity.kind == Kind::Level
            && quantity.unit.ends_with('个')
            && name.rules() == [NameRule::Subject]
            && goes_on_behind(stream, quantity) =>
        {
            Some(DoubtRule::Predicate)
        }
        // `500万元以上的4家`, `投资超千万的5家`: a limit, of what goes unsaid.
        () if ["以上", "以下", "万", "亿"].iter().any(|limit| name.ends_with(limit)) => Some(DoubtRule::NoThing),
        // `克服二季度增速回落影响，三季度增长4.6%`: no subject, but the whole clause before.
        () if has(&[NameRule::ClauseBefore]) && is_whole_clause(stream, name) => Some(DoubtRule::Predicate),
        () if is_short(name) => Some(DoubtRule::ShortName),
        // `连续九届跻身百强县行列，排名升至第47位`
        () if quantity.kind == Kind::Rank && has(&[NameRule::ClauseBefore]) && holds(WordTag::Placing) => {
            Some(DoubtRule::Predicate)
        }
        // `大病保险制度基本建立、已有1700多万人次受益`
        () if has(&[NameRule::Subject]) && doubt_torn::is_established(name) => Some(DoubtRule::Predicate),
        () if WordTag::Cut.words().iter().any(|verb| name.ends_with(verb)) => Some(DoubtRule::Predicate),
        () if has(&[NameRule::OwnerBefore, NameRule::Owner])
            && (holds(WordTag::Done) || is_head_of_clause(name) || owner_is_measure(name)) =>
        {
            Some(DoubtRule::OwnerIsClause)
        }
        () if has(&[NameRule::Subject, NameRule::Counted]) && follows_list(stream, quantity, name) => {
            Some(DoubtRule::LastOfList)
        }
        () if quantity.kind == Kind::Level && has(&[NameRule::Counted]) && holds(WordTag::Predicate) => {
            Some(DoubtRule::Predicate)
        }
        () => None,
    }
}

/// Whether a name does not say of what it is: a head alone, of some work (工程投资), or no more than a verb.
fn says_nothing(quantity: &Quantity, name: &str) -> bool {
    let of_work = ["工程", "项目"].iter().find_map(|work| name.strip_prefix(work));
    let of_work = of_work.filter(|_| quantity.unit.ends_with('元'));
    let rest = without_modifiers(name);
    let is_deed = |words: &str| WordTag::FullVerb.words().contains(&words);
    // `先发行1万亿元` is a deed alone; 新增造林 says what was done.
    let only_deed = is_deed(rest) && !name.strip_suffix(rest).is_some_and(is_deed);
    // `建成面积48平方公里`
    let mut verbs = WordTag::EmptyVerb.words().iter().chain(&lists().reached_stands);
    let made = verbs.find_map(|verb| name.strip_prefix(verb)).is_some_and(is_bare);
    let formed = lists().reached_stands.contains(&name);
    is_bare(rest) || made || formed || of_work.is_some_and(is_bare) || is_deed(name) || only_deed
}

/// Whether a unit is one of amounts, and not of parts.
fn is_amount(unit: &str) -> bool {
    !unit.is_empty() && !unit.ends_with(['%', '‰', '成', '倍', '番']) && !unit.ends_with("分点")
}

/// Whether a name goes on to the end of its clause, and is longer than names are.
fn is_whole_clause(stream: &Stream<'_>, name: &Name) -> bool {
    let ends = |end: usize| clause::around(stream, end.saturating_sub(1)).end == end;
    let measures = [WordTag::Measure, WordTag::BareHead, WordTag::AnyAmount];
    let measure = measures.iter().flat_map(|tag| tag.words()).any(|measure| name.ends_with(measure));
    name.end().is_some_and(ends) && !measure && name.chars().count() >= LONGEST_SUBJECT
}

/// A subject that is a clause of its own has fewer characters.
const LONGEST_SUBJECT: usize = 8;

/// Whether a measure is said of the whole place (`全省贷款余额`).
fn is_of_place(stream: &Stream<'_>, name: &Name) -> bool {
    let place = |start| lists().doubt_places.iter().any(|place| stream.ends(0, start, place));
    WordTag::Measure.words().contains(&&**name) && name.start().is_some_and(place)
}

/// Whether a bare head was given to what a clause tells (`省级部门运维实现集中管理经费`).
fn is_head_of_clause(name: &str) -> bool {
    let told = name.find("实现").is_some_and(|at| at > 0);
    told && WordTag::BareHead.words().iter().any(|head| name.ends_with(head))
}

/// Whether words follow a number right behind it that say more of what it is.
fn goes_on_behind(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let end = quantity.body.end;
    let spent = ["用于", "投入", "投向"].iter().any(|verb| stream.has(end, verb));
    let leads_on = "的、和及与并以左上且而占到至大关".contains(stream.at(end)) || change::opens(stream, end) || spent;
    is_han(stream.at(end)) && !leads_on && stream.longest_at(end, &lists().qualifier_arrivals).is_none()
}

/// Whether a name is no more than a five-year plan (`“十二五”时期`).
fn is_time(name: &str) -> bool {
    let plan = plan_at(|word| name.starts_with(word));
    plan.is_some_and(|(length, _)| name.chars().count() <= length + 2)
}

/// Whether an amount was given to something measured (集中供热面积 of `投资3.23亿元的工程新接入集中供热面积190万平方米`), or per head.
fn owner_is_measure(name: &str) -> bool {
    let head = WordTag::Measure.words().iter().filter(|head| name.ends_with(**head)).max_by_key(|head| head.len());
    let owner = head.map_or(name, |head| &name[..name.len() - head.len()]);
    let measured =
        WordTag::Measure.words().iter().any(|measure| owner.ends_with(measure) && !measure.ends_with(['投', '税']));
    measured || ["人均", "户均", "日"].iter().any(|each| owner.starts_with(each)) && head.is_some()
}

/// Whether members of a list without numbers of their own stand before the name (`制定、废止省政府规章6件`).
fn follows_list(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let Some(start) = name.start() else { return false };
    let own = start < quantity.number.start || quantity.body.end >= start;
    let mark = start.checked_sub(1).filter(|at| own && stream.at(*at) == '、');
    mark.is_some_and(|at| at > 0 && is_han(stream.at(at - 1)) && !ends_quantity(stream, at))
}

/// Whether a quantity ends at `end`: a digit stands in the last characters before it.
fn ends_quantity(stream: &Stream<'_>, end: usize) -> bool {
    (end.saturating_sub(LONGEST_UNIT)..end).any(|at| is_digit(stream.at(at)))
}

/// How many characters a unit with its qualifier may have (`平方米以上`).
const LONGEST_UNIT: usize = 6;

/// Whether a name has hardly any words, and is no measure that is known by them (出口).
fn is_short(name: &str) -> bool {
    name.chars().count() <= 2 && !WordTag::Measure.words().contains(&name) && !name.is_ascii()
}
