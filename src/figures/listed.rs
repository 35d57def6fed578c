//! The word of growth or decline that a list says once, for a member that stands alone: 增长 of `分别增长3.9%和5.7%`. Knows no indicators.

use super::figure::Direction;
use super::word_lists::lists;

/// The word that governs the member of a list whose words before it are `before`; `None` where another word stands between, or none
/// that goes this way.
pub fn change_of_list(before: &str, direction: Direction) -> Option<&'static str> {
    let words = match direction {
        Direction::Up => &lists().change_up,
        Direction::Down => &lists().change_down,
    };
    let mut rest = before;
    loop {
        let member = rest.strip_suffix(BETWEEN)?;
        rest = without_number(member)?;
        let governing = words.iter().filter(|word| rest.ends_with(**word)).max_by_key(|word| word.len());
        if let Some(word) = governing {
            return Some(word);
        }
    }
}

/// What stands before the number, with its unit and its qualifier, that ends a text (`分别增长` of `分别增长3.9%左右`).
fn without_number(text: &str) -> Option<&str> {
    let behind = text.trim_end_matches(|c: char| !is_of_number(c) && !BETWEEN.contains(&c));
    let is_short = text[behind.len()..].chars().count() <= LONGEST_BEHIND;
    let rest = behind.trim_end_matches(is_of_number);
    (is_short && rest.len() < behind.len()).then_some(rest)
}

fn is_of_number(c: char) -> bool {
    c.is_numeric() || matches!(c, '.' | '．')
}

/// What stands between the members of a list.
const BETWEEN: [char; 4] = ['、', '和', '及', '与'];
/// Characters of a unit with a qualifier (个百分点以上).
const LONGEST_BEHIND: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, expect: Option<&str>) {
        assert_eq!(change_of_list(before, Direction::Up), expect, "{before}");
    }

    #[test]
    fn a_list_says_once_that_all_its_members_grew() {
        check("城镇和农村居民收入分别增长3.9%和", Some("增长"));
        check("分别增长3.5%左右、6%左右、", Some("增长"));
        check("分别增长１０．２％、", Some("增长"));
        check("分别提高1个百分点以上、", Some("提高"));
    }

    #[test]
    fn another_word_between_is_not_passed_over() {
        check("增长3.9%，占比", None);
        check("增长3.9%、下降2%、", None);
        check("分别为3.9%和", None);
        check("增长", None);
        check("增长3.9%", None);
        assert_eq!(change_of_list("分别下降3.14％和", Direction::Down), Some("下降"));
        check("分别下降3.14％和", None);
    }
}
