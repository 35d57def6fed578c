//! `gongdu 报告.txt`: from a file alone to a site, where that site is begun, and when a browser is opened.

use crate::desk::{Desk, check};

const SOURCE: &str = "tests/fixtures/small/qinghe-2024/source.txt";

/// A desk with a report in a folder of downloads.
fn with_report() -> Desk {
    let desk = Desk::empty();
    desk.write("downloads/报告.txt", std::fs::read(SOURCE).unwrap());
    desk
}

/// The same with a program for opening pages that writes what it is given into a pipe.
#[cfg(target_os = "linux")]
fn with_browser() -> Desk {
    use std::os::unix::fs::PermissionsExt;
    let desk = with_report();
    desk.write("bin/xdg-open", format!("#!/bin/sh\necho \"$1\" > '{}'\n", desk.path("opened").display()));
    assert!(std::process::Command::new("mkfifo").arg(desk.path("opened")).status().unwrap().success());
    std::fs::set_permissions(desk.path("bin/xdg-open"), PermissionsExt::from_mode(0o755)).unwrap();
    desk
}

#[test]
fn a_file_alone_becomes_a_site_in_a_folder_of_its_name() {
    let desk = with_report();
    let run = check(
        &desk,
        &["downloads/报告.txt"],
        0,
        &["made downloads/报告/: content/site.toml", "open downloads/报告/public/index.html in a browser"],
    );
    assert!(run.err.contains("`gongdu serve --content \"downloads/报告/content\"`"), "{run:?}");
    assert!(desk.read("downloads/报告/content/site.toml").contains("title = \"报告\"\n"));
    // How files looked to the builder is noted beside the site, and depends on when it looked.
    let all = || ["content", "public"].map(|folder| desk.tree(&format!("downloads/报告/{folder}")));
    let before = all();
    check(&desk, &["downloads/报告.txt"], 0, &["0 written"]);
    assert!(all() == before, "the same file again changes nothing");
}

#[cfg(target_os = "linux")]
#[test]
fn no_browser_is_opened_where_nobody_sits_at_a_terminal() {
    let desk = with_browser();
    let mut command = desk.command(&["downloads/报告.txt"]);
    assert!(command.env("PATH", desk.with_own_programs()).status().unwrap().success());
    assert_eq!(opened_then(&desk, "end"), "end\n");
}

#[test]
fn a_file_goes_into_the_site_that_was_begun() {
    let desk = with_report();
    desk.write("mysite/content/site.toml", "title = \"这里的\"\n");
    let run = check(&desk, &["downloads/报告.txt", "--content", "mysite/content"], 0, &[]);
    assert!(!run.err.contains("made "), "{run:?}");
    assert!(desk.read("mysite/public/index.html").contains("这里的"), "named on the command line");
    desk.write("downloads/content/site.toml", "title = \"旁边的\"\n");
    check(&desk, &["downloads/报告.txt"], 0, &[]);
    assert!(desk.read("downloads/public/index.html").contains("旁边的"), "beside the file");
    desk.write("content/site.toml", "title = \"当前的\"\n");
    check(&desk, &["downloads/报告.txt"], 0, &[]);
    assert!(desk.read("public/index.html").contains("当前的"), "in the folder where one is");
    assert!(!desk.path("downloads/报告").exists());
}

#[test]
fn what_is_no_report_begins_nothing() {
    let desk = with_report();
    desk.write("note.txt", "你好\n");
    desk.write("downloads/full.txt", std::fs::read(SOURCE).unwrap());
    desk.write("downloads/full/notes.txt", "x");
    let before = desk.tree("");
    check(&desk, &["note.txt"], 1, &["error[not-a-report]"]);
    check(&desk, &["downloads/报告.txt", "note.txt"], 1, &["error[not-a-report]"]);
    check(&desk, &["nix.docx"], 2, &["cannot read nix.docx: No such file"]);
    check(&desk, &["nix.docx", "--help"], 0, &["Usage: gongdu [OPTIONS] <FILE>...", "--no-open"]);
    check(&desk, &["nix.docx", "--help", "--lang", "zh"], 0, &["用法：gongdu [选项] <文件>..."]);
    check(&desk, &["nix.docx", "--lang", "zh"], 2, &["读不了 nix.docx：没有这个文件"]);
    check(&desk, &["downloads/full.txt"], 2, &["downloads/full is not empty (it holds notes.txt)"]);
    assert!(desk.tree("") == before, "and nothing was written");
}

#[cfg(target_os = "linux")]
#[test]
fn a_person_at_a_terminal_sees_the_site_in_the_browser_unless_told_otherwise() {
    use crate::desk::at_a_terminal;
    let desk = with_browser();
    let run = at_a_terminal(&desk, "downloads/报告.txt --no-open", "");
    assert!(run.code == 0 && run.out.contains("look at it"), "{run:?}");
    assert_eq!(at_a_terminal(&desk, "downloads/报告.txt", "").code, 0);
    let page = desk.path("").canonicalize().unwrap().join("downloads/报告/public/index.html");
    // Had the first run opened anything, its program would still wait to write into the pipe.
    assert_eq!(opened(&desk).trim(), page.to_str().unwrap());
    std::fs::remove_file(desk.path("bin/xdg-open")).unwrap();
    desk.write("bin/xdg-open/none", "");
    let bare = desk.command(&["downloads/报告.txt"]).env("PATH", desk.path("bin")).output().unwrap();
    assert!(bare.status.success(), "a machine without a browser builds all the same: {bare:?}");
}

/// What the browser was given so far, and `last` after it: whoever was to open a page waits to write into the pipe.
#[cfg(target_os = "linux")]
fn opened_then(desk: &Desk, last: &str) -> String {
    let mut writer = std::process::Command::new("sh");
    let mut child = writer.args(["-c", "echo \"$1\" > \"$2\"", "sh", last]).arg(desk.path("opened")).spawn().unwrap();
    let all = opened(desk);
    child.wait().unwrap();
    all
}

/// What the browser was given: reading from the pipe waits until it was.
#[cfg(target_os = "linux")]
fn opened(desk: &Desk) -> String {
    let (sender, receiver) = std::sync::mpsc::channel();
    let pipe = desk.path("opened");
    std::thread::spawn(move || sender.send(std::fs::read_to_string(pipe).unwrap()));
    receiver.recv_timeout(std::time::Duration::from_secs(60)).expect("nothing was opened")
}

#[cfg(all(target_os = "linux", feature = "serve"))]
#[test]
fn the_preview_opens_the_address_that_it_says() {
    use std::io::{BufRead as _, BufReader};
    use std::process::Stdio;
    let desk = with_browser();
    check(&desk, &["new", "mysite"], 0, &[]);
    let arguments = ["serve", "--open", "--port", "0", "--content", "mysite/content"];
    let mut command = desk.command(&arguments);
    let mut child = command.env("PATH", desk.with_own_programs()).stderr(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let said = lines.into_iter().find(|line| line.contains("look at http://"));
    let address = opened(&desk);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(address.starts_with("http://127.0.0.1:") && address.ends_with("/\n"), "{address}");
    assert!(said.is_some_and(|line| line.contains(address.trim())), "{address}");
}
