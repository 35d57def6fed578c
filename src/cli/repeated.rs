//! A fault that is told many times over: its first places, and how many more there are. Makes text of nothing itself.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::message::{Message, message};

/// A kind of fault that is told more often than this is shortened.
const MANY: usize = 10;
/// So many of one are shown then.
const FIRST: usize = 3;

/// Diagnostics, those of a kind that comes many times cut to the first few, and a line for each such kind.
pub(super) fn shortened(diagnostics: &[Diagnostic]) -> (Vec<Diagnostic>, Vec<Message>) {
    let mut counts: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    let kind = |found: &Diagnostic| (found.severity.name(), found.code.as_str());
    for found in diagnostics {
        counts.entry(kind(found)).or_default().0 += 1;
    }
    let is_shown = |found: &&Diagnostic| {
        let Some((count, shown)) = counts.get_mut(&kind(found)) else { return true };
        *shown += 1;
        *count <= MANY || *shown <= FIRST
    };
    let shown = diagnostics.iter().filter(is_shown).cloned().collect();
    let many = counts.into_iter().filter(|(_, (count, _))| *count > MANY);
    let rest = many.map(|((_, code), (count, _))| {
        message!(
            "`{code}` {count} times; shown are the first {first}, --all shows each",
            "`{code}` 有 {count} 处，只列出前 {first} 处；加 --all 全部列出",
            code = code,
            count = count,
            first = FIRST
        )
    });
    (shown, rest.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::message::Language;

    #[test]
    fn what_comes_many_times_is_cut_and_counted() {
        let of = |code, count: usize| std::iter::repeat_n(Diagnostic::warning(code, Message::default()), count);
        let check = |found: Vec<Diagnostic>, due: usize, said: &[&str]| {
            let (shown, rest) = shortened(&found);
            assert_eq!(shown.len(), due);
            assert_eq!(rest.iter().map(|line| line.said_in(Language::English)).collect::<Vec<_>>(), said);
        };
        check(of(Code::NO_TITLE, 10).collect(), 10, &[]);
        check(
            of(Code::NO_TITLE, 143).chain(of(Code::BAD_ID, 2)).collect(),
            5,
            &["`no-title` 143 times; shown are the first 3, --all shows each"],
        );
        let error = Diagnostic::error(Code::NO_TITLE, Message::default());
        check(
            of(Code::NO_TITLE, 11).chain([error]).collect(),
            4,
            &["`no-title` 11 times; shown are the first 3, --all shows each"],
        );
    }
}
