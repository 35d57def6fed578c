//! Values that hold several: lists and tables.

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::Fields;
use crate::diagnostic::{Diagnostic, Severity, control_character};
use crate::message::{Message, message};
use crate::text::is_control;

impl<'a> Fields<'a> {
    /// A list of words, each with its place; empty when the key is not there.
    pub(in crate::content) fn list(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Spanned<String>> {
        let expected = message!("a list of words", "文字的清单");
        let help = message!(
            "put each in quotation marks: {key} = [\"…\", \"…\"]",
            "每一个都加上英文引号：{key} = [\"…\", \"…\"]"
        );
        let items = self.array(key, &expected, diagnostics);
        self.each(items, key, &expected, &help, diagnostics)
    }

    /// A list whose items are ids or lists of ids, each with its place; empty when the key is not there.
    pub(in crate::content) fn groups(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Vec<Spanned<String>>> {
        let expected = message!("a list of ids", "编号的清单");
        let help = message!(
            "put each id in quotation marks: {key} = [\"f1\", \"f2\"]",
            "每个编号都加上英文引号：{key} = [\"f1\", \"f2\"]"
        );
        let mut found = Vec::new();
        for item in self.array(key, &message!("a list", "清单"), diagnostics) {
            let range = item.span();
            let group = match item.into_inner() {
                DeValue::Array(group) => group,
                other => DeArray::from_iter([Spanned::new(range, other)]),
            };
            found.push(self.each(group, key, &expected, &help, diagnostics));
        }
        found
    }

    /// The words of a list; whatever else stands in it is reported and left out.
    fn each(
        &self,
        items: DeArray<'a>,
        key: &str,
        expected: &Message,
        help: &Message,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Spanned<String>> {
        let mut found = Vec::new();
        for item in items {
            match self.as_words(item) {
                Ok(words) => {
                    // A line that is set aside is as long as the source has it.
                    let control = words.get_ref().contains(is_control).then(|| control_character(Severity::Error));
                    diagnostics.extend(control.map(|fault| fault.at(self.source, words.span().into())));
                    found.push(words);
                }
                Err((at, other)) => {
                    diagnostics.push(self.wrong(at, key, expected, &other).with_help(help.clone()));
                }
            }
        }
        found
    }

    fn array(&mut self, key: &'static str, expected: &Message, diagnostics: &mut Vec<Diagnostic>) -> DeArray<'a> {
        let Some(value) = self.take(key) else { return DeArray::new() };
        let at = self.span_of(&value);
        match value.into_inner() {
            DeValue::Array(array) => array,
            other => {
                let help = message!("write it as {key} = [\"…\", \"…\"]", "写成 {key} = [\"…\", \"…\"]");
                diagnostics.push(self.wrong(at, key, expected, &other).with_help(help));
                DeArray::new()
            }
        }
    }

    /// The table under `key`; an empty one when it is not there.
    pub(in crate::content) fn table(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Fields<'a> {
        let taken = self.take(key);
        let place = taken.as_ref().map_or(self.place, |value| self.span_of(value));
        let table = match taken.map(Spanned::into_inner) {
            Some(DeValue::Table(table)) => table,
            Some(other) => {
                diagnostics.push(
                    self.wrong(place, key, &message!("a table", "表"), &other)
                        .with_help(message!("begin it with [{key}]", "用 [{key}] 开头")),
                );
                DeTable::new()
            }
            None => DeTable::new(),
        };
        Fields { source: self.source, base: self.base, name: format!("[{key}]"), place, table, known: Vec::new() }
    }

    /// The tables of a list `[[key]]`.
    pub(in crate::content) fn tables(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Fields<'a>> {
        let mut found = Vec::new();
        let expected = message!("a list of tables", "一串表");
        for item in self.array(key, &expected, diagnostics) {
            let place = self.span_of(&item);
            match item.into_inner() {
                DeValue::Table(table) => {
                    let name = format!("[[{key}]]");
                    found.push(Fields { source: self.source, base: self.base, name, place, table, known: Vec::new() });
                }
                other => {
                    let help = message!("begin each with [[{key}]]", "每张表都用 [[{key}]] 开头");
                    diagnostics.push(self.wrong(place, key, &expected, &other).with_help(help));
                }
            }
        }
        found
    }
}
