//! What the last name of a list says for the others too: what is done, and the noun behind a grade. Knows no surroundings.

use super::clause;
use super::figure::Kind;
use super::lexicon::WordTag;
use super::lists;
use super::name::Name;
use super::quantity::Quantity;
use super::stream::Stream;
use super::why::NameRule;
use super::word_lists::lists;

/// Completes a thing whose treatment only the next names: `39个农村生活污水和2处黑臭水体治理`.
pub(super) fn work(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    let works = WordTag::Treatment.words();
    for index in (1..names.len()).rev() {
        let joined = matches!(stream.before(quantities[index].words.start), '和' | '与' | '及');
        // `6个乡镇、120个村庄的环境综合整治`
        let listed = joined || stream.before(quantities[index].words.start) == '、';
        let of = names[index].find('的').filter(|at| works.iter().any(|work| names[index][*at..].ends_with(work)));
        if let Some(at) =
            of.filter(|_| listed && !names[index - 1].contains('的') && names[index - 1].chars().count() <= 4)
        {
            let work = names[index].part(at..names[index].len());
            names[index - 1] = names[index - 1].clone().with(&work).by(NameRule::WorkShared);
            continue;
        }
        let counts = names[index - 1].chars().count() < 12 && quantities[index - 1].kind == Kind::Level;
        let work = works.iter().find(|work| names[index].ends_with(**work)).filter(|_| joined && counts);
        let before = &names[index - 1];
        let Some(work) = work.filter(|_| !works.iter().any(|work| before.ends_with(work))) else { continue };
        let counted = quantities[index - 1].body.end < quantities[index].words.start.saturating_sub(1);
        if counted && !before.starts_with("新") {
            let work = names[index].part(names[index].len() - work.len()..names[index].len());
            names[index - 1] = names[index - 1].clone().with(&work).by(NameRule::WorkShared);
        }
    }
}

/// Completes things that are to be built where only the last name says so (`加快10个物流枢纽、5个物流基地建设`), or what stands behind it
/// (`实施5个养殖场、10万亩种薯基地等项目建设`).
pub(super) fn building(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    for index in (1..names.len()).rev() {
        let (before, next) = (&quantities[index - 1], &quantities[index]);
        let clause = clause::around(stream, next.number.start);
        let led = ["加快", "推进", "推动", "加强", "实施", "完成"]
            .iter()
            .any(|verb| stream.find(clause.start..before.number.start.max(clause.start), verb).is_some());
        let listed =
            stream.before(next.words.start) == '、' || names[index - 1].end().is_some_and(|end| stream.at(end) == '、');
        let counted = |at: usize| names[at].rules().contains(&NameRule::Counted) && quantities[at].kind == Kind::Level;
        let told = |at: usize| ["建设", "改造", "治理"].iter().any(|work| names[at].ends_with(work));
        let within = before.number.start >= clause.start && led && listed;
        if !within || told(index - 1) || !counted(index) || !counted(index - 1) || names[index - 1].starts_with("新建")
        {
            continue;
        }
        if let Some(work) = built_behind(stream, &names[index]).filter(|_| !told(index)) {
            names[index] = names[index].clone().with(&work).by(NameRule::WorkShared);
        }
        let works = ["项目建设", "工程建设", "建设任务", "建设"];
        if let Some(work) = works.iter().find(|work| names[index].ends_with(**work)) {
            let start = names[index].len() - work.len();
            let work = names[index].part(start..start + work.trim_end_matches("任务").len());
            names[index - 1] = names[index - 1].clone().with(&work).by(NameRule::WorkShared);
        }
    }
}

/// That things are built, where it stands behind the last of them (`等项目建设`).
fn built_behind(stream: &Stream<'_>, name: &Name) -> Option<Name> {
    let end = name.end().filter(|end| stream.at(*end) == '等')? + 1;
    let work = ["项目建设", "工程建设"].iter().find(|work| stream.has(end, work))?;
    Some(Name::of(stream, end..end + work.chars().count()))
}

