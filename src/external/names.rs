//! From the name of a host to the addresses that may be connected to.

use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use super::ask_limits::AskLimits;
use super::no_reply::NoReply;
use super::web_address::WebAddress;
use crate::message::{message, reason};

/// Who knows what the names of hosts stand for.
pub trait Names: Send + Sync {
    /// The addresses of `host`, each with `port`.
    ///
    /// # Errors
    /// When there is no such name, or nobody can be asked.
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>>;
}

/// The names that this machine knows or can ask for.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemNames;

impl Names for SystemNames {
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        Ok(format!("{host}:{port}").to_socket_addrs()?.collect())
    }
}

/// The addresses of the host of `address` that the limits allow. What is given is what is connected to:
/// between looking and connecting nothing is looked up again.
pub(super) fn addresses(
    names: &Arc<dyn Names>,
    address: &WebAddress,
    limits: &AskLimits,
) -> Result<Vec<SocketAddr>, NoReply> {
    let found = looked_up(names, address, limits.connection)?;
    let is_allowed = |found: &&SocketAddr| (limits.allows)(found.ip());
    let allowed: Vec<SocketAddr> = found.iter().filter(is_allowed).copied().collect();
    match found.first() {
        None => Err(NoReply::UnknownName),
        Some(first) if allowed.is_empty() => Err(NoReply::Local(plain(first.ip()))),
        Some(_) => Ok(allowed),
    }
}

/// An IPv4 address as such, also when it came as one of IPv6.
fn plain(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(own) => own.to_ipv4_mapped().map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

/// The system may wait for its servers as long as it likes, so it does that on a thread of its own.
fn looked_up(names: &Arc<dyn Names>, address: &WebAddress, longest: Duration) -> Result<Vec<SocketAddr>, NoReply> {
    let (sender, receiver) = mpsc::channel();
    let (names, host, port) = (names.clone(), address.host().to_owned(), address.port());
    thread::spawn(move || {
        // Nobody listens any more when the time was up.
        let _ = sender.send(names.addresses(&host, port));
    });
    let found = receiver.recv_timeout(longest).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
    found.map_err(|error| match says_unknown(&error) {
        true => NoReply::UnknownName,
        false => NoReply::Unreached(message!(
            "its name could not be looked up: {why}",
            "查不到域名：{why}",
            why = reason(&error)
        )),
    })
}

/// Whether the system says that there is no such name, and not that it could not ask. It has no kind of error for that, only
/// its words and, on Windows, numbers: `WSAHOST_NOT_FOUND`, `WSANO_DATA`.
fn says_unknown(error: &io::Error) -> bool {
    let words = error.to_string();
    ["not known", "does not resolve", "No address associated"].iter().any(|known| words.contains(known))
        || (cfg!(windows) && matches!(error.raw_os_error(), Some(11001 | 11004)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every name stands for these.
    struct Fixed(io::Result<&'static [&'static str]>);

    impl Names for Fixed {
        fn addresses(&self, _: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
            let found = self.0.as_ref().map_err(|error| io::Error::new(error.kind(), error.to_string()))?;
            Ok(found.iter().map(|address| SocketAddr::new(address.parse().unwrap(), port)).collect())
        }
    }

    fn found(known: io::Result<&'static [&'static str]>) -> Result<Vec<String>, String> {
        found_with(known, &AskLimits::default())
    }

    fn found_with(known: io::Result<&'static [&'static str]>, limits: &AskLimits) -> Result<Vec<String>, String> {
        let names: Arc<dyn Names> = Arc::new(Fixed(known));
        let found = addresses(&names, &WebAddress::parse("http://www.example.org/").unwrap(), limits);
        found.map(|found| found.iter().map(ToString::to_string).collect()).map_err(|why| format!("{why:?}"))
    }

    #[test]
    fn only_addresses_of_the_world_are_given_unless_others_are_allowed() {
        assert_eq!(found(Ok(&["127.0.0.1", "1.1.1.1"])), Ok(vec!["1.1.1.1:80".into()]));
        let all = AskLimits { allows: |_| true, ..AskLimits::default() };
        assert_eq!(found_with(Ok(&["127.0.0.1", "1.1.1.1"]), &all).unwrap().len(), 2);
        assert_eq!(found(Ok(&["::ffff:10.0.0.1"])), Err("Local(10.0.0.1)".into()));
        assert_eq!(found(Ok(&["fd00::1", "192.168.0.1"])), Err("Local(fd00::1)".into()));
    }

    #[test]
    fn a_name_that_is_not_known_is_another_thing_than_nobody_to_ask() {
        let said = |words: &str| found(Err(io::Error::other(words.to_owned()))).unwrap_err();
        for words in ["failed to lookup address information: Name or service not known", "Name does not resolve"] {
            assert_eq!(said(words), "UnknownName", "{words}");
        }
        let said = said("failed to lookup address information: Temporary failure in name resolution");
        assert!(said.starts_with("Unreached(") && said.contains("Temporary failure"), "{said}");
        assert_eq!(found(Ok(&[])), Err("UnknownName".into()));
    }

    #[test]
    fn the_system_knows_addresses_that_are_written_in_numbers() {
        let numbers = |host, port| SystemNames.addresses(host, port).unwrap()[0].to_string();
        assert_eq!((numbers("127.0.0.1", 80), numbers("[::1]", 81)), ("127.0.0.1:80".into(), "[::1]:81".into()));
    }
}
