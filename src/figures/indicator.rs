//! Names what a number measures, in the report's own words. Knows no periods.

use std::ops::Range;

use super::figure::Kind;
use super::quantity::Quantity;
use super::refusal::is_han;
use super::stream::{Named, Stream};
use super::words::{BARE_HEADS, EMPTY_VERBS, FULL_VERBS, LINKS, NOUN_HEADS, OPENERS, PLACINGS, SCOPES};
use super::{clause, lists, phrase};

/// The names of all quantities of a stream.
pub(super) fn name_all(stream: &Stream<'_>, quantities: &[Quantity]) -> Vec<String> {
    let mut names = Vec::with_capacity(quantities.len());
    for run in lists::runs(stream, quantities) {
        let dealt = dealt(stream, quantities, &run, &names);
        match dealt {
            Some(members) => names.extend(members),
            None => run.for_each(|index| {
                let name = name(stream, quantities, index, &names);
                names.push(name);
            }),
        }
    }
    names
}

/// The names of a run of numbers that 分别 or a list as long deals out to a list of subjects.
fn dealt(stream: &Stream<'_>, quantities: &[Quantity], run: &Range<usize>, names: &[String]) -> Option<Vec<String>> {
    if run.len() < 2 {
        return None;
    }
    let first = &quantities[run.start];
    let left = left_of(stream, quantities, run.start);
    let dealing = stream.find(left.start..first.number.start, "分别");
    let list = subject(stream, left.start..dealing.unwrap_or(first.subject_end).min(first.subject_end), first);
    if let Some(members) = lists::members(stream, list.clone(), run.len()) {
        return Some(members);
    }
    dealing?;
    let clause = clause::around(stream, first.number.start);
    let sentence = clause::sentence(stream, first.number.start);
    let earlier = (0..run.start).filter(|index| quantities[*index].number.start >= sentence.start);
    let earlier: Vec<usize> = earlier.filter(|index| quantities[*index].number.end <= clause.start).collect();
    if earlier.len() >= run.len() {
        let distinct = distinct(&earlier, names);
        let from = distinct.len().checked_sub(run.len())?;
        return Some(distinct[from..].to_vec());
    }
    let before = clause::before(stream, &clause)?;
    let list = phrase::trim_front(stream, before, &[OPENERS]);
    let mut members = lists::members(stream, list, run.len())?;
    if let Some(last) = members.last_mut() {
        *last = cut_predicate(last);
    }
    Some(members)
}

/// The names of quantities, each once, in order.
fn distinct(indices: &[usize], names: &[String]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for index in indices {
        if !seen.contains(&names[*index]) {
            seen.push(names[*index].clone());
        }
    }
    seen
}

/// The name of one quantity.
fn name(stream: &Stream<'_>, quantities: &[Quantity], index: usize, names: &[String]) -> String {
    let quantity = &quantities[index];
    let left = left_of(stream, quantities, index);
    let right = right_of(stream, quantities, index);
    let subject = subject(stream, left.start..quantity.subject_end.max(left.start), quantity);
    let said = stream.verbatim(subject.clone());
    if let Some(owner) = owner(stream, quantities, index, &right) {
        let said = if said.is_empty() { attribute_before(stream, quantities, index) } else { said };
        return owner + &said;
    }
    if let Some(head) = counted(stream, quantity, &right) {
        let head = stream.verbatim(head);
        let verb = if said.is_empty() { carried(stream, quantities, index, names) } else { prefix(stream, &subject) };
        return if quantity.settled && !is_verb(&said) && !said.is_empty() && stream.text(left).contains("等") {
            head
        } else {
            verb + &head
        };
    }
    if said.is_empty() {
        return inherited(stream, quantities, index, names);
    }
    if BARE_HEADS.contains(&said.as_str())
        && let Some(owner) = owner_before(stream, quantities, index, names)
    {
        return owner + &said;
    }
    let joined = index > 0 && lists_on(stream, quantities, index);
    if joined && stream.longest_at(subject.start, FULL_VERBS).is_none() {
        return carried(stream, quantities, index, names) + &said;
    }
    said
}

fn is_verb(said: &str) -> bool {
    FULL_VERBS.contains(&said)
}

/// What stands left of a quantity in its clause, up to what belongs to the one before.
fn left_of(stream: &Stream<'_>, quantities: &[Quantity], index: usize) -> Range<usize> {
    let quantity = &quantities[index];
    let clause = clause::around(stream, quantity.number.start);
    match index.checked_sub(1).map(|before| &quantities[before]).filter(|before| before.body.end > clause.start) {
        Some(before) => divide(stream, before.body.end..quantity.number.start).1,
        None => clause.start..quantity.number.start,
    }
}

