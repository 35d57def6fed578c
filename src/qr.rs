//! An address in, the modules of its QR code out as one SVG path (ISO/IEC 18004). Knows no pages.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules that must lie round the code (ISO/IEC 18004, 5.3.8).
const QUIET: usize = 4;

/// A QR code ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Width and height of the drawing in modules, the quiet zone in it.
    pub size: usize,
    /// The dark modules as the `d` of a path that is drawn with a stroke of width 1: one stroke a run.
    pub path: String,
}

/// The QR code of `address` at level M, which still reads with a seventh of it spoiled; `None` when the address is longer
/// than any code can hold (2331 bytes).
pub fn encode(address: &str) -> Option<Qr> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (row, modules) in code.to_colors().chunks(width).enumerate() {
        // A row begins in the middle of its height; within it, light runs are moves and dark runs are strokes.
        path += &format!("M{QUIET} {}.5", QUIET + row);
        let last = modules.iter().rposition(|module| *module == Color::Dark).map_or(0, |last| last + 1);
        for run in modules[..last].chunk_by(|a, b| a == b) {
            match run[0] {
                Color::Light => path += &format!("m{} 0", run.len()),
                Color::Dark => path += &format!("h{}", run.len()),
            }
        }
    }
    Some(Qr { size: width + 2 * QUIET, path })
}

/// The same for a terminal, two rows of modules a line, light on dark as most terminals are.
#[cfg(feature = "serve")]
pub fn lines(address: &str) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let is_light = |x: usize, y: usize| match (x.checked_sub(QUIET), y.checked_sub(QUIET)) {
        (Some(x), Some(y)) if x < width && y < width => colors[y * width + x] == Color::Light,
        _ => true,
    };
    let size = width + 2 * QUIET;
    let sign = |x, y| match (is_light(x, y), y + 1 >= size || is_light(x, y + 1)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    Some((0..size).step_by(2).map(|y| (0..size).map(|x| sign(x, y)).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that the path paints, row by row, `#` for a dark one.
    fn painted(qr: &Qr) -> Vec<String> {
        let mut rows = vec![vec![' '; qr.size]; qr.size];
        for row in qr.path.split('M').skip(1) {
            let (place, steps) = row.split_at(row.find(['m', 'h']).unwrap());
            let (x, y) = place.split_once(' ').unwrap();
            let (mut x, y): (usize, f64) = (x.parse().unwrap(), y.parse().unwrap());
            for step in steps.split_inclusive(['m', 'h']).zip(steps.split(['m', 'h']).skip(1)) {
                let length: usize = step.1.trim_end_matches(" 0").parse().unwrap();
                if step.0.ends_with('h') {
                    rows[y as usize][x..x + length].fill('#');
                }
                x += length;
            }
        }
        rows.into_iter().map(|row| row.into_iter().collect()).collect()
    }

    /// What a reader that knows nothing of the writer reads off the painted code.
    fn read(qr: &Qr) -> String {
        const POINTS: usize = 3;
        let rows = painted(qr);
        let dark = |x: usize, y: usize| rows[y / POINTS].as_bytes()[x / POINTS] == b'#';
        let side = qr.size * POINTS;
        let shade = |x, y| if dark(x, y) { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        let (meta, words) = grids[0].decode().unwrap();
        // Two bits that say which level: 0 is M.
        assert_eq!(meta.ecc_level, 0);
        words
    }

    #[test]
    fn a_code_reads_back_as_its_address() {
        for address in [
            "https://example.org/",
            "https://example.org/reports/zichuan-2023/2-1/",
            "https://example.org/reports/zichuan-2023/f79/",
            "https://例子.中国/报告/zichuan-2023/",
        ] {
            assert_eq!(read(&encode(address).unwrap()), address);
        }
        let long = format!("https://example.org/{}/", "a".repeat(400));
        assert_eq!(read(&encode(&long).unwrap()), long);
    }

    #[cfg(feature = "serve")]
    #[test]
    fn lines_of_a_terminal_have_the_same_modules() {
        let address = "http://192.168.1.5:4173/";
        let rows = painted(&encode(address).unwrap());
        let lines = lines(address).unwrap();
        assert_eq!(lines.len(), rows.len().div_ceil(2));
        for (y, row) in rows.iter().enumerate() {
            let signs = lines[y / 2].chars().map(|sign| match (sign, y % 2) {
                ('█', _) | ('▀', 0) | ('▄', 1) => ' ',
                _ => '#',
            });
            assert_eq!(signs.collect::<String>(), *row, "row {y}");
        }
    }

    #[test]
    fn four_light_modules_lie_round_the_code() {
        let qr = encode("https://example.org/").unwrap();
        let rows = painted(&qr);
        let inner = QUIET..qr.size - QUIET;
        for (y, row) in rows.iter().enumerate() {
            let outside = row.chars().enumerate().filter(|(x, _)| !inner.contains(x) || !inner.contains(&y));
            assert!(outside.clone().all(|(_, module)| module == ' '), "row {y}");
        }
        // The first row of a code begins and ends with a finder pattern.
        assert!(rows[QUIET].trim().starts_with("####### ") && rows[QUIET].trim().ends_with(" #######"));
    }

    #[test]
    fn what_no_code_can_hold_gets_none() {
        assert_eq!(encode(&"a".repeat(2332)), None);
        assert!(encode(&"a".repeat(2331)).is_some());
    }

    #[test]
    fn a_code_is_small_in_a_page() {
        let path = encode("https://example.org/reports/zichuan-2023/2-1/").unwrap().path;
        assert!(path.len() < 2500, "{}", path.len());
    }
}
