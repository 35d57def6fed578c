//! What a theme's style sheets do to words: rules that hide some and rules that print some. A bounded reading: no cascade, and
//! whatever depends on a reader's device or deed counts as being so.

mod declarations;
mod selector;
mod squeeze;
mod start_tag;
mod tokens;

pub(super) use declarations::declare_hiding;
pub(super) use squeeze::squeezed;
pub(super) use start_tag::StartTag;

use crate::text::{Source, Span};
use declarations::{content, generated};
use selector::{Selector, split_pseudo_element};
use tokens::{after_token, split, without_remarks};

/// Where of an element a style sheet may print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintedEdge {
    Before,
    After,
}

/// The rules of a theme that hide words or print some.
#[derive(Default)]
pub(super) struct StyleRules {
    files: Vec<Source>,
    rules: Vec<StyleRule>,
}

struct StyleRule {
    file: usize,
    span: Span,
    selector: Selector,
    edge: Option<PrintedEdge>,
    /// What is printed at the edge; `None` when the element is hidden.
    printed: Option<String>,
}

impl StyleRules {
    /// Reads a style sheet.
    pub fn add(&mut self, file: Source) {
        let mut reader = SheetReader { text: file.text(), file: self.files.len(), rules: &mut self.rules };
        reader.block(0, &[String::new()]);
        self.files.push(file);
    }

    /// The rule that hides the last of the open elements.
    pub fn hides(&self, open: &[StartTag<'_>]) -> Option<usize> {
        self.rules.iter().position(|rule| rule.printed.is_none() && rule.selector.fits(open))
    }

    /// What is printed at an edge of the last of the open elements.
    pub fn generated(&self, open: &[StartTag<'_>], edge: PrintedEdge) -> Option<&str> {
        let fits = |rule: &&StyleRule| rule.edge == Some(edge) && rule.selector.fits(open);
        self.rules.iter().rev().filter(|rule| rule.printed.is_some()).find(fits)?.printed.as_deref()
    }

    /// A rule's place.
    pub fn place(&self, rule: usize) -> (&Source, Span) {
        let rule = &self.rules[rule];
        (&self.files[rule.file], rule.span)
    }
}

/// Reads one style sheet, rule by rule.
struct SheetReader<'s> {
    text: &'s str,
    file: usize,
    rules: &'s mut Vec<StyleRule>,
}

impl SheetReader<'_> {
    /// Reads from `at` to the end of the block, for elements that `parents` select; where it ends.
    fn block(&mut self, mut at: usize, parents: &[String]) -> usize {
        let mut start = at;
        let mut declarations = String::new();
        while at < self.text.len() {
            let end = after_token(self.text, at);
            match &self.text[at..end] {
                ";" => {
                    declarations.push_str(&without_remarks(&self.text[start..end]));
                    start = end;
                }
                "{" => {
                    let prelude = without_remarks(&self.text[start..at]);
                    let own = self.text[start..at].rsplit("*/").next().unwrap_or_default();
                    let place = Span::new(at - own.trim_start().len(), at);
                    at = self.nested(prelude.trim(), place, end, parents);
                    start = at;
                    continue;
                }
                "}" => {
                    declarations.push_str(&without_remarks(&self.text[start..at]));
                    self.rule(parents, &declarations, at);
                    return end;
                }
                _ => {}
            }
            at = end;
        }
        at
    }

    fn nested(&mut self, prelude: &str, place: Span, at: usize, parents: &[String]) -> usize {
        let groups = ["@media", "@supports", "@layer", "@container", "@scope", "@starting-style"];
        if groups.iter().any(|group| prelude.starts_with(group)) {
            return self.block(at, parents);
        }
        if prelude.starts_with('@') {
            // Fonts, animations, pages of paper.
            return self.block(at, &[]);
        }
        let selectors: Vec<String> = parents
            .iter()
            .flat_map(|parent| {
                split(prelude, ',').into_iter().map(move |own| match own.contains('&') {
                    true => own.replace('&', parent),
                    false => format!("{parent} {own}"),
                })
            })
            .collect();
        let before = self.rules.len();
        let end = self.block(at, &selectors);
        for rule in &mut self.rules[before..] {
            rule.span = if rule.span.is_empty() { place } else { rule.span };
        }
        end
    }

