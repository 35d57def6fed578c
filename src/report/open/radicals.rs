//! Folds characters that stand for others: the radicals and compatibility ideographs that PDFs and old fonts print. Knows no PDF.

use unicode_normalization::UnicodeNormalization as _;

/// Radicals of the block CJK Radicals Supplement, each before the character that it stands for
/// (Unicode's EquivalentUnifiedIdeograph.txt, version 14).
const SUPPLEMENT: &str = "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// `text` with radicals and compatibility ideographs replaced by the characters that they stand for (Unicode's compatibility
/// mappings); everything else is left as it is.
pub(super) fn folded(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            // Each is mapped to one character.
            '\u{2f00}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}' => c.nfkc().next().unwrap_or(c),
            '\u{2e80}'..='\u{2ef3}' => supplement(c),
            _ => c,
        })
        .collect()
}

/// Whether a character is one that [`folded`] replaces.
pub(super) fn is_folded(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}') && !folded(c.encode_utf8(&mut [0; 4])).starts_with(c)
}

fn supplement(radical: char) -> char {
    let mut pairs = SUPPLEMENT.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == radical {
            return to;
        }
    }
    radical
}

#[cfg(test)]
mod tests {
    use super::{folded, is_folded};

    #[test]
    fn radicals_become_characters_and_nothing_else_changes() {
        assert_eq!(folded("⼈⺠代表⼤会，⻓期⻅效：５％（一）"), "人民代表大会，长期见效：５％（一）");
        assert_eq!(folded("\u{f90a}融\u{f9b5}"), "金融例");
        assert!("⼈⺠\u{f90a}".chars().all(is_folded) && !"人民金︰％".chars().any(is_folded));
    }
}
