//! Disks that are full, that have no room for another name, that are closed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::desk::{Desk, Version, note};

/// A disk in memory, gone when dropped.
struct Disk(PathBuf);

impl Disk {
    /// `None`, with a note, where this machine does not allow it.
    fn mount(at: &Path, options: &str) -> Option<Disk> {
        fs::create_dir(at).unwrap();
        let mounted = mount(&["-t", "tmpfs", "-o", options, "tmpfs"], at);
        if !mounted {
            note("not tried: only an administrator may mount a disk here, so full and closed disks could not be tried");
        }
        mounted.then(|| Disk(at.to_owned()))
    }

    fn remount(&self, options: &str) {
        assert!(mount(&["-o", &format!("remount,{options}")], &self.0), "remount with {options}");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(&self.0).status());
    }
}

fn mount(arguments: &[&str], at: &Path) -> bool {
    let status = Command::new("mount").args(arguments).arg(at).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Builds the other version on a disk with ever more room, which `option` gives; expects that the old site stands there or
/// the new one, as the program says, and that both were seen.
fn check_room(option: impl Fn(u64) -> String, rooms: &[u64]) {
    let desk = Desk::new();
    let Some(disk) = Disk::mount(&desk.path("disk"), "size=64m") else { return };
    desk.publish_into("disk/public", Version::A);
    let mut seen = Vec::new();
    for room in rooms {
        disk.remount(&option(*room));
        let built = desk.build_into("disk/public", Version::B).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8_lossy(&built.stderr).into_owned();
        let found = desk.whole("disk/public");
        assert_eq!((built.status.code(), found), if built.status.success() { (Some(0), Version::B) } else { (Some(2), Version::A) });
        assert!(built.status.success() || said.contains("no storage space") || said.contains("No space"), "{said}");
        seen.push(found);
        disk.remount("size=64m,nr_inodes=0");
        desk.publish_into("disk/public", Version::A);
    }
    assert!(seen.contains(&Version::A) && seen.contains(&Version::B), "{seen:?}");
}

/// What stands on the disk after the first build, in pages of 4 KiB and in files and folders.
fn used(desk: &Desk) -> (u64, u64) {
    let entries = walkdir::WalkDir::new(desk.path("fresh-a")).into_iter().map(Result::unwrap);
    let lengths: Vec<u64> = entries.map(|entry| entry.metadata().unwrap()).map(|data| data.len()).collect();
    (lengths.iter().map(|length| length.div_ceil(4096)).sum(), lengths.len() as u64)
}

#[test]
fn a_full_disk_leaves_the_site_as_it_was() {
    let (pages, _) = used(&Desk::new());
    let more = [10, 60, 100, 150, 200, 300, 1000, 10_000].map(|part| pages + pages * part / 100);
    check_room(|pages| format!("size={}k", pages * 4), &more);
}

#[test]
fn a_disk_with_no_more_names_leaves_the_site_as_it_was() {
    let (_, entries) = used(&Desk::new());
    let more = [10, 60, 100, 150, 200, 300, 1000].map(|part| entries + entries * part / 100);
    check_room(|names| format!("nr_inodes={names}"), &more);
}

#[test]
fn a_closed_disk_leaves_the_site_as_it_was_and_one_of_its_own_is_published_into() {
    let desk = Desk::new();
    let Some(disk) = Disk::mount(&desk.path("disk"), "size=64m") else { return };
    desk.publish_into("disk/public", Version::A);
    disk.remount("ro");
    assert_eq!(desk.build_into("disk/public", Version::B).status().unwrap().code(), Some(2));
    assert_eq!(desk.whole("disk/public"), Version::A);
    disk.remount("rw");
    desk.publish_into("disk/public", Version::B);
    drop(disk);
    // A folder that is a disk cannot change places with another: its files are moved.
    fs::remove_dir(desk.path("disk")).unwrap();
    let Some(_disk) = Disk::mount(&desk.path("disk"), "size=64m") else { return };
    for version in [Version::A, Version::B, Version::A] {
        desk.publish_into("disk", version);
    }
}
