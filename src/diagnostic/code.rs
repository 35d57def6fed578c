//! The list of diagnostic codes. Each has a heading in `docs/en/diagnostics.md` and a fixture that produces it.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// The name of a kind of fault, as messages print it in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Code(&'static str);

impl<'de> Deserialize<'de> for Code {
    /// One of the list, by its name.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Code, D::Error> {
        let name = String::deserialize(from)?;
        ALL.iter().copied().find(|code| code.0 == name).ok_or_else(|| D::Error::custom("no code has this name"))
    }
}

impl Code {
    /// The code's text.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

macro_rules! codes {
    ($($name:ident = $text:literal),+ $(,)?) => {
        impl Code { $(#[doc = concat!("`", $text, "`")] pub const $name: Code = Code($text);)+ }
        /// Every code, in the order of the list.
        pub const ALL: &[Code] = &[$(Code::$name),+];
    };
}

codes! {
    // reading a source
    NOT_UTF8 = "not-utf8",
    NOT_A_REPORT = "not-a-report",
    NO_TITLE = "no-title",
    NO_PLACE_OR_YEAR = "no-place-or-year",
    NO_OUTLINE = "no-outline",
    TERM_NOT_FOUND = "term-not-found",
    GLOSSARY_NUMBER = "glossary-number",
    UNNAMED_FIGURE = "unnamed-figure",
    UNPLACED_FIGURE = "unplaced-figure",

    // Markdown
    RAW_HTML = "raw-html",
    PICTURE = "picture",
    STRAY_EMPHASIS = "stray-emphasis",

    // what lies under content/
    TOML_SYNTAX = "toml-syntax",
    FRONT_MATTER = "front-matter",
    MISSING_KEY = "missing-key",
    UNKNOWN_KEY = "unknown-key",
    WRONG_TYPE = "wrong-type",
    BAD_VALUE = "bad-value",
    MISSING_FILE = "missing-file",
    UNKNOWN_FILE = "unknown-file",
    NO_REPORTS = "no-reports",
    STATIC_FILE = "static-file",
    BAD_ID = "bad-id",
    DUPLICATE_ID = "duplicate-id",
    SAME_REPORT = "same-report",
    DAMAGED_LEDGER = "damaged-ledger",
    UNSAVED_LEDGER = "unsaved-ledger",
    GLOSSARY_ENTRY = "glossary-entry",
    CSV_SYNTAX = "csv-syntax",
    EXCEL_CELL = "excel-cell",

    // references
    QUOTE_NOT_FOUND = "quote-not-found",
    QUOTE_AMBIGUOUS = "quote-ambiguous",
    MISQUOTED_FIGURE = "misquoted-figure",
    UNKNOWN_FIGURE = "unknown-figure",
    CHART_ROW = "chart-row",
    DOUBTED_FIGURE = "doubted-figure",
    PAIR_REFUSED = "pair-refused",
    CHART_NUMBER = "chart-number",
    DEAD_LINK = "dead-link",
    TERM_UNUSED = "term-unused",

    // pages
    TEMPLATE = "template",
    FIDELITY = "fidelity",
    NO_SOURCE = "no-source",
    // reports and glossaries
    GLOSSARY_STRAY = "glossary-stray",
    DUPLICATE_TERM = "duplicate-term",
    // disk
    FILE_TOO_LARGE = "file-too-large",
    FILE_NAME = "file-name",
    LINK_LEFT_OUT = "link-left-out",
    FOREIGN_OUTPUT = "foreign-output",
    HAND_MADE_FILE = "hand-made-file",
    OUTPUT_OVERLAPS_INPUT = "output-overlaps-input",
    MARKUP_LEFT = "markup-left",
    CROWDED_LINE = "crowded-line",
    REPEATED_TEXT = "repeated-text",
    DOUBTFUL_ASIDE = "doubtful-aside",
    BROKEN_CHARACTERS = "broken-characters",
    // formats of sources
    UNREADABLE_FORMAT = "unreadable-format",
    DAMAGED_FILE = "damaged-file",
    TOO_MUCH_INSIDE = "too-much-inside",
    LEFT_OUT = "left-out",
    RADICALS = "radicals",
    PAST_LIMIT = "past-limit",
    CONTROL_CHARACTER = "control-character",
    // pictures
    NO_CJK_FONT = "no-cjk-font",
    // links that lead out of the site
    LINK_GONE = "link-gone",
    LINK_UNANSWERED = "link-unanswered",
    LINK_MOVED = "link-moved",
    LINK_LOCAL = "link-local",
    LINKS_NOT_ASKED = "links-not-asked",
    NO_NETWORK = "no-network",
}
