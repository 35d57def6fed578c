//! The command line: arguments, commands, what is shown and with which exit code. ColumnType no rules of its own.

mod args;
mod console;
mod figures;
mod help;
mod import;
mod inspect;
mod inspection;
mod language;
mod ledgers;
mod names;
mod outcome;
mod repeated;
#[cfg(feature = "serve")]
mod serve;
pub mod show;
mod site;
mod table;
mod usage;
mod why;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _};

use crate::disk;
use crate::message::{Language, Message};
use args::{Args, Command};
use console::Console;
use outcome::Outcome;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let words = console::command_line();
    let language = console::language(language::asked(&words));
    let command = help::in_language(Args::command(), language);
    let read = command.try_get_matches_from(words).and_then(|matches| Args::from_arg_matches(&matches));
    let outcome = match read {
        Ok(args) => run(&Console::new(args.quiet, language).showing_all(args.all), args),
        Err(told) => answer(&Console::new(false, language), &told),
    };
    match outcome {
        Outcome::Good => ExitCode::SUCCESS,
        Outcome::Faulty => ExitCode::from(1),
        Outcome::Failed => ExitCode::from(2),
    }
}

/// Help and version go to standard output, a fault of the command line does not.
fn answer(console: &Console, told: &clap::Error) -> Outcome {
    match (told.kind(), console.language()) {
        (ErrorKind::DisplayHelp | ErrorKind::DisplayVersion, _) => {
            return console.print(&told.to_string()).map_or(Outcome::Failed, |()| Outcome::Good);
        }
        (_, Language::English) => console.refuse(&told.to_string()),
        (_, Language::Chinese) => console.refuse(&usage::told(told)),
    }
    Outcome::Failed
}

fn run(console: &Console, args: Args) -> Outcome {
    let result = match args.command.unwrap_or_default() {
        Command::Build(options) => site::build(console, &args.content, options),
        Command::Check(options) => site::check(console, &args.content, options),
        Command::Import(options) => import::import(console, &args.content, options),
        Command::Figures(options) => figures::figures(console, &args.content, &options),
        Command::Inspect(options) => inspect::inspect(console, &options, args.lang),
        #[cfg(feature = "serve")]
        Command::Serve(options) => serve::serve(console, &args.content, options),
    };
    result.unwrap_or_else(|error| {
        match error.downcast_ref::<disk::OutputRefusal>() {
            Some(refusal) => console.show(std::slice::from_ref(&refusal.0)),
            None => console.fail(&Message::of(&error)),
        }
        Outcome::Failed
    })
}
