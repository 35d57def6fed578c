//! The `site.toml` that a content folder begins with: every key in it, and what is known of the site already.

use super::fields::quoted;
use super::publisher::official_lines;
use crate::message::Language;

/// What is known of a site before there is one; what is not known is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstSettings {
    /// The name of the site.
    pub title: String,
    /// The address that it will have.
    pub base_url: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where to report a mistake.
    pub contact: String,
    /// Whether that is a government body.
    pub is_official: bool,
}

impl Default for FirstSettings {
    fn default() -> FirstSettings {
        let unknown = String::new;
        FirstSettings {
            title: "公读".into(),
            base_url: unknown(),
            publisher: unknown(),
            contact: unknown(),
            is_official: false,
        }
    }
}

impl FirstSettings {
    /// The text of the file. Its comments are in `language`; an official site has its marks there, still to be filled in.
    pub fn text(&self, language: Language) -> String {
        let empty = match language {
            Language::Chinese => include_str!("first_settings.zh.toml"),
            Language::English => include_str!("first_settings.en.toml"),
        };
        let mut text: String = empty.lines().map(|line| self.filled(line) + "\n").collect();
        if self.is_official {
            text += &official_lines(language);
        }
        text
    }

    /// A line of the file with what is known of its key.
    fn filled(&self, line: &str) -> String {
        let key = line.split_once(" = ").map(|(key, _)| key);
        let value = match key {
            Some("title") => &self.title,
            Some("base_url") => &self.base_url,
            Some("name") => &self.publisher,
            Some("contact") => &self.contact,
            Some("kind") if self.is_official => "official",
            _ => return line.to_owned(),
        };
        format!("{} = {}", key.unwrap_or_default(), quoted(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{RawFile, Settings};
    use crate::diagnostic::Code;

    #[test]
    fn what_was_known_is_read_back_whatever_signs_are_in_it() {
        for language in [Language::Chinese, Language::English] {
            for (is_official, lacks) in [(false, 0), (true, 9)] {
                let first = FirstSettings {
                    title: "a \"b\" = \\ {name}".into(),
                    base_url: "https://example.org/".into(),
                    publisher: "title = x".into(),
                    contact: "0533-1234567".into(),
                    is_official,
                };
                let text = first.text(language);
                let file = RawFile { path: "site.toml", name: "site.toml", bytes: text.as_bytes() };
                let read = Settings::read(file);
                let settings = read.value;
                assert_eq!(settings.title, first.title);
                assert_eq!(settings.base_url.as_deref(), Some("https://example.org/"));
                assert_eq!(settings.publisher.name, first.publisher);
                assert_eq!(settings.publisher.contact, first.contact);
                assert_eq!(settings.publisher.official.is_some(), is_official);
                assert!(read.diagnostics.iter().all(|found| found.code == Code::MISSING_KEY), "{text}");
                assert_eq!(read.diagnostics.len(), lacks, "{text}");
            }
        }
    }
}
