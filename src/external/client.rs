//! One request to one address: the head of the answer, and nothing of its body.

use std::net::SocketAddr;
use std::sync::Arc;

use ureq::config::Config;
use ureq::http::{Method, Request, Uri, header};
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

use super::ask_limits::AskLimits;
use super::names::{self, Names};
use super::no_reply::NoReply;
use super::web_address::WebAddress;

/// What servers are told of who asks.
const NAME: &str = concat!("gongdu/", env!("CARGO_PKG_VERSION"), " (asks whether links still answer)");
/// More than the head of any answer.
const HEAD: usize = 32 << 10;

/// Who asks.
pub(super) struct Client {
    config: Config,
    names: Arc<dyn Names>,
    limits: AskLimits,
}

/// The head of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub status: u16,
    /// Where it leads on, as the server wrote it.
    pub location: Option<String>,
}

impl Client {
    pub(super) fn new(names: Arc<dyn Names>, limits: AskLimits) -> Client {
        let config = Config::builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            // A proxy would look names up itself: nobody could say then what was connected to.
            .proxy(None)
            .user_agent(NAME)
            .max_response_header_size(HEAD)
            .input_buffer_size(HEAD)
            .output_buffer_size(HEAD)
            .max_idle_connections(0)
            .timeout_connect(Some(limits.connection))
            .timeout_global(Some(limits.answer))
            .build();
        Client { config, names, limits }
    }

    /// Asks an address; it is looked up, looked at and then connected to. The connection is closed where the body would begin.
    pub(super) fn send(&self, method: Method, address: &WebAddress) -> Result<Reply, NoReply> {
        let places = names::addresses(&self.names, address, &self.limits)?;
        let agent = Agent::with_parts(self.config.clone(), DefaultConnector::default(), Places(places));
        let request = Request::builder().method(method).uri(address.to_string()).body(());
        let answer = request.map_err(Error::Http).and_then(|request| agent.run(request));
        let answer = answer.map_err(|error| NoReply::of(error, &self.limits))?;
        let location = answer.headers().get(header::LOCATION);
        Ok(Reply {
            status: answer.status().as_u16(),
            location: location.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()),
        })
    }
}

/// The only places that a connection may lead to.
#[derive(Debug)]
struct Places(Vec<SocketAddr>);

impl Resolver for Places {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let mut places = self.empty();
        // More than enough, and all that fits.
        self.0.iter().take(8).for_each(|place| places.push(*place));
        Ok(places)
    }
}
