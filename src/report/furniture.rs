//! Knows the furniture of web pages, as typesetters call what is printed around a text: buttons, who wrote and edited it,
//! where it came from.

use super::layout::{compact, width};
use super::words::lists;
use crate::text::Span;

/// Where a line says that a newspaper's text goes on upon another page, or came from one: `（下转第四版）`, `(上接A1版)`.
pub(super) fn turns(line: &str) -> Vec<Span> {
    const LONGEST: usize = 12;
    let mut found = Vec::new();
    for (at, sign) in line.match_indices(['（', '(', '【', '［', '[']) {
        let inner = &line[at + sign.len()..];
        let Some(end) = inner.find(['）', ')', '】', '］', ']']) else { break };
        let words = compact(&inner[..end]);
        let page = lists().turn.iter().find_map(|turn| words.strip_prefix(turn));
        if page.is_some_and(|page| page.ends_with(['版', '页', '面'])) && width(&words) <= LONGEST {
            let close = inner[end..].chars().next().map_or(0, char::len_utf8);
            found.push(Span::new(at, at + sign.len() + end + close));
        }
    }
    found
}

/// Whether a whole line is a web page's furniture. A long line never is.
pub(super) fn is_furniture(text: &str) -> bool {
    let short = width(text) <= 40;
    let printed = compact(text);
    let framed = printed.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
    let begins = framed.unwrap_or(&printed);
    let labelled = || {
        let label = begins.split_once(['：', ':']).map(|(label, _)| label);
        label.is_some_and(|label| lists().label.contains(&label))
    };
    is_buttons(text)
        || names_file(begins)
        || short && (labelled() || lists().page_begins.iter().any(|word| begins.starts_with(word)))
        || width(text) <= 80 && lists().page_holds.iter().any(|word| begins.contains(word))
}

/// Whether a line is the name of a file to take down: `附件：2026年政府工作报告.docx`.
fn names_file(line: &str) -> bool {
    let end = line.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    let kinds = ["doc", "docx", "wps", "pdf", "ofd", "xls", "xlsx", "zip", "rar"];
    width(line) <= 60 && end.is_some_and(|end| kinds.contains(&end.as_str()))
}

/// Whether a line holds buttons and nothing else: `【打印】 【关闭窗口】`, `字号：大 中 小`.
fn is_buttons(text: &str) -> bool {
    let frame = |c: char| c.is_whitespace() || "【】[]［］|｜：:>".contains(c);
    let mut parts = text.split(frame).filter(|part| !part.is_empty()).peekable();
    let only_frame = parts.peek().is_none() && text.contains(['】', '>']);
    only_frame || parts.peek().is_some() && parts.all(|part| lists().button.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::is_furniture;

    #[test]
    fn what_a_page_prints_around_an_article_is_furniture() {
        for text in [
            "下载",
            "】",
            ">",
            "【打印本页】 【关闭窗口】",
            "字号：大 中 小",
            "来源 : 南方日报",
            "（责任编辑：李某）",
            "附件：2026年政府工作报告.docx",
            "微信扫一扫",
            "发布日期：2023-01-12",
            "扫一扫在手机打开当前页",
            "下一篇：关于财政预算的报告",
            "鲁ICP备05012345号 鲁公网安备 37030202000123号",
        ] {
            assert!(is_furniture(text), "{text}");
        }
    }

    #[test]
    fn a_report_s_own_lines_are_none() {
        for text in ["主办单位：省教育厅", "一、工作回顾", "来源于人民", "中小微企业", "时间服从质量。", "大力发展"]
        {
            assert!(!is_furniture(text), "{text}");
        }
    }
}
