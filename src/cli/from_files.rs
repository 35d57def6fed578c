//! `gongdu 报告.docx`: from published files to the site in the browser, which is also what dropping files on the program does.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::args::{DEFAULT_CONTENT, FROM_FILES, Import};
use super::begin_args::FromFiles;
use super::build_args::Build;
use super::console::Console;
use super::outcome::{self, Outcome};
use super::{browser, import, new, site};
use crate::diagnostic::{Checked, has_errors};
use crate::message::message;
use crate::{disk, intake};

/// The words of the command line, with the command that stands for files alone where their first is one: a name with an ending,
/// which no command has.
pub(super) fn with_command(mut words: Vec<OsString>, program: &clap::Command) -> Vec<OsString> {
    let is_file = |word: &OsString| {
        let is_command = || word.to_str().is_some_and(|word| program.find_subcommand(word).is_some());
        !word.to_string_lossy().starts_with('-') && Path::new(word).extension().is_some() && !is_command()
    };
    if words.get(1).is_some_and(is_file) {
        words.insert(1, FROM_FILES.into());
    }
    words
}

/// Imports the files, builds the site and opens it. The window that Windows opens for a dropped file closes with the program, so
/// what was said in it waits to be read.
pub(super) fn from_files(console: &Console, content: &Path, options: FromFiles) -> Outcome {
    let waits = cfg!(windows) && !options.no_open && console.may_ask();
    let outcome = made(console, content, options).unwrap_or_else(|error| outcome::failed(console, &error));
    if waits {
        let _line = console.ask(&message!("Press Enter to close. ", "按回车键关闭。"));
    }
    outcome
}

fn made(console: &Console, content: &Path, FromFiles { files, no_open }: FromFiles) -> anyhow::Result<Outcome> {
    let Some(first) = files.first() else { return Ok(Outcome::Good) };
    let home = Home::of(content, first);
    if let Some(folder) = &home.begun {
        // No folder is left behind for what is no report.
        if !are_reports(console, &files)? {
            return Ok(Outcome::Faulty);
        }
        new::begin(console, folder)?;
    }
    let imported = import::import(console, &home.content, Import { files, id: None, force: false })?;
    if imported != Outcome::Good {
        return Ok(imported);
    }
    let output = home.content.with_file_name("public");
    let page = std::path::absolute(output.join("index.html"))?;
    let built = site::build(console, &home.content, Build::into(output))?;
    if built == Outcome::Good && !no_open && console.is_seen() {
        browser::open(console, page.as_os_str());
    }
    Ok(built)
}

/// The site that files are for.
struct Home {
    content: PathBuf,
    /// The folder in which it is to be begun; `None` when it is there.
    begun: Option<PathBuf>,
}

impl Home {
    /// The site that the command line names or that was begun here; else the one beside the file; else one of its own in a folder
    /// of the file's name. Where a system starts a program on which a file is dropped, nobody knows.
    fn of(content: &Path, file: &Path) -> Home {
        let there = |content: PathBuf| Home { content, begun: None };
        let folder = file.parent().unwrap_or(Path::new(""));
        let beside = folder.join(DEFAULT_CONTENT);
        if content != Path::new(DEFAULT_CONTENT) || disk::is_dir(content) {
            return there(content.to_owned());
        }
        if disk::is_dir(&beside) {
            return there(beside);
        }
        let own = folder.join(file.file_stem().unwrap_or_default());
        let content = own.join(DEFAULT_CONTENT);
        if disk::is_dir(&content) { there(content) } else { Home { content, begun: Some(own) } }
    }
}

/// Whether all files can be imported; what is wrong with one is shown.
fn are_reports(console: &Console, files: &[PathBuf]) -> anyhow::Result<bool> {
    for file in files {
        let bytes = disk::read_file(file)?;
        let Checked { diagnostics, .. } = intake::read(&file.display().to_string(), file, &bytes)?;
        if has_errors(&diagnostics) {
            console.show(&diagnostics);
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::args::Args;

    #[test]
    fn a_first_word_with_an_ending_is_a_file_and_no_other_word_is() {
        for (words, expect) in [
            (&["gongdu"][..], &["gongdu"][..]),
            (&["gongdu", "报告.docx"], &["gongdu", "from-files", "报告.docx"]),
            (&["gongdu", "C:/a b/1.txt", "2.pdf"], &["gongdu", "from-files", "C:/a b/1.txt", "2.pdf"]),
            (&["gongdu", "a.docx", "--no-open"], &["gongdu", "from-files", "a.docx", "--no-open"]),
            (&["gongdu", "biuld"], &["gongdu", "biuld"]),
            (&["gongdu", "build"], &["gongdu", "build"]),
            (&["gongdu", "import", "a.docx"], &["gongdu", "import", "a.docx"]),
            (&["gongdu", "--content", "a.b"], &["gongdu", "--content", "a.b"]),
        ] {
            let words = words.iter().map(OsString::from).collect();
            let expect: Vec<OsString> = expect.iter().map(OsString::from).collect();
            assert_eq!(with_command(words, &Args::command()), expect);
        }
    }
}
