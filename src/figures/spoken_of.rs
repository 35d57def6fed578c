//! What a head that names nothing alone belongs to, when a clause or a sentence without numbers has spoken of it: the work of a topic
//! sentence, the part of the place that a clause introduces. Knows no names of neighbours.

use std::ops::Range;

use super::figure::Kind;
use super::lexicon::WordTag;
use super::name::Name;
use super::phrase::{trim_back, trim_front};
use super::predicate;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::NameRule;
use super::word_lists::lists;
use super::{clause, deeds, opening, owner, subject};

/// The work that the clause before speaks of, for an amount that the next clause spends on it (`核电项目一期全面建设，完成投资50亿元`).
pub(super) fn project_before(stream: &Stream<'_>, subject: &Range<usize>, head: &str) -> Option<Name> {
    let said = owner::clause_before(stream, subject.start);
    // What serves people is said before, in the same clause or in the one before, whatever it is.
    if ["惠及", "受益"].contains(&head) {
        let start = clause::around(stream, subject.start).start;
        let listed = opening::without_opening(stream, start..subject.start.saturating_sub(1).max(start));
        let numberless = !stream.is_numbered(listed.clone());
        let own = Some(Name::of(stream, listed)).filter(|own| numberless && !own.is_empty());
        return own.or(Some(said).filter(|said| !said.is_empty()));
    }
    is_work(&said).then_some(said)
}

/// The subject of a clause without numbers that leads over to the measure of the next (`建筑业发展势头强劲，总产值增长35.4%`).
pub(super) fn introduced(stream: &Stream<'_>, quantities: &[Quantity], index: usize, head: &str) -> Option<Name> {
    let before = &quantities[index.checked_sub(1)?];
    let clause = clause::around(stream, quantities[index].number.start);
    let led = clause::before(stream, &clause).filter(|led| led.start > before.body.end)?;
    let range = opening::without_opening(stream, led.clone());
    let said = predicate::without_predicate(stream, range.clone());
    let measure = WordTag::Measure.words().contains(&head)
        && ["；", "。"].contains(&stream.text(led.start - 1..led.start).as_str());
    (measure && said.end < range.end && said.len() > 1).then(|| Name::of(stream, said))
}

/// The verb of deed that opens a clause before the examples that a subject leaves out (`新增黄石、咸宁等全国文明城市`).
pub(super) fn verb_before_examples(stream: &Stream<'_>, left: &Range<usize>, subject: &Range<usize>) -> Option<Name> {
    let etc = if stream.before(subject.start) == '的' { subject.start.checked_sub(1)? } else { subject.start };
    let examples = subject.start > left.start && subject::is_etc(stream, etc.checked_sub(1)?);
    let start = trim_front(stream, left.start..subject.start, &[WordTag::Opener.words()]).start;
    let start = trim_front(stream, start..subject.start, &[&["免费"]]).start;
    let verbs = [WordTag::New.words(), WordTag::Treatment.words(), &["新增", "净增"]];
    let length = deeds::twofold(stream, start, &verbs);
    // `新建、改造甲路等道路80条`: two deeds.
    let one = |length: &usize| *length > 1 && start + length < subject.start && stream.at(start + length) != '、';
    let length = length.filter(one);
    let treated = stream.longest_at(start, WordTag::Treatment.words()).is_some();
    let shortest = if treated { SHORTEST_KIND - 1 } else { SHORTEST_KIND };
    length.filter(|_| examples && subject.len() >= shortest).map(|length| Name::of(stream, start..start + length))
}

/// What kind examples are of takes at least so many characters (`新增医养结合等机构` says of none).
const SHORTEST_KIND: usize = 5;

