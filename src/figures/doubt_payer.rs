//! Whether the name of an amount of money says no more than who pays it. Knows no periods.

use super::key_statistics;
use super::lexicon::WordTag;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::Stream;
use super::word_lists::lists;

/// Whether a name says of money no more than who pays it (`中央财政安排832亿元`), or which part of it (`其中中央财政支出1981亿元`).
pub(super) fn is_alone(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let paid = |name: &str| WordTag::Payer.words().iter().any(|word| without_payment(name).ends_with(word));
    let part = name.start().is_some_and(|start| stream.ends(0, start, "其中"));
    let of_part = WordTag::Measure.words().iter().filter_map(|measure| name.strip_suffix(measure)).any(paid);
    quantity.unit.ends_with('元') && (paid(name) || part && of_part && !key_statistics::is_name(name))
}

/// A name without the words at its end that say no more than that money is spent (`拟安排补贴资金`).
fn without_payment(name: &str) -> &str {
    let shorter = lists().doubt_payments.iter().find_map(|word| name.strip_suffix(word));
    shorter.map_or(name, without_payment)
}
