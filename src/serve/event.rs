//! What the preview server is asked, and what it tells while it runs.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::message::Language;

/// What to serve, and when to build again.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one, which [`ServeEvent::Serving`] tells.
    pub port: u16,
    /// Who may look.
    pub audience: Audience,
    /// Files and folders that exist; a change of them or anything below them builds the site again.
    pub watch: Vec<PathBuf>,
    /// The language of what the preview itself says in the browser.
    pub language: Language,
}

/// Who may look at the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Programs on this machine alone.
    ThisMachine,
    /// Whoever reaches this machine at the address that it has in the local network.
    LocalNetwork,
    /// Whoever reaches it at this address of its own.
    Address(String),
}

/// What happened, for the command line to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServeEvent {
    /// The site was built, for the first time or again, and open pages are reloading.
    Built {
        /// How many files it has.
        files: usize,
        /// How long it took.
        took: Duration,
    },
    /// The content is faulty; the last good site stays, with the fault shown on its pages.
    Failed {
        /// How long it took to find out.
        took: Duration,
    },
    /// Pages can be opened at this address.
    Serving {
        /// Always on 127.0.0.1.
        address: SocketAddr,
    },
    /// Whoever is in the network can open them at this address too.
    Shared {
        /// That of this machine in the network.
        address: SocketAddr,
    },
    /// The system could not tell of every change; the reason in its words.
    Overlooked(String),
}
