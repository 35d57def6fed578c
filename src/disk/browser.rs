//! Opens a page in the browser, by the program that each system has for it.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use super::fault::{Deed, cannot};

/// The program that opens whatever it is given with what the person chose for it. On Windows it is one that takes a path in any
/// script and reads no sign in it as its own, as `cmd` would.
const OPENER: &str = if cfg!(windows) {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Opens a page, given as its address or as the full path of its file, and does not wait for the browser.
///
/// # Errors
/// When this machine has no program for it.
pub fn open_in_browser(page: &OsStr) -> anyhow::Result<()> {
    let mut command = Command::new(OPENER);
    command.arg(page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // What the browser says is not for this terminal, and it may stay open longer than we run.
    command.spawn().map(drop).map_err(|error| cannot(Deed::Run, OPENER, &error))
}
