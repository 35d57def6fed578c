//! What went wrong with the machine or the usage, in words. A system may speak English to someone who does not read it.

use std::fmt::Display;
use std::io::{self, ErrorKind};

use super::language::Language;
use super::wording::Message;

/// A fault of the machine or of the usage, as a message in both languages. It travels inside errors of every kind; as
/// an error among others (`Display`) it is English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub Message);

impl Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.said_in(Language::English))
    }
}

impl std::error::Error for Failure {}

impl From<Message> for anyhow::Error {
    fn from(message: Message) -> anyhow::Error {
        Failure(message).into()
    }
}

impl Message {
    /// What an error says: a [`Failure`] in both languages, the system with its [`reason`], a library in its own words.
    pub fn of(error: &anyhow::Error) -> Message {
        let told = error.chain().map(|cause| match (cause.downcast_ref(), cause.downcast_ref()) {
            (Some(Failure(message)), _) => message.clone(),
            (_, Some(error)) => reason(error),
            (None, None) => Message::quoted(cause),
        });
        Message::joined(told, ": ", "：")
    }
}

/// Why, in the system's own words without the number that only a programmer reads; in Chinese what the usual reasons mean.
/// An error that a [`Failure`] was put into says that.
pub fn reason(error: &io::Error) -> Message {
    if let Some(Failure(own)) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        return own.clone();
    }
    let text = error.to_string();
    let english = match text.rfind(" (os error ") {
        Some(at) if at > 0 => text[..at].trim_end_matches('.').to_owned(),
        _ => text,
    };
    let chinese = match error.kind() {
        ErrorKind::NotFound => "没有这个文件或文件夹",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::AlreadyExists => "已经有同名的文件或文件夹",
        ErrorKind::NotADirectory => "它不是文件夹",
        ErrorKind::IsADirectory => "它是文件夹",
        ErrorKind::DirectoryNotEmpty => "文件夹里还有东西",
        ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        ErrorKind::StorageFull => "磁盘满了",
        ErrorKind::QuotaExceeded => "超出了磁盘配额",
        ErrorKind::FileTooLarge => "文件太大",
        ErrorKind::InvalidFilename => "名字不合系统的规矩",
        ErrorKind::ResourceBusy => "正被别的程序占用",
        ErrorKind::AddrInUse => "别的程序正在用",
        ErrorKind::TimedOut => "等得太久，没有回应",
        ErrorKind::OutOfMemory => "内存不够",
        _ => return Message::quoted(english),
    };
    Message::new(english, chinese)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(said: &Message, english: &str, chinese: &str) {
        assert_eq!((said.said_in(Language::English), said.said_in(Language::Chinese)), (english, chinese));
    }

    #[test]
    fn the_usual_reasons_are_told_in_both_languages() {
        check(&reason(&io::Error::from(ErrorKind::StorageFull)), "no storage space", "磁盘满了");
        check(&reason(&io::Error::other(Failure(message!("it is odd", "它很怪")))), "it is odd", "它很怪");
        check(&reason(&io::Error::other("odd")), "odd", "「odd」");
        let missing = std::fs::read("no/such/file").unwrap_err();
        assert!(!reason(&missing).said_in(Language::English).contains("os error"));
        assert_eq!(reason(&missing).said_in(Language::Chinese), "没有这个文件或文件夹");
    }

    #[test]
    fn an_error_is_told_in_the_language_that_was_asked_for() {
        let error: anyhow::Error = message!("cannot read {file}", "读不了 {file}", file = "a.txt").into();
        check(&Message::of(&error), "cannot read a.txt", "读不了 a.txt");
        assert_eq!(format!("{error:#}"), "cannot read a.txt", "as an error among others it is English");
        check(&Message::of(&io::Error::from(ErrorKind::StorageFull).into()), "no storage space", "磁盘满了");
        check(&Message::of(&anyhow::anyhow!("odd")), "odd", "「odd」");
    }
}
