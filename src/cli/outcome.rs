//! How a command ends.

use crate::diagnostic::{Diagnostic, has_errors};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Exit code 0.
    Good,
    /// The text has faults: exit code 1.
    Faulty,
    /// The machine or the usage: exit code 2.
    Failed,
}

impl Outcome {
    /// By what was found: an error is a fault of the text.
    pub(super) fn of(diagnostics: &[Diagnostic]) -> Outcome {
        if has_errors(diagnostics) { Outcome::Faulty } else { Outcome::Good }
    }
}
