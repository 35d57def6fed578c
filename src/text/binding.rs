//! How firmly neighbouring characters hold together, learnt from a text itself: Chinese puts no spaces between words, but
//! two characters of one word stand side by side far more often than chance would have it. What is known of words beforehand
//! goes before what is learnt.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::costs::Costs;
use super::digits::is_digit;
use super::numeral::is_numeral;
use super::vocabulary::Vocabulary;

/// What a cut between two words costs, in the terms of [`super::compose`].
const LOOSE: f64 = 2.0;
/// What is added inside a word.
const WORD: f64 = 12.0;
/// What is added for each doubling of chance that two words or the characters of one hold together, and up to how many between words:
/// in a short text any two words do.
const FIRM: f64 = 1.25;
const FIRMEST: f64 = 3.5;
/// What is added for what grammar holds together, and inside quotation marks.
const GRAMMAR: f64 = 12.0;
/// What a cut costs inside a name, an ordinal, a number and its unit.
const WHOLE: f64 = 40.0;
/// What is added behind a character that is no word with its neighbours: it may belong to what follows.
const LONE: f64 = 6.0;
/// How much less a cut behind the verb costs with which a clause begins: what is done stands whole behind it.
const DEED: f64 = 1.5;
/// How much better two characters are as one word than as two, in doublings of chance: most words have two.
const PAIR: f64 = 3.0;
/// How much better a word is that is known.
const KNOWN: f64 = 5.0;
/// The same of a name: no word begins or ends inside it.
const NAME: f64 = 1000.0;
/// A cut that costs more goes through a word.
pub const THROUGH_A_WORD: f64 = LOOSE + 5.0;

/// What a cut costs at a mark that ends no clause, and behind a particle.
const MARK: f64 = 0.5;
/// After these a clause begins.
const PAUSES: &str = "，。；：！？— ";
/// After these and before the others lines end well, though no clause does.
const CLOSING: &str = "、”》）";
const OPENING: &str = "“《（";
/// What stands behind the numbers of a date.
pub const DATE_SIGNS: [char; 3] = ['年', '月', '日'];

/// With these a clause begins that no mark divides from the one before: `新增就业上年1352万人`.
const YEARS: &[&str] = &["上年", "去年", "今年"];
/// Particles: they end what they belong to.
const PARTICLES: &str = "的了们";
/// Suffixes that make nouns. Some begin words as well, which then stand whole.
const SUFFIXES: &str = "者性化率度力量额数物员";
/// Kinds of places and things. Where one is no word with what follows, it ends the name before it: 中心村, 试验区.
const KINDS: &str = "省市州县区乡镇村街路河湖港湾园厂站库场校院所室楼桥网带圈群链型式级类制法业品器机车房田林";

/// Counts of characters and of pairs of them, and what is known of words.
#[derive(Clone, Debug, Default)]
pub struct Binding {
    characters: HashMap<char, f64>,
    pairs: HashMap<(char, char), f64>,
    all: f64,
    known: Vocabulary,
}

impl Binding {
    /// Learns from some text.
    pub fn learn(&mut self, text: &str) {
        let mut before = None;
        for c in text.chars() {
            *self.characters.entry(c).or_default() += 1.0;
            self.all += 1.0;
            if let Some(before) = before {
                *self.pairs.entry((before, c)).or_default() += 1.0;
            }
            before = Some(c);
        }
    }

