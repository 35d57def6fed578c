//! `content/site.toml`: what holds for the whole site.

use toml::Spanned;

use super::fields::Fields;
use super::file::RawFile;
use super::publisher::Publisher;
use super::web_address::host_of;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::message;
use crate::text::{Source, Span};
use crate::words::Language;

/// What `content/site.toml` says.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The name of the site.
    pub title: String,
    /// One sentence for search engines and messengers; empty when not said.
    pub description: String,
    /// The language of the interface; reports stay as they are.
    pub language: Language,
    /// Where the site will stand, with a slash at the end; `None` when not known.
    pub base_url: Option<String>,
    /// Who publishes the site.
    pub publisher: Publisher,
    /// The address of the licence under which the tables may be used; `None` when not said.
    pub data_license: Option<String>,
    /// How many of a term's mentions become links.
    pub link_terms: LinkTerms,
    /// Which figures have a page of their own.
    pub figure_pages: FigurePages,
    /// Whether each report is made as an EPUB, and as one file of HTML; `None` when not said.
    pub epub: Option<bool>,
    #[allow(missing_docs)]
    pub one_file: Option<bool>,
    /// Whether the devices of readers keep what they read.
    pub offline: bool,
}

/// How many of a term's mentions become links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTerms {
    /// The first on each page (`first-per-section`).
    FirstPerSection,
    /// Every one (`all`).
    All,
    /// The first of the report (`first`).
    First,
}

impl LinkTerms {
    const NAMES: [(&'static str, LinkTerms); 3] =
        [("first-per-section", LinkTerms::FirstPerSection), ("all", LinkTerms::All), ("first", LinkTerms::First)];
}

/// Which figures have a page of their own; the others are found in the text and in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigurePages {
    /// Those that a chart draws, and key statistics (`key`).
    Key,
    /// Every one (`all`).
    All,
    /// None (`none`).
    None,
}

impl FigurePages {
    const NAMES: [(&'static str, FigurePages); 3] =
        [("key", FigurePages::Key), ("all", FigurePages::All), ("none", FigurePages::None)];
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            title: "公读".into(),
            description: String::new(),
            language: Language::default(),
            base_url: None,
            publisher: Publisher::default(),
            data_license: None,
            link_terms: LinkTerms::FirstPerSection,
            figure_pages: FigurePages::Key,
            epub: None,
            one_file: None,
            offline: false,
        }
    }
}

impl Settings {
    /// Reads `site.toml`. Faults are reported and their keys keep the default.
    pub fn read(file: RawFile<'_>) -> Checked<Settings> {
        let mut diagnostics = Vec::new();
        let source = file.source().drain_into(&mut diagnostics);
        let value = source.map_or_else(Settings::default, |source| Settings::of(&source, &mut diagnostics));
        Checked { value, diagnostics }
    }

