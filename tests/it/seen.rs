//! Files that look as they did are not read again, and none that was changed looks so: neither one of the same length, nor one that
//! was given its old time back.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use gongdu::text::sha256_hex;

use crate::desk::Desk;
use crate::site::request;
use crate::unchanged::{check_made, library};

/// Where a build notes how files look.
const SEEN: &str = ".public.gongdu-seen";

/// Puts words into a file in the place of others of the same length, or takes them back, and gives it the time that it had.
fn alter(path: &Path, from: &str, to: &str) {
    let time = fs::metadata(path).unwrap().modified().unwrap();
    let text = fs::read_to_string(path).unwrap();
    assert!(from.len() == to.len() && (text.contains(from) || text.contains(to)), "{text}");
    let changed = if text.contains(to) { text.replacen(to, from, 1) } else { text.replacen(from, to, 1) };
    fs::write(path, changed).unwrap();
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    assert_eq!(fs::metadata(path).unwrap().modified().unwrap(), time);
}

fn touch(path: &Path) {
    File::options().write(true).open(path).unwrap().set_modified(SystemTime::now()).unwrap();
}

#[test]
fn what_is_changed_and_given_its_old_time_back_is_seen_and_what_is_only_touched_is_kept() {
    let desk = library();
    let asked = request(desk.path("content"));
    check_made(&desk, &asked, "at first", 4);
    for round in 0..2 {
        check_made(&desk, &asked, "nothing is changed", 0);
        let page = desk.path("public/mengyin-2022/1/index.html");
        alter(&page, "工作回顾", "重点工作");
        check_made(&desk, &asked, "a page of the site was altered", 1);
        touch(&page);
        check_made(&desk, &asked, "it was touched", 0);
        alter(&desk.path("content/gaoqing-2022/2.md"), "开工建设", "着手建设");
        check_made(&desk, &asked, "a page of the content was altered", 1);
        touch(&desk.path("content/gaoqing-2022/2.md"));
        check_made(&desk, &asked, "that was touched", 0);
        // The same bytes in another file.
        let copy = desk.path("copy");
        fs::copy(&page, &copy).unwrap();
        fs::rename(&copy, &page).unwrap();
        check_made(&desk, &asked, &format!("another file of the same bytes, round {round}"), 0);
    }
}

/// Builds until all folders, the files of each report and those that span them have a look: content must have been left alone for some seconds.
#[cfg(unix)]
fn all_seen(desk: &Desk) -> String {
    let (asked, begin) = (request(desk.path("content")), Instant::now());
    loop {
        check_made(desk, &asked, "nothing is changed", 0);
        let seen = fs::read_to_string(desk.path(SEEN)).unwrap_or_default();
        if seen.lines().count() == 10 {
            return seen;
        }
        assert!(begin.elapsed() < Duration::from_secs(60), "{seen}");
    }
}

#[cfg(unix)]
#[test]
fn what_looks_as_it_did_is_taken_at_its_word_and_a_damaged_word_is_worth_nothing() {
    let desk = library();
    let asked = request(desk.path("content"));
    check_made(&desk, &asked, "at first", 4);
    let seen = all_seen(&desk);
    let sealed = |lines: Vec<String>| {
        let body: String = lines.into_iter().map(|line| line + "\n").collect();
        format!("looks 1 {}\n{body}", sha256_hex(body.as_bytes()))
    };
    let lines: Vec<String> = seen.lines().skip(1).map(str::to_owned).collect();
    assert_eq!(sealed(lines.clone()), seen);
    let other = |line: &String| format!("{} {}", &line[..64], sha256_hex(line.as_bytes()));
    // Nobody but a build seals these. Of folders of the content all is believed, of the site only what fits what was made.
    desk.write(SEEN, sealed(lines.iter().map(other).collect()));
    check_made(&desk, &asked, "sealed, and said to hold something else", 4);
    fs::remove_file(desk.path(SEEN)).unwrap();
    for damaged in
        [seen.replacen("looks 1", "looks 2", 1), seen.replacen("looks 1 ", "", 1), seen[..seen.len() - 9].to_owned()]
    {
        all_seen(&desk);
        desk.write(SEEN, damaged);
        check_made(&desk, &asked, "damaged", 0);
    }
}
