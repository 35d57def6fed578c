//! The words by which the rules tell a report from the page round it, read from their table. Knows no rules.

use crate::text::word_lists;

const TABLE: &str = include_str!("words.txt");

word_lists!(
    TABLE;
    button,
    label,
    page_begins,
    page_holds,
    turn,
    appended,
    closing,
    resumes_begins,
    lead_begins,
    lead_holds,
    organ_told,
    issuer_ends,
    front_heads,
    short_headings,
    title_ends,
    title_subject,
    title_opens,
    title_joins,
    title_topic,
    title_organ,
);

#[cfg(test)]
mod tests {
    use super::{NAMES, TABLE};
    use crate::text::heads;

    #[test]
    fn every_list_has_its_row_and_every_row_its_list() {
        assert_eq!(heads(TABLE), NAMES);
    }
}