    fn of(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Settings {
        let default = Settings::default();
        let whole = Span::new(0, source.text().len());
        let mut fields = Fields::parse(source, whole, diagnostics);
        let title = fields.required("title", diagnostics);
        let description = fields.words("description", diagnostics);
        let language = fields.words("language", diagnostics);
        let base_url = fields.words("base_url", diagnostics);
        let publisher = match fields.has_words("publisher") {
            true => {
                Publisher::named(fields.words("publisher", diagnostics).map(Spanned::into_inner).unwrap_or_default())
            }
            false => Publisher::read(fields.table("publisher", diagnostics), source, diagnostics),
        };
        let data_license = fields.words("data_license", diagnostics);
        let [epub, one_file] = ["epub", "one_file"].map(|key| fields.switch(key, diagnostics));
        let offline = fields.flag("offline", diagnostics);
        let mut terms = fields.table("terms", diagnostics);
        let link = terms.choice("link", &LinkTerms::NAMES, diagnostics);
        terms.finish(diagnostics);
        let mut figures = fields.table("figures", diagnostics);
        let figure_pages = figures.choice("pages", &FigurePages::NAMES, diagnostics);
        figures.finish(diagnostics);
        fields.finish(diagnostics);
        Settings {
            title,
            description: description.map(Spanned::into_inner).unwrap_or_default(),
            language: language.map_or(default.language, |tag| language_of(&tag, source, diagnostics)),
            base_url: base_url.and_then(|url| checked(&url, base_url_of, source, diagnostics)),
            publisher,
            data_license: data_license.and_then(|url| checked(&url, license_of, source, diagnostics)),
            link_terms: link.unwrap_or(default.link_terms),
            figure_pages: figure_pages.unwrap_or(default.figure_pages),
            epub,
            one_file,
            offline,
        }
    }
}

/// What `check` makes of some words; its fault gets their place.
fn checked(
    words: &Spanned<String>,
    check: impl Fn(&str) -> Result<Option<String>, Box<Diagnostic>>,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<String> {
    check(words.get_ref()).unwrap_or_else(|fault| {
        diagnostics.push(fault.at(source, words.span().into()));
        None
    })
}

fn license_of(words: &str) -> Result<Option<String>, Box<Diagnostic>> {
    let words = words.trim();
    if words.is_empty() || host_of(words).is_some() {
        return Ok(Some(words.to_owned()).filter(|words| !words.is_empty()));
    }
    let fault = Diagnostic::error(
        Code::BAD_VALUE,
        message!("\"{words}\" is not the address of a licence", "\"{words}\" 不是许可协议的网址"),
    );
    Err(Box::new(fault.with_help(message!(
        "write it in full: https://creativecommons.org/licenses/by/4.0/",
        "写完整的网址：https://creativecommons.org/licenses/by/4.0/"
    ))))
}

/// The language of a tag, or what is said when there is no catalogue for it.
fn language_of(tag: &Spanned<String>, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Language {
    Language::of_tag(tag.get_ref()).unwrap_or_else(|| {
        let fault = Diagnostic::error(
            Code::BAD_VALUE,
            message!("the site does not speak \"{tag}\"", "网站的界面没有 \"{tag}\" 这种语言", tag = tag.get_ref()),
        );
        let [one, other] = Language::ALL.map(Language::tag);
        let help = message!(
            "`language` is that of the interface, \"{one}\" or \"{other}\"; the report stays as it is",
            "`language` 是界面的语言，写 \"{one}\" 或 \"{other}\"；报告保持原样"
        );
        diagnostics.push(fault.at(source, tag.span().into()).with_help(help));
        Language::default()
    })
}

/// Checks the address a site will stand at and gives it one slash at the end; empty words mean that it is not known.
/// The fault has no place yet.
pub fn base_url_of(words: &str) -> Result<Option<String>, Box<Diagnostic>> {
    let words = words.trim();
    if words.is_empty() {
        return Ok(None);
    }
    if host_of(words).is_none() || words.contains(['?', '#']) {
        let fault = Diagnostic::error(
            Code::BAD_VALUE,
            message!("\"{words}\" is not the address of a site", "\"{words}\" 不是网站的网址"),
        );
        return Err(Box::new(fault.with_help(message!(
            "write it with its scheme and without ? or #: https://example.org/reports/",
            "以 https:// 开头，不带 ? 和 #：https://example.org/reports/"
        ))));
    }
    Ok(Some(format!("{}/", words.trim_end_matches('/'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The licence of the tables, and the messages.
    fn check(line: &str, licence: Option<&str>, expect: &[&str]) {
        let text = format!("title = \"公读\"\n{line}\n");
        let file = RawFile { path: "site.toml", name: "site.toml", bytes: text.as_bytes() };
        let Checked { value: settings, diagnostics } = Settings::read(file);
        let said: Vec<&str> = diagnostics.iter().map(|found| found.message.said_in(Language::English)).collect();
        assert_eq!((settings.data_license.as_deref(), said.as_slice()), (licence, expect));
    }

    #[test]
    fn a_licence_is_an_address_of_the_web_or_not_said() {
        let by = "https://creativecommons.org/licenses/by/4.0/deed.zh-hans?x#y";
        check(&format!("data_license = \"{by}\""), Some(by), &[]);
        check("data_license = \" \"", None, &[]);
        check("", None, &[]);
        check("data_license = \"CC BY\"", None, &["\"CC BY\" is not the address of a licence"]);
        check("data_license = \"https://\"", None, &["\"https://\" is not the address of a licence"]);
        check("data_license = \"javascript:x\"", None, &["\"javascript:x\" is not the address of a licence"]);
    }

    #[test]
    fn what_is_switched_is_on_or_off_or_not_said() {
        let read = |line: &str| {
            let text = format!("title = \"公读\"\n{line}\n");
            Settings::read(RawFile { path: "site.toml", name: "site.toml", bytes: text.as_bytes() })
        };
        for (line, epub) in [("", None), ("epub = true", Some(true)), ("epub = false", Some(false)), ("epub = 1", None)]
        {
            let settings = read(line);
            assert_eq!((settings.value.epub, settings.value.one_file), (epub, None));
            assert_eq!(settings.diagnostics.len(), usize::from(line.ends_with('1')), "{line}");
        }
        assert_eq!(read("one_file = false").value.one_file, Some(false));
    }

    #[test]
    fn the_address_of_a_site_has_no_query() {
        for (words, expect) in [("https://a.cn/b", Some("https://a.cn/b/")), ("", None)] {
            assert_eq!(base_url_of(words).unwrap().as_deref(), expect);
        }
        for words in ["a.cn", "https://a.cn/?x", "https://a.cn/#x", "https:///", "https://a b"] {
            assert!(base_url_of(words).is_err(), "{words}");
        }
    }
}
