//! The only place that prints and asks: results to standard output, everything said to a person to standard error, answers from
//! standard input.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::Instant;

use super::repeated::shortened;
use super::{language, show};
use crate::diagnostic::Diagnostic;
use crate::message::{Language, Message, message};

/// How many characters the line takes that tells how far a build is.
const PROGRESS: usize = 40;

/// Where the program speaks.
pub(super) struct Console {
    quiet: bool,
    /// Whether a fault that comes many times is shown each time.
    all: bool,
    /// Since when every step is told, if that was asked.
    detailed: Option<Instant>,
    color: bool,
    width: usize,
    language: Language,
}

/// The words of the command line, the program's name first.
pub(super) fn command_line() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// The language in which to speak: what the command line asks for, else that of the environment.
pub(super) fn language(asked: Option<Language>) -> Language {
    asked.unwrap_or_else(|| language::of_environment(|name| std::env::var(name).ok()))
}

/// Whether the environment leaves colour alone (<https://no-color.org>) and the terminal knows it.
fn is_color_welcome() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && knows_color(cfg!(windows), set)
}

/// Whether a terminal knows colour. The window that Windows opens for a program prints its signs as they are; those that know
/// it leave a variable.
fn knows_color(is_windows: bool, set: impl Fn(&str) -> bool) -> bool {
    !is_windows || ["WT_SESSION", "TERM", "TERM_PROGRAM", "ConEmuANSI", "ANSICON"].into_iter().any(set)
}

impl Console {
    /// Colour only on a terminal, and not where `NO_COLOR` is set.
    pub fn new(quiet: bool, language: Language) -> Console {
        let color = io::stderr().is_terminal() && is_color_welcome();
        let width = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(100);
        Console { quiet, all: false, detailed: None, color, width, language }
    }

    /// One that shows every fault, or what comes many times only with its first places.
    pub fn showing_all(self, all: bool) -> Console {
        Console { all, ..self }
    }

    /// One that says what is read and decided, and when, counted from now.
    pub fn telling_details(self, detailed: bool) -> Console {
        Console { detailed: detailed.then(Instant::now), ..self }
    }

    /// Whether the person asked for silence.
    #[cfg(feature = "serve")]
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether results may be painted: only on a terminal, and not where `NO_COLOR` is set.
    pub fn paints(&self) -> bool {
        io::stdout().is_terminal() && is_color_welcome()
    }

    /// The language that everything is said in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// How many columns a line may take.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Says a line to the person, unless asked to be quiet.
    pub fn say(&self, line: &Message) {
        if !self.quiet {
            // Nobody listening is no reason to fail.
            let _ = writeln!(io::stderr(), "{}", show::harmless(line.said_in(self.language)));
        }
    }

    /// Says a line to who wants to know exactly what is done (`-v`), and how long after the beginning.
    pub fn detail(&self, line: &Message) {
        if let Some(since) = self.detailed {
            let ms = since.elapsed().as_millis();
            self.say(&message!("{ms} ms: {line}", "{ms} 毫秒：{line}", ms = ms, line = line));
        }
    }

    /// Whether the person wants to know exactly.
    pub fn is_detailed(&self) -> bool {
        self.detailed.is_some()
    }

    /// Whether a person sits there who can be asked: who wants silence is not.
    pub fn may_ask(&self) -> bool {
        !self.quiet && io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Whether a person sees what is said.
    pub fn is_seen(&self) -> bool {
        io::stderr().is_terminal()
    }

    /// Asks a question and waits for a line; `None` when no more will come.
    pub fn ask(&self, question: &Message) -> Option<String> {
        let mut error = io::stderr();
        let _ = write!(error, "{}", show::harmless(question.said_in(self.language)));
        let _ = error.flush();
        let mut line = String::new();
        io::stdin().read_line(&mut line).ok().filter(|length| *length > 0).map(|_| line)
    }

    /// Whether a person sees how far something is.
    pub fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Puts a line into the place of the last one of these.
    pub fn progress(&self, line: &Message) {
        let _ = write!(io::stderr(), "\r{:PROGRESS$}", line.said_in(self.language));
    }

    /// Takes that line away.
    pub fn end_progress(&self) {
        // A Chinese character is as wide as two.
        let _ = write!(io::stderr(), "\r{:1$}\r", "", 2 * PROGRESS - 1);
    }

    /// Shows faults and doubts, also when quiet, and how many there are.
    pub fn show(&self, diagnostics: &[Diagnostic]) {
        if diagnostics.is_empty() {
            return;
        }
        let (first, rest) = match self.all {
            true => (diagnostics.to_vec(), Vec::new()),
            false => shortened(diagnostics),
        };
        let shown = show::render(&first, self.language, self.color, self.width);
        let mut error = io::stderr().lock();
        let _ = writeln!(error, "{shown}");
        for line in rest.into_iter().chain([show::summary(diagnostics)]) {
            let _ = writeln!(error, "{}", line.said_in(self.language));
        }
    }

    /// Says why the machine could not do it.
    pub fn fail(&self, why: &Message) {
        for line in why.said_in(self.language).lines() {
            let line = message!("error: {line}", "错误：{line}");
            let _ = writeln!(io::stderr(), "{}", show::harmless(line.said_in(self.language)));
        }
    }

    /// Prints what is wrong with the command line.
    pub fn refuse(&self, told: &str) {
        let _ = io::stderr().write_all(told.as_bytes());
    }

    /// Prints a result; a reader that stopped listening (`| head`) is no fault.
    pub fn print(&self, text: &str) -> anyhow::Result<()> {
        match io::stdout().lock().write_all(text.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_prints_the_signs_of_colour_gets_none() {
        for (is_windows, variable, expect) in [
            (false, "", true),
            (true, "", false),
            (true, "PATH", false),
            (true, "WT_SESSION", true),
            (true, "TERM", true),
        ] {
            assert_eq!(knows_color(is_windows, |name| name == variable), expect, "{variable}");
        }
    }
}
