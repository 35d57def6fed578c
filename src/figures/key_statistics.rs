//! The statistics that every report is read for, in the order in which statistics offices publish them: which of a report's figures
//! are such. Knows no pages and no charts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::figure::Kind;
use crate::text::unsigned;

/// A row is a statistic, a cell a measure of it, with `=` between the names that the measure has gone under. The rows that begin with a sign hold other words: `@` before
/// a name, of the report's own place, `*` of the nation; `?` of what is not settled yet;
/// `~` of a part of the place, `+` of the whole; `!` of the distance from others.
const TABLE: &str = include_str!("key_statistics.txt");

/// The place that a report is of.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnPlace<'a> {
    /// Its name, empty where it is not known.
    pub name: &'a str,
    /// Whether it is the nation.
    pub is_nation: bool,
}

/// How many statistics there are.
pub fn count() -> usize {
    rows().count()
}

/// A measure of a statistic: both are counted in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StatisticMeasure {
    /// Which statistic it is of.
    pub statistic: usize,
    /// Which of its measures, as statistics offices tell them apart: only within one may numbers be compared.
    pub scope: usize,
}

/// Which statistic an indicator of the place's own report is, counted in the order of the table. Only a whole name is one: what is of a
/// part of the place, of another place or of a branch has words more.
pub fn number_of(indicator: &str, own: OwnPlace<'_>) -> Option<usize> {
    measure_of(indicator, own).map(|measure| measure.statistic)
}

/// Which measure an indicator of the place's own report is, as [`number_of`] tells the statistic.
pub fn measure_of(indicator: &str, own: OwnPlace<'_>) -> Option<StatisticMeasure> {
    let local = marked('@').filter(|word| word.chars().last() == own.name.chars().last());
    let mut before = local.chain(marked('*').filter(|_| own.is_nation));
    let bare = before.find_map(|word| indicator.strip_prefix(word)).unwrap_or(indicator);
    known(bare)
}

/// The measure that a name stands for, whatever width its letters have (ＧＤＰ).
fn known(name: &str) -> Option<StatisticMeasure> {
    let narrow = |c: char| match c {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - WIDENED).unwrap_or(c),
        c => c,
    };
    MEASURES.get(name).or_else(|| MEASURES.get(name.chars().map(narrow).collect::<String>().as_str())).copied()
}

/// How far a letter as wide as a Chinese character lies behind the same letter.
const WIDENED: u32 = 0xFEE0;

/// The measure of each name of the table.
static MEASURES: LazyLock<BTreeMap<&str, StatisticMeasure>> = LazyLock::new(|| {
    let mut measures = BTreeMap::new();
    for (statistic, row) in rows().enumerate() {
        for (scope, names) in row.split('|').enumerate() {
            for name in names.split('=') {
                measures.entry(name).or_insert(StatisticMeasure { statistic, scope });
            }
        }
    }
    measures
});

/// All names of the table, in no order that means anything.
pub fn names() -> impl Iterator<Item = &'static str> {
    MEASURES.keys().copied()
}

/// The name that a measure has in the table.
pub fn name_of(measure: StatisticMeasure) -> &'static str {
    let own = rows().nth(measure.statistic).and_then(|row| row.split('|').nth(measure.scope));
    own.and_then(|own| own.split('=').next()).unwrap_or_default()
}

/// Whether a word is a name of a statistic.
pub(super) fn is_name(word: &str) -> bool {
    known(word).is_some()
}

/// Whether two indicators are measures of the table that stand for different things (工业增加值, 规模以上工业增加值).
pub fn are_two_measures(one: &str, other: &str) -> bool {
    one != other && is_name(one) && is_name(other) && !is_one_measure(one, other)
}

/// Whether two indicators are names that one measure has gone under.
pub fn is_one_measure(one: &str, other: &str) -> bool {
    one != other && known(one).zip(known(other)).is_some_and(|(one, other)| one == other)
}

/// Whether a statistic of this name may be of this kind: a share of what is none by its name is a share that something else has of it
/// (`民间投资占固定资产投资的62%`).
pub fn is_of_kind(indicator: &str, kind: Kind) -> bool {
    kind != Kind::Share || ["率", "比例", "比率"].iter().any(|share| indicator.ends_with(share))
}

/// Whether the words that quote a figure say that it is not settled yet (预计).
pub fn is_open(quote: &str) -> bool {
    marked('?').any(|word| quote.contains(word))
}

/// The word that a report says of what is not counted to the end, and the one by which a bracket says it of all that follows.
const FORESEEN: &str = "预计";
const AND_BELOW: &str = "下同";

/// Whether a paragraph says of the figure that ends at the byte `end` that it is foreseen: its sentence begins so (`预计，全市生产总值…；…`), its
/// clauses since the last semicolon say it, a bracket behind it does (`（预计数）`), or one before says it of the rest (`（预计数，下同）`).
pub fn is_foreseen(paragraph: &str, end: usize) -> bool {
    let (words, behind) = paragraph.split_at(end);
    let sentence = words.rsplit(['。', '！', '？']).next().unwrap_or_default();
    let clauses = sentence.rsplit(['；', ';']).next().unwrap_or_default();
    let opening = sentence.split('，').next().unwrap_or_default();
    let bracket = behind.strip_prefix(['（', '(']).and_then(|rest| rest.split(['）', ')']).next());
    let in_bracket =
        |(at, _): (usize, &str)| words[..at].rsplit(['（', '(']).next().is_some_and(|own| own.contains(FORESEEN));
    // What a bracket says it says of the figure before it.
    let outside = |(at, _): (usize, &str)| {
        !clauses[..at].rsplit(['）', ')']).next().is_some_and(|words| words.contains(['（', '(']))
    };
    clauses.match_indices(FORESEEN).any(outside)
        || opening.starts_with(FORESEEN)
        || opening.ends_with(FORESEEN)
        || bracket.is_some_and(|words| words.contains(FORESEEN))
        || words.match_indices(AND_BELOW).any(in_bracket)
}

