//! Whether the links that lead out of a site still answer: asks each once, one request at a time to a host, and tells which do not.
//! The only room that asks the network; nothing that makes a site knows it.

mod ask_limits;
mod client;
mod host_name;
mod link_state;
mod local;
mod names;
mod no_reply;
mod round;
mod told;
mod turns;
mod visit;
mod web_address;

pub use ask_limits::AskLimits;
pub use local::is_public;
pub use names::{Names, SystemNames};

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use crate::content::OutsideLink;
use crate::diagnostic::{Checked, Diagnostic};
use client::Client;
use link_state::LinkState;
use visit::{Visit, Visitor};
use web_address::WebAddress;

/// How many links were asked, and how many answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct AskedLinks {
    pub asked: usize,
    pub answered: usize,
}

/// Asks the links, each address once however often it stands in the content, within `limits`; `names` says what hosts are called.
/// `done` is told, by several threads, how many were asked of how many.
///
/// What does not answer is a diagnostic at the first place of the link that names the others. That nobody at all was reached is told
/// once, and then nothing of single links.
pub fn ask(
    links: Vec<OutsideLink>,
    limits: &AskLimits,
    names: Arc<dyn Names>,
    done: &(dyn Fn(usize, usize) + Sync),
) -> Checked<AskedLinks> {
    let (addresses, places) = by_address(links);
    let visitor = Visitor::new(Client::new(names, *limits), *limits, Instant::now());
    let visits = round::round(&addresses, &visitor, limits, done);
    let nobody = told::of_network(&addresses, &visits);
    let is_known = |visit: &&(&Vec<OutsideLink>, &Visit)| nobody.is_none() || visit.1.state.reached().is_none();
    let pairs: Vec<(&Vec<OutsideLink>, &Visit)> = places.iter().zip(&visits).collect();
    let mut diagnostics: Vec<Diagnostic> =
        pairs.iter().filter(is_known).filter_map(|(places, visit)| told::of_link(places, visit)).collect();
    diagnostics.extend(nobody);
    diagnostics.extend(told::of_not_asked(&visits, limits));
    let asked = visits.iter().filter(|visit| visit.state.reached().is_some()).count();
    let answered = visits.iter().filter(|visit| matches!(visit.state, LinkState::Good | LinkState::Moved(_))).count();
    Checked { value: AskedLinks { asked, answered }, diagnostics }
}

/// Each address once, in the order in which they are first named, with all its links. What is no address stands for itself.
fn by_address(links: Vec<OutsideLink>) -> (Vec<Option<WebAddress>>, Vec<Vec<OutsideLink>>) {
    let mut known: BTreeMap<WebAddress, usize> = BTreeMap::new();
    let (mut addresses, mut places) = (Vec::new(), Vec::<Vec<OutsideLink>>::new());
    for link in links {
        let address = WebAddress::parse(&link.address);
        if let Some(at) = address.as_ref().and_then(|address| known.get(address)) {
            places[*at].push(link);
            continue;
        }
        known.extend(address.clone().map(|address| (address, places.len())));
        addresses.push(address);
        places.push(vec![link]);
    }
    (addresses, places)
}
