//! `explain`: what the documents say of a code. There is no second copy of it.

use super::console::Console;
use super::outcome::Outcome;
use super::reading_args::Explain;
use crate::message::{Language, Message, message};
use crate::text::nearest;

/// Where each code has its heading.
fn document(language: Language) -> &'static str {
    match language {
        Language::Chinese => include_str!("../../docs/zh/diagnostics.md"),
        Language::English => include_str!("../../docs/en/diagnostics.md"),
    }
}

/// A part of the document under a heading of a group, with a code for each heading in it.
struct Group<'d> {
    heading: &'d str,
    codes: Vec<ExplainedCode<'d>>,
}

/// What the document says of a code.
struct ExplainedCode<'d> {
    code: &'d str,
    text: &'d str,
}

pub(super) fn explain(console: &Console, options: &Explain) -> anyhow::Result<Outcome> {
    let groups = groups(document(console.language()));
    let Some(asked) = &options.code else {
        console.print(&list(&groups))?;
        return Ok(Outcome::Good);
    };
    // As a message prints it: `error[no-title]`.
    let asked = asked.rsplit('[').next().unwrap_or_default().trim_end_matches(']');
    let codes: Vec<&ExplainedCode<'_>> = groups.iter().flat_map(|group| &group.codes).collect();
    match codes.iter().find(|own| own.code == asked) {
        Some(own) => console.print(&format!("{}\n\n{}\n", own.code, own.text))?,
        None => return Err(unknown(asked, &codes).into()),
    }
    Ok(Outcome::Good)
}

/// Every code in the order of the document, with the first sentence that is said of it.
fn list(groups: &[Group<'_>]) -> String {
    let width = groups.iter().flat_map(|group| &group.codes).map(|own| own.code.len()).max().unwrap_or_default();
    let mut text = String::new();
    for Group { heading, codes } in groups {
        text += &format!("{}{heading}\n", if text.is_empty() { "" } else { "\n" });
        codes.iter().for_each(|own| text += &format!("  {:width$}  {}\n", own.code, own.meaning()));
    }
    text
}

fn unknown(asked: &str, codes: &[&ExplainedCode<'_>]) -> Message {
    let names: Vec<&str> = codes.iter().map(|own| own.code).collect();
    // The one that it is most likely a slip of, and those that share a word with it.
    let slip = nearest(asked, &names);
    let words: Vec<&str> = asked.split('-').filter(|word| word.len() > 2).collect();
    let is_akin = |name: &&str| name.split('-').any(|word| words.contains(&word)) && Some(*name) != slip;
    let near: Vec<&str> = slip.into_iter().chain(names.iter().copied().filter(is_akin)).take(5).collect();
    let all = message!("`gongdu explain` lists them all", "`gongdu explain` 列出全部代码");
    match near.is_empty() {
        true => message!("there is no code `{asked}`; {all}", "没有代码 `{asked}`；{all}", asked = asked, all = all),
        false => message!(
            "there is no code `{asked}`; near it: {near}; {all}",
            "没有代码 `{asked}`；相近的有：{near}；{all}",
            asked = asked,
            near = Message::listed(near),
            all = all,
        ),
    }
}

impl ExplainedCode<'_> {
    /// The first sentence.
    fn meaning(&self) -> &str {
        let line = self.text.lines().next().unwrap_or_default();
        let first = line.split('。').next().unwrap_or(line);
        first.split(". ").next().unwrap_or(first).trim_end_matches('.')
    }
}

/// The groups of the document that have codes.
fn groups(document: &str) -> Vec<Group<'_>> {
    let parts = document.split("\n## ").skip(1).map(|part| part.split_once('\n').unwrap_or((part, "")));
    let groups =
        parts.map(|(heading, below)| Group { heading, codes: below.split("\n### ").skip(1).map(explained).collect() });
    groups.filter(|group| !group.codes.is_empty()).collect()
}

fn explained(part: &str) -> ExplainedCode<'_> {
    let (code, text) = part.split_once('\n').unwrap_or((part, ""));
    ExplainedCode { code, text: text.trim() }
}
