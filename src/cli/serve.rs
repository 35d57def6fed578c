//! `serve`: the preview server's words.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::browser;
use super::build_args::Serve;
use super::console::Console;
use super::outcome::Outcome;
use super::review::{self, Review};
use super::show;
use super::site::drafts;
use crate::artifact::{LastBuild, Memory};
use crate::build::{self, Request, Watcher};
use crate::message::{Message, message};
use crate::qr;
use crate::serve::{self, Audience, Options, ServeEvent};

pub(super) fn serve(console: &Console, content: &Path, options: Serve) -> anyhow::Result<Outcome> {
    let request = Request {
        content: content.to_owned(),
        theme: options.over.theme.clone(),
        base_url: None,
        write_content: false,
        // A draft is what one looks at; each of its pages says that it is one.
        drafts: true,
        preview: true,
        full: false,
        shard: None,
    };
    let watch = std::iter::once(content.to_owned()).chain(options.over.theme).collect();
    let language = console.language();
    let own = || Console::new(console.is_quiet(), language).telling_details(console.is_detailed());
    let [quiet, aside] = [(); 2].map(|()| own());
    let made = Mutex::new((LastBuild::default(), Review::new(content.to_owned(), language)));
    let build = move || {
        let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
        let (last, review) = &mut *made;
        // What did not change is taken over.
        let memory = Memory::going_on(last.clone());
        let built = build::build_watched(&request, &memory, &DetailWatcher(&aside))
            .map_err(|error| escaped(Message::of(&error).said_in(language)))?;
        if !built.drafts.is_empty() {
            aside.say(&drafts(&built, true));
        }
        let shown = show::render(&built.diagnostics, language, false, 110);
        if !built.is_good() {
            return Err(escaped(&shown));
        }
        *last = memory.into_build();
        let mut files = last.files.clone();
        review.add_to(&mut files, &built).map_err(|error| escaped(Message::of(&error).said_in(language)))?;
        Ok(files)
    };
    let on_event = move |event: ServeEvent| match event {
        ServeEvent::Built { files, took } => {
            let files = Message::counted(files, "file", "个文件");
            quiet.say(&message!(
                "built {files} in {seconds} s",
                "做好 {files}，用了 {seconds} 秒",
                files = files,
                seconds = seconds(took)
            ))
        }
        ServeEvent::Failed { took } => quiet.say(&message!(
            "the text has faults; they are shown in the page ({seconds} s)",
            "文本有错；错在哪里，页面上写着（{seconds} 秒）",
            seconds = seconds(took)
        )),
        ServeEvent::Serving { address } => {
            quiet.say(&message!(
                "look at http://{address}/ (Ctrl-C ends it)",
                "请在浏览器里打开 http://{address}/（按 Ctrl-C 结束）"
            ));
            quiet.say(&message!(
                "what was read, beside its source: http://{address}/{folder}/",
                "程序读出了什么，和原文对照着看：http://{address}/{folder}/",
                address = address,
                folder = review::FOLDER
            ));
            if options.open {
                browser::open(&quiet, format!("http://{address}/").as_ref());
            }
        }
        ServeEvent::Shared { address } => {
            let link = format!("http://{address}/");
            quiet.say(&message!(
                "whoever is in the same network can look too, drafts as well: {link}",
                "同一个网络里的人都能看，草稿也在内：{link}",
                link = link
            ));
            for line in qr::lines(&link).unwrap_or_default() {
                quiet.say(&Message::plain(line));
            }
        }
        ServeEvent::Overlooked(why) => {
            quiet.say(&message!("a change may have been missed: {why}", "可能漏看了一处改动：「{why}」"))
        }
    };
    let audience = match options.host {
        None => Audience::ThisMachine,
        Some(None) => Audience::LocalNetwork,
        Some(Some(address)) => Audience::Address(address),
    };
    serve::serve(Options { port: options.port, audience, watch, language }, build, on_event)?;
    Ok(Outcome::Good)
}

/// A time as the terminal shows it: 0.05, 4.48.
/// Tells what a build reads and decides to who asked for details; how far it is, the browser shows.
struct DetailWatcher<'c>(&'c Console);

impl Watcher for DetailWatcher<'_> {
    fn done(&self, _done: usize, _of: usize) {}

    fn learned(&self, what: Message) {
        self.0.detail(&what);
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.2}", took.as_secs_f64())
}

fn escaped(text: &str) -> String {
    crate::markup::escape(text).into_owned()
}
