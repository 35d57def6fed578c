//! The table of figures: what is read, what is refused and where.

use super::*;
use crate::figures::{Doubt, Manner};
use crate::message::Language;

fn check(text: &str) -> (Option<FigureTable>, Vec<String>) {
    let mut diagnostics = Vec::new();
    let file = RawFile { path: "figures.csv", name: "figures.csv", bytes: text.as_bytes() };
    let table = read(file, &mut diagnostics);
    let shown = diagnostics
        .iter()
        .map(|found| {
            let place = found.location.as_ref().map(|at| at.place.to_string()).unwrap_or_default();
            format!("{place} {} {}", found.code, found.message.said_in(Language::English))
        })
        .collect();
    (table, shown)
}

const HEAD: &str = "id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status\r\n";

#[test]
fn rows_are_read_with_the_place_of_each_cell() {
    let (table, faults) = check(&format!(
        "{HEAD}f1,2,\"产值\"\"高\"\",增长6.5%左右\",增长6.5%左右,6.5,,%,approx,change,up,产值,2023,target\r\n"
    ));
    assert_eq!(faults, Vec::<String>::new());
    let table = table.unwrap();
    let row = &table.rows[0];
    assert_eq!(row.quote, "产值\"高\",增长6.5%左右");
    assert_eq!(row.cell("words").of(table.file.text()), "增长6.5%左右");
    assert_eq!(table.file.place(row.cell("id").start).to_string(), "2:1");
}

#[test]
fn all_faults_of_all_rows_are_told_at_once() {
    // The place of every fault is that of its cell.
    let text = format!("{HEAD}F 1,x,引文,文字,a,,%,abot,change,,,2023,target\nf2,2,引文\n");
    let (table, faults) = check(&text);
    assert!(table.is_some_and(|table| table.rows.is_empty()));
    assert_eq!(
        faults,
        [
            "2:1 bad-value `F 1` cannot be an id",
            "2:5 bad-value `x` is no page",
            "2:10 bad-value 「文字」 is no part of the quote",
            "2:13 bad-value `a` is not a number",
            "2:13 bad-value there is no number",
            "2:18 bad-value `qualifier` cannot be `abot`",
            "2:31 bad-value the row does not say what is measured",
            "3:1 csv-syntax this row has 3 cells, the head has 13",
        ]
    );
}

#[test]
fn a_table_without_its_columns_says_which() {
    let (table, faults) = check("id,place,qoute\n");
    assert!(table.is_none());
    assert_eq!(faults[0], "1:10 unknown-key there is no column `qoute`; it is not read");
    assert_eq!(faults.len(), 12);
}

#[test]
fn words_inside_a_longer_number_do_not_count() {
    assert_eq!(words_in_quote("改善6.3%、3%", "3%"), Some("改善6.3%、".len()));
    assert_eq!(words_in_quote("3.6 : 48 : 48.4", "48"), Some("3.6 : ".len()));
    assert_eq!(words_in_quote("10个和10个", "10个"), None);
    assert_eq!(words_in_quote("有5条。", "5条"), Some("有".len()));
}

#[test]
fn what_is_written_is_read_back() {
    let cells = [
        "f1",
        "2",
        "a,\"b\"\n增长1%",
        "增长1%",
        "1",
        "",
        "%",
        "eq",
        "change",
        "up",
        "甲",
        "2023",
        "target",
        "",
        "",
        "",
    ];
    let bytes = write([cells.map(Cow::Borrowed)]);
    let (table, faults) = check(std::str::from_utf8(&bytes[3..]).unwrap());
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(table.unwrap().rows[0].quote, cells[2]);
}

#[test]
fn a_cell_that_begins_like_a_formula_comes_back_as_it_was() {
    let cells =
        ["f1", "2", "=甲增长1%", "增长1%", "1", "", "%", "eq", "change", "up", "@乙", "2023", "target", "", "", ""];
    let bytes = write([cells.map(Cow::Borrowed)]);
    let text = std::str::from_utf8(&bytes[3..]).unwrap();
    assert!(text.contains(",'=甲增长1%,") && text.contains(",'@乙,"), "{text}");
    let table = check(text).0.unwrap();
    assert_eq!((table.rows[0].quote.as_str(), table.rows[0].indicator.as_str()), ("=甲增长1%", "@乙"));
}

