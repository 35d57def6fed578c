//! `check --external`: which links to other sites are told, and how hosts are treated. The servers are on this machine; no test needs
//! the network.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use gongdu::build;
use gongdu::content::OutsideLink;
use gongdu::diagnostic::{Checked, Diagnostic, Severity};
use gongdu::external::{self, AskLimits, AskedLinks, is_public};
use gongdu::message::Language;

use crate::desk::{Desk, check};
use crate::site::SMALL;
use crate::web_server::{TestNames, WebServer, written};

/// Limits with no rest between requests, on this machine.
fn quick() -> AskLimits {
    AskLimits { pause: Duration::ZERO, allows: |_| true, ..AskLimits::default() }
}

/// Links to these addresses, one a line of one page.
fn links(addresses: &[&str]) -> Vec<OutsideLink> {
    let desk = Desk::empty();
    let lines: Vec<String> = addresses.iter().map(|address| format!("[见]({address})\n\n")).collect();
    desk.write("content/r/1.md", format!("+++\ntitle = \"一\"\n+++\n{}", lines.concat()));
    build::outside_links(&desk.path("content"), ["r"]).unwrap()
}

fn ask(addresses: &[&str], limits: &AskLimits, names: &TestNames) -> Checked<AskedLinks> {
    external::ask(links(addresses), limits, Arc::new(names.clone()), &|_, _| ())
}

/// Code and words of each finding; notes behind them.
fn said(found: &[Diagnostic]) -> Vec<String> {
    let row = |found: &Diagnostic| {
        let notes = found.notes.iter().map(|note| format!(" | {}", note.said_in(Language::English)));
        format!("{}: {}{}", found.code, found.message.said_in(Language::English), notes.collect::<String>())
    };
    found.iter().map(row).collect()
}

/// A server for most tests; the path says how it answers.
fn answer(method: &str, path: &str) -> String {
    let to = |status, place: &str| written(status, &format!("Location: {place}"));
    match (method, path) {
        ("HEAD", "/head-405") => written(405, ""),
        ("HEAD", "/head-501") => written(501, ""),
        ("HEAD", "/head-403") => written(403, ""),
        ("HEAD", "/head-404") => written(404, ""),
        ("HEAD", "/head-closes") => "!close".into(),
        ("HEAD", "/flood") => written(405, ""),
        ("GET", "/flood") => "!flood".into(),
        (_, "/moved") => to(301, "/ok"),
        (_, "/moved-twice") => to(308, "moved"),
        (_, "/moved-then-elsewhere") => to(301, "/elsewhere"),
        (_, "/elsewhere") => to(302, "http://www.example/ok"),
        (_, "/moved-away") => to(301, "/404"),
        (_, "/loop") => to(302, "/loop"),
        (_, "/astray") => to(302, "javascript:alert(1)"),
        (_, "/inside") => to(302, "http://inside.example/"),
        (_, "/metadata") => to(302, "http://[::ffff:169.254.169.254]/"),
        (_, "/secure") => to(301, "https://www.example/secure"),
        (_, "/nothing") => to(302, ""),
        (_, "/wait") => "!wait".into(),
        (_, "/drip") => "!drip".into(),
        (_, "/close") => "!close".into(),
        (_, "/garbage") => "what?\r\n\r\n".into(),
        (_, "/large-head") => written(200, &format!("X: {}", "x".repeat(100_000))),
        (_, path) => match path.trim_start_matches('/').parse() {
            Ok(status) => written(status, ""),
            Err(_) => written(200, ""),
        },
    }
}

/// The server, and names of which `www.example` is it.
fn served() -> (WebServer, TestNames) {
    let server = WebServer::start(answer);
    let names = TestNames::default().with("www.example", server.address());
    (server, names)
}

/// What is said of a report whose source is said to stand at `address`.
fn told(desk: &Desk, address: &str, limits: &AskLimits) -> Vec<Diagnostic> {
    let title_page = desk.read("content/r/report.toml");
    desk.write("content/r/report.toml", format!("source_url = \"{address}\"\n{title_page}"));
    let (_server, names) = served();
    // The content lies elsewhere in every run.
    let links = build::outside_links(&desk.path("content"), ["r"]).unwrap();
    external::ask(links, limits, Arc::new(names), &|_, _| ()).diagnostics
}

/// A code, what produces it, and what it says: severity and place.
pub type CodeRow = (&'static str, fn(&Desk) -> Vec<Diagnostic>, &'static str);