    fn rule(&mut self, selectors: &[String], declarations: &str, at: usize) {
        let hidden = declare_hiding(declarations);
        let content = content(declarations);
        for selector in selectors.iter().filter(|selector| !selector.trim().is_empty()) {
            let (elements, edge) = match split_pseudo_element(selector) {
                (elements, None | Some("first-line" | "first-letter")) => (elements, None),
                (elements, Some("before")) => (elements, Some(PrintedEdge::Before)),
                (elements, Some("after")) => (elements, Some(PrintedEdge::After)),
                _ => continue,
            };
            let printed = match (edge, content) {
                (None, _) => None,
                (Some(_), Some(value)) if !hidden => Some(generated(value)),
                (Some(_), _) => continue,
            };
            let replaced = content.is_some_and(|value| value.contains("url("));
            if edge.is_some() || hidden || replaced {
                let (file, span) = (self.file, Span::new(at, at));
                self.rules.push(StyleRule { file, span, selector: Selector::of(elements), edge, printed });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(sheet: &str) -> StyleRules {
        let mut rules = StyleRules::default();
        rules.add(Source::new("99-ours.css", sheet));
        rules
    }

    fn open<'h>(tags: &[&'h str]) -> Vec<StartTag<'h>> {
        tags.iter().map(|tag| StartTag::of(tag)).collect()
    }

    #[test]
    fn a_rule_that_hides_is_found_for_its_elements_and_no_others() {
        let page = open(&["html", "main id=main", "div class=\"text wide\" lang=zh-CN", "p id=2-1p3"]);
        for (sheet, due) in [
            (".text p { display: none }", true),
            ("/* a */ .text>p{color:red;DISPLAY : none!important}", true),
            ("p { color: red } p { visibility: hidden; }", true),
            ("@media print { main p { opacity: 0 } }", true),
            (".text { p { font-size: 0px } }", true),
            (".text { &.wide > p { font-size: 0 } }", true),
            ("h1, #\\32-1p3 { display: none }", true),
            ("[id=\"2-1p3\"] { display: none }", true),
            ("p:nth-child(2) { display: none }", true),
            ("h2 + p { text-indent: -999em }", true),
            ("html:not([data-large]) p { -webkit-line-clamp: 3 }", true),
            ("p:empty { display: none }", false),
            (".note p, .text > .p, main > p, div.narrow p { display: none }", false),
            ("p::marker { font-size: 0 }", false),
            ("p::first-letter { font-size: 0 }", true),
            ("p { display: block; opacity: .5; left: -3px; text-indent: 2em }", false),
            ("@keyframes p { from { opacity: 0 } }", false),
            ("p::before { content: \"; display: none\" }", false),
        ] {
            assert_eq!(rules(sheet).hides(&page).is_some(), due, "{sheet}");
        }
    }

    #[test]
    fn what_a_rule_prints_is_read() {
        let page = open(&["p class=a"]);
        for (sheet, before, after) in [
            ("p::before { content: \"约\" }", "约", ""),
            ("p:after { content: '\\4E0D' \"，\" / \"不\" }", "", "不，"),
            (".a::before { content: \"甲\" } .a::before { content: none }", "", ""),
            (".a::before { content: counter(n) }", "\u{FFFC}", ""),
            (".b::before { content: \"甲\" }", "", ""),
            (".a::before { content: \"甲\"; display: none }", "", ""),
        ] {
            let rules = rules(sheet);
            let found = |edge| rules.generated(&page, edge).unwrap_or_default();
            assert_eq!((found(PrintedEdge::Before), found(PrintedEdge::After)), (before, after), "{sheet}");
        }
    }

    #[test]
    fn a_rule_has_the_place_of_its_selector() {
        let rules = rules("a {}\n@media print {\n  .text p { display: none }\n}\n");
        let rule = rules.hides(&open(&["div class=text", "p"])).unwrap();
        let (file, span) = rules.place(rule);
        assert_eq!((file.place(span.start).line, span.of(file.text())), (3, ".text p "));
    }
}
