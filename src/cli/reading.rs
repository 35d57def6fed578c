//! What is told of a file that was read, to who asked for details.

use std::path::Path;

use super::console::Console;
use crate::intake::Read;
use crate::message::message;

/// Tells which file was read, as what, and how much came of it.
pub(super) fn tell(console: &Console, file: &Path, bytes: usize, read: &Read) {
    let lines = read.opened.source.line_count();
    console.detail(&message!(
        "read {file}: {bytes} bytes, {format}, {lines} lines",
        "读了 {file}：{bytes} 字节，{format}，{lines} 行",
        file = file.display(),
        bytes = bytes,
        format = read.opened.format.word(),
        lines = lines
    ));
}
