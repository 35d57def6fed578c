//! A row of `figures.csv` is held to its words: what it says otherwise than they do is an error at its cell.

use gongdu::message::Language;

use crate::desk::{self, Desk};
use crate::site::{Site, request};

const HEAD: &str = "id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status";

const TEXT: &str = "各位代表：\n\n争取资金307万元，产值增长6.5%左右，降低能耗2—3%，建成高速公路三条。\n\n产业增加值占比38.1%，增速上扬4%，排名全省第三，参保8万户次。\n\n\
    到2030年建成学校12所，2019年建成医院5所。\n";

/// A report with one row in its table.
fn desk(row: &str) -> Desk {
    let page = format!("+++\ntitle = \"正文\"\n+++\n\n{TEXT}");
    Desk::with(&[
        ("content/site.toml", "title = \"甲\"\n"),
        (
            "content/r/report.toml",
            "title = \"政府工作报告\"\nplace = \"淄川区\"\nyear = 2024\nsource = \"source.txt\"\n",
        ),
        ("content/r/source.txt", TEXT),
        ("content/r/1.md", &page),
        ("content/r/figures.csv", &format!("{HEAD}\n{row}\n")),
    ])
}

/// What is said of one row: each fault with the column of its cell.
fn faults(row: &str) -> Vec<String> {
    let desk = desk(row);
    let site = Site::of(&request(desk.path("content")));
    let errors = site.built.diagnostics.iter().map(|found| {
        let column = found.location.as_ref().map_or(1, |at| at.place.column);
        let cell = row.chars().take(column - 1).filter(|c| *c == ',').count();
        let name = HEAD.split(',').nth(cell).unwrap_or_default();
        format!("{name}: {}: {}", found.code, found.message.said_in(Language::English))
    });
    errors.collect()
}

#[track_caller]
fn check(row: &str, expect: &[&str]) {
    assert_eq!(faults(row), expect, "{row}");
}

#[test]
fn a_row_that_says_what_its_words_say_is_without_fault() {
    for row in [
        "f1,1,争取资金307万元,307万元,307,,万元,eq,level,,资金,2023,actual",
        "f1,1,争取资金307万元,307,307,,万元,eq,level,,资金,,actual",
        "f1,1,产值增长6.5%左右,增长6.5%左右,6.5,,%,approx,change,up,产值,2020-,target",
        "f1,1,降低能耗2—3%,2—3%,2,3,%,range,change,down,能耗,2018-2022,actual",
        "f1,1,占比38.1%,38.1%,38.1,,%,eq,level,,占比,2023,actual",
        // A person may say more than was read: a growth of which the quote has a word, a longer unit, a number in numerals.
        "f1,1,降低能耗2—3%，建成高速公路三条,三条,3,,条,eq,level,,公路,2023,actual",
        "f1,1,参保8万户次,8万户次,8,,万户次,eq,level,,参保,2023,actual",
        "f1,1,到2030年建成学校12所,12所,12,,所,eq,level,,学校,2030,target",
    ] {
        check(row, &[]);
    }
}

#[test]
fn a_row_that_says_something_else_is_told_at_its_cell() {
    check(
        "f1,1,争取资金307万元,307万元,999999,,万元,eq,level,,资金,2023,actual",
        &["value: misquoted-figure: 「307万元」 says `307`, not `999999`"],
    );
    check(
        "f1,1,争取资金307万元,307万元,307,,亿元,ge,change,up,资金,2023,actual",
        &[
            "unit: misquoted-figure: 「307万元」 says `万元`, not `亿元`",
            "qualifier: misquoted-figure: 「争取资金307万元」 says `eq`, not `ge`",
            "direction: misquoted-figure: 「争取资金307万元」 does not say `up`",
        ],
    );
    check(
        "f1,1,产值增长6.5%左右,增长6.5%左右,6.5,7,%,eq,level,down,产值,2023,actual",
        &[
            "high: misquoted-figure: 「增长6.5%左右」 does not say `7`",
            "qualifier: misquoted-figure: 「产值增长6.5%左右」 says `approx`, not `eq`",
            "kind: misquoted-figure: 「产值增长6.5%左右」 says `change`, not `level`",
            "direction: misquoted-figure: 「产值增长6.5%左右」 says `up`, not `down`",
        ],
    );
    check(
        "f1,1,降低能耗2—3%,2—3%,3,,%,eq,change,,能耗,2023,actual",
        &[
            "value: misquoted-figure: 「2—3%」 says `2`, not `3`",
            "high: misquoted-figure: 「2—3%」 says `3`, and the cell `high` is empty",
            "qualifier: misquoted-figure: 「降低能耗2—3%」 says `range`, not `eq`",
            "direction: misquoted-figure: 「降低能耗2—3%」 says `down`, and the cell `direction` is empty",
        ],
    );
    check(
        "f1,1,排名全省第三,第三,3,,位,eq,level,,排名,2023,actual",
        &["kind: misquoted-figure: 「排名全省第三」 says `rank`, not `level`"],
    );
}

#[test]
fn words_that_name_a_year_say_whether_it_is_over() {
    check(
        "f1,1,到2030年建成学校12所,12所,12,,所,eq,level,,学校,2030,actual",
        &["status: misquoted-figure: 「到2030年建成学校12所」 says `target`, not `actual`"],
    );
    check(
        "f1,1,2019年建成医院5所,5所,5,,所,eq,level,,医院,2019,target",
        &["status: misquoted-figure: 「2019年建成医院5所」 says `actual`, not `target`"],
    );
}

#[test]
fn words_in_which_no_figure_is_read_must_hold_the_number() {
    check(
        "f1,1,建成高速公路三条,三条,4,,条,eq,level,,公路,2023,actual",
        &["value: misquoted-figure: `4` does not stand in 「三条」"],
    );
    check(
        "f1,1,争取资金307万元,资金,307,,万元,eq,level,,资金,2023,actual",
        &["value: misquoted-figure: `307` does not stand in 「资金」"],
    );
}

#[test]
fn a_period_has_one_of_its_forms() {
    for period in ["去年", "2023年", "23", "2023-2022", "2022—2023", "2022-23", "-2022"] {
        let row = format!("f1,1,争取资金307万元,307万元,307,,万元,eq,level,,资金,{period},actual");
        check(&row, &[&format!("period: bad-value: `{period}` is no period")]);
    }
}

#[test]
fn no_cell_of_a_table_that_is_given_out_is_a_formula() {
    for given in ["=SUM(1)", "'=SUM(1)"] {
        let desk = desk(&format!("f1,1,争取资金307万元,307万元,307,,万元,eq,level,,{given},2023,actual"));
        desk.change("content/r/1.md", "title = \"正文\"", "title = \"@全文\"");
        desk.change("content/r/source.txt", "各位代表：", "@全文\n\n各位代表：");
        let site = desk.build();
        assert!(site.built.is_good(), "{:?}", site.codes());
        for (path, cell) in
            [("r/data/figures.csv", ",'=SUM(1),"), ("data/figures.csv", ",'=SUM(1),"), ("data/outline.csv", ",'@全文,")]
        {
            assert!(site.text(path).contains(cell), "{path}: {}", site.text(path));
        }
        assert!(site.text("r/data/figures.json").contains("\"=SUM(1)\""), "JSON knows no formula");
        desk::check(&desk, &["figures", "--csv"], 0, &[",'=SUM(1),"]);
    }
}
