//! Arabic digits of either width: `12`, `１２`.

/// The value of a digit of either width.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => c.to_digit(10),
    }
}

/// Whether a character is a digit of either width.
pub fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// A number without the sign that it begins with, of any of the forms that minus has.
pub fn unsigned(text: &str) -> &str {
    text.trim_start_matches(['-', '−', '－'])
}

/// Whether a text is one number and nothing else: no unit, no word.
pub fn is_bare_number(text: &str) -> bool {
    let digits = unsigned(text);
    digits.starts_with(is_digit)
        && digits.ends_with(is_digit)
        && digits.chars().all(|c| is_digit(c) || matches!(c, '.' | ',' | '，'))
}

/// The number of at most three digits, of either width, that `text` begins with, and what follows it. A longer row of digits
/// is no such number.
pub fn read_digits(text: &str) -> Option<(u32, &str)> {
    let len: usize = text.chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum();
    let number = text[..len].chars().try_fold(0u32, |n, c| Some(n * 10 + digit(c)?).filter(|n| *n < 1000))?;
    (len > 0).then(|| (number, &text[len..]))
}

/// The runs of digits (with decimal point) in some words.
pub fn numbers(words: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = &rest[start..];
        let end = tail.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(tail.len());
        found.push(tail[..end].trim_end_matches('.'));
        rest = &tail[end..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_either_width_are_read_and_what_follows_is_left() {
        assert_eq!(read_digits("１2、民生"), Some((12, "、民生")));
        assert_eq!(read_digits("999"), Some((999, "")));
        assert_eq!(read_digits("2023年"), None);
        assert_eq!(read_digits("年"), None);
    }

    #[test]
    fn a_bare_number_has_a_sign_and_marks_and_no_word() {
        for number in ["41235", "-3.1", "−5.2", "1,260.5", "１２"] {
            assert!(is_bare_number(number), "{number}");
        }
        for words in ["", "-", "5.2%", "约5", "1.", "第3"] {
            assert!(!is_bare_number(words), "{words}");
        }
    }
}
