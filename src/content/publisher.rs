//! `[publisher]` of `site.toml`: who makes the site. A government body says with it what 《政府网站发展指引》(国办发〔2017〕47号)
//! asks of every page; anyone else may not.

use toml::Spanned;

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::message::{Language, Message, both, message};
use crate::text::Source;

/// Who makes the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// The name; empty when not said.
    pub name: String,
    /// Where to report a fault: a mail address, a web address, a telephone number; empty when not said.
    pub contact: String,
    /// What only a government body says; `None` for a civic site.
    pub official: Option<Official>,
}

/// What an official site says of itself. Nothing of it is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Official {
    pub site_name: String,
    pub site_domain: String,
    pub site_id: String,
    pub icp: String,
    pub police: String,
    pub column_name: String,
    pub column_description: String,
    pub column_keywords: String,
    pub column_type: String,
}

/// A key that an official site must have: its name, what it is, an example, and what its words must look like.
struct OfficialMark {
    key: &'static str,
    /// In both languages.
    what: &'static str,
    example: &'static str,
    fits: fn(&str) -> bool,
}

const ANY: fn(&str) -> bool = |_| true;

impl Official {
    /// Every mark as `read` finds it, in the order in which faults are told.
    fn by(mut read: impl FnMut(OfficialMark) -> String) -> Official {
        let mut mark = |key, what, example, fits| read(OfficialMark { key, what, example, fits });
        Official {
            site_name: mark(
                "site_name",
                both!("the name of the government site (SiteName)", "政府网站的名称（SiteName）"),
                "淄川区人民政府",
                ANY,
            ),
            site_domain: mark(
                "site_domain",
                both!("its domain, below gov.cn or in Chinese (SiteDomain)", "gov.cn 下的域名或中文域名（SiteDomain）"),
                "www.zichuan.gov.cn",
                is_domain,
            ),
            site_id: mark(
                "site_id",
                both!(
                    "its 网站标识码, 10 digits or bm and 8 digits (SiteIDCode)",
                    "网站标识码，10 位数字，或 bm 加 8 位数字（SiteIDCode）"
                ),
                "3703020001",
                is_site_id,
            ),
            icp: mark("icp", both!("its ICP 备案编号", "ICP 备案编号"), "鲁ICP备05012345号-1", is_icp),
            police: mark(
                "police",
                both!("its 公安备案 number, with 14 digits", "公安备案号，有 14 位数字"),
                "鲁公网安备 37030202000123号",
                is_police,
            ),
            column_name: mark(
                "column_name",
                both!("the column that the reports stand in (ColumnName)", "报告所在的栏目（ColumnName）"),
                "政府工作报告",
                ANY,
            ),
            column_description: mark(
                "column_description",
                both!("what the column holds (ColumnDescription)", "栏目里有什么（ColumnDescription）"),
                "历年政府工作报告全文",
                ANY,
            ),
            column_keywords: mark(
                "column_keywords",
                both!("words that describe the column (ColumnKeywords)", "栏目的关键词（ColumnKeywords）"),
                "政府工作报告,主要目标",
                ANY,
            ),
            column_type: mark(
                "column_type",
                both!("the kind of column (ColumnType)", "栏目的类别（ColumnType）"),
                "政府信息公开",
                ANY,
            ),
        }
    }
}

impl Publisher {
    /// A civic publisher of this name: the short form `publisher = "…"`.
    pub(super) fn named(name: String) -> Publisher {
        Publisher { name, ..Publisher::default() }
    }

    /// Reads the table. Every key that an official site lacks is reported, and every one that a civic site has too many.
    pub(super) fn read(mut fields: Fields<'_>, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Publisher {
        let kind = fields.choice("kind", &[("official", true), ("civic", false)], diagnostics);
        let is_official = kind.unwrap_or(false);
        let [name, contact] = ["name", "contact"].map(|key| {
            let words = fields.words(key, diagnostics).map(Spanned::into_inner).unwrap_or_default();
            words.trim().to_owned()
        });
        if is_official && name.is_empty() {
            let what = both!("who publishes it (主办单位)", "主办单位");
            lacks(&fields, "name", what, "淄川区人民政府办公室", diagnostics);
        }
        if is_official && contact.is_empty() {
            let what = both!("where to report a fault (联系方式)", "联系方式，供读者报告错误");
            lacks(&fields, "contact", what, "0533-1234567", diagnostics);
        }
        let official = Official::by(|mark| match is_official {
            true => value(&mut fields, &mark, source, diagnostics),
            false => refuse(&mut fields, &mark, source, diagnostics),
        });
        fields.finish(diagnostics);
        Publisher { name, contact, official: is_official.then_some(official) }
    }
}

/// A line for each mark of an official site, still to be filled in, with what it is before it.
pub(super) fn official_lines(language: Language) -> String {
    let mut lines = String::new();
    Official::by(|OfficialMark { key, what, example, .. }| {
        let what =
            message!("{what}: {example}", "{what}：{example}", what = Message::from_one_text(what), example = example);
        lines += &format!("# {}\n{key} = \"\"\n", what.said_in(language));
        String::new()
    });
    lines
}

