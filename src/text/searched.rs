//! A text as search takes it: which characters count as the same, and the pairs of them by which it is known which texts can
//! hold some words. `themes/default/assets/search.js` does the same in the browser. Knows no files.

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
/// Characters are those of Chinese, small letters, digits, `.` and `%`; whoever asks leaves out the same others. Capitals are the
/// initials of words as they are spoken: nothing that is folded has any.
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

    /// Takes in the initials of neighbouring characters, each with all its readings.
    pub fn add_initials(&mut self, initials: &[Vec<char>]) {
        // Signs between them are not spoken.
        let spoken: Vec<&Vec<char>> = initials.iter().filter(|letters| !letters.is_empty()).collect();
        for pair in spoken.windows(2) {
            for first in pair[0] {
                self.0.extend(pair[1].iter().map(|second| [*first, *second].map(|c| c.to_ascii_uppercase() as u16)));
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
    fn initials_are_capitals_in_all_readings() {
        let mut keys = SearchKeys::default();
        keys.add_initials(&[vec!['c', 'z'], vec!['q'], vec![], vec!['q']]);
        assert_eq!(keys.print(), "CQQQZQ");
    }
}
