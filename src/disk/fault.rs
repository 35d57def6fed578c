//! Words for faults of the machine: the deed, the path, the system's reason.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::message::{Failure, Message, message};

/// What could not be done to a file or a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Read,
    Write,
    WriteIn,
    Remove,
    Clear,
    Find,
    Run,
}

/// `cannot read content/x: Permission denied`.
pub(super) fn cannot(deed: Deed, path: impl std::fmt::Display, error: &io::Error) -> anyhow::Error {
    cannot_since(deed, path, reason(error)).into()
}

/// The same with a reason that no system gave.
pub(super) fn cannot_since(deed: Deed, path: impl std::fmt::Display, why: Message) -> Message {
    let deed = match deed {
        Deed::Read => message!("read", "读不了"),
        Deed::Write => message!("write", "写不了"),
        Deed::WriteIn => message!("write in", "不能写进"),
        Deed::Remove => message!("remove", "删不掉"),
        Deed::Clear => message!("clear", "清理不了"),
        Deed::Find => message!("find", "找不到"),
        Deed::Run => message!("run", "运行不了"),
    };
    message!("cannot {deed} {path}: {why}", "{deed} {path}：{why}", deed = deed, path = path, why = why)
}

/// An error with a reason of our own, on its way through code that gives the system's.
pub(super) fn refused(why: Message) -> io::Error {
    io::Error::other(Failure(why))
}

/// Why, in the system's own words without the number that only a programmer reads; in Chinese what the usual reasons mean,
/// since a system may speak English to someone who does not.
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
        ErrorKind::TimedOut => "等得太久，没有回应",
        ErrorKind::OutOfMemory => "内存不够",
        _ => &english,
    };
    Message::new(english.as_str(), chinese)
}

/// A path as messages show it: with `/` on every system.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[track_caller]
    fn check(error: &io::Error, english: &str, chinese: &str) {
        let said = Message::of(&cannot(Deed::Read, "a", error));
        assert_eq!((said.said_in(Language::English), said.said_in(Language::Chinese)), (english, chinese));
    }

    #[test]
    fn a_fault_says_what_could_not_be_done_to_which_file_and_why() {
        let missing = std::fs::read("no/such/file").unwrap_err();
        let said = Message::of(&cannot(Deed::Read, "a", &missing));
        assert!(!said.said_in(Language::English).contains("os error"), "{said:?}");
        assert_eq!(said.said_in(Language::Chinese), "读不了 a：没有这个文件或文件夹");
        check(&io::Error::from(ErrorKind::StorageFull), "cannot read a: no storage space", "读不了 a：磁盘满了");
        check(
            &refused(message!("it is a folder", "它是文件夹")),
            "cannot read a: it is a folder",
            "读不了 a：它是文件夹",
        );
        check(&io::Error::other("odd"), "cannot read a: odd", "读不了 a：odd");
    }
}
