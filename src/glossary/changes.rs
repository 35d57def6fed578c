//! What became of the entries of a glossary in a later one: new, gone, explained otherwise.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::fold::fold;

/// What became of the entries of a glossary, as indices into it and into the later one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryChanges {
    /// Entries of the later one whose term the earlier one has under no name.
    pub new: Vec<usize>,
    /// Entries of the earlier one whose term the later one has under no name.
    pub gone: Vec<usize>,
    /// Entries of one term in both, with other words of explanation.
    pub otherwise: Vec<(usize, usize)>,
}

/// Compares two glossaries. A term is one however it is quoted and whichever of its forms heads its entry; signs and blanks make no
/// other explanation.
pub fn entry_changes(before: &[&Entry], after: &[&Entry]) -> EntryChanges {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (at, entry) in before.iter().enumerate() {
        for name in names(entry) {
            known.entry(name).or_insert(at);
        }
    }
    let mut changes = EntryChanges::default();
    let mut kept = vec![false; before.len()];
    for (at, entry) in after.iter().enumerate() {
        match names(entry).iter().find_map(|name| known.get(name)) {
            Some(own) => {
                kept[*own] = true;
                if words(before[*own]) != words(entry) {
                    changes.otherwise.push((*own, at));
                }
            }
            None => changes.new.push(at),
        }
    }
    changes.gone = (0..before.len()).filter(|at| !kept[*at]).collect();
    changes
}

/// The names of an entry as terms are compared.
fn names(entry: &Entry) -> Vec<String> {
    std::iter::once(&entry.term).chain(&entry.aliases).map(|name| letters(name)).collect()
}

/// The explanation of an entry as explanations are compared.
fn words(entry: &Entry) -> String {
    letters(&entry.definition.concat())
}

fn letters(text: &str) -> String {
    fold(text).text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(term: &str, definition: &str) -> Entry {
        Entry {
            number: 1,
            mark: String::new(),
            term: term.into(),
            separator: String::new(),
            definition: vec![definition.into()],
            aliases: Vec::new(),
            not: Vec::new(),
            line: 1,
        }
    }

    #[test]
    fn a_term_is_one_however_it_is_quoted_and_an_explanation_whatever_its_signs() {
        let before =
            [entry("“双减”", "减轻作业负担。"), entry("链长制", "领导联系产业链。"), entry("三园一廊", "甲、乙")];
        let mut after =
            [entry("双减", "减轻作业负担"), entry("产业链“链长制”", "领导任链长。"), entry("四好农村路", "丙")];
        after[1].aliases.push("链长制".into());
        let changes = entry_changes(&before.iter().collect::<Vec<_>>(), &after.iter().collect::<Vec<_>>());
        assert_eq!(changes, EntryChanges { new: vec![2], gone: vec![2], otherwise: vec![(1, 1)] });
    }
}
