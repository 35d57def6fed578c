//! Finds the topic sentence that opens a paragraph (`经济发展加速蝶变。`).

use super::layout::width;
use super::mark::{chinese, is_digit};
use crate::text::{Span, sentences};

/// The longest unmarked topic sentence, in characters.
const LONGEST: usize = 32;
/// The longest one that a mark (`——`, `一是`) announces.
const LONGEST_MARKED: usize = 45;

/// How a paragraph begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// With a topic sentence that `——` or `一是` announces.
    Marked(Span),
    /// With a short sentence of one clause.
    Simple(Span),
    /// With a short sentence of several clauses, which is a topic sentence only among its like.
    Compound(Span),
    /// With any other sentence.
    Other,
}

/// The topic sentences of the paragraphs that stand under one heading, in order, as bytes of each.
pub(super) fn leads(paragraphs: &[&str]) -> Vec<Option<Span>> {
    let openings: Vec<_> = paragraphs.iter().map(|text| opening(text)).collect();
    let compound =
        |at: Option<usize>| at.and_then(|at| openings.get(at)).is_some_and(|o| matches!(o, Opening::Compound(_)));
    let pick = |(at, opening): (usize, &Opening)| match *opening {
        Opening::Marked(span) | Opening::Simple(span) => Some(span),
        Opening::Compound(span) => (compound(at.checked_sub(1)) || compound(Some(at + 1))).then_some(span),
        Opening::Other => None,
    };
    openings.iter().enumerate().map(pick).collect()
}

fn opening(text: &str) -> Opening {
    let spans = sentences(text);
    let Some(first) = spans.first().filter(|_| spans.len() > 1) else { return Opening::Other };
    let sentence = first.of(text).trim_end();
    let span = Span::new(first.start, first.start + sentence.len());
    let marked = is_marked(sentence);
    let longest = if marked { LONGEST_MARKED } else { LONGEST };
    if !sentence.ends_with('。') || width(sentence) > longest || has_figure(sentence) || is_ordinary(sentence) {
        return Opening::Other;
    }
    match (marked, sentence.contains(['，', '；', '：'])) {
        (true, _) => Opening::Marked(span),
        (false, true) => Opening::Compound(span),
        (false, false) => Opening::Simple(span),
    }
}

/// `——`, `一是`, `一要`, `第一，`.
fn is_marked(sentence: &str) -> bool {
    let counted = sentence.strip_prefix('第').unwrap_or(sentence);
    let after = chinese(counted).map(|(_, rest)| rest);
    sentence.starts_with("——") || after.is_some_and(|rest| rest.starts_with(['是', '要', '，']))
}

/// Whether a sentence states a number in digits. Digits in quotes are names (`“431”`).
fn has_figure(sentence: &str) -> bool {
    let mut quoted = 0i32;
    for c in sentence.chars() {
        match c {
            '“' => quoted += 1,
            '”' => quoted -= 1,
            _ if is_digit(c) && quoted <= 0 => return true,
            _ => {}
        }
    }
    false
}

/// Sentences that go before others without naming a topic.
fn is_ordinary(sentence: &str) -> bool {
    const BEGINS: &[&str] =
        &["各位代表", "同时", "与此同时", "此外", "今年是", "当前", "我们", "总之", "现在", "过去", "去年", "成绩"];
    const HOLDS: &[&str] = &["以下", "如下", "清醒", "之年", "工作回顾", "取得了", "来之不易"];
    BEGINS.iter().any(|word| sentence.starts_with(word)) || HOLDS.iter().any(|word| sentence.contains(word))
}
