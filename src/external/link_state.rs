//! What became of a link that was asked.

use super::no_reply::NoReply;
use super::web_address::WebAddress;

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LinkState {
    /// It answers.
    Good,
    /// It answers from another address, for good; or only when it is asked securely.
    Moved(WebAddress),
    /// The server says that it has no such thing (any more).
    Gone(u16),
    /// The server cannot answer now.
    Troubled(u16),
    /// The server will not answer a program, or not without a password.
    Refused(u16),
    /// No answer came.
    NoReply(NoReply),
    /// It led on more often than that.
    Endless(usize),
    /// It led to what is no place of the web.
    Astray(String),
    /// It is no address.
    NoAddress,
    /// It was not asked.
    NotAsked(NotAsked),
}

/// Why a link was not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NotAsked {
    /// There were enough without it.
    EnoughLinks,
    /// There were enough of its host.
    EnoughOfHost,
    /// The time was up.
    TimeIsUp,
    /// Its host answered nothing, several times.
    SilentHost,
}

impl LinkState {
    /// What a status says that leads nowhere else.
    pub(super) fn of_status(status: u16) -> LinkState {
        match status {
            200..=299 => LinkState::Good,
            404 | 410 => LinkState::Gone(status),
            // Too slow, too early, too often; a fault of the server.
            408 | 425 | 429 | 500..=599 => LinkState::Troubled(status),
            _ => LinkState::Refused(status),
        }
    }

    /// Whether the host gave no answer.
    pub(super) fn is_silence(&self) -> bool {
        matches!(self, LinkState::NoReply(NoReply::Unreached(_) | NoReply::Late(_) | NoReply::Broken(_)))
    }

    /// Whether somebody out there was reached; `None` when nobody was tried.
    pub(super) fn reached(&self) -> Option<bool> {
        match self {
            LinkState::NoAddress | LinkState::NotAsked(_) | LinkState::NoReply(NoReply::Local(_)) => None,
            LinkState::NoReply(why) => Some(!why.is_unreached()),
            _ => Some(true),
        }
    }
}
