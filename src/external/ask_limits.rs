//! How far asking goes: no host is hammered, and no run lasts for ever.

use std::net::IpAddr;
use std::time::Duration;

use super::local::is_public;

/// Limits of one run.
#[derive(Clone, Copy, Debug)]
pub struct AskLimits {
    /// How many links are asked.
    pub links: usize,
    /// How many of them on one host.
    pub links_per_host: usize,
    /// How long the run lasts; what is being asked then may still end, no more than one request later.
    pub run: Duration,
    /// How long is waited for a name, and then for a connection, TLS included.
    pub connection: Duration,
    /// How long is waited for an answer, the connection included and the name not.
    pub answer: Duration,
    /// How long a host has rest after each request.
    pub pause: Duration,
    /// How many times an answer may lead on.
    pub redirects: usize,
    /// How many links of a host in a row may get no answer before the rest are let be.
    pub silences: usize,
    /// Which addresses may be connected to: those of the world, unless somebody allows more.
    pub allows: fn(IpAddr) -> bool,
}

impl Default for AskLimits {
    fn default() -> AskLimits {
        AskLimits {
            links: 1000,
            links_per_host: 200,
            run: Duration::from_secs(10 * 60),
            connection: Duration::from_secs(10),
            answer: Duration::from_secs(20),
            pause: Duration::from_millis(500),
            redirects: 8,
            silences: 2,
            allows: is_public,
        }
    }
}