/// A row for each code of this command.
pub fn rows() -> impl Iterator<Item = CodeRow> {
    let warning = "warning content/r/report.toml:1:14";
    let none: fn(&Desk) -> Vec<Diagnostic> =
        |desk| told(desk, "http://www.example/ok", &AskLimits { links: 0, ..quick() });
    let rows: [CodeRow; 6] = [
        ("link-gone", |desk| told(desk, "http://www.example/404", &quick()), warning),
        ("link-unanswered", |desk| told(desk, "http://www.example/503", &quick()), warning),
        ("link-moved", |desk| told(desk, "http://www.example/moved", &quick()), "note content/r/report.toml:1:14"),
        ("link-local", |desk| told(desk, "http://192.168.1.1/", &AskLimits { allows: is_public, ..quick() }), warning),
        ("links-not-asked", none, "note -"),
        ("no-network", |desk| told(desk, "http://nobody.example/", &quick()), "warning -"),
    ];
    rows.into_iter()
}

#[track_caller]
fn check_said(path: &str, expect: &[&str]) {
    let (_server, names) = served();
    // Something that answers, so that the network is there.
    let found = ask(&["http://www.example/ok", &format!("http://www.example{path}")], &quick(), &names);
    assert_eq!(said(&found.diagnostics), expect, "{path}");
}

#[test]
fn what_answers_is_not_told() {
    for path in
        ["/ok", "/204", "/head-405", "/head-501", "/head-403", "/head-404", "/head-closes", "/flood", "/elsewhere"]
    {
        check_said(path, &[]);
    }
    let (server, names) = served();
    ask(&["http://www.example/ok", "http://www.example/head-405"], &quick(), &names);
    assert_eq!(server.asked(), ["HEAD /ok", "HEAD /head-405", "GET /head-405"]);
}

#[test]
fn what_is_gone_is_told_otherwise_than_what_may_pass() {
    let gone = "link-gone: `http://www.example/X` leads nowhere: the server has no such page (X)";
    let trouble =
        "link-unanswered: `http://www.example/X` did not answer: the server has trouble or too much to do (X)";
    let turned = "link-unanswered: `http://www.example/X` did not answer: the server turns programs away (X)";
    for (told, codes) in
        [(gone, &["404", "410"][..]), (trouble, &["408", "429", "500", "503"]), (turned, &["401", "403", "451"])]
    {
        for code in codes {
            check_said(&format!("/{code}"), &[&told.replace('X', code)]);
        }
    }
    let unanswered = |path: &str, why: &str| {
        check_said(path, &[&format!("link-unanswered: `http://www.example{path}` did not answer: {why}")]);
    };
    unanswered("/close", "it broke off the connection");
    for path in ["/wait", "/drip"] {
        let (_server, names) = served();
        let address = format!("http://www.example{path}");
        let found = ask(&[&address], &AskLimits { answer: Duration::from_secs(1), ..quick() }, &names).diagnostics;
        assert_eq!(said(&found), [format!("link-unanswered: `{address}` did not answer: nothing came in 1 second")]);
    }
}

#[test]
fn an_answer_that_is_none_is_told() {
    for path in ["/garbage", "/large-head"] {
        let (_server, names) = served();
        let found = ask(&[&format!("http://www.example{path}")], &quick(), &names).diagnostics;
        assert_eq!((found.len(), found[0].code.as_str()), (1, "link-unanswered"), "{path}: {:?}", said(&found));
    }
}

#[test]
fn what_leads_on_is_followed_and_what_has_moved_for_good_is_told() {
    check_said("/moved", &["link-moved: `http://www.example/moved` has moved for good to `http://www.example/ok`"]);
    check_said(
        "/moved-twice",
        &["link-moved: `http://www.example/moved-twice` has moved for good to `http://www.example/ok`"],
    );
    check_said(
        "/moved-then-elsewhere",
        &["link-moved: `http://www.example/moved-then-elsewhere` has moved for good to `http://www.example/elsewhere`"],
    );
    check_said(
        "/moved-away",
        &[
            "link-gone: `http://www.example/moved-away` leads nowhere: the server has no such page (404) | it led to: http://www.example/404",
        ],
    );
    let endless = "did not answer: it led on more than 8 times";
    check_said(
        "/loop",
        &[&format!("link-unanswered: `http://www.example/loop` {endless} | it led to: http://www.example/loop")],
    );
    check_said(
        "/nothing",
        &[&format!("link-unanswered: `http://www.example/nothing` {endless} | it led to: http://www.example/nothing")],
    );
    check_said(
        "/astray",
        &[
            "link-gone: `http://www.example/astray` leads nowhere: it leads on to what is no page, 「javascript:alert(1)」",
        ],
    );
}

#[test]
fn a_connection_that_is_not_secure_is_told() {
    let (_server, names) = served();
    let found = ask(&["http://www.example/ok", "http://www.example/secure"], &quick(), &names).diagnostics;
    let said = said(&found);
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("link-unanswered: `http://www.example/secure` did not answer: "), "{said:?}");
    assert!(said[0].ends_with(" | it led to: https://www.example/secure"), "{said:?}");
}

