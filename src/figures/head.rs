//! The noun that a number counts, when it follows the number. Knows nothing of what stands before.

use std::ops::Range;

use super::change;
use super::clause;
use super::deeds;
use super::figure::Kind;
use super::lexicon::WordTag;
use super::phrase::{binds_back, binds_on, trim_back, trim_front};
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::subject::is_etc;
use super::word_lists::lists;
use crate::text::{is_han, read_thousands};

/// The noun, with what is said of it, that `quantity` counts: 老旧小区改造 of `18个老旧小区改造`.
///
/// `named` says that a subject stands before the number; a verb after the number is then the next deed, not the noun.
pub(super) fn counted(
    stream: &Stream<'_>,
    quantity: &Quantity,
    right: Range<usize>,
    named: bool,
) -> Option<Range<usize>> {
    let head = of(stream, right, quantity);
    let first = stream.at(head.start);
    let noun = is_han(first) || matches!(first, '“' | '《') || first.is_ascii_alphanumeric();
    if head.is_empty() || !noun || quantity.ratio || is_deed(stream, head.clone()) {
        return None;
    }
    if is_threshold(stream, head.start) {
        return None;
    }
    let money = quantity.unit.ends_with('元');
    let begins = |words: &[&str]| {
        let length = stream.longest_at(head.start, words).unwrap_or(0);
        length > 1 || (length == 1 && !binds_on(stream, head.start, head.end))
    };
    // `15个以县城为载体的建设试点`: a modifier, not a verb.
    let modifies = stream.at(head.start) == '以'
        && stream.find(head.clone(), "为").is_some_and(|at| stream.find(at..head.end, "的").is_some());
    let verbal = begins(&lists().head_not_heads) && !modifies
        || (money
            && [WordTag::EmptyVerb.words(), WordTag::FullVerb.words()]
                .iter()
                .any(|verbs| stream.longest_at(head.start, verbs).is_some()));
    let countable = match quantity.kind {
        Kind::Level => !(quantity.settled && named),
        Kind::Share => !named,
        // `压减4000万吨产能`
        Kind::Change => !named && !matches!(quantity.unit.as_str(), "%" | "‰") && !quantity.unit.ends_with("分点"),
        Kind::Rank | Kind::Multiple => false,
    };
    // Only where nothing leads up to the number may a verb follow it (`9人入选…`, not `突破40万亿元并连续…`).
    let verb_fits = !named && !quantity.settled && !begins(&lists().head_goes_on);
    // `4次提高城乡居民基础养老金`: the number counts what was done.
    let counts_deeds = quantity.unit == "次" && !named && change::opens(stream, head.start);
    (countable && (!verbal || verb_fits || counts_deeds)).then_some(head)
}

/// Whether thresholds are counted (`经济总量连续跨过3个万亿元大关`), which say of the subject how large it is.
pub(super) fn is_threshold(stream: &Stream<'_>, start: usize) -> bool {
    let reach = clause::around(stream, start).end.min(start + LONGEST_THRESHOLD);
    WordTag::Threshold.words().iter().any(|threshold| stream.find(start..reach, threshold).is_some())
}

/// How many characters `万亿元大关` may have.
const LONGEST_THRESHOLD: usize = 7;

/// Whether a phrase is only a verb, leads on to another number (`提高到`), or counts by itself (`三个大台阶`).
fn is_deed(stream: &Stream<'_>, head: Range<usize>) -> bool {
    let reaches = (head.start + 1..head.end.min(head.start + 4)).any(|at| matches!(stream.at(at), '到' | '至'));
    let changes = change::opens(stream, head.start) && (reaches || matches!(stream.before(head.end), '为' | '的'));
    let counts = read_thousands(&stream.text(head.clone())).is_some_and(|(length, _)| {
        let text = stream.text(head.clone());
        text[length..].starts_with(['个', '项', '大', '条', '家'])
    });
    counts
        || changes
        || trim_front(
            stream,
            head,
            &[WordTag::EmptyVerb.words(), WordTag::FullVerb.words(), WordTag::Opener.words(), WordTag::Link.words()],
        )
        .is_empty()
}

