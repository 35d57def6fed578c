//! Where the line of a title may end: Chinese puts no spaces between words, so that a browser would end it anywhere. The
//! filter `clauses` makes each clause an element that stands whole where it fits into a line, and so each number with its
//! unit.

use tera::{Error, Kwargs, State, StringInput, Tera, Value};

/// After these a clause is done.
const PAUSES: &str = "，、；：。！？";
/// What still belongs to the clause before it.
const CLOSING: &str = "”』」）》";
/// A clause of fewer characters goes along with the next: `一、` is not left alone on a line.
const SHORTEST: usize = 4;

/// Gives templates the filter.
pub(super) fn teach(engine: &mut Tera) {
    engine.register_filter("clauses", |words: StringInput<'_>, _: Kwargs, state: &State| -> Result<Value, Error> {
        Ok(Value::safe_string(&marked(&words.rendered(state)?)))
    });
}

/// The words of a title, escaped already, with an element of the class `clause` round each clause when there are several,
/// and one of the class `whole` round each number with its sign and the two characters behind it.
fn marked(title: &str) -> String {
    let clauses = clauses(title);
    if clauses.len() < 2 {
        return numbers_whole(title);
    }
    clauses.iter().map(|clause| format!("<span class=\"clause\">{}</span>", numbers_whole(clause))).collect()
}

/// The clauses one after another, each with its pause. What stands in quotation marks is never parted.
fn clauses(title: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let (mut start, mut length, mut depth, mut paused) = (0, 0, 0_usize, false);
    for (at, c) in title.char_indices() {
        if paused && depth == 0 && !PAUSES.contains(c) && !CLOSING.contains(c) && length >= SHORTEST {
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

fn numbers_whole(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 64);
    let mut rest = words;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number =
            rest[start..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(rest.len(), |end| start + end);
        // The number of a character that is escaped (`&#39;`) is no number of the title.
        if rest[..start].ends_with("&#") || rest[..start].ends_with("&#x") {
            out.push_str(&rest[..number]);
            rest = &rest[number..];
            continue;
        }
        let sign = rest[number..].chars().next().filter(|c| matches!(c, '%' | '‰')).map_or(0, char::len_utf8);
        let unit = rest[number + sign..].chars().take_while(|c| c.is_alphabetic()).take(2).map(char::len_utf8);
        let end = number + sign + unit.sum::<usize>();
        out.push_str(&format!("{}<span class=\"whole\">{}</span>", &rest[..start], &rest[start..end]));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_number_keeps_its_unit_and_an_escaped_character_is_none() {
        let rows = [
            ("管网40公里", "管网<span class=\"whole\">40公里</span>"),
            (
                "增长6.5%左右，目标65亿元",
                "<span class=\"clause\">增长<span class=\"whole\">6.5%左右</span>，</span><span class=\"clause\">目标<span class=\"whole\">65亿元</span></span>",
            ),
            ("A&#39;B", "A&#39;B"),
        ];
        for (title, due) in rows {
            assert_eq!(marked(title), due);
        }
    }
}
