//! `completions`: what a shell offers while a command is typed, made from the arguments.

use clap::{Command, CommandFactory as _};

use super::args::Args;
use super::console::Console;
use super::help::in_language;
use super::outcome::Outcome;
use super::shell_args::Completions;

pub(super) fn completions(console: &Console, options: &Completions) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(
        options.shell,
        &mut offered(&in_language(Args::command(), console.language())),
        NAME,
        &mut script,
    );
    console.print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Good)
}

const NAME: &str = "gongdu";

/// The program as a shell is to know it: without the commands that nobody types.
fn offered(program: &Command) -> Command {
    Command::new(NAME)
        .version(program.get_version().unwrap_or_default().to_owned())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        // What Chinese help says of values in its own words is of no use to a shell.
        .args(program.get_arguments().cloned().map(|arg| arg.hide_possible_values(false).hide_default_value(false)))
        .subcommands(typed(program).cloned())
}

/// The commands that people type.
pub(super) fn typed(program: &Command) -> impl Iterator<Item = &Command> {
    program.get_subcommands().filter(|inner| !inner.is_hide_set() && inner.get_name() != "help")
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;
    use clap_complete::Shell;

    use super::*;
    use crate::message::Language;

    #[test]
    fn every_shell_is_offered_every_command_and_option_that_people_type_and_no_other() {
        for language in [Language::English, Language::Chinese] {
            let program = in_language(Args::command(), language);
            for shell in Shell::value_variants() {
                let mut script = Vec::new();
                clap_complete::generate(*shell, &mut offered(&program), NAME, &mut script);
                let script = String::from_utf8(script).unwrap();
                for command in typed(&program) {
                    assert!(script.contains(command.get_name()), "{shell}: {}", command.get_name());
                    for option in command.get_arguments().filter_map(|arg| arg.get_long()) {
                        assert!(script.contains(option), "{shell}: {option}");
                    }
                }
                assert!(!script.contains(crate::cli::args::FROM_FILES), "{shell}");
            }
        }
    }
}
