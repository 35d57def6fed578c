//! Tells when something below the watched paths has changed. Does not say what: the whole site is built anew.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use notify_debouncer_full::notify::event::{EventKind, MetadataKind, ModifyKind};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};

use super::event::ServeEvent;
use crate::disk;
use crate::message::{Message, message, reason};

/// How long files must be quiet: an editor saves in several steps, within milliseconds. A folder that is copied file by file may be built
/// more than once, the last time when all of it is there.
const QUIET: Duration = Duration::from_millis(40);

/// A watch that is on for as long as it is held.
pub(super) struct Watching {
    changes: Receiver<()>,
    _watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watching {
    /// Waits for a change; several since the last call are one. `false` when there will be no more.
    pub(super) fn wait(&self) -> bool {
        self.changes.recv().is_ok()
    }
}

/// Watches files and folders that exist.
pub(super) fn watch(
    paths: &[PathBuf],
    on_event: Arc<impl Fn(ServeEvent) + Send + Sync + 'static>,
) -> anyhow::Result<Watching> {
    let cannot = |path: &Path, why: Message| {
        message!("cannot watch {path}: {why}", "不能留意 {path} 的改动：{why}", path = path.display(), why = why)
    };
    let mut real = Vec::new();
    for path in paths {
        // The system speaks of files by their real paths.
        real.push(path.canonicalize().map_err(|error| cannot(path, reason(&error)))?);
    }
    // One place in the queue is enough: a change during a build is followed by one more build.
    let (sender, changes) = sync_channel(1);
    let watched = real.clone();
    let tell = move |told: DebounceEventResult| take(told, &watched, &sender, &*on_event);
    let mut watcher = new_debouncer(QUIET, None, tell)
        .map_err(|error| message!("cannot watch files: {error}", "不能留意文件的改动：「{error}」"))?;
    for path in &real {
        // A second watch on what lies in a watched folder would take the place of the first.
        if real.iter().any(|other| other != path && path.starts_with(other)) {
            continue;
        }
        // Editors put a new file in place of the old one; a watch on the old one would then see nothing more.
        let (folder, mode) = match path.parent() {
            Some(parent) if !disk::is_dir(path) => (parent, RecursiveMode::NonRecursive),
            _ => (path.as_path(), RecursiveMode::Recursive),
        };
        watcher.watch(folder, mode).map_err(|error| cannot(path, Message::quoted(error)))?;
    }
    Ok(Watching { changes, _watcher: watcher })
}

fn take(told: DebounceEventResult, watched: &[PathBuf], sender: &SyncSender<()>, on_event: &impl Fn(ServeEvent)) {
    let changed = match told {
        Ok(events) => events.iter().any(|event| is_change(event, watched)),
        Err(errors) => {
            errors.iter().for_each(|error| on_event(ServeEvent::Overlooked(error.to_string())));
            true
        }
    };
    if changed {
        // A full queue means that a build is due anyway.
        let _ = sender.try_send(());
    }
}

/// Whether an event may have changed the site. Building reads every file, and must not be its own cause.
fn is_change(event: &DebouncedEvent, watched: &[PathBuf]) -> bool {
    let read_only =
        matches!(event.kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)));
    let concerns = |path: &PathBuf| watched.iter().filter_map(|root| path.strip_prefix(root).ok()).any(is_content);
    event.need_rescan() || !read_only && event.paths.iter().any(concerns)
}

/// Whether a path below a watched one can be content: no part of it hidden or an editor's own.
fn is_content(path: &Path) -> bool {
    !path.components().any(|part| disk::is_left_over(part.as_os_str()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;
    use std::time::Instant;

    use notify_debouncer_full::notify::Event as Told;
    use notify_debouncer_full::notify::event::{AccessKind, CreateKind};

    use super::*;

    #[test]
    fn reading_hidden_files_and_back_ups_are_no_change() {
        let watched = [PathBuf::from("/home/.site/content"), PathBuf::from("/home/.site/gongdu.toml")];
        let create = EventKind::Create(CreateKind::File);
        let rows = [
            (create, "content/a.md", true),
            (create, "gongdu.toml", true),
            (EventKind::Access(AccessKind::Any), "content/a.md", false),
            (create, "content/a.md~", false),
            (create, "content/.git/index", false),
            (create, "public/index.html", false),
        ];
        for (kind, path, expect) in rows {
            let event = Told::new(kind).add_path(Path::new("/home/.site").join(path));
            assert_eq!(is_change(&DebouncedEvent::new(event, Instant::now()), &watched), expect, "{kind:?} {path}");
        }
    }
    #[test]
    fn building_is_not_its_own_cause() {
        let folder = tempfile::tempdir().unwrap();
        let watched = [folder.path().canonicalize().unwrap()];
        fs::write(watched[0].join("a.md"), "one").unwrap();
        let (sender, told) = channel();
        let mut watcher = new_debouncer(QUIET, None, sender).unwrap();
        watcher.watch(&watched[0], RecursiveMode::Recursive).unwrap();
        // What a build does, and then a change: the system tells of one after the other.
        assert_eq!(disk::read_tree(&watched[0], "content").unwrap().value.files.len(), 1);
        fs::write(watched[0].join("b.md"), "two").unwrap();
        let of_change = |event: &DebouncedEvent| event.paths.iter().any(|path| path.ends_with("b.md"));
        loop {
            // Longer than anything takes on a busy machine.
            let events = told.recv_timeout(Duration::from_secs(60)).unwrap().unwrap();
            let before: Vec<_> = events.iter().take_while(|event| !of_change(event)).collect();
            assert!(before.iter().all(|event| !is_change(event, &watched)), "{before:?}");
            if before.len() < events.len() {
                break;
            }
        }
    }
}
