//! `serve`: the preview server's words.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::args::Serve;
use super::browser;
use super::console::Console;
use super::outcome::Outcome;
use super::show;
use super::site::drafts;
use crate::artifact::{LastBuild, Memory};
use crate::build::{self, Request};
use crate::message::{Message, message};
use crate::serve::{self, Options, ServeEvent};

pub(super) fn serve(console: &Console, content: &Path, options: Serve) -> anyhow::Result<Outcome> {
    let request = Request {
        content: content.to_owned(),
        theme: options.over.theme.clone(),
        base_url: None,
        write_content: false,
        // Nobody else sees the preview, and a draft is what one looks at.
        drafts: true,
        preview: true,
        full: false,
    };
    let watch = std::iter::once(content.to_owned()).chain(options.over.theme).collect();
    let language = console.language();
    let [quiet, aside] = [(); 2].map(|()| Console::new(console.is_quiet(), language));
    let last = Mutex::new(LastBuild::default());
    let build = move || {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        // What did not change is taken over.
        let memory = Memory::going_on(last.clone());
        let built = build::build(&request, &memory).map_err(|error| escaped(Message::of(&error).said_in(language)))?;
        if !built.drafts.is_empty() {
            aside.say(&drafts(&built, true));
        }
        let shown = show::render(&built.diagnostics, language, false, 110);
        if !built.is_good() {
            return Err(escaped(&shown));
        }
        *last = memory.into_build();
        Ok(last.files.clone())
    };
    let on_event = move |event: ServeEvent| match event {
        ServeEvent::Built { files, took } => {
            let files = Message::counted(files, "file", "个文件");
            quiet.say(&message!(
                "built {files} in {ms} ms",
                "做好 {files}，用了 {ms} 毫秒",
                files = files,
                ms = took.as_millis()
            ))
        }
        ServeEvent::Failed { took } => quiet.say(&message!(
            "the text has faults; they are shown in the page ({ms} ms)",
            "文本有错；错在哪里，页面上写着（{ms} 毫秒）",
            ms = took.as_millis()
        )),
        ServeEvent::Serving { address } => {
            quiet.say(&message!(
                "look at http://{address}/ (Ctrl-C ends it)",
                "请在浏览器里打开 http://{address}/（按 Ctrl-C 结束）"
            ));
            if options.open {
                browser::open(&quiet, format!("http://{address}/").as_ref());
            }
        }
        ServeEvent::Overlooked(why) => {
            quiet.say(&message!("a change may have been missed: {why}", "可能漏看了一处改动：「{why}」"))
        }
    };
    serve::serve(Options { port: options.port, watch, language }, build, on_event)?;
    Ok(Outcome::Good)
}

fn escaped(text: &str) -> String {
    crate::markup::escape(text).into_owned()
}
