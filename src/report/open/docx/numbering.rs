//! The numbers that Word generates before paragraphs, as text: 一、 （一） 1. ① A) iv.

use std::collections::BTreeMap;

use super::super::unreadable::Unreadable;
use super::xml::{Element, XmlEvent, XmlReader};

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The shape of each kind of list, by its id.
    kinds: BTreeMap<i64, Vec<Level>>,
    /// The kind of each list, and where its levels begin when that differs from the kind's.
    lists: BTreeMap<i64, List>,
    /// How far each kind has counted on each of its levels.
    counts: BTreeMap<i64, [Option<i64>; LEVELS]>,
    /// Lists that have been used, whose own beginnings hold only once.
    begun: Vec<i64>,
}

const LEVELS: usize = 9;

#[derive(Clone, Debug, Default)]
struct Level {
    start: Option<i64>,
    format: String,
    text: String,
    no_suffix: bool,
    legal: bool,
}

#[derive(Clone, Debug, Default)]
struct List {
    kind: i64,
    starts: BTreeMap<usize, i64>,
    levels: BTreeMap<usize, Level>,
}

impl Numbering {
    /// Counts one paragraph of `list` on `level` and gives the number that stands before it.
    pub fn next(&mut self, list: i64, level: usize) -> String {
        let level = level.min(LEVELS - 1);
        let Some(entry) = self.lists.get(&list) else { return String::new() };
        let shape = |at: usize| -> Level {
            let own = entry.levels.get(&at);
            own.or_else(|| self.kinds.get(&entry.kind)?.get(at)).cloned().unwrap_or_default()
        };
        let counts = self.counts.entry(entry.kind).or_default();
        if !self.begun.contains(&list) {
            self.begun.push(list);
            for at in entry.starts.keys().filter(|at| **at < LEVELS) {
                counts[*at] = None;
            }
        }
        let start = |at: usize| entry.starts.get(&at).copied().or(shape(at).start).unwrap_or(1);
        counts[level] = Some(counts[level].map_or_else(|| start(level), |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        let own = shape(level);
        let mut out = String::new();
        let mut text = own.text.chars().peekable();
        while let Some(c) = text.next() {
            let place = text.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
            match place {
                Some(digit) => {
                    text.next();
                    let at = digit as usize - 1;
                    let count = counts.get(at).copied().flatten().unwrap_or_else(|| start(at));
                    let format = if own.legal { "decimal".to_owned() } else { shape(at).format };
                    out.push_str(&number(count, &format));
                }
                None => out.push(plain_bullet(c)),
            }
        }
        // `1.` before `5亿元` is no 1.5.
        if !out.is_empty() && !own.no_suffix && out.ends_with(|c: char| c.is_ascii()) {
            out.push(' ');
        }
        out
    }
}

/// Bullets of the symbol fonts stand in no other font.
fn plain_bullet(c: char) -> char {
    if ('\u{e000}'..='\u{f8ff}').contains(&c) { '•' } else { c }
}

pub(super) fn read(xml: &str) -> Result<Numbering, Unreadable> {
    let mut reader = XmlReader::new(xml);
    let mut numbering = Numbering::default();
    let mut kind = None;
    let mut list: Option<(i64, List)> = None;
    let mut level: Option<(usize, Level)> = None;
    let id = |element: &Element, name: &str| element.attribute(name).and_then(|id| id.trim().parse::<i64>().ok());
    let mut overridden = 0;
    while let Some(event) = reader.next()? {
        match event {
            XmlEvent::Start(element) => match element.name.as_str() {
                "abstractNum" => kind = id(&element, "abstractNumId"),
                "num" => list = id(&element, "numId").map(|id| (id, List::default())),
                "abstractNumId" => {
                    if let (Some((_, list)), Some(kind)) = (&mut list, element.number()) {
                        list.kind = kind;
                    }
                }
                "lvlOverride" => overridden = id(&element, "ilvl").and_then(|at| usize::try_from(at).ok()).unwrap_or(0),
                "startOverride" => {
                    if let (Some((_, list)), Some(start)) = (&mut list, element.number()) {
                        list.starts.insert(overridden, start);
                    }
                }
                "lvl" => {
                    level =
                        id(&element, "ilvl").and_then(|at| usize::try_from(at).ok()).map(|at| (at, Level::default()));
                }
                _ => {
                    if let Some((_, level)) = &mut level {
                        level.set(&element);
                    }
                }
            },
            XmlEvent::End(name) => match name.as_str() {
                "lvl" => match (level.take().filter(|(at, _)| *at < LEVELS), &mut list, kind) {
                    (Some((at, level)), Some((_, list)), _) => {
                        list.levels.insert(at, level);
                    }
                    (Some((at, level)), None, Some(kind)) => {
                        let levels = numbering.kinds.entry(kind).or_insert_with(|| vec![Level::default(); LEVELS]);
                        levels[at] = level;
                    }
                    _ => {}
                },
                "abstractNum" => kind = None,
                "num" => numbering.lists.extend(list.take()),
                _ => {}
            },
            XmlEvent::Text(_) => {}
        }
    }
    Ok(numbering)
}

impl Level {
    fn set(&mut self, element: &Element) {
        match element.name.as_str() {
            "start" => self.start = element.number(),
            "numFmt" => self.format = element.val().unwrap_or_default(),
            "lvlText" => self.text = element.val().unwrap_or_default(),
            "suff" => self.no_suffix = element.val().as_deref() == Some("nothing"),
            "isLgl" => self.legal = element.is_on(),
            _ => {}
        }
    }
}

/// A count in one of Word's formats; in Arabic digits where the format is not known.
fn number(count: i64, format: &str) -> String {
    let Ok(n) = u32::try_from(count) else { return count.to_string() };
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital" => chinese(n, "零一二三四五六七八九", ["十", "百", "千"]),
        "chineseLegalSimplified" => chinese(n, "零壹贰叁肆伍陆柒捌玖", ["拾", "佰", "仟"]),
        "ideographLegalTraditional" => chinese(n, "零壹貳參肆伍陸柒捌玖", ["拾", "佰", "仟"]),
        "ideographTraditional" => one_of("甲乙丙丁戊己庚辛壬癸", n),
        "ideographZodiac" => one_of("子丑寅卯辰巳午未申酉戌亥", n),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", n),
        "decimalEnclosedParen" => one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", n),
        "decimalEnclosedFullstop" => one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", n),
        "decimalFullWidth" | "decimalFullWidth2" => {
            n.to_string().chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap_or(c)).collect()
        }
        "upperLetter" => letters(n, b'A'),
        "lowerLetter" => letters(n, b'a'),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        _ => n.to_string(),
    }
}

