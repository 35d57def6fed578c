//! `new`: the folder of a new site, after a few questions. What the command line says already is not asked.

use std::path::Path;

use super::begin_args::New;
use super::console::Console;
use super::outcome::Outcome;
use super::site_args::{AddressArgs, in_one_line};
use crate::content::{self, FirstSettings};
use crate::disk;
use crate::message::{Message, message};
use crate::project::{self, Host, Project};

pub(super) fn new(console: &Console, options: New) -> anyhow::Result<Outcome> {
    let folder = options.folder.clone();
    check_room(&folder)?;
    let host = options.host.as_deref().and_then(Host::named);
    let settings = match console.may_ask() {
        true => settings(options, &mut |question| console.ask(question)),
        false => settings(options, &mut |_| None),
    };
    let project = Project { settings, host };
    make(console, &folder, &project)?;
    console.say(&next(&folder, &project));
    Ok(Outcome::Good)
}

/// Begins a site in `folder` without asking; it has the folder's name.
///
/// # Errors
/// When something stands there, or cannot be written.
pub(super) fn begin(console: &Console, folder: &Path) -> anyhow::Result<()> {
    check_room(folder)?;
    let settings = settings(New { folder: folder.to_owned(), ..New::default() }, &mut |_| None);
    make(console, folder, &Project { settings, host: None })
}

/// Refuses a folder that holds something.
fn check_room(folder: &Path) -> anyhow::Result<()> {
    let there = project::in_the_way(disk::names(folder)?);
    if there.is_empty() {
        return Ok(());
    }
    Err(message!(
        "{folder} is not empty (it holds {names}), and nothing is written over; choose another name, or a new folder in it: \
         `gongdu new {folder}/site`",
        "{folder} 里已经有东西（{names}），程序不覆盖别人的文件；请换一个名字，或在里面另建一个：`gongdu new {folder}/site`",
        folder = folder.display(),
        names = Message::listed(there.iter().take(3)),
    )
    .into())
}

fn make(console: &Console, folder: &Path, project: &Project) -> anyhow::Result<()> {
    let files = project.files(console.language());
    for file in &files {
        disk::write_new(&folder.join(&file.path), &file.bytes, false)?;
    }
    let names = Message::listed(files.iter().map(|file| &file.path));
    console.say(&message!(
        "made {folder}/: {names}",
        "建好 {folder}/：{names}",
        folder = folder.display(),
        names = names
    ));
    Ok(())
}

/// What to do then, in the words that one types.
fn next(folder: &Path, project: &Project) -> Message {
    let into = match folder.to_string_lossy() {
        name if name.contains(char::is_whitespace) => format!("cd \"{name}\""),
        name => format!("cd {name}"),
    };
    let mut steps = vec![
        message!("`{into}`", "`{into}`", into = into),
        message!("`gongdu import REPORT.docx`", "`gongdu import 报告.docx`"),
        message!("`gongdu serve`", "`gongdu serve`"),
    ];
    if folder.file_name().is_none() {
        steps.remove(0);
    }
    if project.settings.is_official {
        steps.push(message!(
            "`gongdu check`, which lists the marks of an official site that content/site.toml still lacks",
            "`gongdu check`，列出 content/site.toml 里还缺的政府网站标记"
        ));
    }
    message!("what comes next:\n  {steps}", "接下来：\n  {steps}", steps = Message::joined(steps, "\n  ", "\n  "))
}

/// Asks a question and gives the line that was answered; `None` when there is nobody who answers.
type Ask<'a> = dyn FnMut(&Message) -> Option<String> + 'a;

/// What is known of the site: from the command line, else from the answers. An empty answer takes what is proposed.
fn settings(options: New, ask: &mut Ask<'_>) -> FirstSettings {
    let New { folder, title, publisher, contact, official, address: AddressArgs { base_url }, .. } = options;
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let proposed = name.unwrap_or_else(|| FirstSettings::default().title);
    let title = title.or_else(|| {
        let question = message!("The name of the site [{proposed}]: ", "网站的名字 [{proposed}]：");
        answer(ask, &question, |_| Ok(()))
    });
    let publisher = publisher.or_else(|| {
        let question = message!(
            "Who publishes it, printed at the foot of each page (may stay empty): ",
            "谁办的，印在每页末尾（可以不填）："
        );
        answer(ask, &question, |_| Ok(()))
    });
    let is_official = official || is_yes(ask);
    let contact = contact.or_else(|| {
        let question = message!(
            "Where to report a mistake: mail, web address or telephone (may stay empty): ",
            "发现错漏向哪里反映：信箱、网址或电话（可以不填）："
        );
        answer(ask, &question, |_| Ok(()))
    });
    let base_url = base_url.or_else(|| {
        let question = message!(
            "The address that the site will have, https://… (may stay empty): ",
            "网站将来的网址，https://…（可以不填）："
        );
        answer(ask, &question, |words| content::base_url_of(words).map(drop).map_err(|fault| in_one_line(*fault).0))
    });
    FirstSettings {
        title: title.unwrap_or(proposed),
        base_url: base_url.unwrap_or_default(),
        publisher: publisher.unwrap_or_default(),
        contact: contact.unwrap_or_default(),
        is_official,
    }
}

