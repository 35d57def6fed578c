//! The two ends of a change from one value to another: the years that an earlier change has said, and those of a longer time that is
//! looked back on. Knows no words of time.

use std::ops::Range;

use super::quantity::Quantity;
use super::stream::Stream;
use super::time::{Dated, Years};
use super::why::{Because, PeriodRule};
use super::{clause, lists, manner};

/// The two years of a change from one value to another, which later changes of the paragraph leave unsaid:
/// `收入从1997年的8651亿元增加到2002年的18914亿元；储备从1399亿美元增加到2864亿美元`.
#[derive(Debug, Default)]
pub(super) struct Endpoints {
    from: Option<Dated>,
    /// Where the number stands that said the year.
    since: usize,
    to: Option<Dated>,
    /// The quantity before was one that a change began with: whether it said its own year, and where it ends.
    begun: Option<(bool, usize)>,
    /// Where the quantity before ends, when it was one that a change ended with.
    ended: Option<usize>,
}

impl Endpoints {
    /// The years that a quantity without years of its own takes from an earlier change, if it is an end of one and the words speak
    /// of a `long` time.
    pub fn ellipsis(
        &mut self,
        stream: &Stream<'_>,
        quantity: &Quantity,
        own: Option<Dated>,
        long: Option<Years>,
    ) -> Option<Dated> {
        if manner::left_behind(stream, quantity) {
            self.begun = Some((own.is_some(), quantity.body.end));
            let same = clause::sentence(stream, quantity.number.start).contains(&self.since);
            if own.is_some() {
                self.from = own.map(|own| own.by(PeriodRule::ChangeBegan));
                self.since = quantity.number.start;
            }
            // A year that the sentence names beside dates the other end.
            return self.from.filter(|_| own.is_none() && (same || long.is_some() && self.to.is_some()));
        }
        let further = |end: usize| lists::joins(stream, end..quantity.number.start.max(end));
        let Some((said, end)) = self.begun.take() else {
            self.ended = self.ended.filter(|end| further(*end)).map(|_| quantity.body.end);
            return self.to.filter(|_| self.ended.is_some() && own.is_none() && long.is_some());
        };
        if further(end) {
            self.begun = Some((said, quantity.body.end));
            return None;
        }
        let between = stream.text(end..quantity.number.start);
        let arrives = between.contains(['到', '至', '为']) && !between.contains('，');
        if said && arrives {
            // `由2005年的31.8%提高到37.5%`: at the end of the time that is looked back on.
            let end = |(_, last)| Dated { years: (last, last), why: Because::unsaid(PeriodRule::ChangeEndOfTime) };
            self.to = own.map(|own| own.by(PeriodRule::ChangeEnded)).or(long.map(end));
        }
        self.ended = arrives.then_some(quantity.body.end);
        self.to.filter(|_| arrives && own.is_none() && long.is_some())
    }
}

/// Which end of a change a quantity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// 91 of `从91%提高到95%`.
    From,
    /// 95 of `从91%提高到95%`.
    To,
}

impl End {
    /// Its year, when the change went on over a `long` time, of which both ends are said (`2020年到2025年`) or not (`五年来`).
    pub fn of((first, last): Years, end: End, both: bool) -> Option<Dated> {
        let (year, rule) = match end {
            End::From if both => (first, PeriodRule::ChangeStartOfTime),
            End::From => (first.checked_sub(1)?, PeriodRule::ChangeStartOfTime),
            End::To => (last, PeriodRule::ChangeEndOfTime),
        };
        Some(Dated { years: (year, year), why: Because::unsaid(rule) })
    }
}

/// For each quantity, which end of a change it is, if it is one: the members of a list that 从 leads up to, and those of the next list
/// of the clause, to which 到 leads on.
pub(super) fn all(stream: &Stream<'_>, quantities: &[Quantity], runs: &[Range<usize>]) -> Vec<Option<End>> {
    let mut ends = vec![None; quantities.len()];
    for pair in runs.windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let (first, second) = (&quantities[from.start], &quantities[to.start]);
        let between = stream.text(quantities[from.end - 1].body.end..second.number.start);
        let arrives = between.contains(['到', '至', '为', '升']) && !between.contains(['，', '；', '。']);
        if arrives && manner::left_behind(stream, first) && !runs_on(stream, first, second) {
            ends[from.clone()].fill(Some(End::From));
            ends[to.clone()].fill(Some(End::To));
        }
    }
    ends
}

/// Whether a clause ends between two quantities.
fn runs_on(stream: &Stream<'_>, first: &Quantity, second: &Quantity) -> bool {
    clause::around(stream, first.number.start) != clause::around(stream, second.number.start)
}
