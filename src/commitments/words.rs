//! The words of the rules, read from their table. Knows no rules.

use crate::text::word_lists;

const TABLE: &str = include_str!("words.txt");

word_lists!(
    TABLE;
    lead,
    ensure,
    strive,
    passed,
    fact,
    setting,
    preamble,
    vague,
    uncounted,
    unended,
    finish,
    finish_tail,
    finish_tail_of_thing,
    finish_between,
    start,
    start_tail,
    start_tail_of_thing,
    status,
    status_tail,
    passing,
    examination,
    coverage,
    coverage_as_manner,
    writing,
    written,
    making,
    made,
    founding,
    opening,
    route,
    unending,
    thing,
    thought,
    time,
    in_time,
    goes_on,
    spending,
    of_thing,
    size,
    pushed,
    project,
    support,
    building,
    counter,
    building_counter,
    aspect,
    noun_behind,
    manner_behind,
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
