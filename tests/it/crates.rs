//! Holds `deny.toml` wherever the tests run: every crate of the program has a licence that it allows, and none stands there in
//! two versions but those it names. `cargo deny` itself looks further, where it is installed.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `None` for what is linked, `build` for what builds it, `dev` for what tests it.
    kind: Option<String>,
}

/// The crates that the program is made of on this machine, as (name, version, licence).
fn crates() -> &'static [(String, String, String)] {
    static CRATES: LazyLock<Vec<(String, String, String)>> = LazyLock::new(|| {
        let Metadata { packages, resolve } = metadata();
        let nodes: BTreeMap<&str, &Node> = resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let (mut reached, mut open) = (BTreeSet::new(), vec![resolve.root.as_str()]);
        while let Some(id) = open.pop() {
            if !reached.insert(id) {
                continue;
            }
            let is_part = |kind: &DependencyKind| kind.kind.as_deref() != Some("dev");
            let parts = nodes[id].deps.iter().filter(|dependency| dependency.dep_kinds.iter().any(is_part));
            open.extend(parts.map(|dependency| dependency.pkg.as_str()));
        }
        let parts = packages.into_iter().filter(|package| reached.contains(package.id.as_str()));
        parts.map(|package| (package.name, package.version, package.license.unwrap_or_default())).collect()
    });
    &CRATES
}

/// What cargo says of this machine's crates: those of others need not be there.
fn metadata() -> Metadata {
    let rustc = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let version = String::from_utf8(rustc.stdout).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", host];
    let output = Command::new(env!("CARGO")).args(arguments).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn deny() -> toml::Table {
    std::fs::read_to_string("deny.toml").unwrap().parse().unwrap()
}

/// Whether a licence expression (SPDX; `/` for OR, as older manifests write it) can be met by `allowed` licences.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let met = any_of(&words, &mut at, allowed);
    met && at == words.len()
}

fn any_of(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut met = all_of(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all_of(words, at, allowed);
    }
    met
}

fn all_of(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut met = licence(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= licence(words, at, allowed);
    }
    met
}

fn licence(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let word = words.get(*at).copied().unwrap_or_default();
    *at += 1;
    if word != "(" {
        // `Apache-2.0 WITH LLVM-exception` is another licence than Apache-2.0.
        let excepted = words.get(*at) == Some(&"WITH");
        *at += if excepted { 2 } else { 0 };
        return !excepted && allowed.contains(word);
    }
    let met = any_of(words, at, allowed);
    let closed = words.get(*at) == Some(&")");
    *at += 1;
    met && closed
}

#[test]
fn every_crate_has_a_licence_that_is_allowed() {
    let deny = deny();
    let allowed = deny["licenses"]["allow"].as_array().unwrap();
    let allowed: BTreeSet<String> = allowed.iter().map(|name| name.as_str().unwrap().to_owned()).collect();
    assert!(
        is_met("(MIT WITH x OR MIT) AND (MIT OR GPL-3.0)", &allowed) && !is_met("MIT AND GPL-3.0", &allowed),
        "{allowed:?}"
    );
    assert!(crates().len() > 100, "the walk reaches the crates: {}", crates().len());
    let wrong: Vec<_> = crates().iter().filter(|(_, _, licence)| !is_met(licence, &allowed)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_crate_stands_there_twice_unless_it_is_named() {
    let deny = deny();
    let skipped = deny["bans"]["skip"].as_array().unwrap().iter().map(|entry| entry["crate"].as_str().unwrap());
    let skipped: Vec<(&str, &str)> = skipped.map(|entry| entry.split_once('@').unwrap()).collect();
    let is_skipped = |name: &str, version: &str| {
        skipped.iter().any(|(other, prefix)| *other == name && version.starts_with(&format!("{prefix}.")))
    };
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, version, _) in crates().iter().filter(|(name, version, _)| !is_skipped(name, version)) {
        versions.entry(name).or_default().push(version);
    }
    let twice: Vec<_> = versions.iter().filter(|(_, versions)| versions.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
    // Other machines have other crates: only what this one has in another version is told.
    let named = |name: &str| crates().iter().any(|(other, _, _)| other == name);
    let needed = |name: &str| crates().iter().any(|(other, version, _)| other == name && is_skipped(other, version));
    let idle: Vec<_> = skipped.iter().filter(|(name, _)| named(name) && !needed(name)).collect();
    assert!(idle.is_empty(), "deny.toml names what is not there: {idle:?}");
}
