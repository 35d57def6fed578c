//! Holds the tables of ARCHITECTURE.md: which module may import which, and who owns each outside power. A single crate
//! has walls only where a test stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::code::{self, CodeFile};

/// The rows of the table under a heading of ARCHITECTURE.md, cell by cell.
pub fn table(heading: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let (_, below) = text.split_once(&format!("# {heading}\n")).unwrap_or_else(|| panic!("no heading {heading}"));
    let rows = below.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    rows.skip(2).map(cells).collect()
}

/// The words in back-ticks.
pub fn names(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The floors from the ground up: module, and what it may import.
fn floors() -> Vec<(String, BTreeSet<String>)> {
    table("Floors").iter().map(|row| (names(&row[0])[0].clone(), names(&row[2]).into_iter().collect())).collect()
}

/// Code that becomes part of the program, without the two roots.
pub fn program() -> Vec<CodeFile> {
    let files = code::files().into_iter().filter(|file| !file.is_test());
    files.filter(|file| !matches!(file.place(), "lib" | "main")).collect()
}

/// Which modules each module imports, with the files that do.
fn imports(files: &[CodeFile]) -> BTreeMap<(String, String), Vec<String>> {
    let mut found: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for file in files {
        for path in file.paths() {
            let other = path.strip_prefix("crate::").and_then(|path| path.split("::").next());
            if let Some(other) = other.filter(|other| *other != file.module()) {
                found.entry((file.module().to_owned(), other.to_owned())).or_default().push(file.path.clone());
            }
        }
    }
    found
}

/// What breaks the floors: an import that the table does not allow, and one that it allows and nobody makes.
fn broken(floors: &[(String, BTreeSet<String>)], imports: &BTreeMap<(String, String), Vec<String>>) -> Vec<String> {
    let allowed: BTreeSet<(String, String)> =
        floors.iter().flat_map(|(module, others)| others.iter().map(|other| (module.clone(), other.clone()))).collect();
    let forbidden = imports.iter().filter(|(pair, _)| !allowed.contains(pair));
    let mut faults: Vec<String> =
        forbidden.map(|((module, other), files)| format!("{module} imports {other}: {files:?}")).collect();
    let idle = allowed.iter().filter(|pair| !imports.contains_key(pair));
    faults.extend(idle.map(|(module, other)| format!("{module} may import {other} and does not: strike it")));
    faults
}

#[test]
fn every_import_is_in_the_table_of_floors_and_every_permission_is_used() {
    let faults = broken(&floors(), &imports(&program()));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_import_through_the_floor_would_be_found() {
    let file = CodeFile::new("src/chart/new.rs", "use crate::{html::Theme, text::Span};");
    let floors = [("chart".to_owned(), BTreeSet::from(["text".to_owned(), "report".to_owned()]))];
    let faults = broken(&floors, &imports(&[file]));
    assert_eq!(
        faults,
        ["chart imports html: [\"src/chart/new.rs\"]", "chart may import report and does not: strike it",]
    );
}

#[test]
fn a_floor_stands_only_on_floors_below_it() {
    let mut below = BTreeSet::new();
    for (module, others) in floors() {
        assert!(others.is_subset(&below), "{module} imports {others:?}, of which some stand above it");
        assert!(below.insert(module.clone()), "{module} stands twice");
    }
    let modules: BTreeSet<String> = program().iter().map(|file| file.module().to_owned()).collect();
    assert_eq!(below, modules, "the table names every module and no other");
}

#[test]
fn outputs_do_not_know_one_another() {
    let floors: BTreeMap<_, _> = floors().into_iter().collect();
    assert!(!floors["html"].contains("data") && !floors["data"].contains("html"));
}

#[test]
fn no_path_climbs_out_of_its_module() {
    for file in program() {
        // A file of its own is one step below its module.
        let depth = file.place().matches('/').count() + 1;
        for path in file.paths() {
            let climbs = path.split("::").take_while(|part| *part == "super").count();
            assert!(climbs < depth, "{}: {path} reaches the root; write crate::", file.path);
        }
    }
}

/// The crates that Cargo.toml names, as code writes them.
fn dependencies() -> BTreeSet<String> {
    let manifest: toml::Table = fs::read_to_string("Cargo.toml").unwrap().parse().unwrap();
    // Those of some systems only stand apart.
    let targets =
        manifest.get("target").and_then(|targets| targets.as_table()).into_iter().flat_map(|all| all.values());
    let tables = std::iter::once(&manifest["dependencies"]).chain(targets.filter_map(|one| one.get("dependencies")));
    let names = tables.flat_map(|table| table.as_table().unwrap().keys());
    names.map(|name| name.replace('-', "_")).collect()
}

/// Whether `path` is `power` or lies in it.
fn lies_in(path: &str, power: &str) -> bool {
    path.strip_prefix(power).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Powers of the standard library that are watched whether the table names them or not.
const WATCHED: [&str; 11] = [
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "std::thread",
    "std::time::SystemTime",
    "std::time::Instant",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "std::os",
];

#[test]
fn every_outside_power_has_its_owner_and_no_other_user() {
    let owners: Vec<(Vec<String>, Vec<String>)> =
        table("Outside powers").iter().map(|row| (names(&row[0]), names(&row[1]))).collect();
    let dependencies = dependencies();
    let outside = |path: &str| {
        let root = path.split("::").next().unwrap_or_default();
        dependencies.contains(root) || WATCHED.iter().any(|power| lies_in(path, power)) || PRINTING.contains(&path)
    };
    let mut used = BTreeSet::new();
    let mut faults = BTreeSet::new();
    for file in program() {
        for path in file.paths().into_iter().filter(|path| outside(path)) {
            let row = owners.iter().find(|(powers, _)| powers.iter().any(|power| lies_in(&path, power)));
            let Some((powers, owners)) = row else {
                faults.insert(format!("{}: the table does not name {path}", file.path));
                continue;
            };
            let place = file.place();
            let owner = owners.iter().find(|owner| place == *owner || place.starts_with(&format!("{owner}/")));
            match owner {
                Some(owner) => drop(used.insert((powers.clone(), owner.clone()))),
                None => drop(faults.insert(format!("{}: {path} belongs to {owners:?}", file.path))),
            }
        }
    }
    for (powers, owners) in &owners {
        let idle = owners.iter().filter(|owner| !used.contains(&(powers.clone(), (*owner).clone())));
        faults.extend(idle.map(|owner| format!("{owner} does not use {powers:?}: strike it")));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What prints without saying where to.
const PRINTING: [&str; 5] = ["print!", "println!", "eprint!", "eprintln!", "dbg!"];

#[test]
fn every_crate_that_the_manifest_names_is_used() {
    let used: BTreeSet<String> = program()
        .iter()
        .flat_map(CodeFile::paths)
        .filter_map(|path| Some(path.split("::").next()?.to_owned()))
        .collect();
    let idle: Vec<_> = dependencies().into_iter().filter(|name| !used.contains(name)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn every_file_says_first_what_it_is_for() {
    for file in code::files() {
        let first = file.text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 20, "{} opens with `{first}`", file.path);
    }
}

/// Lines that hold more than words of a list.
fn lines_of_thought(text: &str) -> usize {
    let listed = |line: &str| {
        let line = line.trim();
        line.is_empty() || line.split(',').all(|item| item.trim().is_empty() || is_string(item.trim()))
    };
    text.lines().filter(|line| !listed(line)).count()
}

fn is_string(item: &str) -> bool {
    item.len() >= 2 && item.starts_with('"') && item.ends_with('"')
}

#[test]
fn no_file_is_too_long_to_be_read_in_one_sitting() {
    for file in code::files() {
        let lines = lines_of_thought(&file.text);
        assert!(lines <= 400, "{} has {lines} lines; cut it where its story turns", file.path);
    }
}

/// Lists of Chinese words in the code of a file, outside of its tests: what stands between brackets of an array, longer than a rule needs
/// to tell two or three forms apart.
fn lists_of_words(text: &str) -> Vec<String> {
    const MOST: usize = 6;
    let code: String = text
        .split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines()
        .map(|line| line.trim())
        .filter(|line| !line.starts_with("//"))
        .collect();
    let words = |list: &str| list.split('"').skip(1).step_by(2).filter(|word| !word.is_ascii()).count();
    let plain = |list: &&str| list.split('"').step_by(2).all(|between| between.chars().all(|c| ", ".contains(c)));
    let lists = code.split('[').skip(1).filter_map(|rest| rest.split(']').next());
    lists.filter(plain).filter(|list| words(list) > MOST).map(str::to_owned).collect()
}

#[test]
fn the_words_of_figures_stand_in_tables() {
    assert_eq!(lists_of_words(r#"let a = ["一", "二", "三", "四", "五", "六", "七"]; // 八"#).len(), 1);
    assert!(
        lists_of_words(r#"let a = ["一", "二"]; #[cfg(test)] ["一", "二", "三", "四", "五", "六", "七"]"#).is_empty()
    );
    let found: Vec<_> = code::files()
        .iter()
        .filter(|file| file.module() == "figures" && !file.path.contains("tests"))
        .flat_map(|file| lists_of_words(&file.text).into_iter().map(|list| format!("{}: {list}", file.path)))
        .collect();
    assert_eq!(found, Vec::<String>::new(), "a word of figures is a row of lexicon.txt or word_lists.txt");
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    const EMPTY: [&str; 9] = ["utils", "util", "common", "helpers", "helper", "manager", "context", "misc", "shared"];
    for file in code::files() {
        assert!(!file.place().split('/').any(|part| EMPTY.contains(&part)), "{} needs a name", file.path);
    }
}

#[test]
fn the_program_itself_is_a_few_lines() {
    assert!(fs::read_to_string("src/main.rs").unwrap().lines().count() < 20);
}
