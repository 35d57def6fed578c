//! What is not sure of a name beside a list: whether the number counts more of it than the name says. Knows no periods.

use super::clause;
use super::deeds;
use super::figure::Kind;
use super::head;
use super::lexicon::WordTag;
use super::name::Name;
use super::phrase::trim_back;
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::why::{DoubtRule, NameRule};
use super::word_lists::lists;
use crate::text::is_digit;

/// What is doubtful of a name that stands beside a list, if anything is.
pub(super) fn of(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> Option<DoubtRule> {
    let counted = name.rules().contains(&NameRule::Counted);
    match () {
        // `200个智能车间、智能工厂`: of one of them, or of both.
        () if counted && quantity.kind == Kind::Level && list_goes_on(stream, name) => Some(DoubtRule::LastOfList),
        // `投资4.5亿元完善水利设施、村屯道路等基础设施`: of all of them.
        () if quantity.unit.ends_with('元') && is_spent_on_list(stream, quantity, name) => Some(DoubtRule::LastOfList),
        // `完成火电机组2100万千瓦、燃煤锅炉395台超低排放改造`: what was done with them stands behind the last.
        () if counted && quantity.kind == Kind::Level && is_worked_on(stream, quantity, name) => {
            Some(DoubtRule::LastOfList)
        }
        // `申请量、授权量分居全省第一和第二`: of one of them.
        () if follows_ordinal(stream, quantity) => Some(DoubtRule::LastOfList),
        // `特色产业集群7个，单项冠军企业达72个，均居中部第1位`: of both, or of all.
        () if is_of_all(stream, quantity, name) => Some(DoubtRule::LastOfList),
        // `新增省级示范镇3个、示范点5个，龙头企业12家`: they may have come new too.
        () if name.rules().iter().all(|rule| matches!(rule, NameRule::Subject | NameRule::Counted))
            && may_be_new(stream, quantity, name) =>
        {
            Some(DoubtRule::VerbBefore)
        }
        // `花卉产量全球第一、优质鲜切花占比60%`, `制度全面实施、开户602万人`: what was told before is no part of the name.
        () if name.rules() == [NameRule::Subject] && tells_before_mark(name) => Some(DoubtRule::Predicate),
        () => None,
    }
}

/// Whether a name ends at a mark behind which its list goes on to the end of the clause, without a number and without another deed.
fn list_goes_on(stream: &Stream<'_>, name: &Name) -> bool {
    let Some(end) = name.end().filter(|end| stream.at(*end) == '、' && stream.enclosure(*end) == Enclosure::None)
    else {
        return false;
    };
    let rest = end + 1..clause::around(stream, end).end;
    let further = rest.clone().any(|at| stream.at(at).is_ascii_digit() || matches!(stream.at(at), '、' | '等'));
    let (one, other) = (name.chars().rev(), rest.clone().rev().map(|at| stream.at(at)));
    let mut last = one.zip(other);
    let place = |sign: char| lists().doubt_place_signs.contains(&sign.to_string().as_str());
    let alike = last.next().is_some_and(|(one, other)| one == other || place(one) && place(other));
    let first = name.chars().take(2).collect::<String>();
    let begins_alike = first.chars().count() == 2 && stream.has(rest.start, &first);
    let whole = !rest.is_empty() && rest.len() <= LONGEST_ITEM && !further;
    whole && (alike || begins_alike) && !deeds::begins(stream, rest.start)
}

/// Whether the name of an amount ends at a mark behind which its list goes on to an 等.
fn is_spent_on_list(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let behind = name.end().filter(|end| *end > quantity.body.end && stream.at(*end) == '、');
    behind.is_some_and(|end| {
        let rest = end + 1..clause::around(stream, end).end;
        !stream.is_numbered(rest.clone()) && stream.find(rest, "等").is_some()
    })
}

/// An item of a list has no more characters.
const LONGEST_ITEM: usize = 14;

/// Whether a list of numbers goes on behind a name to what is done with all its things, at the end of the clause
/// (`10个交通节点和10个干线景观提升工程有序推进`, `23个乡镇卫生院、55个村卫生室改扩建`).
fn is_worked_on(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let Some(end) = name.end().filter(|end| matches!(stream.at(*end), '、' | '和' | '等')) else { return false };
    let clause = clause::around(stream, quantity.number.start);
    let led = ["完成", "推动", "推进", "实施"];
    let led = led.iter().any(|verb| stream.find(clause.start..quantity.number.start, verb).is_some());
    let first = clause.clone().find(|at| is_digit(stream.at(*at))).unwrap_or(clause.end);
    let counted = quantity.body.end < end && first <= clause.start + LONGEST_LEAD;
    let told = head::without_progress(stream, end..clause.end).end;
    let last = trim_back(stream, end..told, &[&["基本", "全部", "相继", "陆续", "如期"], WordTag::Closer.words()]).end;
    let last = if last > end { last } else { told };
    // `等改扩建工程`, `等项目建设`
    let work = trim_back(stream, end..last, &[&["工程", "项目", "任务"]]).end;
    // What is built is built one by one.
    let works = || WordTag::Treatment.words().iter().filter(|work| **work != "建设").chain(&lists().doubt_works_on_all);
    let worked = works().any(|sign| stream.ends(end, last, sign) || stream.ends(end, work, sign));
    let own = works().chain(WordTag::Work.words()).any(|work| name.ends_with(work));
    let verb = name.rules().iter().any(|rule| matches!(rule, NameRule::VerbBefore | NameRule::VerbOfList));
    let goes_on = stream.at(end + 1).is_ascii_digit() || stream.at(end) == '等' && !verb;
    (led || counted) && worked && !own && goes_on
}

/// Before the first number of such a list a clause has no more characters (`实施了中心城区`).
const LONGEST_LEAD: usize = 8;

/// Whether a place stands behind another that is written in words alone, and so was not read.
fn follows_ordinal(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let start = quantity.words.start;
    let ordinal = start >= 3 && stream.at(start - 3) == '第' && matches!(stream.before(start), '和' | '、');
    quantity.kind == Kind::Rank && ordinal && !is_digit(stream.at(start - 2))
}

/// Whether what is told of several together (均) has the name of one.
fn is_of_all(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let own = clause::around(stream, quantity.number.start);
    let each = (own.start..quantity.number.start).any(|at| {
        stream.at(at) == '均'
            && !matches!(stream.before(at), '年' | '人' | '平' | '户' | '月' | '日' | '地')
            && stream.at(at + 1) != '衡'
    });
    // `存、贷款余额双双突破6万亿元`: so much of each, and not together.
    let both = stream.find(own.start..quantity.number.start, "双双").is_some();
    if quantity.kind == Kind::Level && (both || each) && name.contains(['、', '和']) {
        return true;
    }
    let told = matches!(quantity.kind, Kind::Rank | Kind::Share) && each;
    told && !name.contains(['、', '和', '与', '及']) && !name.starts_with(['各', '全', '所'])
}

/// Whether a number of things in a clause without a verb follows a clause that tells how many of the same kind came new
/// (`新增国家级企业5家，省级企业24家`).
fn may_be_new(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let own = clause::around(stream, quantity.number.start);
    let counts = lists().units_counts.iter().chain(&["只", "张"]).any(|unit| quantity.unit.ends_with(unit));
    let bare = quantity.kind == Kind::Level && !quantity.settled && counts && name.start() == Some(own.start);
    let total = WordTag::Total.words().iter().any(|total| name.ends_with(total));
    let deed = deeds::opening(stream, &own).is_some() || WordTag::Deed.words().iter().any(|deed| name.contains(deed));
    let deed = deed || deeds::begins_with_verb(stream, own.start);
    let listed = bare && !total && !deed && stream.before(own.start) == '，';
    let Some(before) = clause::before(stream, &own).filter(|_| listed) else { return false };
    let noun: String = name.chars().skip(name.chars().count().saturating_sub(2)).collect();
    let graded = WordTag::Grade.words().iter().any(|grade| name.starts_with(grade)) || name.starts_with("省、市级");
    let alike = graded || stream.find(before.clone(), &noun).is_some();
    let new = |at: usize| stream.longest_at(at, WordTag::New.words()).is_some() || stream.has(at, "新增");
    let led = deeds::opening(stream, &before).is_some_and(|verb| new(verb.start));
    alike && led && stream.is_numbered(before)
}

/// Whether a name tells something of one subject before a mark, and then begins with another.
fn tells_before_mark(name: &str) -> bool {
    let Some((told, rest)) = name.rsplit_once('、') else { return false };
    // `5A级景区新增周村古商城、总数达到16家`
    if WordTag::Total.words().contains(&rest) && told.contains("新增") {
        return true;
    }
    // `班列拓线扩量、开行4000班次`
    if rest.starts_with('并') {
        return true;
    }
    if rest.chars().count() == 2
        && WordTag::BareHead.words().contains(&rest)
        && !WordTag::Measure.words().contains(&rest)
    {
        return true;
    }
    let told = trim_start(told);
    let place = ["第一", "第二", "第三", "首位"].iter().any(|place| told.ends_with(place));
    let part = told.contains('占') && told.ends_with("以上");
    let predicate = WordTag::Told.words().iter().filter(|word| word.chars().count() > 1);
    place || part || predicate.filter_map(|word| told.find(word)).any(|at| at >= SHORTEST_SUBJECT)
}

/// The item before the mark, without the items before it.
fn trim_start(told: &str) -> &str {
    told.rsplit_once('、').map_or(told, |(_, last)| last)
}

/// Before what is told of it a subject has at least so many bytes: two characters.
const SHORTEST_SUBJECT: usize = 6;
