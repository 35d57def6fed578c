//! Cuts a Chinese paragraph into sentences.

use super::place::Span;

/// The sentences of a paragraph as byte spans, in order, together covering all of it.
///
/// A sentence ends with `。`, `！` or `？`, a run of them, together with the closing quotes and brackets that follow. A mark
/// inside a quote or bracket ends a sentence only when the quote is a sentence itself, that is, when it opens the sentence
/// or stands after a colon: `他说：“干得好！”` ends, `喊出“干！”的口号` goes on. A quote that is never closed is no quote.
/// White space after the end belongs to the sentence before. Text after the last mark is a sentence of its own.
pub fn sentences(paragraph: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut open: Vec<OpenQuote> = Vec::new();
    let mut before = None;
    let mut ended = false;
    for (at, c) in paragraph.char_indices() {
        if ended && !c.is_whitespace() && !is_end(c) && !is_closing(c) {
            found.push(Span::new(start, at));
            start = at;
            open.clear();
            ended = false;
        }
        if let Some(close) = closing_of(c) {
            if paragraph[at..].contains(close) {
                let whole = paragraph[start..at].trim().is_empty() || matches!(before, Some('：' | ':'));
                open.push(OpenQuote { close, whole });
            }
        } else if open.last().is_some_and(|quote| quote.close == c) {
            let quote = open.pop();
            // `怎么办？”` inside a longer phrase: the mark was the phrase's own.
            ended = before.is_some_and(is_end) && open.is_empty() && quote.is_some_and(|quote| quote.whole);
        } else if is_end(c) {
            ended = open.is_empty();
        }
        before = Some(c);
    }
    if start < paragraph.len() {
        found.push(Span::new(start, paragraph.len()));
    }
    found
}

/// A quote or bracket that is still open.
struct OpenQuote {
    close: char,
    /// It holds a sentence, not a phrase of one.
    whole: bool,
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

fn closing_of(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '（' => '）',
        '(' => ')',
        '「' => '」',
        '《' => '》',
        _ => return None,
    })
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '」' | '》')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paragraph: &str, expect: &[&str]) {
        let spans = sentences(paragraph);
        let found: Vec<_> = spans.iter().map(|span| span.of(paragraph)).collect();
        assert_eq!(found, expect);
        assert_eq!(found.concat(), paragraph, "sentences cover the paragraph");
    }

    #[test]
    fn full_stops_end_sentences_and_commas_do_not() {
        check(
            "经济发展加速蝶变。体系加速构建，质效提升；再进一步。",
            &["经济发展加速蝶变。", "体系加速构建，质效提升；再进一步。"],
        );
    }

    #[test]
    fn closing_quotes_belong_to_the_sentence_they_close() {
        check("他说：“干得好！”大家鼓掌。", &["他说：“干得好！”", "大家鼓掌。"]);
        check("（初步统计。下同）增长。", &["（初步统计。下同）增长。"]);
    }

    #[test]
    fn a_question_in_quotes_does_not_end_the_sentence_around_it() {
        check("落实“怎么办？”的要求。好。", &["落实“怎么办？”的要求。", "好。"]);
    }

    #[test]
    fn text_without_a_mark_is_one_sentence() {
        check("全面完成", &["全面完成"]);
        check("", &[]);
        check("好。  ", &["好。  "]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_no_quote() {
        check("说“好。又说。", &["说“好。", "又说。"]);
    }
}
