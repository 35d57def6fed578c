//! Names that a quantity takes from its neighbours: what an amount belongs to, what goes on unsaid. Knows no lists of subjects.

use std::ops::Range;

use super::figure::Kind;
use super::lexicon::WordTag;
use super::name::Name;
use super::phrase::{trim_back, trim_front};
use super::predicate::without_predicate;
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::surroundings::Surroundings;
use super::why::NameRule;
use super::word_lists::lists;
use super::{clause, head, opening, subject};

/// What an amount belongs to when it stands before 的: 供水管网改造 of `投资3500万元的供水管网改造`.
pub(super) fn after_of(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
) -> Option<Name> {
    let quantity = &quantities[index];
    let start = quantity.body.end;
    if stream.at(start) != '的' || quantity.kind == Kind::Rank {
        return None;
    }
    let inside = head::of(stream, start + 1..around[index].right.end.max(start + 1), quantity);
    // `投资5642万元的日处理80吨焚烧厂工程`: a size is part of the work.
    let size = lists().owner_sizes.contains(&stream.text(inside.clone()).as_str());
    let sized = quantities.get(index + 1).filter(|next| size && next.number.start == inside.end);
    let inside = sized.map_or(inside, |next| head::of(stream, around[index + 1].right.clone(), next));
    let inside = with_list(stream, quantity, inside);
    let closed = trim_back(stream, inside.clone(), &[WordTag::Closer.words()]);
    // `工程整体完工`: with the verb goes its adverb.
    let adverbs = if closed == inside {
        closed
    } else {
        trim_back(stream, closed, &[&["整体", "正式", "成功", "全部", "如期", "年内"]])
    };
    let work = trim_back(stream, up_to_work(stream, adverbs), &[&["当年", "今年", "全年"]]);
    let text = Name::of(stream, work);
    if lists().owner_vague.iter().any(|word| text.starts_with(word) || text.ends_with(word)) {
        return None;
    }
    if !text.is_empty() {
        return Some(text);
    }
    let next = quantities.get(index + 1).filter(|next| next.words.start == start + 1 && next.kind == Kind::Level)?;
    let text = Name::of(stream, head::of(stream, around[index + 1].right.clone(), next));
    (!text.is_empty()).then_some(text)
}

/// What an amount was spent on, with the items behind it to the end of the clause (`投资1.3亿元的海拉尔河、伊敏河堤防工程`).
fn with_list(stream: &Stream<'_>, quantity: &Quantity, first: Range<usize>) -> Range<usize> {
    let end = clause::around(stream, quantity.number.start).end;
    let listed = stream.at(first.end) == '、' && (first.end..end).len() <= LONGEST_LIST;
    let plain = !stream.is_numbered(first.end..end);
    if listed && plain && quantity.unit.ends_with('元') { first.start..end } else { first }
}

/// The further items have no more characters together.
const LONGEST_LIST: usize = 16;

/// A phrase up to the work that it names, when the work does something (`新材料项目刷新投资纪录`, but 项目建设).
fn up_to_work(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let does = |at: &usize| {
        let verb = stream.longest_at(at + 2, &lists().owner_won).is_some();
        // `工程新接入供热面积190万平方米`: what came of it.
        let gives = stream.at(at + 2) == '新' && stream.at(range.end).is_ascii_digit();
        ["项目", "工程"].iter().any(|noun| stream.has(*at, noun)) && (verb || gives)
    };
    range.start..range.clone().find(does).map_or(range.end, |at| at + 2)
}

/// 投资 for the second of `投资3500万元的甲、3800万元的乙`.
pub(super) fn attribute_before(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
) -> Name {
    let clause = clause::around(stream, quantities[index].number.start);
    let earlier = (0..index).rev().take_while(|at| quantities[*at].number.start >= clause.start);
    let attributes = earlier.filter(|at| stream.at(quantities[*at].body.end) == '的');
    let mut said = attributes.map(|at| Name::of(stream, subject::of(stream, around[at].left.clone(), &quantities[at])));
    said.find(|text| !text.is_empty()).unwrap_or_default()
}