/// The answer to a question, asked again while it does not fit; `None` when it is empty.
fn answer(ask: &mut Ask<'_>, question: &Message, fits: impl Fn(&str) -> Result<(), Message>) -> Option<String> {
    let mut asked = question.clone();
    loop {
        let words = ask(&asked)?.trim().to_owned();
        if words.is_empty() {
            return None;
        }
        match fits(&words) {
            Ok(()) => return Some(words),
            Err(why) => asked = message!("{why}\n{question}", "{why}\n{question}", why = why, question = question),
        }
    }
}

fn is_yes(ask: &mut Ask<'_>) -> bool {
    let question = message!("Is it the site of a government body? yes/no [no]: ", "是政府机关的网站吗？是/否 [否]：");
    let words = answer(ask, &question, |words| match yes_or_no(words) {
        Some(_) => Ok(()),
        None => Err(message!("Please answer yes or no", "请回答“是”或“否”")),
    });
    words.and_then(|words| yes_or_no(&words)).unwrap_or(false)
}

/// What an answer means, in either language: who reads English may type Chinese, and the other way round.
fn yes_or_no(words: &str) -> Option<bool> {
    match words.to_ascii_lowercase().as_str() {
        "y" | "yes" | "是" => Some(true),
        "n" | "no" | "否" | "不是" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    /// The questions that are asked when these are the answers, and what is known then.
    fn asked(said: New, answers: &[&str]) -> (Vec<String>, FirstSettings) {
        let mut answers = answers.iter();
        let mut questions = Vec::new();
        let known = settings(New { folder: "a/淄川公读".into(), ..said }, &mut |question| {
            questions.push(question.said_in(Language::Chinese).to_owned());
            answers.next().map(|words| (*words).to_owned())
        });
        (questions, known)
    }

    #[test]
    fn what_is_answered_becomes_the_settings_and_an_empty_answer_what_is_proposed() {
        let answers = ["", " 某读书会\n", "y", "mail@example.org", "https://example.org/a"];
        let (questions, known) = asked(New::default(), &answers);
        assert_eq!(questions.len(), 5);
        let expect = FirstSettings {
            title: "淄川公读".into(),
            base_url: "https://example.org/a".into(),
            publisher: "某读书会".into(),
            contact: "mail@example.org".into(),
            is_official: true,
        };
        assert_eq!(known, expect);
        let nothing = FirstSettings { title: "淄川公读".into(), ..FirstSettings::default() };
        assert_eq!(asked(New::default(), &["", "", "", "", ""]).1, nothing);
        assert_eq!(asked(New::default(), &[]).1, nothing, "nobody answers");
    }

    #[test]
    fn an_answer_that_does_not_fit_is_asked_for_again_with_the_reason() {
        let (questions, known) =
            asked(New::default(), &["", "", "也许", "是", "", "example.org", "https://example.org"]);
        assert_eq!(questions.len(), 7);
        assert!(questions[3].starts_with("请回答“是”或“否”\n是政府机关的网站吗？"), "{questions:?}");
        assert!(questions[6].starts_with("\"example.org\" 不是网站的网址；以 https:// 开头"), "{questions:?}");
        assert!(known.is_official && known.base_url == "https://example.org");
    }

    #[test]
    fn what_the_command_line_says_is_not_asked() {
        let said = New { title: Some("甲".into()), official: true, contact: Some("乙".into()), ..New::default() };
        let (questions, known) = asked(said, &["丙", ""]);
        assert_eq!(questions.len(), 2);
        assert_eq!((known.title, known.contact, known.publisher), ("甲".into(), "乙".into(), "丙".into()));
        assert!(known.is_official);
    }
}
