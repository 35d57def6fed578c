//! What is taken for a sentence that speaks of an undertaking, and what is not.

use super::{Account, Undertaking, Verdict, answers};

/// Sentences as a report has them round the ones that are asked for, so that common words weigh little.
const AROUND: [&str; 8] = [
    "城市管理综合执法体制改革试点工作达到先行先试效果。",
    "城市基础设施建设全面推进，城市品质不断提升。",
    "重点项目建设进展顺利，重点工作取得新进展。",
    "完成重点领域改革任务，管理服务水平不断提高。",
    "社会治理体系不断完善，城市管理更加精细。",
    "实施重点项目建设攻坚，基础设施更加完善。",
    "建设一批文化设施，公共服务水平不断提高。",
    "城乡建设管理水平全面提升。",
];

const NOTHING: (Verdict, Option<usize>) = (Verdict::None, None);

/// How a report that has `sentence` first of all speaks of `object`, and in which sentence.
fn spoken_of(object: &str, sentence: &str) -> (Verdict, Option<usize>) {
    let object = [object.to_owned()];
    let undertakings = [Undertaking { object: &object, targets: Vec::new() }];
    let sentences = std::iter::once(sentence).chain(AROUND).collect();
    let account = Account { sentences, results: Vec::new() };
    let answer = &answers(&undertakings, &account)[0][0];
    (answer.verdict, answer.sentence)
}

#[test]
fn a_sentence_that_names_the_thing_speaks_of_it() {
    let found = (Verdict::Words, Some(0));
    assert_eq!(spoken_of("第五中学续建", "实施了第五中学改扩建等5项工程。"), found);
    assert_eq!(spoken_of("哈萨尔和东升路两个市民广场", "哈萨尔、东升路两个市民广场投入使用。"), found);
    assert_eq!(spoken_of("省重点实验室优化重组", "科技创新提速，省重点实验室优化重整。"), found);
}

#[test]
fn words_that_many_sentences_have_name_nothing() {
    assert_eq!(spoken_of("城市管理", "全县粮食再获丰收。"), NOTHING);
}

#[test]
fn a_part_of_a_name_is_another_thing() {
    assert_eq!(spoken_of("临沂商城、二手车交易市场等项目", "农产品交易市场等项目加快建设。"), NOTHING);
    assert_eq!(spoken_of("生活性物流园区", "国际物流园区招商引资成效明显。"), NOTHING);
}
