//! The preview through a real connection: pages, faults, and renewal when a file changes.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::*;

/// Longer than any renewal takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A preview of a folder: each file of it is a page; a file that holds `fault` breaks the site.
struct Running {
    folder: tempfile::TempDir,
    address: SocketAddr,
    events: Receiver<ServeEvent>,
}

impl Running {
    fn start(files: &[(&str, &str)]) -> Running {
        Running::start_in(Language::English, files)
    }

    fn start_in(language: Language, files: &[(&str, &str)]) -> Running {
        let folder = tempfile::tempdir().unwrap();
        files.iter().for_each(|(path, text)| fs::write(folder.path().join(path), text).unwrap());
        let (send, events) = channel();
        let watch = vec![folder.path().to_owned(), folder.path().join(files[0].0)];
        let options = Options { port: 0, audience: Audience::ThisMachine, watch, language };
        let root = folder.path().to_owned();
        // The server has no end but the program's.
        std::thread::spawn(move || serve(options, move || build(&root), move |event| _ = send.send(event)).unwrap());
        let mut running = Running { folder, address: ([127, 0, 0, 1], 0).into(), events };
        running.address = running.wait(|event| match event {
            ServeEvent::Serving { address } => Some(address),
            _ => None,
        });
        running
    }

    fn wait<T>(&self, mut wanted: impl FnMut(ServeEvent) -> Option<T>) -> T {
        loop {
            if let Some(found) = wanted(self.events.recv_timeout(PATIENCE).unwrap()) {
                return found;
            }
        }
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.path().join(path), text).unwrap();
    }

    fn open(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.address.port())
            .unwrap();
        stream
    }

    /// The whole answer to a request such as `GET /`.
    fn ask(&self, request: &str) -> String {
        let mut text = String::new();
        self.open(request).read_to_string(&mut text).unwrap();
        text
    }

    /// Expects each of `words` in the answer to `request`; words that begin with `no ` must be missing.
    fn check(&self, request: &str, words: &[&str]) {
        let answer = self.ask(request);
        for word in words {
            match word.strip_prefix("no ") {
                Some(word) => assert!(!answer.contains(word), "{request}: {word}\n{answer}"),
                None => assert!(answer.contains(word), "{request}: {word}\n{answer}"),
            }
        }
    }
}

fn build(root: &Path) -> Result<Files, String> {
    let tree = crate::disk::read_tree(root, "content").map_err(|error| error.to_string())?.value;
    if let Some(file) = tree.files.iter().find(|file| file.bytes.starts_with(b"fault")) {
        return Err(format!("error in {} &lt;here&gt;", file.path));
    }
    Ok(tree.files.into_iter().map(|file| (file.path.replace('+', "/"), file.bytes.into())).collect())
}

