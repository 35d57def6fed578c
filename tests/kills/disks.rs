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

    /// The disk whose blocks a file holds; `None`, with a note, where this machine does not allow it.
    fn of_image(image: &Path, at: &Path) -> Option<Disk> {
        fs::create_dir(at).unwrap();
        let mounted = mount(&["-o", "loop", image.to_str().unwrap()], at);
        if !mounted {
            note("not tried: only an administrator may mount an image here, so a power cut could not be tried");
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

/// Room for everything that is tried here.
const ENOUGH: &str = "size=64m,nr_inodes=100000";

/// Builds the other version on a disk with ever more room, a part of what the site takes in hundredths; expects that the old
/// site stands there or the new one, as the program says, and that both were seen.
fn check_room(option: impl Fn(&Desk, u64) -> String, parts: &[u64]) {
    let desk = Desk::new();
    let Some(disk) = Disk::mount(&desk.path("disk"), ENOUGH) else { return };
    desk.publish_into("disk/public", Version::A);
    let mut seen = Vec::new();
    for part in parts {
        disk.remount(&option(&desk, 100 + part));
        let built = desk.build_into("disk/public", Version::B).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8_lossy(&built.stderr).into_owned();
        let found = desk.whole("disk/public");
        match built.status.code() {
            Some(0) => assert_eq!(found, Version::B),
            Some(2) => assert!(found == Version::A && said.contains("No space left"), "{found:?}: {said}"),
            other => panic!("{other:?}: {said}"),
        }
        seen.push(found);
        disk.remount(ENOUGH);
        desk.publish_into("disk/public", Version::A);
    }
    assert!(seen.contains(&Version::A) && seen.contains(&Version::B), "{seen:?}");
}

/// The lengths of all files and folders of the first site.
fn lengths(desk: &Desk) -> Vec<u64> {
    let entries = walkdir::WalkDir::new(desk.path("fresh-a")).into_iter().map(Result::unwrap);
    entries.map(|entry| entry.metadata().unwrap().len()).collect()
}

#[test]
fn a_full_disk_leaves_the_site_as_it_was() {
    let kibibytes = |desk: &Desk| lengths(desk).iter().map(|length| length.div_ceil(4096) * 4).sum::<u64>();
    check_room(|desk, part| format!("size={}k", kibibytes(desk) * part / 100), &[10, 60, 100, 150, 200, 1000]);
}

#[test]
fn a_disk_with_no_more_names_leaves_the_site_as_it_was() {
    let names = |desk: &Desk| lengths(desk).len() as u64;
    check_room(|desk, part| format!("nr_inodes={}", names(desk) * part / 100), &[10, 60, 100, 150, 200, 1000]);
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

#[test]
fn a_zip_that_finds_no_room_leaves_itself_and_the_site_as_they_were() {
    let desk = Desk::new();
    let Some(disk) = Disk::mount(&desk.path("disk"), ENOUGH) else { return };
    let build = |version| {
        let mut command = desk.build(version);
        command.args(["--zip", "disk/site.zip"]).stderr(Stdio::piped()).output().unwrap()
    };
    let zip = || fs::read(desk.path("disk/site.zip")).unwrap();
    assert!(build(Version::A).status.success());
    desk.add_by_hand("public");
    let before = zip();
    // Room for the zip that is there and for a half of another.
    disk.remount(&format!("size={}k", before.len() * 3 / 2 / 1024));
    let built = build(Version::B);
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.code() == Some(2) && said.contains("cannot write disk/site.zip: No space left"), "{said}");
    assert!(zip() == before && desk.whole("public") == Version::A);
    let names: Vec<_> = fs::read_dir(desk.path("disk")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["site.zip"], "no half is left");
    disk.remount(ENOUGH);
    assert!(build(Version::B).status.success());
    assert!(zip() != before && desk.whole("public") == Version::B);
}

/// What a disk holds when the power is cut is what was written to it, without what the system still keeps in memory: a copy of its
/// blocks, taken while it is mounted, is such a disk.
#[test]
fn a_power_cut_right_after_a_build_leaves_one_whole_site() {
    let desk = Desk::new();
    let image = desk.path("disk.img");
    fs::File::create(&image).unwrap().set_len(64 << 20).unwrap();
    let made = Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&image).stderr(Stdio::null()).status();
    if !made.is_ok_and(|made| made.success()) {
        note("not tried: mkfs.ext4 is missing, so a power cut could not be tried");
        return;
    }
    let Some(disk) = Disk::of_image(&image, &desk.path("disk")) else { return };
    desk.publish_into("disk/public", Version::A);
    assert!(Command::new("sync").status().unwrap().success());
    for (turn, version) in [Version::B, Version::A, Version::B].into_iter().enumerate() {
        assert!(desk.build_into("disk/public", version).status().unwrap().success());
        let copy = desk.path(&format!("cut-{turn}.img"));
        fs::copy(&image, &copy).unwrap();
        let after = format!("cut-{turn}");
        let Some(_cut) = Disk::of_image(&copy, &desk.path(&after)) else { return };
        // Either of them, whole: panics otherwise.
        desk.whole(&format!("{after}/public"));
        desk.publish_into(&format!("{after}/public"), version);
    }
    drop(disk);
}