#[test]
fn nothing_near_this_machine_is_asked_whatever_leads_there() {
    let (server, names) = served();
    let names = names.with("inside.example", "10.1.2.3:80".parse().unwrap());
    let strict = AskLimits { allows: is_public, ..quick() };
    let own = format!("http://{}/ok", server.address());
    let near = "leads into a network near this machine";
    let found = ask(&[&own, "http://www.example/ok", "http://inside.example/", "http://[::1]/"], &strict, &names);
    assert_eq!(
        said(&found.diagnostics),
        [
            format!("link-local: `{own}` {near} (127.0.0.1), which is not asked"),
            format!("link-local: `http://www.example/ok` {near} (127.0.0.1), which is not asked"),
            format!("link-local: `http://inside.example/` {near} (10.1.2.3), which is not asked"),
            format!("link-local: `http://[::1]/` {near} (::1), which is not asked"),
        ]
    );
    assert_eq!((found.value.asked, server.asked()), (0, Vec::<String>::new()));
}

#[test]
fn nothing_near_this_machine_is_asked_after_a_redirect_either() {
    let (server, names) = served();
    let names = names.with("inside.example", "10.1.2.3:80".parse().unwrap());
    // The server stands for one that the world can reach.
    let limits =
        AskLimits { allows: |address| address == IpAddr::V4(Ipv4Addr::LOCALHOST) || is_public(address), ..quick() };
    for (path, place, led_to) in [
        ("/inside", "10.1.2.3", "http://inside.example/"),
        ("/metadata", "169.254.169.254", "http://[::ffff:169.254.169.254]/"),
    ] {
        let found = ask(&[&format!("http://www.example{path}")], &limits, &names);
        assert_eq!(
            said(&found.diagnostics),
            [format!(
                "link-local: `http://www.example{path}` leads into a network near this machine ({place}), which is not asked | it led to: {led_to}"
            )]
        );
    }
    assert_eq!(server.asked(), ["HEAD /inside", "HEAD /metadata"]);
}

#[test]
fn a_host_is_asked_one_link_at_a_time_with_rest_between_and_other_hosts_meanwhile() {
    let (first, second) = (WebServer::start(answer), WebServer::start(answer));
    let names = TestNames::default().with("a.example", first.address()).with("b.example", second.address());
    let pause = Duration::from_millis(40);
    let addresses = [
        "http://a.example/1x",
        "http://b.example/1x",
        "http://a.example/2x",
        "http://a.example/head-405",
        "http://b.example/moved",
    ];
    let found = ask(&addresses, &AskLimits { pause, ..quick() }, &names);
    assert_eq!(found.value, AskedLinks { asked: 5, answered: 5 });
    for server in [&first, &second] {
        assert_eq!(server.most_at_once(), 1);
        assert!(server.least_rest().unwrap() >= pause - Duration::from_millis(5), "{:?}", server.least_rest());
    }
}

#[test]
fn a_link_that_stands_in_several_places_is_asked_once_and_told_once() {
    let (server, names) = served();
    let address = "http://www.example/404";
    let found = ask(&[address, "http://WWW.example/404#part", address, "http://www.example/ok"], &quick(), &names);
    assert_eq!(server.asked(), ["HEAD /404", "GET /404", "HEAD /ok"]);
    let [found] = &found.diagnostics[..] else { panic!("{:?}", said(&found.diagnostics)) };
    let place = found.location.as_ref().unwrap();
    assert_eq!((found.severity, place.place.line, place.place.column), (Severity::Warning, 4, 1));
    assert_eq!(place.marked.of(&place.line), format!("[见]({address})"));
    let also = found.notes.iter().map(|note| note.said_in(Language::English).rsplit_once('/').unwrap().1);
    assert_eq!(also.collect::<Vec<_>>(), ["1.md:6:1", "1.md:8:1"]);
}

#[test]
fn what_is_past_a_limit_is_not_asked_and_counted() {
    let (server, names) = served();
    let addresses =
        ["http://www.example/1x", "http://www.example/2x", "http://www.example/3x", "http://other.example/"];
    let not_asked = |limits: &AskLimits| said(&ask(&addresses, limits, &names).diagnostics);
    let of = |links: &str, why: &str| vec![format!("links-not-asked: not asked: {links} | {why}")];
    assert_eq!(not_asked(&AskLimits { links: 2, ..quick() }), of("2 links", "2: more than 2 links in all"));
    let one_host = not_asked(&AskLimits { links_per_host: 1, ..quick() });
    assert_eq!(one_host[1..], of("2 links", "2: more than 1 links of one host"));
    let before = server.asked().len();
    let late = not_asked(&AskLimits { run: Duration::ZERO, ..quick() });
    assert_eq!((late, server.asked().len()), (of("4 links", "4: no minutes were over"), before));
}

