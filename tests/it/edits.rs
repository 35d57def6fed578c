//! A report as an editor sees it, sections of paragraphs of sentences, and random edits of it. What an edit did to each sentence is
//! known, so that a test can say where an address should lead. The same number gives the same edits.

use std::collections::BTreeMap;

use gongdu::text::sentences;

/// A report that can be edited.
#[derive(Clone)]
pub struct Draft {
    pub sections: Vec<Section>,
}

/// A heading with its paragraphs.
#[derive(Clone)]
pub struct Section {
    /// What stands for it where it is written out: a heading, a file's name.
    pub head: String,
    /// Whether it may be moved, taken away, put before another.
    pub is_movable: bool,
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph by its sentences.
#[derive(Clone)]
pub struct Paragraph {
    pub sentences: Vec<String>,
    /// A line that edits leave alone: a table, a heading inside a section.
    pub is_fixed: bool,
}

impl Paragraph {
    pub fn of(text: &str, is_fixed: bool) -> Paragraph {
        let cut = sentences(text).into_iter().map(|span| span.of(text).to_owned()).collect();
        Paragraph { sentences: if is_fixed { vec![text.to_owned()] } else { cut }, is_fixed }
    }

    pub fn text(&self) -> String {
        self.sentences.concat()
    }
}

/// Numbers that look random (SplitMix64), the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % count.max(1) as u64).unwrap()
    }
}

/// What an edit did: for the words of each sentence that is not as it was, those that stand for it now; none when it is gone.
pub type Outcome = BTreeMap<String, Vec<String>>;

/// Every kind of edit.
pub const KINDS: [&str; 16] = [
    "insert sentence",
    "delete sentence",
    "correct number",
    "retype sentence",
    "split sentence",
    "merge sentences",
    "swap sentences",
    "move sentence",
    "insert paragraph",
    "delete paragraph",
    "split paragraph",
    "merge paragraphs",
    "move paragraph",
    "insert section",
    "delete section",
    "move section",
];

/// Where a sentence stands.
type At = (usize, usize, usize);

impl Draft {
    /// Makes one edit of a kind; new sentences come from `fresh`. `None` where the text has no place for it.
    pub fn edit(&mut self, kind: &str, dice: &mut Dice, fresh: &mut Vec<String>) -> Option<Outcome> {
        let mut outcome = Outcome::new();
        match kind {
            "insert sentence" => {
                let (section, paragraph, at) = self.sentence(dice)?;
                self.paragraph(section, paragraph).insert(at, fresh.pop()?);
            }
            "delete sentence" => {
                let at = self.sentence_of_several(dice)?;
                outcome.insert(self.take(at), Vec::new());
            }
            "correct number" => self.change(dice, &mut outcome, corrected)?,
            "retype sentence" => self.change(dice, &mut outcome, retyped)?,
            "split sentence" => {
                let (section, paragraph, at) = self.sentence(dice)?;
                let whole = self.sections[section].paragraphs[paragraph].sentences[at].clone();
                let (first, second) = cut(&whole)?;
                self.paragraph(section, paragraph).splice(at..=at, [first.clone(), second.clone()]);
                outcome.insert(whole, vec![first, second]);
            }
            "merge sentences" => {
                let (section, paragraph, at) = self.sentence_of_several(dice)?;
                let own = self.paragraph(section, paragraph);
                let (first, second) = (own.get(at)?.clone(), own.get(at + 1)?.clone());
                let merged = format!("{}，{second}", first.trim_end().strip_suffix('。')?);
                own.splice(at..=at + 1, [merged.clone()]);
                outcome.extend([(first, vec![merged.clone()]), (second, vec![merged])]);
            }
            "swap sentences" => {
                let (section, paragraph, at) = self.sentence_of_several(dice)?;
                let own = self.paragraph(section, paragraph);
                let other = dice.below(own.len());
                own.swap(at, other);
            }
            "move sentence" => {
                let from = self.sentence_of_several(dice)?;
                let sentence = self.take(from);
                let (section, paragraph, at) = self.sentence(dice)?;
                self.paragraph(section, paragraph).insert(at, sentence);
            }
            "insert paragraph" => {
                let (section, paragraph, _) = self.sentence(dice)?;
                let sentences = vec![fresh.pop()?, fresh.pop()?];
                self.sections[section].paragraphs.insert(paragraph, Paragraph { sentences, is_fixed: false });
            }
            "delete paragraph" => {
                let (section, paragraph, _) = self.sentence(dice)?;
                let gone = self.sections[section].paragraphs.remove(paragraph);
                outcome.extend(gone.sentences.into_iter().map(|sentence| (sentence, Vec::new())));
            }
            "split paragraph" => {
                let (section, paragraph, at) = self.sentence_of_several(dice)?;
                let rest = self.paragraph(section, paragraph).split_off(at.max(1));
                let rest = Paragraph { sentences: rest, is_fixed: false };
                self.sections[section].paragraphs.insert(paragraph + 1, rest);
            }
            "merge paragraphs" => {
                let (section, paragraph, _) = self.sentence(dice)?;
                let own = &mut self.sections[section].paragraphs;
                own.get(paragraph + 1).filter(|next| !next.is_fixed)?;
                let next = own.remove(paragraph + 1);
                own[paragraph].sentences.extend(next.sentences);
            }
            "move paragraph" => {
                let (section, paragraph, _) = self.sentence(dice)?;
                let moved = self.sections[section].paragraphs.remove(paragraph);
                let (section, paragraph, _) = self.sentence(dice)?;
                self.sections[section].paragraphs.insert(paragraph, moved);
            }
            "insert section" => {
                let at = self.section(dice)?;
                let paragraphs = vec![Paragraph { sentences: vec![fresh.pop()?, fresh.pop()?], is_fixed: false }];
                let head = format!("新增{}工作", ["粮食", "应急", "档案", "老龄", "气象"][dice.below(5)]);
                self.sections.insert(at, Section { head, is_movable: true, paragraphs });
            }
            "delete section" => {
                let at = self.section(dice)?;
                let gone = self.sections.remove(at);
                let sentences = gone.paragraphs.into_iter().flat_map(|own| own.sentences);
                outcome.extend(sentences.map(|sentence| (sentence, Vec::new())));
            }
            "move section" => {
                let (from, to) = (self.section(dice)?, self.section(dice)?);
                let moved = self.sections.remove(from);
                self.sections.insert(to, moved);
            }
            _ => panic!("no edit is called {kind}"),
        }
        Some(outcome)
    }

