//! The clock of the command line: how long each stage of a build took, and how far it is when a person has to wait. What is built
//! never learns the time.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;

use super::console::Console;
use crate::build::{BuildStage, Watcher, watched};
use crate::message::{Message, message};

/// What is done sooner needs no line that says how far it is.
const PATIENCE: Duration = Duration::from_millis(500);

/// A line that changes faster cannot be read.
const PAUSE: Duration = Duration::from_millis(100);

thread_local! {
    /// What this thread is at: the last one runs, those before it wait for its end, as a thread that waits for others takes up a
    /// piece of other work.
    static OPEN: RefCell<Vec<OpenStage>> = const { RefCell::new(Vec::new()) };
}

/// A stage that has begun.
struct OpenStage {
    stage: BuildStage,
    /// How long it ran before it last had to wait.
    spent: Duration,
    /// Since when it runs.
    since: Instant,
}

/// Watches a build.
pub(super) struct Stopwatch<'c> {
    console: &'c Console,
    begun: Instant,
    state: Mutex<WatchState>,
}

#[derive(Default)]
struct WatchState {
    /// How long each stage took on all threads together, and how many times it was begun.
    stages: BTreeMap<BuildStage, (Duration, usize)>,
    /// How many of how many reports are done.
    done: (usize, usize),
    /// When the line was last shown.
    shown: Option<Instant>,
}

/// How long a build took.
pub(super) struct Timings {
    whole: Duration,
    stages: Vec<(BuildStage, Duration, usize)>,
}

/// The same for programs.
#[derive(Serialize)]
pub(super) struct TimingsJson {
    /// From the beginning to the end.
    milliseconds: f64,
    /// The stages in their order, each over all threads.
    stages: Vec<StageJson>,
}

#[derive(Serialize)]
struct StageJson {
    stage: &'static str,
    milliseconds: f64,
    times: usize,
}

impl<'c> Stopwatch<'c> {
    pub(super) fn start(console: &'c Console) -> Stopwatch<'c> {
        Stopwatch { console, begun: Instant::now(), state: Mutex::default() }
    }

    /// Does something and times it; nothing of it is on the screen afterwards.
    pub(super) fn time<T>(&self, stage: BuildStage, work: impl FnOnce() -> T) -> T {
        let result = watched(self, stage, work);
        self.clear();
        result
    }

    /// Takes the line away that says how far the build is.
    pub(super) fn clear(&self) {
        if self.state().shown.take().is_some() {
            self.console.end_progress();
        }
    }

    /// What was timed so far.
    pub(super) fn timings(&self) -> Timings {
        let stages = self.state().stages.iter().map(|(stage, (spent, times))| (*stage, *spent, *times)).collect();
        Timings { whole: self.begun.elapsed(), stages }
    }

    fn state(&self) -> MutexGuard<'_, WatchState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says how far the build is, to who has waited for it and can see it.
    fn show(&self, stage: Option<BuildStage>) {
        let now = Instant::now();
        if now - self.begun < PATIENCE || !self.console.shows_progress() {
            return;
        }
        let mut state = self.state();
        if state.shown.is_none_or(|shown| now - shown >= PAUSE) {
            state.shown = Some(now);
            let (done, of) = state.done;
            let line = message!("{done} of {of} reports", "{of} 份报告，做好 {done} 份");
            self.console.progress(&match stage {
                Some(stage) => message!("{line}: {stage}", "{line}：{stage}", line = line, stage = word(stage)),
                None => line,
            });
        }
    }
}

impl Watcher for Stopwatch<'_> {
    fn done(&self, done: usize, of: usize) {
        let mut state = self.state();
        // Of two threads the later may be the first to tell.
        state.done = (done.max(state.done.0), of);
        drop(state);
        self.show(None);
    }

    fn begin(&self, stage: BuildStage) {
        self.show(Some(stage));
        let since = Instant::now();
        OPEN.with_borrow_mut(|open| {
            if let Some(waiting) = open.last_mut() {
                waiting.spent += since - waiting.since;
            }
            open.push(OpenStage { stage, spent: Duration::ZERO, since });
        });
    }

    fn learned(&self, what: Message) {
        self.clear();
        self.console.detail(&what);
    }

