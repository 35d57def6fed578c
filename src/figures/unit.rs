//! Reads the unit after a number: magnitude, measure word, compound units. Knows no indicators.

use super::stream::Stream;
use crate::text::Span;

/// A unit as written, and what stands inside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Unit {
    /// The unit with its magnitude, without 多 and 余: 万名 of `2万多名`.
    pub name: String,
    /// The bracket that offers another measure word in its place, in bytes of the paragraph: `（间）` of `3.1万套（间）`.
    pub other: Option<Span>,
    /// Where it ends.
    pub end: usize,
    /// 多 or 余 stands in it.
    pub more: bool,
}

/// The unit that begins at `start`, right after a number; an empty name when there is none.
pub(super) fn read(stream: &Stream<'_>, start: usize) -> Unit {
    let (plain, plain_end) = measure(stream, start);
    let magnitude = stream.longest_at(start, MAGNITUDES).unwrap_or(0);
    let mut end = start + magnitude;
    let more = stream.longest_at(end, MORE).unwrap_or(0);
    end += more;
    // `2万多亿`: the magnitude goes on after 多.
    let second = if more > 0 { stream.longest_at(end, MAGNITUDES).unwrap_or(0) } else { 0 };
    let (word, word_end) = measure(stream, end + second);
    // `3200千瓦` is thousands of nothing: the longer reading of the same start wins.
    if plain_end >= word_end && plain_end > start {
        return Unit { name: plain, other: other_measure(stream, plain_end), end: plain_end, more: false };
    }
    let scale = stream.text(start..start + magnitude) + &stream.text(end..end + second);
    // 万 and 亿 may stand alone (`近1亿农村人口`), 千 and 百 may not.
    if word.is_empty() && !scale.ends_with(['万', '亿']) {
        return Unit { end: start, ..Unit::default() };
    }
    let end = word_end.max(end + second);
    let other = if word.is_empty() { None } else { other_measure(stream, end) };
    Unit { name: scale + &word, other, end, more: more > 0 }
}

/// The bracket right behind a unit that ends at `end`, if it holds measure words of things and nothing else.
fn other_measure(stream: &Stream<'_>, end: usize) -> Option<Span> {
    let (bracket, inner) = stream.bracket(end.checked_sub(1)?)?;
    let counts = |word: &str| MEASURES.contains(&word) && !word.ends_with('元') && !word.ends_with('币');
    inner.split('、').all(counts).then_some(bracket)
}

/// The measure word at `start`, with what it is divided by (`微克/立方米`, `元/吨`, `微克每立方米`).
fn measure(stream: &Stream<'_>, start: usize) -> (String, usize) {
    let Some(length) = stream.longest_at(start, MEASURES).filter(|length| !begins_noun(stream, start, *length)) else {
        return (String::new(), start);
    };
    let mut end = start + length;
    while stream.at(end) == '/' {
        let divisor = end + 1;
        let scale = stream.longest_at(divisor, MAGNITUDES).unwrap_or(0);
        let time = stream.longest_at(divisor, &["月", "季度", "学期"]);
        let Some(length) = time.or_else(|| stream.longest_at(divisor + scale, MEASURES)) else { break };
        end = divisor + scale + length;
    }
    if stream.at(end) == '每' {
        end += stream.longest_at(end + 1, PHYSICAL_DIVISORS).map_or(0, |length| 1 + length);
    }
    (stream.text(start..end), end)
}

/// Whether a measure word of one character is really the first half of a noun: 人 of 人才, 场 of 场地.
fn begins_noun(stream: &Stream<'_>, start: usize, length: usize) -> bool {
    let next = stream.at(start + length);
    let last = stream.at(start + length - 1);
    let letter = last.is_ascii_alphabetic() && next.is_ascii_alphanumeric();
    letter || NOUNS.iter().any(|(measure, seconds)| *measure == last && seconds.contains(next))
}

/// Measure words and the characters that make a noun of them.
const NOUNS: &[(char, &str)] = &[
    ('人', "才口民大均工社群"),
    ('户', "籍外口"),
    ('家', "庭"),
    ('场', "地景所馆"),
    ('台', "湾阶"),
    ('条', "件约例"),
    ('级', "市"),
    ('件', "套"),
    ('分', "之钟别支区"),
    ('节', "能水约电日庆"),
    ('面', "积"),
    ('站', "点"),
    ('部', "门委"),
    ('位', "居列于"),
    ('间', "接"),
    ('本', "级地科省市区"),
    ('方', "面"),
    ('大', "学"),
    ('批', "准发零"),
    ('名', "牌录优"),
    ('团', "体队"),
    ('组', "织建"),
    ('门', "槛"),
    ('口', "岸"),
    ('点', "位"),
    ('支', "持撑出部队"),
    ('课', "程"),
    ('首', "次创府"),
    ('度', "假"),
    ('金', "融属牌额"),
    ('银', "行"),
    ('铜', "矿"),
    ('成', "立为功就果效熟员都本长"),
    ('重', "点大要"),
    ('代', "表"),
    ('县', "域城级道"),
    ('市', "场民区级域直"),
    ('省', "级内道"),
    ('镇', "级街"),
    ('乡', "村镇道"),
    ('村', "民级"),
    ('国', "家际道"),
    ('校', "园"),
    ('步', "道行"),
    ('车', "辆道"),
    ('里', "程"),
    ('单', "位"),
    ('集', "团体中群"),
    ('类', "似"),
    ('片', "区"),
    ('期', "间末"),
    ('箱', "包"),
];

