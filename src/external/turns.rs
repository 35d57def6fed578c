//! One request at a time to each host, and rest for it after each, whichever link leads there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// When the last request to a host ended; who holds it has the turn.
type Turn = Arc<Mutex<Option<Instant>>>;

/// The turns of all hosts.
pub(super) struct Turns {
    pause: Duration,
    hosts: Mutex<BTreeMap<String, Turn>>,
}

impl Turns {
    /// Turns with `pause` between two of them.
    pub(super) fn new(pause: Duration) -> Turns {
        Turns { pause, hosts: Mutex::default() }
    }

    /// Waits for the turn at a host, and makes a request in it.
    pub(super) fn take<T>(&self, host: &str, request: impl FnOnce() -> T) -> T {
        let turn = locked(&self.hosts).entry(host.to_owned()).or_default().clone();
        let mut ended = locked(&turn);
        if let Some(before) = *ended {
            thread::sleep(self.pause.saturating_sub(before.elapsed()));
        }
        let result = request();
        *ended = Some(Instant::now());
        result
    }
}

/// What a thread that fell over left behind is as good as any other state here.
fn locked<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn a_host_is_asked_by_one_at_a_time_and_has_rest_between() {
        let pause = Duration::from_millis(30);
        let (turns, inside, ended) = (Turns::new(pause), AtomicUsize::new(0), Mutex::new(None::<Instant>));
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    turns.take("a.example", || {
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "nobody else is there");
                        let before = ended.lock().unwrap().take();
                        assert!(before.is_none_or(|before| before.elapsed() >= pause));
                        *ended.lock().unwrap() = Some(Instant::now());
                        inside.fetch_sub(1, Ordering::SeqCst);
                    });
                });
            }
        });
        assert!(ended.lock().unwrap().is_some());
    }
}
