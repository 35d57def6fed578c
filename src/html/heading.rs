//! Titles as HTML that says where a line may end. Chinese puts no spaces between words, so that a browser would end a line
//! anywhere; on a phone nearly every title has two. Here a line ends after a clause, else between words.

use std::ops::Range;

use crate::content;
use crate::markup::escape;
use crate::text::{Binding, Costs, DATE_SIGNS, THROUGH_A_WORD, is_dash, opens_clause, width};

/// After these a clause is done.
const PAUSES: &str = "，、；：。！？";
/// What still belongs to the clause before it.
const CLOSING: &str = "”』」）》";
/// A clause of fewer characters goes along with the next: `一、` is not left alone on a line.
const SHORTEST: usize = 4;
/// The width in ems of the clauses that fit into a line of a phone. Where one does not, lines of full clauses would
/// alternate with scraps.
const LINE: f64 = 14.0;

/// A title, number first, as HTML: each clause an element of the class `clause`, which stays whole where it fits, unless
/// one is too long for a phone; each number with its sign and its unit one of the class `whole`; and
/// `<wbr>` between words as `binding` knows them. The words are the same.
pub(super) fn heading(number: &str, title: &str, binding: &Binding) -> String {
    let words = content::numbered(number, title);
    let costs = binding.costs(&words);
    let clauses = clauses(&words);
    let apart = clauses.len() > 1 && clauses.iter().all(|clause| width(clause) <= LINE);
    let (mut out, mut at) = (String::with_capacity(2 * words.len()), 0);
    for clause in clauses {
        if apart {
            out.push_str("<span class=\"clause\">");
        }
        write(&mut out, &words, at..at + clause.len(), &costs);
        if apart {
            out.push_str("</span>");
        }
        at += clause.len();
    }
    out
}

/// Words of a few lines at most, with `<wbr>` between words: no element parts a number from what stands before it, unless it is one
/// of two with a dash between, which stand whole on a line.
pub(super) fn parted(words: &str, binding: &Binding) -> String {
    let costs = binding.costs(words);
    let mut out = String::with_capacity(2 * words.len());
    let mut whole = 0;
    for (at, c) in words.char_indices() {
        if at < whole {
            continue;
        }
        whole = at + range_of_numbers(&words[at..], |end| costs.at(at + end));
        if whole > at {
            out.push_str(&format!("<wbr><span class=\"whole\">{}</span>", escape(&words[at..whole])));
            continue;
        }
        if is_between_words(words, at, &costs) {
            out.push_str("<wbr>");
        }
        out.push_str(&escape(c.encode_utf8(&mut [0; 4])));
    }
    out
}

/// The length of two numbers with a dash between that `words` begin with: `5.0%—5.5%`; 0 when they begin with none.
fn range_of_numbers(words: &str, cost: impl Fn(usize) -> f64) -> usize {
    let first = number(words, &cost);
    let dash = words[first..].chars().next().filter(|c| is_dash(*c)).map_or(0, char::len_utf8);
    if first == 0 || dash == 0 {
        return 0;
    }
    match number(&words[first + dash..], |end| cost(first + dash + end)) {
        0 => 0,
        second => first + dash + second,
    }
}

/// Whether a browser is to be told that a line may end before the byte `at`: beside a sign it knows by itself.
fn is_between_words(words: &str, at: usize, costs: &Costs) -> bool {
    let within = words[..at].ends_with(char::is_alphanumeric) && words[at..].starts_with(char::is_alphanumeric);
    // A unit stands with its number.
    let unit = words[..at].ends_with(|c: char| c.is_ascii_digit());
    within && !unit && costs.at(at) < THROUGH_A_WORD
}

