//! A small server of the web on this machine, which answers as a test wants it and remembers what it was asked, and names for it.

use std::collections::BTreeMap;
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use gongdu::external::Names;

/// Names for the tests alone: those below `.example` lead to a server or a place, `lost.example` cannot be looked up now, and no
/// other is known.
#[derive(Clone, Default)]
pub struct TestNames(BTreeMap<&'static str, SocketAddr>);

impl TestNames {
    pub fn with(mut self, host: &'static str, place: SocketAddr) -> TestNames {
        self.0.insert(host, place);
        self
    }

    pub fn and(mut self, others: TestNames) -> TestNames {
        self.0.extend(others.0);
        self
    }
}

impl Names for TestNames {
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        let said = |words: &str| Err(io::Error::other(format!("failed to lookup address information: {words}")));
        match (host.trim_matches(['[', ']']).parse(), self.0.get(host)) {
            (Ok(written), _) => Ok(vec![SocketAddr::new(written, port)]),
            (_, Some(place)) => Ok(vec![*place]),
            (_, None) if host == "lost.example" => said("Temporary failure in name resolution"),
            _ => said("Name or service not known"),
        }
    }
}

/// A server that listens until the tests end.
pub struct WebServer {
    address: SocketAddr,
    log: Arc<Log>,
}

#[derive(Default)]
struct Log {
    /// Method and path of each request, with when it came and when it was answered.
    asked: Mutex<Vec<(String, Instant, Instant)>>,
    open: AtomicUsize,
    most_open: AtomicUsize,
}

impl WebServer {
    /// One that answers method and path with what `answer` gives; see [`written`].
    pub fn start(answer: fn(&str, &str) -> String) -> WebServer {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let (address, log) = (listener.local_addr().unwrap(), Arc::new(Log::default()));
        let own = log.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let log = own.clone();
                thread::spawn(move || serve(stream, answer, &log));
            }
        });
        WebServer { address, log }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it was asked, in order: `HEAD /a`.
    pub fn asked(&self) -> Vec<String> {
        self.log.asked.lock().unwrap().iter().map(|(asked, ..)| asked.clone()).collect()
    }

    /// How long it had rest between two requests, at least.
    pub fn least_rest(&self) -> Option<Duration> {
        let asked = self.log.asked.lock().unwrap();
        asked.windows(2).map(|pair| pair[1].1.saturating_duration_since(pair[0].2)).min()
    }

    /// How many requests were open at once, at most.
    pub fn most_at_once(&self) -> usize {
        self.log.most_open.load(Ordering::SeqCst)
    }
}

/// An answer of this status with these lines in its head. What begins with `!` is done instead: `!wait` sends nothing, `!drip` a
/// byte now and then, `!close` closes, `!flood` answers and sends without end, and anything else is sent as it is.
pub fn written(status: u16, head: &str) -> String {
    let end = if head.is_empty() { "" } else { "\r\n" };
    format!("HTTP/1.1 {status} x\r\nContent-Length: 0\r\n{head}{end}\r\n")
}

fn serve(mut stream: TcpStream, answer: fn(&str, &str) -> String, log: &Log) {
    let open = log.open.fetch_add(1, Ordering::SeqCst) + 1;
    log.most_open.fetch_max(open, Ordering::SeqCst);
    let came = Instant::now();
    if let Some((method, path)) = read(&mut stream) {
        let answer = answer(&method, &path);
        log.open.fetch_sub(1, Ordering::SeqCst);
        log.asked.lock().unwrap().push((format!("{method} {path}"), came, Instant::now()));
        // Whoever asked may have gone.
        let _ = send(&mut stream, &answer);
    } else {
        log.open.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Method and path; `None` for what is no request.
fn read(stream: &mut TcpStream) -> Option<(String, String)> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        // A TLS greeting is no request, and has no such end.
        if head.first() == Some(&0x16) || stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        head.extend(byte);
    }
    let head = String::from_utf8(head).ok()?;
    let mut words = head.split(' ');
    Some((words.next()?.to_owned(), words.next()?.to_owned()))
}

fn send(stream: &mut TcpStream, answer: &str) -> io::Result<()> {
    match answer {
        "!close" => Ok(()),
        // Until whoever asked goes away.
        "!wait" => stream.read(&mut [0]).map(|_| ()),
        // A byte at a time, until whoever asked goes away.
        "!drip" => {
            stream.set_read_timeout(Some(Duration::from_millis(10)))?;
            for byte in "HTTP/1.1 200 ".bytes().chain(std::iter::repeat(b'x')) {
                stream.write_all(&[byte])?;
                if stream.read(&mut [0]).is_ok() {
                    break;
                }
            }
            Ok(())
        }
        "!flood" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
            loop {
                stream.write_all(&[b'x'; 4096])?;
            }
        }
        answer => stream.write_all(answer.as_bytes()),
    }
}