/// What stands right of a quantity in its clause, up to what belongs to the next.
fn right_of(stream: &Stream<'_>, quantities: &[Quantity], index: usize) -> Range<usize> {
    let quantity = &quantities[index];
    let clause = clause::around(stream, quantity.number.start);
    let end = clause.end.max(quantity.body.end);
    match quantities.get(index + 1).filter(|next| next.number.start < end) {
        Some(next) => divide(stream, quantity.body.end..next.words.start.max(quantity.body.end)).0,
        None => quantity.body.end..end,
    }
}

/// Divides what stands between two quantities of a clause: what the first counts, and what leads up to the second.
fn divide(stream: &Stream<'_>, gap: Range<usize>) -> (Range<usize>, Range<usize>) {
    if let Some(length) = stream.longest_at(gap.start, JOINTS).filter(|length| gap.start + length <= gap.end) {
        return (gap.start..gap.start, gap.start + length..gap.end);
    }
    let from = match stream.find(gap.clone(), "等") {
        Some(at) if at + 1 < gap.end => at,
        _ => gap.start,
    };
    let open = |at: &usize| stream.named(*at) == Named::No;
    if let Some(at) = (from..gap.end).filter(open).find(|at| stream.at(*at) == '、') {
        return (gap.start..at, at + 1..gap.end);
    }
    if let Some(at) = (from + 1..gap.end).filter(open).find(|at| stream.longest_at(*at, DIVIDERS).is_some()) {
        return (gap.start..at, at..gap.end);
    }
    let joint = stream.longest_before(gap.start, gap.end, &["和", "及", "以及", "与"]).unwrap_or(0);
    if joint > 0 {
        return (gap.start..gap.end - joint, gap.end..gap.end);
    }
    (gap.clone(), gap)
}

/// Marks and words that join the members of a list.
const JOINTS: &[&str] = &["、", "和", "及", "以及", "与", "并", "，"];

/// Verbs that begin the second half of a clause.
const DIVIDERS: &[&str] = &[
    "发放",
    "新增",
    "新建",
    "完成",
    "实现",
    "达到",
    "建成",
    "惠及",
    "带动",
    "拉动",
    "吸引",
    "累计",
    "获得",
    "投入",
    "接待",
    "签约",
    "招聘",
    "培训",
    "减免",
    "争取",
    "总投资",
    "投资",
];

/// The subject that ends before a quantity, without the words that lead up to it and those that only open the clause.
fn subject(stream: &Stream<'_>, range: Range<usize>, quantity: &Quantity) -> Range<usize> {
    let range = if quantity.kind == Kind::Rank { phrase::trim_back(stream, range, &[PLACINGS, SCOPES]) } else { range };
    let range = phrase::trim_back(stream, range, &[LINKS]);
    let range = without_base(stream, range);
    let range = phrase::trim_back(stream, range, &[LINKS]);
    let range = phrase::trim_front(stream, range, &[OPENERS]);
    let range = without_opening(stream, range);
    after_examples(stream, range)
}

/// Without the year that a growth is measured from: `比2015年`, `由2010年的`, `2022年`.
fn without_base(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let year = |end: usize| {
        end >= range.start + 5 && stream.at(end - 1) == '年' && stream.text(end - 5..end - 1).parse::<u16>().is_ok()
    };
    if !year(range.end) {
        return range;
    }
    let end = range.end - 5;
    let end = if end > range.start && matches!(stream.at(end - 1), '比' | '较' | '由' | '从' | '是') {
        end - 1
    } else {
        end
    };
    range.start..end
}

/// Without the adverbs, times and empty verbs that open a clause; they may follow one another in any order.
fn without_opening(stream: &Stream<'_>, mut range: Range<usize>) -> Range<usize> {
    loop {
        let start = range.start;
        range = phrase::trim_front(stream, range, &[OPENERS]);
        range = without_year(stream, range);
        if let Some(length) = stream.longest_at(range.start, EMPTY_VERBS) {
            let rest = range.start + length;
            let noun = stream.longest_at(rest, NOUN_HEADS).is_some();
            let fuller = stream.longest_at(range.start, FULL_VERBS).is_some_and(|full| full >= length);
            if rest <= range.end && !noun && !fuller {
                range.start = rest;
            }
        }
        if range.start == start || range.start >= range.end {
            return range.start.min(range.end)..range.end;
        }
    }
}

