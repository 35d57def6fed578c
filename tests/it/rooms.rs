//! Holds the order within the modules: a type name stands for one thing, files import one another in one direction, modules
//! are laid out in one way, and faults of a text are handed from room to room in one way.

use std::collections::{BTreeMap, BTreeSet};

use crate::architecture::{names, program, table};
use crate::code::{self, CodeFile};

/// The files of a program by their places, and what their paths lead to.
struct Program(BTreeMap<String, Parsed>);

/// A file with what it names, read once.
struct Parsed {
    file: CodeFile,
    imports: Vec<(String, String)>,
    paths: Vec<String>,
}

impl Program {
    fn of(files: Vec<CodeFile>) -> Program {
        let parsed =
            |file: CodeFile| (file.place().to_owned(), Parsed { imports: file.imports(), paths: file.paths(), file });
        Program(files.into_iter().map(parsed).collect())
    }

    /// The place of the file that defines what `path` names in the file at `from`. A name that a file passes on leads to the
    /// file that it has it from. `None` for what is no file of the program.
    fn target(&self, from: &str, path: &str) -> Option<&str> {
        let place = self.absolute(from, path)?;
        let mut length = place.len();
        while !self.0.contains_key(&place[..length].join("/")) {
            length = length.checked_sub(1).filter(|length| *length > 0)?;
        }
        let name = place.get(length).cloned().unwrap_or_default();
        let (place, Parsed { file, imports, .. }) = self.0.get_key_value(&place[..length].join("/"))?;
        let passed_on = imports.iter().find(|(_, known)| *known == name && !file.defines(&name));
        let further = passed_on.and_then(|(path, _)| self.target(place, path));
        Some(further.unwrap_or(place))
    }

    /// A path as the names from the root of the crate on.
    fn absolute(&self, from: &str, path: &str) -> Option<Vec<String>> {
        let mut own: Vec<&str> = from.split('/').collect();
        let mut names = path.split("::").peekable();
        match *names.peek()? {
            "crate" => own.clear(),
            "super" | "self" => {}
            child if self.0.contains_key(&format!("{from}/{child}")) => {}
            _ => return None,
        }
        while let Some(step) = names.next_if(|name| matches!(*name, "crate" | "super" | "self")) {
            if step == "super" {
                own.pop()?;
            }
        }
        Some(own.into_iter().chain(names).map(str::to_owned).collect())
    }

    /// Which files of its own room the file at `place` imports.
    fn imports(&self, place: &str) -> BTreeSet<&str> {
        let file = &self.0[place].file;
        let paths = file.own_paths();
        let targets = paths.iter().filter_map(|path| self.target(place, path));
        targets.filter(|other| *other != place && self.0[*other].file.module() == file.module()).collect()
    }

    /// The files that import one another, straight or round by others: each circle once, sorted.
    fn circles(&self) -> BTreeSet<Vec<&str>> {
        let direct: BTreeMap<&str, BTreeSet<&str>> =
            self.0.keys().map(|place| (place.as_str(), self.imports(place))).collect();
        let reach = |from: &str| {
            let mut seen = BTreeSet::new();
            let mut next: Vec<&str> = direct[from].iter().copied().collect();
            while let Some(place) = next.pop() {
                if seen.insert(place) {
                    next.extend(&direct[place]);
                }
            }
            seen
        };
        let reached: BTreeMap<&str, BTreeSet<&str>> = direct.keys().map(|place| (*place, reach(place))).collect();
        let circle = |place: &&str| -> Vec<&str> {
            let others = reached[place].iter().copied();
            others.filter(|other| reached[other].contains(place)).collect()
        };
        reached.keys().map(circle).filter(|circle| !circle.is_empty()).collect()
    }
}

#[test]
fn files_of_a_room_import_one_another_in_one_direction() {
    let program = Program::of(program());
    let circles = program.circles();
    assert!(circles.is_empty(), "each of these files needs all the others: {circles:#?}");
}

