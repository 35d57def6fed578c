//! Reads who delivers a report: an office and a name, apart or in one.

use super::layout::{compact, is_blank, is_dash_or_line, width};
use super::parts::Masthead;
use super::words::lists;
use crate::text::is_han;

/// The last words of offices.
pub(super) const OFFICES: &[&str] = &[
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
    "局长",
    "厅长",
    "部长",
    "主席",
    "行政长官",
    "主任",
    "专员",
    "检察长",
    "院长",
    "委员长",
    "董事长",
    "理事长",
    "审计长",
    "司长",
];

/// `淄川区人民政府区长　冯炳涛`, `代县长：某某`, `省长毛伟明作政府工作报告。`
pub(super) fn read_speaker(printed: &str, masthead: &mut Masthead) -> bool {
    if let Some((office, name)) = apart(printed) {
        masthead.office = Some(office.to_owned());
        masthead.speaker = Some(name.to_owned());
        return true;
    }
    let text = compact(printed);
    let text = ["作政府工作报告", "作工作报告", "作报告", "向大会", "代表", "同志"]
        .iter()
        .fold(text.as_str(), |text, word| text.find(word).filter(|at| *at > 0).map_or(text, |at| &text[..at]));
    let text = ["报告人", "作者"]
        .iter()
        .find_map(|label| text.strip_prefix(label))
        .unwrap_or(text)
        .trim_matches(|c| is_dash_or_line(c) || matches!(c, '：' | ':' | '（' | '('));
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
pub(super) fn read_speaker_reversed(text: &str, masthead: &mut Masthead) {
    for office in OFFICES {
        if let Some(name) = text.strip_suffix(office).filter(|name| is_name(name) && width(name) <= 4) {
            masthead.office = Some((*office).to_owned());
            masthead.speaker = Some(name.to_owned());
        }
    }
}

/// A line that is an office and nothing else, the name following on the next.
pub(super) fn is_office(text: &str) -> bool {
    width(text) <= 20 && OFFICES.iter().any(|office| text.ends_with(office)) && !text.contains(['，', '。', '：', '在'])
}

/// Two to four Chinese characters, or more with the point of transcribed names.
pub(super) fn is_name(text: &str) -> bool {
    let pointed = |c: char| matches!(c, '·' | '•' | '・');
    let longest = if text.contains(pointed) { 16 } else { 4 };
    text.chars().all(|c| is_han(c) || pointed(c))
        && (2..=longest).contains(&width(text))
        && !lists().front_heads.contains(&text)
}

/// A line that is the name of an office that issues reports in its own name (`临川县统计局`, `国家统计局临川调查队`).
pub(super) fn is_issuer(text: &str) -> bool {
    text.chars().all(is_han)
        && (5..=30).contains(&width(text))
        && lists().issuer_ends.iter().any(|end| text.ends_with(end))
}

/// Office and name with a blank between them and nothing else on the line, where a name may be long without a point
/// (`旗长　额尔敦巴特尔`).
fn apart(printed: &str) -> Option<(&str, &str)> {
    let (office, name) = printed.trim_matches(is_blank).split_once(is_blank)?;
    let name = name.trim_start_matches(is_blank);
    let long = (5..=8).contains(&width(name)) && name.chars().all(is_han) && !name.ends_with("同志");
    (is_office(office) && long).then_some((office, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: Option<(&str, &str)>) {
        let mut masthead = Masthead::default();
        read_speaker(line, &mut masthead);
        assert_eq!(masthead.office.as_deref().zip(masthead.speaker.as_deref()), expect, "{line}");
    }

    #[test]
    fn office_and_name_are_told_apart() {
        check("区长  冯炳涛", Some(("区长", "冯炳涛")));
        check("国务院总理温家宝", Some(("国务院总理", "温家宝")));
        check("（代县长　张　三）", Some(("代县长", "张三")));
        check("区长（代）：李四", Some(("区长（代）", "李四")));
        check("报告人：淄川区人民政府代理区长 王五", Some(("淄川区人民政府代理区长", "王五")));
        check("自治区主席 艾尔肯·吐尼亚孜", Some(("自治区主席", "艾尔肯·吐尼亚孜")));
        check("鄂温克族自治旗旗长 额尔敦巴特尔", Some(("鄂温克族自治旗旗长", "额尔敦巴特尔")));
        check("作者：区长 冯炳涛", Some(("区长", "冯炳涛")));
        check("淄川区区长 冯炳涛同志", Some(("淄川区区长", "冯炳涛")));
        check("省长毛伟明作政府工作报告。", Some(("省长", "毛伟明")));
    }

    #[test]
    fn other_lines_name_no_speaker() {
        check("冯炳涛", None);
        check("区长在会上指出要加快发展", None);
        check("来源：区政府办公室", None);
        check("目录", None);
        assert!(is_issuer("国家统计局临川调查队") && is_issuer("临川县发展和改革局"));
        assert!(!is_issuer("四川日报") && !is_issuer("来源：区政府办公室"));
    }
}