/// The clauses one after another, each with its pause, or from the year that a number is of. What stands in quotation marks is never parted.
fn clauses(title: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let (mut start, mut length, mut depth, mut paused) = (0, 0, 0_usize, false);
    for (at, c) in title.char_indices() {
        let divided = paused && !PAUSES.contains(c) && !CLOSING.contains(c) || opens_clause(&title[at..]);
        if divided && depth == 0 && length >= SHORTEST {
            clauses.push(&title[start..at]);
            (start, length) = (at, 0);
        }
        match c {
            '“' | '《' | '（' => depth += 1,
            '”' | '》' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        paused = PAUSES.contains(c) || paused && CLOSING.contains(c);
        length += 1;
    }
    clauses.push(&title[start..]);
    clauses
}

/// The bytes `range` of a title, with the places between words and the numbers marked.
fn write(out: &mut String, title: &str, range: Range<usize>, costs: &Costs) {
    let mut at = range.start;
    while at < range.end {
        let rest = &title[at..range.end];
        if at > range.start && is_between_words(title, at, costs) {
            out.push_str("<wbr>");
        }
        // A range of two numbers stands whole where a line has room for it.
        let number = match range_of_numbers(rest, |end| costs.at(at + end)) {
            0 => number(rest, |end| costs.at(at + end)),
            range => range,
        };
        if number > 0 {
            out.push_str(&format!("<span class=\"whole\">{}</span>", escape(&rest[..number])));
            at += number;
        } else {
            let next = at + rest.chars().next().map_or(0, char::len_utf8);
            out.push_str(&escape(&title[at..next]));
            at = next;
        }
    }
}

/// The length of the number that begins `words`, with its sign and the two characters behind it, of a date the one behind which
/// a word begins; 0 when none does. `cost` is what it costs to begin a line at a byte.
fn number(words: &str, cost: impl Fn(usize) -> f64) -> usize {
    if !words.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let digits = words.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(words.len());
    let sign = words[digits..].chars().next().filter(|c| matches!(c, '%' | '‰')).map_or(0, char::len_utf8);
    let mut end = digits + sign;
    for c in words[end..].chars().take_while(|c| c.is_alphabetic()).take(2) {
        if end > digits + sign && words[..end].ends_with(DATE_SIGNS) && cost(end) < THROUGH_A_WORD {
            break;
        }
        end += c.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_two_years_is_divided_before_each() {
        let title = "“四好”农村路上年41公里，今年目标20公里；管网上年40公里";
        assert_eq!(clauses(title), ["“四好”农村路", "上年41公里，", "今年目标20公里；", "管网上年40公里"]);
        // What is left alone would be too short for a line.
        assert_eq!(clauses("抓好今年工作"), ["抓好今年工作"]);
    }

    #[test]
    fn a_title_is_divided_at_its_pauses() {
        let rows: &[(&str, &[&str])] = &[
            ("加强政府自身建设", &["加强政府自身建设"]),
            ("三、聚焦能级品质，建设更具魅力的宜居城市", &["三、聚焦能级品质，", "建设更具魅力的宜居城市"]),
            ("打好“稳增长、促改革”组合拳，扩大内需", &["打好“稳增长、促改革”组合拳，", "扩大内需"]),
            ("（一）全力稳企业、促消费", &["（一）全力稳企业、", "促消费"]),
            ("坚持“房住不炒。”，保障居住", &["坚持“房住不炒。”，", "保障居住"]),
            ("", &[""]),
        ];
        for (title, due) in rows {
            assert_eq!(clauses(title), *due, "{title}");
        }
    }

    #[test]
    fn no_line_ends_between_a_number_and_its_unit() {
        let mut binding = Binding::default();
        binding.know_names(["个百分点", "立方米"]);
        assert_eq!(parted("提高0.9个百分点", &binding).replace("提高<wbr>", "提高"), "提高0.9个百分点");
        assert!(!parted("下降到33微克/立方米", &binding).contains("33<wbr>"));
    }

    #[test]
    fn lines_end_after_clauses_and_between_words() {
        let mut binding = Binding::default();
        for _ in 0..8 {
            binding
                .learn("建设。城市。魅力。宜居。聚焦。能级。品质。推动。改革。落地。举措。加快。标志性。目标。增长。");
        }
        let rows = [
            (
                "聚焦能级品质，建设宜居城市",
                "<span class=\"clause\">聚焦<wbr>能级<wbr>品质，</span><span class=\"clause\">建设<wbr>宜居<wbr>城市</span>",
            ),
            (
                "推动标志性改革举措加快落地推动，建设城市",
                "推动<wbr>标志性<wbr>改革<wbr>举措<wbr>加快<wbr>落地<wbr>推动，建设<wbr>城市",
            ),
            ("增长6.5%左右", "增长<span class=\"whole\">6.5%左右</span>"),
            ("A<B", "A&lt;B"),
        ];
        for (title, due) in rows {
            assert_eq!(heading("", title, &binding), due);
        }
        assert_eq!(parted("目标增长6.5%左右", &binding), "目标<wbr>增长6.5%左右");
        assert_eq!(parted("增长5.0%—5.5%", &binding), "增长<wbr><span class=\"whole\">5.0%—5.5%</span>");
    }
}