/// Completes things of which only the last name tells what came about (`5个数据集、4个数据空间纳入国家试点`).
pub(super) fn events(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    for index in (1..names.len()).rev() {
        let next = &names[index];
        let came =
            |words: &'static [&'static str]| words.iter().filter_map(|word| next.find(word)).filter(|at| *at > 0).min();
        let event = came(WordTag::Became.words()).into_iter().chain(came(&lists().doubt_events)).min();
        let joined = matches!(stream.before(quantities[index].words.start), '和' | '与' | '、');
        let alike = quantities[index].unit == quantities[index - 1].unit && quantities[index].kind == Kind::Level;
        let counted = |at: usize| names[at].rules().contains(&NameRule::Counted);
        let told = came_in(&names[index - 1]);
        let near = names[index - 1].end() == quantities[index].words.start.checked_sub(1);
        if let Some(at) = event.filter(|_| joined && alike && near && !told && counted(index) && counted(index - 1)) {
            let tail = next.part(at..next.len());
            names[index - 1] = names[index - 1].clone().with(&tail).by(NameRule::WorkShared);
        }
    }
}

/// Tells the three members of a ratio apart of which the report says once that it is of the three sectors
/// (`三次产业结构调整为8.3∶41.4∶50.3`; GB/T 4754 numbers them 第一产业 to 第三产业).
pub(super) fn sectors(quantities: &[Quantity], names: &mut [Name]) {
    let mut index = 0;
    while index + SECTORS.len() <= names.len() {
        let members = index..index + SECTORS.len();
        let ratio = quantities[members.clone()].iter().all(|quantity| quantity.ratio);
        let same = names[members.clone()].iter().all(|name| name.contains("三次产业") && *name == names[index]);
        if !ratio || !same {
            index += 1;
            continue;
        }
        for (at, sector) in members.zip(SECTORS) {
            names[at] = names[at].clone().with_words(sector);
        }
        index += SECTORS.len();
    }
}

/// What each member is, in the order in which they are always given.
const SECTORS: [&str; 3] = ["中第一产业", "中第二产业", "中第三产业"];

/// Whether a name tells what came about of its things.
fn came_in(name: &str) -> bool {
    WordTag::Became.words().iter().chain(&lists().doubt_events).chain(&["获"]).any(|event| name.contains(event))
}

/// Completes a grade that stands for a longer name: `5个国家级、60个省级高技能人才培训基地`.
pub(super) fn grades(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    for index in (1..names.len()).rev() {
        let next = names[index].clone();
        let listed = lists::joins(stream, quantities[index - 1].body.end..quantities[index].words.start)
            || matches!(stream.before(quantities[index].words.start), '、' | '和');
        // `12个百亿元、70个30亿元以上项目`: the limit leaves its noun to the next.
        if let Some(at) = next.find("亿元以上").filter(|_| listed && names[index - 1].ends_with("亿元")) {
            let noun = next.part(at + "亿元".len()..next.len());
            names[index - 1] = names[index - 1].clone().with(&noun).by(NameRule::GradeShared);
        }
        // `100名领军型、1000名成长型、10000名创业型企业家`: so do a grade and a type.
        for grade in ["级", "型"] {
            let Some(at) = next.find(grade).filter(|at| listed && *at > 0 && *at <= "新增国家".len()) else {
                continue;
            };
            if names[index - 1].ends_with(grade) && names[index - 1].chars().count() <= 5 {
                let noun = next.part(at + grade.len()..next.len());
                names[index - 1] = names[index - 1].clone().with(&noun).by(NameRule::GradeShared);
            }
        }
    }
}

/// Completes a grade at the end of a list whose noun stands with the first (`新增国家级高新技术企业7家、省级13家`).
pub(super) fn grades_of_first(quantities: &[Quantity], names: &mut [Name]) {
    for index in 1..names.len() {
        let bare = names[index].ends_with('级') && names[index].chars().count() <= LONGEST_GRADE;
        let alike = quantities[index].unit == quantities[index - 1].unit && quantities[index].kind == Kind::Level;
        let noun = names[index - 1].find('级').map(|at| at + '级'.len_utf8()).filter(|_| bare && alike);
        if let Some(noun) = noun.filter(|noun| *noun < names[index - 1].len()) {
            let noun = names[index - 1].part(noun..names[index - 1].len());
            names[index] = names[index].clone().with(&noun).by(NameRule::GradeShared);
        }
    }
}

/// A grade, with the verb before it, has no more characters (新增国家级).
const LONGEST_GRADE: usize = 5;

