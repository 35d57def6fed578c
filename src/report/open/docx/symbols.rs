//! The signs that Word takes from fonts of symbols, as characters that any font has.

/// The character that people see for `code` of a font of symbols; a bullet where it is none that texts have.
///
/// Word writes such a code as it stands in the font, or moved by F000 into the private area (ECMA-376, 17.3.3.30).
pub(super) fn symbol(font: &str, code: u32) -> char {
    let private = (0xf000..=0xf0ff).contains(&code);
    let Some(place) = u8::try_from(if private { code - 0xf000 } else { code }).ok() else {
        return char::from_u32(code).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c)).unwrap_or(BULLET);
    };
    let known = |table: &[(u8, char)]| table.iter().find(|(at, _)| *at == place).map(|(_, sign)| *sign);
    let row = |first: u8, signs: &str| place.checked_sub(first).and_then(|at| signs.chars().nth(usize::from(at)));
    let sign = match font {
        "Symbol" => row(0x20, SYMBOL_LOW).or_else(|| row(0xa0, SYMBOL_HIGH)),
        "Wingdings" => row(0x80, WINGDINGS_NUMBERS).or_else(|| known(WINGDINGS)),
        "Wingdings 2" => known(WINGDINGS_2),
        // A font of letters: the code is the character.
        _ if !private => char::from_u32(code).filter(|c| !c.is_control()),
        _ => None,
    };
    sign.unwrap_or(BULLET)
}

const BULLET: char = '•';

/// From 20 on (Unicode's mapping of Adobe's Symbol font).
const SYMBOL_LOW: &str =
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
/// From A0 on.
const SYMBOL_HIGH: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…";

/// The numbers in circles, from 80 on.
const WINGDINGS_NUMBERS: &str = "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿";

/// The signs of Wingdings that stand in texts (Unicode 7.0, the symbols that were added from it, and their like before).
const WINGDINGS: &[(u8, char)] = &[
    (0x46, '☞'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa1, '○'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xab, '★'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe1, '↑'),
    (0xe2, '↓'),
    (0xe8, '➔'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

const WINGDINGS_2: &[(u8, char)] =
    &[(0x4f, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x97, '•'), (0x98, '●'), (0xa2, '■'), (0xa3, '□')];

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn signs_are_those_that_people_see() {
        for (font, code, sign) in [
            ("Wingdings", 0xf0fc, '✓'),
            ("Wingdings", 0xfe, '☑'),
            ("Wingdings", 0xf081, '①'),
            ("Wingdings", 0xf08c, '❶'),
            ("Symbol", 0xf0b0, '°'),
            ("Symbol", 0xf06d, 'μ'),
            ("Symbol", 0xf0b3, '≥'),
            ("Symbol", 0xf0b4, '×'),
            ("宋体", 0x2460, '①'),
            ("宋体", 0x25, '%'),
            ("Webdings", 0xf041, '•'),
            ("Wingdings", 0xf001, '•'),
        ] {
            assert_eq!(symbol(font, code), sign, "{font} {code:x}");
        }
    }
}
