//! Finds the shorter ways in which a report says a term: one of its parts, without its year, without its end.

use crate::text::is_han;

/// The terms of a glossary but for one.
pub(super) struct Others<'a> {
    /// All terms, folded.
    pub terms: &'a [String],
    /// The one that is left out.
    pub but: usize,
}

impl Others<'_> {
    /// Whether one of them is such.
    pub fn any(&self, is_such: impl Fn(&str) -> bool) -> bool {
        self.terms.iter().enumerate().any(|(at, term)| at != self.but && is_such(term))
    }
}

/// A shorter form of a term, and what looks like it and is something else.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Elided {
    pub forms: Vec<String>,
    pub not: Vec<String>,
}

/// The parts of a term that joins several, if each of them is said: `“两重”、“两新”`, `一单制、一箱制`. `quotations` are those
/// in the term.
pub(super) fn parts(term: &str, quotations: Vec<String>, paragraphs: &[&str]) -> Vec<String> {
    let between = quotations.iter().fold(term.to_owned(), |rest, core| rest.replacen(core.as_str(), "", 1));
    let only_quotations = quotations.len() > 1 && between.chars().all(|c| matches!(c, '、' | '和' | '与' | '及' | ' '));
    let parts: Vec<String> = if only_quotations {
        quotations
    } else if quotations.is_empty() && term.contains('、') && !term.contains(['（', '(']) {
        term.split('、').map(str::to_owned).filter(|part| part.chars().count() >= 3).collect()
    } else {
        Vec::new()
    };
    let said = |part: &String| paragraphs.iter().any(|text| text.contains(part.as_str()));
    if parts.len() > 1 && parts.iter().all(said) { parts } else { Vec::new() }
}

/// `10件民生实事` of `2025年10件民生实事`, if it is said of that year. Under a heading that names another year the same words
/// mean that year's, and the phrase that they stand in there is not the term.
pub(super) fn without_year(term: &str, paragraphs: &[&str]) -> Elided {
    let mut found = Elided::default();
    let Some((year, rest)) = term.split_once('年') else { return found };
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) || rest.chars().count() < 4 {
        return found;
    }
    let mut under: Option<&str> = None;
    let mut said = Vec::new();
    for text in paragraphs {
        if is_heading(text) {
            under = last_year(text).or(under);
        }
        for (at, _) in text.match_indices(rest) {
            let clause = |c: char| c.is_alphanumeric();
            let end = text[at..].find(|c| !clause(c)).map_or(text.len(), |length| at + length);
            let phrase = text[at..end].to_owned();
            if under.is_none_or(|under| under == year) { said.push(phrase) } else { found.not.push(phrase) }
        }
    }
    // What cannot be told apart is not guessed.
    if said.is_empty() || found.not.iter().any(|phrase| phrase == rest || said.contains(phrase)) {
        return Elided::default();
    }
    found.forms.push(rest.to_owned());
    found
}

fn is_heading(text: &str) -> bool {
    text.chars().count() <= 40 && !text.contains('。')
}

/// The last year that a heading names.
fn last_year(heading: &str) -> Option<&str> {
    let mut years = heading.match_indices('年').filter_map(|(at, _)| heading.get(at.checked_sub(4)?..at));
    years.rfind(|year| year.bytes().all(|b| b.is_ascii_digit()))
}

/// `厅局长坐诊` of `“厅局长坐诊接诉”`: most of a name, in a list whose members share what it leaves out, if the words are no
/// other thing anywhere in the report. `paragraphs` are folded.
pub(super) fn without_end(term: &str, others: &Others<'_>, paragraphs: &[String]) -> Option<String> {
    const SHORTEST: usize = 5;
    let name = term.strip_prefix('“')?.strip_suffix('”')?;
    let chars: Vec<char> = name.chars().collect();
    let han = chars.iter().all(|c| is_han(*c));
    if !han || others.any(|other| other.contains(name) || name.contains(other)) {
        return None;
    }
    let shorter = (SHORTEST.max(chars.len() * 2 / 3)..chars.len()).rev().map(|count| chars[..count].iter().collect());
    shorter.into_iter().find(|form: &String| {
        let rest = &name[form.len()..];
        let after = |text: &'_ str| -> Vec<Option<char>> {
            let places = text.match_indices(form.as_str()).map(|(at, _)| &text[at + form.len()..]);
            places.filter(|after| !after.starts_with(rest)).map(|after| after.chars().next()).collect()
        };
        let places: Vec<Option<char>> = paragraphs.iter().flat_map(|text| after(text)).collect();
        let other = || others.any(|other| other.contains(form.as_str()));
        !places.is_empty() && places.iter().all(|next| *next == Some('、')) && !other()
    })
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn the_end_of_a_name_may_be_left_out_in_a_list() {
        let check = |text: &str, others: &[&str], expect: Option<&str>| {
            let terms: Vec<String> = others.iter().map(|other| (*other).to_owned()).collect();
            let others = Others { terms: &terms, but: terms.len() };
            assert_eq!(without_end("“厅局长坐诊接诉”", &others, &[fold(text).text]).as_deref(), expect, "{text}");
        };
        check("推动厅局长坐诊、巡诊、上门问诊。", &[], Some("厅局长坐诊"));
        check("开展“厅局长坐诊接诉”，推动厅局长坐诊、巡诊。", &[], Some("厅局长坐诊"));
        check("开展“厅局长坐诊接诉”。", &[], None);
        check("推动厅局长坐诊、巡诊，完善厅局长坐诊制度。", &[], None);
        check("推动厅局长坐诊、巡诊。", &["厅局长坐诊日"], None);
        check("推动厅局长、处长坐诊。", &[], None);
    }

    #[test]
    fn a_term_of_one_year_is_not_that_of_another() {
        let texts = ["2025年工作回顾", "10件民生实事如期兑现。", "2026年重点工作", "办好10件民生实事为引领的事。"];
        let found = without_year("2026年10件民生实事", &texts);
        assert_eq!(found.forms, ["10件民生实事"]);
        assert_eq!(found.not, ["10件民生实事如期兑现"]);
        assert_eq!(without_year("2026年10件民生实事", &texts[..2]), Elided::default());
        let alike = ["2025年工作回顾", "完成10件民生实事。", "2026年重点工作", "办好10件民生实事。"];
        assert_eq!(without_year("2026年10件民生实事", &alike), Elided::default());
        assert_eq!(without_year("2026年10件民生实事", &["办好10件民生实事。"]).forms, ["10件民生实事"]);
    }
}