/// Without a year that opens a clause: `2012年`, `到2025年`.
fn without_year(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let digits = (range.clone()).take_while(|at| stream.at(*at).is_ascii_digit()).count();
    let year = digits == 4 && stream.at(range.start + 4) == '年' && range.start + 5 <= range.end;
    if year { range.start + 5..range.end } else { range }
}

/// What follows 等 when examples open the phrase: 各种补贴 of `保障金、救助金等各种补贴`.
fn after_examples(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let example = |at: &usize| {
        stream.at(*at) == '等'
            && stream.named(*at) == Named::No
            && !matches!(stream.at(at + 1), '级' | '次' | '教' | '奖' | '化')
            && !matches!(stream.before(*at), '高' | '中' | '初' | '平' | '同' | '均' | '对' | '优')
    };
    match range.clone().rev().find(example) {
        Some(at) => phrase::trim_front(stream, at + 1..range.end, &[&["的", "一批"]]),
        None => range,
    }
}

/// The noun that a number counts, when it follows: 老旧小区改造 of `18个老旧小区改造`.
fn counted(stream: &Stream<'_>, quantity: &Quantity, right: &Range<usize>) -> Option<Range<usize>> {
    let money = quantity.unit.ends_with('元');
    let countable = matches!(quantity.kind, Kind::Level) && !(money && quantity.settled);
    let head = head(stream, right.clone());
    let first = stream.at(head.start);
    let noun = is_han(first) || first == '“' || first.is_ascii_alphanumeric();
    if !countable || head.is_empty() || !noun {
        return None;
    }
    let verbal = stream.longest_at(head.start, NOT_HEADS).is_some();
    let left_empty = quantity.subject_end == clause::around(stream, quantity.number.start).start;
    (!verbal || (left_empty && !money)).then_some(head)
}

/// Words that cannot begin what a number counts.
const NOT_HEADS: &[&str] = &[
    "用于", "支持", "由", "为", "以", "用", "将", "被", "已", "全部", "均", "到", "至", "和", "与", "及", "同比", "比",
    "较", "其中", "并", "实施", "推进", "建成", "的", "，", "左右", "提高", "增加", "在", "居", "位居", "是", "占",
    "等", "入选", "获评", "获得", "荣获", "获", "竣工", "投产", "增长", "下降", "以", "，", "（", "进入", "列入",
    "纳入", "得到", "完成", "开工", "建设", "顺利", "有序",
];

/// The head of what follows a number: up to a `、` that opens another item, and after the examples of an `…等` list.
fn head(stream: &Stream<'_>, right: Range<usize>) -> Range<usize> {
    let range = after_examples(stream, right);
    let range = phrase::trim_front(stream, range, &[&["了", "左右", "以上"]]);
    let open = |at: &usize| stream.named(*at) == Named::No;
    let mark = range.clone().filter(open).find(|at| stream.at(*at) == '、').unwrap_or(range.end);
    let end = if mark - range.start > LONGEST_HEAD { range.start + LONGEST_HEAD } else { mark };
    phrase::trim_back(stream, range.start..end, &[&["和", "及", "以及", "与", "等", "有", "完成"]])
}

/// A head longer than this goes on into a predicate.
const LONGEST_HEAD: usize = 24;

/// What an amount belongs to when it stands before 的: 供水管网改造 of `投资3500万元的供水管网改造`.
fn owner(stream: &Stream<'_>, quantities: &[Quantity], index: usize, right: &Range<usize>) -> Option<String> {
    let attributed = stream.at(quantities[index].body.end) == '的';
    if !attributed {
        return None;
    }
    let inside =
        head(stream, right.start.max(quantities[index].body.end + 1)..right.end.max(quantities[index].body.end + 1));
    if !inside.is_empty() {
        return Some(stream.verbatim(inside));
    }
    let next = quantities.get(index + 1).filter(|next| next.words.start == quantities[index].body.end + 1)?;
    let head = head(stream, right_of(stream, quantities, index + 1));
    (!head.is_empty() && next.kind == Kind::Level).then(|| stream.verbatim(head))
}

