//! `serve`: the preview server's words.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::Outcome;
use super::args::Serve;
use super::console::Console;
use super::show::{self, counted};
use crate::artifact::{Files, Memory};
use crate::build::{self, Request};
use crate::serve::{self, Event, Options};

pub(super) fn serve(console: &Console, content: &Path, options: Serve) -> anyhow::Result<Outcome> {
    let request = Request {
        content: content.to_owned(),
        theme: options.theme.clone(),
        base_url: None,
        write_content: false,
        compare_source: false,
    };
    let watch = std::iter::once(content.to_owned()).chain(options.theme).collect();
    let quiet = Console::new(console.is_quiet());
    let last = Mutex::new(Files::new());
    let build = move || {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        // Pictures of charts that did not change are not painted again.
        let memory = Memory::after(last.clone());
        let built = build::build(&request, &memory).map_err(|error| format!("{error:#}"))?;
        let shown = show::render(&built.diagnostics, false, 110);
        if !built.is_good() {
            return Err(escaped(&shown));
        }
        last.clone_from(&memory.into_files());
        Ok(last.clone())
    };
    let on_event = move |event: Event| match event {
        Event::Built { files, took } => {
            quiet.say(&format!("built {} in {} ms", counted(files, "file"), took.as_millis()))
        }
        Event::Failed { took } => {
            quiet.say(&format!("the text has faults; they are shown in the page ({} ms)", took.as_millis()))
        }
        Event::Serving { address } => quiet.say(&format!("look at http://{address}/ (Ctrl-C ends it)")),
        Event::Overlooked(why) => quiet.say(&format!("a change may have been missed: {why}")),
    };
    serve::serve(Options { port: options.port, watch }, build, on_event)?;
    Ok(Outcome::Good)
}

fn escaped(text: &str) -> String {
    crate::body::escape(text).into_owned()
}
