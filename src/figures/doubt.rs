//! What is not sure of a figure. A doubt stands beside the figure until a person has looked; a figure in doubt is in no title, pair, chart.

use std::ops::Range;

use super::clause;
use super::explained::Explained;
use super::figure::{Doubt, Kind, Manner, Status};
use super::head;
use super::indicator::{is_bare, without_modifiers};
use super::key_statistics;
use super::lexicon::WordTag;
use super::name::Name;
use super::period::Tense;
use super::phrase::trim_front;
use super::quantity::Quantity;
use super::stream::Stream;
use super::time::plan_at;
use super::why::{Because, DoubtRule, NameRule, PeriodRule, StatusRule};
use super::word_lists::lists;
use crate::text::{is_digit, is_han};

/// What is doubtful of a quantity with this name, time and manner, at most one thing of each fact.
pub(super) fn of(
    stream: &Stream<'_>,
    quantity: &Quantity,
    name: &Name,
    tense: &Tense,
    manner: Manner,
) -> Vec<Because<DoubtRule>> {
    let words = stream.span(quantity.words.clone());
    let rules = [
        name_doubt(stream, quantity, name).or_else(|| counted_doubt(stream, quantity, name)),
        period_doubt(stream, quantity, name, tense, manner),
        status_doubt(tense),
    ];
    let unitless = WordTag::Unitless.words().iter().any(|measure| name.ends_with(measure));
    let value = quantity.kind == Kind::Level && quantity.unit.is_empty() && !unitless;
    let value = value.then_some(DoubtRule::NoUnit);
    rules.into_iter().chain([value]).flatten().map(|rule| Because::said(rule, words)).collect()
}

