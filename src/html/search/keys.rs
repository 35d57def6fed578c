//! Which report of a library can hold which words: the characters and pairs of characters of all reports, each with the reports
//! that have it, in many small files of which a query needs one or two. Knows no page.

use crate::artifact::Artifact;
use crate::html::assets::with_digest;
use crate::html::page_writer::PageWriter;
use crate::site::{ReportSummary, Route};

/// How many bytes of all a file holds, about.
const SHARD: usize = 12_000;
/// Never more files than this.
const MOST_SHARDS: usize = 2048;

/// Where the files lie.
pub(super) struct KeyFiles {
    /// The address of each, `{n}` for its number.
    pub pattern: Route,
    pub count: usize,
}

/// A key and the number of a report that has it: two characters of 16 bits, and 32 of the number.
type Held = u64;

/// Writes the files for the reports in this order; `None` where nobody will see them, or one report has no keys.
pub(super) fn put(reports: &[&ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<Option<KeyFiles>> {
    let mut held: Vec<Held> = Vec::new();
    for (number, report) in reports.iter().enumerate() {
        let Some(bytes) = out.taken(&report.searched.keys.path())? else { return Ok(None) };
        held.extend(keys(&String::from_utf8_lossy(&bytes)).map(|key| key << 32 | number as u64));
    }
    // Those of a report are in order already, which a stable sort makes use of.
    held.sort();
    let weight = held.len() * 2 + held.chunk_by(|a, b| a >> 32 == b >> 32).count() * 8;
    let count = weight.div_ceil(SHARD).next_power_of_two().min(MOST_SHARDS);
    let shards = shards(&held, count);
    let pattern = with_digest("search/keys/{n}.js", shards.concat().as_bytes());
    for (number, shard) in shards.into_iter().enumerate() {
        out.put(Artifact::text(pattern.replace("{n}", &number.to_string()), shard))?;
    }
    Ok(Some(KeyFiles { pattern: Route::file(pattern), count }))
}

/// The keys that [`SearchKeys::print`](crate::text::SearchKeys::print) wrote.
fn keys(printed: &str) -> impl Iterator<Item = u64> {
    let mut units = printed.encode_utf16().map(u64::from);
    std::iter::from_fn(move || {
        let (first, second) = (units.next()?, units.next()?);
        Some(first << 16 | if second == u64::from(b' ') { 0 } else { second })
    })
}

/// The files: each a call of the search script with its number, and for each key in it its reports.
fn shards(held: &[Held], count: usize) -> Vec<String> {
    let mut shards = vec![String::new(); count];
    for of_key in held.chunk_by(|a, b| a >> 32 == b >> 32) {
        let (first, second) = (of_key[0] >> 48, of_key[0] >> 32 & 0xffff);
        let shard = &mut shards[(first * 31 + second) as usize % count];
        let key = [first, second].into_iter().filter_map(|unit| char::from_u32(unit as u32)).filter(|c| *c != '\0');
        shard.push_str(if shard.is_empty() { "{\"" } else { ",\"" });
        shard.extend(key);
        shard.push_str("\":\"");
        push_numbers(of_key.iter().map(|held| held & 0xffff_ffff), shard);
        shard.push('"');
    }
    let call = |(number, shard): (usize, String)| {
        let table = if shard.is_empty() { "{}".to_owned() } else { shard + "}" };
        format!("gongdu.keys({number},{table});\n")
    };
    shards.into_iter().enumerate().map(call).collect()
}

/// The step to the largest number that one sign says.
const STEP: u64 = 56;

/// Rising numbers as signs: how many are left out before each, counted from `#`; `[` goes on by 56.
fn push_numbers(numbers: impl Iterator<Item = u64>, text: &mut String) {
    let mut next = 0;
    for number in numbers {
        let mut gap = number - next;
        while gap >= STEP {
            text.push('[');
            gap -= STEP;
        }
        text.push(char::from(b'#' + gap as u8));
        next = number + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SearchKeys;

    #[test]
    fn each_key_stands_with_its_reports_in_the_file_that_is_asked_for_it() {
        let held = |texts: &[&str]| {
            let mut held = Vec::new();
            for (number, text) in texts.iter().enumerate() {
                let mut own = SearchKeys::default();
                own.add(text);
                held.extend(keys(&own.print()).map(|key| key << 32 | number as u64));
            }
            held.sort();
            held
        };
        let one = shards(&held(&["养老", "老", "养"]), 1);
        assert_eq!(one, ["gongdu.keys(0,{\"养\":\"#$\",\"养老\":\"#\",\"老\":\"##\"});\n"]);
        let many = shards(&held(&["养老"]), 4);
        let at = ('养' as usize * 31 + '老' as usize) % 4;
        assert!(many[at].contains("\"养老\":\"#\""), "{many:?}");
    }

    #[test]
    fn numbers_are_told_by_the_gaps_before_them() {
        let mut text = String::new();
        push_numbers([0, 1, 3, 60, 200].into_iter(), &mut text);
        assert_eq!(text, "##$[#[[>");
    }
}
