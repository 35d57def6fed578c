//! Reads checked values out of TOML, naming every fault with its place: a missing key, an unknown one, a wrong type.
//! Deserialising into a struct would stop at the first.

use toml::de::{DeArray, DeTable, DeValue};
use toml::{Spanned, Value};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Source, Span, nearest};

/// A TOML table that is being read; each getter takes its key out, [`Fields::finish`] reports what is left.
pub(super) struct Fields<'a> {
    source: &'a Source,
    /// Where the TOML begins in the file.
    base: usize,
    /// How messages name the table: `[terms]`, empty for the top.
    name: String,
    /// The table's own place, for a missing key.
    place: Span,
    table: DeTable<'a>,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The table that the bytes `toml` of `source` hold. Faults of syntax are reported; what can be read is.
    pub fn parse(source: &'a Source, toml: Span, diagnostics: &mut Vec<Diagnostic>) -> Fields<'a> {
        let (table, errors) = DeTable::parse_recoverable(toml.of(source.text()));
        for error in errors {
            let span = error.span().map_or(Span::new(0, 0), |span| Span::new(span.start, span.end));
            diagnostics.push(
                Diagnostic::error(Code::TOML_SYNTAX, format!("this is not TOML: {}", error.message()))
                    .at(source, span.shifted(toml.start))
                    .with_help("words stand in quotation marks: title = \"政府工作报告\""),
            );
        }
        let place = Span::new(toml.start, toml.start);
        Fields { source, base: toml.start, name: String::new(), place, table: table.into_inner(), known: Vec::new() }
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.known.push(key);
        let found = self.table.keys().find(|found| found.get_ref() == key)?.clone();
        self.table.remove(&found)
    }

    fn span_of<T>(&self, value: &Spanned<T>) -> Span {
        Span::new(value.span().start, value.span().end).shifted(self.base)
    }

    fn wrong(&self, at: Span, key: &str, expected: &str, found: &DeValue<'_>) -> Diagnostic {
        let message = format!("`{key}` takes {expected}, not {}", kind_of(found));
        Diagnostic::error(Code::WRONG_TYPE, message).at(self.source, at)
    }

    /// Whether the table has a key that was not taken yet.
    pub fn has(&self, key: &str) -> bool {
        self.table.keys().any(|found| found.get_ref() == key)
    }

    /// Whether words stand under a key that was not taken yet.
    pub fn has_words(&self, key: &str) -> bool {
        self.table.iter().any(|(found, value)| found.get_ref() == key && matches!(value.get_ref(), DeValue::String(_)))
    }

    /// The fault that a key is missing from this table; the advice is still to be added.
    pub fn missing(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(Code::MISSING_KEY, message).at(self.source, self.place)
    }

    /// Words, or `None` when the key is not there.
    pub fn words(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<Spanned<String>> {
        let value = self.take(key)?;
        let (at, range) = (self.span_of(&value), value.span());
        match value.into_inner() {
            DeValue::String(words) => {
                Some(Spanned::new(range.start + self.base..range.end + self.base, words.into_owned()))
            }
            other => {
                let help = format!("put it in quotation marks: {key} = \"…\"");
                diagnostics.push(self.wrong(at, key, "words", &other).with_help(help));
                None
            }
        }
    }

    /// Words that must be there and not be empty; a fault gives empty words.
    pub fn required(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> String {
        let had = self.has(key);
        match self.words(key, diagnostics) {
            Some(words) if !words.get_ref().trim().is_empty() => words.into_inner(),
            Some(words) => {
                let span = Span::new(words.span().start, words.span().end);
                let message = format!("`{key}` is empty");
                diagnostics
                    .push(Diagnostic::error(Code::MISSING_KEY, message).at(self.source, span).with_help("fill it in"));
                String::new()
            }
            None => {
                if !had {
                    let message = format!("`{key}` is missing{}", self.within());
                    let help = format!("add the line: {key} = \"…\"");
                    diagnostics.push(self.missing(message).with_help(help));
                }
                String::new()
            }
        }
    }

    /// A whole number of at least 0.
    pub fn number(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<u64> {
        let value = self.take(key)?;
        let at = self.span_of(&value);
        let number = match value.get_ref() {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            let help = format!("write it with digits and without quotation marks: {key} = 1");
            diagnostics.push(self.wrong(at, key, "a whole number", value.get_ref()).with_help(help));
        }
        number
    }

    /// A day, written 2023-01-05; given back as `YYYY-MM-DD`.
    pub fn date(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
        let value = self.take(key)?;
        let at = self.span_of(&value);
        if let DeValue::Datetime(moment) = value.get_ref()
            && let Some(date) = moment.date
        {
            return Some(date.to_string());
        }
        let help = format!("write it without quotation marks: {key} = 2023-01-05");
        diagnostics.push(self.wrong(at, key, "a date", value.get_ref()).with_help(help));
        None
    }

    /// A day, or a day and a time, written 2023-01-05 or 2023-01-05T09:30:00; given back as `YYYY-MM-DD` or
    /// `YYYY-MM-DD HH:MM`.
    pub fn moment(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
        let value = self.take(key)?;
        let at = self.span_of(&value);
        if let DeValue::Datetime(moment) = value.get_ref()
            && let Some(date) = moment.date
        {
            let time = moment.time.map(|time| format!(" {:02}:{:02}", time.hour, time.minute));
            return Some(format!("{date}{}", time.unwrap_or_default()));
        }
        let help = format!("write it without quotation marks: {key} = 2023-01-05T09:30:00");
        diagnostics.push(self.wrong(at, key, "a date and time", value.get_ref()).with_help(help));
        None
    }

    /// A list of words, each with its place; empty when the key is not there.
    pub fn list(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Spanned<String>> {
        let mut found = Vec::new();
        for item in self.array(key, "a list of words", diagnostics) {
            let (at, range) = (self.span_of(&item), item.span());
            match item.into_inner() {
                DeValue::String(words) => {
                    found.push(Spanned::new(range.start + self.base..range.end + self.base, words.into_owned()));
                }
                other => {
                    let help = format!("put each in quotation marks: {key} = [\"…\", \"…\"]");
                    diagnostics.push(self.wrong(at, key, "a list of words", &other).with_help(help));
                }
            }
        }
        found
    }

    /// A list whose items are words or lists of words.
    pub fn groups(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Vec<Spanned<String>>> {
        let mut found = Vec::new();
        for item in self.array(key, "a list", diagnostics) {
            let range = item.span();
            let inner = match item.into_inner() {
                DeValue::Array(inner) => inner.into_iter().collect(),
                other => vec![Spanned::new(range, other)],
            };
            let mut group = Vec::new();
            for item in inner {
                let (at, range) = (self.span_of(&item), item.span());
                match item.into_inner() {
                    DeValue::String(words) => {
                        group.push(Spanned::new(range.start + self.base..range.end + self.base, words.into_owned()));
                    }
                    other => {
                        let help = format!("put each id in quotation marks: {key} = [\"f1\", \"f2\"]");
                        diagnostics.push(self.wrong(at, key, "a list of ids", &other).with_help(help));
                    }
                }
            }
            found.push(group);
        }
        found
    }

    fn array(&mut self, key: &'static str, expected: &str, diagnostics: &mut Vec<Diagnostic>) -> DeArray<'a> {
        let Some(value) = self.take(key) else { return DeArray::new() };
        let at = self.span_of(&value);
        match value.into_inner() {
            DeValue::Array(array) => array,
            other => {
                let help = format!("write it as {key} = [\"…\", \"…\"]");
                diagnostics.push(self.wrong(at, key, expected, &other).with_help(help));
                DeArray::new()
            }
        }
    }

    /// The table under `key`; an empty one when it is not there.
    pub fn table(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Fields<'a> {
        let taken = self.take(key);
        let place = taken.as_ref().map_or(self.place, |value| self.span_of(value));
        let table = match taken.map(Spanned::into_inner) {
            Some(DeValue::Table(table)) => table,
            Some(other) => {
                diagnostics.push(self.wrong(place, key, "a table", &other).with_help(format!("begin it with [{key}]")));
                DeTable::new()
            }
            None => DeTable::new(),
        };
        Fields { source: self.source, base: self.base, name: format!("[{key}]"), place, table, known: Vec::new() }
    }

    /// The tables of a list `[[key]]`.
    pub fn tables(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Fields<'a>> {
        let mut found = Vec::new();
        for item in self.array(key, "a list of tables", diagnostics) {
            let place = self.span_of(&item);
            match item.into_inner() {
                DeValue::Table(table) => {
                    let name = format!("[[{key}]]");
                    found.push(Fields { source: self.source, base: self.base, name, place, table, known: Vec::new() });
                }
                other => {
                    let help = format!("begin each with [[{key}]]");
                    diagnostics.push(self.wrong(place, key, "a list of tables", &other).with_help(help));
                }
            }
        }
        found
    }

    /// Reports the keys that nobody took.
    pub fn finish(self, diagnostics: &mut Vec<Diagnostic>) {
        for key in self.table.keys() {
            let name = key.get_ref();
            let message = format!("there is no key `{name}`{}", self.within());
            let help = match nearest(name, &self.known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the keys here are: {}", self.known.join(", ")),
            };
            let found = Diagnostic::error(Code::UNKNOWN_KEY, message).at(self.source, self.span_of(key));
            diagnostics.push(found.with_help(help));
        }
    }

    fn within(&self) -> String {
        if self.name.is_empty() { String::new() } else { format!(" in {}", self.name) }
    }
}

fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "words",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// A TOML string in quotation marks, escaped.
pub(super) fn quoted(words: &str) -> String {
    Value::String(words.to_owned()).to_string()
}
