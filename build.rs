//! Tells the program what it was made of: a build takes nothing over that another program made, not even one of the same version.

// What a build script says to cargo, it prints.
#![allow(clippy::print_stdout)]

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::{env, fs, io};

/// What the program is made of.
const PARTS: [&str; 4] = ["src", "themes", "Cargo.toml", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for part in PARTS {
        println!("cargo:rerun-if-changed={part}");
        take(Path::new(part), &mut hasher)?;
    }
    // Cargo runs this anew when a feature comes or goes.
    let mut features: Vec<String> = env::vars_os()
        .filter_map(|(name, _)| name.into_string().ok())
        .filter(|name| name.starts_with("CARGO_FEATURE_"))
        .collect();
    features.sort();
    features.hash(&mut hasher);
    println!("cargo:rustc-env=GONGDU_MADE_OF={:016x}", hasher.finish());
    Ok(())
}

/// Takes a file, or all files of a folder in the order of their names; what is not there is nothing.
fn take(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if path.is_dir() {
        let mut entries =
            fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| take(entry, hasher));
    }
    if path.is_file() {
        path.to_string_lossy().replace('\\', "/").hash(hasher);
        fs::read(path)?.hash(hasher);
    }
    Ok(())
}