/// What is said of a figure that is foreseen: its words, with the report's word for that before them.
pub fn foreseen(said: &str) -> String {
    if said.contains(FORESEEN) { said.to_owned() } else { format!("{FORESEEN}{said}") }
}

/// Whether the words of its sentence before a figure tell of a part of the place, so that the figure may be of that part: `实施园区三年提升计划，
/// …，规上工业增加值106亿元`. Nobody can tell there whose it is, unless its own clause says (`力争全年规上工业增加值`).
pub fn may_be_of_part(before: &str) -> bool {
    let clause = before.rsplit(['，', '；', ';']).next().unwrap_or_default();
    let says_whole = || marked('@').chain(marked('+')).any(|word| clause.contains(word));
    marked('~').any(|word| before.contains(word)) && !says_whole()
}

/// Whether the words of a figure say what it is where they stand alone. `6.6%` of `分别增长4.7%、6.6%` does not say that it is a change,
/// and `高于全省0.7个百分点` is a distance.
pub fn says_itself(kind: Kind, words: &str) -> bool {
    let bare = unsigned(words).starts_with(|c: char| c.is_numeric());
    let distance = marked('!').any(|word| words.starts_with(word));
    kind != Kind::Change || !bare && !distance
}

/// The row of each statistic.
fn rows() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.starts_with(['#', '*', '@', '?', '~', '+', '!']))
}

/// The words of the row that begins with this sign.
fn marked(sign: char) -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter_map(move |line| line.strip_prefix(sign)).flat_map(|line| line.split('|'))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_is_foreseen_is_known_by_its_sentence_or_a_bracket() {
        let check = |paragraph: &str, foreseen: &[&str]| {
            let found = ["6%", "9%", "5%"].into_iter();
            let found =
                found.filter(|own| paragraph.find(own).is_some_and(|at| is_foreseen(paragraph, at + own.len())));
            assert_eq!(found.collect::<Vec<_>>(), foreseen, "{paragraph}");
        };
        check("预计，产值增长6%；投资增长9%。零售增长5%。", &["6%", "9%"]);
        check("初步预计，产值增长6%，投资增长9%；零售增长5%。", &["6%", "9%", "5%"]);
        check("产值增长6%；预计投资增长9%；零售增长5%。", &["9%"]);
        check("产值增长6%（预计数），投资增长9%，零售增长5%。", &["6%"]);
        check("产值增长6%（预计数，下同）。投资增长9%。零售增长5%。", &["6%", "9%", "5%"]);
        check("人均预期寿命提高6%，超过预期。投资增长9%（现价，下同），零售增长5%。", &[]);
    }

    #[test]
    fn a_change_says_itself_by_a_word() {
        assert!(says_itself(Kind::Change, "增长5.5%") && says_itself(Kind::Level, "126.5"));
        // Of a list, of a table, of a distance.
        for words in ["5.5%", "-3.1", "高于全省0.7个百分点"] {
            assert!(!says_itself(Kind::Change, words), "{words}");
        }
    }

    #[test]
    fn no_name_stands_for_two_statistics() {
        let names: Vec<&str> = rows().flat_map(|row| row.split(['|', '='])).collect();
        assert!(names.len() > 50 && names.iter().all(|name| !name.is_empty()));
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }

    #[test]
    fn one_measure_may_have_several_names_and_one_statistic_several_measures() {
        assert!(is_one_measure("公共财政预算收入", "一般公共预算收入"));
        assert!(!is_one_measure("财政总收入", "一般公共预算收入"));
        assert!(!is_one_measure("城镇登记失业率", "城镇调查失业率"));
        assert!(!is_one_measure("重点项目", "重点项目"));
        assert!(are_two_measures("工业增加值", "规模以上工业增加值"));
        assert!(!are_two_measures("公共财政预算收入", "一般公共预算收入"));
        assert!(!are_two_measures("工业增加值", "重点项目"));
    }

    #[test]
    fn a_share_of_an_amount_is_not_the_amount() {
        assert!(is_of_kind("城镇调查失业率", Kind::Share) && is_of_kind("固定资产投资", Kind::Level));
        assert!(!is_of_kind("固定资产投资", Kind::Share));
    }

    #[test]
    fn what_a_sentence_tells_of_a_park_may_be_of_the_park() {
        assert!(may_be_of_part("实施园区三年提升计划，开工项目130个，"));
        assert!(!may_be_of_part("经济平稳运行，"));
        assert!(!may_be_of_part("推进园区转型升级，力争全年"));
    }

    #[test]
    fn a_name_of_the_own_place_is_one_and_of_another_is_none() {
        let district = OwnPlace { name: "青禾区", is_nation: false };
        assert_eq!(number_of("地区生产总值", district), Some(0));
        assert_eq!(number_of("全区地区生产总值", district), Some(0));
        assert_eq!(number_of("全省地区生产总值", district), None);
        assert_eq!(number_of("民营经济增加值", district), None);
        assert_eq!(number_of("我国国内生产总值", OwnPlace { name: "国务院", is_nation: true }), Some(0));
    }

    #[test]
    fn a_measure_is_called_by_the_first_of_its_names() {
        let called = |indicator| measure_of(indicator, OwnPlace::default()).map(name_of);
        assert_eq!(called("公共财政预算收入"), Some("一般公共预算收入"));
        assert_eq!(called("地方财政总收入"), Some("地方财政总收入"));
        assert_eq!(called("重点项目"), None);
    }
}
