//! Reads the lines before the speech: title, session, speaker. What is none of these is set aside.

use super::layout::{compact, is_blank, trimmed, width};
use super::mark::{chinese, digit, digits, han_digit, is_digit};
use super::{Masthead, MastheadLine, MastheadRole, Piece};
use crate::text::Span;

/// The masthead that `front` prints, and the lines of it that belong to no masthead. `place` and `year` are left for the
/// speech to say.
pub(super) fn read(front: Vec<Piece>) -> (Masthead, Vec<Piece>) {
    let mut masthead = Masthead::default();
    let mut aside = Vec::new();
    let mut rows = front.into_iter().flat_map(apart).peekable();
    while let Some(row) = rows.next() {
        let text = compact(&row.text);
        if masthead.title.is_none() && is_title(&text) {
            masthead.title = Some(text);
            masthead.add(MastheadRole::Title, row);
        } else if masthead.meeting.is_none() && begins_session(&text) {
            let mut printed = row.text.clone();
            masthead.add(MastheadRole::Session, row);
            while !printed.contains("会议") {
                let Some(next) = rows.next_if(|next| width(&next.text) <= 40 && !is_title(&compact(&next.text))) else {
                    break;
                };
                printed.push_str(&next.text);
                masthead.add(MastheadRole::Session, next);
            }
            read_session(&printed, &mut masthead);
        } else if masthead.date.is_none() && masthead.meeting.is_some() && is_date(&text) {
            masthead.date = date_in(&text).map(|(date, ..)| date);
            masthead.add(MastheadRole::Session, row);
        } else if masthead.speaker.is_none() && is_office(&text) {
            masthead.office = Some(text);
            masthead.add(MastheadRole::Speaker, row);
            if let Some(name) = rows.next_if(|next| is_name(&compact(&next.text))) {
                masthead.speaker = Some(compact(&name.text));
                masthead.add(MastheadRole::Speaker, name);
            }
        } else if masthead.speaker.is_none() && !text.contains("报告") && read_speaker(&row.text, &mut masthead) {
            masthead.add(MastheadRole::Speaker, row);
        } else {
            aside.push(row);
        }
    }
    if masthead.speaker.is_none() && masthead.meeting.is_some() {
        take_bare_name(&mut masthead, &mut aside);
    }
    (masthead, aside)
}

impl Masthead {
    fn add(&mut self, role: MastheadRole, piece: Piece) {
        self.lines.push(MastheadLine { role, piece });
    }
}

/// Cuts `政府工作报告（2023年1月5日在…会议上）` after the title.
fn apart(row: Piece) -> Vec<Piece> {
    let title = row.text.find("政府工作报告").map(|at| at + "政府工作报告".len());
    let cut = title.filter(|at| is_title(&compact(&row.text[..*at])) && begins_session(&compact(&row.text[*at..])));
    let Some(at) = cut else { return vec![row] };
    let spans = [Span::new(0, at), Span::new(at, row.text.len())].map(|span| trimmed(&row.text, span));
    let part =
        |span: Span| Piece { line: row.line, span: span.shifted(row.span.start), text: span.of(&row.text).to_owned() };
    spans.into_iter().map(part).collect()
}

/// A line that is a name and nothing else (`毛伟明`), where no line names speaker and office.
fn take_bare_name(masthead: &mut Masthead, aside: &mut Vec<Piece>) {
    let session = masthead.lines.iter().map(|line| line.piece.line).max().unwrap_or(0);
    let found =
        aside.iter().position(|row| row.line > session && is_name(&compact(&row.text)) && width(&row.text) <= 4);
    if let Some(at) = found {
        let piece = aside.remove(at);
        masthead.speaker = Some(compact(&piece.text));
        masthead.add(MastheadRole::Speaker, piece);
    }
}

/// `政府工作报告`, with year and place before it or without, and with `（全文）` behind it or without.
fn is_title(text: &str) -> bool {
    let bare = text
        .strip_suffix(['）', ')'])
        .and_then(|text| text.rsplit_once(['（', '(']))
        .map_or(text, |(before, _)| before);
    let plain = !bare.contains(['。', '，', '>', '：', ':']) && !bare.contains("作政府") && !is_crumb(bare);
    bare.ends_with("政府工作报告") && width(text) <= 30 && plain
}

