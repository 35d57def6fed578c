//! From nothing to a site: what `new` makes, what it refuses, and what every command says where no site has been begun.

use std::process::Command;

#[cfg(target_os = "linux")]
use crate::desk::at_a_terminal;
use crate::desk::{Desk, Run, check};
use gongdu::project::Host;

const SOURCE: &str = "tests/fixtures/small/qinghe-2024/source.txt";

/// What git says in a folder of the desk.
fn git(desk: &Desk, folder: &str, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    let output = command.args(arguments).current_dir(desk.path(folder)).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_new_folder_takes_a_report_and_becomes_a_site() {
    let desk = Desk::empty();
    desk.write("mysite/报告.txt", std::fs::read(SOURCE).unwrap());
    std::fs::rename(desk.path("mysite/报告.txt"), desk.path("报告.txt")).unwrap();
    let said = ["new", "mysite", "--title", "青禾公读", "--publisher", "某读书会", "--contact", "mail@example.org"];
    check(&desk, &said, 0, &["made mysite/: content/site.toml, README.md", "`gongdu import REPORT.docx`"]);
    let paths: Vec<String> = desk.tree("mysite").into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, [".gitattributes", ".gitignore", "README.md", "content/site.toml"]);
    let inside =
        |arguments: &[&str]| Run::of(desk.command(arguments).current_dir(desk.path("mysite")).output().unwrap());
    let lacks = inside(&["build"]);
    assert!(
        lacks.code == 1 && lacks.err.contains("error[no-reports]") && lacks.err.contains("gongdu import"),
        "{lacks:?}"
    );
    assert_eq!(inside(&["import", "../报告.txt"]).code, 0);
    let built = inside(&["build"]);
    assert_eq!(built.code, 0, "{built:?}");
    let page = desk.read("mysite/public/about/index.html");
    for words in ["青禾公读", "某读书会", "mail@example.org"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn git_converts_no_line_end_of_the_content_and_takes_what_import_remembers() {
    let desk = Desk::empty();
    for (folder, host, site) in [("a", None, "public/index.html"), ("b", Some("github-pages"), "")] {
        let mut arguments = vec!["new", folder];
        arguments.extend(host.iter().flat_map(|host| ["--host", host]));
        check(&desk, &arguments, 0, &[]);
        let _initial = git(&desk, folder, &["init", "--quiet"]);
        for path in ["content/r/source.txt", "content/r/1.md", "content/site.toml"] {
            assert!(git(&desk, folder, &["check-attr", "text", path]).ends_with("text: unset\n"), "{path}");
        }
        let paths = ["content/r/.import", "content/r/.figures.csv", "public/index.html", "public/.gongdu"];
        let ignored = git(&desk, folder, &[&["check-ignore"][..], &paths].concat());
        let expect = if site.is_empty() { String::new() } else { format!("{site}\npublic/.gongdu\n") };
        assert_eq!(ignored, expect, "{folder}");
        assert!(git(&desk, folder, &["check-ignore", "public/.gongdu-stage/x"]).contains("stage"), "{folder}");
    }
}

#[test]
fn the_workflow_publishes_the_folder_that_a_build_writes() {
    let desk = Desk::empty();
    check(&desk, &["new", "a", "--host", "github-pages", "--lang", "zh"], 0, &["接下来："]);
    let workflow = desk.read("a/.github/workflows/pages.yml");
    assert!(workflow.starts_with("# 每次推送") && workflow.contains("\n          path: public\n"), "{workflow}");
    assert!(desk.read("a/README.md").contains("GitHub Actions"));
    check(&desk, &["build", "--help"], 0, &["[default: public]"]);
    check(&desk, &["new", "b", "--host", "nix"], 2, &["[possible values: github-pages, gitlab-pages, "]);
}

#[test]
fn the_file_of_each_host_is_the_one_that_the_document_shows_and_a_build_leaves_it_alone() {
    let document = std::fs::read_to_string("docs/zh/publishing.md").unwrap();
    let files =
        [".github/workflows/pages.yml", ".gitlab-ci.yml", "content/static/_headers", "netlify.toml", "vercel.json"];
    assert_eq!(Host::names().len(), files.len());
    for (host, path) in Host::names().into_iter().zip(files) {
        assert!(document.contains(&format!("gongdu new mysite --host {host}\n")), "{host}");
        for language in ["zh", "en"] {
            let desk = Desk::empty();
            check(&desk, &["new", "a", "--host", host, "--lang", language], 0, &[path]);
            let file = desk.read(&format!("a/{path}"));
            let text = file.strip_prefix('#').map_or(&*file, |rest| rest.split_once('\n').unwrap().1);
            // That of GitHub is long, and is not shown.
            assert!(host == "github-pages" || document.contains(&format!("\n{text}```\n")), "{host}: {text}");
            let ways = if language == "zh" { "5. 发布：" } else { "5. Publish it: " };
            assert!(desk.read("a/README.md").contains(ways), "{host}");
        }
    }
}

#[test]
fn the_files_of_hosts_are_of_the_form_that_they_say() {
    let _json: serde_json::Value = serde_json::from_str(include_str!("../../src/project/vercel.json")).unwrap();
    let netlify: toml::Table = include_str!("../../src/project/netlify.toml").parse().unwrap();
    assert_eq!(netlify["build"]["publish"].as_str(), Some("public"));
    let desk = Desk::with_copy_of("tests/fixtures/small");
    desk.write("content/static/_headers", include_str!("../../src/project/cloudflare_headers"));
    check(&desk, &["build"], 0, &[]);
    assert_eq!(desk.read("public/_headers"), include_str!("../../src/project/cloudflare_headers"));
}

#[test]
fn every_command_that_the_readme_of_a_new_folder_names_exists() {
    let desk = Desk::empty();
    for language in ["zh", "en"] {
        check(&desk, &["new", language, "--lang", language], 0, &[]);
        let readme = desk.read(&format!("{language}/README.md"));
        assert!(readme.starts_with(&format!("# {language}\n")), "the title is the folder's name");
        assert_eq!(readme.lines().filter(|line| !line.is_empty()).count(), 6, "{readme}");
        let commands: Vec<&str> =
            readme.split('`').skip(1).step_by(2).filter_map(|code| code.strip_prefix("gongdu ")).collect();
        assert_eq!(commands.len(), 4, "{readme}");
        for command in commands {
            let name = command.split(' ').next().unwrap();
            check(&desk, &[name, "--help"], 0, &["gongdu"]);
        }
    }
}

#[test]
fn an_official_site_is_told_what_it_still_lacks() {
    let desk = Desk::empty();
    check(&desk, &["new", "a", "--official", "--publisher", "某区", "--contact", "0533-1234567"], 0, &["gongdu check"]);
    desk.write("a/content/r/1.md", "+++\ntitle = \"全文\"\n+++\n一。\n");
    let run = desk.run(&["check", "--content", "a/content"]);
    let lacks = run.err.matches("an official site must say").count();
    // Nine marks of the site, and when its report was published.
    assert_eq!(lacks, 10, "{run:?}");
}

#[test]
fn what_stands_there_is_never_written_over() {
    let desk = Desk::empty();
    desk.write("full/notes.txt", "x");
    desk.write("file", "x");
    desk.write("half/.gitattributes", "x");
    std::fs::create_dir_all(desk.path("clone/.git")).unwrap();
    let before = desk.tree("");
    for (name, says) in [
        ("full", "full is not empty (it holds notes.txt), and nothing is written over"),
        ("half", "it holds .gitattributes"),
        ("file", "cannot read file: it is not a folder"),
    ] {
        check(&desk, &["new", name], 2, &[says]);
    }
    check(&desk, &["new"], 2, &["<DIR>"]);
    check(&desk, &["new", "full", "--lang", "zh"], 2, &["里已经有东西（notes.txt）", "`gongdu new full/site`"]);
    assert!(desk.tree("") == before);
    check(&desk, &["new", "clone"], 0, &["made clone/"]);
    check(&desk, &["new", "full/site"], 0, &["made full/site/"]);
    assert_eq!(desk.read("full/notes.txt"), "x");
}

#[test]
fn where_no_site_has_been_begun_every_command_gives_the_same_advice() {
    let desk = Desk::empty();
    let advice = |language: &str, arguments: &[&str]| {
        let run = check(&desk, &[arguments, &["--lang", language]].concat(), 2, &[]);
        let at = run.err.rfind(if language == "en" { "error: " } else { "错误：" });
        run.err[at.unwrap_or_else(|| panic!("{run:?}"))..].to_owned()
    };
    for (language, ways) in [
        ("en", ["there is no folder content", "`gongdu new mysite`", "`gongdu import REPORT.docx`", "--content"]),
        ("zh", ["没有文件夹 content", "`gongdu new mysite`", "`gongdu import 报告.docx`", "--content"]),
    ] {
        let expect = advice(language, &["build"]);
        for way in ways {
            assert!(expect.contains(way), "{expect}");
        }
        for arguments in [&[][..], &["check"], &["figures"], &["figures", "f1"], &["inspect"], &["import"]] {
            assert_eq!(advice(language, arguments), expect, "{arguments:?}");
        }
        #[cfg(feature = "serve")]
        assert_eq!(advice(language, &["serve"]), expect);
    }
    assert!(desk.tree("").is_empty(), "nothing was written");
}

#[cfg(target_os = "linux")]
#[test]
fn a_person_at_a_terminal_is_asked_and_one_who_wants_silence_is_not() {
    let desk = Desk::empty();
    let said = at_a_terminal(&desk, "new a", "青禾公读\n\nno\n\nhttps://example.org/\n").out;
    for words in ["The name of the site [a]: ", "government body?", "made a/"] {
        assert!(said.contains(words), "{said}");
    }
    let settings = desk.read("a/content/site.toml");
    assert!(settings.contains("title = \"青禾公读\"\n") && settings.contains("base_url = \"https://example.org/\"\n"));
    let said = at_a_terminal(&desk, "new b --quiet", "").out;
    assert!(said.trim().is_empty(), "{said}");
    assert!(desk.read("b/content/site.toml").contains("title = \"b\"\n"));
}
