//! Whether words name anything without what they belong to. Knows no quantities.

use super::lexicon::WordTag;

/// Whether a subject names nothing without what it belongs to (总投资, 占财政总支出).
pub(super) fn is_bare(said: &str) -> bool {
    let share_of = |head: &str| said.strip_prefix(head).is_some_and(|rest| rest.starts_with('占'));
    let total = said.starts_with('总') && said.chars().count() <= 5;
    // 参保率, 办结率: a rate of what was said before.
    let rate = said.ends_with('率') && said.chars().count() <= 3;
    total
        || rate
        || WordTag::BareHead.words().contains(&said)
        || said.starts_with('占')
        || WordTag::BareHead.words().iter().any(|head| share_of(head))
}

/// A name without what says nothing of what it is of (年度 of 年度投资).
pub(super) fn without_modifiers(name: &str) -> &str {
    let opens = |name: &str| {
        let longer = WordTag::Modifier.words().iter().filter(|word| name.len() > word.len());
        longer.filter(|word| name.starts_with(**word)).map(|word| word.len()).max()
    };
    let mut rest = name;
    while !is_bare(rest)
        && let Some(length) = opens(rest)
    {
        rest = &rest[length..];
    }
    rest
}
