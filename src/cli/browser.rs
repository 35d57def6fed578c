//! The browser, asked to show a page; that it cannot is no fault of the command.

use std::ffi::OsStr;

use super::console::Console;
use crate::disk;
use crate::message::{Message, message};

/// Opens a page, given as its address or the full path of its file; says so where that cannot be.
pub(super) fn open(console: &Console, page: &OsStr) {
    if let Err(error) = disk::open_in_browser(page) {
        console.say(&message!(
            "the browser was not opened: {why}; open {page} in it yourself",
            "没能打开浏览器：{why}；请自己用浏览器打开 {page}",
            why = Message::of(&error),
            page = page.to_string_lossy()
        ));
    }
}
