//! From numbers to places on a line from 0 to 1. Every scale holds zero; none knows pixels.

use super::{Bound, Chart, Direction, Kind, Mark, Row};

/// How much of the line the longest bar may take when its end is open and goes on beyond the number.
const OPEN: f64 = 0.86;

/// A straight scale that contains zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    /// Decline lies left of zero. Otherwise a decline is as long as a growth of the same size.
    signs: bool,
}

impl Scale {
    /// The scale of row `row` of the chart: of all rows together with which it may be compared.
    pub(super) fn of(chart: &Chart, row: &Row) -> Scale {
        let marks: Vec<&Mark> = chart.on_one_scale(row).into_iter().flat_map(|row| &row.marks).collect();
        if chart.kind == Kind::Shares {
            // Whatever the shares, the line is the whole.
            return Scale { low: 0.0, high: 100.0, signs: false };
        }
        Scale::over(&marks, chart.kind == Kind::Change || both_ways(&marks))
    }

    fn over(marks: &[&Mark], signs: bool) -> Scale {
        let mut scale = Scale { low: 0.0, high: 0.0, signs };
        for mark in marks {
            let room = if goes_beyond(mark.bound) { 1.0 / OPEN } else { 1.0 };
            for end in [scale.value(mark), scale.high(mark).unwrap_or_default()] {
                scale.low = scale.low.min(end * room);
                scale.high = scale.high.max(end * room);
            }
        }
        if scale.low == scale.high {
            scale.high = 1.0;
        }
        scale
    }

    /// The value that the length of `mark` shows; what is not a number counts as zero.
    pub(super) fn value(self, mark: &Mark) -> f64 {
        self.with_sign(mark.value, mark.direction)
    }

    /// The upper end of `mark` when it is a range.
    pub(super) fn high(self, mark: &Mark) -> Option<f64> {
        mark.high.filter(|_| mark.bound == Bound::Range).map(|high| self.with_sign(high, mark.direction))
    }

    fn with_sign(self, value: f64, direction: Option<Direction>) -> f64 {
        let value = if value.is_finite() { value } else { 0.0 };
        match direction {
            Some(Direction::Down) if self.signs => -value.abs(),
            Some(_) => value.abs(),
            None => value,
        }
    }

    /// Where `value` lies, from 0 at the left to 1 at the right.
    pub(super) fn at(self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

fn goes_beyond(bound: Bound) -> bool {
    matches!(bound, Bound::AtLeast | Bound::MoreThan | Bound::About)
}

fn both_ways(marks: &[&Mark]) -> bool {
    [Direction::Up, Direction::Down].iter().all(|way| marks.iter().any(|mark| mark.direction == Some(*way)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(value: f64, direction: Option<Direction>) -> Mark {
        Mark { value, direction, ..Mark::default() }
    }

    /// Draws each mark in a row of its own and says where it ends.
    #[track_caller]
    fn check(kind: Kind, marks: &[Mark], expect: &[f64]) {
        let row = |mark: &Mark| Row { marks: vec![mark.clone()], ..Row::default() };
        let chart = Chart { kind, rows: marks.iter().map(row).collect(), ..Chart::default() };
        let end = |row: &Row| {
            let scale = Scale::of(&chart, row);
            (scale.at(scale.value(&row.marks[0])) * 1000.0).round() / 1000.0
        };
        assert_eq!(chart.rows.iter().map(end).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn lengths_are_scaled_from_zero() {
        check(Kind::Bars, &[mark(5.0, None), mark(10.0, None)], &[0.5, 1.0]);
    }

    #[test]
    fn rows_of_different_units_have_their_own_scales() {
        check(Kind::Pairs, &[mark(5.0, None), mark(1000.0, None)], &[1.0, 1.0]);
    }

    #[test]
    fn decline_lies_left_of_growth() {
        let [down, up] = [Some(Direction::Down), Some(Direction::Up)];
        check(Kind::Change, &[mark(5.0, down), mark(15.0, up), mark(0.0, None)], &[0.0, 1.0, 0.25]);
        check(Kind::Change, &[mark(5.0, down), mark(10.0, down)], &[0.5, 0.0]);
        check(Kind::Bars, &[mark(5.0, down), mark(15.0, up)], &[0.0, 1.0]);
    }

    #[test]
    fn outside_a_chart_of_change_declines_alone_are_plain_lengths() {
        let down = Some(Direction::Down);
        check(Kind::Targets, &[mark(5.0, down), mark(10.0, down)], &[0.5, 1.0]);
    }

    #[test]
    fn an_open_end_has_room_beyond_the_number() {
        check(Kind::Targets, &[Mark { bound: Bound::AtLeast, ..mark(10.0, None) }], &[OPEN]);
    }

    #[test]
    fn a_share_is_a_share_of_a_hundred() {
        check(Kind::Shares, &[mark(25.0, None), mark(50.0, None)], &[0.25, 0.5]);
    }

    #[test]
    fn what_is_not_a_number_has_no_length() {
        check(Kind::Bars, &[mark(f64::NAN, None), mark(f64::INFINITY, None), mark(2.0, None)], &[0.0, 0.0, 1.0]);
        check(Kind::Bars, &[mark(0.0, None)], &[0.0]);
    }
}
