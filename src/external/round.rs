//! The round over all links: several hosts at once, the links of one host one after another.

use std::collections::{BTreeMap, VecDeque};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::ask_limits::AskLimits;
use super::link_state::{LinkState, NotAsked};
use super::visit::{Visit, Visitor};
use super::web_address::WebAddress;

/// How many hosts are asked at once.
const AT_ONCE: usize = 8;

/// The addresses of one host, each with its number.
type HostLinks<'a> = Vec<(usize, &'a WebAddress)>;

/// Asks all that the limits allow; gives how each was found, in the order of `addresses`. `done` is told how many are done of how many.
pub(super) fn round(
    addresses: &[Option<WebAddress>],
    visitor: &Visitor,
    limits: &AskLimits,
    done: &(dyn Fn(usize, usize) + Sync),
) -> Vec<Visit> {
    let mut visits: Vec<Visit> = vec![LinkState::NoAddress.into(); addresses.len()];
    let hosts = chosen(addresses, limits, &mut visits);
    let (count, asked) = (hosts.iter().map(Vec::len).sum(), AtomicUsize::new(0));
    let told = || done(asked.fetch_add(1, Ordering::Relaxed) + 1, count);
    let workers = hosts.len().min(AT_ONCE);
    let queue = Mutex::new(VecDeque::from(hosts));
    let work = || {
        let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let hosts = std::iter::from_fn(next);
        hosts.flat_map(|links| host(&links, visitor, limits, &told)).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        // A thread that falls over takes the round with it, as it would without threads.
        for thread in threads {
            for (at, visit) in thread.join().unwrap_or_else(|fall| resume_unwind(fall)) {
                visits[at] = visit;
            }
        }
    });
    visits
}

/// The addresses that are asked, host by host in the order in which hosts are first named. The others get their state in `visits`.
fn chosen<'a>(addresses: &'a [Option<WebAddress>], limits: &AskLimits, visits: &mut [Visit]) -> Vec<HostLinks<'a>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut hosts: Vec<HostLinks<'_>> = Vec::new();
    let mut count = 0;
    for (at, address) in addresses.iter().enumerate() {
        let Some(address) = address else { continue };
        let place = *places.entry(address.host()).or_insert(hosts.len());
        if place == hosts.len() {
            hosts.push(Vec::new());
        }
        if count == limits.links {
            visits[at] = LinkState::NotAsked(NotAsked::EnoughLinks).into();
        } else if hosts[place].len() == limits.links_per_host {
            visits[at] = LinkState::NotAsked(NotAsked::EnoughOfHost).into();
        } else {
            hosts[place].push((at, address));
            count += 1;
        }
    }
    hosts.retain(|links| !links.is_empty());
    hosts
}

/// Asks the links of one host. One that answers nothing several times over is let be: each would take as long as the last.
fn host(links: &HostLinks<'_>, visitor: &Visitor, limits: &AskLimits, told: &dyn Fn()) -> Vec<(usize, Visit)> {
    let mut silences = 0;
    let ask = |(at, address): &(usize, &WebAddress)| {
        let visit = match silences < limits.silences {
            true => visitor.visit(address),
            false => LinkState::NotAsked(NotAsked::SilentHost).into(),
        };
        // What another host did not answer is no silence of this one.
        let is_silent = visit.state.is_silence() && visit.led_to.is_none();
        silences = match visit.state {
            LinkState::NotAsked(_) => silences,
            _ if is_silent => silences + 1,
            _ => 0,
        };
        told();
        (*at, visit)
    };
    links.iter().map(ask).collect()
}
