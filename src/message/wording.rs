//! A message: its wording in each language, made side by side.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

use super::language::Language;

/// Between the English and the Chinese of a text that a library keeps for us: the unit separator, which no words hold.
const BETWEEN: char = '\u{1F}';

/// A message in both languages.
///
/// It is made by `message!`, so that neither language can be forgotten. It has no `Display`: whoever shows it has to say
/// in which language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    english: String,
    chinese: String,
}

impl Message {
    /// A message of two wordings that are ready; `message!` is the usual way.
    pub fn new(english: impl Into<String>, chinese: impl Into<String>) -> Message {
        Message { english: english.into(), chinese: chinese.into() }
    }

    /// What is the same in every language: a name, a number, words of the report.
    pub fn plain(words: impl ToString) -> Message {
        Message::new(words.to_string(), words.to_string())
    }

    /// Words of a library or of the system, which have no Chinese: there they stand in quotation marks.
    pub fn quoted(words: impl Display) -> Message {
        message!("{words}", "「{words}」")
    }

    /// The message in a language.
    pub fn said_in(&self, language: Language) -> &str {
        match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        }
    }

    /// Both wordings in the one text that a library keeps for us, to be taken apart by [`Message::from_one_text`].
    pub fn in_one_text(&self) -> String {
        format!("{}{BETWEEN}{}", self.english, self.chinese)
    }

    /// The two wordings of a text that `both!` or [`Message::in_one_text`] made; any other text is a library's own.
    pub fn from_one_text(text: &str) -> Message {
        match text.split_once(BETWEEN) {
            Some((english, chinese)) => Message::new(english, chinese),
            None => Message::quoted(text),
        }
    }

    /// A number with what it counts: `no files`, `1 file`, `2 files`; `2 个文件`. For English nouns whose plural ends in s;
    /// the Chinese noun comes with its measure word.
    pub fn counted(count: usize, noun: &str, measured: &str) -> Message {
        let english = match count {
            0 => format!("no {noun}s"),
            1 => format!("1 {noun}"),
            _ => format!("{count} {noun}s"),
        };
        Message::new(english, format!("{count} {measured}"))
    }

    /// Names in a row: with commas, and with 、 in Chinese.
    pub fn listed<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Message {
        Message::joined(names.into_iter().map(|name| Message::plain(name.as_ref())), ", ", "、")
    }

    /// Messages one after another, with a mark between each two.
    pub fn joined(messages: impl IntoIterator<Item = Message>, english: &str, chinese: &str) -> Message {
        let mut joined: Option<Message> = None;
        for message in messages {
            joined = Some(match joined {
                None => message,
                Some(before) => Message {
                    english: before.english + english + &message.english,
                    chinese: before.chinese + chinese + &message.chinese,
                },
            });
        }
        joined.unwrap_or_default()
    }
}

/// What may stand in a message: a message in the language of the whole, anything else as it prints itself.
pub trait Say {
    /// Its words in a language.
    fn say(&self, language: Language) -> impl Display;
}

impl<T: Display + ?Sized> Say for T {
    fn say(&self, _: Language) -> impl Display {
        self
    }
}

impl Say for Message {
    fn say(&self, language: Language) -> impl Display {
        self.said_in(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &Message, english: &str, chinese: &str) {
        assert_eq!((message.said_in(Language::English), message.said_in(Language::Chinese)), (english, chinese));
    }

    #[test]
    fn a_message_is_said_in_either_language_with_the_same_values() {
        let (line, page) = (3, "2-1");
        check(&message!("line {line}", "第 {line} 行"), "line 3", "第 3 行");
        check(&message!("{n:>3} of {page}", "{page} 的 {n:>3}", n = line + 1), "  4 of 2-1", "2-1 的   4");
    }

    #[test]
    fn a_message_in_a_message_is_in_its_language() {
        let files = Message::counted(2, "file", "个文件");
        check(&message!("{files} in a/", "a/ 里有 {files}", files = files), "2 files in a/", "a/ 里有 2 个文件");
        check(&message!("{one}, {one}", "{one}、{one}", one = &files), "2 files, 2 files", "2 个文件、2 个文件");
    }

    #[test]
    fn a_text_that_a_library_keeps_is_taken_apart() {
        check(&Message::from_one_text(both!("file", "文件")), "file", "文件");
        let kept = message!("line {n}", "第 {n} 行", n = 3).in_one_text();
        check(&Message::from_one_text(&kept), "line 3", "第 3 行");
        check(&Message::from_one_text("odd"), "odd", "「odd」");
    }

    #[test]
    fn a_number_has_the_right_noun() {
        for (count, english, chinese) in
            [(0, "no files", "0 个文件"), (1, "1 file", "1 个文件"), (2, "2 files", "2 个文件")]
        {
            check(&Message::counted(count, "file", "个文件"), english, chinese);
        }
    }

    #[test]
    fn names_stand_in_a_row_as_each_language_writes_it() {
        check(&Message::listed(["a", "b", "c"]), "a, b, c", "a、b、c");
        check(&Message::listed([""; 0]), "", "");
    }
}
