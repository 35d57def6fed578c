//! `content/site.toml`: what holds for the whole site.

use toml::Spanned;

use super::fields::{Fields, nearest};
use super::file::RawFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Source, Span};

/// The `site.toml` that a content folder begins with, every key in it.
pub const FIRST_SETTINGS: &str = r#"# 整个网站的设置；各项说明见 docs/content.md。
title = "公读"
description = "把政府工作报告做成谁都能读、能查、能引的网页。"
language = "zh-CN"

# 网站的网址；知道以后填上，才有规范链接、社交预览和 sitemap.xml。
base_url = ""

# 谁做的这个网站，印在页脚。
publisher = ""

[terms]
# 名词链接的次数：first-per-section 每页第一次，all 每次，first 全报告第一次。
link = "first-per-section"
"#;

/// What `content/site.toml` says.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The name of the site.
    pub title: String,
    /// One sentence for search engines and messengers; empty when not said.
    pub description: String,
    /// The language of the pages as a BCP 47 tag.
    pub language: String,
    /// Where the site will stand, with a slash at the end; `None` when not known.
    pub base_url: Option<String>,
    /// Who publishes the site; empty when not said.
    pub publisher: String,
    /// How many of a term's mentions become links.
    pub link_terms: LinkTerms,
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

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            title: "公读".into(),
            description: String::new(),
            language: "zh-CN".into(),
            base_url: None,
            publisher: String::new(),
            link_terms: LinkTerms::FirstPerSection,
        }
    }
}

impl Settings {
    /// Reads `site.toml`. Faults are reported and their keys keep the default.
    pub fn read(file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Settings {
        let default = Settings::default();
        let Some(source) = file.source(diagnostics) else { return default };
        let whole = Span::new(0, source.text().len());
        let mut fields = Fields::parse(&source, whole, diagnostics);
        let title = fields.required("title", diagnostics);
        let description = fields.words("description", diagnostics);
        let language = fields.words("language", diagnostics);
        let base_url = fields.words("base_url", diagnostics);
        let publisher = fields.words("publisher", diagnostics);
        let mut terms = fields.table("terms", diagnostics);
        let link = terms.words("link", diagnostics);
        terms.finish(diagnostics);
        fields.finish(diagnostics);
        Settings {
            title,
            description: description.map(Spanned::into_inner).unwrap_or_default(),
            language: language.map_or(default.language, Spanned::into_inner),
            base_url: base_url.and_then(|url| {
                let span = Span::new(url.span().start, url.span().end);
                match base_url_of(url.get_ref()) {
                    Ok(url) => url,
                    Err(fault) => {
                        diagnostics.push(fault.at(&source, span));
                        None
                    }
                }
            }),
            publisher: publisher.map(Spanned::into_inner).unwrap_or_default(),
            link_terms: link.map_or(default.link_terms, |name| link_terms_of(&name, &source, diagnostics)),
        }
    }
}

fn link_terms_of(name: &Spanned<String>, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> LinkTerms {
    if let Some((_, policy)) = LinkTerms::NAMES.iter().find(|(known, _)| known == name.get_ref()) {
        return *policy;
    }
    let known = LinkTerms::NAMES.map(|(known, _)| known);
    let help = match nearest(name.get_ref(), &known) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => format!("it is one of: {}", known.join(", ")),
    };
    let span = Span::new(name.span().start, name.span().end);
    let fault = Diagnostic::error(Code::BAD_VALUE, format!("`link` cannot be \"{}\"", name.get_ref()));
    diagnostics.push(fault.at(source, span).with_help(help));
    LinkTerms::FirstPerSection
}

/// Checks the address a site will stand at and gives it one slash at the end; empty words mean that it is not known.
/// The fault has no place yet.
pub fn base_url_of(words: &str) -> Result<Option<String>, Box<Diagnostic>> {
    let words = words.trim();
    if words.is_empty() {
        return Ok(None);
    }
    let rest = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split('/').next().unwrap_or_default());
    let odd = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '?' | '#' | '`' | '{' | '}')
    };
    if host.is_none_or(str::is_empty) || words.contains(odd) {
        let fault = Diagnostic::error(Code::BAD_VALUE, format!("\"{words}\" is not the address of a site"));
        return Err(Box::new(
            fault.with_help("write it with its scheme and without ? or #: https://example.org/reports/"),
        ));
    }
    Ok(Some(format!("{}/", words.trim_end_matches('/'))))
}
