//! `man`: the manual page, made from the arguments: the program, and below it each command.

use clap::{Arg, Command, CommandFactory as _};
use clap_mangen::Man;

use super::args::Args;
use super::completions::typed;
use super::console::Console;
use super::help::in_language;
use super::outcome::Outcome;
use crate::message::{Language, message};

pub(super) fn man(console: &Console) -> anyhow::Result<Outcome> {
    console.print(&page(console.language())?)?;
    Ok(Outcome::Good)
}

fn page(language: Language) -> anyhow::Result<String> {
    let program = in_language(Args::command(), language);
    let man = Man::new(program.clone());
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_options_section(&mut text)?;
    let mut page = String::from_utf8_lossy(&text).into_owned() + &as_it_stands(&program);
    page += ".SH COMMANDS\n";
    for command in typed(&program) {
        page += &below(command.clone())?;
    }
    Ok(headings(page, language))
}

/// A command as a part of the page. What every command takes was said above.
fn below(command: Command) -> anyhow::Result<String> {
    let (name, after) = (command.get_name().to_owned(), as_it_stands(&command));
    let is_common = |arg: &Arg| arg.is_global_set() || ["help", "version"].contains(&arg.get_id().as_str());
    let man = Man::new(command.mut_args(|arg| if is_common(&arg) { arg.hide(true) } else { arg }));
    let mut text = Vec::new();
    man.render_description_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_options_section(&mut text)?;
    // Its name is the heading; what follows needs none.
    let text = String::from_utf8_lossy(&text);
    let lines = text.lines().map(|line| if line.starts_with(".SH ") { ".PP" } else { line });
    Ok(format!(".SS {name}\n{}\n{after}", lines.collect::<Vec<_>>().join("\n")))
}

/// Examples, whose lines must not be filled.
fn as_it_stands(command: &Command) -> String {
    let Some(words) = command.get_after_help() else { return String::new() };
    let words = words.to_string().replace('\\', "\\e").replace('-', "\\-");
    let lines = words.lines().map(|line| format!("\\&{line}\n")).collect::<String>();
    format!(".PP\n.nf\n{lines}.fi\n")
}

/// The headings of a manual in the language of the page.
fn headings(page: String, language: Language) -> String {
    let known = [
        ("NAME", message!("NAME", "名称")),
        ("SYNOPSIS", message!("SYNOPSIS", "用法")),
        ("OPTIONS", message!("OPTIONS", "选项")),
        ("COMMANDS", message!("COMMANDS", "命令")),
    ];
    known.iter().fold(page, |page, (heading, said)| {
        page.replace(&format!(".SH {heading}\n"), &format!(".SH {}\n", said.said_in(language)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_every_command_every_option_and_every_example_in_either_language() {
        for language in [Language::English, Language::Chinese] {
            let page = page(language).unwrap();
            let plain = page.replace("\\-", "-").replace("\\&", "");
            let program = in_language(Args::command(), language);
            for command in typed(&program).chain([&program]) {
                for option in command.get_arguments().filter_map(|arg| arg.get_long()) {
                    assert!(plain.contains(&format!("--{option}")), "{option}");
                }
                for line in command.get_after_help().map(ToString::to_string).unwrap_or_default().lines() {
                    assert!(plain.lines().any(|own| own == line), "{line}");
                }
            }
            for command in typed(&program) {
                assert!(page.contains(&format!(".SS {}\n", command.get_name())), "{}", command.get_name());
            }
            let lines = page.lines().filter(|line| line.starts_with(['.', '\'']));
            let known = [".TH", ".SH", ".SS", ".PP", ".TP", ".IP", ".RS", ".RE", ".nf", ".fi", ".ie", ".el", ".br"];
            lines.for_each(|line| assert!(known.iter().any(|own| line.starts_with(own)), "no request: {line}"));
        }
        assert!(page(Language::Chinese).unwrap().contains(".SH 名称\n"));
    }
}
