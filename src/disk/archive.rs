//! The site as one zip, for whoever takes nothing else. The same files give the same bytes on every system, and nobody finds a
//! half of it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::fault::{Deed, cannot, cannot_since, refused, shown};
use super::guard::resolve;
use super::publish::Publication;
use super::refusal::OutputRefusal;
use super::write::{beside, same_files};
use crate::message::{Message, message, reason};

/// What the archive says of itself at its very end: by it a later build knows it for one of ours.
const COMMENT: &str = "gongdu 1";

/// A zip that is written and waits beside its place until its site is published. Dropping it removes it.
#[derive(Debug)]
pub struct WaitingZip {
    half: PathBuf,
    path: PathBuf,
}

/// Refuses a zip that would be published itself, that would be read as content, or that would stand in the place of a file
/// which gongdu did not make.
///
/// # Errors
/// An [`OutputRefusal`], or why no zip can have this path.
pub fn guard_zip(zip: &Path, output: &Path, inputs: &[&Path]) -> anyhow::Result<()> {
    let name = shown(zip);
    if !zip.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        let why = message!(
            "its name does not end with .zip; write for example --zip site.zip",
            "名字要以 .zip 结尾，例如 --zip site.zip"
        );
        return Err(cannot_since(Deed::Write, name, why).into());
    }
    let real = resolve(zip)?;
    for folder in std::iter::once(output).chain(inputs.iter().copied()) {
        if real.starts_with(resolve(folder)?) {
            return Err(OutputRefusal::zip_inside(&name, &shown(folder)).into());
        }
    }
    if is_anothers(zip).map_err(|error| cannot(Deed::Read, &name, &error))? {
        return Err(OutputRefusal::foreign_zip(&name).into());
    }
    Ok(())
}

/// Whether something stands there that no build of ours made.
fn is_anothers(zip: &Path) -> io::Result<bool> {
    match zip.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
        Ok(data) if data.is_dir() => return Err(refused(message!("it is a folder", "它是文件夹"))),
        Ok(data) if !data.is_file() || data.len() < COMMENT.len() as u64 => return Ok(true),
        Ok(_) => {}
    }
    let mut end = [0; COMMENT.len()];
    let mut file = File::open(zip)?;
    file.seek(SeekFrom::End(-(COMMENT.len() as i64)))?;
    file.read_exact(&mut end)?;
    Ok(end != COMMENT.as_bytes())
}

impl Publication {
    /// Writes every file of the site that is to be published into a zip beside `path`.
    ///
    /// # Errors
    /// A fault of the machine; what stands at `path` is as it was.
    pub fn zip_beside(&self, path: &Path) -> anyhow::Result<WaitingZip> {
        let fault = |error: &io::Error| cannot(Deed::Write, shown(path), error);
        let half = beside(path).map_err(|error| fault(&error))?;
        let file = File::create(&half).map_err(|error| fault(&error))?;
        let waiting = WaitingZip { half, path: path.to_owned() };
        let mut zip = ZipWriter::new(BufWriter::new(file));
        for (name, stands) in self.made() {
            let bytes = fs::read(&stands).map_err(|error| cannot(Deed::Read, shown(&stands), &error))?;
            add(&mut zip, &name, &bytes).map_err(|error| cannot_since(Deed::Write, shown(path), why(&error)))?;
        }
        let written = zip.set_comment(COMMENT).and_then(|()| zip.finish());
        let file = written.map_err(|error| cannot_since(Deed::Write, shown(path), why(&error)))?;
        let settled = file.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| file.sync_all());
        settled.map(|()| waiting).map_err(|error| fault(&error))
    }
}

/// Every file alike, whoever made it and whenever.
fn add(zip: &mut ZipWriter<BufWriter<File>>, name: &str, bytes: &[u8]) -> ZipResult<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    zip.start_file(name, options)?;
    Ok(zip.write_all(bytes)?)
}

fn why(error: &ZipError) -> Message {
    match error {
        ZipError::Io(error) => reason(error),
        other => Message::quoted(other),
    }
}

impl WaitingZip {
    /// Puts the zip into its place and gives its length in bytes. One that holds these bytes already is not touched.
    ///
    /// # Errors
    /// When it cannot be put there; what stood there still does.
    pub fn place(self) -> anyhow::Result<u64> {
        let put = || -> io::Result<u64> {
            let length = fs::metadata(&self.half)?.len();
            if !same_files(&self.half, &self.path)? {
                fs::rename(&self.half, &self.path)?;
            }
            Ok(length)
        };
        put().map_err(|error| cannot(Deed::Write, shown(&self.path), &error))
    }
}

impl Drop for WaitingZip {
    /// What is left is hidden, and is written over next time.
    fn drop(&mut self) {
        drop(fs::remove_file(&self.half));
    }
}