/// The head of what follows a number, up to the mark that opens another item.
pub(super) fn of(stream: &Stream<'_>, right: Range<usize>, quantity: &Quantity) -> Range<usize> {
    let range = examples(stream, trim_front(stream, right, &[&["了", "左右", "以上", "的"]]), quantity);
    let open = |at: &usize| stream.enclosure(*at) == Enclosure::None;
    // `省、市级强镇`: grades of one name.
    let grades = |at: usize| "省市区县".contains(stream.before(at)) && stream.at(at + 2) == '级';
    let parts = |at: &usize| stream.at(*at) == '、' && !grades(*at);
    // `13条重点产业链和“5+5”产业集群`: what has a name of its own is another thing.
    let named = |at: &usize| {
        matches!(stream.at(*at), '和' | '与' | '及')
            && stream.at(at + 1) == '“'
            && !binds_back(stream, range.start, at + 1)
    };
    // `对40户骨干企业的扶持力度`: what something is done to ends at 的.
    let done_to = stream.before(quantity.words.start) == '对';
    // `把重心放在66个重点项目的实施上`
    let placed_on = stream.before(range.end) == '上' && stream.ends(0, quantity.words.start, "在");
    // `以10件民生实事为引领的各项工程`
    let led_by = |at: &usize| stream.before(quantity.words.start) == '以' && stream.at(*at) == '为';
    let of = |at: &usize| led_by(at) || (done_to || placed_on) && stream.at(*at) == '的';
    let ends = |at: &usize| parts(at) || named(at) || of(at);
    let mark = range.clone().filter(open).find(ends).unwrap_or(range.end);
    let mark = end_of_list(stream, &range, mark, quantity).unwrap_or(mark);
    // `2座光热发电项目分别在两地开工`
    let mark = stream.find(range.start + 2..mark.max(range.start + 2), "分别").unwrap_or(mark);
    // `18个小区、道路积水点改造`: two characters are half a name.
    let half = mark <= range.start + 2 && !deeds::begins(stream, mark + 1);
    let mark = if half { range.end } else { mark };
    // `14亿人口的发展中国家`: the number counts the people.
    let people = quantity.unit.ends_with(['亿', '万']) && stream.has(range.start, "人口的");
    let end = if people { range.start + 2 } else { mark.min(range.start + LONGEST) };
    trim_back(stream, without_progress(stream, range.start..end), &[WordTag::NoTail.words()])
}

/// Where the list ends that a mark divides, when it goes on to the end of the clause with things alone, so that the number counts them
/// all (`6000户高龄、失能、残疾老年人家庭改造`).
fn end_of_list(stream: &Stream<'_>, range: &Range<usize>, mark: usize, quantity: &Quantity) -> Option<usize> {
    let clause = clause::around(stream, quantity.number.start);
    let listed = stream.at(mark) == '、' && mark < range.end && range.end == clause.end && range.len() <= LONGEST;
    // `体育中心、3个亲水平台、景观带`: in the middle of a list it counts its own item.
    let inside = stream.before(quantity.words.start) == '、' && !clause_counts(stream, quantity);
    // `1074户危房的新建、维修、拆除工作`: deeds are what is counted.
    let of = (range.start..mark).rev().find(|at| stream.at(*at) == '的');
    let done = of.is_some_and(|at| deeds::is_alone(stream, at + 1..mark));
    // `7个盟市接通高铁、所有盟市互通高速`, `群众远离了危险、搬进了幸福`
    let told = |at: usize| {
        deeds::begins(stream, at) || "所各全".contains(stream.at(at)) || stream.find(at..range.end, "了").is_some()
    };
    let item = |at: usize| is_han(stream.at(at)) && (done || !told(at));
    let mut marks = (mark..range.end).filter(|at| stream.at(*at) == '、');
    let whole = listed && !inside && !stream.is_numbered(mark..range.end) && marks.all(|at| item(at + 1));
    let end = if done { trim_back(stream, range.clone(), &[&["工作", "任务"]]).end } else { range.end };
    whole.then_some(end)
}

/// What is counted, without how well it goes (`110公里道路改造进展顺利`, `100个村的试点工作取得初步成效`).
pub(super) fn without_progress(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let goes = |at: &usize| {
        let won = stream.has(*at, "取得") && ["成效", "进展"].iter().any(|end| stream.ends(*at, range.end, end));
        won || stream.longest_at(*at, &lists().head_progress).is_some()
    };
    let end = (range.start + SHORTEST..range.end).find(goes).unwrap_or(range.end);
    range.start..end
}

/// What is counted has at least as many characters.
const SHORTEST: usize = 2;

/// What of a list that ends with 等 is counted. A number of things counts the whole list (`3万名低保对象、残疾人等困难群体`); a length or
/// an amount measures only the item it stands before (`2.6公里路网等配套设施`).
fn examples(stream: &Stream<'_>, range: Range<usize>, quantity: &Quantity) -> Range<usize> {
    let Some(etc) = range.clone().find(|at| is_etc(stream, *at)) else { return range };
    let whole = lists().head_counted.iter().any(|unit| quantity.unit.ends_with(unit));
    let list = stream.find(range.start..etc, "、").is_some();
    // `体育中心、3个亲水平台、景观带等项目`: in the middle of the list it counts its own item.
    let inside = stream.before(quantity.number.start) == '、' && !clause_counts(stream, quantity);
    if whole && list && !inside && etc + 1 < range.end {
        return trim_front(stream, etc + 1..range.end, &[&["的", "一批"]]);
    }
    let joint =
        range.clone().find(|at| matches!(stream.at(*at), '和' | '、') && stream.enclosure(*at) == Enclosure::None);
    range.start..joint.filter(|at| *at > range.start && list).unwrap_or(etc).min(etc)
}

/// Whether another number stands before this one in its clause.
fn clause_counts(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let start = clause::around(stream, quantity.number.start).start;
    stream.is_numbered(start..quantity.number.start)
}

/// A head longer than this goes on into a predicate.
const LONGEST: usize = 24;