/// What a quantity is measured by; behind 每 other words may begin the next clause (`5次每人`, `2万元每年投入`).
const PHYSICAL_DIVISORS: &[&str] =
    &["立方米", "平方米", "平方公里", "公顷", "亩", "吨", "公斤", "千克", "升", "毫升", "千瓦时", "小时", "秒"];

/// A unit without the magnitude that it begins with: 平方公里 of 万平方公里.
pub(super) fn without_magnitude(unit: &str) -> &str {
    unit.trim_start_matches(['十', '百', '千', '万', '亿'])
}

/// More than the number says.
const MORE: &[&str] = &["多", "余", "来"];

#[rustfmt::skip]
const MAGNITUDES: &[&str] = &[
    "万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百", "十",
];

/// Units and measure words of government reports. Longest match; order is of no matter.
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    // shares and steps
    "%", "‰", "个千分点", "千分点", "个百分点", "百分点", "个基点", "基点", "倍", "番", "成", "分", "℃", "摄氏度", "度", "分贝",
    // money
    "元", "美元", "欧元", "日元", "港元", "港币", "英镑", "卢布", "元人民币", "人民币",
    // length and area
    "公里", "千米", "米", "厘米", "毫米", "里", "海里", "延米", "延长米", "车道公里", "平方米", "平方公里",
    "平方千米", "平米", "平方", "平方海里", "公顷", "亩", "亩次", "㎡", "km", "m",
    // volume and weight
    "立方米", "立方", "方", "升", "毫升", "吨", "公斤", "千克", "克", "斤", "担", "毫克", "微克", "桶",
    "重量箱", "吨标准煤", "吨标煤", "载重吨", "总吨", "吨公里", "净载重吨", "标准立方米",
    // energy and computing
    "千瓦", "瓦", "兆瓦", "千瓦时", "瓦时", "兆瓦时", "千伏", "伏", "千伏安", "兆伏安", "kW", "MW", "GW", "kWh", "MWh", "GWh",
    "KW", "PF", "P", "PFlops", "PFLOPS", "EFlops", "Eflops", "EFLOPS", "EF", "PB", "TB", "EB", "ZB", "GB", "Gbps",
    "Mbps", "Tbps", "TEU", "标箱", "标准箱", "大卡", "卡", "字节", "比特", "兆",
    // people
    "人", "人次", "名", "位", "户", "户次", "农户", "人份", "人天", "个家庭",
    // things
    "家", "个", "项", "件", "处", "座", "条", "所", "台", "标台", "套", "台套", "栋", "幢", "间", "张", "支", "只", "头",
    "匹", "羽", "尾", "株", "棵", "粒", "枚", "辆", "艘", "架", "列", "班", "次", "场", "场次", "期", "批",
    "批次", "起", "宗", "例", "份", "本", "部", "篇", "首", "集", "款", "种", "类", "门", "节", "课时", "学时",
    "课", "堂", "道", "盏", "口", "眼", "孔", "块", "片", "面", "根", "杆", "对", "双", "组", "队", "团", "桩",
    "笔", "单", "票", "箱", "车", "车次", "架次", "航次", "班次", "班列", "列次", "家次", "台次", "件次", "床",
    "张床", "床位", "席", "泊位", "机位", "车位", "学位", "站", "头只", "只羊单位", "羊单位", "头匹", "册", "卷",
    "幅", "盒", "瓶", "包", "袋", "剂", "剂次", "针", "针次", "例次", "步", "字", "词", "站次", "处所", "重",
    "环", "层", "股", "颗", "把", "盆", "朵", "艘次", "项次", "轮", "金", "银", "铜", "门次", "辆次", "人公里", "宗地", "村", "县", "镇", "乡",
    "市", "省", "国", "校", "院", "厂", "店", "街道", "个点", "网点", "件套",
    // time
    "天", "日", "小时", "分钟", "秒", "毫秒", "个月", "个季度", "个工作日", "工作日", "个小时", "周", "学年", "年", "岁",
];
