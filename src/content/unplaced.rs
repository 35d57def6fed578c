//! Figures on their way from the text that `figures.csv` cannot have.

use crate::diagnostic::{Code, Diagnostic};
use crate::message::message;
use crate::text::{Source, Span};

/// A figure whose words stand on no page once, so that no row could find them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// Its words.
    pub words: String,
    /// Where the source has them.
    pub place: Option<Span>,
}

/// A doubt for each of `figures`, at its place in `source`.
pub fn doubts(figures: &[Unplaced], source: &Source) -> Vec<Diagnostic> {
    figures.iter().map(|figure| doubt(figure, source)).collect()
}

fn doubt(figure: &Unplaced, source: &Source) -> Diagnostic {
    let doubt = Diagnostic::warning(
        Code::UNPLACED_FIGURE,
        message!(
            "the words round 「{words}」 stand on no page exactly once, and figures.csv is without it",
            "「{words}」前后的话在哪一页上都不是恰好出现一次，figures.csv 里没有它",
            words = figure.words
        ),
    );
    let doubt = match figure.place {
        Some(place) => doubt.at(source, place),
        None => doubt,
    };
    doubt.with_help(message!(
        "leave it so; or, where a person changed its sentence, add a row to figures.csv with the new words",
        "可以不管；要是有人改过这句话，就照新的话在 figures.csv 里加一行"
    ))
}