    /// Takes in names that no line shall part, as of the place of a report.
    pub fn know_names<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) {
        names.into_iter().for_each(|name| self.known.add_name(name));
    }

    /// Takes in words.
    pub fn know_words<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) {
        words.into_iter().for_each(|word| self.known.add_word(word));
    }

    /// Takes in verbs that stand before what is done.
    pub fn know_deeds<'v>(&mut self, verbs: impl IntoIterator<Item = &'v str>) {
        verbs.into_iter().for_each(|verb| self.known.add_deed(verb));
    }

    /// What it costs to begin a line of `text` at each of its bytes at which a character begins: nothing after a clause, little
    /// after a particle and between words, much inside a word and inside a name.
    pub fn costs(&self, text: &str) -> Costs {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let names = self.known.names_in(text);
        let words = self.words(text, &chars, &names);
        let lone = |at: usize| words[at] && words.get(at + 1).copied().unwrap_or(true);
        let (mut quoted, mut deed) = (false, self.known.deed(text));
        let mut costs = BTreeMap::new();
        for (number, pair) in chars.windows(2).enumerate() {
            let ((_, before), (at, after)) = (pair[0], pair[1]);
            quoted = before == '“' || quoted && before != '”';
            let opens = opens_clause(&text[at..]);
            if opens || PAUSES.contains(before) || CLOSING.contains(before) {
                deed = at + self.known.deed(&text[at..]);
            }
            let cost = match (opens, names.iter().find(|name| (name.start..=name.end).contains(&at))) {
                (true, _) => 0.0,
                (_, Some(name)) if at == name.start => self.beside_name([before, after]).min(LOOSE),
                (_, Some(name)) if at < name.end => WHOLE,
                (_, Some(_)) => self.beside_name([before, after]),
                _ => self.cost([before, after], words[number + 1], [lone(number), lone(number + 1)]),
            };
            let eased = if at == deed { DEED } else { 0.0 };
            costs.insert(at, (cost - eased).max(0.0) + if quoted { GRAMMAR } else { 0.0 });
        }
        Costs::new(costs)
    }

    /// Beside a name words are parted, however often the characters stand together.
    fn beside_name(&self, pair: [char; 2]) -> f64 {
        Binding::default().cost(pair, true, [false, false])
    }

    fn cost(&self, [before, after]: [char; 2], begins: bool, [after_lone, before_lone]: [bool; 2]) -> f64 {
        let suffix = PARTICLES.contains(after) || SUFFIXES.contains(after) || before_lone && KINDS.contains(after);
        match (before, after) {
            _ if PAUSES.contains(before) => 0.0,
            _ if CLOSING.contains(before) || OPENING.contains(after) || PARTICLES.contains(before) => MARK,
            // Behind a date a word ends.
            ('年' | '月' | '日', _) if begins && !suffix && !is_digit(after) => LOOSE,
            // A particle and a suffix belong to the word before them.
            _ if suffix => LOOSE + GRAMMAR,
            // A number keeps its point and its unit, an ordinal its sign: 第十四届.
            _ if of_number(before) || of_number(after) => WHOLE,
            ('第' | '万' | '亿', _) => WHOLE,
            (_, '届' | '次') if is_numeral(before) => WHOLE,
            _ if is_numeral(before) && is_numeral(after) => WHOLE,
            _ if !begins => LOOSE + WORD + FIRM * self.firmness(before, after),
            _ => {
                let lone = if after_lone && !KINDS.contains(before) && !SUFFIXES.contains(before) { LONE } else { 0.0 };
                LOOSE + FIRM * self.firmness(before, after).min(FIRMEST) + lone
            }
        }
    }

    /// For each character whether a word begins with it, in the division into words that holds together best: known ones, and
    /// others of one and two characters.
    fn words(&self, text: &str, chars: &[(usize, char)], names: &[Range<usize>]) -> Vec<bool> {
        let marks = [PAUSES, CLOSING, OPENING, PARTICLES];
        let plain = |c: char| !c.is_ascii() && !is_digit(c) && marks.iter().all(|marks| !marks.contains(c));
        // For the characters up to each, how well they divide and how long the last word is.
        let mut best = vec![(0.0, 0)];
        for (end, (at, c)) in chars.iter().enumerate() {
            let single = best[end].0 + if SUFFIXES.contains(*c) { PAIR / 2.0 } else { 0.0 };
            // The unit of a date begins no word.
            let dated = end > 1 && is_digit(chars[end - 2].1) && DATE_SIGNS.contains(&chars[end - 1].1);
            let before = end.checked_sub(1).map(|before| chars[before].1);
            let before = before.filter(|before| plain(*before) && plain(*c) && !dated);
            let double = before.map(|before| (best[end - 1].0 + PAIR + self.firmness(before, *c), 2));
            let until = at + c.len_utf8();
            let known = self.known.words_at_end(&text[..until]);
            let known = known.map(|length| (best[end + 1 - length].0 + (PAIR + KNOWN) * (length - 1) as f64, length));
            let name = names.iter().find(|name| name.end == until).map(|name| text[name.clone()].chars().count());
            let name = name.map(|length| (best[end + 1 - length].0 + NAME, length));
            let found = double.into_iter().chain(known).chain(name);
            best.push(found.fold((single, 1), |best, one| if one.0 > best.0 { one } else { best }));
        }
        let mut begins = vec![false; chars.len()];
        let mut end = chars.len();
        while end > 0 {
            end -= best[end].1;
            begins[end] = true;
        }
        begins
    }

    /// How often two characters stand together, in doublings of what chance would have.
    fn firmness(&self, before: char, after: char) -> f64 {
        let count = |c| self.characters.get(&c).copied().unwrap_or(1.0);
        let pair = self.pairs.get(&(before, after)).copied().unwrap_or(0.0);
        let chance = count(before) * count(after) / self.all.max(1.0);
        // Two rare characters that meet once look firmer than any word.
        ((pair - 1.0).max(0.0) / chance).log2().max(0.0)
    }
}

