//! An indicator taken apart: what it names, the grade of it, and what is done with it. Knows no numbers.

use std::collections::BTreeSet;

use super::reason::Reason;
use super::stage::Stage;
use crate::figures::lexicon::{ValueTag, WordTag};

/// An indicator taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct IndicatorParts {
    /// The nouns, without quotes, grades and verbs; several when the indicator pools several kinds.
    members: Vec<String>,
    /// 国家级, 省级以上, 区级.
    grades: BTreeSet<String>,
    /// What is done with it.
    stage: Stage,
}

impl IndicatorParts {
    /// Takes an indicator apart.
    pub fn of(indicator: &str) -> IndicatorParts {
        let mut text: String = indicator
            .chars()
            .filter(|c| !matches!(c, '“' | '”' | '‘' | '’' | '《' | '》' | ' ' | '（' | '）'))
            .collect();
        // 畜牧业实现产值 and 畜牧业产值, 水浇地建设任务 and 水浇地建设.
        text = text.replace("实现", "");
        if let Some(at) = text.strip_suffix("任务").filter(|rest| !rest.is_empty()).map(str::len) {
            text.truncate(at);
        }
        let mut stage = Stage::Unsaid;
        let opens = |text: &str| staged(ValueTag::Leads, text, |verb| text.starts_with(verb));
        while let Some((verb, found)) = opens(&text) {
            stage = found;
            text = text[verb.len()..].to_string();
        }
        if let Some((verb, found)) = staged(ValueTag::Trails, &text, |verb| text.ends_with(verb)) {
            stage = found;
            text.truncate(text.len() - verb.len());
        }
        if let Some(at) = text.find("新增") {
            stage = Stage::Came;
            text.replace_range(at..at + "新增".len(), "");
        }
        let grades = take_grades(&mut text);
        for (from, to) in ValueTag::Same.words() {
            text = text.replace(from, to);
        }
        let text = work_last(&text);
        IndicatorParts {
            members: text.split('、').filter(|part| !part.is_empty()).map(str::to_string).collect(),
            grades,
            stage,
        }
    }

    /// Whether two indicators name one thing. `here` and `there` are their sentences, which may say what a name leaves out.
    pub fn same(&self, other: &IndicatorParts, here: &WordsAround<'_>, there: &WordsAround<'_>) -> Result<(), Reason> {
        let names = self.names(other, here, there);
        if self.members.len() != other.members.len() && self.shares_member(other) {
            return Err(Reason::PooledAgainstSplit);
        }
        if names == Agreement::None {
            return Err(Reason::Thing);
        }
        if self.grades != other.grades {
            return Err(Reason::Scope);
        }
        if !self.stage.goes_with(other.stage) && !self.is_begun_of(other) && !other.is_begun_of(self) {
            return Err(Reason::Stage);
        }
        match names {
            Agreement::Narrowed => Err(Reason::Qualified),
            _ if self.is_bare() => Err(Reason::Thing),
            _ => Ok(()),
        }
    }

    /// Whether it counts what was begun of a treatment that the other only names: 新开工改造 goes with 改造, and both names are printed.
    fn is_begun_of(&self, other: &IndicatorParts) -> bool {
        let is_treated = |name: &String| WordTag::Treatment.words().iter().any(|work| name.ends_with(work));
        self.stage == Stage::Begun && other.stage == Stage::Unsaid && self.members.iter().all(is_treated)
    }

    /// Whether the indicator names nothing that could be found again (投资, 项目).
    fn is_bare(&self) -> bool {
        matches!(self.members.as_slice(), [] | [_])
            && self.members.iter().all(|name| WordTag::AnyAmount.words().contains(&name.as_str()))
    }