    fn paragraph(&mut self, section: usize, paragraph: usize) -> &mut Vec<String> {
        &mut self.sections[section].paragraphs[paragraph].sentences
    }

    fn take(&mut self, (section, paragraph, at): At) -> String {
        self.paragraph(section, paragraph).remove(at)
    }

    /// A sentence of a paragraph that edits may touch.
    fn sentence(&self, dice: &mut Dice) -> Option<At> {
        self.sentence_where(dice, |own| !own.is_fixed)
    }

    fn sentence_of_several(&self, dice: &mut Dice) -> Option<At> {
        self.sentence_where(dice, |own| !own.is_fixed && own.sentences.len() > 1)
    }

    fn sentence_where(&self, dice: &mut Dice, fits: impl Fn(&Paragraph) -> bool) -> Option<At> {
        let mut all = Vec::new();
        for (section, own) in self.sections.iter().enumerate() {
            for (paragraph, own) in own.paragraphs.iter().enumerate().filter(|(_, own)| fits(own)) {
                all.extend((0..own.sentences.len()).map(|at| (section, paragraph, at)));
            }
        }
        (!all.is_empty()).then(|| all[dice.below(all.len())])
    }

    fn section(&self, dice: &mut Dice) -> Option<usize> {
        let all: Vec<usize> = (0..self.sections.len()).filter(|at| self.sections[*at].is_movable).collect();
        // One that stays keeps the report a report.
        (all.len() > 1).then(|| all[dice.below(all.len())])
    }

    /// Changes the first sentence from a random one on that `changed` can change.
    fn change(
        &mut self,
        dice: &mut Dice,
        outcome: &mut Outcome,
        changed: fn(&str, &mut Dice) -> Option<String>,
    ) -> Option<()> {
        for _ in 0..50 {
            let (section, paragraph, at) = self.sentence(dice)?;
            let was = self.sections[section].paragraphs[paragraph].sentences[at].clone();
            if let Some(is) = changed(&was, dice) {
                self.paragraph(section, paragraph)[at].clone_from(&is);
                outcome.insert(was, vec![is]);
                return Some(());
            }
        }
        None
    }
}

/// The sentence with another number in place of one of its own.
fn corrected(sentence: &str, dice: &mut Dice) -> Option<String> {
    let digits: Vec<usize> = sentence.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let at = *digits.get(dice.below(digits.len()))?;
    let other = (sentence.as_bytes()[at] - b'0' + 1 + u8::try_from(dice.below(8)).ok()?) % 10;
    Some(format!("{}{other}{}", &sentence[..at], &sentence[at + 1..]))
}

/// The sentence with some of its characters written otherwise: one in six at most, as somebody does who edits a text.
fn retyped(sentence: &str, dice: &mut Dice) -> Option<String> {
    let mut chars: Vec<char> = sentence.chars().collect();
    let count = chars.len() / 6;
    if count == 0 {
        return None;
    }
    let from = dice.below(chars.len() - count - 1);
    let words: Vec<char> = "统筹推进各项重点领域改革创新持续优化发展环境全面提升服务能力和水平".chars().collect();
    let with = dice.below(words.len() - count.min(words.len() - 1));
    let new = words.iter().skip(with).take(count).copied().collect::<Vec<_>>();
    chars.splice(from..from + count, new);
    Some(chars.into_iter().collect())
}

/// The sentence as two, cut at the comma nearest to its middle.
fn cut(sentence: &str) -> Option<(String, String)> {
    let middle = sentence.len() / 2;
    let (at, comma) = sentence.match_indices('，').min_by_key(|(at, _)| at.abs_diff(middle))?;
    let (first, second) = (&sentence[..at], &sentence[at + comma.len()..]);
    (first.chars().count() > 7 && second.chars().count() > 7).then(|| (format!("{first}。"), second.to_owned()))
}
