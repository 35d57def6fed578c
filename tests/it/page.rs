//! A finished page read back as a browser's first step reads it: elements in order, with their names, attributes, words.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// One element.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// Indices of the elements it stands in, the outermost first.
    pub above: Vec<usize>,
    /// All words in it, those of inner elements too.
    pub text: String,
}

/// A page as its elements, in the order of their opening tags.
#[derive(Debug, Default)]
pub struct Page {
    pub elements: Vec<Element>,
    /// Runs of words, each with the elements it stands in.
    runs: Vec<(Vec<usize>, String)>,
    /// What no browser would mind and no careful author writes: tags that do not match, attributes that stand twice.
    pub faults: Vec<String>,
}

const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "wbr", "source"];

impl Page {
    pub fn read(html: &str) -> Page {
        let mut page = Page::default();
        let mut open: Vec<usize> = Vec::new();
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token.unwrap() {
                Token::StartTag(tag) => {
                    let name = words(&tag.name);
                    let attributes = tag.attributes.iter().map(|(key, value)| (words(key), words(value)));
                    let element =
                        Element { name, attributes: attributes.collect(), above: open.clone(), text: String::new() };
                    // In SVG an element may close itself; in HTML the slash means nothing.
                    let drawn = open.iter().any(|at| page.elements[*at].name == "svg");
                    let leaf = VOID.contains(&element.name.as_str()) || tag.self_closing && drawn;
                    page.elements.push(element);
                    if !leaf {
                        open.push(page.elements.len() - 1);
                    }
                }
                Token::EndTag(tag) => {
                    let name = words(&tag.name);
                    match open.last() {
                        Some(last) if page.elements[*last].name == name => drop(open.pop()),
                        _ => page.faults.push(format!("</{name}> closes nothing")),
                    }
                }
                Token::String(text) => {
                    let text = words(&text);
                    open.iter().for_each(|at| page.elements[*at].text.push_str(&text));
                    page.runs.push((open.clone(), text));
                }
                Token::Error(error) => page.faults.push(error.value.to_string()),
                Token::Comment(_) | Token::Doctype(_) => {}
            }
        }
        page.faults.extend(open.iter().map(|at| format!("<{}> is never closed", page.elements[*at].name)));
        page
    }

    /// The elements of this name.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The element with this id.
    pub fn id(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.get("id") == Some(id))
    }

    /// Every id in order, doubled ones twice.
    pub fn ids(&self) -> Vec<&str> {
        self.elements.iter().filter_map(|element| element.get("id")).collect()
    }

    /// The value of a `<meta>` by its name or property.
    pub fn meta(&self, name: &str) -> Option<&str> {
        let found = self.all("meta").find(|meta| meta.get("name").or(meta.get("property")) == Some(name));
        found.and_then(|meta| meta.get("content"))
    }

    /// Whether `element` stands in an element of this name.
    pub fn is_in(&self, element: &Element, name: &str) -> bool {
        element.above.iter().any(|at| self.elements[*at].name == name)
    }

    /// The elements that stand in `outer`.
    pub fn inside<'p>(&'p self, outer: &'p Element) -> impl Iterator<Item = &'p Element> {
        let at = self.elements.iter().position(|element| std::ptr::eq(element, outer));
        self.elements.iter().filter(move |element| at.is_some_and(|at| element.above.contains(&at)))
    }

    /// Every run of words in `outer` (scripts apart, and descriptions of drawings, which can hold no element) with the language that it is in.
    pub fn spoken(&self, outer: &str) -> Vec<(&str, &str)> {
        let elements = |above: &[usize]| above.iter().map(|at| &self.elements[*at]).collect::<Vec<_>>();
        let counts = |above: &[&Element]| {
            above.iter().any(|element| element.name == outer)
                && above.iter().all(|element| !["script", "desc"].contains(&element.name.as_str()))
        };
        let runs = self.runs.iter().map(|(above, text)| (elements(above), text.as_str()));
        runs.filter(|(above, _)| counts(above)).map(|(above, text)| (language(&above), text)).collect()
    }

    /// The language of an element.
    pub fn language<'p>(&'p self, element: &'p Element) -> &'p str {
        let above = element.above.iter().map(|at| &self.elements[*at]);
        language(&above.chain([element]).collect::<Vec<_>>())
    }

    /// The words of an element without white space and without those of the site's own signs in it.
    pub fn own_words(&self, outer: &Element) -> String {
        let at = self.elements.iter().position(|element| std::ptr::eq(element, outer));
        let is_sign = |at: &usize| self.elements[*at].get("data-ui").is_some();
        let inside = |above: &[usize]| at.is_some_and(|at| above.contains(&at)) && !above.iter().any(is_sign);
        let runs = self.runs.iter().filter(|(above, _)| inside(above));
        runs.flat_map(|(_, text)| text.chars()).filter(|c| !c.is_whitespace()).collect()
    }

    /// The words of `<main>` without white space and without those of the elements that `left_out` names.
    pub fn words(&self, left_out: impl Fn(&Element) -> bool) -> String {
        let counts = |above: &[usize]| {
            let above = above.iter().map(|at| &self.elements[*at]);
            above.clone().any(|element| element.name == "main") && !above.clone().any(&left_out)
        };
        let runs = self.runs.iter().filter(|(above, _)| counts(above));
        runs.flat_map(|(_, text)| text.chars()).filter(|c| !c.is_whitespace()).collect()
    }
}

impl Element {
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }
}

/// The language that the innermost of these elements, the outermost first, says.
fn language<'p>(above: &[&'p Element]) -> &'p str {
    above.iter().rev().find_map(|element| element.get("lang")).unwrap_or_default()
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_page_is_read_as_its_elements() {
    let page = Page::read("<main id=\"m\"><p>甲&amp;<b>乙</b></p><svg><path d=\"\"/></svg><br></main>");
    let shown: Vec<_> = page.elements.iter().map(|e| (e.name.as_str(), e.above.len(), e.text.as_str())).collect();
    assert_eq!(
        shown,
        [("main", 0, "甲&乙"), ("p", 1, "甲&乙"), ("b", 2, "乙"), ("svg", 1, ""), ("path", 2, ""), ("br", 1, "")]
    );
    assert_eq!(page.faults, Vec::<String>::new());
    assert_eq!(page.words(|element| element.name == "b"), "甲&");
}

#[test]
fn careless_tags_are_noticed() {
    for html in ["<p><b></p></b>", "<p>", "</p>", "<p id=a id=b></p>", "<p title=\"a\"b></p>"] {
        assert!(!Page::read(html).faults.is_empty(), "{html}");
    }
}
