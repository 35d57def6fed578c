//! What is not sure of a period: nothing dates a figure, or its years hold something else than it. Chooses no names.

use std::ops::Range;

use super::change;
use super::clause;
use super::deeds;
use super::doubt_counted::stands;
use super::figure::{Kind, Manner, Status};
use super::lexicon::WordTag;
use super::name::Name;
use super::period::Tense;
use super::phrase::trim_front;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::{DoubtRule, NameRule, PeriodRule};
use super::word_lists::lists;
use crate::text::Span;

/// What is doubtful of the period of a quantity with this name, time and manner, if anything is.
pub(super) fn of(
    stream: &Stream<'_>,
    quantity: &Quantity,
    name: &Name,
    tense: &Tense,
    manner: Manner,
) -> Option<DoubtRule> {
    if tense.period.is_empty() {
        return Some(DoubtRule::Undated);
    }
    // A yearly average of one year: of which years, nothing says.
    let words = quantity.words.start..quantity.number.start;
    let average = stream.find(words, "年均").is_some() || stream.ends(0, quantity.words.start, "年均");
    if average && quantity.kind == Kind::Change && !tense.period.contains('-') {
        return Some(DoubtRule::Undated);
    }
    // `多年累计改造住房4200万套`: of how many years, nothing says.
    if tense.status == Status::Actual && is_of_some_years(stream, quantity, tense) {
        return Some(DoubtRule::Undated);
    }
    // `国内生产总值比2002年增长65.5%；财政收入增长1.71倍`: since then too, or in a year.
    if is_compared_before(stream, quantity, tense) {
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
    // `16个案例入选全国典型`: it came about, at some time in those years.
    let verbs = WordTag::FullVerb.words().iter().filter(|verb| verb.chars().count() > 1 && **verb != "建设");
    let events = lists().doubt_events.iter().chain(WordTag::Became.words()).chain(&["建成", "落地"]);
    let came_about = events.chain(verbs).any(|event| name.find(event).is_some_and(|at| at > 0));
    // `累计创建…`, `开展3轮专项行动`: what was done in those years.
    let in_all = ["累计", "累积"].iter().any(|word| {
        let clause = clause::around(stream, quantity.number.start);
        stream.find(clause, word).is_some()
    });
    let done = in_all || is_done(stream, quantity);
    let unsaid = quantity.kind == Kind::Level && manner == Manner::Plain && (counted || named) && !came_about && !done;
    // `改造道路80条，总里程达到61公里`: of all roads, or of those.
    let of_deed = quantity.kind == Kind::Level
        && tense.period_why.rule == PeriodRule::Reached
        && name.rules().contains(&NameRule::OwnerBefore)
        && WordTag::Total.words().iter().any(|total| name.ends_with(total))
        && !follows_increment(stream, quantity);
    // `五年来，支农支出达4077亿元`: of all of them, or of the last.
    let spent = quantity.kind == Kind::Level
        && quantity.unit.ends_with('元')
        && tense.period_why.rule == PeriodRule::Reached
        && ["支出", "投入", "事业费", "资金", "补助"].iter().any(|spent| name.ends_with(spent));
    // In a plan: by its last year, or in all its years.
    let of_plan = tense.period_why.rule == PeriodRule::Plan
        && quantity.kind == Kind::Level
        && matches!(manner, Manner::Plain | Manner::Stock);
    (years && by_place && unsaid || of_deed || of_plan || spent).then_some(DoubtRule::StockOrSum)
}

/// Whether the clause of a quantity says that it is of years that it does not number, or of so many years ago (`是十年前的3倍`).
fn is_of_some_years(stream: &Stream<'_>, quantity: &Quantity, tense: &Tense) -> bool {
    let before = clause::around(stream, quantity.number.start).start..quantity.number.start;
    let some = ["多年", "历年", "几年"].iter().any(|years| stream.find(before.clone(), years).is_some());
    // `是“十五”期间的6.8倍`, told of a year.
    some || quantity.kind == Kind::Multiple
        && !tense.period.contains('-')
        && ["年前的", "期间的", "时期的"].iter().any(|than| stream.find(before.clone(), than).is_some())
}

/// Whether a growth of one year stands in a sentence that has compared with an earlier year than the last, and does not say with what
/// it is compared itself.
fn is_compared_before(stream: &Stream<'_>, quantity: &Quantity, tense: &Tense) -> bool {
    let grown = matches!(quantity.kind, Kind::Change | Kind::Multiple) && tense.base == Span::default();
    let Some(year) = tense.period.parse::<u16>().ok().filter(|_| grown) else { return false };
    let number = quantity.number.start;
    let own = clause::around(stream, number).start;
    let compares = |at: usize| matches!(stream.at(at), '比' | '较');
    let before = clause::sentence(stream, number).start..own;
    let earlier = before.filter(|at| compares(*at) && stream.at(at + 5) == '年').any(|at| {
        let than = stream.text(at + 1..at + 5).parse::<u16>();
        than.is_ok_and(|than| than + 1 < year)
    });
    earlier && !(own..number).any(|at| compares(at) || stream.has(at, "同比"))
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

/// Whether what came new was told before, after which a total is what there is (`新增企业41家、总量达1198家`).
fn follows_increment(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let clause = clause::around(stream, quantity.number.start);
    let start = clause::before(stream, &clause).map_or(clause.start, |before| before.start);
    ["新增", "净增"].iter().any(|newly| stream.find(start..quantity.number.start, newly).is_some())
}

/// Whether the clause of a quantity begins with a deed that makes nothing that stands (`开展…`, `推出…`): what was done in the years.
fn is_done(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let clause = clause::around(stream, quantity.number.start);
    let start = trim_front(stream, clause.clone(), &[WordTag::Opener.words()]).start;
    let verb = deeds::opening(stream, &clause).filter(|verb| verb.end <= quantity.words.start);
    // `改善7000多所学校办学条件`
    change::opens(stream, start) || verb.is_some() && stream.longest_at(start, &lists().reached_stands).is_none()
}

/// Whether a clause begins with a name, so that no verb says what was done.
fn opens_clause(stream: &Stream<'_>, name: &Name) -> bool {
    let Some(start) = name.start() else { return false };
    let clause = clause::around(stream, start);
    let verbs = [WordTag::EmptyVerb, WordTag::FullVerb, WordTag::New];
    let deed = verbs.iter().any(|tag| stream.longest_at(start, tag.words()).is_some());
    let said = ["累计", "累积", "先后", "共"].iter().any(|word| stream.find(clause.clone(), word).is_some());
    // `高新技术企业1.28万家、科技型中小企业3万家`
    let listed = start > 0 && stream.before(start) == '、' && stream.at(start.saturating_sub(2)) != '”';
    let opens = |at: usize| {
        let first = trim_front(stream, clause.clone(), &[WordTag::Opener.words()]).start;
        first >= at || listed && !verbs.iter().any(|tag| stream.longest_at(first, tag.words()).is_some())
    };
    !deed && !said && opens(start)
}
