//! A page of the preview's own, of headings and tables: plain, without script. What a cell holds is HTML already.

use crate::markup::escape;
use crate::message::{Language, Message};

pub(super) struct Sheet {
    language: Language,
    ways: String,
    body: String,
}

impl Sheet {
    pub fn new(language: Language) -> Sheet {
        Sheet { language, ways: String::new(), body: String::new() }
    }

    /// Words as a cell holds them.
    pub fn shown(words: &str) -> String {
        escape(words).into_owned()
    }

    /// A file with a line, or what is to be typed.
    pub fn code(words: &str) -> String {
        format!("<code>{}</code>", escape(words))
    }

    /// What the program says, as a cell holds it; between backticks stands what is to be typed, or a file.
    pub fn said(&self, message: &Message) -> String {
        let parts = message.said_in(self.language).split('`').enumerate();
        parts.map(|(at, words)| if at % 2 == 1 { Sheet::code(words) } else { Sheet::shown(words) }).collect()
    }

    /// Begins a part: what it is called, how many things are in it, and what to do about them.
    pub fn part(&mut self, id: &str, name: &Message, count: usize, advice: &Message) {
        let (name, advice) = (self.said(name), self.said(advice));
        self.ways += &format!("<li><a href=\"#{id}\">{name}</a> {count}</li>\n");
        self.body += &format!("<h2 id=\"{id}\">{name} <small>{count}</small></h2>\n<p>{advice}</p>\n");
    }

    pub fn table(&mut self, head: &[Message], rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return;
        }
        let head: String = head.iter().map(|name| format!("<th scope=\"col\">{}</th>", self.said(name))).collect();
        let row = |cells: Vec<String>| {
            let cells: String = cells.into_iter().map(|cell| format!("<td>{cell}</td>")).collect();
            format!("<tr>{cells}</tr>\n")
        };
        let rows: String = rows.into_iter().map(row).collect();
        self.body += &format!(
            "<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
        );
    }

    /// The whole page.
    pub fn page(self, title: &Message, advice: &Message) -> String {
        let ways = if self.ways.is_empty() { String::new() } else { format!("<ul>\n{}</ul>\n", self.ways) };
        let title = Sheet::shown(title.said_in(self.language));
        let values = [("{language}", self.language.tag()), ("{title}", &title), ("{advice}", &self.said(advice))];
        let page =
            values.iter().fold(include_str!("page.html").to_owned(), |page, (name, value)| page.replace(name, value));
        // Last, since nothing in them is a place to be filled.
        page.replace("{body}", &(ways + &self.body))
    }
}
