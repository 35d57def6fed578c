//! Cuts words off the ends of a phrase, but never half a word. Knows only ranges of characters and lists of words.

use std::ops::Range;

use super::stream::Stream;

/// `range` without the words of `lists` that it begins with, as many as there are.
pub(super) fn trim_front(stream: &Stream<'_>, mut range: Range<usize>, lists: &[&[&str]]) -> Range<usize> {
    while let Some(length) = lists.iter().filter_map(|words| stream.longest_at(range.start, words)).max() {
        if stream.longest_at(range.start, WHOLE).is_some_and(|whole| whole > length) {
            break;
        }
        if range.start + length > range.end || (length == 1 && binds_on(stream, range.start, range.end)) {
            break;
        }
        range.start += length;
    }
    range
}

/// Nouns that begin like an adverb.
const WHOLE: &[&str] = &["高标准农田", "高标准基本农田", "高水平大学", "高质量就业", "全域旅游", "统筹地区"];

/// `range` without the words of `lists` that it ends with, as many as there are.
pub(super) fn trim_back(stream: &Stream<'_>, mut range: Range<usize>, lists: &[&[&str]]) -> Range<usize> {
    while let Some(length) = lists.iter().filter_map(|words| stream.longest_before(range.start, range.end, words)).max()
    {
        if length == 1 && binds_back(stream, range.start, range.end) {
            break;
        }
        range.end -= length;
        // 升至 of 提升至: what is left of the verb goes too.
        let half = stream.text(range.end.saturating_sub(1)..range.end + 1);
        if length > 1 && range.end > range.start && lists.iter().any(|words| words.contains(&half.as_str())) {
            range.end -= 1;
        }
    }
    range
}

/// Whether the character at `start` is the first half of a word: 有 of 有色金属.
pub(super) fn binds_on(stream: &Stream<'_>, start: usize, end: usize) -> bool {
    let (first, second) = (stream.at(start), stream.at(start + 1));
    start + 1 < end && FIRST_HALVES.iter().any(|(half, seconds)| *half == first && seconds.contains(second))
}

/// Whether the character before `end` is the second half of a word: 及 of 惠及.
pub(super) fn binds_back(stream: &Stream<'_>, floor: usize, end: usize) -> bool {
    let last = stream.before(end);
    let first = if end >= floor + 2 { stream.at(end - 2) } else { '\n' };
    SECOND_HALVES.iter().any(|(half, firsts)| *half == last && firsts.contains(first))
}

/// Whether a verb of one character stands for itself, not in a word (系列, 居民, 排放).
pub(super) fn stands_alone(stream: &Stream<'_>, at: usize) -> bool {
    let (before, after) = (stream.before(at), stream.at(at + 1));
    match stream.at(at) {
        '列' => !matches!(before, '系' | '班' | '序' | '专' | '行' | '并'),
        '居' => after != '民' && !matches!(before, '宜' | '安' | '定' | '邻' | '人' | '旅'),
        '排' => !matches!(after, '放' | '水' | '污' | '查') && before != '减',
        _ => true,
    }
}

const FIRST_HALVES: &[(char, &str)] = &[
    ('含', "量氧水氟硫税"),
    ('对', "外口接象"),
    ('为', "民农"),
    ('以', "旧工"),
    ('有', "色效机线限"),
    ('从', "业事"),
    ('向', "海日"),
    ('在', "建产校岗册编线产库职营研网读京津沪渝冀豫云辽湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台黔滇海"),
    ('再', "生担制造就"),
    ('共', "同享有产青济建聚治用生性识"),
    ('都', "市"),
    ('要', "素"),
    ('将', "军"),
    ('均', "等衡"),
    ('还', "款贷建"),
    ('到', "位岗港访"),
    ('和', "田谐睦美"),
    ('使', "用馆"),
    ('让', "利"),
    ('把', "关"),
    ('了', "解"),
    ('并', "购网"),
    ('及', "时"),
    ('由', "来"),
    ('底', "线蕴数层盘"),
    ('末', "端"),
    ('又', "好"),
    ('居', "民住委家"),
    ('用', "户地水电能工"),
    ('被', "征"),
    ('比', "例重"),
    ('等', "级"),
    ('获', "奖"),
    ('好', "人评房办"),
    ('已', "建开竣投签完"),
    ('是', "非"),
];

const SECOND_HALVES: &[(char, &str)] = &[
    ('及', "惠普涉危推波以"),
    ('均', "人年月户亩地平日"),
    ('和', "共饱缓中"),
    ('为', "行作成认"),
    ('有', "拥所国私现共享持"),
    ('达', "发抵直通下"),
    ('在', "存实现潜"),
    ('于', "由关"),
    ('的', "目标"),
    ('约', "节集预签条合契"),
    ('还', "归偿退返"),
    ('要', "需主重"),
    ('就', "成造"),
    ('由', "自理"),
    ('都', "首成"),
    ('了', "为"),
    ('到', "得报签"),
    ('占', "侵挤"),
    ('与', "参给赋"),
    ('以', "可加"),
    ('近', "附邻靠临"),
    ('至', "甚乃"),
    ('上', "以线网海路"),
    ('净', "干洁"),
    ('纯', "单"),
    ('可', "许认"),
    ('是', "但"),
    ('调', "协空强步单外"),
    ('从', "服"),
    ('共', "公"),
];
