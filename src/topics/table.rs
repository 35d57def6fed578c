//! The table of topics and everyday queries: the one that comes with the program, and an operator's laid over it.

use super::read::{self, TopicRow, TopicRows};
use super::wording::Wording;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::message;
use crate::text::Source;

/// The topics in the order of the table, the everyday queries, and the sentences that belong to none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicTable {
    /// The topics.
    pub topics: Vec<Topic>,
    /// What people type, and what reports write for it.
    pub queries: Vec<EverydayQuery>,
    /// Words of sentences that belong to no topic: thanks name everybody.
    pub left_out: Vec<String>,
    /// The last characters of names of places, which people type and reports may leave out.
    pub place_endings: Vec<String>,
}

/// What people come for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// `养老`.
    pub name: String,
    /// Its name in addresses, ASCII: `old-age`.
    pub slug: String,
    /// Its name on pages in English; the Chinese one where none is given.
    pub english: String,
    /// The words that put a sentence under it.
    pub wording: Wording,
}

/// A word that people type and that reports write otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EverydayQuery {
    /// `老人`.
    pub name: String,
    /// What reports write.
    pub wording: Wording,
    /// The topic all of whose words count as well.
    pub topic: Option<String>,
}

impl TopicTable {
    /// The table that comes with the program.
    pub fn embedded() -> TopicTable {
        let source =
            Source::new("themes/default/words/topics.toml", include_str!("../../themes/default/words/topics.toml"));
        // A test holds that it is without fault.
        TopicTable::default().overlaid(&source).value
    }

    /// The path of the file that a theme lays over the table.
    pub fn file() -> &'static str {
        "words/topics.toml"
    }

    /// The same with the rows of an operator's table laid over it: what a row does not say stays as it was, and a row of a new name
    /// is added. Faults are reported, and their rows stay as they were.
    pub fn overlaid(mut self, over: &Source) -> Checked<TopicTable> {
        let mut diagnostics = Vec::new();
        let TopicRows { left_out, place_endings, topics, queries } = read::rows(over, &mut diagnostics);
        self.left_out = left_out.unwrap_or(self.left_out);
        self.place_endings = place_endings.unwrap_or(self.place_endings);
        for row in topics {
            self.lay_topic(row, over, &mut diagnostics);
        }
        for row in queries {
            self.lay_query(row, over, &mut diagnostics);
        }
        Checked { value: self, diagnostics }
    }

    /// What an everyday query stands for: its own words, and those of the topic that it borrows.
    pub fn wording_of(&self, query: &EverydayQuery) -> Wording {
        let borrowed = self.topics.iter().find(|topic| Some(&topic.name) == query.topic.as_ref());
        let mut wording = query.wording.clone();
        if let Some(topic) = borrowed {
            wording.words.extend(topic.wording.words.iter().cloned());
            wording.not.extend(topic.wording.not.iter().cloned());
        }
        wording
    }

    fn lay_topic(&mut self, row: TopicRow, over: &Source, diagnostics: &mut Vec<Diagnostic>) {
        let at = self.topics.iter().position(|topic| topic.name == row.name.0);
        let mut topic = at.map_or_else(Topic::default, |at| self.topics[at].clone());
        if let Some((slug, span)) = &row.slug {
            let taken = self.topics.iter().any(|other| other.slug == *slug && other.name != row.name.0);
            if let Some(fault) = slug_fault(slug, taken) {
                return diagnostics.push(fault.at(over, *span));
            }
            topic.slug.clone_from(slug);
        }
        topic.wording = row.wording_over(&topic.wording);
        if topic.slug.is_empty() || row.words.is_none() && at.is_none() {
            return diagnostics.push(incomplete(&row, "slug, words").at(over, row.name.1));
        }
        topic.english = row.english.unwrap_or(topic.english);
        topic.name = row.name.0;
        match at {
            Some(at) => self.topics[at] = topic,
            None => self.topics.push(topic),
        }
    }

    fn lay_query(&mut self, row: TopicRow, over: &Source, diagnostics: &mut Vec<Diagnostic>) {
        let at = self.queries.iter().position(|query| query.name == row.name.0);
        let own = at.map_or_else(EverydayQuery::default, |at| self.queries[at].clone());
        if let Some((topic, span)) = &row.topic
            && !self.topics.iter().any(|known| known.name == *topic)
        {
            let fault = message!("there is no topic `{topic}`", "没有「{topic}」这个主题");
            return diagnostics.push(Diagnostic::error(Code::BAD_VALUE, fault).at(over, *span).with_help(message!(
                "name a topic of the table: [topic.\"…\"]",
                "写表里已有的一个主题：[topic.\"…\"]"
            )));
        }
        if row.words.is_none() && row.topic.is_none() && at.is_none() {
            return diagnostics.push(incomplete(&row, "words").at(over, row.name.1));
        }
        let wording = row.wording_over(&own.wording);
        let topic = row.topic.map(|(topic, _)| topic).or(own.topic);
        let query = EverydayQuery { name: row.name.0, wording, topic };
        match at {
            Some(at) => self.queries[at] = query,
            None => self.queries.push(query),
        }
    }
}

fn slug_fault(slug: &str, taken: bool) -> Option<Diagnostic> {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if slug.is_empty() || !slug.chars().all(good) {
        let fault = message!("`{slug}` cannot be part of an address", "`{slug}` 不能用在网址里");
        return Some(Diagnostic::error(Code::BAD_VALUE, fault).with_help(message!(
            "use the letters a to z, digits and hyphens: slug = \"old-age\"",
            "用小写字母、数字和连字符：slug = \"old-age\""
        )));
    }
    let fault = message!("the slug `{slug}` is that of another topic", "`{slug}` 已是另一个主题的 slug");
    taken.then(|| {
        Diagnostic::error(Code::DUPLICATE_ID, fault)
            .with_help(message!("give the topic another slug", "给这个主题换一个 slug"))
    })
}

fn incomplete(row: &TopicRow, keys: &'static str) -> Diagnostic {
    let name = &row.name.0;
    let fault = message!("the new row `{name}` needs {keys}", "新的一行「{name}」要写 {keys}");
    Diagnostic::error(Code::MISSING_KEY, fault).with_help(message!(
        "write words = [\"…\", \"…\"]; a topic has a slug too: slug = \"old-age\"",
        "写上 words = [\"…\", \"…\"]；主题还要有 slug = \"old-age\""
    ))
}
