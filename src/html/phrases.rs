//! The words of the interface as templates and the script see them: `{{ words.contents.heading }}`, the filter `fill` that
//! puts numbers and names in, the filter `zh` that marks what is Chinese on a page in another language, and `{{ lang_zh }}`
//! for an element whose words are all the report's.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use tera::{Error, Kwargs, State, StringInput, Tera, Value};

use crate::body::report_language;
use crate::message::{Message, message};
use crate::words::{Phrase, PhrasePart, Words, chinese_runs, parts};

/// Gives templates the words.
pub(super) fn teach(engine: &mut Tera, words: &Words) {
    let groups: BTreeMap<&str, BTreeMap<&str, Json>> =
        words.groups().iter().map(|(group, phrases)| (group.as_str(), phrases_of(phrases))).collect();
    engine.global_context().insert("words", &groups);
    engine.global_context().insert_value("lang_zh", Value::safe_string(&report_language(words)));
    engine.register_filter("fill", fill);
    let foreign = words.are_foreign();
    let mark = report_language(words);
    engine.register_filter(
        "zh",
        move |words: StringInput<'_>, _: Kwargs, state: &State| {
            if foreign { marked(words, &mark, state) } else { Ok(words.into_value()) }
        },
    );
}

/// The words of a group as a script has them.
pub(super) fn for_script(words: &Words, group: &str) -> String {
    json!(words.groups().get(group).map(phrases_of).unwrap_or_default()).to_string()
}

fn phrases_of(phrases: &BTreeMap<String, Phrase>) -> BTreeMap<&str, Json> {
    let value = |phrase: &Phrase| match phrase {
        Phrase::Plain(words) => json!(words),
        Phrase::Counted { one, other } => json!({"one": one, "other": other}),
    };
    phrases.iter().map(|(name, phrase)| (name.as_str(), value(phrase))).collect()
}

/// `{{ words.contents.minutes | fill(n=3) }}`: the phrase with its places filled, in the wording for `n`. What is put in is
/// escaped unless it is safe, as everywhere in a template.
fn fill(phrase: &Value, given: Kwargs, state: &State) -> Result<Value, Error> {
    let one = given.get::<&Value>("n")?.is_some_and(|n| n.to_string() == "1");
    let wording =
        if one { phrase.get_from_path("one").or(phrase.get_from_path("other")) } else { phrase.get_from_path("other") };
    let wording = wording.unwrap_or(phrase).as_str();
    let wording =
        wording.ok_or_else(|| told(&message!("`fill` takes a phrase of `words`", "`fill` 要用在 `words` 的短语上")))?;
    let mut filled = String::with_capacity(wording.len() + 32);
    for part in parts(wording) {
        match part {
            PhrasePart::Words(words) => filled.push_str(&state.escape(words)?),
            PhrasePart::Place(name) => {
                let value = given.get::<&Value>(name)?;
                let value = value.ok_or_else(|| {
                    told(&message!(
                        "`fill` is not told {name}: write {name}=…",
                        "没有告诉 `fill` {name} 是什么：写上 {name}=…"
                    ))
                })?;
                let words = value.to_string();
                filled.push_str(&if value.is_safe() { words } else { state.escape(&words)? });
            }
        }
    }
    Ok(Value::safe_string(&filled))
}

/// A fault in both languages, in the one text that the template engine takes.
fn told(fault: &Message) -> Error {
    Error::message(fault.in_one_text())
}

/// The words with every run of Chinese in an element that says so. What is safe already may hold tags, which stay whole.
fn marked(words: StringInput<'_>, mark: &str, state: &State) -> Result<Value, Error> {
    let words = words.rendered(state)?;
    let mut out = String::with_capacity(words.len() + 32);
    for piece in words.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        let mut done = 0;
        for run in chinese_runs(text) {
            out.push_str(&text[done..run.start]);
            out.push_str(&format!("<span{mark}>{}</span>", run.of(text)));
            done = run.end;
        }
        out.push_str(&text[done..]);
        out.push_str(tag);
    }
    Ok(Value::safe_string(&out))
}
