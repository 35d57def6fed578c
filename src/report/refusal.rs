//! What is refused as no report, and why: most often a glossary that was saved without its report.

use super::glossary_rows::{is_entry, is_glossary_title};
use super::layout::{compact, ends_sentence, width};
use super::parts::Piece;
use super::speech::is_salutation;
use crate::diagnostic::{Code, Diagnostic};
use crate::message::message;
use crate::text::{Source, Span};

/// Whether the rows are a glossary and nothing else: under a heading that says so, or without one, all of them entries with
/// what goes on with them; nobody is addressed.
pub(super) fn is_glossary_alone(rows: &[Piece]) -> bool {
    let addresses = |row: &Piece| is_salutation(&compact(&row.text)) || row.text.contains("我代表");
    let headed = rows.iter().take(3).position(|row| is_glossary_title(&row.text));
    let entries = &rows[headed.map_or(0, |at| at + 1)..];
    let count = entries.iter().filter(|row| defines(&row.text)).count();
    let many = if headed.is_some() { count * 3 >= entries.len() } else { count >= 3 && count == entries.len() };
    count > 0 && many && !rows.iter().any(addresses)
}

/// Whether a row is an entry with its definition, or one whose definition follows on the next row.
fn defines(text: &str) -> bool {
    let named = text.split_once(['：', ':']).is_some_and(|(term, _)| width(term) <= 40 && !ends_sentence(term));
    is_entry(text) && named
}

/// Why a text in which no speech was found is refused.
pub(super) fn refused(source: &Source, at: Span, glossary: bool) -> Diagnostic {
    let (message, help) = if glossary {
        (
            message!("this is a glossary without its report", "这里只有名词解释，没有报告正文"),
            message!(
                "join it to its report: put the entries behind the report's last paragraph, under a line 名词解释, in one \
                 file, and import that",
                "请和报告接在一起：把这些条目放在报告最后一段之后，前面单独一行写“名词解释”，存成一个文件再导入"
            ),
        )
    } else {
        (
            message!("no speech was found in this text", "这份文本里找不到讲话"),
            message!(
                "give the text of a report: a title, 各位代表：, headings and paragraphs",
                "请给报告全文：标题、“各位代表：”、各级标题和段落"
            ),
        )
    };
    Diagnostic::error(Code::NOT_A_REPORT, message).at(source, at).with_help(help)
}

#[cfg(test)]
mod tests {
    use crate::report::read;
    use crate::text::Source;

    #[track_caller]
    fn check(text: &str, says: &str) {
        let found = read(&Source::new("a.txt", text)).diagnostics;
        let refused = found.iter().find(|found| found.code.as_str() == "not-a-report");
        let said = refused.map_or("", |refused| refused.message.said_in(crate::message::Language::English));
        assert_eq!(said, says, "{text}");
    }

    #[test]
    fn a_glossary_alone_is_told_from_a_report() {
        let alone = "this is a glossary without its report";
        let long = "减轻义务教育阶段学生过重的作业负担和校外培训负担，".repeat(5);
        check(&format!("《政府工作报告》名词解释\n1．“双减”：{long}。\n2．“放管服”：简政放权的简称。"), alone);
        check("名词解释\n1.“四上”企业：\n规模以上工业等企业。\n2.专精特新：\n专业化等。", alone);
        check("1．双减：减轻负担。\n2．放管服：简政放权。\n3．专精特新：专业化。", alone);
        check("通知\n请来开会。", "no speech was found in this text");
        check(&format!("名词解释\n各位代表：\n现在，我代表区人民政府报告工作。\n一、回顾\n{long}。"), "");
    }
}
