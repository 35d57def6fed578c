//! What stands behind a speech: glossaries, attachments, a website's foot, the speech once more.

use super::*;

#[test]
fn glossaries_and_attachments_stand_behind_the_speech_in_either_order() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    let speech = format!("¶ {end}");
    check(
        &format!(
            "{end}\n附件1\n十件民生实事\n一、健康服务。提高水平。\n附件2 名词解释\n1.两新：更新换新。\n相关报道：\n"
        ),
        &[
            &speech,
            "glossary 附件2 名词解释",
            "entry 1.两新：更新换新。",
            "attachment 附件1",
            "attachment 十件民生实事",
            "# 一、|健康服务。 [run-in]",
            "¶ 提高水平。",
            "aside 相关报道：",
        ],
    );
    check(
        &format!("{end}\n附件\n《政府工作报告》有关内容名词注释\n［1］两新：\n更新换新。\n扫一扫在手机打开当前页"),
        &[
            &speech,
            "glossary 附件",
            "glossary 《政府工作报告》有关内容名词注释",
            "entry ［1］两新：",
            "entry 更新换新。",
            "aside 扫一扫在手机打开当前页",
        ],
    );
    check(
        &format!("{end}\n注释：\n１、物联网：是指互联。"),
        &[&speech, "glossary 注释：", "entry １、物联网：是指互联。"],
    );
}

#[test]
fn a_glossary_may_be_a_table_and_an_attachment_that_is_only_named_is_set_aside() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    let speech = format!("¶ {end}");
    check(
        &format!("{end}\n名词解释\n序号\t名词\t解释\n1\t两新\t更新换新。\n附件1"),
        &[&speech, "glossary 名词解释", "entry 序号\t名词\t解释", "entry 1\t两新\t更新换新。", "aside 附件1"],
    );
}

#[test]
fn a_glossary_loses_its_pages_numbers_and_the_website_s_foot() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    let speech = format!("¶ {end}");
    check(
        &format!(
            "{end}\n附件\n政府工作报告\n（名词解释）\n1.两新：更新\n- 12 -\n换新。\n2.三公：因公出国\n相关链接\n一图读懂\n联系我们：鲁ICP备1号"
        ),
        &[
            &speech,
            "glossary 附件",
            "glossary 政府工作报告",
            "glossary （名词解释）",
            "entry 1.两新：更新",
            "entry 换新。",
            "entry 2.三公：因公出国",
            "aside - 12 -",
            "aside 相关链接",
            "aside 一图读懂",
            "aside 联系我们：鲁ICP备1号",
        ],
    );
}

#[test]
fn what_follows_the_last_paragraph_is_set_aside() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    check(
        &format!("{end}\n谢谢大家！\n本作品是\n法律\n。"),
        &[&format!("¶ {end}"), "¶ 谢谢大家！", "aside 本作品是", "aside 法律", "aside 。"],
    );
}

#[test]
fn a_speech_printed_twice_is_read_once() {
    let copy = "各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议，请提出意见。\n一、工作回顾\n成绩很大。\n";
    let checked = read(&Source::new("a.txt", format!("{copy}{copy}")));
    assert_eq!(checked.value.body.len(), 4);
    assert_faithful(&copy.repeat(2), &checked.value);
    assert!(checked.diagnostics.iter().any(|diagnostic| diagnostic.code.as_str() == "repeated-text"));
}

#[test]
fn lists_behind_the_closing_are_attachments_and_files_to_take_down_are_not() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    let speech = format!("¶ {end}");
    check(
        &format!(
            "{end}\n2026年民生实事\n新建幼儿园3所\n改造小区12个\n重点项目\n医院迁建\n（责任编辑：李某）\n附件：报告.docx\n报告.pdf"
        ),
        &[
            &speech,
            "attachment 2026年民生实事",
            "¶ 新建幼儿园3所",
            "¶ 改造小区12个",
            "attachment 重点项目",
            "¶ 医院迁建",
            "aside （责任编辑：李某）",
            "aside 附件：报告.docx",
            "aside 报告.pdf",
        ],
    );
    check(
        &format!("{end}\n附表1：收入表\n单位：万元\n科目\t预算数\n税收收入\t85000\n非税收入\t37000"),
        &[
            &speech,
            "attachment 附表1：收入表",
            "¶ 单位：万元",
            "¶ 科目\t预算数",
            "¶ 税收收入\t85000",
            "¶ 非税收入\t37000",
        ],
    );
}

#[test]
fn a_table_behind_the_closing_stays() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    let rows = "科目\t预算数\n税收收入\t85000\n非税收入\t37000";
    check(
        &format!("{end}\n{rows}\n【打印本页】"),
        &[&format!("¶ {end}"), "¶ 科目\t预算数", "¶ 税收收入\t85000", "¶ 非税收入\t37000", "aside 【打印本页】"],
    );
}
