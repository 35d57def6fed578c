//! A folder of its own for a test, with a content folder in it that the test may spoil.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::site::{SMALL, Site, request};

/// A temporary folder; `content/` in it is the content.
pub struct Desk(TempDir);

impl Desk {
    pub fn empty() -> Desk {
        Desk(TempDir::new().unwrap())
    }

    /// With a copy of a content folder.
    pub fn with_copy_of(content: &str) -> Desk {
        let desk = Desk::empty();
        copy(Path::new(content), &desk.path("content"));
        desk
    }

    /// With the short report as one that has no source, and its editor's note as words of the report like any others: there
    /// is nothing to compare them with.
    pub fn with_unproven() -> Desk {
        let desk = Desk::with_copy_of(SMALL);
        fs::remove_file(desk.path("content/qinghe-2024/source.txt")).unwrap();
        desk.change("content/qinghe-2024/report.toml", "source = \"source.txt\"", "no_source = \"只有扫描件\"");
        let quoted = desk.read("content/qinghe-2024/3.md");
        let plain = quoted.lines().map(|line| line.strip_prefix("> ").unwrap_or(line.trim_start_matches('>')));
        desk.write("content/qinghe-2024/3.md", plain.map(|line| format!("{line}\n")).collect::<String>());
        desk
    }

    /// With these files, paths from the folder's root.
    pub fn with(files: &[(&str, &str)]) -> Desk {
        let desk = Desk::empty();
        for (path, text) in files {
            desk.write(path, text);
        }
        desk
    }

    /// With a site of one report, qinghe-2024, that has one page and no source.
    pub fn with_one_page() -> Desk {
        Desk::with(&[
            ("content/site.toml", "title = \"公读\"\n"),
            (
                "content/qinghe-2024/report.toml",
                "title = \"政府工作报告\"\nplace = \"青禾市\"\nyear = 2024\nno_source = \"试作\"\n",
            ),
            ("content/qinghe-2024/1.md", "+++\ntitle = \"一、工作\"\n+++\n\n粮食产量增长2%。\n"),
        ])
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        String::from_utf8(fs::read(self.path(path)).unwrap()).unwrap()
    }

    /// Puts words in place of others, which must be there.
    #[track_caller]
    pub fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Every file below `path` with its bytes, sorted.
    pub fn tree(&self, path: &str) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        let root = self.path(path);
        walk(&root, &root, &mut found);
        found.sort();
        found
    }

    /// Builds the content in memory.
    pub fn build(&self) -> Site {
        Site::of(&request(self.path("content")))
    }

    /// The program, to be run here; it speaks English unless told otherwise.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongdu"));
        for variable in ["RUST_BACKTRACE", "COLUMNS", "LC_ALL", "LC_MESSAGES"] {
            command.env_remove(variable);
        }
        command.args(arguments).current_dir(self.0.path()).env("LANG", "en_US.UTF-8");
        command
    }

    /// The folders of programs, with `bin` of the desk before those of the system.
    #[cfg(target_os = "linux")]
    pub fn with_own_programs(&self) -> String {
        format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap())
    }

    /// Runs the program here.
    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }
}

/// What a run of the program said, and how it ended.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn of(output: Output) -> Run {
        let Output { status, stdout, stderr } = output;
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { code: status.code().unwrap_or(-1), out: text(stdout), err: text(stderr) }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            let _bytes = fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn walk(root: &Path, folder: &Path, into: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            walk(root, &path, into);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            into.push((name, fs::read(&path).unwrap()));
        }
    }
}

/// Runs the program and expects how it ends and words that it says.
#[track_caller]
pub fn check(desk: &Desk, arguments: &[&str], code: i32, says: &[&str]) -> Run {
    let run = desk.run(arguments);
    assert_eq!(run.code, code, "gongdu {arguments:?}: {run:?}");
    for words in says {
        assert!(
            run.out.contains(words) || run.err.contains(words),
            "gongdu {arguments:?} does not say {words:?}: {run:?}"
        );
    }
    run
}

/// Runs the program for a person at a terminal who types `typed`, with the programs of the desk's folder `bin` before those of
/// the system; gives how it ends, and what it says.
#[cfg(target_os = "linux")]
pub fn at_a_terminal(desk: &Desk, words: &str, typed: &str) -> Run {
    use std::io::Write as _;
    use std::process::Stdio;
    let mut command = Command::new("script");
    // The terminal is gone when the program ends; what it began goes on, as it does where a shell is at the other end.
    let line = format!("trap '' HUP; {} {words}", env!("CARGO_BIN_EXE_gongdu"));
    command.args(["--quiet", "--return", "--command", &line, "/dev/null"]).current_dir(desk.path(""));
    command
        .env("PATH", desk.with_own_programs())
        .env("LANG", "en_US.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    Run::of(child.wait_with_output().unwrap())
}
