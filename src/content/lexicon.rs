//! `content/lexicon.txt`: an operator's rows of the lexicon of figures, in the form of the program's own, checked before the first report is
//! read, and laid over those.

use super::file::RawFile;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::figures::{self, LexiconRow};
use crate::message::{Message, message};
use crate::text::{Line, Source, Span, nearest};

/// Lays rows over the lexicon, for all that this process reads: `绿道|bare-head # 例子` gives a word these tags and no others, `绿道|`
/// leaves it none. Lines that begin with `#` are remarks. To be called before anything is read, and once.
///
/// What is wrong with a row is reported where it stands; then nothing is laid over. Rows that come too late are an error too.
pub fn lay_over_lexicon(file: RawFile<'_>) -> Vec<Diagnostic> {
    let Checked { value: source, mut diagnostics } = file.source();
    let Some(own) = &source else { return diagnostics };
    let lines = (1..=own.line_count()).map(|number| own.line(number));
    let rows: Vec<LexiconRow> = lines.filter_map(|line| row(own, line, &mut diagnostics)).collect();
    let twice = rows.iter().enumerate().filter(|(at, row)| rows[..*at].iter().any(|before| before.word == row.word));
    diagnostics.extend(twice.map(|(_, row)| twice_told(own, &row.word)));
    if diagnostics.is_empty() && !figures::lay_over_lexicon(rows) {
        let late = message!("the lexicon was in use already", "词表已经用过，不能再改");
        diagnostics.push(Diagnostic::error(Code::BAD_VALUE, late).in_file(own.name()));
    }
    diagnostics
}

/// The operator's rows that everything in this process is read by, a line each.
pub fn own_lexicon() -> String {
    figures::own_words()
}

/// The row of a line, if it holds one and nothing is wrong with it.
fn row(own: &Source, line: Line<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<LexiconRow> {
    let said = line.text.split('#').next().unwrap_or_default().trim();
    if said.is_empty() {
        return None;
    }
    let Some((word, tags)) = said.split_once('|').filter(|(word, _)| !word.trim().is_empty()) else {
        let fault = message!("a row is a word, a bar and its tags", "一行要写一个词、一条竖线和它的标签");
        let help = message!("for example: 绿道|bare-head", "例如：绿道|bare-head");
        diagnostics.push(Diagnostic::error(Code::BAD_VALUE, fault).at(own, line.span).with_help(help));
        return None;
    };
    let tags: Vec<&str> = tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect();
    let unknown: Vec<&&str> = tags.iter().filter(|tag| !figures::is_lexicon_tag(tag)).collect();
    diagnostics.extend(unknown.iter().map(|tag| unknown_tag(own, line, tag)));
    unknown.is_empty().then(|| LexiconRow { word: word.trim().to_owned(), tags: tags.join(",") })
}

fn unknown_tag(own: &Source, line: Line<'_>, tag: &str) -> Diagnostic {
    let start = line.span.start + line.text.rfind(tag).unwrap_or_default();
    let known = figures::lexicon_tags();
    let help = match nearest(tag, &known) {
        Some(near) => message!("did you mean `{near}`?", "是不是想写 `{near}`？"),
        None => message!("the tags are: {tags}", "标签有：{tags}", tags = Message::listed(&known)),
    };
    let fault = message!("there is no tag `{tag}`", "没有 `{tag}` 这个标签");
    Diagnostic::error(Code::UNKNOWN_KEY, fault).at(own, Span::new(start, start + tag.len())).with_help(help)
}

fn twice_told(own: &Source, word: &str) -> Diagnostic {
    let at = own.text().rfind(&format!("\n{word}")).map_or(0, |at| at + 1);
    let fault = message!("`{word}` has two rows", "`{word}` 写了两行");
    let help = message!("write its tags in one row, with commas", "标签写在一行里，用逗号隔开");
    Diagnostic::error(Code::BAD_VALUE, fault).at(own, Span::new(at, at + word.len())).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found wrong, each with its line.
    fn faults(text: &str) -> Vec<String> {
        let found = lay_over_lexicon(RawFile { path: "lexicon.txt", name: "lexicon.txt", bytes: text.as_bytes() });
        found.iter().map(|one| one.message.said_in(crate::message::Language::English).to_owned()).collect()
    }

    // Rows without a fault would hold for every other test of this process: a whole run shows them (tests/it/lexicon.rs).
    #[test]
    fn each_fault_is_told_and_nothing_is_laid_over() {
        for (text, due) in [
            ("# 例子\n绿道|bare-hed\n", "there is no tag `bare-hed`"),
            ("绿道\n", "a row is a word, a bar and its tags"),
            ("|cut\n", "a row is a word, a bar and its tags"),
            ("绿道|leads=\n", "there is no tag `leads=`"),
            ("绿道|cut\n绿道|measure\n", "`绿道` has two rows"),
        ] {
            assert_eq!(faults(text), [due], "{text}");
        }
        assert_eq!(faults("甲|nothing-known,cut\n乙\n").len(), 2);
    }
}
