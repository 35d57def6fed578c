//! The command line: arguments, commands, what is shown and with which exit code. Holds no rules of its own.

mod args;
mod console;
mod figures;
mod import;
mod inspect;
mod inspection;
#[cfg(feature = "serve")]
mod preview;
pub mod show;
mod site;
mod table;

use std::process::ExitCode;

use clap::Parser as _;

use crate::diagnostic::{Diagnostic, has_errors};
use crate::disk;
use args::{Args, Command};
use console::Console;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Exit code 0.
    Good,
    /// The text has faults: exit code 1.
    Faulty,
    /// The machine or the usage: exit code 2.
    Failed,
}

impl Outcome {
    fn of(diagnostics: &[Diagnostic]) -> Outcome {
        if has_errors(diagnostics) { Outcome::Faulty } else { Outcome::Good }
    }
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let args = Args::parse();
    let console = Console::new(args.quiet);
    let result = match args.command.unwrap_or_default() {
        Command::Build(options) => site::build(&console, &args.content, options),
        Command::Check(options) => site::check(&console, &args.content, options),
        Command::Import(options) => import::import(&console, &args.content, options),
        Command::Figures(options) => figures::figures(&console, &args.content, &options),
        Command::Inspect(options) => inspect::inspect(&console, &options),
        #[cfg(feature = "serve")]
        Command::Serve(options) => preview::serve(&console, &args.content, options),
    };
    let outcome = result.unwrap_or_else(|error| {
        match error.downcast_ref::<disk::Refusal>() {
            Some(refusal) => console.show(std::slice::from_ref(&refusal.0)),
            None => console.fail(&format!("{error:#}")),
        }
        Outcome::Failed
    });
    match outcome {
        Outcome::Good => ExitCode::SUCCESS,
        Outcome::Faulty => ExitCode::from(1),
        Outcome::Failed => ExitCode::from(2),
    }
}
