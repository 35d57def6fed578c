//! The years that a text prints in digits, so that nothing drawn from it names another.

use std::collections::BTreeSet;

/// Years in digits of either width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedYears(BTreeSet<String>);

impl PrintedYears {
    /// The years that some texts print: `２００２年`, `2016-2020年`.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> PrintedYears {
        let mut years = BTreeSet::new();
        for text in texts {
            let plain: String = text.chars().map(plain).collect();
            let runs = plain.split(|c: char| !c.is_ascii_digit());
            years.extend(runs.filter(|run| run.len() == 4).map(str::to_owned));
        }
        PrintedYears(years)
    }

    /// Whether every year of a period (`2022`, `2018-2022`) is printed. No period is no year.
    pub fn has(&self, period: &str) -> bool {
        !period.is_empty() && period.split('-').all(|year| self.0.contains(year))
    }
}

/// The plain form of a full-width digit.
fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_printed_when_all_its_years_are() {
        let years = PrintedYears::of(["从２００２年到2007年", "总投资12022亿元"]);
        assert!(years.has("2002") && years.has("2007") && years.has("2002-2007"));
        assert!(!years.has("2022") && !years.has("2002-2006") && !years.has(""));
    }
}
