//! How wide a line of text will be and where it may be cut. An estimate in em: nobody knows the reader's fonts.

/// Width of `text` in em, on the generous side for the usual sans-serif faces.
pub fn width(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

fn advance(c: char) -> f64 {
    match c {
        '0'..='9' => 0.6,
        '%' | 'm' | 'w' | 'M' | 'W' => 0.96,
        'A'..='Z' => 0.7,
        'a'..='z' => 0.6,
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.3,
        ' '..='~' => 0.55,
        _ => 1.0,
    }
}

/// Cuts `text` into lines of at most `limit` em, as few as possible and of about the same length.
///
/// Numbers and Latin words stay whole, closing marks stay with what they close, and a piece that is wider than a line
/// stands on one of its own. There is always at least one line.
pub fn wrap(text: &str, limit: f64) -> Vec<String> {
    let pieces = pieces(text);
    let greedy = fill(&pieces, limit);
    // The narrowest measure that needs no further line gives lines of even length.
    let narrowest = width(text) / greedy.len() as f64;
    let steps = 24;
    (0..steps)
        .map(|step| narrowest + (limit - narrowest) * f64::from(step) / f64::from(steps))
        .map(|measure| fill(&pieces, measure))
        .find(|lines| lines.len() == greedy.len() && lines.iter().all(|line| width(line) <= limit))
        .unwrap_or(greedy)
}

/// Cuts `text` into as few lines as [`wrap`] does, where it is best to cut: `cost` says how ill it is to begin a line at a
/// byte of `text`, and a line that is `d` em off the middling length costs `d²` more.
pub fn compose(text: &str, limit: f64, cost: impl Fn(usize) -> f64) -> Vec<String> {
    let pieces = pieces(text);
    let mut ends = vec![0];
    ends.extend(pieces.iter().scan(0, |end, piece| {
        *end += piece.len();
        Some(*end)
    }));
    let count = fill(&pieces, limit).len();
    let middling = width(text) / count as f64;
    let line = |from: usize, to: usize| text[ends[from]..ends[to]].trim();
    // For each end of a line, the least cost of all lines up to there and where the last of them begins.
    let mut best: Vec<Vec<Option<(f64, usize)>>> = vec![vec![None; pieces.len() + 1]; count + 1];
    best[0][0] = Some((0.0, 0));
    for number in 1..=count {
        for end in number..=pieces.len() {
            let parted = if end < pieces.len() { cost(ends[end]) } else { 0.0 };
            for start in number - 1..end {
                let Some((before, _)) = best[number - 1][start] else { continue };
                let wide = width(line(start, end));
                if wide > limit && end - start > 1 {
                    continue;
                }
                let all = before + (wide - middling).powi(2) + parted;
                if best[number][end].is_none_or(|(least, _)| all < least) {
                    best[number][end] = Some((all, start));
                }
            }
        }
    }
    let mut lines = Vec::new();
    let mut end = pieces.len();
    for number in (1..=count).rev() {
        let Some((_, start)) = best[number][end] else { return fill(&pieces, limit) };
        lines.insert(0, line(start, end).to_owned());
        end = start;
    }
    lines
}

fn fill(pieces: &[String], limit: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces {
        let line = lines.last().map_or("", String::as_str);
        if !line.is_empty() && width(line) + width(piece.trim_end()) > limit {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(if line.is_empty() { piece.trim_start() } else { piece });
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// The parts between which a line may end.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for c in text.chars() {
        let glued = before.is_some_and(|before| !may_break(before, c));
        match pieces.last_mut() {
            Some(piece) if glued => piece.push(c),
            _ => pieces.push(c.into()),
        }
        // A space after an opening mark does not part it from what it opens.
        before = before.filter(|before| c == ' ' && OPENING.contains(*before)).or(Some(c));
    }
    pieces
}

/// What may not end a line.
const OPENING: &str = "（“‘《〈「『【〔·";
/// What may not begin one.
const CLOSING: &str = "，。、；：！？）”’》〉」』】〕…—·～%％‰℃";

/// Whether a line may end between two characters: not before a closing mark and not after an opening one (GB/T 15834—2011,
/// 5.1; clreq of the W3C, prohibition rules for line start and line end), and not inside a number or a Latin word.
fn may_break(before: char, after: char) -> bool {
    let (closes, opens) = (CLOSING.contains(after), OPENING.contains(before));
    let word = |c: char| c.is_ascii() && c != ' ';
    let inside_word = word(before) && word(after);
    !(closes || opens || inside_word || after == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, limit: f64, expect: &[&str]) {
        assert_eq!(wrap(text, limit), expect);
    }

    #[test]
    fn a_text_that_fits_is_one_line() {
        check("地区生产总值", 6.0, &["地区生产总值"]);
        check("", 6.0, &[""]);
    }

    #[test]
    fn lines_are_of_even_length() {
        check("规模以上工业增加值", 8.0, &["规模以上工", "业增加值"]);
        check("城乡居民基本医疗保险参保率", 8.0, &["城乡居民基本医", "疗保险参保率"]);
    }

    #[test]
    fn numbers_and_words_stay_whole() {
        check("细颗粒物PM2.5平均浓度", 6.0, &["细颗粒物", "PM2.5", "平均浓度"]);
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        check("建设“四好”农村路", 5.0, &["建设“四", "好”农村路"]);
        check("甲乙丙丁“戊己”", 5.0, &["甲乙丙丁", "“戊己”"]);
    }

    #[test]
    fn lines_are_cut_where_it_costs_least() {
        // Parting a word is ill, parting at a comma is well.
        let check = |text: &str, limit: f64, word: &str, expect: &[&str]| {
            let cost = |at: usize| match (text[..at].chars().last(), text[at..].chars().next()) {
                (Some('，'), _) => 0.0,
                (Some(a), Some(b)) if word.contains(&format!("{a}{b}")) => 9.0,
                _ => 5.0,
            };
            assert_eq!(compose(text, limit, cost), expect);
        };
        check("规模以上工业增加值", 8.0, "工业", &["规模以上", "工业增加值"]);
        check("规模以上工业增加值", 8.0, "上工", &["规模以上工", "业增加值"]);
        check("聚焦提升增长，厚植动能", 7.0, "", &["聚焦提升增长，", "厚植动能"]);
        check("建设“四好”农村路", 5.0, "农村路", &["建设“四", "好”农村路"]);
        check("甲乙", 8.0, "", &["甲乙"]);
        check("", 8.0, "", &[""]);
        check("用abcdefghijkl词", 3.0, "", &["用", "abcdefghijkl", "词"]);
    }

    #[test]
    fn a_piece_wider_than_the_line_stands_alone() {
        check("用abcdefghijkl词", 3.0, &["用", "abcdefghijkl", "词"]);
    }
}
