//! What is wrong with a command line, in Chinese; clap itself says it in English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::message::{Failure, Language};

/// The fault, what may have been meant, and the usage.
pub(super) fn told(error: &clap::Error) -> String {
    let mut text = format!("错误：{}\n", fault(error));
    for kind in [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        if let Some(meant) = error.get(kind) {
            text += &format!("\n  是不是想写 {}？\n", quoted(meant));
        }
    }
    if let Some(usage) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        text += &format!("\n用法：{}\n", usage.trim_start_matches("Usage:").trim());
    }
    text + "\n加上 --help 看用法。\n"
}

fn fault(error: &clap::Error) -> String {
    let word = |kind| error.get(kind).map(quoted).unwrap_or_default();
    let argument = word(ContextKind::InvalidArg);
    let value = word(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with("'-") => format!("没有 {argument} 这个选项"),
        ErrorKind::UnknownArgument => format!("{argument} 是多写的"),
        ErrorKind::InvalidSubcommand => format!("没有 {} 这个命令", word(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("还缺 {argument}"),
        ErrorKind::InvalidValue if value.is_empty() || value == "''" => {
            format!("{argument} 后面要写一个值{}", possible(error))
        }
        ErrorKind::InvalidValue => format!("{argument} 不能是 {value}{}", possible(error)),
        ErrorKind::ValueValidation => format!("{argument} 不能是 {value}：{}", why(error)),
        ErrorKind::ArgumentConflict if error.get(ContextKind::PriorArg) == error.get(ContextKind::InvalidArg) => {
            format!("{argument} 只能写一次")
        }
        ErrorKind::ArgumentConflict => format!("{argument} 不能和 {} 一起用", word(ContextKind::PriorArg)),
        ErrorKind::TooManyValues => format!("{argument} 后面的 {value} 是多余的"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => format!("{argument} 后面的值，个数不对"),
        ErrorKind::NoEquals => format!("{argument} 的值要用等号写"),
        ErrorKind::InvalidUtf8 => "命令里有不是 UTF-8 的字".to_owned(),
        ErrorKind::MissingSubcommand => "还缺一个命令".to_owned(),
        // Kinds that later versions of clap may add have words of theirs only.
        _ => format!("「{}」", error.to_string().lines().next().unwrap_or_default()),
    }
}

/// What stands in quotation marks, several with 、 between them.
fn quoted(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(words) => words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join("、"),
        other => format!("'{other}'"),
    }
}

fn possible(error: &clap::Error) -> String {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => format!("，可以写：{}", values.join("、")),
        _ => String::new(),
    }
}

/// Why a value is refused: in our own words, or as the library that read it says.
fn why(error: &clap::Error) -> String {
    match std::error::Error::source(error) {
        Some(source) => match source.downcast_ref::<Failure>() {
            Some(Failure(message)) => message.said_in(Language::Chinese).to_owned(),
            None => format!("「{source}」"),
        },
        None => "不合规矩".to_owned(),
    }
}