/// Gives names that tell what was brought about what did so; what goes on under such a name goes on under the whole.
pub(super) fn serve(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    let told: Vec<Name> = names.to_vec();
    for index in 0..names.len() {
        let goes_on = index > 0 && told[index] == told[index - 1] && names[index - 1] != told[index - 1];
        // `以旧换新，带动消费791亿元，惠及消费者750多万人次`: both by the same.
        let server = index.checked_sub(1).and_then(|before| names[before].strip_suffix(&*told[before]));
        // `带动面上产业投资增长6.5%`: all of it grew, whatever made it.
        let verbs = lists().served_verbs.iter().filter_map(|verb| told[index].strip_prefix(*verb));
        let grown = verbs.min_by_key(|rest| rest.len()).filter(|_| quantities[index].kind == Kind::Change);
        if let Some(grown) = grown.filter(|rest| rest.chars().count() > 2) {
            let length = told[index].len();
            names[index] = told[index].part(length - grown.len()..length).by(NameRule::Subject);
            continue;
        }
        let again =
            goes_on_serving(stream, quantities, &told, index) && server.is_some_and(|server| !server.is_empty());
        if goes_on && told[index].rules().contains(&NameRule::Inherited) {
            names[index] = names[index - 1].again(NameRule::Inherited);
        } else if let Some(server) = server.filter(|_| again) {
            let server = names[index - 1].part(0..server.len());
            names[index] = server.with(&told[index]).by(NameRule::OwnerBefore);
        } else if let Some(server) = served_by(stream, quantities, index, &told, &told[index]) {
            names[index] = server.with(&told[index]).by(NameRule::OwnerBefore);
        }
    }
}

/// Whether a name tells what was brought about, in the clause after one that tells the same of the number before.
fn goes_on_serving(stream: &Stream<'_>, quantities: &[Quantity], told: &[Name], index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let between = quantities[before].body.end..quantities[index].words.start.max(quantities[before].body.end);
    let sentence = clause::sentence(stream, quantities[index].number.start).contains(&quantities[before].number.start);
    sentence && serves(&told[index]) && serves(&told[before]) && stream.find(between, "；").is_none()
}

/// What brought about what a name tells of others (`落实国家育儿补贴政策，惠及154万户家庭`, `发放补贴4亿元，带动3.8万人就业`), where the name begins its
/// clause with that: the name of the number before, or what the clause before speaks of.
fn served_by(stream: &Stream<'_>, quantities: &[Quantity], index: usize, names: &[Name], name: &Name) -> Option<Name> {
    let start = name.start().filter(|_| serves(name) && !name.contains('占'))?;
    let clause = clause::around(stream, start.min(quantities[index].number.start));
    let before = index.checked_sub(1).filter(|before| quantities[*before].number.start < clause.start);
    let within = index.checked_sub(1).filter(|before| quantities[*before].number.start >= clause.start);
    if let Some(within) = within {
        // `发放劳务报酬4.19亿元、带动3.78万人就业`, `20.3亿元补贴拉动消费215亿元`
        let next = quantities[within].body.end + 1 >= start.min(quantities[index].words.start)
            || names.get(within)?.end()? == start;
        return names.get(within).filter(|owner| next && !owner.is_empty() && !serves(owner)).cloned();
    }
    let opens = trim_front(stream, clause.clone(), &[WordTag::Opener.words()]).start
        >= start.min(quantities[index].words.start);
    let earlier = clause::before(stream, &clause).filter(|_| opens)?;
    let numbered = before.filter(|before| quantities[*before].number.start >= earlier.start);
    let owner = match numbered {
        // People do something of which the next clause need not tell.
        Some(before) if quantities[before].unit.ends_with(['人', '名', '位']) => return None,
        Some(before) => names.get(before)?.clone(),
        None if stream.is_numbered(earlier.clone()) => return None,
        None => owner::clause_before(stream, quantities[index].number.start),
    };
    let owner = owner.part(0..owner.len());
    // `扩大支持范围、提高补贴标准，带动…`: two deeds are no name.
    let one = !owner.is_empty()
        && !serves(&owner)
        && !owner.contains("用于")
        && !owner.contains('、')
        && stream.find(earlier, "、").is_none();
    (one && owner.chars().count() <= LONGEST_SERVING).then_some(owner)
}

