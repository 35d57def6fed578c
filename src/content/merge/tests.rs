//! Tables merged: what import wrote, what stands there now, what it proposes anew.

use super::*;

/// A table of rows written `id page quote words value`.
fn table(rows: &[&str]) -> Vec<u8> {
    let row = |line: &&str| {
        let mut cells = line.split(' ');
        let mut next = || cells.next().unwrap_or_default().to_owned();
        let [id, place, quote, words, value] = std::array::from_fn(|_| next());
        COLUMNS.map(|column| match column {
            "id" => id.clone(),
            "place" => place.clone(),
            "quote" => quote.clone(),
            "words" => words.clone(),
            "value" => value.clone(),
            _ => String::new(),
        })
    };
    write_csv(&COLUMNS, rows.iter().map(row))
}

fn rows(bytes: &[u8]) -> Vec<String> {
    let line = |row: CellRow| row[..5].join(" ").replacen(".md ", " ", 1).trim_end().to_owned();
    figures::texts(bytes).into_iter().map(line).collect()
}

#[track_caller]
fn check(old: &[&str], disk: &[&str], new: &[&str], expect: &[&str]) -> MergedFigures {
    let merged = merge_figures(&table(old), &table(disk), &table(new));
    assert_eq!(rows(&merged.table), expect);
    // Imported again with nothing touched, nothing changes.
    let again = merge_figures(&merged.written, &merged.table, &table(new));
    assert_eq!(rows(&again.table), expect, "the second time");
    assert!(again.added.is_empty() && again.dropped.is_empty());
    merged
}

const OLD: [&str; 3] = ["f1 1 共5家 5家 5", "f2 1 增长6% 增长6% 6", "f3 2 达到10亿元 10亿元 10"];

#[test]
fn a_table_that_nobody_touched_is_renewed() {
    let new = ["f1 1 共5家 5家 5.0", "f2 1 增长6% 增长6% 6", "f3 3 达到10亿元 10亿元 10"];
    let merged = check(&OLD, &OLD, &new, &new);
    assert_eq!((merged.renewed, merged.kept, merged.added.len(), merged.dropped.len()), (3, 0, 0, 0));
}

#[test]
fn a_row_that_a_person_corrected_stays_as_it_is() {
    let disk = ["f1 1 共5家 5家 5", "f2 1 增长6% 增长6% 6.5", "f3 2 达到10亿元 10亿元 10"];
    let expect = ["f1 1 共5家 5家 5", "f2 1 增长6% 增长6% 6.5", "f3 2 达到10亿元 10亿元 10"];
    assert_eq!(check(&OLD, &disk, &OLD, &expect).kept, 1);
    // Even when import no longer finds it.
    check(&OLD, &disk, &["f1 1 共5家 5家 5"], &["f1 1 共5家 5家 5", "f2 1 增长6% 增长6% 6.5"]);
}

#[test]
fn a_row_that_a_person_deleted_stays_deleted() {
    let merged = check(&OLD, &[OLD[0], OLD[2]], &OLD, &[OLD[0], OLD[2]]);
    assert_eq!((merged.renewed, merged.added.len()), (2, 0));
}

#[test]
fn what_is_new_comes_last_under_an_id_that_was_never_given() {
    // The numbers of the proposal have moved on by one; those of the file have not.
    let new = ["f1 1 新增2个 2个 2", "f2 1 共5家 5家 5", "f3 1 增长6% 增长6% 6", "f4 2 达到10亿元 10亿元 10"];
    check(&OLD, &OLD, &new, &[OLD[0], OLD[1], OLD[2], "f4 1 新增2个 2个 2"]);
    // f3 was deleted: its id is not given to another.
    let merged = check(&OLD, &OLD[..2], &new, &[OLD[0], OLD[1], "f4 1 新增2个 2个 2"]);
    // And not after it has gone from the text either.
    let gone = merge_figures(&merged.written, &merged.table, &table(&[OLD[0]]));
    assert_eq!(rows(&gone.table), [OLD[0]]);
    let back = merge_figures(&gone.written, &gone.table, &table(&[OLD[0], "f2 1 全新9个 9个 9"]));
    assert_eq!(rows(&back.table), [OLD[0], "f5 1 全新9个 9个 9"]);
}

#[test]
fn what_import_finds_no_more_goes() {
    assert_eq!(check(&OLD, &OLD, &OLD[1..], &OLD[1..]).dropped.len(), 1);
}

#[test]
fn a_row_that_a_person_added_or_renamed_is_not_proposed_again() {
    let disk = [OLD[0], "gdp 1 增长6% 增长6% 6", OLD[2], "mine 2 另有3条 3条 3"];
    let new = ["f1 1 共5家 5家 5", "f2 1 增长6% 增长6% 6", "f3 2 达到10亿元 10亿元 10", "f4 2 另有3条 3条 3"];
    let merged = check(&OLD, &disk, &new, &disk);
    assert_eq!((merged.kept, merged.added.len()), (2, 0));
}

#[test]
fn the_same_words_on_two_pages_are_two_rows() {
    let old = ["f1 1 共5家 5家 5", "f2 2 共5家 5家 5"];
    let new = ["f1 2 共5家 5家 7", "f2 1 共5家 5家 6"];
    check(&old, &old, &new, &["f1 1 共5家 5家 6", "f2 2 共5家 5家 7"]);
}

#[test]
fn columns_in_another_order_and_files_that_are_no_tables_are_no_panic() {
    let mixed = "words,id,quote\r\n5家,f1,共5家\r\n";
    let merged = merge_figures(mixed.as_bytes(), mixed.as_bytes(), &table(&OLD));
    assert_eq!(rows(&merged.table)[0], "f1 1 共5家 5家 5");
    for bytes in [&b""[..], b"\xff\xfe", b"\"", b"id\n\"x"] {
        merge_figures(bytes, bytes, bytes);
    }
}
