//! Why an address gave no answer that could be read.

use std::io::ErrorKind;
use std::net::IpAddr;
use std::time::Duration;

use ureq::{Error, Timeout};

use super::ask_limits::AskLimits;
use crate::message::{Message, message, reason};

/// What came instead of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoReply {
    /// There is no host of this name.
    UnknownName,
    /// The host stands in a network near this machine, and was left alone.
    Local(IpAddr),
    /// The host was not reached, and why; it may be the network of this machine.
    Unreached(Message),
    /// The host was reached and did not answer in time.
    Late(Message),
    /// The host was reached, and what came was no answer.
    Broken(Message),
}

impl NoReply {
    /// What the client met with.
    pub(super) fn of(error: Error, limits: &AskLimits) -> NoReply {
        match error {
            Error::Timeout(Timeout::Connect) => NoReply::Unreached(late(limits.connection)),
            Error::Timeout(_) => NoReply::Late(late(limits.answer)),
            Error::Io(error) => match error.kind() {
                ErrorKind::ConnectionRefused => {
                    NoReply::Unreached(message!("it refuses the connection", "它不接受连接"))
                }
                ErrorKind::NetworkUnreachable
                | ErrorKind::HostUnreachable
                | ErrorKind::NetworkDown
                | ErrorKind::AddrNotAvailable
                | ErrorKind::PermissionDenied => NoReply::Unreached(reason(&error)),
                ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::UnexpectedEof => {
                    NoReply::Broken(message!("it broke off the connection", "它中断了连接"))
                }
                // So come the faults of TLS: certificates that are out of date or of another name, among them.
                ErrorKind::InvalidData => NoReply::Broken(insecure(&error.to_string())),
                _ => NoReply::Broken(reason(&error)),
            },
            error @ (Error::Tls(_) | Error::Rustls(_)) => NoReply::Broken(insecure(&error.to_string())),
            error => NoReply::Broken(Message::quoted(error)),
        }
    }

    /// Whether it may be that nothing at all can be reached from this machine.
    pub(super) fn is_unreached(&self) -> bool {
        matches!(self, NoReply::UnknownName | NoReply::Unreached(_))
    }
}

fn late(waited: Duration) -> Message {
    let seconds = usize::try_from(waited.as_secs()).unwrap_or(usize::MAX);
    message!("nothing came in {time}", "等了 {time}没有回应", time = Message::counted(seconds, "second", "秒"))
}

fn insecure(why: &str) -> Message {
    message!("no secure connection: {why}", "安全连接没有建立：「{why}」", why = why)
}
