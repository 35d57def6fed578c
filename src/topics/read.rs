//! Reads the table of topics: TOML with a table for each topic and each everyday query. Says nothing of how the rows fit together.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::wording::Wording;
use crate::diagnostic::{Code, Diagnostic, not_toml};
use crate::message::{Message, message};
use crate::text::{Source, Span, nearest};

/// What a file says, in its order.
#[derive(Default)]
pub(super) struct TopicRows {
    pub left_out: Option<Vec<String>>,
    pub place_endings: Option<Vec<String>>,
    pub topics: Vec<TopicRow>,
    pub queries: Vec<TopicRow>,
}

/// A row as it is written; what it does not say is `None`.
pub(super) struct TopicRow {
    pub name: (String, Span),
    pub slug: Option<(String, Span)>,
    pub english: Option<String>,
    pub topic: Option<(String, Span)>,
    pub words: Option<Vec<String>>,
    pub not: Option<Vec<String>>,
}

impl TopicRow {
    /// The wording of the row, where it says nothing that of `own`.
    pub fn wording_over(&self, own: &Wording) -> Wording {
        let words = self.words.clone().unwrap_or_else(|| own.words.clone());
        Wording { words, not: self.not.clone().unwrap_or_else(|| own.not.clone()) }
    }
}

/// The tables of the file, and the keys of a row in each.
const TABLES: [&str; 4] = ["left_out", "place_endings", "topic", "query"];
const OF_A_LIST: [&str; 1] = ["words"];
const OF_TOPIC: [&str; 4] = ["slug", "english", "words", "not"];
const OF_QUERY: [&str; 3] = ["topic", "words", "not"];

/// Reads a whole file. What does not fit is reported and left out.
pub(super) fn rows(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> TopicRows {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in errors {
        let span = error.span().map_or_else(Span::default, Span::from);
        diagnostics.push(Diagnostic::error(Code::TOML_SYNTAX, not_toml(error.message())).at(source, span).with_help(
            message!(
                "a row begins with [topic.\"养老\"], words stand in brackets: words = [\"养老\", \"老年\"]",
                "一行以 [topic.\"养老\"] 开头，字词写在方括号里：words = [\"养老\", \"老年\"]"
            ),
        ));
    }
    let mut reader = RowReader { source, diagnostics };
    let mut rows = TopicRows::default();
    for (name, value) in table.into_inner() {
        let place = name.span().into();
        match name.get_ref().as_ref() {
            "left_out" => {
                rows.left_out = reader.row(&name, &value, &OF_A_LIST).and_then(|row| row.words);
            }
            "place_endings" => {
                rows.place_endings = reader.row(&name, &value, &OF_A_LIST).and_then(|row| row.words);
            }
            "topic" => rows.topics = reader.all(&name, &value, &OF_TOPIC),
            "query" => rows.queries = reader.all(&name, &value, &OF_QUERY),
            other => reader.unknown(other, &TABLES, place),
        }
    }
    rows
}

type RowKey<'t> = Spanned<std::borrow::Cow<'t, str>>;

struct RowReader<'a> {
    source: &'a Source,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl RowReader<'_> {
    /// The rows of a table of tables, in the order in which they stand.
    fn all(&mut self, name: &RowKey<'_>, value: &Spanned<DeValue<'_>>, keys: &[&str]) -> Vec<TopicRow> {
        let DeValue::Table(tables) = value.get_ref() else {
            self.wrong(name.get_ref(), value.span().into(), message!("a table", "表"));
            return Vec::new();
        };
        let mut rows: Vec<TopicRow> = tables.iter().filter_map(|(name, value)| self.row(name, value, keys)).collect();
        rows.sort_by_key(|row| row.name.1.start);
        rows
    }

    fn row(&mut self, name: &RowKey<'_>, value: &Spanned<DeValue<'_>>, keys: &[&str]) -> Option<TopicRow> {
        let DeValue::Table(fields) = value.get_ref() else {
            self.wrong(name.get_ref(), value.span().into(), message!("a table", "表"));
            return None;
        };
        let name = (name.get_ref().to_string(), name.span().into());
        let mut row = TopicRow { name, slug: None, english: None, topic: None, words: None, not: None };
        for (key, value) in fields {
            let (known, place) = (key.get_ref().as_ref(), value.span().into());
            match known {
                _ if !keys.contains(&known) => self.unknown(known, keys, key.span().into()),
                "slug" => row.slug = self.words(known, value).map(|words| (words, place)),
                "english" => row.english = self.words(known, value),
                "topic" => row.topic = self.words(known, value).map(|words| (words, place)),
                "words" => row.words = self.list(known, value),
                _ => row.not = self.list(known, value),
            }
        }
        Some(row)
    }

    fn words(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        if let DeValue::String(words) = value.get_ref() {
            return Some(words.to_string());
        }
        self.wrong(key, value.span().into(), message!("words", "文字"));
        None
    }

    fn list(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, value.span().into(), message!("a list of words", "一串文字"));
            return None;
        };
        let words = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
            // Every sentence holds an empty word.
            DeValue::String(words) if !words.trim().is_empty() => Some(words.to_string()),
            _ => {
                self.wrong(key, item.span().into(), message!("a list of words", "一串文字"));
                None
            }
        };
        items.iter().map(words).collect()
    }

    fn wrong(&mut self, key: &str, at: Span, expected: Message) {
        let fault = message!("`{key}` takes {expected}", "`{key}` 要写{expected}", key = key, expected = expected);
        let help = message!("see words/topics.toml of the default theme", "照默认主题的 words/topics.toml 写");
        self.diagnostics.push(Diagnostic::error(Code::WRONG_TYPE, fault).at(self.source, at).with_help(help));
    }

    fn unknown(&mut self, key: &str, known: &[&str], at: Span) {
        let help = match nearest(key, known) {
            Some(near) => message!("did you mean `{near}`?", "是不是想写 `{near}`？"),
            None => message!("the keys here are: {keys}", "这里可以写：{keys}", keys = Message::listed(known)),
        };
        let fault = message!("there is no key `{key}` here", "这里没有 `{key}` 这一项");
        self.diagnostics.push(Diagnostic::error(Code::UNKNOWN_KEY, fault).at(self.source, at).with_help(help));
    }
}