    /// How far the names agree.
    fn names(&self, other: &IndicatorParts, here: &WordsAround<'_>, there: &WordsAround<'_>) -> Agreement {
        let (one, two) = (self.members.join("、"), other.members.join("、"));
        if one == two {
            return Agreement::Same;
        }
        let (short, long, elsewhere) = if one.len() < two.len() { (&one, &two, here) } else { (&two, &one, there) };
        let Some(extra) = extra(short, long) else { return Agreement::None };
        let counter = long.starts_with(short.as_str()) && WordTag::Counter.words().contains(&extra.as_str());
        // 雨污 of 雨污管网 is said in the clause before 管网.
        let understood =
            extra.chars().count() >= 2 && !long.starts_with(short.as_str()) && elsewhere.say(&extra, short);
        if counter || understood { Agreement::Same } else { Agreement::Narrowed }
    }

    /// Whether two indicators share a member of their lists.
    fn shares_member(&self, other: &IndicatorParts) -> bool {
        let within = |a: &str, b: &str| a.contains(b) || b.contains(a);
        self.members.iter().any(|a| other.members.iter().any(|b| within(a, b)))
    }

    /// Whether two indicators share enough words for a reader to take them for one: the last two characters, or three in a row.
    pub fn resembles(&self, other: &IndicatorParts) -> bool {
        let chars = |parts: &IndicatorParts| -> Vec<char> { parts.members.join("、").chars().collect() };
        let (one, two) = (chars(self), chars(other));
        let tail = one.len() >= 2 && two.len() >= 2 && one[one.len() - 2..] == two[two.len() - 2..];
        let run = one.windows(3).any(|run| two.windows(3).any(|there| there == run));
        tail || run
    }
}

/// The words of a sentence around a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordsAround<'a> {
    /// Up to the figure.
    pub before: &'a str,
    /// From the figure on.
    pub behind: &'a str,
}

impl WordsAround<'_> {
    /// Whether the sentence says what a `name` leaves out; what is measured behind by the two together is another thing
    /// (`发电装机1.6亿千瓦，可再生能源装机占比超过55%`).
    fn say(&self, left_out: &str, name: &str) -> bool {
        let head: String = name.chars().skip(name.chars().count().saturating_sub(2)).collect();
        let apart = self.behind.contains(&format!("{left_out}{head}"));
        self.before.contains(left_out) || self.behind.contains(left_out) && !apart
    }
}

/// How far two names agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    Same,
    /// One has words that the other lacks.
    Narrowed,
    None,
}

/// The part of `long` that `short` lacks, when it stands in one place (`雨污` of 雨污管网).
fn extra(short: &str, long: &str) -> Option<String> {
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    let front = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let back = short.len() - front;
    (long.len() > short.len() && back <= long.len() - front && short[front..] == long[long.len() - back..])
        .then(|| long[front..long.len() - back].iter().collect())
}

/// The longest verb that fits and leaves something of the name, with the stage that it puts the thing in.
fn staged(tag: ValueTag, text: &str, fits: impl Fn(&str) -> bool) -> Option<(&'static str, Stage)> {
    let (verb, stage) = tag.words().iter().find(|(verb, _)| fits(verb) && text.len() > verb.len())?;
    Some((verb, Stage::from_name(stage)?))
}

/// Takes the grades out of a name: 区级 of 区级重点项目.
fn take_grades(text: &mut String) -> BTreeSet<String> {
    let mut grades = BTreeSet::new();
    // Longer ones first: 省级以上 is no 省级.
    let mut known = WordTag::Grade.words().to_vec();
    known.sort_by_key(|grade| std::cmp::Reverse(grade.len()));
    for grade in known {
        while let Some(at) = text.find(grade) {
            grades.insert(grade.to_string());
            text.replace_range(at..at + grade.len(), "");
        }
    }
    *text = text.trim_matches('、').replace("、、", "、");
    grades
}

/// 改造老旧小区 and 老旧小区改造 are one name.
fn work_last(text: &str) -> String {
    let works = WordTag::Treatment.words();
    match works.iter().find(|work| text.starts_with(**work) && !text.ends_with(**work) && text.len() > work.len()) {
        Some(work) => format!("{}{work}", &text[work.len()..]),
        None => text.to_string(),
    }
}
