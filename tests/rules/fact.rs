//! One fact that was read of a report, as one line of a golden text: `17:44 figure 增长24.6% | name=省外到位资金 | unit=%`.

use std::collections::BTreeMap;
use std::fmt;

/// Line and column of the source, both from 1.
pub type Spot = (usize, usize);

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// Where the source says it; `None` for what is of the whole report.
    pub spot: Option<Spot>,
    /// `figure`, `heading`, `pair` …
    pub kind: String,
    /// The words that it is about.
    pub words: String,
    /// What was read out of them; what goes without saying is left out.
    pub fields: BTreeMap<String, String>,
}

impl Fact {
    pub fn new(spot: Option<Spot>, kind: &str, words: &str) -> Fact {
        Fact { spot, kind: kind.to_owned(), words: one_line(words), fields: BTreeMap::new() }
    }

    /// Adds a field unless it is empty.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Fact {
        let value = one_line(&value.to_string());
        if !value.is_empty() {
            self.fields.insert(name.to_owned(), value);
        }
        self
    }

    /// What makes it the same fact before and after a change: its place where one place states one thing, else its words too.
    pub fn identity(&self) -> (Option<Spot>, &str, &str) {
        const ONE_A_PLACE: [&str; 5] = ["figure", "heading", "lead", "paragraph", "attachment"];
        let words = if ONE_A_PLACE.contains(&&*self.kind) { "" } else { &*self.words };
        (self.spot, &self.kind, words)
    }

    /// A fact from its line.
    pub fn parse(line: &str) -> Option<Fact> {
        let (spot, rest) = line.split_once(' ')?;
        let spot = match spot {
            "-" => None,
            spot => spot.split_once(':').and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?))),
        };
        let mut parts = rest.split(" | ");
        let first = parts.next()?;
        let (kind, words) = first.split_once(' ').unwrap_or((first, ""));
        let fields = parts.filter_map(|part| part.split_once('='));
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Some(Fact { spot, kind: kind.to_owned(), words: words.to_owned(), fields })
    }
}

/// The words on one line and without the sign that parts the fields.
fn one_line(words: &str) -> String {
    words.trim().replace(['\n', '\r'], "⏎").replace('|', "¦")
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.spot {
            Some((line, column)) => write!(f, "{line}:{column} ")?,
            None => f.write_str("- ")?,
        }
        f.write_str(&self.kind)?;
        if !self.words.is_empty() {
            write!(f, " {}", self.words)?;
        }
        self.fields.iter().try_for_each(|(name, value)| write!(f, " | {name}={value}"))
    }
}