/// `省政府工作报告`: the name of a shelf on a website.
fn is_crumb(text: &str) -> bool {
    text.strip_suffix("政府工作报告").is_some_and(|before| matches!(before, "省" | "市" | "区" | "县" | "州"))
}

/// Whether a line begins to say when and before which meeting: `——2023年1月5日在淄川区`.
fn begins_session(text: &str) -> bool {
    let bare = text.trim_start_matches(is_dash).trim_start_matches(['（', '(']);
    let dated = date_in(bare).is_some_and(|(_, at, _)| at == 0);
    let meets = text.contains("会议") && (text.contains("大会") || text.contains("人大"));
    dated && text.contains('在') || meets && (text.contains('在') || dated)
}

/// A line that is a date and nothing else, in brackets or without.
fn is_date(text: &str) -> bool {
    let bare = text.trim_matches(|c| is_dash(c) || matches!(c, '（' | '）' | '(' | ')'));
    date_in(bare).is_some_and(|(_, start, end)| start == 0 && end == bare.len())
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '-' | '―' | '－' | '–' | '─')
}

/// Date, meeting and, where the line goes on to name him, the speaker.
fn read_session(printed: &str, masthead: &mut Masthead) {
    let text = compact(printed);
    let found = date_in(&text);
    if let Some((date, ..)) = &found {
        masthead.date = Some(date.clone());
    }
    let after = &text[found.map_or(0, |(_, _, end)| end)..];
    let Some(end) = after.find("会议").map(|at| at + "会议".len()) else { return };
    let start = after[..end].find('在').map_or(0, |at| at + '在'.len_utf8());
    let aside = |c| is_dash(c) || matches!(c, '（' | '(' | '，' | ',');
    masthead.meeting = Some(after[start..end].trim_start_matches(aside).to_owned());
    let rest = after[end..].trim_start_matches('上').trim_start_matches(['）', ')', '，', ',']);
    if !read_speaker(rest, masthead) {
        read_speaker_reversed(after[..start].trim_end_matches('在'), masthead);
    }
}

/// The last words of offices.
const OFFICES: &[&str] = &[
    "总理",
    "省长",
    "市长",
    "区长",
    "县长",
    "州长",
    "盟长",
    "旗长",
    "镇长",
    "乡长",
    "主席",
    "行政长官",
    "主任",
    "专员",
];

/// `淄川区人民政府区长　冯炳涛`, `代县长：某某`, `省长毛伟明作政府工作报告。`
fn read_speaker(printed: &str, masthead: &mut Masthead) -> bool {
    let text = compact(printed);
    let text = ["作政府工作报告", "作工作报告", "作报告", "向大会", "代表", "同志"]
        .iter()
        .fold(text.as_str(), |text, word| text.find(word).filter(|at| *at > 0).map_or(text, |at| &text[..at]));
    let text = text
        .strip_prefix("报告人")
        .unwrap_or(text)
        .trim_matches(|c| is_dash(c) || matches!(c, '：' | ':' | '（' | '('));
    let text = text.strip_suffix(['）', ')']).filter(|text| !text.contains(['（', '('])).unwrap_or(text);
    let ends = OFFICES.iter().flat_map(|office| text.match_indices(office).map(|(at, office)| at + office.len()));
    let names = ends.filter_map(|at| {
        let rest = &text[at..];
        let acting =
            ["（代）", "(代)"].iter().find(|acting| rest.starts_with(**acting)).map_or(0, |acting| acting.len());
        let name = rest[acting..].trim_start_matches(['：', ':']);
        is_name(name).then_some((&text[..at + acting], name))
    });
    let Some((office, name)) = names.max_by_key(|(office, _)| office.len()) else { return false };
    if width(office) > 24 || office.contains(['，', '。', '：']) {
        return false;
    }
    masthead.office = Some(office.to_owned());
    masthead.speaker = Some(name.to_owned());
    true
}

