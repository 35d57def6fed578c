//! Reference marks in a text (`［3］` `[3]` `〔3〕` `③` `³` `（3）`) and the entries that they point at.

use std::collections::BTreeMap;

use super::entry::{Entry, Mention};
use super::quotation::is_close;
use crate::text::{Span, circled, digit};

/// The marks that a glossary's entries can have in the text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The numbers that entries print, and the form of each.
    printed: BTreeMap<u32, MarkForm>,
}

/// How a mark is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkForm {
    /// `［3］`, `[3]`, `〔3〕`, `【3】`: nothing else in a report looks like it.
    Square,
    /// `³`
    Raised,
    /// `③`
    Circle,
    /// `（3）`
    Round,
    /// `3.` or `3、`, which only entries are printed with.
    Plain,
}

impl Marks {
    /// The marks of those entries that print a number.
    pub fn of(entries: &[Entry]) -> Marks {
        let form = |entry: &Entry| match entry.mark.chars().next()? {
            '［' | '[' | '〔' | '【' => Some(MarkForm::Square),
            '（' | '(' => Some(MarkForm::Round),
            c if circled(c).is_some() => Some(MarkForm::Circle),
            _ => Some(MarkForm::Plain),
        };
        Marks { printed: entries.iter().filter_map(|entry| Some((entry.number, form(entry)?))).collect() }
    }

    /// Gives each mark in `text` to the mention that it stands behind or in. A mark in square brackets, or a raised one behind
    /// a quotation, is a mention by itself where no form of its term stands before it. `③` and `（3）` also number lists: they
    /// are marks only behind their own term, in a report whose entries are numbered so.
    pub fn attach(&self, text: &str, mentions: &mut Vec<Mention>) {
        let mut after = 0;
        // Marks that are mentions themselves.
        let mut alone: Vec<Mention> = Vec::new();
        for (at, _) in text.char_indices() {
            let Some((form, number, length)) = mark_at(&text[at..]).filter(|_| at >= after) else { continue };
            after = at + length;
            let Some(printed) = self.printed.get(&number) else { continue };
            let mark = Span::new(at, after);
            let before = text[..at].trim_end_matches(is_close).trim_end_matches([' ', '\u{a0}']);
            // Mentions stand in order: those that may own the mark, or be in its way, lie side by side.
            let first = mentions.partition_point(|mention| mention.span.end < before.len());
            let near = mentions[first..].iter_mut().take_while(|mention| mention.span.start < after);
            let mut near: Vec<&mut Mention> = near.chain(alone.last_mut()).collect();
            let in_the_way = near.iter().any(|mention| mention.span.overlaps(mark));
            let owner = near.iter_mut().find(|mention| {
                let behind = mention.span.end == at || before.len() <= mention.span.end && mention.span.end < at;
                mention.number == number && (behind || mention.span.contains(mark))
            });
            let alike = matches!(form, MarkForm::Square | MarkForm::Raised) || form == *printed;
            match owner {
                Some(mention) if alike => mention.mark = mention.mark.or(Some(mark)),
                Some(_) => {}
                None => {
                    let quoted = text[..at].ends_with(is_close);
                    let stands_alone = form == MarkForm::Square || form == MarkForm::Raised && quoted;
                    if stands_alone && !in_the_way {
                        alone.push(Mention { number, span: mark, mark: Some(mark) });
                    }
                }
            }
        }
        mentions.append(&mut alone);
        mentions.sort_by_key(|mention| mention.span);
    }
}

/// The mark that `text` begins with: its form, its number, its length in bytes.
fn mark_at(text: &str) -> Option<(MarkForm, u32, usize)> {
    let first = text.chars().next()?;
    match first {
        '［' | '[' | '〔' | '【' => square(text).map(|(number, length)| (MarkForm::Square, number, length)),
        '（' | '(' => bracketed(text, ['）', ')']).map(|(number, length)| (MarkForm::Round, number, length)),
        _ if circled(first).is_some() => Some((MarkForm::Circle, circled(first)?, first.len_utf8())),
        _ => {
            let digits = text.chars().map_while(raised);
            let (number, length) =
                digits.take(4).fold((0, 0), |(number, length), (digit, bytes)| (number * 10 + digit, length + bytes));
            (length > 0).then_some((MarkForm::Raised, number, length))
        }
    }
}

