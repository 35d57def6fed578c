//! Chinese in fewer bytes, for the files of search: a report's sentences are most of what a query fetches. Knows no pages.
//!
//! A character of Chinese is three bytes of UTF-8, of which the first says little. Here it is the two bytes of GB 2312, in which a
//! browser knows it, each less 128 and so a printable sign; the most frequent are one sign that none of these begins with. Of a report
//! that is a fifth less when both are compressed.

/// What stands at both ends of everything else, which is as it was. No report has it: it is a control character.
const OTHER: char = '\u{7f}';
/// What parts sentences in JSON, as one character: JSON writes control characters otherwise.
const BETWEEN: (&str, &str) = ("\",\"", "\u{1}");

/// The most frequent characters of reports, and the sign of each. `themes/default/assets/search.js` has the same.
const OFTEN: &str = "\u{1}，。、业建和发化的展新全大进实国加设“”工力动推产中一政区人高生民强增持务市体成等制作";
const SIGNS: &[u8] = b"$%&'()*+,-./xyz{|}~XYZ[]^_`abcdefghijklmnopq";

/// JSON packed, as `themes/default/assets/search.js` unpacks it.
pub fn packed(json: &str) -> String {
    let mut packed = String::with_capacity(json.len());
    let mut is_other = false;
    for c in json.replace(BETWEEN.0, BETWEEN.1).chars() {
        let code = code(c);
        if code.is_none() != is_other {
            packed.push(OTHER);
            is_other = !is_other;
        }
        match code {
            Some((first, second)) => packed.extend(std::iter::once(first).chain(second).map(char::from)),
            None => packed.push(c),
        }
    }
    packed
}

/// What was packed, as it was before; nothing for what [`packed`] did not make.
pub fn unpacked(packed: &str) -> Option<String> {
    let runs = packed.split(OTHER).enumerate();
    let text: Option<String> =
        runs.map(|(at, run)| if at % 2 == 1 { Some(run.to_owned()) } else { chinese(run.as_bytes()) }).collect();
    Some(text?.replace(BETWEEN.1, BETWEEN.0))
}

fn chinese(run: &[u8]) -> Option<String> {
    let mut text = String::new();
    let mut signs = run.iter();
    while let Some(&sign) = signs.next() {
        match SIGNS.iter().position(|often| *often == sign) {
            Some(at) => text.extend(OFTEN.chars().nth(at)),
            None => {
                let both = [sign.checked_add(0x80)?, signs.next()?.checked_add(0x80)?];
                text.push_str(&encoding_rs::GBK.decode(&both).0);
            }
        }
    }
    Some(text)
}

/// The one or two signs of a character, if it has any.
fn code(c: char) -> Option<(u8, Option<u8>)> {
    if let Some(at) = OFTEN.chars().position(|often| often == c) {
        return Some((SIGNS[at], None));
    }
    let mut buffer = [0; 4];
    let (bytes, ..) = encoding_rs::GBK.encode(c.encode_utf8(&mut buffer));
    // Punctuation, full-width signs and the common characters, on which all browsers agree.
    match *bytes {
        [first @ (0xa1 | 0xa3 | 0xb0..=0xd7), second @ 0xa1..=0xfe] if !('\u{e000}'..='\u{f8ff}').contains(&c) => {
            Some((first - 0x80, Some(second - 0x80)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    #[test]
    fn a_text_is_packed_as_the_script_unpacks_it() {
        assert_eq!(packed("，老虎6.5%。"), "%@O;\"\u{7f}6.5%\u{7f}&");
        assert_eq!(packed("老\",\"虎"), "@O$;\"");
        assert_eq!(packed("6"), "\u{7f}6");
        assert_eq!(packed(""), "");
    }

    #[test]
    fn whatever_is_packed_is_unpacked() {
        let signs = ('\u{20}'..'\u{7f}').chain('\u{a0}'..'\u{d7ff}').chain('\u{e000}'..'\u{ffff}').chain('𠮷'..'𡀀');
        for text in signs.map(|c| format!("老{c}“6{c}")) {
            assert_eq!(unpacked(&packed(&text)).as_ref(), Some(&text));
        }
    }

    #[test]
    fn reports_of_the_corpus_are_light() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/texts");
        let mut weighed = 0;
        for entry in std::fs::read_dir(folder).expect("the corpus") {
            let bytes = std::fs::read(entry.expect("an entry").path()).expect("a text");
            let text = String::from_utf8_lossy(&bytes);
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
            gzip.write_all(packed(&serde_json::json!(lines).to_string()).as_bytes()).expect("a writer");
            let weight = gzip.finish().expect("a writer").len();
            // The longest has 34,000 characters: what is packed cannot be as light, for all that is in it.
            let most = if text.chars().count() < 30_000 { 29_000 } else { 35_000 };
            assert!(weight <= most, "{weight} bytes of {:.60}", text);
            weighed += 1;
        }
        assert!(weighed > 40, "{weighed} texts");
    }
}
