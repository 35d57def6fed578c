//! The theme: templates and assets, embedded in the program, each file overridable by one of the same path in a folder.
//! The only owner of the template engine.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::style_rules::StyleRules;
use super::{assets, phrases};
use crate::artifact::Artifact;
use crate::content::RawFile;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::{Message, message};
use crate::text::{Source, Span};
use crate::topics::TopicTable;
use crate::words::{Language, Words};

macro_rules! embedded {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/default/", $path)))),+]
    };
}

/// The default theme, file by file.
const EMBEDDED: &[(&str, &[u8])] = embedded![
    "assets/404.css",
    "assets/aloud.js",
    "assets/chart.css",
    "assets/icon.svg",
    "assets/margin.js",
    "assets/reader.js/10-gongdu.js",
    "assets/reader.js/20-kept.js",
    "assets/reader.js/30-copy.js",
    "assets/reader.js/40-sheet.js",
    "assets/reader.js/50-share.js",
    "assets/reader.js/65-anchor.js",
    "assets/reader.js/70-type.js",
    "assets/reader.js/80-offline.js",
    "assets/reading.js/10-marks.js",
    "assets/reading.js/20-card.js",
    "assets/reading.js/30-bars.js",
    "assets/reading.js/40-aloud.js",
    "assets/reading.js/50-contents.js",
    "assets/reading.js/55-even.js",
    "assets/reading.js/60-margin.js",
    "assets/reading.js/70-resume.js",
    "assets/search.js",
    "assets/share.js",
    "assets/sift.js",
    "assets/style.css/10-tokens.css",
    "assets/style.css/20-type.css",
    "assets/style.css/30-frame.css",
    "assets/style.css/40-text.css",
    "assets/style.css/50-lists.css",
    "assets/style.css/60-sheets.css",
    "assets/style.css/65-search.css",
    "assets/style.css/70-tables.css",
    "assets/style.css/75-pages.css",
    "assets/style.css/80-large.css",
    "assets/style.css/85-wide.css",
    "assets/style.css/90-media.css",
    "assets/style.css/95-print.css",
    "assets/worker.js",
    "templates/404.html",
    "templates/about.html",
    "templates/accessibility.html",
    "templates/base.html",
    "templates/chart.html",
    "templates/charts.html",
    "templates/compared.html",
    "templates/contents.html",
    "templates/data.html",
    "templates/downloads.html",
    "templates/feed.xml",
    "templates/figure.html",
    "templates/figures.html",
    "templates/full-file.html",
    "templates/full.html",
    "templates/glossary.html",
    "templates/jump.html",
    "templates/last-year.html",
    "templates/library.html",
    "templates/marks.html",
    "templates/masthead.html",
    "templates/moved.html",
    "templates/over-years.html",
    "templates/overview.html",
    "templates/promises.html",
    "templates/search.html",
    "templates/section.html",
    "templates/share.html",
    "templates/side.html",
    "templates/sitemap.xml",
    "templates/statistics.html",
    "templates/terms.html",
    "templates/tiles.html",
    "templates/topic.html",
    "templates/topics.html",
    "templates/whole.html",
    "templates/year-places.html",
    "templates/years.html",
];

/// The asset that is no file of the site but stands in the page 404.html, which may be shown at any address.
const MISSING_STYLE: &str = "assets/404.css";

/// The script that keeps the site on a reader's device, and the part of another that asks for it; only where the operator wants it.
const WORKER: &str = "assets/worker.js";
const ASKS_FOR_WORKER: &str = "assets/reader.js/80-offline.js";

/// Templates ready to render and assets ready to write.
pub struct Theme {
    engine: Tera,
    assets: BTreeMap<String, Vec<u8>>,
    /// The path of each on the site.
    names: BTreeMap<String, String>,
    /// Whether a folder replaces anything of the default theme.
    own: bool,
    /// Every template by its path, for messages.
    sources: BTreeMap<String, Source>,
    /// What its style sheets do to words; none for the default theme, of which the tests know.
    style_rules: StyleRules,
}

