//! In which language the program speaks: as `--lang` says, else as the environment does.

use std::ffi::OsString;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::message::Language;

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Language] {
        &Language::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// What `--lang` asks for, looked up before the command line is read, so that a fault in it is told in that language too.
pub(super) fn asked(words: &[OsString]) -> Option<Language> {
    let mut words = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    let name = words.by_ref().find_map(|word| match word.strip_prefix("--lang") {
        Some("") => Some(""),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    })?;
    Language::named(if name.is_empty() { words.next()? } else { name })
}

/// The language of the environment, of which `variable` gives the values.
///
/// The first of LC_ALL, LC_MESSAGES and LANG that is set and not empty names it (POSIX, Base Definitions, 8.2). `zh` is
/// Chinese; every other language is English, and so are `C` and `POSIX`, which ask for what a program says everywhere.
/// Where none is set, as on Windows, it is Chinese: whoever publishes these reports reads it.
pub(super) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    let Some(locale) = named else { return Language::Chinese };
    match locale.split(['_', '-', '.', '@']).next() {
        Some("zh") => Language::Chinese,
        _ => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[test]
    fn the_command_line_may_name_it() {
        for (words, expect) in [
            (&["gongdu"][..], None),
            (&["gongdu", "--lang", "zh"], Some(Chinese)),
            (&["gongdu", "build", "--lang", "en", "--nope"], Some(English)),
            (&["gongdu", "--lang=zh", "biuld"], Some(Chinese)),
            (&["gongdu", "--lang"], None),
            (&["gongdu", "--lang", "fr"], None),
            (&["gongdu", "--language=zh"], None),
            (&["gongdu", "import", "--", "--lang", "zh"], None),
        ] {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            assert_eq!(asked(&words), expect, "{words:?}");
        }
    }

    #[test]
    fn else_the_first_variable_that_is_set_does() {
        for (variables, expect) in [
            (&[][..], Chinese),
            (&[("LANG", "")], Chinese),
            (&[("LANG", "zh_CN.UTF-8")], Chinese),
            (&[("LANG", "zh")], Chinese),
            (&[("LANG", "zh-Hans")], Chinese),
            (&[("LANG", "zha_CN")], English),
            (&[("LANG", "en_GB.UTF-8")], English),
            (&[("LANG", "C")], English),
            (&[("LANG", "C.UTF-8")], English),
            (&[("LANG", "POSIX")], English),
            (&[("LANG", "de_DE@euro")], English),
            (&[("LANG", "en_US"), ("LC_MESSAGES", "zh_CN")], Chinese),
            (&[("LC_ALL", "C"), ("LANG", "zh_CN"), ("LC_MESSAGES", "zh_CN")], English),
            (&[("LC_ALL", ""), ("LANG", "zh_CN")], Chinese),
        ] {
            let value =
                |name: &str| variables.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(of_environment(value), expect, "{variables:?}");
        }
    }
}
