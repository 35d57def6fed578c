//! Reads a catalogue: TOML with a table for each group, in it a phrase for each name, or two where English counts.

use std::borrow::Cow;
use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::phrase::Phrase;
use crate::diagnostic::{Code, Diagnostic, not_toml};
use crate::message::{Message, message};
use crate::text::{Source, Span, nearest};

/// Groups of phrases by name.
pub(super) type Groups = BTreeMap<String, BTreeMap<String, Phrase>>;

/// A phrase, and where its name and its words stand.
struct KeyedPhrase {
    group: (String, Span),
    name: (String, Span),
    phrase: (Phrase, Span),
}

/// Reads a whole catalogue.
pub(super) fn read(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Groups {
    let mut groups = Groups::new();
    for KeyedPhrase { group, name, phrase } in phrases(source, diagnostics) {
        groups.entry(group.0).or_default().insert(name.0, phrase.0);
    }
    groups
}

/// Lays the phrases of `source` over those of `groups`.
pub(super) fn lay_over(groups: &mut Groups, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    let known = groups.clone();
    for KeyedPhrase { group, name, phrase } in phrases(source, diagnostics) {
        let fault = match known.get(&group.0).map(|phrases| (phrases, phrases.get(&name.0))) {
            Some((phrases, None)) => Some(unknown(&group.0, &name.0, phrases).at(source, name.1)),
            Some((_, Some(own))) => strange_place(own, &phrase.0).map(|fault| fault.at(source, phrase.1)),
            // A near miss is a slip; what is like nothing is the theme's own.
            None => slip(&group.0, &known).map(|fault| fault.at(source, group.1)),
        };
        match fault {
            Some(fault) if !diagnostics.contains(&fault) => diagnostics.push(fault),
            Some(_) => {}
            None => drop(groups.entry(group.0).or_default().insert(name.0, phrase.0)),
        }
    }
}

fn unknown(group: &str, name: &str, phrases: &BTreeMap<String, Phrase>) -> Diagnostic {
    let names: Vec<&str> = phrases.keys().map(String::as_str).collect();
    let help = match nearest(name, &names) {
        Some(near) => message!(
            "did you mean `{near}`? Words of your own stand in a table of their own name",
            "是不是想写 `{near}`？您自己的词要放在另取名字的表里",
        ),
        None => message!(
            "the keys here are: {keys}; words of your own stand in a table of their own name",
            "这里可以写：{keys}；您自己的词要放在另取名字的表里",
            keys = Message::listed(names),
        ),
    };
    Diagnostic::error(
        Code::UNKNOWN_KEY,
        message!("there is no key `{name}` in [{group}]", "[{group}] 里没有 `{name}` 这一项"),
    )
    .with_help(help)
}

fn slip(group: &str, known: &Groups) -> Option<Diagnostic> {
    let names: Vec<&str> = known.keys().map(String::as_str).collect();
    let near = nearest(group, &names)?;
    let fault = Diagnostic::error(Code::UNKNOWN_KEY, message!("there is no table [{group}]", "没有 [{group}] 这张表"));
    Some(fault.with_help(message!(
        "did you mean [{near}]? A table of your own needs a name less like it",
        "是不是想写 [{near}]？您自己的表要取一个不那么像的名字"
    )))
}

fn strange_place(own: &Phrase, new: &Phrase) -> Option<Diagnostic> {
    let places = own.places();
    let strange = new.places().into_iter().find(|place| !places.contains(place))?;
    let help = match places.is_empty() {
        true => message!("nothing is put in here: leave it out", "这里什么也不填：去掉它"),
        false => {
            let places = Message::listed(places.iter().map(|place| format!("{{{place}}}")));
            message!("what is put in here: {places}", "这里能填的是：{places}", places = places)
        }
    };
    Some(
        Diagnostic::error(Code::BAD_VALUE, message!("nobody fills {{{strange}}} here", "这里没有人填 {{{strange}}}"))
            .with_help(help),
    )
}

/// The phrases of a catalogue in the order of their names. What is none is reported.
fn phrases(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Vec<KeyedPhrase> {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in errors {
        let span = error.span().map_or_else(Span::default, Span::from);
        let fault = Diagnostic::error(Code::TOML_SYNTAX, not_toml(error.message()));
        diagnostics.push(fault.at(source, span).with_help(message!(
            "words stand in quotation marks: heading = \"Contents\"",
            "文字要加英文引号：heading = \"目录\""
        )));
    }
    let mut found = Vec::new();
    for (group, value) in table.into_inner() {
        let DeValue::Table(names) = value.get_ref() else {
            diagnostics.push(wrong(
                source,
                value.span().into(),
                group.get_ref(),
                message!("a table", "表"),
                message!("begin it with [contents]", "用 [contents] 这样的一行开头"),
            ));
            continue;
        };
        for (name, value) in names {
            let Some(phrase) = phrase(name, value, source, diagnostics) else { continue };
            found.push(KeyedPhrase {
                group: (group.get_ref().to_string(), group.span().into()),
                name: (name.get_ref().to_string(), name.span().into()),
                phrase: (phrase, value.span().into()),
            });
        }
    }
    found
}

/// The wording under a key, or both of a table `{ one = "…", other = "…" }`.
fn phrase(
    name: &Spanned<Cow<'_, str>>,
    value: &Spanned<DeValue<'_>>,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Phrase> {
    if let DeValue::String(words) = value.get_ref() {
        return Some(Phrase::Plain(words.to_string()));
    }
    if let DeValue::Table(both) = value.get_ref()
        && both.len() == 2
        && let (Some(one), Some(other)) = (wording(both, "one"), wording(both, "other"))
    {
        return Some(Phrase::Counted { one, other });
    }
    let help = message!(
        "write {name} = \"…\", or where it counts {name} = {{ one = \"…\", other = \"…\" }}",
        "写成 {name} = \"…\"；要分单复数的，写成 {name} = {{ one = \"…\", other = \"…\" }}",
        name = name.get_ref(),
    );
    diagnostics.push(wrong(source, value.span().into(), name.get_ref(), message!("words", "文字"), help));
    None
}

fn wording(table: &DeTable<'_>, category: &str) -> Option<String> {
    let (_, value) = table.iter().find(|(key, _)| key.get_ref() == category)?;
    if let DeValue::String(words) = value.get_ref() { Some(words.to_string()) } else { None }
}

fn wrong(source: &Source, at: Span, key: &str, expected: Message, help: Message) -> Diagnostic {
    let message = message!("`{key}` takes {expected}", "`{key}` 要写{expected}", key = key, expected = expected);
    Diagnostic::error(Code::WRONG_TYPE, message).at(source, at).with_help(help)
}
