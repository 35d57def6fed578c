//! The published folder is one whole site at every moment: the program itself, killed, crowded, on disks that are full or
//! closed. What a machine does not allow to be tried is said.
#![cfg(unix)]

mod crowd;
mod desk;
mod disks;

use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use desk::{Desk, Version, note};

/// Numbers that look random and are the same in each run.
struct Chance(u64);

impl Chance {
    /// A number below one.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

/// Ends a program as a power cut ends it, unless it has ended by itself; whether it had not.
fn kill(mut child: Child) -> bool {
    child.kill().unwrap();
    child.wait().unwrap().code().is_none()
}

/// Waits, without sleeping, until `sign` stands there or the program has ended; whether it stands there.
fn wait_for(sign: &Path, child: &mut Child) -> bool {
    while !sign.exists() {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        thread::yield_now();
    }
    true
}

/// Waits, without sleeping, for the moment of the kill, `after` the last sign, or until the program has ended.
fn wait_till(after: Duration, child: &mut Child) {
    let sign = Instant::now();
    while sign.elapsed() < after && child.try_wait().unwrap().is_none() {
        thread::yield_now();
    }
}

/// The time over which kills are spread. It was measured once, and the machine may be less busy later: whenever a build ends before its
/// kill, the time is shorter from then on.
struct KillWindow(Duration);

impl KillWindow {
    /// Waits through `part` of the time, then kills; whether the program had not ended by then.
    fn kill(&mut self, part: f64, mut child: Child) -> bool {
        wait_till(self.0.mul_f64(part), &mut child);
        let killed = kill(child);
        if !killed {
            self.0 = self.0.mul_f64(0.6);
        }
        killed
    }
}

/// How long a whole build takes, and how much of it after the first sign of publishing.
fn measure(mut command: Command, sign: &Path) -> (Duration, Duration) {
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    assert!(wait_for(sign, &mut child), "publishing begins with {}", sign.display());
    let publishing = Instant::now();
    assert!(child.wait().unwrap().success());
    (start.elapsed(), publishing.elapsed())
}

#[test]
fn a_build_killed_at_any_moment_leaves_one_whole_site() {
    let desk = Desk::new();
    desk.publish(Version::A);
    let mut window = KillWindow(measure(desk.build(Version::B), &desk.twin()).0);
    let mut chance = Chance(2023);
    let mut killed = 0;
    for round in 0..100 {
        let now = desk.whole("public");
        let child = desk.build(now.other()).spawn().unwrap();
        killed += usize::from(window.kill(chance.next(), child));
        desk.whole("public");
        if round % 10 == 9 {
            desk.publish(Version::A);
        }
    }
    assert!(killed > 10, "only {killed} of 100 builds were killed before they ended");
    desk.publish(Version::B);
}

#[test]
fn a_build_killed_while_the_folders_change_places_leaves_one_whole_site() {
    let desk = Desk::new();
    desk.publish(Version::A);
    let mut window = KillWindow(measure(desk.build(Version::B), &desk.twin()).1);
    let mut killed = 0;
    for round in 0..40 {
        let mut child = desk.build(desk.whole("public").other()).spawn().unwrap();
        if wait_for(&desk.twin(), &mut child) {
            killed += usize::from(window.kill(f64::from(round) / 40.0, child));
        }
        desk.whole("public");
        if round % 8 == 7 {
            desk.publish(Version::A);
        }
    }
    assert!(killed > 10, "only {killed} of 40 builds were killed while they published");
    desk.publish(Version::B);
}

#[test]
fn where_folders_cannot_change_places_the_next_build_puts_the_site_together_again() {
    let desk = Desk::new();
    desk.publish(Version::A);
    let sign = desk.path("public/.gongdu-stage/journal");
    let mut window = KillWindow(measure(desk.build_within(Version::B.content()), &sign).1);
    let mut killed = 0;
    for round in 0..20 {
        // A build of faulty content publishes nothing; that it was begun is enough.
        assert_eq!(desk.build_within("faulty").status().unwrap().code(), Some(1));
        let now = desk.whole("public");
        let mut child = desk.build_within(now.other().content()).spawn().unwrap();
        if wait_for(&sign, &mut child) {
            killed += usize::from(window.kill(f64::from(round) / 20.0, child));
        }
    }
    assert!(killed > 5, "only {killed} of 20 builds were killed while they moved files");
    desk.publish(Version::B);
    note(&format!("{killed} of 20 builds were killed while they moved files"));
}
