//! The help of every command in either language, with the words that clap itself adds.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use crate::message::{Language, Message, message};

/// The command with everything that its help says in `language`.
pub(super) fn in_language(mut command: Command, language: Language) -> Command {
    // Only then are the options and commands there that clap adds.
    command.build();
    said(command, language)
}

fn said(command: Command, language: Language) -> Command {
    let name = command.get_bin_name().unwrap_or(command.get_name()).to_owned();
    let about = match (command.get_about(), command.get_name()) {
        (_, "help") => Some(message!("Print this help, or that of a command", "显示用法，或某个命令的用法")),
        (about, _) => about.map(kept),
    };
    let after = command.get_after_help().map(kept);
    let mut command = command.mut_args(|arg| argument(arg, language)).mut_subcommands(|inner| said(inner, language));
    if let Some(about) = about {
        command = command.about(about.said_in(language).to_owned());
    }
    if let Some(after) = after {
        command = command.after_help(after.said_in(language).to_owned());
    }
    match language {
        Language::English => command,
        Language::Chinese => in_chinese(command, &name),
    }
}

/// Headings and usage, which clap has in English only.
fn in_chinese(command: Command, name: &str) -> Command {
    let positionals: Vec<String> = command.get_positionals().map(Arg::to_string).collect();
    let mut usage = format!("{name} [选项]");
    positionals.iter().for_each(|positional| usage += &format!(" {positional}"));
    let mut template = "{before-help}{about-with-newline}\n用法：{usage}\n\n".to_owned();
    if command.has_subcommands() {
        usage += " [命令]";
        template += "命令：\n{subcommands}\n\n";
    }
    if !positionals.is_empty() {
        template += "参数：\n{positionals}\n\n";
    }
    template += "选项：\n{options}{after-help}";
    command.override_usage(usage).help_template(template)
}

fn argument(arg: Arg, language: Language) -> Arg {
    let help = match arg.get_id().as_str() {
        "help" => message!("Print help", "显示用法"),
        "version" => message!("Print version", "显示版本"),
        _ => arg.get_help().map(kept).unwrap_or_default(),
    };
    let names: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| Message::from_one_text(name).said_in(language).to_owned())
        .collect();
    let arg = if names.is_empty() { arg } else { arg.value_names(names) };
    let help = help.said_in(language).to_owned();
    match language {
        Language::English => arg.help(help),
        Language::Chinese => {
            let help = help + &values(&arg);
            arg.help(help).hide_default_value(true).hide_possible_values(true)
        }
    }
}

/// What an option takes when nothing is said, and what it can take.
fn values(arg: &Arg) -> String {
    let mut told = String::new();
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if arg.get_action().takes_values() && !default.is_empty() {
        told += &format!(" [默认：{}]", default.join(" "));
    }
    let possible: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if !possible.is_empty() {
        told += &format!(" [可选：{}]", possible.join("、"));
    }
    told
}

/// The two wordings of a text that clap has kept.
fn kept(text: &StyledStr) -> Message {
    Message::from_one_text(&text.to_string())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::args::Args;

    /// Everything that a command and those below it have words for, each with what it is of.
    fn texts(command: &Command, found: &mut Vec<(String, String)>) {
        let name = command.get_bin_name().unwrap_or(command.get_name());
        let mut push = |of: &str, text: Option<&StyledStr>| {
            found.push((format!("{name} {of}"), text.map(StyledStr::to_string).unwrap_or_default()));
        };
        push("about", command.get_about());
        command.get_after_help().iter().for_each(|text| push("after", Some(text)));
        for arg in command.get_arguments() {
            push(arg.get_id().as_str(), arg.get_help());
            let takes = arg.get_action().takes_values();
            for value in arg.get_value_names().filter(|_| takes).unwrap_or_default() {
                push("value", Some(&value.to_string().into()));
            }
        }
        command.get_subcommands().filter(|inner| inner.get_name() != "help").for_each(|inner| texts(inner, found));
    }

    fn all_texts(language: Language) -> Vec<(String, String)> {
        let mut found = Vec::new();
        texts(&in_language(Args::command(), language), &mut found);
        found
    }

    #[test]
    fn every_command_option_and_value_has_words_in_both_languages() {
        let chinese = |c: char| matches!(c, '\u{3400}'..='\u{9fff}');
        let [one, other] = [Language::English, Language::Chinese].map(all_texts);
        assert!(one.len() > 50, "{one:?}");
        for ((of, english), (same, words)) in one.iter().zip(&other) {
            assert_eq!(of, same);
            assert!(!english.is_empty() && english != words, "{of}: {english}");
            assert!(words.chars().any(chinese), "{of}: {words}");
            assert!(!english.contains('\u{1F}') && !words.contains(['\u{1F}', '「']), "{of}");
        }
    }

    #[test]
    fn no_word_of_clap_itself_is_left_in_chinese_help() {
        let mut command = in_language(Args::command(), Language::Chinese);
        let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
        for name in std::iter::once(None).chain(names.iter().map(Some)) {
            let help = match name {
                None => command.render_long_help(),
                Some(name) => command.find_subcommand_mut(name).unwrap().render_long_help(),
            };
            let help = help.to_string();
            for word in ["Usage", "OPTIONS", "COMMAND", "Options", "Commands", "Arguments", "default", "possible"] {
                assert!(!help.contains(word), "{name:?}: {help}");
            }
        }
    }
}
