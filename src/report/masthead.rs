//! Reads the lines before the speech: title, session, speaker. What is none of these is set aside.

use super::beneath;
use super::congress;
use super::dates::{date_in, is_date};
use super::kind::{ReportKind, without_note};
use super::layout::{compact, ends_sentence, is_dash_or_line, trimmed, width};
use super::organ;
use super::parts::{Masthead, MastheadLine, MastheadRole, Piece, Report};
use super::place::{PLACE_KINDS, has_government};
use super::speaker::{OFFICES, is_name, is_office, read_speaker, read_speaker_reversed};
use super::title::{self, is_title, title_rows};
use super::year;
use crate::text::{Span, han_digit, is_digit, is_han};

/// The masthead that `front` prints, and the lines of it that belong to no masthead. `place` and `year` are left for the
/// speech to say.
pub(super) fn read(front: Vec<Piece>) -> (Masthead, Vec<Piece>) {
    let rows: Vec<Piece> = front.into_iter().flat_map(apart).collect();
    let party = congress::party_line(&rows);
    let watchword = party.map(|at| congress::watchword(&rows, at));
    let title = watchword.unwrap_or_else(|| title_rows(&rows).unwrap_or_default());
    // Above the title stand a website's menus, which name offices too (区长信箱).
    let begin = if title.is_empty() {
        rows.iter().position(|row| begins_session(&compact(&row.text))).unwrap_or(0)
    } else {
        title.start
    };
    let dated = rows.iter().map(|row| compact(&row.text)).any(|text| begins_session(&text) && date_in(&text).is_some());
    let mut masthead = Masthead::default();
    let mut aside = Vec::new();
    let mut rows = rows.into_iter().enumerate().peekable();
    while let Some((at, row)) = rows.next() {
        let text = compact(&row.text);
        if title.contains(&at) {
            let words = if party.is_some() { congress::clauses(&row.text) } else { text.clone() };
            let title = masthead.title.get_or_insert_default();
            title.push_str(if party.is_some() && !title.is_empty() { "\u{3000}" } else { "" });
            title.push_str(without_note(words.trim_start_matches(is_dash_or_line)));
            if party == Some(at) {
                masthead.meeting = congress::meeting(&text).map(str::to_owned);
            }
            masthead.add(MastheadRole::Title, row);
        } else if party == Some(at) {
            masthead.meeting = congress::meeting(&text).map(str::to_owned);
            masthead.date = date_in(&text).map(|(date, ..)| date);
            masthead.add(MastheadRole::Session, row);
        } else if masthead.meeting.is_none() && begins_session(&text) {
            let mut printed = row.text.clone();
            masthead.add(MastheadRole::Session, row);
            while !printed.contains("会议") {
                let Some((_, next)) = rows.next_if(|(_, next)| goes_on_with_session(next)) else { break };
                printed.push_str(&next.text);
                masthead.add(MastheadRole::Session, next);
            }
            // `…会议` / `上`
            if let Some((_, rest)) = rows.next_if(|(_, next)| next.text.starts_with('上') && width(&next.text) <= 5) {
                printed.push_str(&rest.text);
                masthead.add(MastheadRole::Session, rest);
            }
            read_session(&printed, &mut masthead);
            if masthead.office.is_some() && masthead.speaker.is_none() {
                take_name(&mut masthead, rows.next_if(|(_, next)| is_name(&compact(&next.text))));
            }
        } else if masthead.date.is_none() && !dated && masthead.is_named() && is_date(&text) {
            masthead.date = date_in(&text).map(|(date, ..)| date);
            masthead.add(MastheadRole::Session, row);
        } else if masthead.speaker.is_none() && at >= begin && is_office(&text) {
            masthead.office = Some(text);
            masthead.add(MastheadRole::Speaker, row);
            take_name(&mut masthead, rows.next_if(|(_, next)| is_name(&compact(&next.text))));
        } else if masthead.speaker.is_none()
            && at >= begin
            && !text.contains("报告")
            && read_speaker(&row.text, &mut masthead)
        {
            masthead.add(MastheadRole::Speaker, row);
        } else {
            aside.push(row);
        }
    }
    if masthead.speaker.is_none() && masthead.meeting.is_some() {
        take_bare_name(&mut masthead, &mut aside);
    }
    beneath::take(&mut masthead, &mut aside);
    (masthead, aside)
}

/// Takes the first line above the speech for the title of a text that prints none of those that official reports have.
pub(super) fn take_headline(report: &mut Report) {
    let body = report.body.first().and_then(|block| block.pieces().first()).map_or(0, |piece| piece.line);
    let headline = |row: &Piece| row.line < body && width(&row.text) >= SHORTEST_HEADLINE && !ends_sentence(&row.text);
    if let Some(at) = report.aside.iter().position(headline) {
        let row = report.aside.remove(at);
        report.masthead.title = Some(compact(&row.text));
        report.masthead.add(MastheadRole::Title, row);
        beneath::take(&mut report.masthead, &mut report.aside);
    }
}

/// A headline has at least as many characters.
const SHORTEST_HEADLINE: usize = 6;

