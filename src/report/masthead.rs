//! Reads the lines before the speech: title, session, speaker. What is none of these is set aside.

use super::layout::{compact, is_blank, width};
use super::mark::{chinese, digit, digits, han_digit, is_digit};
use super::{Masthead, MastheadLine, MastheadRole, Piece};

/// The masthead that `front` prints, and the lines of it that belong to no masthead. `year` is left for the speech to say.
pub(super) fn read(front: Vec<Piece>) -> (Masthead, Vec<Piece>) {
    let mut masthead = Masthead::default();
    let mut aside = Vec::new();
    let mut rows = front.into_iter().peekable();
    while let Some(row) = rows.next() {
        let text = compact(&row.text);
        let role = if is_title(&text) && masthead.title.is_none() {
            masthead.title = Some(text);
            MastheadRole::Title
        } else if masthead.meeting.is_none() && begins_session(&text) {
            let mut printed = row.text.clone();
            let mut pieces = vec![row];
            while !printed.contains("会议") {
                let Some(next) = rows.next_if(|next| width(&next.text) <= 40) else { break };
                printed.push_str(&next.text);
                pieces.push(next);
            }
            read_session(&printed, &mut masthead);
            let lines = pieces.into_iter().map(|piece| MastheadLine { role: MastheadRole::Session, piece });
            masthead.lines.extend(lines);
            continue;
        } else if masthead.speaker.is_none() && is_office(&text) {
            let name = rows.next_if(|next| is_name(&compact(&next.text)));
            masthead.speaker = name.as_ref().map(|name| compact(&name.text));
            masthead.office = Some(text);
            masthead.lines.push(MastheadLine { role: MastheadRole::Speaker, piece: row });
            masthead.lines.extend(name.map(|piece| MastheadLine { role: MastheadRole::Speaker, piece }));
            continue;
        } else if masthead.speaker.is_none() && !text.contains("报告") && read_speaker(&row.text, &mut masthead) {
            MastheadRole::Speaker
        } else {
            aside.push(row);
            continue;
        };
        masthead.lines.push(MastheadLine { role, piece: row });
    }
    if masthead.speaker.is_none() && masthead.meeting.is_some() {
        take_bare_name(&mut masthead, &mut aside);
    }
    (masthead, aside)
}

/// A line that is a name and nothing else (`毛伟明`), where no line names speaker and office.
fn take_bare_name(masthead: &mut Masthead, aside: &mut Vec<Piece>) {
    let session = masthead.lines.iter().map(|line| line.piece.line).max().unwrap_or(0);
    let found =
        aside.iter().position(|row| row.line > session && is_name(&compact(&row.text)) && width(&row.text) <= 4);
    if let Some(at) = found {
        let piece = aside.remove(at);
        masthead.speaker = Some(compact(&piece.text));
        masthead.lines.push(MastheadLine { role: MastheadRole::Speaker, piece });
    }
}

/// `政府工作报告`, with year and place before it or without.
fn is_title(text: &str) -> bool {
    text.ends_with("政府工作报告")
        && width(text) <= 30
        && !text.contains(['。', '，', '>'])
        && !text.contains("作政府")
        && !is_crumb(text)
}

/// `省政府工作报告`: the name of a shelf on a website.
fn is_crumb(text: &str) -> bool {
    text.strip_suffix("政府工作报告").is_some_and(|before| matches!(before, "省" | "市" | "区" | "县" | "州"))
}

/// Whether a line begins to say when and before which meeting: `——2023年1月5日在淄川区`.
fn begins_session(text: &str) -> bool {
    let bare = text.trim_start_matches(is_dash).trim_start_matches(['（', '(']);
    let dated = date_in(bare).is_some_and(|(_, at, _)| at == 0);
    dated && text.contains('在') || text.contains("会议") && text.contains("大会") && (text.contains('在') || dated)
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '-' | '―' | '－' | '–' | '─')
}

/// Date, meeting and, where the line goes on to name him, the speaker.
fn read_session(printed: &str, masthead: &mut Masthead) {
    let text = compact(printed);
    let found = date_in(&text);
    masthead.date = found.as_ref().map(|(date, ..)| date.clone());
    let after = &text[found.map_or(0, |(_, _, end)| end)..];
    let (before, meeting) = after.split_once('在').unwrap_or(("", after));
    let meeting = meeting.trim_start_matches(|c| is_dash(c) || matches!(c, '（' | '('));
    let Some(end) = meeting.find("会议").map(|at| at + "会议".len()) else { return };
    masthead.meeting = Some(meeting[..end].to_owned());
    let rest = meeting[end..].trim_start_matches('上').trim_start_matches(['）', ')', '，', ',']);
    if !read_speaker(rest, masthead) {
        read_speaker_reversed(before, masthead);
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
    "市长兼",
];

/// `淄川区人民政府区长　冯炳涛`, `省长毛伟明作政府工作报告。`
fn read_speaker(printed: &str, masthead: &mut Masthead) -> bool {
    let text = compact(printed);
    let text = ["作政府工作报告", "作工作报告", "作报告", "同志"]
        .iter()
        .fold(text.as_str(), |text, word| text.find(word).map_or(text, |at| &text[..at]));
    let split = OFFICES
        .iter()
        .filter_map(|office| text.find(office).map(|at| at + office.len()))
        .filter(|at| is_name(&text[*at..]));
    let Some(at) = split.max() else { return false };
    if width(&text[..at]) > 24 || text[..at].contains(['，', '。', '：']) {
        return false;
    }
    masthead.office = Some(text[..at].to_owned());
    masthead.speaker = Some(text[at..].to_owned());
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

/// Two to four Chinese characters, or more with the point of transcribed names.
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
