//! The command line: arguments, commands, what is shown and with which exit code. Holds no rules of its own.

mod args;
mod begin_args;
mod browser;
mod build_args;
mod completions;
mod console;
mod diff;
mod explain;
#[cfg(feature = "external")]
mod external;
#[cfg(feature = "external")]
mod external_args;
mod figures;
mod findings;
mod from_files;
mod help;
mod import;
mod inspect;
mod inspection;
mod language;
mod ledgers;
mod lexicon;
mod man;
mod names;
mod new;
mod outcome;
mod publish;
mod reading;
mod reading_args;
mod repeated;
#[cfg(feature = "serve")]
mod review;
#[cfg(feature = "serve")]
mod serve;
mod shell_args;
pub mod show;
mod site;
mod site_args;
mod table;
mod timings;
mod usage;
mod why;

use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _};

use crate::build;
use crate::disk;
use crate::message::Language;
use args::{Args, Command, DEFAULT_CONTENT};
use console::Console;
use outcome::Outcome;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let words = from_files::with_command(console::command_line(), &Args::command());
    let language = console::language(language::asked(&words));
    let command = help::in_language(Args::command(), language);
    let read = command.try_get_matches_from(words).and_then(|matches| Args::from_arg_matches(&matches));
    let outcome = match read {
        Ok(args) => run(&Console::new(args.quiet, language).showing_all(args.all).telling_details(args.verbose), args),
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
    // Whoever forgot the file may not know yet how to begin.
    let content = Path::new(DEFAULT_CONTENT);
    if told.kind() == ErrorKind::MissingRequiredArgument && !disk::is_dir(content) {
        console.fail(&build::no_content(content));
    }
    Outcome::Failed
}

fn run(console: &Console, args: Args) -> Outcome {
    let command = args.command.unwrap_or_default();
    let format = command.format();
    // Before anything is read.
    let result = match lexicon::lay_over(console, &args.content, format) {
        Ok(true) => done(console, command, &args.content, args.lang),
        Ok(false) => Ok(Outcome::Faulty),
        Err(error) => Err(error),
    };
    result.unwrap_or_else(|error| {
        // What cannot be printed either is told by the exit code.
        drop(format.print_failure(console, &error));
        outcome::failed(console, &error)
    })
}

/// Does what a command says.
fn done(console: &Console, command: Command, content: &Path, lang: Option<Language>) -> anyhow::Result<Outcome> {
    match command {
        _ if command.reads_content() && !disk::is_dir(content) => Err(build::no_content(content).into()),
        Command::Build(options) => site::build(console, content, options),
        Command::Check(options) => site::check(console, content, options),
        Command::Publish(options) => publish::publish(console, content, options),
        Command::Import(options) => import::import(console, content, options),
        Command::Figures(options) => figures::figures(console, content, &options),
        Command::Explain(options) => explain::explain(console, &options),
        Command::Inspect(options) => inspect::inspect(console, &options, lang),
        #[cfg(feature = "serve")]
        Command::Serve(options) => serve::serve(console, content, options),
        Command::Completions(options) => completions::completions(console, &options),
        Command::Diff(options) => diff::diff(console, &options),
        Command::Man => man::man(console),
        Command::New(options) => new::new(console, options),
        Command::FromFiles(options) => Ok(from_files::from_files(console, content, options)),
    }
}
