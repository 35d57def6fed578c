//! A deed that was not begun because it could destroy a person's files.

use crate::diagnostic::{Code, Diagnostic};
use crate::message::{Language, Message, message};

/// Why nothing was written, as a diagnostic to show. It travels inside an `anyhow` error: `downcast_ref::<OutputRefusal>()`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputRefusal(pub Diagnostic);

impl OutputRefusal {
    /// The output folder holds files and no manifest of ours.
    pub(super) fn foreign(output: &str, found: &[String]) -> OutputRefusal {
        let message = message!(
            "the output folder `{output}` was not made by gongdu, and it is not empty",
            "放网站的文件夹 `{output}` 不是 gongdu 建的，里面还有东西"
        );
        OutputRefusal(
            Diagnostic::error(Code::FOREIGN_OUTPUT, message)
                .with_note(message!("it holds {names}", "里面有 {names}", names = some_of(found)))
                .with_help(message!(
                    "choose another folder with --output, or empty this one yourself",
                    "用 --output 换一个文件夹，或者自己清空它"
                )),
        )
    }

    /// The site needs places where files stand that no build of ours made.
    pub(super) fn hand_made(output: &str, found: &[String]) -> OutputRefusal {
        let message = message!(
            "the site would write over what gongdu did not make in `{output}`",
            "`{output}` 里有不是 gongdu 做的文件，网站会盖掉它"
        );
        OutputRefusal(
            Diagnostic::error(Code::HAND_MADE_FILE, message)
                .with_note(message!("in the way: {names}", "挡路的：{names}", names = some_of(found)))
                .with_help(message!("move or remove what is in the way, then build again", "把它移走或删掉，再生成")),
        )
    }

    /// The output folder and a folder that the site is made from hold one another.
    pub(super) fn overlap(output: &str, input: &str) -> OutputRefusal {
        let message = message!(
            "the output folder `{output}` and the folder `{input}` must lie apart",
            "放网站的文件夹 `{output}` 和文件夹 `{input}` 不能互相包含"
        );
        OutputRefusal(Diagnostic::error(Code::OUTPUT_OVERLAPS_INPUT, message).with_help(message!(
            "choose a folder of its own for the site, such as `--output public`",
            "给网站单独换一个文件夹，例如 `--output public`"
        )))
    }

    /// The zip would lie in a folder that is published, or read.
    pub(super) fn zip_inside(zip: &str, folder: &str) -> OutputRefusal {
        let message = message!(
            "the zip `{zip}` would lie in the folder `{folder}`",
            "zip 文件 `{zip}` 不能放在文件夹 `{folder}` 里"
        );
        OutputRefusal(Diagnostic::error(Code::OUTPUT_OVERLAPS_INPUT, message).with_help(message!(
            "put it beside the folder, such as `--zip site.zip`",
            "放在它外面，例如 `--zip site.zip`"
        )))
    }

    /// A file stands in the place of the zip that no build of ours made.
    pub(super) fn foreign_zip(zip: &str) -> OutputRefusal {
        let message = message!(
            "`{zip}` was not made by gongdu, and is not written over",
            "`{zip}` 不是 gongdu 做的，程序不盖掉它"
        );
        OutputRefusal(Diagnostic::error(Code::FOREIGN_OUTPUT, message).with_help(message!(
            "choose another name with --zip, or move that file away",
            "用 --zip 换一个名字，或者把它移走"
        )))
    }
}

/// The first few names of a list, and how many more there are.
fn some_of(names: &[String]) -> Message {
    const SHOWN: usize = 3;
    let shown = Message::listed(names.iter().take(SHOWN).map(|name| format!("`{name}`")));
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => message!("{shown} and {more} more", "{shown}，还有 {more} 个", shown = shown, more = more),
    }
}

impl std::fmt::Display for OutputRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.message.said_in(Language::English))
    }
}

impl std::error::Error for OutputRefusal {}