/// Completes kinds of what the sentence has counted (`重点项目105个，其中，工业类3个、农业类21个`).
pub(super) fn kinds(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    for index in 1..names.len() {
        let sentence = clause::sentence(stream, quantities[index].number.start);
        let counted = |at: &usize| {
            let own = sentence.contains(&quantities[*at].number.start) && !names[*at].contains('类');
            own && quantities[*at].unit == quantities[index].unit && quantities[index].kind == Kind::Level
        };
        if !names[index].ends_with('类') {
            continue;
        }
        let Some(whole) = (0..index).rev().find(counted) else { continue };
        let part = stream.find(quantities[whole].body.end..quantities[index].number.start, "其中").is_some();
        let verbs = WordTag::EmptyVerb.words().iter().chain(WordTag::FullVerb.words());
        let verb = verbs.filter(|verb| names[whole].starts_with(**verb)).map(|verb| verb.len()).max().unwrap_or(0);
        if part && verb < names[whole].len() {
            let thing = names[whole].part(verb..names[whole].len());
            names[index] = names[index].clone().with(&thing).by(NameRule::GradeShared);
        }
    }
}

/// Completes what an item of a list leaves to the first: whose number it is (`养老保险参保人数7.64万人、失业保险5.9万人`), and who gives
/// (`地方财政对教育投入增长23%、文化投入增长45.8%`).
pub(super) fn shared(stream: &Stream<'_>, quantities: &[Quantity], names: &mut [Name]) {
    for index in 1..names.len() {
        let (before, this) = (&names[index - 1], &names[index]);
        let listed = stream.at(quantities[index - 1].body.end) == '、' && !this.rules().contains(&NameRule::Counted);
        let own = listed && quantities[index].kind == quantities[index - 1].kind;
        if let Some(whole) = share_of_same(stream, quantities, names, index) {
            // With the place that a name alone does without: 全省示范村总数.
            let said = quantities[index - 1].body.end + 1..this.end().unwrap_or_default();
            names[index] = whole.with(&Name::of(stream, said)).by(NameRule::WorkShared);
            continue;
        }
        if !own {
            continue;
        }
        // `平均每年城镇新增就业1000多万人、农村劳动力转移就业800万人`
        let yearly = lists().quantity_averages.iter().find(|each| before.starts_with(**each));
        if let Some(each) = yearly.filter(|_| !lists().quantity_averages.iter().any(|each| this.starts_with(each))) {
            names[index] = before.part(0..each.len()).with(this).by(NameRule::WorkShared);
            continue;
        }
        // 参保人数
        let counted = before.strip_suffix("人数").filter(|_| quantities[index].unit.ends_with('人'));
        let head = counted.map(|rest| {
            let how = lists().doubt_partial.iter().find(|word| rest.ends_with(**word)).map_or(0, |word| word.len());
            how + "人数".len()
        });
        let measured = WordTag::Measure.words().iter().any(|measure| this.ends_with(measure));
        if let Some(head) = head.filter(|_| !measured) {
            let head = before.part(before.len() - head..before.len());
            names[index] = this.clone().with(&head).by(NameRule::WorkShared);
            continue;
        }
        let towards = before.find('对').filter(|at| *at > 0 && !this.contains('对'));
        let same =
            ["投入", "支出", "补助", "转移支付"].iter().any(|spent| before.ends_with(spent) && this.ends_with(spent));
        if let Some(at) = towards.filter(|_| same) {
            names[index] = before.part(0..at + '对'.len_utf8()).with(this).by(NameRule::WorkShared);
        }
    }
}

/// What has a share of one whole and so one of another (`占全市行政村总数的51%和全省示范村总数的1/4`), up to 占.
fn share_of_same(stream: &Stream<'_>, quantities: &[Quantity], names: &[Name], index: usize) -> Option<Name> {
    let (before, this) = (&quantities[index - 1], &quantities[index]);
    let shares = before.kind == Kind::Share && this.kind == Kind::Share && !names[index].contains('占');
    let first = before.body.end + 1;
    let near = names[index].start().is_some_and(|start| (first..first + 3).contains(&start));
    let joined = matches!(stream.at(before.body.end), '和' | '与') && near && names[index].end().is_some();
    let at = names[index - 1].find('占').filter(|at| *at > 0 && shares && joined)?;
    (stream.before(this.words.start) == '的').then(|| names[index - 1].part(0..at + '占'.len_utf8()))
}
