//! What a commitment is about: the shortest run of its words that names it.

use super::commitment::CommitmentKind;
use super::end::ClauseEnd;
use super::verb::skip_leads;
use super::words::lists;
use crate::text::Span;
use crate::text::{begins, ends};

/// The words that name what the commitment of `span` is about, as `printed`; where its clause only says what becomes of a thing, those of the
/// clause before it.
pub(super) fn object(
    paragraph: &str,
    printed: &str,
    span: Span,
    before: Option<Span>,
    read: &ClauseEnd,
) -> Vec<String> {
    let mut names: Vec<String> = read.indicators.iter().filter(|name| !name.is_empty()).cloned().collect();
    names.dedup();
    if read.kind == Some(CommitmentKind::Figure) && !names.is_empty() {
        return names;
    }
    let own = trimmed(paragraph, Span::from(read.object.clone()), false);
    let found = own.or_else(|| before.and_then(|before| trimmed(paragraph, before, true))).unwrap_or(span);
    vec![found.of(printed).to_owned()]
}

/// A run without the verb before it and the verbs, adverbs and bare nouns behind it; `None` where nothing is left.
fn trimmed(paragraph: &str, run: Span, with_verb: bool) -> Option<Span> {
    let lists = lists();
    let Span { mut start, mut end } = run;
    if with_verb {
        start += skip_leads(run.of(paragraph));
        let verb = [&lists.finish, &lists.start].into_iter().find_map(|list| begins(&paragraph[start..end], list));
        start += verb.map_or(0, str::len);
    }
    let tail = |end: usize| {
        [&lists.noun_behind, &lists.manner_behind].into_iter().find_map(|list| ends(&paragraph[start..end], list))
    };
    while let Some(tail) = tail(end) {
        end -= tail.len();
    }
    // `投资4800万元的` says how large the thing is, not what it is.
    let words = &paragraph[start..end];
    if begins(words, &lists.spending).is_some()
        && let Some(at) = words.find("元的")
    {
        start += at + "元的".len();
    }
    (paragraph[start..end].chars().count() >= 2).then(|| Span::new(start, end))
}
