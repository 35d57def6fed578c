//! Finds the topic sentence that opens a paragraph (`经济发展加速蝶变。`).

use super::layout::width;
use super::words::lists;
use crate::text::{Span, is_digit, read_below_hundred, read_numeral, sentences};

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
    /// With a short sentence of several clauses, or that speaks of us, which is a topic sentence only among its like.
    Compound(Span),
    /// With any other sentence.
    Other,
}

/// The topic sentences of the paragraphs that stand under one heading, in order, as bytes of each.
pub(super) fn leads(paragraphs: &[&str]) -> Vec<Option<Span>> {
    let openings: Vec<_> = paragraphs.iter().map(|text| opening(text)).collect();
    let opens = |at: Option<usize>| at.and_then(|at| openings.get(at)).copied().unwrap_or(Opening::Other);
    let pick = |(at, opening): (usize, &Opening)| match *opening {
        Opening::Marked(span) | Opening::Simple(span) => Some(span),
        // The first paragraph under a heading often says what the section is about, in a sentence of its kind.
        Opening::Compound(span) => {
            let after = opens(at.checked_sub(1)) != Opening::Other;
            (after || matches!(opens(Some(at + 1)), Opening::Compound(_))).then_some(span)
        }
        Opening::Other => None,
    };
    openings.iter().enumerate().map(pick).collect()
}

/// Whether a text is a topic sentence and nothing else, torn off the paragraph that it opens, and whether a mark says so.
pub(super) fn is_torn_off(text: &str) -> Option<bool> {
    let whole = sentences(text).len() == 1;
    match topic(text) {
        Opening::Marked(_) if whole => Some(true),
        Opening::Simple(_) | Opening::Compound(_) if whole => Some(false),
        _ => None,
    }
}

/// Where in a short text the topic of the next paragraph begins: its second and last sentence, of one clause.
pub(super) fn carried_topic(text: &str) -> Option<usize> {
    let [first, second] = sentences(text)[..] else { return None };
    let opens = width(first.of(text)) <= 2 * LONGEST && !has_figure(first.of(text));
    (opens && matches!(topic(second.of(text)), Opening::Simple(_))).then_some(second.start)
}

/// Whether a text begins with a topic sentence of one clause, or one that a mark announces.
pub(super) fn opens_topic(text: &str) -> bool {
    sentences(text).len() > 1 && matches!(topic(text), Opening::Marked(_) | Opening::Simple(_))
}

/// How a paragraph of more than one sentence begins.
fn opening(text: &str) -> Opening {
    let spans = sentences(text);
    let Some(second) = spans.get(1) else { return Opening::Other };
    // `创新制胜未来。我们要…` ends a section; it opens no topic.
    if spans.len() == 2 && lists().closing.iter().any(|word| second.of(text).starts_with(word)) {
        return Opening::Other;
    }
    topic(text)
}

fn topic(text: &str) -> Opening {
    let Some(first) = sentences(text).first().copied() else { return Opening::Other };
    let sentence = first.of(text).trim_end();
    let span = Span::new(first.start, first.start + sentence.len());
    let marked = is_marked(sentence);
    let longest = if marked { LONGEST_MARKED } else { LONGEST };
    if !sentence.ends_with('。') || width(sentence) > longest || has_figure(sentence) {
        return Opening::Other;
    }
    let several = sentence.contains(['，', ',', '；', '：']) || sentence.starts_with("我们");
    match (marked, several) {
        (true, _) => Opening::Marked(span),
        (false, _) if is_ordinary(sentence) || states(sentence) => Opening::Other,
        (false, true) => Opening::Compound(span),
        (false, false) => Opening::Simple(span),
    }
}

/// Whether a text begins with `——`, `一是`, `一要`, `第一，`.
pub(super) fn is_marked(sentence: &str) -> bool {
    let counted = sentence.strip_prefix('第').unwrap_or(sentence);
    let after = read_below_hundred(counted).map(|(_, rest)| rest);
    sentence.starts_with("——") || after.is_some_and(|rest| rest.starts_with(['是', '要', '，']))
}

/// Whether a sentence says what something is or has (`企业是技术创新的主体。`, `“十五五”时期具有重要地位。`): a statement, where
/// topics are deeds and states.
fn states(sentence: &str) -> bool {
    // `唯旗是夺` is a saying, `特别是` and `于是` are other words.
    let says = |clause: &str| {
        let other = |at: usize| clause[..at].ends_with(['别', '实', '于', '总', '但', '而', '还']);
        let is = || clause.match_indices('是').any(|(at, _)| !other(at));
        let counts = || clause.contains("具有") && ["地位", "意义", "作用"].iter().any(|end| clause.ends_with(end));
        width(clause) > 4 && (is() || counts())
    };
    sentence.trim_end_matches('。').split(['，', ',', '；', '、']).any(says)
}

/// Whether a sentence states a number, in digits or as a numeral that no name has. Digits in quotes are names (`“431”`).
fn has_figure(sentence: &str) -> bool {
    let counted = |(at, _): (usize, char)| read_numeral(&sentence[at..]).is_some_and(|(_, value)| value >= 10_000);
    if sentence.contains("百分之") || sentence.char_indices().any(counted) {
        return true;
    }
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
    let lists = lists();
    lists.lead_begins.iter().any(|word| sentence.starts_with(word))
        || lists.lead_holds.iter().any(|word| sentence.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paragraphs: &[&str], expect: &[&str]) {
        let found = leads(paragraphs);
        let found: Vec<_> =
            found.iter().zip(paragraphs).map(|(lead, text)| lead.map_or("", |lead| lead.of(text))).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_short_sentence_of_one_clause_opens_a_topic() {
        check(&["经济发展加速蝶变。实施项目141个。"], &["经济发展加速蝶变。"]);
        check(&["经济发展加速蝶变。"], &[""]);
        check(&["打造“431”产业。实施项目。"], &["打造“431”产业。"]);
    }

    #[test]
    fn a_sentence_with_a_figure_or_a_statement_opens_none() {
        check(&["新增企业5家。实施项目。"], &[""]);
        check(&["人均产值达到三万九千八百元。粮食丰收。"], &[""]);
        check(&["企业是技术创新的主体。要落实政策。"], &[""]);
        check(&["一年来主要做了以下工作。第一件。"], &[""]);
        check(&["创新制胜未来。我们要坚持自立自强。"], &[""]);
        check(&["“十五五”时期具有承前启后的重要地位。发展机遇前所未有。"], &[""]);
        check(&["打造具有地方特色的产业体系。要做强主业。"], &["打造具有地方特色的产业体系。"]);
        check(&["习近平总书记始终对东北高度重视、深情牵挂。再次亲临考察。"], &[""]);
    }

    #[test]
    fn marks_announce_topics() {
        check(
            &["——经济运行稳中向好。增长5.7%。", "一是经济增长，好于预期。增长。", "第一，必须坚持改革。要推进。"],
            &["——经济运行稳中向好。", "一是经济增长，好于预期。", "第一，必须坚持改革。"],
        );
    }

    #[test]
    fn sentences_of_several_clauses_are_topics_among_their_like() {
        check(
            &["经济逆势高扬，指标高居榜首。增长。", "项目高潮迭起，投资业绩非凡。增长。"],
            &["经济逆势高扬，指标高居榜首。", "项目高潮迭起，投资业绩非凡。"],
        );
        check(&["坚持民生优先，全面推进民生事业。投入。", "生活水平提高。增长。"], &["", "生活水平提高。"]);
    }
}