fn name_doubt(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> Option<DoubtRule> {
    let has = |rules: &[NameRule]| name.rules().iter().any(|rule| rules.contains(rule));
    let holds = |tag: WordTag| tag.words().iter().any(|word| name.contains(word));
    match () {
        () if has(&[NameRule::ScopeOnly]) => Some(DoubtRule::ScopeOnly),
        () if is_time(name) || name.starts_with(['比', '较']) && !name.starts_with("比重") => {
            Some(DoubtRule::NoThing)
        }
        () if says_nothing(quantity, name) && !is_of_place(stream, name) => Some(DoubtRule::BareHead),
        () if is_of_payer(stream, quantity, name) => Some(DoubtRule::BareHead),
        () if stands(quantity) && head::is_threshold(stream, quantity.body.end) => Some(DoubtRule::CountedOn),
        // `控制在省核定限额89.2亿元以内`: the subject stands further to the left.
        () if lists().qualifier_arrivals.iter().any(|arrival| arrival.ends_with('在') && name.starts_with(arrival)) => {
            Some(DoubtRule::NoThing)
        }
        // `苹果、猕猴桃产量稳定在全国1/4、1/3`: what is measured there is cut off.
        () if ends_within(name) => Some(DoubtRule::NoThing),
        // `低于2.5%的控制目标`, `产值及其占比重分别由`: what is meant stands elsewhere.
        () if name.ends_with("目标") || name.starts_with('其') && !name.starts_with("其他") => {
            Some(DoubtRule::NoThing)
        }
        // An amount is no rate.
        () if quantity.kind == Kind::Level && !quantity.unit.is_empty() && is_rate(name) => Some(DoubtRule::NoThing),
        // `财政支出每4元就有1元用在教育`: a share, told by an example.
        () if each_of(name) => Some(DoubtRule::NoThing),
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
        () if has(&[NameRule::Subject]) && is_established(name) => Some(DoubtRule::Predicate),
        () if WordTag::Cut.words().iter().any(|verb| name.ends_with(verb)) => Some(DoubtRule::Predicate),
        () if has(&[NameRule::OwnerBefore, NameRule::Owner]) && (holds(WordTag::Done) || owner_is_measure(name)) => {
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
    let made = WordTag::EmptyVerb.words().iter().find_map(|verb| name.strip_prefix(verb)).is_some_and(is_bare);
    is_bare(rest) || made || of_work.is_some_and(is_bare) || is_deed(name) || only_deed
}

/// Whether a name says of money no more than who pays it (`中央财政安排832亿元`), or which part of it (`其中中央财政支出1981亿元`).
fn is_of_payer(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let paid = |name: &str| WordTag::Payer.words().iter().any(|payer| name.ends_with(payer));
    let part = name.start().is_some_and(|start| stream.ends(0, start, "其中"));
    let of_part = WordTag::Measure.words().iter().filter_map(|measure| name.strip_suffix(measure)).any(paid);
    quantity.unit.ends_with('元') && (paid(name) || part && of_part && !key_statistics::is_name(name))
}

/// Whether a name ends with where something stands in a larger whole (`在全国`).
fn ends_within(name: &str) -> bool {
    name.rsplit_once('在').is_some_and(|(_, scope)| WordTag::Scope.words().contains(&scope))
}

/// Whether a name is that of a part of something or of its speed, which have no unit of amounts.
fn is_rate(name: &str) -> bool {
    ["比重", "占比", "增速", "增幅", "覆盖率", "合格率"].iter().any(|rate| name.ends_with(rate))
}

/// Whether a name ends with so many of something, of which the number takes a part (`每4元`).
fn each_of(name: &str) -> bool {
    name.rsplit_once('每').is_some_and(|(_, each)| each.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// Whether a name ends with what became of its subject (`制度基本建立`).
fn is_established(name: &str) -> bool {
    name.rsplit_once("基本").is_some_and(|(_, done)| WordTag::EmptyVerb.words().contains(&done))
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

/// What is doubtful of the name of something counted, or of a subject that is a sentence.
fn counted_doubt(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> Option<DoubtRule> {
    let holds = |tag: WordTag| tag.words().iter().any(|word| name.contains(word));
    let own = name.rules().iter().any(|rule| matches!(rule, NameRule::Subject | NameRule::Counted));
    if own && holds(WordTag::Sentence) {
        return Some(DoubtRule::Predicate);
    }
    if !name.rules().contains(&NameRule::Counted) {
        return None;
    }
    let end = name.end()?;
    let alone = !name.rules().iter().any(|rule| matches!(rule, NameRule::VerbBefore | NameRule::VerbOfList));
    let examples = alone
        && !begins_with_deed(stream, quantity.number.start)
        && stream.before(quantity.words.start) == '等'
        && name.chars().count() <= LONGEST_KIND;
    match () {
        // `农产品通过绿色食品、有机食品认证`: the list is cut.
        () if stream.at(end) == '、' && holds(WordTag::Became) => Some(DoubtRule::Predicate),
        // `作品荣获第十七届精神文明建设…优秀作品奖`: too long for a name.
        () if name.chars().count() >= LONGEST_HEAD => Some(DoubtRule::Predicate),
        // `9个村3.2万人的安全饮水`: the next number says what of them.
        () if end > quantity.body.end && counts_on(stream, end) && !deed_within(name) => Some(DoubtRule::CountedOn),
        () if stands(quantity) && is_measured(stream, name, end) => Some(DoubtRule::CountedOn),
        () if examples => Some(DoubtRule::ShortName),
        () => None,
    }
}

/// Whether a name ends with what another number of the clause measures (`17个制造业增加值增长5.3%`: 17 are no 增加值).
fn is_measured(stream: &Stream<'_>, name: &str, end: usize) -> bool {
    let measure = WordTag::Measure.words().iter().any(|measure| name.ends_with(measure));
    measure && (end..clause::around(stream, end).end).any(|at| stream.at(at).is_ascii_digit())
}

/// Whether a name tells what is done with what is counted (`3万名困难群体发放保障金2亿元`).
fn deed_within(name: &str) -> bool {
    let verbs = WordTag::FullVerb.words().iter().filter(|verb| verb.chars().count() > 1);
    verbs.filter_map(|verb| name.find(verb)).any(|at| at > 0)
}

/// Whether the clause that holds `at` begins with a deed.
fn begins_with_deed(stream: &Stream<'_>, at: usize) -> bool {
    let clause = clause::around(stream, at);
    let start = trim_front(stream, clause, &[WordTag::Opener.words()]).start;
    [WordTag::EmptyVerb, WordTag::FullVerb].iter().any(|tag| stream.longest_at(start, tag.words()).is_some())
}

/// Whether another number begins at `at`, with the word that says how exact it is.
fn counts_on(stream: &Stream<'_>, at: usize) -> bool {
    let number = at + usize::from(matches!(stream.at(at), '近' | '约' | '超'));
    stream.at(number).is_ascii_digit()
}

/// A kind after examples that has no more characters says too little.
const LONGEST_KIND: usize = 4;

/// A name of as many characters was cut off.
const LONGEST_HEAD: usize = 24;

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

fn period_doubt(
    stream: &Stream<'_>,
    quantity: &Quantity,
    name: &Name,
    tense: &Tense,
    manner: Manner,
) -> Option<DoubtRule> {
    if tense.period.is_empty() {
        return Some(DoubtRule::Undated);
    }
    if tense.status == Status::Actual && of_part_of_year(stream, quantity) {
        return Some(DoubtRule::PartOfYear);
    }
    let years = tense.period.contains('-');
    let by_place = matches!(tense.period_why.rule, PeriodRule::Paragraph | PeriodRule::Heading | PeriodRule::Turned);
    let deed = WordTag::FullVerb.words().iter().any(|verb| name.starts_with(verb));
    let counted = name.rules().contains(&NameRule::Counted) && !deed;
    // `在川两院院士70位`
    let named = name.rules() == [NameRule::Subject] && stands(quantity) && opens_clause(stream, name);
    let unsaid = quantity.kind == Kind::Level && manner == Manner::Plain && (counted || named);
    // `改造道路80条，总里程达到61公里`: of all roads, or of those.
    let of_deed = quantity.kind == Kind::Level
        && tense.period_why.rule == PeriodRule::Reached
        && name.rules().contains(&NameRule::OwnerBefore)
        && WordTag::Total.words().iter().any(|total| name.ends_with(total))
        && !follows_increment(stream, quantity);
    // In a plan: by its last year, or in all its years.
    let of_plan = tense.period_why.rule == PeriodRule::Plan
        && quantity.kind == Kind::Level
        && matches!(manner, Manner::Plain | Manner::Stock);
    (years && by_place && unsaid || of_deed || of_plan).then_some(DoubtRule::StockOrSum)
}

/// Whether a quantity is of a quarter, of months or of half a year, which its period cannot say.
fn of_part_of_year(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let number = quantity.number.start;
    let parts = |at: usize| stream.longest_at(at, &lists().doubt_parts_of_year);
    let said = |start: usize, at: usize| {
        let end = at + parts(at).unwrap_or(0);
        // `比一季度加快`, `9月末`, `连续19个季度`
        let before = start.max(at.saturating_sub(LONGEST_PART))..at;
        let compared = before.clone().any(|at| matches!(stream.at(at), '比' | '较' | '与' | '个'));
        !compared && !matches!(stream.at(end), '末' | '底') && stream.find(end..number, "全年").is_none()
    };
    let within = |range: Range<usize>| range.clone().any(|at| parts(at).is_some() && said(range.start, at));
    let opening = |start: usize| within(start..(start + LONGEST_OPENING).min(number));
    let clause = clause::around(stream, number).start;
    within(clause..number) || opening(clause::sentence(stream, number).start) || opening(0)
}

/// How many characters may stand between what is compared and the part of a year (`比上年一`).
const LONGEST_PART: usize = 4;

/// Within how many characters a sentence says the part of the year that all of it is of (`初步核算，上半年`).
const LONGEST_OPENING: usize = 10;

/// Gives what goes on from a figure before under the same name the doubt of that name, and what belongs to such a name the doubt
/// that it is none.
pub(super) fn carry(rows: &mut [Explained]) {
    for index in 1..rows.len() {
        let (before, after) = rows.split_at_mut(index);
        let next = &mut after[0];
        if next.figure.doubts.contains(&Doubt::Name) {
            continue;
        }
        let carried = before.iter().rev().find_map(|one| carried(one, next));
        let Some(doubt) = carried.or_else(|| part_of_itself(before, next)) else { continue };
        next.doubts.insert(0, doubt);
        next.figure.doubts.insert(0, Doubt::Name);
    }
}

/// The doubt of a percentage under the name of an amount, which it cannot be of: of what it is a part stands with another member of
/// its list (`分别占全市总量的63.6%和65.5%`).
fn part_of_itself(before: &[Explained], next: &Explained) -> Option<Because<DoubtRule>> {
    let share = next.figure.kind == Kind::Share && next.figure.unit == "%";
    let amount = |one: &Explained| one.figure.kind == Kind::Level && one.figure.indicator == next.figure.indicator;
    let listed = before.last().is_some_and(|one| one.figure.kind == Kind::Share);
    (share && listed && before.iter().any(amount)).then(|| Because::said(DoubtRule::NoThing, next.figure.span))
}

/// The doubt of the name of `before` that is one of the name of `next` too.
fn carried(before: &Explained, next: &Explained) -> Option<Because<DoubtRule>> {
    let goes_on = [NameRule::Inherited, NameRule::LeadsOn, NameRule::GrowthOfEach];
    let (name, whole) = (&before.figure.indicator, &next.figure.indicator);
    let same = name == whole && next.name.iter().any(|rule| goes_on.contains(rule));
    let owned = next.name.contains(&NameRule::OwnerBefore) && !name.is_empty() && whole.starts_with(name.as_str());
    let no_name = [DoubtRule::Predicate, DoubtRule::OwnerIsClause, DoubtRule::NoThing];
    let holds = |rule: DoubtRule| rule.doubt() == Doubt::Name && (same || owned && no_name.contains(&rule));
    before.doubts.iter().find(|doubt| holds(doubt.rule)).cloned()
}

/// Whether what came new was told before, after which a total is what there is (`新增企业41家、总量达1198家`).
fn follows_increment(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let clause = clause::around(stream, quantity.number.start);
    let start = clause::before(stream, &clause).map_or(clause.start, |before| before.start);
    ["新增", "净增"].iter().any(|newly| stream.find(start..quantity.number.start, newly).is_some())
}

/// Whether a clause begins with a name, so that no verb says what was done.
fn opens_clause(stream: &Stream<'_>, name: &Name) -> bool {
    let Some(start) = name.start() else { return false };
    let clause = clause::around(stream, start);
    let verbs = [WordTag::EmptyVerb, WordTag::FullVerb, WordTag::New];
    let deed = verbs.iter().any(|tag| stream.longest_at(start, tag.words()).is_some());
    let said = ["累计", "累积", "先后", "共"].iter().any(|word| stream.find(clause.clone(), word).is_some());
    !deed && !said && trim_front(stream, clause, &[WordTag::Opener.words()]).start >= start
}

/// Whether a unit counts things or people that stay.
fn stands(quantity: &Quantity) -> bool {
    lists().doubt_counted.iter().any(|unit| quantity.unit.ends_with(unit))
}

/// No heading at all, and no word that says it. (A heading that says nothing looks ahead: see `status`.)
fn status_doubt(tense: &Tense) -> Option<DoubtRule> {
    let silent = tense.heading.is_none() && tense.status_why.rule == StatusRule::NoPlan;
    silent.then_some(DoubtRule::UnsaidStatus)
}
