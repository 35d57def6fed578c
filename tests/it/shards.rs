//! A site that is made in parts, on several machines: put together it is the very one that a single build makes.

use std::fs;

use crate::desk::{Desk, check};

/// Two years of one county and three others.
fn library() -> Desk {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n"), ("content/static/hello.txt", "hello")]);
    for (id, place, year) in [
        ("a-2022", "蒙阴县", 2022),
        ("b-2023", "蒙阴县", 2023),
        ("c-2022", "高青县", 2022),
        ("d-2022", "沂源县", 2022),
        ("e-2022", "桓台县", 2022),
    ] {
        let before = year - 1;
        desk.write(
            &format!("content/{id}/source.txt"),
            format!(
                "{place}{year}年政府工作报告\n县长 王明\n\n各位代表：\n\n现在，我向大会报告工作。\n\n一、{before}年工作回顾\n\n\
                 {before}年，地区生产总值201亿元，增长5.4%。\n\n二、{year}年重点工作\n\n今年的主要预期目标是：地区生产总值增长6.5%左右。\n"
            ),
        );
    }
    check(&desk, &["build", "--output", "whole"], 0, &["5 reports"]);
    // The ledgers are there now, as they are in a checkout.
    check(&desk, &["build", "--output", "whole"], 0, &["0 written"]);
    desk
}

#[test]
fn parts_that_are_joined_are_byte_for_byte_the_site_of_one_build() {
    let desk = library();
    for part in 1..=3 {
        let (shard, output) = (format!("{part}/3"), format!("part-{part}"));
        check(&desk, &["build", "--shard", &shard, "--output", &output], 0, &["report"]);
        assert!(!desk.path(&output).join("index.html").exists(), "what spans reports is of no part");
    }
    let years = |part: &str| ["a-2022", "b-2023"].map(|id| desk.path(part).join(id).exists());
    assert!((1..=3).all(|part| years(&format!("part-{part}")).windows(2).all(|pair| pair[0] == pair[1])));
    let joined = check(
        &desk,
        &["build", "--join", "part-1", "part-2", "part-3", "--output", "joined", "--timings"],
        0,
        &["5 reports"],
    );
    assert!(
        !joined.out.contains("references") && !joined.err.contains("references"),
        "no report was made anew: {joined:?}"
    );
    assert!(desk.tree("joined") == desk.tree("whole"));
    // What lacks, or was damaged on the way, is made anew.
    fs::remove_dir_all(desk.path("part-1")).unwrap();
    let some = desk.tree("part-2").into_iter().find(|(path, _)| path.ends_with("index.html")).unwrap().0;
    desk.write(&format!("part-2/{some}"), "");
    check(&desk, &["build", "--join", "part-2", "part-3", "--output", "again"], 0, &["5 reports"]);
    assert!(desk.tree("again") == desk.tree("whole"));
}

#[test]
fn what_is_no_part_is_refused() {
    let desk = library();
    for shard in ["0/2", "3/2", "1", "a/b", "1/0"] {
        check(&desk, &["build", "--shard", shard], 2, &["2/4"]);
    }
    check(&desk, &["build", "--join", "content"], 2, &["content"]);
    check(&desk, &["build", "--shard", "1/2", "--join", "whole"], 2, &["--join"]);
    assert!(!desk.path("public").exists());
}