    fn end(&self) {
        let now = Instant::now();
        let ended = OPEN.with_borrow_mut(|open| {
            let ended = open.pop();
            if let Some(waiting) = open.last_mut() {
                waiting.since = now;
            }
            ended
        });
        if let Some(OpenStage { stage, spent, since }) = ended {
            let mut state = self.state();
            let (all, times) = state.stages.entry(stage).or_default();
            *all += spent + (now - since);
            *times += 1;
        }
    }
}

/// What is done, for people.
fn word(stage: BuildStage) -> Message {
    match stage {
        BuildStage::Prepare => message!("theme and fonts", "主题和字体"),
        BuildStage::Read => message!("reading", "读文件"),
        BuildStage::Keep => message!("taking over", "沿用"),
        BuildStage::Resolve => message!("references", "对照引用"),
        BuildStage::Pages => message!("pages", "网页"),
        BuildStage::Data => message!("data", "数据"),
        BuildStage::Books => message!("books", "电子书"),
        BuildStage::Pictures => message!("pictures", "图片"),
        BuildStage::WholeSite => message!("whole site", "全站"),
        BuildStage::Precompress => message!("compressing", "压缩"),
        BuildStage::Zip => message!("zip", "装 zip"),
        BuildStage::Publish => message!("publishing", "发布"),
    }
}

fn milliseconds(time: Duration) -> f64 {
    // To the microsecond: what is finer is noise.
    (time.as_secs_f64() * 1e6).round() / 1e3
}

impl Timings {
    /// The lines for people.
    pub(super) fn lines(&self) -> Vec<Message> {
        let whole = message!(
            "{ms} ms in all; the stages, over all threads:",
            "一共 {ms} 毫秒；各步用时，几个线程加在一起：",
            ms = self.whole.as_millis()
        );
        let stage = |(stage, spent, times): &(BuildStage, Duration, usize)| {
            let ms = format!("{:8.1}", milliseconds(*spent));
            message!(
                "{ms} ms  {what} ({times})",
                "{ms} 毫秒  {what}（{times} 次）",
                ms = ms,
                what = word(*stage),
                times = times
            )
        };
        std::iter::once(whole).chain(self.stages.iter().map(stage)).collect()
    }

    pub(super) fn json(&self) -> TimingsJson {
        let stage = |(stage, spent, times): &(BuildStage, Duration, usize)| StageJson {
            stage: stage.name(),
            milliseconds: milliseconds(*spent),
            times: *times,
        };
        TimingsJson { milliseconds: milliseconds(self.whole), stages: self.stages.iter().map(stage).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[test]
    fn what_waits_for_another_piece_of_work_is_not_timed_while_it_waits() {
        let console = Console::new(true, Language::English);
        let stopwatch = Stopwatch::start(&console);
        stopwatch.begin(BuildStage::Pages);
        stopwatch.begin(BuildStage::Read);
        let inner = Instant::now();
        while inner.elapsed() < Duration::from_millis(20) {}
        stopwatch.end();
        stopwatch.end();
        // An end too many ends nothing.
        stopwatch.end();
        let Timings { whole, stages } = stopwatch.timings();
        let [(BuildStage::Read, read, 1), (BuildStage::Pages, pages, 1)] = stages[..] else {
            panic!("two stages, each once")
        };
        assert!(read >= Duration::from_millis(20));
        assert!(read + pages <= whole, "no time is counted twice");
    }

    #[test]
    fn the_stages_are_told_in_their_order_with_the_same_numbers_for_people_and_programs() {
        let ms = Duration::from_micros(1500);
        let timings =
            Timings { whole: ms * 4, stages: vec![(BuildStage::Read, ms, 3), (BuildStage::Publish, ms * 2, 1)] };
        let english: Vec<String> =
            timings.lines().iter().map(|line| line.said_in(Language::English).to_owned()).collect();
        assert_eq!(english[1..], ["     1.5 ms  reading (3)", "     3.0 ms  publishing (1)"]);
        assert!(english[0].starts_with("6 ms in all"));
        let json = serde_json::to_value(timings.json()).unwrap();
        let stages = serde_json::json!([
            {"stage": "read", "milliseconds": 1.5, "times": 3},
            {"stage": "publish", "milliseconds": 3.0, "times": 1},
        ]);
        assert_eq!(json, serde_json::json!({"milliseconds": 6.0, "stages": stages}));
    }
}
