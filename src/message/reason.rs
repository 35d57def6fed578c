//! Why the system could not do something, in words. A system may speak English to someone who does not read it.

use std::io::{self, ErrorKind};

use super::{Failure, Message};

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
    use crate::message::{Language, message};

    #[track_caller]
    fn check(error: &io::Error, english: &str, chinese: &str) {
        let said = reason(error);
        assert_eq!((said.said_in(Language::English), said.said_in(Language::Chinese)), (english, chinese));
    }

    #[test]
    fn the_usual_reasons_are_told_in_both_languages() {
        check(&io::Error::from(ErrorKind::StorageFull), "no storage space", "磁盘满了");
        check(&io::Error::other(Failure(message!("it is odd", "它很怪"))), "it is odd", "它很怪");
        check(&io::Error::other("odd"), "odd", "「odd」");
        let missing = std::fs::read("no/such/file").unwrap_err();
        assert!(!reason(&missing).said_in(Language::English).contains("os error"));
        assert_eq!(reason(&missing).said_in(Language::Chinese), "没有这个文件或文件夹");
    }
}