/// The words of a key that an official site must have.
fn value(fields: &mut Fields<'_>, mark: &OfficialMark, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> String {
    let Some(words) = fields.words(mark.key, diagnostics).filter(|words| !words.get_ref().trim().is_empty()) else {
        lacks(fields, mark.key, mark.what, mark.example, diagnostics);
        return String::new();
    };
    if !(mark.fits)(words.get_ref().trim()) {
        let what = Message::from_one_text(mark.what);
        let message = message!(
            "\"{words}\" is not {what}",
            "\"{words}\" 不合规矩，这里写的是{what}",
            words = words.get_ref(),
            what = what
        );
        let help = message!(
            "write it as it was assigned: {key} = \"{example}\"",
            "照核发的写：{key} = \"{example}\"",
            key = mark.key,
            example = mark.example
        );
        diagnostics.push(Diagnostic::error(Code::BAD_VALUE, message).at(source, words.span().into()).with_help(help));
    }
    words.get_ref().trim().to_owned()
}

/// A civic site may not have the key at all, so that it cannot be taken for an official one; empty words say nothing.
fn refuse(fields: &mut Fields<'_>, mark: &OfficialMark, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> String {
    let words = fields.words(mark.key, diagnostics).filter(|words| !words.get_ref().trim().is_empty());
    if let Some(words) = words {
        let message = message!(
            "`{key}` is a mark of an official site, and this one is civic",
            "`{key}` 是政府网站的标记，这个网站不是政府网站",
            key = mark.key
        );
        let help = message!(
            "take the line out; a government body says kind = \"official\" first",
            "删掉这一行；政府机关要先写 kind = \"official\""
        );
        diagnostics.push(Diagnostic::error(Code::BAD_VALUE, message).at(source, words.span().into()).with_help(help));
    }
    String::new()
}

fn lacks(fields: &Fields<'_>, key: &str, what: &str, example: &str, diagnostics: &mut Vec<Diagnostic>) {
    let message = message!(
        "an official site must say `{key}`: {what}",
        "政府网站必须写 `{key}`：{what}",
        key = key,
        what = Message::from_one_text(what)
    );
    diagnostics.push(
        fields
            .missing(message)
            .with_help(message!("add the line: {key} = \"{example}\"", "补上一行：{key} = \"{example}\"")),
    );
}

/// 政府网站标识码: ten digits, for ministries `bm` and eight.
fn is_site_id(words: &str) -> bool {
    let digits = words.strip_prefix("bm").unwrap_or(words);
    words.len() == 10 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// A host below `gov.cn`, or one in Chinese.
fn is_domain(words: &str) -> bool {
    let labels: Vec<&str> = words.split('.').collect();
    let good = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    labels.len() > 1 && labels.iter().all(good) && (!words.is_ascii() || words.ends_with(".gov.cn"))
}

fn is_icp(words: &str) -> bool {
    let rest = words.split_once("ICP备").filter(|(place, _)| place.chars().count() == 1).map(|(_, rest)| rest);
    rest.and_then(|rest| rest.split_once('号')).is_some_and(|(digits, _)| digits.len() >= 8 && is_number(digits))
}

fn is_police(words: &str) -> bool {
    words.contains("公网安备") && words.ends_with('号') && police_code(words).len() == 14
}

/// The digits of a 公安备案 number, by which it is looked up.
fn police_code(words: &str) -> String {
    words.chars().filter(char::is_ascii_digit).collect()
}

fn is_number(words: &str) -> bool {
    words.bytes().all(|b| b.is_ascii_digit())
}

impl Official {
    /// Where one looks up the 公安备案 number.
    pub fn police_address(&self) -> String {
        format!("https://beian.mps.gov.cn/#/query/webSearch?code={}", police_code(&self.police))
    }

    /// Where one looks up the ICP 备案编号.
    pub fn icp_address(&self) -> &'static str {
        "https://beian.miit.gov.cn/"
    }

    /// 我为政府网站找错, where readers report a fault of a government site.
    pub fn fault_address(&self) -> String {
        format!("https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code={}", self.site_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_known_by_its_form() {
        let check = |fits: fn(&str) -> bool, good: &[&str], bad: &[&str]| {
            assert!(good.iter().all(|words| fits(words)), "{good:?}");
            let passed: Vec<_> = bad.iter().filter(|words| fits(words)).collect();
            assert!(passed.is_empty(), "{passed:?}");
        };
        check(is_site_id, &["3703020001", "bm36000005"], &["", "370302000", "37030200011", "BM36000005", "bm3600000x"]);
        check(
            is_domain,
            &["www.zichuan.gov.cn", "zichuan.gov.cn", "淄川.政务"],
            &["gov.cn.example.org", "www.example.org", "https://a.gov.cn", "a.gov.cn/", "gov", ".gov.cn"],
        );
        check(is_icp, &["鲁ICP备05012345号", "京ICP备2021012345号-1"], &["ICP备05012345号", "鲁ICP备号", "05012345"]);
        check(
            is_police,
            &["鲁公网安备 37030202000123号", "京公网安备11010202008132号"],
            &["37030202000123", "鲁公网安备 1号"],
        );
        Official::by(|mark| {
            assert!((mark.fits)(mark.example), "the example of `{}`", mark.key);
            String::new()
        });
    }
}
