//! How a command ends.

use super::console::Console;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::disk;
use crate::message::Message;

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

/// Says why the machine or the usage stopped a command.
pub(super) fn failed(console: &Console, error: &anyhow::Error) -> Outcome {
    match error.downcast_ref::<disk::OutputRefusal>() {
        Some(refusal) => console.show(std::slice::from_ref(&refusal.0)),
        None => console.fail(&Message::of(error)),
    }
    Outcome::Failed
}
