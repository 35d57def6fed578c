//! From the bytes of a file to its text, whatever it was encoded in. Knows no reports.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::message;
use crate::text::{Source, Span};

/// A text and the encoding it was read from.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub source: Source,
    /// The encoding's name as browsers know it (`UTF-8`, `GBK`, `Big5`, `UTF-16LE`).
    pub encoding: &'static str,
}

/// Decodes `bytes`: as a byte order mark says, as UTF-8 when they are that, as UTF-16 when they hold NULs all the same (no
/// text does in any other encoding), and otherwise as the encoding that their letters make likeliest. Bytes that the encoding does not
/// know become `U+FFFD`, with a warning at the first.
pub fn decode(name: &str, bytes: &[u8]) -> Checked<Decoded> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
    let source = Source::new(name, text.into_owned());
    let mut diagnostics = Vec::new();
    if broken {
        let at = source.text().find('\u{fffd}').unwrap_or(0);
        let message = message!(
            "the file holds bytes that are no {name} text",
            "文件里有不合 {name} 编码的字节",
            name = encoding.name()
        );
        let help = message!(
            "fetch the file again, or save it as UTF-8 from the program that shows it rightly",
            "重新下载；或用能正常显示它的程序打开，另存为 UTF-8"
        );
        let span = Span::new(at, source.text().len().min(at + '\u{fffd}'.len_utf8()));
        diagnostics.push(Diagnostic::warning(Code::BROKEN_CHARACTERS, message).at(&source, span).with_help(help));
    }
    Checked { value: Decoded { source, encoding: encoding.name() }, diagnostics }
}

/// The encoding of bytes without a byte order mark.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let utf8 = String::from_utf8_lossy(bytes);
    let broken = utf8.matches('\u{fffd}').count();
    // A file that was cut in the middle of a character is UTF-8 all the same, and so is one with a stray NUL.
    let is_utf8 = broken == 0 || utf8.len() / broken > 1000 && !bytes.is_ascii();
    let nuls = bytes.iter().filter(|byte| **byte == 0).count();
    if is_utf8 && (nuls == 0 || !bytes.is_ascii() || nuls * 4 < bytes.len()) {
        return UTF_8;
    }
    if nuls > 0 {
        // The NULs are the upper halves of digits, line ends and Latin letters: second bytes where the lower half is first.
        let odd = bytes.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
        return if odd * 2 >= nuls { UTF_16LE } else { UTF_16BE };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GB18030, GBK};

    use super::*;

    const TEXT: &str =
        "政府工作报告\r\n各位代表：\r\n2023年，全区生产总值增长6.5%左右，“四新”产业增加值占比达到38.1%。";
    const TRADITIONAL: &str =
        "政府工作報告\n各位代表：\n現在，我代表市人民政府向大會報告工作，請予審議。去年地區生產總值增長百分之十。";

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode("a.txt", bytes);
        assert_eq!(decoded.value.encoding, encoding);
        assert_eq!(decoded.value.source.text(), text);
        assert!(decoded.diagnostics.is_empty());
    }

    #[test]
    fn utf_8_is_read_with_its_mark_and_without() {
        check(TEXT.as_bytes(), "UTF-8", TEXT);
        check(format!("\u{feff}{TEXT}").as_bytes(), "UTF-8", TEXT);
        check(b"", "UTF-8", "");
    }

    #[test]
    fn utf_16_is_read_with_its_mark_and_without() {
        let bytes = |text: &str, swap: bool| {
            text.encode_utf16()
                .flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect::<Vec<_>>()
        };
        check(&bytes(TEXT, false), "UTF-16LE", TEXT);
        check(&bytes(TEXT, true), "UTF-16BE", TEXT);
        check(&bytes(&format!("\u{feff}{TEXT}"), false), "UTF-16LE", TEXT);
        check(&bytes(&format!("\u{feff}{TEXT}"), true), "UTF-16BE", TEXT);
    }

    #[test]
    fn a_stray_nul_makes_no_utf_16() {
        let text = TEXT.replacen('年', "\0年", 1);
        check(text.as_bytes(), "UTF-8", &text);
        check(b"GDP 6.5%\0, 7%", "UTF-8", "GDP 6.5%\0, 7%");
        check(b"G\0D\0P\0", "UTF-16LE", "GDP");
    }

    #[test]
    fn chinese_encodings_are_told_by_their_letters() {
        check(&GBK.encode(TEXT).0, "GBK", TEXT);
        check(&BIG5.encode(TRADITIONAL).0, "Big5", TRADITIONAL);
        let rare = format!("{TEXT}㐂䶮");
        check(&GB18030.encode(&rare).0, "GBK", &rare);
    }

    #[test]
    fn published_files_are_read() {
        let read = |bytes: &[u8]| {
            let decoded = decode("a.txt", bytes);
            assert!(decoded.diagnostics.is_empty());
            (decoded.value.encoding, crate::report::read(&decoded.value.source).value.masthead.speaker)
        };
        let district = include_bytes!("../../tests/encodings/hailar-2014.gbk.txt");
        assert_eq!(read(district), ("GBK", Some("杜联合".to_owned())));
        let nation = include_bytes!("../../tests/encodings/state-council-2010.gbk.txt");
        assert_eq!(read(nation), ("GBK", Some("温家宝".to_owned())));
    }

    #[test]
    fn a_file_cut_in_the_middle_of_a_character_is_read_and_reported() {
        let long = TEXT.repeat(20);
        let decoded = decode("a.txt", &long.as_bytes()[..long.len() - 2]);
        assert_eq!(decoded.value.encoding, "UTF-8");
        assert_eq!(decoded.diagnostics.iter().map(|d| d.code.as_str()).collect::<Vec<_>>(), ["broken-characters"]);
    }
}
