//! The kinds of places that have a government, as their names end in China.

/// Every kind of place, the longest first, so that the first that a name ends with is the whole of its kind
/// (六枝特区 is a 特区, and no 区 by the name of 六枝特).
pub const PLACE_KINDS: &[&str] = &[
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "新区",
    "特区",
    "省",
    "市",
    "区",
    "县",
    "州",
    "旗",
    "盟",
    "镇",
    "乡",
];

/// Whether a name ends as that of a place with a government, or as 国务院 does.
pub(super) fn has_government(name: &str) -> bool {
    name.ends_with('院') || PLACE_KINDS.iter().any(|kind| name.ends_with(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_hides_a_longer_one_behind_it() {
        for (at, kind) in PLACE_KINDS.iter().enumerate() {
            assert!(PLACE_KINDS[at + 1..].iter().all(|later| !later.ends_with(kind)), "{kind}");
        }
    }

    #[test]
    fn places_and_the_state_council_have_a_government() {
        assert!(["淄川区", "六枝特区", "海拉尔市", "国务院", "省"].into_iter().all(has_government));
        assert!(!["一图读懂", "", "新疆"].into_iter().any(has_government));
    }
}
