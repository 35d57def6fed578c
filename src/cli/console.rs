//! The only place that prints: results to standard output, everything said to a person to standard error.

use std::io::{self, IsTerminal as _, Write as _};

use super::show;
use crate::diagnostic::Diagnostic;

/// Fewer things than this are done before a person could read how many.
const FEW: usize = 5;

/// Where the program speaks.
pub(super) struct Console {
    quiet: bool,
    color: bool,
    width: usize,
}

impl Console {
    /// Colour only on a terminal, and not where `NO_COLOR` is set.
    pub fn new(quiet: bool) -> Console {
        let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let width = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(100);
        Console { quiet, color, width }
    }

    /// Whether the person asked for silence.
    #[cfg(feature = "serve")]
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether results may be painted: only on a terminal, and not where `NO_COLOR` is set.
    pub fn paints(&self) -> bool {
        io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
    }

    /// How many columns a line may take.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Says a line to the person, unless asked to be quiet.
    pub fn say(&self, line: &str) {
        if !self.quiet {
            // Nobody listening is no reason to fail.
            let _ = writeln!(io::stderr(), "{line}");
        }
    }

    /// Keeps a line up to date while many things are done one by one: on a terminal only, and gone when all are done.
    pub fn progress(&self, done: usize, of: usize, what: &str) {
        if self.quiet || of < FEW || !io::stderr().is_terminal() {
            return;
        }
        let line = if done < of { format!("\r{done} of {of} {what}") } else { "\r\x1b[K".to_owned() };
        let _ = io::stderr().write_all(line.as_bytes());
    }

    /// Shows faults and doubts, also when quiet, and how many there are.
    pub fn show(&self, diagnostics: &[Diagnostic]) {
        if diagnostics.is_empty() {
            return;
        }
        let mut err = io::stderr().lock();
        let _ = writeln!(err, "{}\n{}", show::render(diagnostics, self.color, self.width), show::summary(diagnostics));
    }

    /// Says why the machine could not do it.
    pub fn fail(&self, why: &str) {
        for line in why.lines() {
            let _ = writeln!(io::stderr(), "error: {line}");
        }
    }

    /// Prints a result; a reader that stopped listening (`| head`) is no fault.
    pub fn print(&self, text: &str) -> anyhow::Result<()> {
        match io::stdout().lock().write_all(text.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
            _ => Ok(()),
        }
    }
}
