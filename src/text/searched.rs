//! A text as search takes it: which characters count as the same, and the pairs of them by which it is known which texts can
//! hold some words. `search.js` and `otherwise.js` in `themes/default/assets/` do the same in the browser. Knows no files.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use super::script::simplified;

/// Quotation marks, which people type in other shapes or not at all.
const QUOTES: &str = "“”\"'‘’「」『』";

/// The characters of a text by which it is found: whatever their width, case and script, without quotation marks and blanks.
pub fn folded(text: &str) -> impl Iterator<Item = char> {
    let plain = text
        .chars()
        .flat_map(|c| std::iter::once(c).nfkc().flat_map(char::to_lowercase).map(simplified).collect::<Vec<_>>());
    plain.filter(|c| !c.is_whitespace() && *c != '\u{feff}' && !QUOTES.contains(*c))
}

/// Characters and pairs of neighbours in texts: words stand in none of them whose pairs do not all occur.
///
/// Characters are those of Chinese, small letters, digits, `.` and `%`; whoever asks leaves out the same others. From U+E000 on stand
/// pairs of initials of words as they are spoken, first letter by first letter: texts have none of these signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchKeys(BTreeSet<[u16; 2]>);

impl SearchKeys {
    /// Takes a text in.
    pub fn add(&mut self, text: &str) {
        let mut before = 0;
        for c in folded(text) {
            let own = key(c);
            if own != 0 {
                self.0.insert([own, 0]);
                if before != 0 {
                    self.0.insert([before, own]);
                }
            }
            before = own;
        }
    }

    /// Takes in the initials of neighbouring characters, each with all its readings: of two neighbours one sign that no text has, so
    /// that the pairs of these are of three.
    pub fn add_initials(&mut self, initials: &[Vec<char>]) {
        // Signs between them are not spoken.
        let spoken: Vec<&Vec<char>> = initials.iter().filter(|letters| !letters.is_empty()).collect();
        let both = |first: &[char], second: &[char]| -> Vec<u16> {
            first.iter().flat_map(|first| second.iter().map(|second| spoken_key(*first, *second))).collect()
        };
        for pair in spoken.windows(2) {
            self.0.extend(both(pair[0], pair[1]).into_iter().map(|own| [own, 0]));
        }
        for three in spoken.windows(3) {
            for middle in three[1] {
                let after = both(&[*middle], three[2]);
                let pairs = both(three[0], &[*middle])
                    .into_iter()
                    .flat_map(|before| after.iter().map(move |after| [before, *after]));
                self.0.extend(pairs);
            }
        }
    }

    /// All of them as a text: one after the other, in their order, those of one character with a blank behind it.
    pub fn print(&self) -> String {
        let units =
            self.0.iter().flat_map(|[first, second]| [*first, if *second == 0 { u16::from(b' ') } else { *second }]);
        char::decode_utf16(units).filter_map(Result::ok).collect()
    }
}

/// A character as a part of a key; 0 for those that are in none.
fn key(c: char) -> u16 {
    match c {
        'a'..='z' | '0'..='9' | '.' | '%' | '\u{4e00}'..='\u{9fff}' => c as u16,
        _ => 0,
    }
}

/// Two initials, small letters, as a part of a key.
fn spoken_key(first: char, second: char) -> u16 {
    let place = |letter: char| letter as u16 - 'a' as u16;
    0xe000 + 26 * place(first) + place(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> String {
        let mut keys = SearchKeys::default();
        keys.add(text);
        keys.print()
    }

    #[test]
    fn a_text_is_folded_as_the_script_folds_it() {
        assert_eq!(folded("營商 環境６.５％“ＰＭ2.5”㎡").collect::<String>(), "营商环境6.5%pm2.5m2");
    }

    #[test]
    fn keys_are_characters_and_pairs_of_neighbours() {
        assert_eq!(keys("養老"), "养 养老老 ");
        assert_eq!(keys("养，老"), "养 老 ");
        assert_eq!(keys("6.5%"), "% . .55 5%6 6.");
        assert_eq!(keys("，。"), "");
    }

    #[test]
    fn initials_are_signs_of_two_and_pairs_of_three_in_all_readings() {
        let mut keys = SearchKeys::default();
        keys.add_initials(&[vec!['a', 'b'], vec!['a'], vec![], vec!['c']]);
        assert_eq!(keys.print(), "\u{e000} \u{e000}\u{e002}\u{e002} \u{e01a} \u{e01a}\u{e002}");
    }
}