#[test]
fn a_host_that_answers_nothing_is_let_be() {
    let (server, names) = served();
    let addresses =
        ["http://www.example/wait", "http://www.example/close", "http://www.example/ok", "http://www.example/404"];
    let found = ask(&addresses, &AskLimits { answer: Duration::from_millis(300), ..quick() }, &names);
    assert_eq!(found.value.asked, 2, "{:?}", said(&found.diagnostics));
    let last = said(&found.diagnostics).pop().unwrap();
    assert_eq!(last, "links-not-asked: not asked: 2 links | 2: their host had not answered 2 times in a row");
    assert!(!server.asked().contains(&"HEAD /ok".into()));
}

#[test]
fn a_machine_without_network_is_told_once() {
    let names = TestNames::default().with("closed.example", "127.0.0.1:1".parse().unwrap());
    let addresses = ["http://a.example/1", "http://lost.example/", "http://closed.example/", "http://a.example/2"];
    let found = ask(&addresses, &quick(), &names);
    assert_eq!(found.value, AskedLinks { asked: 4, answered: 0 });
    assert_eq!(
        said(&found.diagnostics),
        [
            "no-network: nobody was reached, at 3 hosts: nothing is known of any link | tried: a.example, closed.example, lost.example"
        ]
    );
    // With one that answers, each is told for itself.
    let (_server, served) = served();
    let names = names.and(served);
    let found = ask(&[&addresses[..3], &["http://www.example/ok"]].concat(), &quick(), &names).diagnostics;
    assert_eq!(
        said(&found),
        [
            "link-gone: `http://a.example/1` leads nowhere: there is no host of this name",
            "link-unanswered: `http://lost.example/` did not answer: its name could not be looked up: failed to lookup address information: Temporary failure in name resolution",
            "link-unanswered: `http://closed.example/` did not answer: it refuses the connection",
        ]
    );
}

#[test]
fn a_run_ends_when_its_time_is_up() {
    let (_server, names) = served();
    let addresses: Vec<String> = (0..20).map(|n| format!("http://www.example/{n}x")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let limits = AskLimits { run: Duration::from_millis(300), pause: Duration::from_millis(100), ..quick() };
    let begun = Instant::now();
    let found = ask(&addresses, &limits, &names);
    assert!(begun.elapsed() < Duration::from_secs(5) && found.value.asked < 20, "{:?}", found.value);
}

/// A copy of the small report with a link to the server.
fn with_link(server: &WebServer, path: &str) -> Desk {
    let desk = Desk::with_copy_of(SMALL);
    let line = format!("source_url = \"http://{}{path}\"\n", server.address());
    let text = desk.read("content/qinghe-2024/report.toml");
    let rest: String =
        text.lines().filter(|line| !line.starts_with("source_url")).map(|line| format!("{line}\n")).collect();
    desk.write("content/qinghe-2024/report.toml", line + &rest);
    desk.change("content/qinghe-2024/3.md", "[网站](https://example.org/?a=1&b=2 \"外站\")", "网站");
    desk
}

#[test]
fn the_command_asks_only_when_it_is_told_to_and_warns_without_failing() {
    let (server, _) = served();
    let desk = with_link(&server, "/404");
    check(&desk, &["check"], 0, &["nothing was written"]);
    assert!(server.asked().is_empty());
    let refused = check(&desk, &["check", "--external"], 0, &["warning[link-local]", "--allow-local"]);
    assert!(refused.err.contains("asked no links to other sites: 0 answered"), "{refused:?}");
    let words = [
        "warning[link-gone]",
        "report.toml:1:14",
        "the server has no such page (404)",
        "asked 1 link",
        "in all: 2 warnings",
    ];
    check(&desk, &["check", "--external", "--allow-local"], 0, &words);
    assert_eq!(server.asked(), ["HEAD /404", "GET /404"]);
    let run =
        check(&desk, &["check", "--external", "--allow-local", "--format", "json"], 0, &["\"code\": \"link-gone\""]);
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let gone = found["diagnostics"].as_array().unwrap().iter().find(|found| found["code"] == "link-gone").unwrap();
    assert_eq!((&found["good"], &gone["line"], &gone["column"]), (&true.into(), &1.into(), &14.into()));
    check(&desk, &["check", "--allow-local"], 2, &["--external"]);
    check(&desk, &["check", "--external", "--allow-local", "--most-links", "0"], 0, &["not asked: 1 link"]);
}