/// Whether a name begins with what was brought about.
fn serves(name: &str) -> bool {
    lists().served_verbs.iter().any(|verb| name.starts_with(verb))
}

/// What brought something about has a name of no more characters.
const LONGEST_SERVING: usize = 20;

/// Whether a name is that of a work.
pub(super) fn is_work(name: &str) -> bool {
    WordTag::Work.words().iter().any(|end| name.ends_with(end))
}

/// The work that the topic sentence before speaks of (`老城区改造工作成效明显。全年完成投资3.5亿元。`), or else the one that opens the same
/// sentence; a `total` may be of whatever was spoken of.
pub(super) fn topic(stream: &Stream<'_>, subject: &Range<usize>, total: bool) -> Option<Name> {
    let sentence = clause::sentence(stream, subject.start);
    let first = clause::around(stream, sentence.start);
    if !first.contains(&subject.start) {
        let next = clause::around(stream, subject.start).start == first.end + 1;
        return told_of(stream, first).filter(|name| total && next || is_work(name));
    }
    let mark = sentence.start.checked_sub(1).filter(|mark| *mark > 0)?;
    let before = clause::sentence(stream, mark - 1);
    let one_clause = clause::around(stream, before.start) == before;
    told_of(stream, before).filter(|name| one_clause && (total || is_work(name)))
}

/// What a clause without numbers tells something of.
fn told_of(stream: &Stream<'_>, clause: Range<usize>) -> Option<Name> {
    if clause.len() > LONGEST_TOPIC || stream.is_numbered(clause.clone()) {
        return None;
    }
    let range = opening::without_opening(stream, clause);
    let said = predicate::without_predicate(stream, range.clone());
    let told = said.end < range.end && said.len() > 2;
    told.then(|| Name::of(stream, trim_back(stream, said, &[&["工作", "任务"]])))
}

/// A topic is no longer than this.
const LONGEST_TOPIC: usize = 32;

/// A measure with those whom it is reckoned towards: `对非贸易额`, `对县区财政转移支付`.
pub(super) fn towards(stream: &Stream<'_>, left: &Range<usize>, subject: &Range<usize>) -> Option<Name> {
    let said = Name::of(stream, subject.clone());
    let measured = said.find('占').map_or(&*said, |share| &said[..share]);
    let measure = WordTag::Measure.words().iter().any(|measure| measured.ends_with(measure))
        || said.len() > measured.len() && measured.ends_with("贸易");
    let towards = stream.before(subject.start) == '对' && subject.start > left.start;
    // `向民间资本推介重大项目`: they are those whom it is done to.
    let given = stream.before(subject.start) == '向' && subject.start > left.start;
    (towards && measure || given).then(|| Name::of(stream, subject.start - 1..subject.end))
}

/// The part of the place, or the group of places, that the clause before speaks of, so that a measure that names no owner is of it
/// and not of the place (`双城经济圈建设走深走实，经济总量超9万亿元`).
pub(super) fn area(stream: &Stream<'_>, subject: &Range<usize>) -> Option<Name> {
    let sentence = clause::sentence(stream, subject.start);
    let first = clause::around(stream, sentence.start);
    let second = clause::around(stream, subject.start).start == first.end + 1;
    if !second || stream.is_numbered(first.clone()) {
        return None;
    }
    let range = trim_front(stream, first, &[WordTag::Opener.words()]);
    let deed =
        [WordTag::EmptyVerb, WordTag::FullVerb].iter().any(|tag| stream.longest_at(range.start, tag.words()).is_some());
    let reach = range.end.min(range.start + LONGEST_AREA);
    let end = (range.start..reach).find_map(|at| Some(at + stream.longest_at(at, WordTag::Area.words())?));
    end.filter(|_| !deed).map(|end| Name::of(stream, range.start..end))
}

/// How many characters may stand before the noun of an area.
const LONGEST_AREA: usize = 12;
