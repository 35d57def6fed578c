//! The closed classes of words that the rules know, read from their table: a row a class. Knows no rules.

use crate::text::word_lists;

const TABLE: &str = include_str!("word_lists.txt");

word_lists!(
    TABLE;
    chinese_strong_units,
    unit_physical_divisors,
    unit_more,
    unit_magnitudes,
    unit_measures,
    qualifier_not_words,
    qualifier_arrivals,
    qualifier_fillers,
    change_up,
    change_down,
    change_up_nouns,
    change_down_nouns,
    change_above,
    change_below,
    change_cuts,
    change_either,
    rank_ranked,
    durations_since,
    time_openings,
    status_grown,
    status_results,
    status_achieved,
    status_intents,
    status_back,
    status_ahead,
    status_now,
    evidence_wishes,
    evidence_plans,
    evidence_counts,
    surroundings_joints,
    surroundings_dividers,
    phrase_whole,
    head_goes_on,
    head_not_heads,
    owner_vague,
    owner_adding,
    owner_rates,
    reached_flows,
    reached_stands,
    reached_arrivals,
    reached_passed,
    reached_levels,
    ellipsis_stages,
    cells_planned,
    compare_reaches,
    units_counts,
    chinese_reached,
    chinese_ventures,
    doubt_places,
    doubt_rates,
    members_kinds,
    doubt_parts_of_year,
    doubt_counted,
    durations_ahead,
    evidence_met,
    growth_compared,
    head_counted,
    lists_wishes,
    owner_sizes,
    owner_won,
    owner_per_head,
    owner_share_rose,
    owner_rose,
    rank_won,
    rank_moved,
    reached_links,
    reached_counted,
    refusal_kinds,
    refusal_bearers,
    refusal_counted,
    status_ended,
    status_wishes,
    subject_bases,
    subject_basis_ends,
    subject_links,
    subject_times,
    subject_time_ends,
    subject_year_ends,
    time_reached,
    phrase_first_halves,
    phrase_second_halves,
    unit_nouns,
);

#[cfg(test)]
mod tests {
    use super::{NAMES, TABLE};
    use crate::text::heads;

    #[test]
    fn every_class_has_its_row_and_every_row_its_class() {
        assert_eq!(heads(TABLE), NAMES);
    }
}
