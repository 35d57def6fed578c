//! A result together with the faults that were found on the way.

use super::fault::{Diagnostic, Severity};

/// What a stage made of a text, with everything that it found fault with.
#[derive(Clone, Debug, Default)]
pub struct Checked<T> {
    /// The result; broken parts are left out of it or hold their best reading.
    pub value: T,
    /// Faults and doubts in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// Takes the value and moves the diagnostics to `into`.
    pub fn drain_into(self, into: &mut Vec<Diagnostic>) -> T {
        into.extend(self.diagnostics);
        self.value
    }

    /// Whether a fault was found that stops publication.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.diagnostics)
    }
}

/// Whether any of these stops publication.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
