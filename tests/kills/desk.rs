//! A folder with two versions of a content, and a site of one of them in which people have put files.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Files by path; a folder has a path that ends in `/`.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Which content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    A,
    B,
}

impl Version {
    pub fn other(self) -> Version {
        match self {
            Version::A => Version::B,
            Version::B => Version::A,
        }
    }

    /// The content folder's name.
    pub fn content(self) -> &'static str {
        match self {
            Version::A => "a",
            Version::B => "b",
        }
    }
}

/// What people put into the site.
const BY_HAND: [(&str, &str); 4] = [
    ("CNAME", "example.org\n"),
    (".git/HEAD", "ref: refs/heads/main\n"),
    (".well-known/security.txt", "Contact: mailto:a@example.org\n"),
    ("qinghe-2024/mine.txt", "mine"),
];

pub struct Desk {
    home: TempDir,
    /// The sites of both versions, as a first build makes them, with the files of people.
    sites: [Tree; 2],
}

impl Desk {
    pub fn new() -> Desk {
        let home = TempDir::new().unwrap();
        for content in ["a", "b", "faulty"] {
            copy(Path::new("tests/fixtures/small"), &home.path().join(content));
        }
        let mut desk = Desk { home, sites: [Tree::new(), Tree::new()] };
        let settings = fs::read_to_string(desk.path("b/site.toml")).unwrap();
        assert!(settings.contains("title = \""));
        fs::write(desk.path("b/site.toml"), settings.replace("title = \"", "title = \"新")).unwrap();
        fs::remove_file(desk.path("b/qinghe-2024/charts/jobs.md")).unwrap();
        fs::write(desk.path("faulty/site.toml"), "titel = \"\"\n").unwrap();
        desk.sites = [Version::A, Version::B].map(|version| {
            let fresh = format!("fresh-{}", version.content());
            assert!(desk.build_into(&fresh, version).status().unwrap().success());
            desk.add_by_hand(&fresh);
            desk.tree(&fresh)
        });
        assert_ne!(desk.sites[0], desk.sites[1]);
        desk
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.home.path().join(path)
    }

    /// Where the next site is laid out while `public` is published.
    pub fn twin(&self) -> PathBuf {
        self.path(".public.gongdu-twin")
    }

    fn site(&self, version: Version) -> &Tree {
        &self.sites[usize::from(version == Version::B)]
    }

    /// Puts the files of people into a folder.
    pub fn add_by_hand(&self, output: &str) {
        for (path, text) in BY_HAND {
            let path = self.path(output).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        fs::create_dir_all(self.path(output).join("uploads")).unwrap();
    }

    /// The command that builds a version into a folder.
    pub fn build_into(&self, output: &str, version: Version) -> Command {
        self.command(self.home.path(), &["build", "-q", "--content", version.content(), "--output", output])
    }

    pub fn build(&self, version: Version) -> Command {
        self.build_into("public", version)
    }

    /// The same, run inside the published folder, which therefore cannot be exchanged.
    pub fn build_within(&self, content: &str) -> Command {
        let content = format!("../{content}");
        self.command(&self.path("public"), &["build", "-q", "--content", &content, "--output", "."])
    }

    fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongdu"));
        command.args(arguments).current_dir(folder).env("LANG", "en_US.UTF-8");
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Builds a version into `public` and expects exactly what a first build makes, and nothing left beside it.
    #[track_caller]
    pub fn publish(&self, version: Version) {
        self.publish_into("public", version);
        assert!(!self.twin().exists());
    }

    #[track_caller]
    pub fn publish_into(&self, output: &str, version: Version) {
        let output_of = self.build_into(output, version).stderr(Stdio::piped()).output().unwrap();
        assert!(output_of.status.success(), "{}", String::from_utf8_lossy(&output_of.stderr));
        if !self.path(output).join("CNAME").exists() {
            self.add_by_hand(output);
        }
        assert!(self.tree(output) == *self.site(version), "the next build is not exact");
        assert!(!self.path(output).join(".gongdu-stage").exists());
    }

    /// Which version a folder holds, all of it and nothing else.
    #[track_caller]
    pub fn whole(&self, output: &str) -> Version {
        let found = self.tree(output);
        match [Version::A, Version::B].into_iter().find(|version| found == *self.site(*version)) {
            Some(version) => version,
            None => {
                let differ = |version| {
                    let site = self.site(version);
                    let paths = site.keys().chain(found.keys()).filter(|path| site.get(*path) != found.get(*path));
                    paths.cloned().collect::<Vec<_>>()
                };
                panic!("neither A, from which differ {:?}, nor B: {:?}", differ(Version::A), differ(Version::B));
            }
        }
    }

    /// Everything in a folder but the stage of a build, and what a build noted for the next one: that knows the content folder by the
    /// name under which the command was given it.
    fn tree(&self, output: &str) -> Tree {
        let root = self.path(output);
        let entries = walkdir::WalkDir::new(&root).min_depth(1).into_iter().map(Result::unwrap);
        let rows = entries.map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            if entry.file_type().is_dir() { (path + "/", Vec::new()) } else { (path, fs::read(entry.path()).unwrap()) }
        });
        let rows = rows.filter(|(path, _)| !path.starts_with(".gongdu-stage"));
        rows.map(|(path, bytes)| if path == ".gongdu" { (path, without_notes(&bytes)) } else { (path, bytes) })
            .collect()
    }
}

/// A manifest without its lines of notes.
fn without_notes(manifest: &[u8]) -> Vec<u8> {
    let lines = manifest.split_inclusive(|byte| *byte == b'\n');
    lines.filter(|line| !line.starts_with(b": ")).flatten().copied().collect()
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::write(target, fs::read(entry.path()).unwrap()).unwrap();
        }
    }
}

/// Says what could not be tried. Unlike what `eprintln!` says, it is shown when the test passes, too.
#[allow(clippy::explicit_write, reason = "`eprintln!` would be kept back")]
pub fn note(words: &str) {
    writeln!(std::io::stderr(), "note: {words}").unwrap();
}
