//! What a single character is: a Chinese one, a dash. Knows no words.

/// Whether a character is one of the Chinese characters that reports are written in: those of the basic block of Unicode and
/// its first extension. A rule that cuts text between words asks this.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Whether a character is any ideograph that Unicode knows, rare ones and 〇 too. What asks for the script of a text, and
/// not for its words, asks this.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

/// Whether a character is a dash of any length and width, or a wave in its place: `2018—2022年`, `5～6%`.
pub fn is_dash(c: char) -> bool {
    matches!(c, '—' | '-' | '–' | '－' | '―' | '~' | '～')
}

/// Whether a character prints nothing and steers the device that shows it: all control characters but the tab and line ends.
pub fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_are_ideographs_and_punctuation_is_none() {
        assert!("政㐂".chars().all(|c| is_han(c) && is_ideograph(c)));
        assert!("〇𠮷".chars().all(|c| !is_han(c) && is_ideograph(c)));
        assert!("，。—Ａ1".chars().all(|c| !is_han(c) && !is_ideograph(c)));
    }

    #[test]
    fn dashes_and_waves_are_told_from_other_strokes() {
        assert!("—-–－―~～".chars().all(is_dash));
        assert!("一_─·".chars().all(|c| !is_dash(c)));
    }
}
