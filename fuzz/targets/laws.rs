//! What must hold of any source, whatever is in it.

use gongdu::import;
use gongdu::report::{Opened, is_blank};

/// Reads an opened source in all its layers: no panic, and every character stands in exactly one part.
pub fn hold(opened: &Opened) {
    let text = opened.source.text();
    let imported = import::import_opened(opened).value;
    let printed = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
    let pieces = imported.report.pieces();
    let parts: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(printed(&parts), printed(text));
    for piece in pieces {
        assert_eq!(piece.span.of(text), piece.text);
    }
    gongdu::content::convert(&imported, "source.txt", &gongdu::content::Earlier::default());
}
