//! What the program says in its two languages: every message has both, with the same facts, and the person chooses.

use std::collections::BTreeSet;
use std::process::Command;

use gongdu::diagnostic::Diagnostic;
use gongdu::message::{Language, Message};

use crate::code;
use crate::codes;
use crate::desk::{Desk, Run};
use crate::site::SMALL;

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Words without what is quoted in them: code, and the words of reports and libraries.
fn without_quotations(words: &str) -> String {
    let mut rest = String::new();
    let mut closes = None;
    for c in words.chars() {
        match (closes, c) {
            (Some(end), _) if c == end => closes = None,
            (Some(_), _) => {}
            (None, '`') => closes = Some('`'),
            (None, '「') => closes = Some('」'),
            (None, '“') => closes = Some('”'),
            (None, '"') => closes = Some('"'),
            (None, _) => rest.push(c),
        }
    }
    rest
}

/// Whether two English words stand side by side: names of files, keys and programs stand alone.
fn has_english(words: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'');
    let words = without_quotations(words);
    let words: Vec<&str> = words.split([' ', '\n']).collect();
    words.windows(2).any(|pair| pair.iter().all(|word| is_word(word)))
}

#[track_caller]
fn check_chinese(words: &str) {
    assert!(words.chars().any(is_chinese), "{words:?} is not Chinese");
    assert!(!has_english(words), "{words:?} is English in part");
    assert!(!words.ends_with('。') && words.trim() == words, "{words:?}");
}

/// Numbers, and what is quoted: code of one word, words of the report.
fn facts(words: &str) -> BTreeSet<String> {
    let mut facts: BTreeSet<String> = words.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    facts.retain(|code| !code.contains(' '));
    facts.extend(words.split('「').skip(1).filter_map(|rest| Some(rest.split_once('」')?.0.to_owned())));
    facts.extend(words.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).map(str::to_owned));
    facts
}

#[track_caller]
fn check_both(message: &Message, code: &str) {
    let [english, chinese] = [Language::English, Language::Chinese].map(|language| message.said_in(language));
    assert!(!english.is_empty() && english != chinese, "{code}: {english:?} is not translated");
    check_chinese(chinese);
    let missing: Vec<String> = facts(english).into_iter().filter(|fact| !chinese.contains(fact)).collect();
    assert!(missing.is_empty(), "{code}: {chinese:?} does not say {missing:?} of {english:?}");
}

#[test]
fn every_fault_is_told_in_both_languages_with_the_same_facts() {
    for Diagnostic { code, message, notes, help, .. } in codes::all_found() {
        check_both(&message, code.as_str());
        help.iter().for_each(|help| check_both(help, code.as_str()));
        for note in &notes {
            // Words of a source that were left out are the same in every language.
            let [english, chinese] = [Language::English, Language::Chinese].map(|language| note.said_in(language));
            assert!(english == chinese || chinese.chars().any(is_chinese), "{code}: {chinese}");
        }
    }
}

/// The string that `rest` begins with, blanks aside, and what stands after it.
fn literal(rest: &str) -> Option<(String, &str)> {
    let rest = rest.trim_start().strip_prefix('"')?;
    let mut words = String::new();
    let mut chars = rest.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((words, &rest[at + 1..])),
            '\\' => words.extend(chars.next().map(|(_, c)| c)),
            c => words.push(c),
        }
    }
    None
}

/// Every file of the program with its path, without tests and comments.
fn program() -> Vec<(String, String)> {
    let files = code::files().into_iter().filter(|file| !file.is_test());
    let own = |text: &str| -> String {
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    };
    files.map(|file| (own(&file.text), file.path)).map(|(text, path)| (path, text)).collect()
}

/// The two wordings of each call of a macro or function in the code, with the file's path: `skip` arguments come first.
fn wordings(call: &str, skip: usize) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (path, text) in program() {
        for rest in text.split(call).skip(1) {
            let mut rest = rest;
            for _ in 0..skip {
                rest = rest.split_once(", ").map_or("", |(_, rest)| rest);
            }
            let Some((english, rest)) = literal(rest) else { continue };
            let rest = rest.trim_start().strip_prefix(',').unwrap_or_default();
            let (chinese, _) = literal(rest).unwrap_or_else(|| panic!("{path}: {english:?} stands alone"));
            found.push((path.clone(), english, chinese));
        }
    }
    found
}