#[test]
fn pages_are_served_as_a_host_would_serve_them() {
    let preview = Running::start(&[
        ("index.html", "<p>front</p>"),
        ("a+index.html", "<p>inner</p>"),
        ("404.html", "<p>nowhere</p>"),
        ("a+b.csv", "x,y\n"),
    ]);
    let page = ["200 OK", "text/html; charset=utf-8", "cache-control: no-store", "<p>front</p>", "event-stream"];
    preview.check("GET /", &page);
    preview.check("HEAD /", &["200 OK", "content-length: ", "no <p>"]);
    preview.check("GET /a/", &["200 OK", "<p>inner</p>"]);
    preview.check("GET /a?x=1", &["307 ", "location: /a/?x=1"]);
    preview.check("GET /a/b.csv", &["200 OK", "text/csv; charset=utf-8", "\r\n\r\nx,y\n", "no script"]);
    preview.check("GET /none.html", &["404 Not Found", "text/html; charset=utf-8", "<p>nowhere</p>"]);
    preview.check("GET /../../etc/passwd", &["404 Not Found"]);
    preview.check("POST /", &["405 ", "allow: GET, HEAD"]);
    let mut stream = TcpStream::connect(preview.address).unwrap();
    write!(stream, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 403 ") && !answer.contains("front"), "{answer}");
}

#[test]
fn a_change_reloads_the_page_and_a_fault_is_shown_until_it_is_mended() {
    let preview = Running::start(&[("index.html", "<body><p>one</p></body>")]);
    let mut stream = BufReader::new(preview.open("GET /_tower-livereload/event-stream")).lines().map(Result::unwrap);
    assert!(stream.any(|line| line == "event: init"));
    preview.write("index.html", "<body><p>two</p></body>");
    assert!(stream.any(|line| line == "event: reload"), "the open page is told");
    preview.check("GET /", &["200 OK", "<p>two</p>"]);

    preview.write("b.html", "fault");
    preview.wait(|event| matches!(event, ServeEvent::Failed { .. }).then_some(()));
    preview.check("GET /", &["200 OK", "<p>two</p>", "error in b.html &lt;here&gt;", "last good page", "event-stream"]);
    preview.check("GET /b.html", &["500 ", "cannot be built", "error in b.html &lt;here&gt;", "event-stream"]);
    preview.check("GET /c.css", &["404 "]);

    preview.write("b.html", "<p>mended</p>");
    preview.wait(|event| matches!(event, ServeEvent::Built { files: 2, .. }).then_some(()));
    preview.check("GET /", &["<p>two</p>", "no error in"]);
    preview.check("GET /b.html", &["200 OK", "<p>mended</p>"]);
}

#[test]
fn a_site_that_is_faulty_from_the_start_can_be_mended_in_view() {
    let preview = Running::start(&[("index.html", "fault")]);
    preview.check("GET /", &["500 ", "error in index.html", "event-stream"]);
    preview.write("index.html", "<p>good</p>");
    preview.wait(|event| matches!(event, ServeEvent::Built { .. }).then_some(()));
    preview.check("GET /", &["200 OK", "<p>good</p>"]);
}

#[test]
fn its_own_pages_are_in_the_language_that_was_asked_for() {
    let preview = Running::start_in(Language::Chinese, &[("index.html", "fault")]);
    preview.check(
        "GET /",
        &["500 ", "<html lang=\"zh-CN\">", "<h1>网站生成不了</h1>", "这一页自己就没有了", "no {title}", "no {says}"],
    );
    preview.write("index.html", "<p>good</p>");
    preview.wait(|event| matches!(event, ServeEvent::Built { .. }).then_some(()));
    preview.check("GET /nix/", &["404 ", "<html lang=\"zh-CN\">", "<h1>没有这一页</h1>", "<code>404.html</code>"]);
    preview.write("index.html", "fault");
    preview.wait(|event| matches!(event, ServeEvent::Failed { .. }).then_some(()));
    preview.check("GET /", &["<aside lang=\"zh-CN\"", "内容有错；这是上一次做好的页面", "error in index.html"]);
}

#[test]
fn a_new_folder_is_watched_and_a_file_put_in_the_place_of_another_is_seen() {
    let preview = Running::start(&[("index.html", "<p>one</p>")]);
    let inner = preview.folder.path().join("2024");
    fs::create_dir(&inner).unwrap();
    preview.wait(|event| matches!(event, ServeEvent::Built { files: 1, .. }).then_some(()));
    crate::disk::write_new(&inner.join("a.html"), b"<p>new</p>", false).unwrap();
    preview.wait(|event| matches!(event, ServeEvent::Built { files: 2, .. }).then_some(()));
    crate::disk::write_new(&inner.join("a.html"), b"fault", true).unwrap();
    preview.wait(|event| matches!(event, ServeEvent::Failed { .. }).then_some(()));
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = serve(
        Options { port, audience: Audience::ThisMachine, watch: vec![], language: Language::English },
        || Ok(Files::new()),
        |_| {},
    )
    .unwrap_err()
    .to_string();
    assert!(error.starts_with(&format!("cannot listen on port {port}: another program uses it")), "{error}");
    assert!(error.contains("--port"));
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let watch = vec!["no/such/folder".into()];
    let options = Options { port: 0, audience: Audience::ThisMachine, watch, language: Language::English };
    let error = serve(options, || Ok(Files::new()), |_| {}).unwrap_err().to_string();
    assert!(error.starts_with("cannot watch no/such/folder: "), "{error}");
}

#[test]
fn others_may_look_at_an_address_of_this_machine_only() {
    for words in ["example.org", "0.0.0.0", "127.0.0.1", "::1", "192.168.1", ""] {
        let audience = Audience::Address(words.into());
        let options = Options { port: 0, audience, watch: vec![], language: Language::English };
        let error = serve(options, || Ok(Files::new()), |_| {}).unwrap_err().to_string();
        assert!(error.starts_with("--host takes the address of this machine in the network"), "{words}: {error}");
    }
    // An address of documents (RFC 5737), which no machine has.
    let audience = Audience::Address("203.0.113.7".into());
    let options = Options { port: 0, audience, watch: vec![], language: Language::English };
    let error = serve(options, || Ok(Files::new()), |_| {}).unwrap_err().to_string();
    assert!(error.starts_with("cannot listen at 203.0.113.7, port "), "{error}");
}
