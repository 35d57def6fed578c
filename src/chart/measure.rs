//! How wide a text will be and where it may be cut. An estimate in em: nobody knows the reader's fonts.

/// Width of `text` in em, on the generous side for the usual sans-serif faces.
pub(super) fn width(text: &str) -> f64 {
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
pub(super) fn wrap(text: &str, limit: f64) -> Vec<String> {
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
        before = Some(c);
    }
    pieces
}

fn may_break(before: char, after: char) -> bool {
    let closes =
        matches!(after, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '）' | '”' | '’' | '》' | '」' | '·' | '%');
    let opens = matches!(before, '（' | '“' | '‘' | '《' | '「' | '·');
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
    fn a_piece_wider_than_the_line_stands_alone() {
        check("用abcdefghijkl词", 3.0, &["用", "abcdefghijkl", "词"]);
    }
}
