//! What a list of subjects says only with one of its members and means of all: their whole, their owner, their order, their kind. Knows no
//! numbers.

use super::lexicon::WordTag;
use super::name::Name;
use crate::text::han_digit;

/// Gives every member the part of the place, or the grade, that only the first one names, where they are measures of one sort
/// (`农村卫生户厕覆盖率、污水治理率`, `省级公用经费和一般性支出`, `开发区工业增加值、工业投资`, `每千人托位、养老床位数`).
pub(super) fn share_whole(names: &mut [Name]) {
    let heads = ["每千人", "每万人", "每十万人", "限额以上", "限上"];
    let wholes =
        || ["农村", "城市", "城镇"].iter().chain(&heads).chain(WordTag::Grade.words()).chain(WordTag::Area.words());
    let own = |name: &Name| wholes().any(|whole| name.contains(*whole));
    let Some((first, others)) = names.split_first_mut().filter(|(_, others)| !others.iter().any(own)) else { return };
    let Some(whole) = wholes().find(|whole| first.starts_with(**whole)) else { return };
    let sorts: &[&str] = match () {
        () if WordTag::Grade.words().contains(whole) => &["支出", "经费"],
        () if WordTag::Area.words().contains(whole) => &["增加值", "投资", "产值", "收入", "增速", "增幅"],
        () if whole.starts_with('每') => &["数", "位", "师", "量"],
        () if heads.contains(whole) => &["额", "收入"],
        () => &["率"],
    };
    let alike = |name: &Name| sorts.iter().any(|sort| name.ends_with(sort));
    if alike(first) && others.iter().all(alike) {
        let whole = first.part(0..whole.len());
        others.iter_mut().for_each(|name| *name = whole.clone().with(name));
    }
}

/// Gives heads of what happened the owner of the first, when the list has three or more.
pub(super) fn share_owner(names: &mut [Name]) {
    let heads = ["起数", "次数"];
    let Some((first, others)) = names.split_first_mut().filter(|(_, others)| others.len() >= 2) else { return };
    let Some(owner) = heads.iter().find_map(|head| first.strip_suffix(*head)).filter(|owner| !owner.is_empty()) else {
        return;
    };
    let owner = first.part(0..owner.len());
    let bare = |name: &Name| name.ends_with("人数") && name.chars().count() <= 4 || name.ends_with("损失");
    if others.iter().all(bare) {
        others.iter_mut().for_each(|name| *name = owner.clone().with(name));
    }
}

/// Makes of `第二、三产业投资` the 第二产业投资 and the 第三产业投资.
pub(super) fn share_order(names: &mut [Name]) {
    let Some((first, others)) = names.split_first_mut() else { return };
    let numeral = |name: &str| name.chars().take_while(|sign| han_digit(*sign).is_some()).map(char::len_utf8).sum();
    let length: usize = first.strip_prefix('第').map_or(0, numeral);
    let ordered = length > 0 && first.len() == '第'.len_utf8() + length;
    if !ordered || others.iter().any(|name| numeral(name) == 0) {
        return;
    }
    let Some(last) = others.last() else { return };
    let noun = last.part(numeral(last)..last.len());
    for name in others.iter_mut() {
        let whole = name.len() > numeral(name);
        let ordered = first.part(0..'第'.len_utf8()).with(name);
        *name = if whole { ordered } else { ordered.with(&noun) };
    }
    *first = first.clone().with(&noun);
}

/// Gives every example the kind that stands after 等 (`涉恶、侵财、电信诈骗等案件`).
pub(super) fn share_kind(names: &mut [Name]) {
    let Some((last, others)) = names.split_last_mut() else { return };
    let Some(etc) = last.rfind('等') else { return };
    let (example, kind) = (last.part(0..etc), last.part(etc + '等'.len_utf8()..last.len()));
    // `石化、信息等产业增加值`
    let kind_chars: Vec<char> = kind.chars().collect();
    let measured = measure(&kind_chars).filter(|length| length + 2 <= kind_chars.len()).unwrap_or(0);
    if example.chars().count() >= 2 && (2..=LONGEST_KIND).contains(&(kind_chars.len() - measured)) {
        for name in others.iter_mut().filter(|name| !name.ends_with(&*kind)) {
            *name = name.clone().with(&kind);
        }
        *last = example.with(&kind);
    }
}

/// The most characters of a kind after 等; what is longer says more than the kind.
const LONGEST_KIND: usize = 4;

/// The length of the measure that a name ends with.
pub(super) fn measure(of: &[char]) -> Option<usize> {
    let text: String = of.iter().collect();
    WordTag::Measure.words().iter().filter(|noun| text.ends_with(**noun)).map(|noun| noun.chars().count()).max()
}
