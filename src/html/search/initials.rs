//! The initials of words as they are spoken (`ysby` for 应收八有), by which terms and headings are found. Knows no pages.

use pinyin::ToPinyinMulti as _;

/// For each character the letters that it may begin with when it is read; none for a sign.
pub(super) struct Initials(Vec<Vec<char>>);

impl Initials {
    pub(super) fn of(text: &str) -> Initials {
        // A script counts in units of two bytes, and a character of the far planes has two.
        Initials(text.chars().flat_map(|c| std::iter::repeat_n(letters(c), c.len_utf16())).collect())
    }

    /// The letters by character.
    pub(super) fn letters(&self) -> &[Vec<char>] {
        &self.0
    }

    /// A letter a character, each further reading as a capital behind it; a point for what has none.
    pub(super) fn code(&self) -> String {
        let code = |letters: &Vec<char>| match letters.split_first() {
            Some((first, others)) => {
                std::iter::once(*first).chain(others.iter().map(char::to_ascii_uppercase)).collect()
            }
            None => ".".to_owned(),
        };
        self.0.iter().map(code).collect()
    }
}

fn letters(c: char) -> Vec<char> {
    if c.is_ascii_alphabetic() {
        return vec![c.to_ascii_lowercase()];
    }
    let mut letters: Vec<char> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let first = reading.plain().chars().next().filter(char::is_ascii_lowercase);
        letters.extend(first.filter(|first| !letters.contains(first)));
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::Initials;

    #[test]
    fn each_character_has_the_letters_of_its_readings() {
        assert_eq!(Initials::of("老年").code(), "ln");
        assert_eq!(Initials::of("A股，𠮷").code(), "ag...");
        assert!(Initials::of("重").code().starts_with('z') && Initials::of("重").code().contains('C'));
    }
}
