//! What is handed on of the project: the package for the Rust registry, the wheel, and what makes a release.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

fn manifest(path: &str) -> toml::Table {
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// The files that `cargo package` would send.
fn packaged() -> BTreeSet<String> {
    let arguments = ["package", "--list", "--allow-dirty", "--locked", "--offline"];
    let output = Command::new(env!("CARGO")).args(arguments).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(|line| line.replace('\\', "/")).collect()
}

#[test]
fn the_package_has_what_the_program_is_made_of_and_no_report_and_no_test() {
    let packaged = packaged();
    for path in &packaged {
        let is_part = ["src/", "themes/default/"].iter().any(|folder| path.starts_with(folder));
        let is_top = !path.contains('/');
        assert!(
            is_part || is_top || ["docs/en/diagnostics.md", "docs/zh/diagnostics.md"].contains(&&path[..]),
            "{path}"
        );
    }
    let mut embedded = 0;
    // Tests beside the code read reports of the project; whoever installs the package does not run them.
    let is_program = |path: &&String| path.ends_with(".rs") && !path.contains("tests");
    for path in packaged.iter().filter(is_program) {
        let text = fs::read_to_string(path).unwrap();
        for (at, _) in text.match_indices("include_str!(\"") {
            let name = text[at..].split('"').nth(1).unwrap();
            let file = Path::new(path).parent().unwrap().join(name);
            let file = file.canonicalize().unwrap_or_else(|_| panic!("{path}: {name}"));
            let root = fs::canonicalize(".").unwrap();
            let file = file.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            assert!(packaged.contains(&file), "{path} embeds {file}");
            embedded += 1;
        }
    }
    assert!(embedded > 20, "{embedded}");
    for folder in ["templates", "assets", "words"] {
        assert!(packaged.iter().any(|path| path.starts_with(&format!("themes/default/{folder}/"))), "{folder}");
    }
}

#[test]
fn the_wheel_says_of_the_program_what_the_package_says() {
    let (rust, python) = (manifest("Cargo.toml"), manifest("pyproject.toml"));
    for key in ["name", "description", "license", "readme"] {
        assert_eq!(rust["package"][key], python["project"][key], "{key}");
    }
    assert_eq!(
        python["project"]["dynamic"].as_array().unwrap()[0].as_str(),
        Some("version"),
        "the version is that of Cargo.toml"
    );
    assert_eq!(python["tool"]["maturin"]["bindings"].as_str(), Some("bin"));
    let keywords = rust["package"]["keywords"].as_array().unwrap();
    assert!(keywords.len() <= 5 && keywords.iter().all(|word| word.as_str().unwrap().len() <= 20), "{keywords:?}");
}

#[test]
fn a_release_runs_scripts_that_are_there_and_no_other_is() {
    let here: BTreeSet<String> = fs::read_dir("tools/release")
        .unwrap()
        .map(|entry| format!("tools/release/{}", entry.unwrap().file_name().to_str().unwrap()))
        .collect();
    let mut run = BTreeSet::new();
    for path in here.iter().map(String::as_str).chain([".github/workflows/release.yml"]) {
        let text = fs::read_to_string(path).unwrap();
        let named = text.split_whitespace().filter(|word| word.starts_with("tools/release/") && *word != path);
        run.extend(named.map(str::to_owned));
    }
    assert_eq!(run, here);
}

#[cfg(unix)]
#[test]
fn an_archive_has_the_program_its_manual_and_completions_for_every_shell() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_gongdu");
    let share = Command::new("tools/release/share").args([program.as_ref(), folder.path()]).output().unwrap();
    assert!(share.status.success(), "{share:?}");
    for (path, words) in [
        ("man/man1/gongdu.1", ".SH NAME\n"),
        ("man/zh_CN/man1/gongdu.1", ".SH 名称\n"),
        ("bash-completion/completions/gongdu", "complete -F _gongdu"),
        ("zsh/site-functions/_gongdu", "#compdef gongdu"),
        ("fish/vendor_completions.d/gongdu.fish", "complete -c gongdu"),
        ("elvish/lib/gongdu.elv", "edit:completion:arg-completer[gongdu]"),
        ("powershell/gongdu.ps1", "Register-ArgumentCompleter"),
    ] {
        let text = fs::read_to_string(folder.path().join("share").join(path)).unwrap_or_else(|_| panic!("{path}"));
        assert!(text.contains(words), "{path}");
    }
    let pack = fs::read_to_string("tools/release/pack").unwrap();
    assert!(pack.contains("cp -R gongdu.data/data/share "), "an archive and a wheel have the same");
}

#[cfg(unix)]
#[test]
fn the_notes_of_a_release_are_those_of_its_version_and_without_any_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("tools/release")).unwrap();
    let script = folder.path().join("tools/release/notes");
    fs::copy("tools/release/notes", &script).unwrap();
    let log = "# 更新记录\n\n## 0.2.0（2027-02-01）\n\n- 新的。\n\n## 0.1.0\n\n- 旧的。\n\n## 0.1.0-beta\n\n- 更旧的。\n\n## 0.0.1\n\n";
    fs::write(folder.path().join("CHANGELOG.md"), log).unwrap();
    let notes = |version: &str| {
        let output = Command::new("bash").arg(&script).arg(version).output().expect("bash runs");
        (output.status.success(), String::from_utf8(output.stdout).unwrap().trim().to_owned())
    };
    assert_eq!(notes("0.2.0"), (true, "- 新的。".into()));
    assert_eq!(notes("0.1.0"), (true, "- 旧的。".into()));
    assert_eq!(notes("0.1.0-beta"), (true, "- 更旧的。".into()));
    assert_eq!(notes("0.0.1"), (false, String::new()));
    assert_eq!(notes("9.9.9"), (false, String::new()));
}
