//! Words for faults of the machine: the deed, the path, the system's reason.

use std::io;
use std::path::Path;

use crate::message::{Failure, Message, message, reason};

/// What could not be done to a file or a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Read,
    Write,
    WriteIn,
    Remove,
    Clear,
    PutBack,
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
        Deed::PutBack => message!("put back", "恢复不了"),
        Deed::Find => message!("find", "找不到"),
        Deed::Run => message!("run", "运行不了"),
    };
    message!("cannot {deed} {path}: {why}", "{deed} {path}：{why}", deed = deed, path = path, why = why)
}

/// An error with a reason of our own, on its way through code that gives the system's.
pub(super) fn refused(why: Message) -> io::Error {
    io::Error::other(Failure(why))
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

    #[test]
    fn a_fault_says_what_could_not_be_done_to_which_file_and_why() {
        for (error, english, chinese) in [
            (
                refused(message!("it is a folder", "它是文件夹")),
                "cannot read a: it is a folder",
                "读不了 a：它是文件夹",
            ),
            (io::ErrorKind::StorageFull.into(), "cannot read a: no storage space", "读不了 a：磁盘满了"),
        ] {
            let said = Message::of(&cannot(Deed::Read, "a", &error));
            assert_eq!((said.said_in(Language::English), said.said_in(Language::Chinese)), (english, chinese));
        }
    }
}
