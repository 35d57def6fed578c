//! Charts: numbers in, SVG and table out.

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    #[default]
    Bars,
    Targets,
    Change,
    Pairs,
    Shares,
    Rank,
    Multiples,
    Series,
}
