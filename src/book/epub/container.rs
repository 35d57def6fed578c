//! The zip that a book is (<https://www.w3.org/TR/epub-33/#sec-ocf>): first its kind, uncompressed, by which programs know it; every
//! file alike, whoever made it and whenever.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Where the package document is.
pub(super) const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n<rootfiles>\n\
    <rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n</rootfiles>\n</container>\n";

/// The book of these files, each with its path.
pub(super) fn packed(files: &[(String, String)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut zip, "mimetype", "application/epub+zip", CompressionMethod::Stored)?;
    for (path, text) in files {
        add(&mut zip, path, text, CompressionMethod::Deflated)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, path: &str, text: &str, method: CompressionMethod) -> ZipResult<()> {
    let level = (method == CompressionMethod::Deflated).then_some(9);
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .compression_level(level)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    zip.start_file(path, options)?;
    Ok(zip.write_all(text.as_bytes())?)
}