/// The number in the square brackets that `text` begins with (`［3］`, `[12]`, `〔1〕`), and the length of it all in bytes.
pub(super) fn square(text: &str) -> Option<(u32, usize)> {
    if text.starts_with(['［', '[', '〔', '【']) { bracketed(text, ['］', ']', '〕', '】']) } else { None }
}

fn bracketed<const N: usize>(text: &str, close: [char; N]) -> Option<(u32, usize)> {
    let open = text.chars().next()?.len_utf8();
    let mut number = 0;
    let mut digits = 0;
    for (at, c) in text[open..].char_indices() {
        let value = match digit(c) {
            Some(value) => value,
            None if (1..=3).contains(&digits) && close.contains(&c) => return Some((number, open + at + c.len_utf8())),
            None => return None,
        };
        number = number * 10 + value;
        digits += 1;
        if digits > 3 {
            return None;
        }
    }
    None
}

/// A raised digit and its length in bytes.
fn raised(c: char) -> Option<(u32, usize)> {
    let digit = match c {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => c as u32 - '⁴' as u32 + 4,
        _ => return None,
    };
    Some((digit, c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::Matcher;

    /// Each mention as `number:words`, with its mark behind it where it has one.
    #[track_caller]
    fn check(entries: &[(&str, &str)], text: &str, expect: &[&str]) {
        let entry = |((mark, term), number): (&(&str, &str), u32)| Entry {
            number,
            mark: (*mark).into(),
            term: (*term).into(),
            ..Entry::default()
        };
        let entries: Vec<Entry> = entries.iter().zip(1..).map(entry).collect();
        let shown = |mention: Mention| {
            let mark = mention.mark.map_or(String::new(), |mark| format!(" {}", mark.of(text)));
            format!("{}:{}{mark}", mention.number, mention.span.of(text))
        };
        let found: Vec<String> = Matcher::new(&entries).mentions(text).into_iter().map(shown).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_mark_belongs_to_the_term_before_it() {
        let terms = [("［1］", "五互一共"), ("［2］", "“45432”发展架构"), ("［3］", "三高四新战略")];
        check(
            &terms,
            "推进“五互一共”［1］，构建“45432”发展架构[2]，落实“三高四新”〔3〕战略。",
            &["1:五互一共 ［1］", "2:“45432”发展架构 [2]", "3:三高四新”〔3〕战略 〔3〕"],
        );
        check(&[("1.", "双减")], "落实“双减”¹政策", &["1:双减 ¹"]);
    }

    #[test]
    fn a_mark_behind_other_words_is_the_mention() {
        check(&[("1.", "稳增长18条"), ("2.", "两新")], "出台一揽子政策［1］和“更新”²。", &["1:［1］ ［1］", "2:² ²"]);
        check(&[("1.", "两新")], "国发［2］号，〔2023〕5号，10⁶次，5米¹。", &[]);
    }

    #[test]
    fn signs_that_number_lists_are_marks_only_behind_their_own_term() {
        check(&[("①", "两新"), ("②", "碳达峰")], "“两新”①，①第一件②第二件，碳达峰②。", &["1:两新 ①", "2:碳达峰 ②"]);
        check(&[("1.", "碳达峰")], "碳达峰①，碳达峰（1）。", &["1:碳达峰", "1:碳达峰"]);
        check(&[("（1）", "碳达峰")], "碳达峰（1）。", &["1:碳达峰 （1）"]);
    }

    #[test]
    fn entries_without_numbers_have_no_marks() {
        check(&[("", "碳汇")], "碳汇［1］。", &["1:碳汇"]);
    }
}
