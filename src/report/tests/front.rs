//! What stands before a speech: mastheads in their many forms, in both scripts.

use super::*;

/// Reads what stands before a speech.
#[track_caller]
fn check_front(front: &str, expect: &[&str]) {
    let text = format!("{front}\n各位代表：\n现在，我代表人民政府报告工作。\n一、2022年工作回顾\n去年的工作。");
    let report = read(&Source::new("a.txt", &*text)).value;
    assert_faithful(&text, &report);
    let Masthead { title, place, year, date, meeting, office, speaker, .. } = report.masthead;
    let year = year.map(|year| year.to_string());
    let found = [title, place, year, date, meeting, office, speaker].map(Option::unwrap_or_default);
    assert_eq!(found, expect);
}

#[test]
fn mastheads_are_read_in_their_many_forms() {
    let plain =
        ["政府工作报告", "淄川区", "2023", "2023-01-05", "淄川区第十九届人民代表大会第二次会议", "区长", "冯炳涛"];
    check_front(
        "政 府 工 作 报 告\n\n——2023年1月5日在淄川区\n\n第十九届人民代表大会第二次会议上\n\n区长  冯炳涛",
        &plain,
    );
    check_front("政府工作报告（2023年1月5日在淄川区第十九届人民代表大会第二次会议上）\n区长：冯炳涛", &plain);
    check_front(
        "政府工作报告\n在淄川区第十九届人民代表大会第二次会议上\n（二〇二三年一月五日）\n区长\n冯 炳 涛",
        &plain,
    );
    check_front(
        "政府工作报告\n２０２３年１月５日在淄川区第十九届人民代表大会第二次会议上区长冯炳涛作政府工作报告。",
        &plain,
    );
    check_front("政府工作报告\n2023年1月5日冯炳涛区长在淄川区第十九届人民代表大会第二次会议的报告", &plain);
}

#[test]
fn a_masthead_is_told_from_the_page_around_it() {
    let plain =
        ["政府工作报告", "淄川区", "2023", "2023-01-05", "淄川区第十九届人民代表大会第二次会议", "区长", "冯炳涛"];
    let session = "——2023年1月5日在淄川区第十九届人民代表大会第二次会议上";
    check_front(&format!("区长信箱\n网站首页\n政府工作报告\n{session}\n区长 冯炳涛"), &plain);
    check_front(&format!("一图读懂政府工作报告\n政府工作报告\n发布日期：2023年1月9日\n{session}\n区长 冯炳涛"), &plain);
    check_front("政府工作报告\n——2023年元月5日\n在淄川区第十九届人民代表大会第二次会议\n上\n（区长　冯炳涛）", &plain);
    check_front(&format!("政府工作报告\n{session}　区长\n冯炳涛"), &plain);
    let two_lines = ["2023年淄川区政府工作报告", "淄川区", "2023", "", "", "旗长", "额尔敦巴特尔"];
    check_front("2023年淄川区\n政府工作报告\n旗长　额尔敦巴特尔", &two_lines);
}

#[test]
fn traditional_script_is_read_by_the_same_words_and_given_back_as_printed() {
    check_front(
        "政府工作報告\n——2023年1月5日在淄川區第十九屆人民代表大會第二次會議上\n區長　馮炳濤",
        &["政府工作報告", "淄川區", "2023", "2023-01-05", "淄川區第十九屆人民代表大會第二次會議", "區長", "馮炳濤"],
    );
    let end = "讓我們更加緊密地團結起來，為建設現代化強區而努力奮鬥，譜寫更加精彩的新篇章！";
    check(
        &format!("一、2022年工作回顧\n經濟發展加速。增長。\n{end}\n名詞解釋\n1.兩新：更新換新。\n責任編輯：張三"),
        &[
            "# 一、|2022年工作回顧",
            "¶ [經濟發展加速。] 增長。",
            &format!("¶ {end}"),
            "glossary 名詞解釋",
            "entry 1.兩新：更新換新。",
            "aside 責任編輯：張三",
        ],
    );
}

#[test]
fn the_place_and_the_year_come_from_the_surest_evidence() {
    let nation =
        ["政府工作报告", "国务院", "2023", "2023-03-05", "第十四届全国人民代表大会第一次会议", "国务院总理", "李强"];
    check_front("政府工作报告\n——2023年3月5日在第十四届全国人民代表大会第一次会议上\n国务院总理　\n李　强", &nation);
    let province =
        ["2023年甘肃省政府工作报告", "甘肃省", "2023", "", "甘肃省十四届人大四次会议", "自治区主席", "艾尔肯·吐尼亚孜"];
    check_front(
        "2023年甘肃省政府工作报告\n来源：日报\n在甘肃省十四届人大四次会议上\n自治区主席 艾尔肯·吐尼亚孜",
        &province,
    );
    let own = ["政府工作报告", "", "2023", "2023-01-05", "市第十届人民代表大会第一次会议", "市长", "王五"];
    check_front("政府工作报告\n——2023年1月5日在市第十届人民代表大会第一次会议上\n市长 王五", &own);
    let consults = [
        "关于提案工作情况的报告",
        "临川县",
        "2023",
        "2023-01-13",
        "政协临川县第十二届委员会第五次会议",
        "县政协副主席",
        "何平",
    ];
    check_front(
        "关于提案工作情况的报告\n（2023年1月13日在政协临川县第十二届委员会第五次会议上）\n县政协副主席　何　平",
        &consults,
    );
    let december = ["政府工作报告", "", "2023", "2022-12-28", "", "", ""];
    check_front("政府工作报告\n——2022年12月28日在", &december);
}

#[test]
fn a_place_that_only_the_opening_or_the_publisher_names_is_read_and_none_is_guessed() {
    let county = "现在，我代表县人民政府，向大会报告工作。";
    for (front, opening, tail, place) in [
        ("", "我受区长委托，代表淄川区人民政府，向大会报告工作。", "", "淄川区"),
        ("", "现在，我代表市第九届人民政府，向大会报告工作。", "", ""),
        ("", county, "", ""),
        ("来源：桓台县人民政府办公室\n", county, "", "桓台县"),
        ("", county, "\n发布机构：桓台县人民政府\n来源：桓台县人民政府", "桓台县"),
        ("来源：山东省人民政府\n", county, "", ""),
        ("来源：桓台县人民政府\n", county, "\n来源：高青县人民政府", ""),
        ("来源：淄博日报\n", county, "", ""),
    ] {
        let end = "让我们更加紧密地团结起来，为建设现代化强县而努力奋斗，谱写更加精彩的新篇章！";
        let text = format!(
            "政府工作报告\n{front}县长 王五\n各位代表：\n{opening}\n一、2022年工作回顾\n去年的工作。\n{end}{tail}"
        );
        let report = read(&Source::new("a.txt", &*text)).value;
        assert_faithful(&text, &report);
        assert_eq!(report.masthead.place.unwrap_or_default(), place, "{text}");
    }
}