/// The names in braces.
fn values(words: &str) -> BTreeSet<String> {
    let words = words.replace("{{", "").replace("}}", "");
    words.split('{').skip(1).map(|rest| rest.split(['}', ':']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn both_wordings_of_every_message_in_the_code_name_the_same_values() {
    let messages = wordings("message!(", 0);
    assert!(messages.len() > 200, "{} messages were found", messages.len());
    for (path, english, chinese) in messages {
        assert_eq!(values(&english), values(&chinese), "{path}: {english}");
        assert!(!has_english(&chinese), "{path}: {chinese}");
        // Some hold nothing but values, signs, and names of files.
        let bare = values(&chinese).iter().fold(chinese.clone(), |words, value| words.replace(value, ""));
        let says_nothing = !bare.chars().any(char::is_alphanumeric);
        assert!(
            chinese.chars().any(is_chinese) || says_nothing || english.trim() == chinese.trim(),
            "{path}: {chinese}"
        );
    }
    let counted = wordings("Message::counted(", 1);
    assert!(counted.len() > 10);
    for (path, noun, measured) in counted {
        assert!(measured.chars().all(is_chinese) && noun.is_ascii(), "{path}: {noun} {measured}");
    }
}

#[test]
fn no_words_for_people_are_the_same_in_both_languages() {
    for (path, text) in program() {
        assert!(!text.contains("Message::plain(\""), "{path}");
    }
}

/// Every string in a text of code.
fn strings(mut text: &str) -> Vec<String> {
    let mut found = Vec::new();
    while let Some(at) = text.find('"') {
        let is_character = text[..at].ends_with('\'') && text[at + 1..].starts_with('\'');
        match literal(&text[at..]).filter(|_| !is_character) {
            Some((words, rest)) => {
                found.push(words);
                text = rest;
            }
            None => text = &text[at + 1..],
        }
    }
    found
}

#[test]
fn what_the_command_line_says_is_said_in_messages_only() {
    let calls = [("message!(", 0), ("both!(", 0), ("Message::counted(", 1)];
    let calls = calls.into_iter().flat_map(|(call, skip)| wordings(call, skip));
    let wordings: BTreeSet<String> = calls.flat_map(|(_, english, chinese)| [english, chinese]).collect();
    let commands = program().into_iter().filter(|(path, _)| path.starts_with("src/cli/"));
    for (path, text) in commands {
        let alone: Vec<String> =
            strings(&text).into_iter().filter(|words| has_english(words) && !wordings.contains(words)).collect();
        assert!(alone.is_empty(), "{path}: {alone:?}");
    }
    let text = "let (a, b) = ('\"', \"of \\\"two\\\" words\");";
    assert_eq!(strings(text), ["of \"two\" words"]);
}

/// Variables of the environment.
type Variables = [(&'static str, &'static str)];

/// Runs the program with these variables and expects how it ends and words that it says.
#[track_caller]
fn check(desk: &Desk, variables: &Variables, arguments: &[&str], code: i32, says: &[&str]) -> Run {
    let mut command: Command = desk.command(arguments);
    command.env_remove("LANG").envs(variables.iter().copied());
    let run = Run::of(command.output().unwrap());
    assert_eq!(run.code, code, "gongdu {arguments:?}: {run:?}");
    for words in says {
        assert!(run.out.contains(words) || run.err.contains(words), "gongdu {arguments:?}: {words:?}: {run:?}");
    }
    run
}

#[test]
fn the_language_is_that_of_the_option_else_of_the_environment() {
    let desk = Desk::with_copy_of(SMALL);
    let (zh, en) = ("什么也没写", "nothing was written");
    let rows: [(&Variables, &[&str], &str); 9] = [
        (&[], &["check"], zh),
        (&[("LANG", "zh_CN.UTF-8")], &["check"], zh),
        (&[("LANG", "en_US.UTF-8")], &["check"], en),
        (&[("LANG", "C.UTF-8")], &["check"], en),
        (&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], &["check"], en),
        (&[("LC_MESSAGES", "zh_CN"), ("LANG", "en_US")], &["check"], zh),
        (&[("LANG", "zh_CN.UTF-8")], &["check", "--lang", "en"], en),
        (&[("LC_ALL", "C")], &["--lang", "zh", "check"], zh),
        (&[("LC_ALL", "C")], &["check", "--lang=zh"], zh),
    ];
    for (variables, arguments, says) in rows {
        check(&desk, variables, arguments, 0, &[says]);
    }
    check(&desk, &[], &["check", "--lang", "fr"], 2, &["'--lang <语言>' 不能是 'fr'，可以写：zh、en"]);
}

#[test]
fn every_command_says_in_chinese_what_it_says_in_english() {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("report.txt", std::fs::read("tests/fixtures/small/qinghe-2024/source.txt").unwrap());
    desk.write("note.txt", "你好\n");
    let rows: [(&[&str], i32, &[&str]); 12] = [
        (
            &["build"],
            0,
            &[
                "1 份报告：",
                "5 条名词用了 6 处，12 个数字，2 张图表；public/ 里有 ",
                "看一看：用浏览器打开 public/index.html",
            ],
        ),
        (&["check"], 0, &["提醒[term-unused]: 正文没有用到", "= 办法: ", "处提醒", "什么也没写"]),
        (&["figures"], 0, &["12 个数字", "目标  增减"]),
        (&["figures", "qinghe-2024/f1"], 0, &["       原句  ", "       年份  2023"]),
        (&["figures", "f99"], 2, &["错误：没有叫 `f99` 的报告或数字"]),
        (
            &["inspect", "report.txt"],
            0,
            &["    地方  青禾区", "大纲  3 个部分", "5 条里有 4 条链接上了", "链接不上的名词"],
        ),
        (&["inspect", "note.txt"], 1, &["错误[not-a-report]: 这份文本里找不到讲话", "       办法: "]),
        (&["inspect", "nix.txt"], 2, &["错误：读不了 nix.txt：没有这个文件或文件夹"]),
        (
            &["import", "note.txt", "report.txt"],
            1,
            &["没有导入：note.txt（not-a-report）", "2 个文件，导入了 1 个", "读作"],
        ),
        (&["build", "--content", "nix"], 2, &["错误：没有文件夹 nix"]),
        (&["build", "--output", "note.txt"], 2, &["错误：不能写进 note.txt：它不是文件夹"]),
        (&["build", "--output", "content/x"], 2, &["错误[output-overlaps-input]: 放网站的文件夹"]),
    ];
    for (arguments, code, says) in rows {
        let run = check(&desk, &[("LANG", "zh_CN.UTF-8")], arguments, code, says);
        for line in run.err.lines().filter(|line| !line.contains('|') && !line.contains("-->")) {
            assert!(!has_english(line), "gongdu {arguments:?}: {line:?}");
        }
    }
}

#[test]
fn what_is_asked_wrongly_is_told_in_chinese() {
    let desk = Desk::with_copy_of(SMALL);
    let rows: [(&[&str], &str); 13] = [
        (&["biuld"], "没有 'biuld' 这个命令\n\n  是不是想写 'build'？\n\n用法：gongdu [选项] [命令]"),
        (&["build", "--nope"], "没有 '--nope' 这个选项"),
        (&["build", "--outptu", "x"], "是不是想写 '--output'？\n\n用法：gongdu build [选项]"),
        (&["import"], "还缺 '<文件>...'\n\n用法：gongdu import [选项] <文件>..."),
        (&["inspect"], "还缺 '<文件>'"),
        (&["inspect", "a.txt", "b.txt"], "'b.txt' 是多写的"),
        (&["import", "a.txt", "--as"], "'--as <编号>' 后面要写一个值"),
        (&["import", "a.txt", "--as", "A b"], "`A b` 不能用在网址里；报告的编号只用小写字母、数字和连字符"),
        (&["check", "--base-url", "x"], "\"x\" 不是网站的网址；以 https:// 开头"),
        (&["figures", "--kind", "x"], "可以写：level、change"),
        (&["figures", "--csv", "--json"], "'--csv' 不能和 '--json' 一起用"),
        (&["figures", "--unit", "a", "--unit", "b"], "'--unit <单位>' 只能写一次"),
        (&["serve", "--port", "x"], "'--port <端口>' 不能是 'x'"),
    ];
    for (arguments, says) in rows {
        let run = check(&desk, &[("LANG", "zh_CN.UTF-8")], arguments, 2, &["错误：", says, "加上 --help 看用法。"]);
        assert!(!has_english(&run.err), "{run:?}");
    }
}

/// The options and commands that a help lists, each by its name.
fn listed(help: &str) -> BTreeSet<String> {
    let lines = help.lines().filter(|line| line.starts_with("  ") && !line.trim_start().starts_with("gongdu "));
    let words = lines.flat_map(|line| line.split_whitespace().take(2));
    words
        .filter(|word| word.starts_with('-') || word.bytes().all(|b| b.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_help_of_every_command_lists_the_same_in_both_languages() {
    let desk = Desk::empty();
    for command in
        ["", "build", "check", "import", "inspect", "figures", "explain", "serve", "new", "completions", "man"]
    {
        let asked = |language: &'static str| -> Vec<&str> {
            let words = [command, "--help", "--lang", language];
            words.into_iter().filter(|word| !word.is_empty()).collect()
        };
        let english = check(&desk, &[], &asked("en"), 0, &["Usage: gongdu", "\nOptions:\n", "Example"]);
        let chinese = check(&desk, &[], &asked("zh"), 0, &["用法：gongdu", "\n选项：\n", "例子："]);
        assert_eq!(listed(&english.out), listed(&chinese.out), "{command}");
        assert!(listed(&english.out).contains("--lang"), "{command}: {:?}", listed(&english.out));
        for line in chinese.out.lines().filter(|line| !line.starts_with("  gongdu ")) {
            assert!(!has_english(line), "{line}");
        }
        let long =
            check(&desk, &[("LANG", "zh_CN")], &["help", command][..1 + usize::from(!command.is_empty())], 0, &[]);
        assert_eq!(long.out, chinese.out, "gongdu help {command}");
    }
}

#[test]
fn json_speaks_english_unless_told_otherwise() {
    let desk = Desk::empty();
    desk.write("note.txt", "你好\n");
    let severity = "\"severity\": \"error\"";
    let english = [severity, "no speech was found in this text"];
    check(&desk, &[("LANG", "zh_CN.UTF-8")], &["inspect", "note.txt", "--json"], 1, &english);
    check(&desk, &[], &["inspect", "note.txt", "--json", "--lang", "zh"], 1, &[severity, "这份文本里找不到讲话"]);
}