impl Theme {
    /// The default theme with the files of a folder laid over it, and the words that templates and script show; those of
    /// the folder are among them already. Files that no theme has are reported: a template with a slip in its name would
    /// silently do nothing. `offline`: whether readers' devices keep the site.
    pub fn load(over: &[RawFile<'_>], words: &Words, offline: bool) -> Checked<Option<Theme>> {
        let mut diagnostics = Vec::new();
        let value = Theme::compile(over, words, offline, &mut diagnostics);
        Checked { value, diagnostics }
    }

    fn compile(over: &[RawFile<'_>], words: &Words, offline: bool, diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
        let mut files: BTreeMap<&str, (Cow<'_, str>, &[u8])> = EMBEDDED
            .iter()
            .map(|(path, bytes)| (*path, (Cow::Owned(format!("themes/default/{path}")), *bytes)))
            .collect();
        for file in over {
            if file.path.starts_with("templates/") || file.path.starts_with("assets/") {
                files.retain(|path, _| !assets::replaces(file.path, path));
                files.insert(file.path, (Cow::Borrowed(file.name), file.bytes));
            } else if TopicTable::file() != file.path && Language::ALL.iter().all(|one| one.file() != file.path) {
                diagnostics.push(
                    Diagnostic::warning(
                        Code::UNKNOWN_FILE,
                        message!("`{path}` is no part of a theme", "`{path}` 不是主题的文件", path = file.path),
                    )
                    .in_file(file.name)
                    .with_help(message!(
                        "a theme has the folders templates/ and assets/, words/zh.toml, words/en.toml and words/topics.toml",
                        "主题里有 templates/ 和 assets/ 两个文件夹，words/zh.toml、words/en.toml 和 words/topics.toml 三个文件"
                    )),
                );
            }
        }
        files.retain(|path, _| offline || *path != ASKS_FOR_WORKER);
        let mut sources = BTreeMap::new();
        for (path, (name, bytes)) in &files {
            if let Some(template) = path.strip_prefix("templates/") {
                let raw = RawFile { path, name, bytes };
                sources.insert(template.to_owned(), raw.source().drain_into(diagnostics)?);
            }
        }
        let assets = assets::joined(files.iter().map(|(path, (_, bytes))| (*path, *bytes)), words);
        let mut style_rules = StyleRules::default();
        let own = !over.is_empty();
        for (path, (name, bytes)) in files.iter().filter(|(path, _)| own && path.ends_with(".css")) {
            let sheet = RawFile { path, name, bytes }.source().drain_into(diagnostics);
            sheet.into_iter().for_each(|sheet| style_rules.add(sheet));
        }
        let names = assets::named(&assets);
        let mut theme = Theme { engine: Tera::new(), assets, names, own, sources, style_rules };
        theme.engine.autoescape_on(vec![".html", ".xml"]);
        phrases::teach(&mut theme.engine, words);
        let templates = theme.sources.iter().map(|(name, source)| (name.as_str(), source.text()));
        if let Err(error) = theme.engine.add_raw_templates(templates) {
            diagnostics.push(theme.fault(&error));
            return None;
        }
        Some(theme)
    }

    /// Renders a template with a view. A fault of the template is one of the text, with its place.
    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<String, Box<Diagnostic>> {
        let context = Context::from_serialize(view).map_err(|error| Box::new(self.fault(&error)))?;
        self.engine.render(template, &context).map_err(|error| Box::new(self.fault(&error)))
    }

    /// The assets as files of the site.
    pub fn assets(&self) -> impl Iterator<Item = Artifact> + '_ {
        let files = self.assets.iter().filter(|(path, _)| ![MISSING_STYLE, WORKER].contains(&path.as_str()));
        files.map(|(path, bytes)| Artifact { path: self.names[path].clone(), bytes: bytes.clone().into() })
    }

    /// The path that each asset has on the site.
    pub fn names(&self) -> &BTreeMap<String, String> {
        &self.names
    }

    /// The style sheet of the page that stands where there is none: it is written into the page.
    pub(super) fn missing_style(&self) -> &str {
        self.assets.get(MISSING_STYLE).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// The script that keeps the site on a reader's device.
    pub(super) fn worker(&self) -> &str {
        self.assets.get(WORKER).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// The style sheets of a page of text and charts as one text, for a page that holds them itself.
    pub(super) fn whole_style(&self) -> String {
        let sheets = ["assets/style.css", "assets/chart.css"].iter().filter_map(|path| self.assets.get(*path));
        // No sheet ends the element that it stands in.
        sheets.map(|bytes| String::from_utf8_lossy(bytes).replace("</", "<\\/")).collect()
    }

    /// Whether the theme is another than the default one.
    pub fn is_own(&self) -> bool {
        self.own
    }

    /// The rules of its style sheets that hide words or print some.
    pub(super) fn style_rules(&self) -> &StyleRules {
        &self.style_rules
    }

    /// What messages call the file of a template.
    pub(super) fn template_name<'t>(&'t self, template: &'t str) -> &'t str {
        self.sources.get(template).map_or(template, Source::name)
    }

    fn fault(&self, error: &tera::Error) -> Diagnostic {
        let help = message!(
            "compare the template with the one of the same name in themes/default/templates",
            "和 themes/default/templates 里同名的模板对一对"
        );
        let report = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => report,
            _ => {
                return Diagnostic::error(
                    Code::TEMPLATE,
                    message!("the theme: {why}", "主题用不了：{why}", why = Message::from_one_text(&error.to_string())),
                )
                .with_help(help);
            }
        };
        let fault = Diagnostic::error(
            Code::TEMPLATE,
            message!(
                "the template cannot be used: {why}",
                "模板用不了：{why}",
                why = Message::from_one_text(report.message().trim_end_matches('.'))
            ),
        );
        match self.sources.get(report.filename()) {
            Some(source) => {
                let line = source.line(report.span().start_line.clamp(1, source.line_count()));
                let column =
                    line.text.char_indices().nth(report.span().start_col).map_or(line.text.len(), |(at, _)| at);
                let start = line.span.start + column;
                fault.at(source, Span::new(start, (start + 1).min(line.span.end).max(start))).with_help(help)
            }
            None => fault.in_file(report.filename()).with_help(help),
        }
    }
}