impl Masthead {
    /// Whether a title or a meeting was read already, so that a date behind it is the report's and not the website's.
    fn is_named(&self) -> bool {
        self.title.is_some() || self.meeting.is_some()
    }

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

/// The name that follows an office on the next line.
fn take_name(masthead: &mut Masthead, row: Option<(usize, Piece)>) {
    if let Some((_, name)) = row {
        masthead.speaker = Some(compact(&name.text));
        masthead.add(MastheadRole::Speaker, name);
    }
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

/// Whether a line begins to say when and before which meeting: `——2023年1月5日在淄川区`.
pub(super) fn begins_session(text: &str) -> bool {
    let bare = text.trim_start_matches(is_dash_or_line).trim_start_matches(['（', '(']);
    let dated = date_in(bare).is_some_and(|(_, at, _)| at == 0);
    let meets = text.contains("会议") && (text.contains("大会") || text.contains("人大"));
    dated && (text.contains('在') || text.contains("会议")) || meets && text.contains('在')
}

fn goes_on_with_session(row: &Piece) -> bool {
    width(&row.text) <= 40 && !is_title(&compact(&row.text))
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
    let aside = |c| is_dash_or_line(c) || matches!(c, '（' | '(' | '，' | ',' | '）' | ')');
    masthead.meeting = Some(after[start..end].trim_start_matches(aside).to_owned());
    let rest = after[end..].trim_start_matches('上').trim_start_matches(['）', ')', '，', ',']);
    if is_office(rest) {
        masthead.office = Some(rest.to_owned());
    } else if !read_speaker(rest, masthead) {
        read_speaker_reversed(after[..start].trim_end_matches('在'), masthead);
    }
}

/// The place that a report names, by the surest evidence there is: its meeting, the speaker's office, the title, the first
/// sentences, and last the government that the web page names as its publisher in a line of `aside`.
pub(super) fn place(masthead: &Masthead, opening: &str, aside: &[Piece]) -> Option<String> {
    let meeting = masthead.meeting.as_deref().unwrap_or_default();
    if let Some(place) = organ::place(masthead, opening) {
        return Some(place);
    }
    match masthead.kind {
        ReportKind::Party => return congress::place(meeting),
        // The cabinet is whom a report to the nation's congress is from, unless it says that it is another's.
        ReportKind::Government if meeting.contains("全国人民代表大会") => return Some("国务院".to_owned()),
        _ if opening.contains("我代表国务院") || opening.contains("受国务院委托") => {
            return Some("国务院".to_owned());
        }
        _ if meeting.contains("全国") => return None,
        _ => {}
    }
    let of_meeting = || {
        if organ::CONSULTS.iter().any(|consults| meeting.starts_with(consults)) {
            return named(organ::seat(meeting));
        }
        if meeting.starts_with("中国共产党") {
            return congress::place(meeting);
        }
        named(without_term(meeting.split("人民代表大会").next()?.split("人大").next()?))
    };
    let of_office = || {
        let office = masthead.office.as_deref()?;
        let place = OFFICES.iter().find_map(|word| office.strip_suffix(word)).filter(|_| governs(office))?;
        let place = place.trim_end_matches("代理").trim_end_matches('代').trim_end_matches("人民政府");
        named(place).filter(|place| has_government(place))
    };
    let of_title = || named(title::place_of(masthead.title.as_deref()?)?);
    let of_opening = || governments(opening).find_map(named);
    of_meeting().or_else(of_office).or_else(of_title).or_else(of_opening).or_else(|| of_publisher(opening, aside))
}

/// `市十二届` and `淄川区第十九届` without the count of the term.
fn without_term(text: &str) -> &str {
    let text = text.split_once('第').map_or(text, |(place, _)| place);
    text.trim_end_matches('届').trim_end_matches(|c| han_digit(c).is_some() || c == '十' || is_digit(c))
}

/// Whom the first sentences speak for: `我代表淄川区人民政府`, `我受区长委托，代表淄川区人民政府`.
fn governments(opening: &str) -> impl Iterator<Item = &str> {
    let speaks = |at: &usize| !opening[..*at].ends_with("人民");
    opening.match_indices("代表").map(|(at, _)| at).filter(speaks).filter_map(|at| {
        let (government, _) = opening[at + "代表".len()..].split_once("政府")?;
        Some(without_term(government.trim_end_matches("人民")))
    })
}

/// The place whose government the lines set aside name (`来源：某某县人民政府办公室`), if the speech says that it speaks for a
/// place of this kind. It proves nothing when a newspaper is named, a province that prints a county's report, or two places.
fn of_publisher(opening: &str, aside: &[Piece]) -> Option<String> {
    let kind = governments(opening).find(|kind| PLACE_KINDS.contains(kind))?;
    let texts: Vec<String> = aside.iter().map(|row| compact(&row.text)).collect();
    let of_line = |text: &String| {
        let (before, _) = text.split_once("人民政府")?;
        named(before.rsplit(['：', ':', '>']).next()?).filter(|place| place.ends_with(kind))
    };
    let mut places = texts.iter().filter_map(of_line);
    let first = places.next()?;
    places.all(|place| place == first).then_some(first)
}

/// Whether an office is that of the head of a government, whose name is the place's.
fn governs(office: &str) -> bool {
    !["局长", "厅长", "部长", "主任", "检察长", "院长"].iter().any(|end| office.ends_with(end))
}

/// The place and the year that the words of a title name (`2023年淄川区政府工作报告`), as far as they name them.
pub fn place_and_year(title: &str) -> (Option<String>, Option<u16>) {
    let title = compact(title);
    (title::place_of(&title).and_then(named), year::years(&title).first().copied())
}

/// The years that the words of a title name, in digits or Chinese numerals: `2016政府工作报告`, `陕西省二〇二六年政府工作报告`.
pub fn years_named(title: &str) -> Vec<u16> {
    year::years(&compact(title))
}

/// `text` if it names a place, and not only a kind of place, nor a party.
fn named(text: &str) -> Option<String> {
    let place = (2..=14).contains(&width(text)) && !PLACE_KINDS.contains(&text) && text.chars().all(is_han);
    (place && !text.ends_with('党')).then(|| text.to_owned())
}
