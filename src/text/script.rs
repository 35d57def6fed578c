//! Traditional characters and the simplified ones that the rules are written in. Knows no words.

use super::signs::is_han;

/// A traditional character and its simplified form, and what parts the pairs: three bytes, three bytes, one.
const PAIR: usize = 7;

/// The pairs in the order of code points, made from OpenCC's table (`tools/tables`).
const PAIRS: &str = include_str!("script.txt");

/// Where the ideographs begin that have pairs, and end.
const FIRST: usize = 0x3400;
const UNTIL: usize = 0xa000;

/// The simplified form of a traditional character (報告, 億元, 個百分點); any other character is its own, and so is one that
/// simplified text has too (乾县, 著名). Both forms take three bytes, so that a text read this way has its words where the
/// printed one has them.
pub fn simplified(c: char) -> char {
    let found = (c as usize).checked_sub(FIRST).and_then(|at| SIMPLIFIED.get(at)).copied();
    found.filter(|found| *found != 0).and_then(|found| char::from_u32(found.into())).unwrap_or(c)
}

/// The code points of the simplified forms by those of the characters from [`FIRST`] on; 0 for a character that is its own. Every
/// character of a text is asked for, most of them several times.
static SIMPLIFIED: [u16; UNTIL - FIRST] = {
    let (pairs, mut found, mut at) = (PAIRS.as_bytes(), [0; UNTIL - FIRST], 0);
    while at < pairs.len() {
        found[code_point(pairs, at) as usize - FIRST] = code_point(pairs, at + 3);
        at += PAIR;
    }
    found
};

/// The code point of the character of three bytes that begins at `at`.
const fn code_point(text: &[u8], at: usize) -> u16 {
    (text[at] as u16 & 0x0f) << 12 | (text[at + 1] as u16 & 0x3f) << 6 | (text[at + 2] as u16 & 0x3f)
}

/// Whether a text is in traditional characters: in one that is, every second or third has a simplified form, in any other next to none.
pub fn is_traditional(text: &str) -> bool {
    let han = text.chars().filter(|c| is_han(*c)).count();
    text.chars().filter(|c| simplified(*c) != *c).count() * 10 > han
}

/// The traditional characters of a text, each with its simplified form behind it (營营).
pub fn script_pairs(text: &str) -> String {
    let held: std::collections::BTreeSet<char> = text.chars().filter(|c| simplified(*c) != *c).collect();
    held.into_iter().flat_map(|c| [c, simplified(c)]).collect()
}

/// Every traditional character with its simplified form behind it: what a reader needs who writes in the other script. None of them
/// is one of the common characters that [`packed`](super::packed) has signs for, by which the script of search knows who may need them.
pub fn all_script_pairs() -> String {
    let differs = |pair: &&str| pair.chars().next() != pair.chars().last();
    PAIRS.split_whitespace().filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::packed;

    #[test]
    fn a_simplified_text_has_its_words_where_the_printed_one_has_them() {
        let pairs: Vec<&str> = PAIRS.split_whitespace().collect();
        assert!(pairs.is_sorted() && pairs.len() * PAIR == PAIRS.len());
        assert!(pairs.iter().all(|pair| pair.chars().count() == 2 && pair.chars().all(|c| c.len_utf8() == 3)));
        let read = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(read("區長於會議上作報告，新增12.5億元、3個百分點"), "区长于会议上作报告，新增12.5亿元、3个百分点");
        assert_eq!(read("匯鬥勝問題圖體灣與"), "汇斗胜问题图体湾与");
    }

    #[test]
    fn a_text_is_in_the_script_of_its_characters() {
        assert!(is_traditional("各位議員：現在我向大會作工作報告。2024年生產總值增長5%。"));
        assert!(!is_traditional("各位代表：现在我向大会作工作报告。堃、淼，乾县。"));
        assert!(!is_traditional(""));
    }

    #[test]
    fn the_pairs_of_a_text_are_those_of_its_traditional_characters() {
        assert_eq!(script_pairs("發，營a1營发"), "營营發发");
        assert_eq!(script_pairs("人民"), "");
        let all = all_script_pairs();
        assert!(all.contains("營营") && all.chars().count().is_multiple_of(2));
        let is_common = |c: char| !packed(&c.to_string()).starts_with('\u{7f}');
        assert!(is_common('营') && !all.chars().step_by(2).any(is_common));
    }

    #[test]
    fn what_simplified_text_is_written_in_is_left_as_it_is() {
        let text = "乾县、乾安、哪吒、瞭望、著名、狼藉、覆盖、影像、沈阳、毕昇、菜薹、皇后、里程、面积、了解，甯、喆、堃、淼、犇";
        assert!(text.chars().all(|c| simplified(c) == c));
    }
}