#[test]
fn a_circle_would_be_found() {
    let rows = [
        ("src/a/mod.rs", "mod b; mod c;\npub use b::B;\npub struct A;"),
        ("src/a/b.rs", "use super::c::{self, C};\npub struct B;"),
        ("src/a/c.rs", "use crate::a::{A, B};\npub struct C;"),
        ("src/a/d.rs", "use super::A;"),
        ("src/e/mod.rs", "use crate::a::A;"),
    ];
    let program = Program::of(rows.map(|(path, text)| CodeFile::new(path, text)).into());
    assert_eq!(program.circles(), BTreeSet::from([vec!["a/b", "a/c"]]));
    assert_eq!(program.target("e", "crate::a::B::new"), Some("a/b"));
}

/// The files that define each type name.
fn definitions(program: &Program) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (place, Parsed { file, .. }) in &program.0 {
        for name in file.types() {
            found.entry(name).or_default().insert(place);
        }
    }
    found
}

/// The names that may stand twice, each with the files that define it.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let row = |row: &Vec<String>| (names(&row[0]).concat(), names(&row[1]).into_iter().collect());
    table("Names that stand twice").iter().map(row).collect()
}

#[test]
fn a_type_name_stands_for_one_thing_unless_the_table_says_which_idea_two_share() {
    let program = Program::of(program());
    let allowed = allowed();
    let mut faults = Vec::new();
    for (name, files) in definitions(&program) {
        let known = allowed.get(name).cloned().unwrap_or_default();
        let files: BTreeSet<String> = files.into_iter().map(str::to_owned).collect();
        if files.len() > 1 && files != known {
            faults.push(format!("{name} stands in {files:?}: name what each is"));
        }
        if files.len() < 2 && allowed.contains_key(name) {
            faults.push(format!("{name} does not stand twice: strike it"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn where_two_types_of_one_name_meet_each_is_written_with_its_module() {
    let program = Program::of(program());
    let allowed = allowed();
    let mut faults = BTreeSet::new();
    for (place, Parsed { file, imports, paths }) in &program.0 {
        for name in allowed.keys() {
            let named = paths.iter().filter(|path| path.split("::").any(|part| part == name));
            let targets = named.filter_map(|path| program.target(place, path));
            let mut meant: BTreeSet<&str> =
                targets.filter(|target| program.0[*target].file.types().contains(&name.as_str())).collect();
            meant.extend(Some(place.as_str()).filter(|_| file.types().contains(&name.as_str())));
            if meant.len() > 1 && imports.iter().any(|(_, known)| known == name) {
                faults
                    .insert(format!("{place} imports {name}, which is that of {meant:?}: write the module before it"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_module_with_files_below_it_is_a_folder_with_a_mod_rs() {
    let files = code::files();
    for file in files.iter().filter(|file| !file.path.ends_with("/mod.rs")) {
        let below = format!("{}/", file.path.trim_end_matches(".rs"));
        let first = files.iter().find(|other| other.path.starts_with(&below));
        assert!(first.is_none(), "{} has files beside it: make it {below}mod.rs", file.path);
    }
}

#[test]
fn a_room_hands_faults_to_others_beside_its_result() {
    let signature = |text: &str| text.split(['{', ';']).next().unwrap_or_default().to_owned();
    let mut faults = BTreeSet::new();
    for file in program() {
        // Functions of the room itself may collect into a list; those that anyone may call give a `Checked`.
        for text in
            file.text.split("pub fn ").skip(1).map(signature).filter(|text| text.contains("&mut Vec<Diagnostic>"))
        {
            let name = text.split(['(', '<']).next().unwrap_or_default().to_owned();
            faults.insert(format!("{}: {name}", file.path));
        }
    }
    faults.remove("src/diagnostic/checked.rs: drain_into");
    assert!(faults.is_empty(), "these give a Checked, or are pub(super): {faults:#?}");
}
