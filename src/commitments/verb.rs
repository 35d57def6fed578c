//! What kind of end the verb of a clause names, by the rows of the table alone. Knows no figures.

use std::ops::Range;

use super::commitment::CommitmentKind;
use super::deadline::opening_time;
use super::words::lists;
use crate::text::{begins, ends, holds};

/// The end that a verb names.
pub(super) struct Verb {
    /// Its kind.
    pub kind: CommitmentKind,
    /// Bytes of what it is said of.
    pub object: Range<usize>,
}

/// The end that the verb of `rest` names: a clause without the words before its verb.
pub(super) fn kind(rest: &str) -> Option<Verb> {
    let lists = lists();
    let vague = holds(rest, &lists.vague).or_else(|| holds(rest, &lists.uncounted)).is_some();
    if vague || begins(rest, &lists.unended).is_some() {
        return None;
    }
    let whole = |kind| Verb { kind, object: 0..rest.len() };
    if is_complete(rest) {
        return Some(whole(CommitmentKind::Coverage));
    }
    let passed = holds(rest, &lists.passing).is_some() && ends(rest, &lists.examination).is_some();
    let passed = passed.then(|| whole(CommitmentKind::Title));
    before(rest).or(passed).or_else(|| behind(rest)).or_else(|| between(rest))
}

/// Whether nothing is left out: 全覆盖, 全部.
fn is_complete(rest: &str) -> bool {
    holds(rest, &lists().coverage).is_some_and(|(from, to)| {
        // `健全部门` holds no 全部, and `全覆盖开展` says how something is done.
        !rest[..from].ends_with('健') && begins(&rest[to..], &lists().coverage_as_manner).is_none()
    })
}

/// The verb stands before what it is said of.
fn before(rest: &str) -> Option<Verb> {
    let lists = lists();
    let verbs: [(&[&str], &[&str], CommitmentKind); 7] = [
        (&lists.status, &[], CommitmentKind::Title),
        (&lists.finish, &[], CommitmentKind::Finish),
        (&lists.start, &[], CommitmentKind::Start),
        (&lists.writing, &lists.written, CommitmentKind::Finish),
        (&lists.founding, &[], CommitmentKind::Finish),
        (&lists.making, &lists.made, CommitmentKind::Finish),
        (&lists.opening, &lists.route, CommitmentKind::Finish),
    ];
    verbs.into_iter().find_map(|(verbs, things, kind)| {
        let verb = begins(rest, verbs)?;
        let object = &rest[verb.len()..];
        let fits = things.is_empty() || ends(object, things).is_some() && holds(object, &lists.unending).is_none();
        let named = object.chars().nth(1).is_some() && !object.starts_with('的');
        (fits && named).then_some(Verb { kind, object: verb.len()..rest.len() })
    })
}

/// The verb stands behind; some verbs are said of anything, and end something only of a thing.
fn behind(rest: &str) -> Option<Verb> {
    let lists = lists();
    let verbs: [(&[&str], bool, CommitmentKind); 5] = [
        (&lists.status_tail, false, CommitmentKind::Title),
        (&lists.start_tail, false, CommitmentKind::Start),
        (&lists.finish_tail, false, CommitmentKind::Finish),
        (&lists.start_tail_of_thing, true, CommitmentKind::Start),
        (&lists.finish_tail_of_thing, true, CommitmentKind::Finish),
    ];
    verbs.into_iter().find_map(|(verbs, of_thing, kind)| {
        let verb = ends(rest, verbs)?;
        let object = &rest[..rest.len() - verb.len()];
        let is_thing = holds(object, &lists.thing).is_some() && holds(object, &lists.thought).is_none();
        let bare = object.starts_with("项目");
        let named = is_thing || is_opening(object) || !of_thing && !bare;
        named.then_some(Verb { kind, object: 0..object.len() })
    })
}

/// The verb stands between a thing and what becomes of it: `现代博物馆完成布展`.
fn between(rest: &str) -> Option<Verb> {
    let (from, to) = holds(rest, &lists().finish_between)?;
    let follows = rest[to..].chars().nth(1).is_some() && !rest[to..].starts_with('的');
    let of_thing = from > 0 && holds(&rest[..from], &lists().thing).is_some();
    (follows && of_thing).then_some(Verb { kind: CommitmentKind::Finish, object: 0..from })
}

/// How many bytes of words that stand before a verb, and of times, open a clause.
pub(super) fn skip_leads(words: &str) -> usize {
    let (lists, mut at) = (lists(), 0);
    let verbs = [&lists.finish, &lists.start, &lists.writing, &lists.making, &lists.status, &lists.coverage];
    loop {
        let rest = &words[at..];
        let verb = verbs.iter().filter_map(|list| begins(rest, list)).map(str::len).next().unwrap_or(0);
        let lead = begins(rest, &lists.lead).map(str::len).filter(|lead| *lead > verb);
        match opening_time(rest).or(lead) {
            Some(length) => at += length,
            None => return at,
        }
    }
}

/// Whether a run says nothing but when and how firmly.
pub(super) fn is_opening(words: &str) -> bool {
    matches!(&words[skip_leads(words)..], "" | "到")
}
