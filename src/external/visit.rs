//! One link, followed to where it ends.

use std::time::Instant;

use ureq::http::Method;

use super::ask_limits::AskLimits;
use super::client::{Client, Reply};
use super::link_state::{LinkState, NotAsked};
use super::no_reply::NoReply;
use super::turns::Turns;
use super::web_address::WebAddress;

/// With what links are asked.
pub(super) struct Visitor {
    client: Client,
    turns: Turns,
    limits: AskLimits,
    deadline: Instant,
}

/// How a link was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Visit {
    pub state: LinkState,
    /// The last address that was asked, when it is not the link's own.
    pub led_to: Option<WebAddress>,
}

impl From<LinkState> for Visit {
    fn from(state: LinkState) -> Visit {
        Visit { state, led_to: None }
    }
}

impl Visitor {
    pub(super) fn new(client: Client, limits: AskLimits, begun: Instant) -> Visitor {
        Visitor { client, turns: Turns::new(limits.pause), limits, deadline: begun + limits.run }
    }

    /// Asks `address`, and where its answer leads, and so on.
    pub(super) fn visit(&self, address: &WebAddress) -> Visit {
        let mut at = address.clone();
        let mut led_to = None;
        // The address to write instead: the last one to which nothing but moves for good led.
        let mut moved = None;
        let mut is_for_good = true;
        for _ in 0..=self.limits.redirects {
            let reply = match self.reply(&at) {
                Ok(reply) => reply,
                Err(state) => return Visit { state, led_to },
            };
            let Some(reference) = reply.leads_on() else {
                let state = match (LinkState::of_status(reply.status), moved) {
                    (LinkState::Good, Some(moved)) => LinkState::Moved(moved),
                    (state, _) => state,
                };
                return Visit { state, led_to };
            };
            let Some(next) = at.join(reference) else {
                return Visit { state: LinkState::Astray(reference.to_owned()), led_to };
            };
            is_for_good &= reply.is_for_good() || next.secures(&at);
            if is_for_good && next != at {
                moved = Some(next.clone());
            }
            led_to = Some(next.clone());
            at = next;
        }
        Visit { state: LinkState::Endless(self.limits.redirects), led_to }
    }

    /// The answer of an address: to `HEAD`, which asks for nothing that would be thrown away, and where that is not liked, to `GET`.
    fn reply(&self, at: &WebAddress) -> Result<Reply, LinkState> {
        match self.send(Method::HEAD, at)? {
            Ok(reply) if !reply.may_dislike_head() => Ok(reply),
            Ok(_) | Err(NoReply::Broken(_)) => self.send(Method::GET, at)?.map_err(LinkState::NoReply),
            Err(why) => Err(LinkState::NoReply(why)),
        }
    }

    fn send(&self, method: Method, at: &WebAddress) -> Result<Result<Reply, NoReply>, LinkState> {
        self.turns.take(at.host(), || match Instant::now() < self.deadline {
            true => Ok(self.client.send(method, at)),
            false => Err(LinkState::NotAsked(NotAsked::TimeIsUp)),
        })
    }
}

impl Reply {
    /// Where it leads, when it is one that leads on (RFC 9110, section 15.4).
    fn leads_on(&self) -> Option<&str> {
        self.location.as_deref().filter(|_| matches!(self.status, 301 | 302 | 303 | 307 | 308))
    }

    fn is_for_good(&self) -> bool {
        matches!(self.status, 301 | 308)
    }

    /// Whether `GET` might be answered better: 405, 501 and 403 say so, and a page may be there for readers alone. Who asks to be
    /// left in peace is.
    fn may_dislike_head(&self) -> bool {
        self.status >= 400 && !matches!(self.status, 429 | 503)
    }
}
