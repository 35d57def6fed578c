//! Knows the furniture of web pages, as typesetters call what is printed around a text: buttons, who wrote and edited it,
//! where it came from.

use super::layout::{compact, width};
use crate::text::Span;

/// Words that are a button, a link or the state of one when nothing else stands on their line.
const BUTTONS: &[&str] = &[
    "下载",
    "打印",
    "打印本页",
    "打印文章",
    "全屏",
    "收藏",
    "加大",
    "还原",
    "减小",
    "放大",
    "缩小",
    "首页",
    "朗读",
    "分享",
    "分享到",
    "关闭",
    "关闭窗口",
    "关闭本页",
    "返回",
    "返回顶部",
    "返回首页",
    "返回列表",
    "大",
    "中",
    "小",
    "字号",
    "字体",
    "微信",
    "微博",
    "false",
    "true",
];

/// Words that a line of a page's own begins with, and a colon behind them.
const LABELS: &[&str] = &[
    "来源",
    "信息来源",
    "文章来源",
    "稿源",
    "时间",
    "发布时间",
    "发布日期",
    "日期",
    "责任编辑",
    "编辑",
    "责编",
    "作者",
    "字号",
    "字体",
    "分享",
    "分享到",
    "浏览次数",
    "点击数",
    "点击量",
    "访问量",
    "阅读次数",
    "阅读量",
    "索引号",
    "发文机关",
    "发布机构",
    "成文日期",
    "公开方式",
    "主题分类",
    "发文字号",
    "有效性",
];

/// Words that a line of a page's own begins with, whatever follows.
const BEGINS: &[&str] = &[
    "相关报道",
    "相关链接",
    "相关阅读",
    "相关文档",
    "相关新闻",
    "扫一扫",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "当前位置",
    "您的位置",
    "您现在的位置",
    "【字号",
    "【字体",
    "打印本页",
    "版权所有",
];

/// Words that stand anywhere in what a website prints at its foot.
const FEET: &[&str] = &["ICP备", "公网安备", "网站标识码", "网站地图", "版权所有"];

/// Where a line says that a newspaper's text goes on upon another page, or came from one: `（下转第四版）`, `(上接A1版)`.
pub(super) fn turns(line: &str) -> Vec<Span> {
    const LONGEST: usize = 12;
    let mut found = Vec::new();
    for (at, sign) in line.match_indices(['（', '(', '【', '［', '[']) {
        let inner = &line[at + sign.len()..];
        let Some(end) = inner.find(['）', ')', '】', '］', ']']) else { break };
        let words = compact(&inner[..end]);
        let page = ["下转", "上接", "接上", "转"].iter().find_map(|turn| words.strip_prefix(turn));
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
    let begins = compact(text);
    let labelled = || {
        let label = begins.split_once(['：', ':']).map(|(label, _)| label);
        label.is_some_and(|label| LABELS.contains(&label))
    };
    is_buttons(text)
        || short && (labelled() || BEGINS.iter().any(|word| begins.starts_with(word)))
        || width(text) <= 80 && FEET.iter().any(|word| begins.contains(word))
}

/// Whether a line holds buttons and nothing else: `【打印】 【关闭窗口】`, `字号：大 中 小`.
fn is_buttons(text: &str) -> bool {
    let frame = |c: char| c.is_whitespace() || "【】[]［］|｜：:>".contains(c);
    let mut parts = text.split(frame).filter(|part| !part.is_empty()).peekable();
    let only_frame = parts.peek().is_none() && text.contains(['】', '>']);
    only_frame || parts.peek().is_some() && parts.all(|part| BUTTONS.contains(&part))
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
