//! Which court, procuratorate, standing committee reports, and in which place it sits.

use super::kind::ReportKind;
use super::layout::width;
use super::parts::{Masthead, Report};
use super::place::has_government;
use super::words::lists;
use crate::text::{han_digit, is_digit};

/// The last words of the names of organs that report beside the government, with the kind of their report.
const ORGANS: &[(&str, ReportKind)] = &[
    ("人民检察院", ReportKind::Procuratorate),
    ("人民法院", ReportKind::Court),
    ("常务委员会", ReportKind::Congress),
    ("常委会", ReportKind::Congress),
    ("政治协商会议", ReportKind::Cppcc),
];

/// Of which kind a report is: what its title says; else whom the first sentences speak for; else before whom it is given.
pub(super) fn kind(masthead: &Masthead, opening: &str) -> ReportKind {
    let of_title = || ReportKind::of_title(masthead.title.as_deref()?);
    let of_meeting = || {
        let meeting = masthead.meeting.as_deref()?;
        (meeting.starts_with("中国共产党") && meeting.ends_with("代表大会")).then_some(ReportKind::Party)
    };
    let of_office = || masthead.office.as_deref()?.contains("检察长").then_some(ReportKind::Procuratorate);
    of_meeting().or_else(of_title).or_else(|| of_opening(opening)).or_else(of_office).unwrap_or_default()
}

/// Whether anything tells whose report a text is: its masthead, or a word of it that speaks to an assembly or of a government. Where
/// nothing does (a press release), it is no government's.
pub(super) fn is_told(report: &Report) -> bool {
    let masthead = &report.masthead;
    let printed = masthead.title.is_some() || masthead.meeting.is_some() || masthead.office.is_some();
    let speaks = |text: &str| lists().organ_told.iter().any(|word| text.contains(word));
    printed
        || masthead.kind != ReportKind::Government
        || report.body.iter().any(|block| block.pieces().iter().any(|piece| speaks(&piece.text)))
}

fn of_opening(opening: &str) -> Option<ReportKind> {
    let (name, kind) = spoken_for(opening)?;
    let consults = kind == ReportKind::Congress && (name.contains("政协") || name.contains("政治协商会议"));
    Some(if consults { ReportKind::Cppcc } else { kind })
}

/// The organ that the first sentences speak for, and the kind of its report.
fn spoken_for(opening: &str) -> Option<(&str, ReportKind)> {
    let (_, after) = opening.split_once("我代表")?;
    let ends = ORGANS.iter().filter_map(|(organ, kind)| Some((after.find(organ)? + organ.len(), *kind)));
    let (end, kind) = ends.max_by_key(|(end, _)| *end)?;
    let name = &after[..end];
    // What stands behind a comma is no longer whom the sentence speaks for.
    (width(name) <= 40 && !name.contains(['，', '。'])).then_some((name, kind))
}

/// The place of the organ whose report it is, by its title or its first sentences; the organ itself where it is the nation's,
/// and `None` for a report of a government.
pub(super) fn place(masthead: &Masthead, opening: &str) -> Option<String> {
    if !masthead.kind.is_of_organ() {
        return None;
    }
    let title = masthead.title.as_deref().unwrap_or_default();
    let of_title = || {
        let ends = ORGANS.iter().filter_map(|(organ, _)| Some(title.find(organ)? + organ.len()));
        Some(title[..ends.max()?].trim_start_matches(|c: char| is_digit(c) || c == '年'))
    };
    let organ = of_title().or_else(|| spoken_for(opening).map(|(name, _)| name))?;
    let seat = seat(organ);
    let national = ["最高", "全国"].iter().any(|word| organ.contains(word));
    if has_government(seat) && width(seat) >= 2 {
        return Some(seat.to_owned());
    }
    national.then(|| organ.to_owned())
}

/// What the name of a people's political consultative conference begins with.
pub(super) const CONSULTS: &[&str] = &["中国人民政治协商会议", "政协"];

/// The place in the name of an organ: `淄博市中级人民法院`, `中国人民政治协商会议第十二届淄川区委员会常务委员会`.
pub(super) fn seat(organ: &str) -> &str {
    let name = CONSULTS.iter().find_map(|word| organ.strip_prefix(word)).unwrap_or(organ);
    let name = without_first_term(name);
    let ends = ["人民检察院", "人民法院", "人民代表大会", "人大", "委员会", "第"];
    let end = ends.iter().filter_map(|word| name.find(word)).min().unwrap_or(name.len());
    let name = &name[..end];
    ["中级", "高级"].iter().find_map(|level| name.strip_suffix(level)).unwrap_or(name)
}

/// `第十二届淄川区` without the count of the term.
fn without_first_term(name: &str) -> &str {
    let counted = |c: char| han_digit(c).is_some() || c == '十' || is_digit(c);
    let after = name.strip_prefix('第').map(|rest| rest.trim_start_matches(counted));
    after.and_then(|rest| rest.strip_prefix('届')).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_is_told_by_its_seat() {
        for (organ, place) in [
            ("淄川区人民法院", "淄川区"),
            ("淄博市中级人民法院", "淄博市"),
            ("广西壮族自治区高级人民法院", "广西壮族自治区"),
            ("淄川区人民代表大会常务委员会", "淄川区"),
            ("中国人民政治协商会议第十二届淄川区委员会常务委员会", "淄川区"),
            ("政协淄川区第十二届委员会常务委员会", "淄川区"),
        ] {
            assert_eq!(seat(organ), place, "{organ}");
        }
    }

    #[test]
    fn a_report_without_title_is_of_whom_its_first_sentence_speaks_for() {
        for (opening, due) in [
            ("现在，我代表淄川区人民法院向大会报告工作，请予审议。", ReportKind::Court),
            ("我代表最高人民检察院，向大会报告工作。", ReportKind::Procuratorate),
            ("我代表政协第十二届淄川区委员会常务委员会，向大会报告工作。", ReportKind::Cppcc),
            ("现在，我代表区人民政府，向大会报告工作，请人民法院支持。", ReportKind::Government),
            ("去年成绩很大。", ReportKind::Government),
        ] {
            assert_eq!(kind(&Masthead::default(), opening), due, "{opening}");
        }
    }
}