/// `龚正市长`, which stands so only inside a session line.
fn read_speaker_reversed(text: &str, masthead: &mut Masthead) {
    for office in OFFICES {
        if let Some(name) = text.strip_suffix(office).filter(|name| is_name(name) && width(name) <= 4) {
            masthead.office = Some((*office).to_owned());
            masthead.speaker = Some(name.to_owned());
        }
    }
}

/// A line that is an office and nothing else, the name following on the next.
fn is_office(text: &str) -> bool {
    width(text) <= 20 && OFFICES.iter().any(|office| text.ends_with(office)) && !text.contains(['，', '。', '：', '在'])
}

/// Two to five Chinese characters, or more with the point of transcribed names.
fn is_name(text: &str) -> bool {
    let count = width(text);
    let han = text.chars().all(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '·' | '•' | '・'));
    han && (2..=if text.contains(['·', '•', '・']) { 16 } else { 4 }).contains(&count)
}

/// The first date in `text` as `YYYY-MM-DD`, with the bytes where it begins and ends.
pub(super) fn date_in(text: &str) -> Option<(String, usize, usize)> {
    for (at, _) in text.char_indices() {
        if let Some((year, rest)) = year(&text[at..])
            && let Some((month, rest)) = small(rest, '月')
            && let Some((day, rest)) = small(rest, '日')
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
        {
            return Some((format!("{year:04}-{month:02}-{day:02}"), at, text.len() - rest.len()));
        }
    }
    None
}

/// The year of four digits, Chinese or other, with its `年`, that `text` begins with, and what follows.
pub(super) fn year(text: &str) -> Option<(u16, &str)> {
    let mut value = 0;
    let mut chars = text.chars();
    for _ in 0..4 {
        let c = chars.next()?;
        value = value * 10 + digit(c).or_else(|| han_digit(c))? as u16;
    }
    let rest = chars.as_str().trim_start_matches(is_blank).strip_prefix('年')?;
    (1900..2100).contains(&value).then_some((value, rest))
}

fn small(text: &str, unit: char) -> Option<(u32, &str)> {
    let text = text.trim_start_matches(is_blank);
    let (value, rest) = if text.starts_with(is_digit) { digits(text)? } else { chinese(text)? };
    Some((value, rest.trim_start_matches(is_blank).strip_prefix(unit)?))
}

/// The place that a report names, from the surest evidence to the least.
pub(super) fn place(masthead: &Masthead, opening: &str) -> Option<String> {
    let meeting = masthead.meeting.as_deref().unwrap_or_default();
    if meeting.contains("全国人民代表大会") || opening.contains("我代表国务院") {
        return Some("国务院".to_owned());
    }
    let of_meeting = || {
        let before = meeting.split("人民代表大会").next()?.split("人大").next()?;
        let before = before.split_once('第').map_or(before, |(place, _)| place);
        named(before.trim_end_matches('届').trim_end_matches(|c| han_digit(c).is_some() || c == '十' || is_digit(c)))
    };
    let of_office = || {
        let office = masthead.office.as_deref()?;
        let place = OFFICES.iter().find_map(|word| office.strip_suffix(word))?;
        named(place.trim_end_matches("代理").trim_end_matches('代').trim_end_matches("人民政府"))
    };
    let of_title = || {
        let title = masthead.title.as_deref()?.strip_suffix("政府工作报告")?;
        named(title.trim_end_matches('年').trim_matches(is_digit).trim_start_matches('年').trim_end_matches("人民"))
    };
    let of_opening = || {
        let (_, after) = opening.split_once("我代表")?;
        named(after.split("政府").next()?.trim_end_matches("人民"))
    };
    of_meeting().or_else(of_office).or_else(of_title).or_else(of_opening)
}

/// `text` if it names a place, and not only a kind of place.
fn named(text: &str) -> Option<String> {
    const KINDS: &[&str] =
        &["省", "市", "区", "县", "州", "旗", "盟", "自治区", "自治州", "自治县", "自治旗", "新区", "特区"];
    let place = (2..=14).contains(&width(text))
        && !KINDS.contains(&text)
        && text.chars().all(|c| matches!(c, '\u{3400}'..='\u{9fff}'));
    place.then(|| text.to_owned())
}