/// 投资 for the second of `投资3500万元的甲、3800万元的乙`.
fn attribute_before(stream: &Stream<'_>, quantities: &[Quantity], index: usize) -> String {
    let clause = clause::around(stream, quantities[index].number.start);
    let earlier = (0..index).rev().take_while(|at| quantities[*at].number.start >= clause.start);
    for at in earlier.filter(|at| stream.at(quantities[*at].body.end) == '的') {
        let left = left_of(stream, quantities, at);
        let subject = subject(stream, left.start..quantities[at].subject_end.max(left.start), &quantities[at]);
        if !subject.is_empty() {
            return stream.verbatim(subject);
        }
    }
    String::new()
}

/// The verb or modifier before a number that belongs to what it counts: 大唐 of `大唐700万吨露天煤矿`, 新建 of `新建3所学校`.
fn prefix(stream: &Stream<'_>, subject: &Range<usize>) -> String {
    let short = subject.len() <= 10 && !stream.text(subject.clone()).contains('、');
    if short {
        return stream.verbatim(subject.clone());
    }
    let verb = stream.longest_at(subject.start, FULL_VERBS).unwrap_or(0);
    stream.verbatim(subject.start..subject.start + verb)
}

/// Whether this quantity goes on the list of the one before (`绿道10公里、绿地40公顷`).
fn lists_on(stream: &Stream<'_>, quantities: &[Quantity], index: usize) -> bool {
    let gap = quantities[index - 1].body.end..quantities[index].number.start;
    let clause = clause::around(stream, quantities[index].number.start);
    gap.start >= clause.start && gap.clone().any(|at| matches!(stream.at(at), '、' | '和'))
}

/// The verb that the first member of a list gives to the others: 新建 of `新建城市书房2个、阅读吧5个`.
fn carried(stream: &Stream<'_>, quantities: &[Quantity], index: usize, names: &[String]) -> String {
    if index == 0 || !lists_on(stream, quantities, index) {
        return String::new();
    }
    let verbs = FULL_VERBS.iter().filter(|verb| names[index - 1].starts_with(**verb));
    verbs.max_by_key(|verb| verb.len()).map_or_else(String::new, |verb| (*verb).to_string())
}

/// The name a quantity without a subject of its own takes: that of the one before, or the subject of the clause before.
fn inherited(stream: &Stream<'_>, quantities: &[Quantity], index: usize, names: &[String]) -> String {
    let sentence = clause::sentence(stream, quantities[index].number.start);
    let before = index.checked_sub(1);
    if let Some(before) = before.filter(|before| quantities[*before].number.start >= sentence.start) {
        return names[before].clone();
    }
    let clause = clause::around(stream, quantities[index].number.start);
    if let Some(earlier) = clause::before(stream, &clause) {
        let range = without_opening(stream, earlier);
        let text = cut_predicate(&stream.verbatim(range));
        if !text.is_empty() {
            return text;
        }
    }
    before.map_or_else(String::new, |before| names[before].clone())
}

/// What a bare head such as 总投资 belongs to: the subject of the quantity before in the same sentence.
fn owner_before(stream: &Stream<'_>, quantities: &[Quantity], index: usize, names: &[String]) -> Option<String> {
    let before = index.checked_sub(1)?;
    let sentence = clause::sentence(stream, quantities[index].number.start);
    if quantities[before].number.start < sentence.start {
        return None;
    }
    let name = &names[before];
    let verb = ["新增", "完成", "新签"].iter().find(|verb| name.starts_with(**verb)).map_or(0, |verb| verb.len());
    let heads = BARE_HEADS.iter().filter(|head| name.ends_with(**head) && name.len() > head.len());
    let head = heads.map(|head| head.len()).max().unwrap_or(0);
    let owner = &name[verb..(name.len() - head).max(verb)];
    (!owner.is_empty()).then(|| owner.to_string())
}

/// A clause without what it says of its subject.
fn cut_predicate(text: &str) -> String {
    let ends = PREDICATES.iter().filter_map(|word| text.find(word)).filter(|at| *at > 0);
    let end = ends.min().unwrap_or(text.len());
    text[..end].chars().take(LONGEST_HEAD).collect()
}

const PREDICATES: &[&str] = &[
    "再次",
    "稳步",
    "持续",
    "不断",
    "大幅",
    "加快",
    "顺利",
    "扎实",
    "有序",
    "进一步",
    "明显",
    "显著",
    "全面",
    "取得",
    "保持",
    "实现",
    "得到",
    "加速",
    "快速",
    "稳定",
    "超额",
    "提高",
    "进展",
    "有效",
    "较快",
    "平稳",
];