fn one_of(signs: &str, n: u32) -> String {
    let sign = n.checked_sub(1).and_then(|at| signs.chars().nth(at as usize));
    sign.map_or_else(|| n.to_string(), String::from)
}

/// Up to 9999 as people count: 十一, 二十, 一百零五.
fn chinese(n: u32, digits: &str, units: [&str; 3]) -> String {
    if n == 0 || n > 9999 {
        return n.to_string();
    }
    let digit = |value: u32| digits.chars().nth(value as usize).unwrap_or('零');
    let mut out = String::new();
    let mut gap = false;
    for (power, unit) in [(1000, units[2]), (100, units[1]), (10, units[0]), (1, "")] {
        let value = n / power % 10;
        if value == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(digit(0));
            gap = false;
        }
        // 十一, not 一十一.
        if !(power == 10 && value == 1 && out.is_empty()) {
            out.push(digit(value));
        }
        out.push_str(unit);
    }
    out
}

/// A … Z, AA, BB, as Word counts.
fn letters(n: u32, first: u8) -> String {
    let Some(at) = n.checked_sub(1).filter(|at| *at < 26 * 20) else { return n.to_string() };
    let letter = char::from(first + (at % 26) as u8);
    std::iter::repeat_n(letter, at as usize / 26 + 1).collect()
}

fn roman(n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n > 4999 {
        return n.to_string();
    }
    let mut rest = n;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn counts_are_written_in_words_formats() {
        let rows: &[(i64, &str, &str)] = &[
            (1, "chineseCounting", "一"),
            (11, "chineseCountingThousand", "十一"),
            (20, "japaneseCounting", "二十"),
            (105, "chineseCounting", "一百零五"),
            (110, "chineseCounting", "一百一十"),
            (3, "decimalEnclosedCircleChinese", "③"),
            (12, "decimalFullWidth", "１２"),
            (28, "upperLetter", "BB"),
            (14, "lowerRoman", "xiv"),
            (7, "no format of Word", "7"),
            (99_999, "upperRoman", "99999"),
            (0, "ideographTraditional", "0"),
        ];
        for (count, format, expect) in rows {
            assert_eq!(number(*count, format), *expect, "{count} {format}");
        }
    }
}
