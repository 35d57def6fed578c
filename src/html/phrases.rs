//! The words of the interface as templates and the script see them: `{{ words.contents.heading }}`, the filter `fill` that
//! puts numbers and names in, the filter `zh` that marks what is Chinese on a page in another language, and `{{ lang_zh }}`
//! for an element whose words are all the report's.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use tera::{Error, Kwargs, State, StringInput, Tera, Value};

use crate::body::report_language;
use crate::message::{Message, message};
use crate::words::{Phrase, Piece, Words, chinese_runs, pieces};

/// The group that the script speaks from.
const SCRIPT_GROUP: &str = "reader";

/// Gives templates the words.
pub(super) fn teach(engine: &mut Tera, words: &Words) {
    let groups: BTreeMap<&str, BTreeMap<&str, Json>> =
        words.groups().iter().map(|(group, phrases)| (group.as_str(), phrases_of(phrases))).collect();
    engine.global_context().insert("words", &groups);
    engine.global_context().insert_value("lang_zh", Value::safe_string(&report_language(words)));
    engine.register_filter("fill", fill);
    engine.register_filter("unbroken", unbroken);
    let foreign = words.are_foreign();
    let mark = report_language(words);
    engine.register_filter(
        "zh",
        move |words: StringInput<'_>, _: Kwargs, state: &State| {
            if foreign { marked(words, &mark, state) } else { Ok(words.into_value()) }
        },
    );
}

/// The words of the script as the line that stands before it.
pub(super) fn for_script(words: &Words) -> String {
    let own = words.groups().get(SCRIPT_GROUP).map(phrases_of).unwrap_or_default();
    format!("const WORDS = {};\n", json!(own))
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
    for piece in pieces(wording) {
        match piece {
            Piece::Words(words) => filled.push_str(&state.escape(words)?),
            Piece::Place(name) => {
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

/// Words of a title in which no line may end between a number and its unit: each number, its sign and the two characters
/// behind it become an element of the class `whole`.
fn unbroken(words: StringInput<'_>, _: Kwargs, state: &State) -> Result<Value, Error> {
    let words = words.rendered(state)?;
    let mut out = String::with_capacity(words.len() + 64);
    let mut rest = words.as_ref();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number =
            rest[start..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(rest.len(), |end| start + end);
        // The number of a character that is escaped (`&#39;`) is no number of the title.
        if rest[..start].ends_with("&#") || rest[..start].ends_with("&#x") {
            out.push_str(&rest[..number]);
            rest = &rest[number..];
            continue;
        }
        let sign = rest[number..].chars().next().filter(|c| matches!(c, '%' | '‰')).map_or(0, char::len_utf8);
        let unit = rest[number + sign..].chars().take_while(|c| c.is_alphabetic()).take(2).map(char::len_utf8);
        let end = number + sign + unit.sum::<usize>();
        out.push_str(&format!("{}<span class=\"whole\">{}</span>", &rest[..start], &rest[start..end]));
        rest = &rest[end..];
    }
    out.push_str(rest);
    Ok(Value::safe_string(&out))
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