/// The verb that the first member of a list gives to the others: 新建 of `新建城市书房2个、阅读吧5个`.
pub(super) fn carried_verb(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
    names: &[Name],
) -> Name {
    // `新引进项目50个、省外到位资金60亿元`: a sum of money is no further thing that was 新引进.
    let money = |index: usize| quantities[index].unit.ends_with('元');
    if index == 0 || !around[index].listed || money(index) != money(index - 1) {
        return Name::default();
    }
    let name = &names[index - 1];
    // `每千人口床位数达到5.1张、执业医师2.3人`
    let heads = &lists().owner_per_head;
    if let Some(heads) = heads.iter().find(|heads| name.starts_with(**heads)) {
        return name.part(0..heads.len());
    }
    let mut end = 0;
    // Verbs may follow one another (开工, 改造).
    let verb = |at: usize| WordTag::FullVerb.words().iter().filter(move |verb| name[at..].starts_with(**verb));
    // `建设改造农村公路4000公里、农村电网5800公里`
    if name.starts_with("建设") && verb("建设".len()).next().is_some() {
        end = "建设".len();
    }
    while let Some(length) = verb(end).map(|verb| verb.len()).max() {
        end += length;
        // `改建、新建农村桥梁173座、泵站250座`
        let mark = name[end..].strip_prefix(['、', '和', '与', '及']).map_or(0, |_| '、'.len_utf8());
        end += if verb(end + mark).next().is_some() { mark } else { 0 };
    }
    if end > 0 {
        return name.part(0..end);
    }
    // `新入库工业企业400家、服务业企业300家`
    let newly =
        name.strip_prefix('新').and_then(|verb| lists().owner_newly.iter().find(|first| verb.starts_with(**first)));
    if newly.is_some() && name.chars().count() > NEWLY {
        let length = name.chars().take(NEWLY).map(char::len_utf8).sum();
        return name.part(0..length);
    }
    // `立项培育10所院校、8个联合体`: what stands before the first number is said of each.
    let before = name.length_before(quantities[index - 1].number.start);
    let carried = [NameRule::VerbBefore, NameRule::VerbOfList].iter().any(|rule| name.rules().contains(rule));
    // 和 may join what is another thing (`省委确定的14项改革和314项任务`).
    let led = carried
        && stream.before(quantities[index].words.start) == '、'
        && name[..before].chars().count() <= LONGEST_CARRIED;
    name.part(0..if led { before } else { 0 })
}

/// 新 and a verb have so many characters.
const NEWLY: usize = 3;

/// What a list says once before its first number has no more characters.
const LONGEST_CARRIED: usize = 6;

/// The quantity before, if it stands in the same sentence.
pub(super) fn of_sentence(stream: &Stream<'_>, quantities: &[Quantity], index: usize) -> Option<usize> {
    let sentence = clause::sentence(stream, quantities[index].number.start);
    index.checked_sub(1).filter(|before| quantities[*before].number.start >= sentence.start)
}

/// The field of a further place of a list (`跻身全国县域百强第86位、全国投资潜力百强第15位`).
pub(super) fn next_field(
    stream: &Stream<'_>,
    quantity: &Quantity,
    around: &Surroundings,
    names: &[Name],
) -> Option<Name> {
    let left = around.left.start..quantity.subject_end.max(around.left.start);
    let of_field = names.last().is_some_and(|name| name.rules().contains(&NameRule::Field));
    let listed = stream.before(left.start) == '、' || around.listed;
    let own = quantity.kind == Kind::Rank && listed && left.len() > 3 && of_field;
    own.then(|| Name::of(stream, left))
}

/// The field of a placing that opens a sentence, so that what is placed goes unsaid (`位列全国服务外包示范城市前10强`).
pub(super) fn field(stream: &Stream<'_>, quantity: &Quantity, left: &Range<usize>) -> Option<Name> {
    let opens = left.start == clause::sentence(stream, quantity.number.start).start;
    let verb =
        stream.longest_at(left.start, WordTag::Placing.words()).filter(|_| opens && quantity.kind == Kind::Rank)?;
    let field = left.start + verb..quantity.subject_end.max(left.start + verb);
    (field.len() > 3).then(|| Name::of(stream, field))
}

/// The stock behind an increment: `新增企业41家、总量达1198家` counts 企业 the second time.
pub(super) fn without_newly(name: &Name) -> Name {
    let newly = WordTag::New.words().iter().chain(&["新增", "净增"]);
    let opens = newly.clone().filter(|verb| name.starts_with(**verb)).map(|verb| verb.len()).max();
    let closes = newly.filter(|verb| name.ends_with(**verb)).map(|verb| verb.len()).max();
    let part = opens.map(|verb| verb..name.len()).or(closes.map(|verb| 0..name.len() - verb));
    let stock = part.filter(|part| !part.is_empty()).map(|part| name.part(part).by(NameRule::StockBehind));
    stock.unwrap_or_else(|| name.again(NameRule::Inherited))
}

