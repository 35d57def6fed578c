//! A file of the book: a document of well-formed XHTML, and what the contents say of it.

use crate::markup::{attribute, escape};

pub(super) struct Chapter {
    /// The name of its file.
    pub file: String,
    /// What the contents call it, and the sections that they list below it, each with its id.
    pub title: String,
    pub sections: Vec<(String, String)>,
    /// What stands in its `<body>`.
    pub body: String,
    /// Whether there is SVG in it: the package must say so.
    pub has_drawings: bool,
}

impl Chapter {
    pub(super) fn document(&self, language: &str) -> String {
        document(&self.title, language, &self.body)
    }
}

/// A document of this title. HTML of ours is well-formed but for three short forms that XML does not have; no words look like
/// them, since `>` in words is spelled `&gt;`.
pub(super) fn document(title: &str, language: &str, body: &str) -> String {
    let body = body.replace("<br>", "<br/>").replace("<hr>", "<hr/>").replace(" data-ui>", ">");
    // XML knows no such characters.
    let body = body.replace(['\u{fffe}', '\u{ffff}'], "");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{language}\" xml:lang=\"{language}\">\n\
         <head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n\
         <body>\n{body}</body>\n</html>\n",
        escape(title)
    )
}

/// A section of the structure `kind` under its heading of this level; `lines` are those of the heading.
pub(super) fn section(kind: &str, id: &str, level: u8, lines: &[&str], body: &str) -> String {
    let heading: Vec<_> = lines.iter().map(|line| escape(line)).collect();
    let id = attribute(id);
    format!(
        "<section{kind} aria-labelledby=\"{id}\">\n<h{level} id=\"{id}\">{}</h{level}>\n{body}</section>\n",
        heading.join("<br>")
    )
}
