//! Names that are torn from their words: they begin or end within a phrase, or point back to what was said before. Knows no quantities.

use super::lexicon::WordTag;
use super::word_lists::lists;

/// Whether a name begins with the end of another phrase, or ends with the first half of a verb.
pub(super) fn is_torn(name: &str) -> bool {
    let begins = ["方面", "超过", "超出", "更多", "超计划", "范围内"].iter().any(|end| name.starts_with(end));
    let new = name.ends_with('新') && !lists().doubt_new_words.iter().any(|word| name.ends_with(word));
    let (before, after) = (&lists().torn_words_before, &lists().torn_words_after);
    let mut joints = name.match_indices('并').filter(|(at, _)| *at > 0);
    let and = joints.any(|(at, joint)| {
        let (left, right) = (&name[..at], &name[at + joint.len()..]);
        !before.iter().any(|half| left.ends_with(half)) && !after.iter().any(|half| right.starts_with(half))
    });
    // `健儿分别摘得2金1银、1金`
    begins || new || and || name.contains("分别")
}

/// Whether a name points back to what was said before it.
pub(super) fn points_back(name: &str) -> bool {
    let points = ["此项", "这项", "该项", "上述", "相关地区", "这些"];
    // `对沿线国家投资额、进出口额分别占…`
    let towards = name.strip_prefix('对');
    let nobody = towards.is_some_and(|rest| WordTag::Measure.words().iter().any(|measure| rest.starts_with(measure)));
    points.iter().any(|word| name.contains(word)) || nobody || towards.unwrap_or(name).starts_with("沿线")
}

/// Whether a name ends with what became of its subject (`制度基本建立`).
pub(super) fn is_established(name: &str) -> bool {
    name.rsplit_once("基本").is_some_and(|(_, done)| WordTag::EmptyVerb.words().contains(&done))
}

/// Whether a name ends with where something stands in a larger whole (`在全国`).
pub(super) fn ends_within(name: &str) -> bool {
    name.rsplit_once('在').is_some_and(|(_, scope)| WordTag::Scope.words().contains(&scope))
}
