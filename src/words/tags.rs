//! What a site needs to know of its language: tags, and where its words stand.

use crate::message::Language;

impl Language {
    /// The language of a BCP 47 tag as `site.toml` writes it; `None` when there is no catalogue for it.
    pub fn of_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The tag of the language that every report is written in.
    pub const REPORT: &str = "zh-CN";

    /// Its name in the Open Graph protocol, language and territory.
    pub fn locale(self) -> &'static str {
        match self {
            Language::Chinese => "zh_CN",
            Language::English => "en_US",
        }
    }

    /// The path of its catalogue in a theme.
    pub fn file(self) -> &'static str {
        match self {
            Language::Chinese => "words/zh.toml",
            Language::English => "words/en.toml",
        }
    }
}
