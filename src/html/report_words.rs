//! The words of the report that a page must show, and the proof that the theme shows them: each whole, unchanged, in order
//! and seen. The words themselves are proven elsewhere, once.

use super::shown::{Hiding, ShownWords, words_of};
use super::source_lines::words;
use super::theme::Theme;
use super::view::{Definition, TermView};
use crate::diagnostic::{Code, Diagnostic};
use crate::message::{Message, message};

/// The words that a page must show.
#[derive(Default)]
pub(super) struct ReportWords {
    /// Texts that follow one another, each in one piece. Where on the page such a block stands is the theme's choice.
    blocks: Vec<Vec<String>>,
    /// The same of what opens when a reader asks for it.
    asked: Vec<String>,
}

impl ReportWords {
    /// With a block of texts.
    pub fn block<T: AsRef<str>>(mut self, texts: impl IntoIterator<Item = T>) -> ReportWords {
        self.blocks.push(texts.into_iter().map(|text| words(text.as_ref())).filter(|text| !text.is_empty()).collect());
        self
    }

    /// With a block whose last text is HTML.
    pub fn block_with_html<T: AsRef<str>>(self, texts: impl IntoIterator<Item = T>, html: &str) -> ReportWords {
        let mut texts: Vec<String> = texts.into_iter().map(|text| text.as_ref().to_owned()).collect();
        texts.push(words_of(html));
        self.block(texts)
    }

    /// With the entries of a glossary, each with its `heading`, and the sentences that use them.
    pub fn terms(self, terms: &[TermView], heading: impl Fn(&TermView) -> String) -> ReportWords {
        let mut texts = Vec::new();
        for term in terms {
            texts.extend([heading(term), words_of(&term.html)]);
            texts.extend(term.uses.iter().map(|found| format!("{}{}{}", found.before, found.words, found.after)));
        }
        self.block(texts)
    }

    /// With the definitions that open when asked for.
    pub fn definitions(mut self, definitions: &[Definition]) -> ReportWords {
        self.asked.extend(definitions.iter().flat_map(|own| [words(&own.term), words_of(&own.html)]));
        self
    }

    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.asked.is_empty()
    }

    /// For each block the first words that the page does not show.
    pub fn faults(&self, shown: &ShownWords, theme: &Theme, template: &str, page: &str) -> Vec<Diagnostic> {
        let blocks = self.blocks.iter().map(|block| (block, &*shown.main));
        let lost = blocks.chain([(&self.asked, &*shown.asked)]).filter_map(|(block, there)| Lost::of(block, there));
        lost.map(|lost| lost.fault(shown, theme, template, page)).collect()
    }
}

/// Words that a page does not show.
struct Lost<'w> {
    /// What should stand there.
    words: &'w str,
    /// How many bytes of it do.
    same: usize,
    /// What stands there instead.
    instead: &'w str,
}

impl<'w> Lost<'w> {
    fn of(block: &'w [String], shown: &'w str) -> Option<Lost<'w>> {
        let mut at = 0;
        for (index, text) in block.iter().enumerate() {
            let rest = &shown[at..];
            match if rest.starts_with(text.as_str()) { Some(0) } else { rest.find(text.as_str()) } {
                Some(found) => at += found + text.len(),
                // Words that do stand before were passed over in search of the ones before them.
                None if index > 0 && shown[..at].contains(text.as_str()) => {
                    return Some(Lost { words: &block[index - 1], same: 0, instead: "" });
                }
                None => return Some(Lost::near(text, &shown[at..])),
            }
        }
        None
    }

    /// Finds where the page goes on otherwise than the words do.
    fn near(words: &'w str, shown: &'w str) -> Lost<'w> {
        let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
        let shows = |end: &usize| shown.contains(&words[..*end]);
        let last = ends.partition_point(shows).saturating_sub(1);
        // Only words that begin as shown are ones with a change in them; any others are missing as a whole.
        let same = if last >= 4 { ends[last] } else { 0 };
        let instead = shown.find(&words[..same]).map_or("", |found| &shown[found + same..]);
        Lost { words, same, instead }
    }

    fn fault(&self, shown: &ShownWords, theme: &Theme, template: &str, page: &str) -> Diagnostic {
        let lost = &self.words[self.same..];
        let hiding = shown.hidden.iter().find(|(_, words)| words.contains(start(lost, 8).as_str()));
        let shown = start(lost, 20);
        let fault = Diagnostic::error(
            Code::FIDELITY,
            message!(
                "the template `{template}` does not show these words of the report: 「{shown}」",
                "模板 `{template}` 没有照原样显示报告的这些话：「{shown}」"
            ),
        );
        let fault = match hiding {
            Some((Hiding::Rule(rule), _)) => {
                let (file, span) = theme.style_rules().place(*rule);
                fault.at(file, span).with_note(why_hidden(Hiding::Rule(*rule)))
            }
            Some((hiding, _)) => fault.in_file(theme.template_name(template)).with_note(why_hidden(*hiding)),
            None if self.same > 0 && !self.instead.is_empty() => {
                let instead = start(self.instead, 20);
                let fault = fault.in_file(theme.template_name(template));
                fault.with_note(message!("shown: 「{instead}」", "网页上：「{instead}」"))
            }
            None => fault.in_file(theme.template_name(template)),
        };
        fault.with_note(message!("page: {page}", "网页：{page}")).with_help(message!(
            "the theme shows every word of the report as it is: compare with the default theme",
            "报告的话，主题一个字也不能少、不能改、不能藏：和默认主题对一对"
        ))
    }
}

fn why_hidden(hiding: Hiding) -> Message {
    match hiding {
        Hiding::Comment => message!("they stand in a comment", "它们在注释里"),
        Hiding::Attribute => message!("an attribute hides them", "它们被属性藏起来了"),
        Hiding::Element => message!("they stand in an element that shows nothing", "它们在不显示内容的元素里"),
        Hiding::Rule(_) => message!("this rule of the style sheet hides them", "样式表的这一条把它们藏起来了"),
    }
}

/// The first characters of a text.
fn start(text: &str, count: usize) -> String {
    text.chars().take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_are_lost_are_told_from_where_they_are() {
        let block = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
        for (texts, shown, due) in [
            (&["增长", "5%"][..], "增长约5%，增长5%", None),
            (&["地区生产总值", "307万元"], "地区生产总值703万元", Some("307万元")),
            (&["307万元", "其中307万元"], "703万元其中307万元", Some("307万元")),
            (&["今年全区增长5%以上"], "今年全区增长5%", Some("以上")),
            // In another order: the first of them stands too late.
            (&["甲乙", "丙丁"], "丙丁甲乙", Some("甲乙")),
            (&[], "", None),
        ] {
            let block = block(texts);
            let lost = Lost::of(&block, shown);
            assert_eq!(lost.map(|lost| &lost.words[lost.same..]).map(str::to_owned), due.map(str::to_owned), "{shown}");
        }
    }
}