/// The subject of the clause before the one that holds `at`.
pub(super) fn clause_before(stream: &Stream<'_>, at: usize) -> Name {
    let clause = clause::around(stream, at);
    let Some(earlier) = clause::before(stream, &clause) else { return Name::default() };
    // `分季度看，一季度增长6.7%` only says how it is looked at.
    if matches!(stream.at(earlier.start), '分' | '从' | '按') && stream.before(earlier.end) == '看' {
        return Name::default();
    }
    let range = opening::without_opening(stream, earlier);
    // `补贴标准逐年提高，平均达到2000元`
    let said = trim_back(stream, without_predicate(stream, range), &[&["逐年", "逐步", "持续", "不断"]]);
    Name::of(stream, said).by(NameRule::ClauseBefore)
}

/// A head with what it belongs to. What both say is said once: 财政赤字 and 赤字率 make 财政赤字率, 优良天数 and 优良率 make 优良率; of a
/// deed only its object has a rate.
pub(super) fn joined(owner: &Name, said: &Name) -> Name {
    // `完成投资1.5万亿元，投资完成率125.5%`
    let twice: String = said.chars().take(2).collect();
    if let Some(before) = owner.strip_suffix(&*twice).filter(|_| said.ends_with('率') && said.chars().count() > 3) {
        let end = before.strip_suffix("完成").unwrap_or(before).len();
        return owner.part(0..end).with(said);
    }
    let Some(stem) = said.strip_suffix('率').filter(|stem| stem.chars().count() >= 2) else {
        return owner.clone().with(said);
    };
    let verb = WordTag::FullVerb
        .words()
        .iter()
        .filter(|verb| owner.starts_with(**verb))
        .map(|verb| verb.len())
        .max()
        .unwrap_or(0);
    let object = owner.get(verb..).unwrap_or_default();
    let end = object.rfind(stem).unwrap_or(object.len());
    owner.part(verb..verb + end).with(said)
}

/// The subject of a deed without a number and the measure that follows it in the same clause: 财政民生支出 and 占比 of
/// `财政民生支出首次突破万亿元、占比`.
pub(super) fn attribute_of(stream: &Stream<'_>, subject: &Range<usize>) -> Option<(Name, Name)> {
    let mark = subject.clone().rev().find(|at| stream.at(*at) == '、' && stream.enclosure(*at) == Enclosure::None)?;
    let owner = without_predicate(stream, subject.start..mark);
    let said = Name::of(stream, mark + 1..subject.end);
    (owner.end < mark && !owner.is_empty()).then(|| (Name::of(stream, owner), said))
}

/// What an amount is spent on, said after it: 背街巷道改造 of `投资3600万元，完成背街巷道改造`, 拆炉并网 of `投资4.8亿元实施了拆炉并网`.
pub(super) fn purpose(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    around: &[Surroundings],
    index: usize,
) -> Option<Name> {
    let quantity = &quantities[index];
    let clause = clause::around(stream, quantity.number.start);
    let next = match stream.at(quantity.body.end) {
        '，' | ',' => clause::around(stream, clause.end + 1),
        _ => quantity.body.end..clause.end,
    };
    let next = trim_front(stream, next, &[&["统筹", "全面", "集中"]]);
    let verb = stream
        .longest_at(next.start, WordTag::EmptyVerb.words())
        .or(stream.longest_at(next.start, &["用于", "建成"]))
        .or(stream.longest_at(next.start, &["加快", "对", "重点"]).filter(|_| next.start > clause.end))?;
    let object = opening::without_opening(stream, next.start + verb..next.end);
    if let Some(counted) = quantities.get(index + 1).filter(|next| object.contains(&next.number.start)) {
        // `投资1.27亿元实施的绿化工程新增绿化面积66.3万平方米`
        if stream.at(next.start + verb) == '的' {
            let work = up_to_work(stream, object.start..counted.number.start);
            return (work.end < counted.number.start).then(|| Name::of(stream, work));
        }
        // `投资1260万元，完成5个村的饮水安全工程`, `投资5.1亿元，建成西出口等31条公路`: the next number counts it.
        let examples = subject::is_etc(stream, counted.number.start.saturating_sub(1));
        if counted.number.start == object.start || examples {
            let head = head::counted(stream, counted, around[index + 1].right.clone(), false)?;
            // `完成54栋住宅楼、14万平方米建筑节能改造`: all of them were paid for.
            let further = stream.at(head.end) == '、' && stream.is_numbered(head.end..object.end);
            return (!further).then(|| Name::of(stream, head));
        }
    }
    // `供水、供热、污水等管网改造` says what its examples are of; `供水、供热等` does not.
    let unsaid = |at: usize| subject::is_etc(stream, at) && at + 2 >= object.end;
    if object.clone().any(|at| stream.at(at).is_ascii_digit() || unsaid(at)) {
        return None;
    }
    let said = Name::of(stream, without_predicate(stream, object));
    (said.chars().count() > 1).then_some(said)
}

