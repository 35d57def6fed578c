//! What is not sure of the name of something counted: it goes on into what became of it, or another number measures each of the things.

use super::clause;
use super::deeds;
use super::figure::{Kind, Qualifier};
use super::lexicon::WordTag;
use super::name::Name;
use super::phrase::trim_front;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::{DoubtRule, NameRule};
use super::word_lists::lists;
use crate::text::{is_digit, is_han};

/// What is doubtful of the name of something counted, or of a subject that is a sentence.
pub(super) fn of(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> Option<DoubtRule> {
    let holds = |tag: WordTag| tag.words().iter().any(|word| name.contains(word));
    let own = name.rules().iter().any(|rule| matches!(rule, NameRule::Subject | NameRule::Counted | NameRule::Owner));
    if own && holds(WordTag::Sentence) {
        return Some(DoubtRule::Predicate);
    }
    // `3家高新区位列全国50强`: those, and the list is only called so.
    let behind = |start: usize| start >= 2 && "家个".contains(stream.before(start)) && is_digit(stream.at(start - 2));
    // `关中5市PM2.5浓度改善24.7%`: of those alone.
    let places = |start: usize| start >= 2 && "市县".contains(stream.before(start)) && is_digit(stream.at(start - 2));
    if name.start().is_some_and(places) {
        return Some(DoubtRule::CountedOn);
    }
    if quantity.kind == Kind::Rank && quantity.unit == "强" && name.start().is_some_and(behind) {
        return Some(DoubtRule::CountedOn);
    }
    // `出台“营商环境创新提升59条”`: so a paper is called.
    if stream.at(quantity.body.end) == '”' && quantity.unit.ends_with(['条', '项', '件']) {
        return Some(DoubtRule::CountedOn);
    }
    // `为孤儿每人发放1万元助学金`, `支持各县发展1—2个主导产业`: so much to each of them.
    if is_for_each(stream, quantity, name) {
        return Some(DoubtRule::CountedOn);
    }
    if !name.rules().contains(&NameRule::Counted) {
        return None;
    }
    let end = name.end()?;
    let alone = !name.rules().iter().any(|rule| matches!(rule, NameRule::VerbBefore | NameRule::VerbOfList));
    let examples = alone
        && deeds::opening(stream, &clause::around(stream, quantity.number.start)).is_none()
        && stream.before(quantity.words.start) == '等'
        && name.chars().count() <= LONGEST_KIND;
    match () {
        // `82项获国家层面认可`: of what stands further to the left.
        () if follows_number(quantity, name)
            && !quantity.unit.ends_with(['人', '名', '位'])
            && (begins_with_event(name) || tells_of_part(stream, quantity)) =>
        {
            Some(DoubtRule::Predicate)
        }
        // `3大标志性工程`: so they are called.
        () if quantity.unit == "大" => Some(DoubtRule::CountedOn),
        // `农产品通过绿色食品、有机食品认证`: the list is cut.
        () if stream.at(end) == '、' && holds(WordTag::Became) => Some(DoubtRule::Predicate),
        // `作品荣获第十七届精神文明建设…优秀作品奖`: too long for a name.
        () if name.chars().count() >= LONGEST_HEAD => Some(DoubtRule::Predicate),
        // `9个村3.2万人的安全饮水`: the next number says what of them.
        () if end > quantity.body.end && counts_on(stream, end) && !deed_within(name) => Some(DoubtRule::CountedOn),
        () if stands(quantity) && is_measured(stream, name, end)
            || is_share_of_measured(stream, quantity, name, end) =>
        {
            Some(DoubtRule::CountedOn)
        }
        // `为1467位老年人发放津贴`: those to whom it was given, and not all of them.
        () if quantity.unit.ends_with(['人', '户', '名', '位', '万', '次'])
            && matches!(stream.before(quantity.words.start), '为' | '向' | '给')
            && !deed_within(name)
            && is_han(stream.at(end)) =>
        {
            Some(DoubtRule::Predicate)
        }
        // `为9000多家企业提供方案`, `与25家央企签署协议`, `在30个县建设中心`: with whom or where something was done.
        () if quantity.unit.ends_with(['家', '个', '国']) && is_party(stream, quantity, name) => {
            Some(DoubtRule::Predicate)
        }
        // `贡献了全省74.6%的规模工业增加值`, `试点已扩大到全国86%的县`: who did, stands further to the left.
        () if is_part_reached(stream, quantity, name) => Some(DoubtRule::NoWhole),
        // `达到国家106项卫生标准`, `落实自治区28条配套规定`: what others have laid down is called so.
        () if is_laid_down(stream, quantity, name) => Some(DoubtRule::CountedOn),
        () if examples => Some(DoubtRule::ShortName),
        // `大唐700万吨露天矿完成核准`: of nothing that was mined.
        () if is_size_of_work(stream, quantity, end) || is_capacity(stream, quantity, name) => {
            Some(DoubtRule::SizeOfWork)
        }
        () => None,
    }
}

/// Whether an amount stands right before a work and says how large it is (`200万吨褐煤提质项目`).
fn is_size_of_work(stream: &Stream<'_>, quantity: &Quantity, end: usize) -> bool {
    let start = quantity.body.end;
    let capacity = lists().doubt_capacities.iter().any(|unit| quantity.unit.ends_with(unit));
    // `2.2平方公里中心文化区`, `5万只养鸡场`
    let extent = quantity.unit.ends_with("平方公里") && matches!(stream.before(end), '区' | '园' | '城')
        || quantity.unit.ends_with(['只', '头']) && matches!(stream.before(end), '场' | '厂');
    let work = || extent || (start..end).any(|at| stream.longest_at(at, &lists().doubt_work_signs).is_some());
    let bare = quantity.kind == Kind::Level && !quantity.settled && start < end && is_han(stream.at(start));
    bare && (capacity || extent) && stream.at(start) != '的' && work()
}

/// Whether a capacity stands behind the owner of a work and before the work, with no verb of what was done (`大唐5万千瓦风电`,
/// `400万吨褐煤提质建成投产`).
fn is_capacity(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let capacity = quantity.unit.ends_with('吨') || quantity.unit.ends_with('瓦');
    let start = quantity.body.end;
    let bare =
        quantity.kind == Kind::Level && !quantity.settled && is_han(stream.at(start)) && stream.at(start) != '的';
    let own = clause::around(stream, quantity.number.start);
    let verbs = [WordTag::FullVerb, WordTag::EmptyVerb, WordTag::New, WordTag::Treatment];
    let led = (own.start..quantity.words.start)
        .any(|at| verbs.iter().any(|tag| stream.longest_at(at, tag.words()).is_some_and(|length| length > 1)));
    let deed = verbs.iter().any(|tag| tag.words().iter().any(|verb| name.starts_with(*verb)));
    let of_work = lists().doubt_work_told.iter().any(|work| stream.find(own.clone(), work).is_some());
    capacity && bare && !deed && (!led || of_work)
}

/// Whether a name stands behind its number.
fn follows_number(quantity: &Quantity, name: &Name) -> bool {
    name.start().is_some_and(|start| start > quantity.number.start)
}

/// Whether a name begins with what came about, and so says not of what (`获国家层面认可`).
fn begins_with_event(name: &str) -> bool {
    lists().doubt_events.iter().chain(&["获", "向全国"]).any(|event| name.starts_with(event))
}

/// Whether a deed is told of a part of what stands further to the left (`4519项事项…，其中1878项实现“零跑腿”`, `90%以上进入中心`).
fn tells_of_part(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let start = quantity.words.start;
    let part =
        stream.ends(0, start, "其中") || quantity.kind == Kind::Share && clause::around(stream, start).start == start;
    let told = [WordTag::EmptyVerb.words(), WordTag::Became.words(), &["进入", "通过"]];
    part && told.iter().any(|words| stream.longest_at(quantity.body.end, words).is_some())
}

/// Whether what is counted are rules that were kept or reached.
fn is_laid_down(stream: &Stream<'_>, quantity: &Quantity, name: &str) -> bool {
    let before = clause::around(stream, quantity.number.start).start..quantity.number.start;
    let kept = ["落实", "执行", "遵守", "达到", "符合"].iter().any(|verb| stream.find(before.clone(), verb).is_some());
    // `实施促进民营经济发展36条政策措施`: a paper that is called so.
    let paper = quantity.unit == "条" && ["措施", "举措", "意见", "办法"].iter().any(|paper| name.ends_with(paper));
    paper
        || kept
            && ["规定", "标准", "要求", "禁令", "准则"].iter().any(|rules| name.ends_with(rules))
            && quantity.kind == Kind::Level
}

/// Whether what is counted are those for whom, with whom or where something was done, which the name goes on to tell.
fn is_party(stream: &Stream<'_>, quantity: &Quantity, name: &str) -> bool {
    match stream.before(quantity.words.start) {
        '为' => name.contains("提供"),
        '与' => deed_within(name) || ["签署", "签订"].iter().any(|verb| name.contains(verb)),
        // What is tried in so many places is counted by them.
        '在' => deed_within(name) && !name.contains("开展"),
        _ => false,
    }
}

/// Whether an amount is one that each person or place gets, which the name does not say.
fn is_for_each(stream: &Stream<'_>, quantity: &Quantity, name: &str) -> bool {
    let before = clause::around(stream, quantity.number.start).start..quantity.number.start;
    let says = |words: &[&str]| words.iter().any(|word| stream.find(before.clone(), word).is_some());
    let given = |at: usize| {
        let each = stream.longest_at(at, &["每人", "每户", "每名"]);
        each.is_some_and(|length| stream.longest_at(at + length, WordTag::FullVerb.words()).is_some())
    };
    let paid = quantity.unit.ends_with('元') && before.clone().any(given);
    let told = ["每", "人均", "户均"].iter().any(|each| name.contains(each));
    let places = ["各县", "各市", "各区", "各镇", "各村", "各乡镇"].iter().any(|places| name.starts_with(places));
    let all = says(&["共", "累计", "合计", "总"]);
    quantity.kind == Kind::Level && (paid && !told || places && !all)
}

/// Whether a share of what follows it is told of a subject in its clause, which the name does not say.
fn is_part_reached(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let clause = clause::around(stream, quantity.number.start);
    let start = trim_front(stream, clause, &[WordTag::Opener.words(), WordTag::Scope.words()]).start;
    let counted = name.rules().contains(&NameRule::Counted);
    let behind = quantity.kind == Kind::Share && counted && stream.at(quantity.body.end) == '的';
    behind && start < quantity.words.start && !stream.is_numbered(start..quantity.words.start)
}

/// Whether a name ends with what another number of the clause measures (`17个制造业增加值增长5.3%`: 17 are no 增加值).
fn is_measured(stream: &Stream<'_>, name: &str, end: usize) -> bool {
    let measure = WordTag::Measure.words().iter().any(|measure| name.ends_with(measure));
    let passed = stream.longest_at(end, &lists().reached_passed).is_some();
    measure && (passed || stream.is_numbered(end..clause::around(stream, end).end))
}

/// Whether a share is of things whose measure passes another number (`95%以上的村经营性收入超过10万元`).
fn is_share_of_measured(stream: &Stream<'_>, quantity: &Quantity, name: &str, end: usize) -> bool {
    let passed = stream.longest_at(end, &lists().reached_passed).is_some();
    quantity.kind == Kind::Share && passed && is_measured(stream, name, end)
}

/// Whether a quantity stands right behind a number of things, and measures each of them (`2座35万千瓦`).
pub(super) fn is_size(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let start = quantity.words.start;
    let counter = start >= 2 && "座台艘架套栋条".contains(stream.before(start)) && is_digit(stream.at(start - 2));
    counter && quantity.kind == Kind::Level && !stands(quantity) && !quantity.unit.ends_with(['人', '户', '件'])
}

/// Whether an amount is that of each of the things that its clause has counted right before its name, or of a share of them.
pub(super) fn is_of_each(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let Some(start) = name.start().filter(|start| *start >= 2 && *start < quantity.number.start) else { return false };
    let measure = WordTag::Measure.words().iter().any(|measure| name.ends_with(measure));
    let counted = "家户个".contains(stream.before(start)) && is_digit(stream.at(start - 2));
    // `2000个重点项目完成投资9800亿元`: all of them together.
    if lists().counted_together.iter().any(|word| stream.find(start..quantity.number.start, word).is_some()) {
        return false;
    }
    let share = stream.ends(0, start, "%以上的") || stream.ends(0, start, "%的");
    measure && (counted || share) && quantity.kind == Kind::Level && quantity.qualifier != Qualifier::Eq
}

/// Whether a name tells what is done with what is counted (`3万名困难群体发放保障金2亿元`).
fn deed_within(name: &str) -> bool {
    let verbs = WordTag::FullVerb.words().iter().filter(|verb| verb.chars().count() > 1);
    verbs.filter_map(|verb| name.find(verb)).any(|at| at > 0)
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

/// Whether a unit counts things or people that stay.
pub(super) fn stands(quantity: &Quantity) -> bool {
    lists().doubt_counted.iter().any(|unit| quantity.unit.ends_with(unit))
}
