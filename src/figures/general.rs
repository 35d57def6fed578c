//! Names made of general words alone (`投放项目资金`, `储备规模`): they say how something was counted, and not of what. Knows no periods.

use super::clause;
use super::key_statistics;
use super::lexicon::WordTag;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::Stream;
use super::word_lists::lists;

/// Whether a name can be read as general words and nothing else.
pub(super) fn is_general(name: &str) -> bool {
    // What is made of general words up to each place of the name.
    let mut reached = vec![false; name.len() + 1];
    reached[0] = true;
    for (at, _) in name.char_indices() {
        if !reached[at] {
            continue;
        }
        for word in lists().general_words.iter().filter(|word| name[at..].starts_with(**word)) {
            reached[at + word.len()] = true;
        }
    }
    !name.is_empty() && reached[name.len()]
}

/// Whether the name of a quantity is made of general words alone, and neither said of the whole place nor of its works (`民生项目`), unless
/// the text has just spoken of a part of it.
pub(super) fn is_of_nothing(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let short = name.chars().count() < SHORTEST;
    // `企业数量`: of all of them.
    let of_all = ["企业", "服务"].iter().any(|all| name.starts_with(all)) || is_said_of_place(stream, quantity);
    if short || of_all || !is_general(name) || key_statistics::is_name(name) {
        return false;
    }
    let sentence = clause::sentence(stream, quantity.number.start).start;
    // `甲工业园入园项目91个，园区产值突破190亿元`: of one; where none is named, of all.
    if ["园区", "组团"].iter().any(|area| name.starts_with(area)) {
        let start = name.start().unwrap_or(sentence).max(sentence);
        return (sentence..start).any(|at| stream.longest_at(at, &lists().body_ends).is_some());
    }
    let kinds = ["重点", "重大", "民生", "产业"];
    let works = |kind: &&str| ["项目", "工程"].iter().any(|work| name.contains(&format!("{kind}{work}")));
    let mut before = sentence.saturating_sub(LONGEST_CONTEXT)..quantity.number.start;
    !kinds.iter().any(works) || before.any(|at| stream.longest_at(at, WordTag::Area.words()).is_some())
}

/// Whether the clause of a quantity speaks of the whole place.
fn is_said_of_place(stream: &Stream<'_>, quantity: &Quantity) -> bool {
    let before = clause::around(stream, quantity.number.start).start..quantity.number.start;
    let places = lists().doubt_places.iter().chain(&["我市", "我省", "我区", "我县"]);
    places.into_iter().any(|place| stream.find(before.clone(), place).is_some())
}

/// A general name has at least so many characters; shorter ones are doubted as bare heads.
const SHORTEST: usize = 4;

/// How far before its sentence the part may stand that works belong to.
const LONGEST_CONTEXT: usize = 40;

#[cfg(test)]
mod tests {
    use super::is_general;

    #[test]
    fn a_name_without_a_subject_matter_is_general() {
        for name in ["储备规模", "投放项目资金", "接入服务事项", "日均办件量", "重点任务全面实施"]
        {
            assert!(is_general(name), "{name}");
        }
        for name in ["", "粮食产量", "养老服务事项", "新增城区绿地面积", "技术合同成交额"] {
            assert!(!is_general(name), "{name}");
        }
    }
}