/// Whether a character belongs to a number.
fn of_number(c: char) -> bool {
    is_digit(c) || matches!(c, '.' | '．')
}

/// Whether words begin with the name of a year by which a title sets one number against another.
pub fn opens_clause(words: &str) -> bool {
    YEARS.iter().any(|year| words.starts_with(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A title with `|` where a line may end, for a binding that has learnt `text`.
    #[track_caller]
    fn check(text: &str, parted: &str) {
        let title = parted.replace('|', "");
        let mut binding = Binding::default();
        binding.learn(text);
        binding.know_names(["四川省", "临川县"]);
        binding.know_words(["卫生室", "城镇", "就业"]);
        binding.know_deeds(["新增", "新建"]);
        let costs = binding.costs(&title);
        let mut found = String::new();
        for (at, c) in title.char_indices() {
            if at > 0 && costs.at(at) < THROUGH_A_WORD {
                found.push('|');
            }
            found.push(c);
        }
        assert_eq!(found, parted);
    }

    #[test]
    fn names_of_places_and_organs_are_not_parted() {
        check("", "2026年|四川省|人民政府|工作报告");
        check("", "临川县|人民法院|工作报告");
        check("", "2015|政府工作报告");
        check("", "四川省|第十四届|人民代表大会|第五次|会议");
        check("", "第3次|会议");
    }

    #[test]
    fn what_is_known_goes_before_what_two_characters_seem_to_be() {
        check("", "新建|中心村|卫生室|上年9处，|今年|目标9家");
        check("", "新增|城镇|就业5.5万人|左右");
        check("", "总额|增长２５．１%");
        check("", "2024年|重点|工作");
    }

    #[test]
    fn a_cut_behind_the_verb_is_cheaper_than_others_between_words() {
        let mut binding = Binding::default();
        binding.know_words(["城镇", "就业"]);
        binding.know_deeds(["新增"]);
        let costs = binding.costs("新增城镇就业");
        assert!(costs.at("新增".len()) < costs.at("新增城镇".len()));
    }

    #[test]
    fn clauses_that_end_inside_a_line_are_counted() {
        let title = "聚焦提升，厚植动能，保护环境";
        let costs = Binding::default().costs(title);
        let count = |lines: &[&str]| {
            costs.clauses_inside(title, &lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(count(&["聚焦提升，", "厚植动能，", "保护环境"]), 0);
        assert_eq!(count(&["聚焦提升，厚植", "动能，保护环境"]), 2);
    }
}
