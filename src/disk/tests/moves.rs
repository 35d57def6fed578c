//! Moves that were cut off or failed are taken back, at whatever step it was.

use super::*;
use crate::disk::commit::{self, Commit};
use crate::disk::plan::Move;
use crate::disk::stage::Staging;

/// The moves from one site to another, as rows; the staged files stand in `stage`.
const MOVES: &[(&str, &str)] = &[
    ("remove", "room"),
    ("place", "room/x.css"),
    ("place", "a.css"),
    ("place", "new/deep/index.html"),
    ("place", "new/index.html"),
    ("place", "index.html"),
    ("remove", "gone/deep/index.html"),
    ("remove", "b.html"),
];

/// What stands in the folder before [`MOVES`].
const OLD: &[Row] =
    &[("room", "1"), ("a.css", "1"), ("index.html", "1"), ("gone/deep/index.html", "1"), ("b.html", "1")];

fn moves(stage: &Staging) -> Vec<Move> {
    let moves = MOVES.iter().map(|(deed, path)| match *deed {
        "place" => Move::Place { staged: stage.write(b"2").unwrap(), path: path.to_string() },
        _ => Move::Remove { path: path.to_string() },
    });
    moves.collect()
}

/// Runs the first moves of [`MOVES`] and then takes all of them back.
fn check_take_back(count: usize) {
    let output = folder(OLD);
    let before = snapshot(output.path());
    let stage = Staging::open(output.path()).unwrap();
    let mut moves = moves(&stage);
    let commit = Commit::begin(output.path(), &stage, &moves).unwrap();
    moves.iter().take(count).for_each(|step| commit.step(step).unwrap());
    let half = files(output.path());
    assert!(half.values().all(|text| text == "1" || text == "2"), "only whole files: {half:?}");
    assert!(half.contains_key("index.html"), "never a moment without the front page");
    let error = commit.take_back(&anyhow::anyhow!("cut off")).to_string();
    assert_eq!(error, format!("cut off; {} is as it was before", output.path().display()));
    assert_eq!(snapshot(output.path()), before);

    // The same by way of a move that fails.
    moves.retain(|step| matches!(step, Move::Remove { .. }));
    moves.push(Move::Place { staged: output.path().join("missing"), path: "index.html".into() });
    let error = Commit::begin(output.path(), &stage, &moves).unwrap().run(&moves).unwrap_err().to_string();
    assert!(error.contains("/index.html: ") && error.ends_with("as it was before"), "{error}");
    assert_eq!(snapshot(output.path()), before);
}

/// Leaves off after the first moves of [`MOVES`] as a kill does, and expects that the next build finds what was there.
fn check_recovery(count: usize) {
    let output = folder(OLD);
    let before = snapshot(output.path());
    let stage = Staging::open(output.path()).unwrap();
    let moves = moves(&stage);
    let commit = Commit::begin(output.path(), &stage, &moves).unwrap();
    moves.iter().take(count).for_each(|step| commit.step(step).unwrap());
    drop(commit);
    stage.abandon();
    let stage = Staging::open(output.path()).unwrap();
    commit::recover(output.path(), &stage).unwrap();
    assert_eq!(snapshot(output.path()), before);
    drop(stage);
    assert!(!output.path().join(".gongdu-stage").exists());
}

#[test]
fn moves_that_a_kill_cut_off_anywhere_are_taken_back_by_the_next_build() {
    (0..=MOVES.len()).for_each(check_recovery);
}

#[test]
fn a_publication_that_fails_at_any_step_takes_all_steps_back() {
    (0..=MOVES.len()).for_each(check_take_back);
}