/// A table with every kind of cell that Excel reads in its own way.
const SAFE: [&str; 3] = [
    "f1,2-1.md,占比达到6.5%,6.5%,6.5,,%,eq,share,,占比,2023,actual",
    "f2,2-13.md,\"完成1,234个，增长3.0倍\",增长3.0倍,3,,倍,eq,change,up,个数,2018-2022,actual",
    "f3,2.md,增长7%左右,增长7%左右,7,,%,approx,change,up,产值,2020-,target",
];

fn rows_of(table: &FigureTable) -> Vec<[String; WIDTH]> {
    table.rows.iter().map(FigureRow::texts).collect()
}

#[test]
fn a_table_that_excel_saved_comes_back_unharmed() {
    let own = rows_of(&check(&format!("{HEAD}{}", SAFE.join("\r\n"))).0.unwrap());
    let changed = SAFE.join("\r\n").replace("6.5%,6.5%,", "6.5%,6.50%,");
    let old = changed.replace("2-1.md", "2月1日").replace("2-13.md", "2月13日").replace("2.md", "2");
    for (saved, notes) in [
        (format!("{HEAD}{changed}\r\n"), 1),
        (format!("{HEAD}{old}\r\n"), 1),
        (format!("{HEAD}{}\r\n", SAFE.join("\r\n").replace(".md", "")), 0),
        // Columns and rows that were touched and emptied again.
        (format!("{}{}\r\n,,,,,,,,,,,,,,\r\n", HEAD.replace("\r\n", ",,\r\n"), SAFE.join(",,\r\n")), 0),
        (
            format!("{HEAD}{}", SAFE.join("\r\n"))
                .replace("\"完成1,234个", "\"完成1，234个")
                .replace(',', ";")
                .replace('，', ","),
            0,
        ),
    ] {
        let (table, faults) = check(&saved);
        let saved = rows_of(&table.unwrap_or_else(|| panic!("{saved}: {faults:?}")));
        assert_eq!(faults.len(), notes, "{faults:?}");
        assert!(faults.iter().all(|fault| fault.contains(" excel-cell Excel wrote ")), "{faults:?}");
        if !saved[1][2].contains('；') {
            assert_eq!(saved.len(), own.len());
        }
        for (saved, own) in saved.iter().zip(&own) {
            assert_eq!((&saved[1], &saved[3]), (&own[1], &own[3]));
        }
    }
}

#[test]
fn columns_may_stand_in_any_order_and_an_own_one_is_a_note() {
    let (table, faults) = check(
        "备注,status,id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period\n\
         甲,actual,f1,2-1.md,共5家,5家,5,,家,eq,level,,企业,2023\n",
    );
    assert_eq!(table.unwrap().rows[0].page.to_string(), "2-1");
    assert_eq!(faults, ["1:1 unknown-key there is no column `备注`; it is not read"]);
}

#[test]
fn more_rows_than_any_report_has_are_refused_at_the_limit() {
    let (table, faults) = check(&format!("{HEAD}{}", "f,,\n".repeat(limits::FIGURES.most + 1)));
    assert!(table.is_none());
    assert_eq!(faults, ["1:1 past-limit this has more than 5000 figures in one report"]);
}

#[test]
fn manner_scope_and_doubt_may_be_lacking_or_empty_or_said() {
    let row = "f1,2,共5家,5家,5,,家,eq,level,,企业,2023,actual";
    let without = check(&format!("{HEAD}{row}\n")).0.unwrap();
    let head = HEAD.trim_end();
    let empty = check(&format!("{head},manner,scope,doubt\n{row},,,\n")).0.unwrap();
    for table in [&without, &empty] {
        let row = &table.rows[0];
        assert_eq!((row.manner, row.scope.as_str(), row.is_in_doubt()), (Manner::Plain, "", false));
    }
    let (said, faults) = check(&format!("{head},manner,scope,doubt\n{row},stock,全省,period name\n"));
    assert_eq!(faults, Vec::<String>::new());
    let said = &said.unwrap().rows[0];
    assert_eq!((said.manner, said.scope.as_str()), (Manner::Stock, "全省"));
    assert_eq!(said.doubts, [Doubt::Name, Doubt::Period]);
    assert_eq!(said.texts()[13..], ["stock", "全省", "name period"]);
    let (_, faults) = check(&format!("{head},manner,scope,doubt\n{row},all,,name sure\n"));
    assert_eq!(
        faults,
        ["2:43 bad-value `manner` cannot be `all`", "2:48 bad-value `doubt` cannot be `sure`"],
        "each at its cell"
    );
}
