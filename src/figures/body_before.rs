//! Whose a general name is when its sentence began with one body, plan or event (`举办消费品展销会，商品交易额突破7300万元`). Knows no periods.

use std::ops::Range;

use super::clause;
use super::deeds;
use super::general::is_general;
use super::key_statistics;
use super::lexicon::WordTag;
use super::name::Name;
use super::phrase::{trim_back, trim_front};
use super::predicate;
use super::quantity::Quantity;
use super::stream::{Enclosure, Stream};
use super::why::NameRule;
use super::word_lists::lists;

/// Gives general names the body that their sentence began with; what goes on under such a name goes on under the whole.
pub(super) fn belong(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    let told: Vec<Name> = names.to_vec();
    for index in 0..names.len() {
        let goes_on = index > 0 && told[index] == told[index - 1] && names[index - 1] != told[index - 1];
        if goes_on && told[index].rules().contains(&NameRule::Inherited) {
            names[index] = names[index - 1].again(NameRule::Inherited);
            continue;
        }
        let own = told[index].rules().iter().all(|rule| OWN.contains(rule));
        let body = begun_with(stream, quantities[index].number.start).filter(|_| own && is_general(&told[index]));
        if let Some(body) = body {
            // 国家级集群 and 集群营业收入 say 集群 once.
            let twice = |length: &usize| told[index].starts_with(&stream.text(body.end - length..body.end));
            let said = (1..body.len()).rev().find(twice).unwrap_or(0);
            names[index] = Name::of(stream, body.start..body.end - said).with(&told[index]).by(NameRule::AreaBefore);
        }
    }
}

/// The rules of names that were read in their own clause alone.
const OWN: [NameRule; 3] = [NameRule::Subject, NameRule::Counted, NameRule::VerbBefore];

/// The body that the sentence of `at` begins with, if it has spoken of nothing else before `at` but in numbers.
fn begun_with(stream: &Stream<'_>, at: usize) -> Option<Range<usize>> {
    let first = clause::around(stream, clause::sentence(stream, at).start);
    let mut own = clause::around(stream, at);
    while own.start > first.start {
        if matches!(stream.before(own.start), '；' | ';') {
            return None;
        }
        let before = clause::before(stream, &own)?;
        // `博览会成功举办，展览面积、参展企业等均创新高，成交额达到834亿元`
        let told_of_same = stream.find(before.clone(), "均").is_some() && before.start > first.start;
        if !stream.is_numbered(before.clone()) && !told_of_same {
            return (before.start == first.start).then(|| body(stream, before)).flatten();
        }
        own = before;
    }
    None
}

/// Whether a thing stands in a paragraph whose first sentence is about one body, and says nothing of whose it is
/// (`全面加快东山组团建设。新建5条主干道路`).
pub(super) fn is_of_lead(stream: &Stream<'_>, quantity: &Quantity, name: &Name) -> bool {
    let Some(body) = of_paragraph(stream) else { return false };
    let sentence = clause::sentence(stream, quantity.number.start);
    let before = sentence.start..quantity.number.start;
    let of_all = lists().doubt_places.iter().any(|place| stream.find(before.clone(), place).is_some());
    let area = WordTag::Area.words().iter().any(|area| stream.ends(body.start, body.end, area));
    let says_area = WordTag::Area.words().iter().any(|area| name.contains(area));
    let near = sentence.start > body.end && sentence.start < body.end + LONGEST_LEAD;
    area && near && !of_all && !says_area && !key_statistics::is_name(name)
}

/// Of what its first sentence is about a paragraph speaks no further than this.
const LONGEST_LEAD: usize = 160;

/// The body that the first sentence of a paragraph is about, if it is about nothing else (`全面加快东山组团建设。`).
fn of_paragraph(stream: &Stream<'_>) -> Option<Range<usize>> {
    let lead = clause::sentence(stream, 0);
    let one = clause::around(stream, lead.start) == lead && !stream.is_numbered(lead.clone());
    body(stream, lead).filter(|_| one)
}

/// The body that a clause speaks of: what it does something with or to, or of what it tells something.
fn body(stream: &Stream<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let range = match deeds::opening(stream, &clause) {
        Some(verb) => {
            let verbs = [WordTag::EmptyVerb.words(), WordTag::FullVerb.words(), WordTag::New.words(), &["了", "好"]];
            let object = trim_front(stream, verb.end..clause.end, &verbs);
            trim_back(stream, object, &[&["建设", "发展", "工作"]])
        }
        None => {
            let range = trim_front(stream, clause.clone(), &[WordTag::Opener.words(), WordTag::Told.words()]);
            let said = predicate::without_predicate(stream, range.clone());
            // `博览会圆满成功举办`
            let held = trim_back(stream, said.clone(), &[&["举办", "举行", "召开"]]);
            let said = if held.end < said.end { trim_back(stream, held, &[WordTag::Opener.words()]) } else { said };
            let body = trim_back(stream, said, &[&["建设", "工作", "发展", "实施", "运营"]]);
            // `全面加快东山组团建设`, `东山组团建设全面铺开`, but not the name of a body alone.
            if body.end == range.end { return None } else { body }
        }
    };
    let one = range.clone().all(|at| {
        let joins = matches!(stream.at(at), '、' | '和' | '与' | '及' | '的');
        !joins || stream.enclosure(at) != Enclosure::None
    });
    let ends = lists().body_ends.iter().any(|end| stream.ends(range.start, range.end, end));
    (one && ends && (SHORTEST..=LONGEST).contains(&range.len())).then_some(range)
}

/// A body that is told from others has a name of so many characters.
const SHORTEST: usize = 4;
const LONGEST: usize = 22;
