//! Reads checked values out of TOML, naming every fault with its place: a missing key, an unknown one, a wrong type.
//! Deserialising into a struct would stop at the first.

mod nested;

use toml::de::{DeTable, DeValue};
use toml::value::{Date, Time};
use toml::{Spanned, Value};

use super::web_address::host_of;
use crate::diagnostic::{Code, Diagnostic, Severity, control_character, not_toml};
use crate::limits;
use crate::message::{Message, message};
use crate::text::{Source, Span, is_control, nearest};

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
    pub(in crate::content) fn parse(source: &'a Source, toml: Span, diagnostics: &mut Vec<Diagnostic>) -> Fields<'a> {
        let (table, errors) = DeTable::parse_recoverable(toml.of(source.text()));
        for error in errors {
            let span = error.span().map_or_else(Span::default, Span::from);
            diagnostics.push(
                Diagnostic::error(Code::TOML_SYNTAX, not_toml(error.message()))
                    .at(source, span.shifted(toml.start))
                    .with_help(message!(
                        "words stand in quotation marks: title = \"政府工作报告\"",
                        "文字要加英文引号：title = \"政府工作报告\""
                    )),
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
        Span::from(value.span()).shifted(self.base)
    }

    /// What is wrong with words under `key`: there are too many, or signs among them that nobody can see. A line of a masthead
    /// and a notice (`text`) are as long as they were published.
    fn unfit(key: &str, words: &str) -> Option<Diagnostic> {
        let long = || limits::VALUE.fault_of(words.chars().count()).filter(|_| key != "text");
        words.contains(is_control).then(|| control_character(Severity::Error)).or_else(long)
    }

    /// The words that a value holds, with their place in the file; else the place, and what stands there instead.
    fn as_words(&self, value: Spanned<DeValue<'a>>) -> Result<Spanned<String>, (Span, DeValue<'a>)> {
        let at = self.span_of(&value);
        match value.into_inner() {
            DeValue::String(words) => Ok(Spanned::new(at.start..at.end, words.into_owned())),
            other => Err((at, other)),
        }
    }

    fn wrong(&self, at: Span, key: &str, expected: &Message, found: &DeValue<'_>) -> Diagnostic {
        let message = message!(
            "`{key}` takes {expected}, not {found}",
            "`{key}` 要写{expected}，这里写的是{found}",
            key = key,
            expected = expected,
            found = kind_of(found)
        );
        Diagnostic::error(Code::WRONG_TYPE, message).at(self.source, at)
    }

    /// Whether the table has a key that was not taken yet.
    pub(in crate::content) fn has(&self, key: &str) -> bool {
        self.table.keys().any(|found| found.get_ref() == key)
    }

    /// Whether words stand under a key that was not taken yet.
    pub(in crate::content) fn has_words(&self, key: &str) -> bool {
        self.table.iter().any(|(found, value)| found.get_ref() == key && matches!(value.get_ref(), DeValue::String(_)))
    }

    /// The fault that a key is missing from this table; the advice is still to be added.
    pub(in crate::content) fn missing(&self, message: Message) -> Diagnostic {
        Diagnostic::error(Code::MISSING_KEY, message).at(self.source, self.place)
    }

    /// An address of the web, empty when it is not said; `example` is one as it should be. Whatever else stands there would
    /// become a link of the page all the same, so it is a fault.
    pub(in crate::content) fn address(
        &mut self,
        key: &'static str,
        example: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> String {
        let Some(words) = self.words(key, diagnostics) else { return String::new() };
        if words.get_ref().is_empty() || host_of(words.get_ref()).is_some() {
            return words.into_inner();
        }
        let message =
            message!("\"{link}\" is not an address of the web", "\"{link}\" 不是网址", link = words.get_ref());
        let help = message!("write it in full: {example}", "写完整的网址：{example}", example = example);
        let fault = Diagnostic::error(Code::BAD_VALUE, message).at(self.source, words.span().into());
        diagnostics.push(fault.with_help(help));
        String::new()
    }

    /// Words, or `None` when the key is not there.
    pub(in crate::content) fn words(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Spanned<String>> {
        let value = self.take(key)?;
        self.as_words(value)
            .map(|words| {
                let Some(fault) = Self::unfit(key, words.get_ref()) else { return words };
                diagnostics.push(fault.at(self.source, words.span().into()));
                // The rest of the run has to do with a part of it.
                let part = words.get_ref().chars().take(limits::VALUE.most).collect();
                Spanned::new(words.span(), part)
            })
            .map_err(|(at, other)| {
                let help = message!("put it in quotation marks: {key} = \"…\"", "加上英文引号：{key} = \"…\"");
                diagnostics.push(self.wrong(at, key, &message!("words", "文字"), &other).with_help(help));
            })
            .ok()
    }

    /// What one of a closed list of words means; `None` when the key is not there, or has another word, which is reported
    /// with the one that it is most likely a slip of.
    pub(in crate::content) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        names: &[(&str, T)],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let word = self.words(key, diagnostics)?;
        let found = names.iter().find(|(name, _)| name == word.get_ref()).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let message =
                message!("`{key}` cannot be \"{word}\"", "`{key}` 不能是 \"{word}\"", key = key, word = word.get_ref());
            let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            let fault = Diagnostic::error(Code::BAD_VALUE, message).at(self.source, word.span().into());
            diagnostics.push(fault.with_help(meant(word.get_ref(), &known)));
        }
        found
    }

    /// Words that must be there and not be empty; a fault gives empty words.
    pub(in crate::content) fn required(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> String {
        let had = self.has(key);
        match self.words(key, diagnostics) {
            Some(words) if !words.get_ref().trim().is_empty() => words.into_inner(),
            Some(words) => {
                let message = message!("`{key}` is empty", "`{key}` 是空的");
                diagnostics.push(
                    Diagnostic::error(Code::MISSING_KEY, message)
                        .at(self.source, words.span().into())
                        .with_help(message!("fill it in", "把它填上")),
                );
                String::new()
            }
            None => {
                if !had {
                    let message = message!(
                        "`{key}` is missing{within}",
                        "{within}缺少 `{key}`",
                        key = key,
                        within = self.within()
                    );
                    let help = message!("add the line: {key} = \"…\"", "补上一行：{key} = \"…\"");
                    diagnostics.push(self.missing(message).with_help(help));
                }
                String::new()
            }
        }
    }

    /// A whole number of at least 0.
    pub(in crate::content) fn number(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<u64> {
        let value = self.take(key)?;
        let at = self.span_of(&value);
        let number = match value.get_ref() {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            let quoted = value.get_ref().as_str().and_then(|words| words.trim().parse().ok());
            let example: u64 = quoted.unwrap_or(if key == "year" { 2023 } else { 1 });
            let help = message!(
                "write it with digits and without quotation marks: {key} = {example}",
                "用阿拉伯数字写，不加引号：{key} = {example}"
            );
            diagnostics.push(self.wrong(at, key, &message!("a whole number", "整数"), value.get_ref()).with_help(help));
        }
        number
    }

    /// Whether something holds; it does not when the key is not there, or has another value, which is reported.
    pub(in crate::content) fn flag(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> bool {
        self.switch(key, diagnostics).unwrap_or_default()
    }

    /// Whether something is said to hold; `None` when the key is not there, or has another value, which is reported.
    pub(in crate::content) fn switch(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<bool> {
        let value = self.take(key)?;
        if let DeValue::Boolean(holds) = value.get_ref() {
            return Some(*holds);
        }
        let help = message!(
            "write it without quotation marks: {key} = true, or {key} = false",
            "不加引号：{key} = true，或 {key} = false"
        );
        let expected = message!("true or false", "真（true）或假（false）");
        diagnostics.push(self.wrong(self.span_of(&value), key, &expected, value.get_ref()).with_help(help));
        None
    }

    /// A day, written 2023-01-05; given back as `YYYY-MM-DD`.
    pub(in crate::content) fn date(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
        let expected = message!("a date", "日期");
        self.day(key, &expected, "2023-01-05", diagnostics).map(|(date, _)| date.to_string())
    }

    /// A day, or a day and a time, written 2023-01-05 or 2023-01-05T09:30:00; given back as `YYYY-MM-DD` or
    /// `YYYY-MM-DD HH:MM`.
    pub(in crate::content) fn moment(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<String> {
        let expected = message!("a date and time", "日期和时间");
        let (date, time) = self.day(key, &expected, "2023-01-05T09:30:00", diagnostics)?;
        let time = time.map(|time| format!(" {:02}:{:02}", time.hour, time.minute));
        Some(format!("{date}{}", time.unwrap_or_default()))
    }

    /// A day, and the time if one is written; `example` is one as it should be.
    fn day(
        &mut self,
        key: &'static str,
        expected: &Message,
        example: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(Date, Option<Time>)> {
        let value = self.take(key)?;
        if let DeValue::Datetime(moment) = value.get_ref()
            && let Some(date) = moment.date
        {
            return Some((date, moment.time));
        }
        let help =
            message!("write it without quotation marks: {key} = {example}", "照这样写，不加引号：{key} = {example}");
        diagnostics.push(self.wrong(self.span_of(&value), key, expected, value.get_ref()).with_help(help));
        None
    }

    /// Reports the keys that nobody took.
    pub(in crate::content) fn finish(self, diagnostics: &mut Vec<Diagnostic>) {
        if let Some(fault) = limits::KEYS.fault_of(self.table.len()) {
            diagnostics.push(fault.at(self.source, self.place));
            return;
        }
        for key in self.table.keys() {
            let name = key.get_ref();
            let message = message!(
                "there is no key `{name}`{within}",
                "{within}没有 `{name}` 这一项",
                name = name,
                within = self.within()
            );
            let help = match nearest(name, &self.known) {
                Some(near) => message!("did you mean `{near}`?", "是不是想写 `{near}`？"),
                None => {
                    message!("the keys here are: {keys}", "这里可以写：{keys}", keys = Message::listed(&self.known))
                }
            };
            let found = Diagnostic::error(Code::UNKNOWN_KEY, message).at(self.source, self.span_of(key));
            diagnostics.push(found.with_help(help));
        }
    }

    fn within(&self) -> Message {
        if self.name.is_empty() { Message::default() } else { message!(" in {name}", "{name} 里", name = self.name) }
    }
}

fn kind_of(value: &DeValue<'_>) -> Message {
    match value {
        DeValue::String(_) => message!("words", "文字"),
        DeValue::Integer(_) | DeValue::Float(_) => message!("a number", "数"),
        DeValue::Boolean(_) => message!("true or false", "真或假"),
        DeValue::Datetime(_) => message!("a date", "日期"),
        DeValue::Array(_) => message!("a list", "清单"),
        DeValue::Table(_) => message!("a table", "表"),
    }
}

/// Advice for a word that is none of `known`: the one that it is most likely a slip of, or all of them.
fn meant(word: &str, known: &[&str]) -> Message {
    match nearest(word, known) {
        Some(near) => message!("did you mean \"{near}\"?", "是不是想写 \"{near}\"？"),
        None => one_of(known),
    }
}

/// The words that may stand in a place.
pub(super) fn one_of(known: &[&str]) -> Message {
    message!("it is one of: {words}", "可以写：{words}", words = Message::listed(known))
}

/// A TOML string in quotation marks, escaped.
pub(super) fn quoted(words: &str) -> String {
    Value::String(words.to_owned()).to_string()
}