/// What a bare head such as 总投资 belongs to: the subject of the quantity before in the same sentence.
pub(super) fn before(
    stream: &Stream<'_>,
    quantities: &[Quantity],
    index: usize,
    names: &[Name],
    said: &str,
) -> Option<Name> {
    let before = of_sentence(stream, quantities, index)?;
    // What follows a share is of what has it (`开发区开票92亿元，占园区总量的54%，实现销售收入109亿元`), but another share of the same.
    let part = said.starts_with('占') || said.ends_with("占比") || said.ends_with("比重");
    let share = names[before].find('占').filter(|at| quantities[before].kind == Kind::Share && *at > 0 && !part);
    let bearer = share.map(|at| names[before].part(0..at));
    let name = bearer.as_ref().unwrap_or(&names[before]);
    // `居民的居住条件得到改善，完成投资55.2亿元`: what came about owns nothing.
    if name.contains('的') && WordTag::Done.words().iter().any(|done| name.ends_with(done)) {
        return None;
    }
    let verb =
        lists().owner_adding.iter().filter(|verb| name.starts_with(**verb)).map(|verb| verb.len()).max().unwrap_or(0);
    // `新登记经营主体320万户、总量达2037.7万户`: of all of them.
    let newly = WordTag::New.words().iter().filter(|verb| name.starts_with(**verb)).map(|verb| verb.len()).max();
    let verb = verb.max(newly.filter(|_| WordTag::Total.words().contains(&said)).unwrap_or(0));
    // 外商直接投资 is a measure, of which 投资 is no head.
    let measure = WordTag::Measure.words().iter().filter(|measure| name.ends_with(**measure));
    let measure = measure.map(|measure| measure.len()).max().filter(|length| verb + length == name.len());
    let heads = WordTag::BareHead
        .words()
        .iter()
        .filter(|head| name.ends_with(**head) && name.len() > head.len() + verb && measure.is_none());
    // `产量增长43%、占全国1/4`: the share is of the whole name. `新增装机1002万千瓦、总装机1.4亿千瓦`: the head is said again.
    let again = said.strip_prefix('总').filter(|rest| !rest.is_empty() && name.ends_with(*rest)).map_or(0, str::len);
    let same = if name.ends_with(said) { said.len() } else { 0 };
    let head = heads.map(|head| head.len()).max().unwrap_or(0).max(again).max(same);
    let served = ["惠及", "受益"].iter().any(|verb| said.starts_with(verb));
    // 支出率 of 涉农资金; `joined` looks after 优良率.
    let rate = said.ends_with('率') && said.chars().count() >= 3 && !name.ends_with('率');
    let whole = said.starts_with('占') || served || rate || lists().owner_rates.contains(&said);
    // 满意率 after 办复率 is of what both are rates of.
    let rates = said.ends_with('率') && name.ends_with('率') && said.chars().count() <= 3;
    // `安全事故死亡率控制在0.6人以下，彩化率达24.2%`: a rate of something else.
    let mut between = quantities[before].body.end..quantities[index].number.start;
    let of_same = name.rules().contains(&NameRule::OwnerBefore) || WordTag::BareHead.words().contains(&said);
    if rates && !of_same && !between.any(|at| stream.at(at) == '、') {
        return None;
    }
    let other =
        name.char_indices().rev().nth(2).filter(|(at, _)| rates && *at > 0).map_or(0, |(at, _)| name.len() - at);
    // `医疗旅游人次86.5万、收入83.9亿元`
    let visits =
        if ["收入", "营收", "花费"].contains(&said) && name.ends_with("人次") { "人次".len() } else { 0 };
    let head = head.max(visits);
    let end = name.len() - if whole { same } else { head.max(other) };
    let owner = name.get(verb..end)?;
    let newly = ["净增", "新增"].iter().find(|newly| owner.ends_with(**newly)).map_or(0, |newly| newly.len());
    let owner = name.part(verb..end - newly);
    // `200个重点项目全部开工，完成投资1726亿元`
    let all = owner.strip_suffix("全部").map_or(owner.len(), str::len);
    let owner = owner.part(0..all);
    (!owner.is_empty()).then_some(owner)
}
