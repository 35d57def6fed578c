//! Where charts become pictures: looks for a font once, reads it when the first picture must be painted, and takes over
//! what an earlier build painted from the same drawing in the same font.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::artifact::{Artifact, Sink};
use crate::diagnostic::{Code, Diagnostic};
use crate::disk::{self, FontFile};
use crate::message::message;
use crate::picture::{self, Face, Key, Painter};
use crate::site::ReportSite;
use std::sync::Arc;

/// Makes pictures, if there is a font.
pub(super) struct Studio {
    font: Option<Font>,
    painter: Mutex<Option<Arc<Painter>>>,
}

/// The font that was found, not read yet.
struct Font {
    face: &'static Face,
    files: Vec<FontFile>,
    /// Tells this font from others and from other versions of itself.
    name: String,
}

impl Studio {
    /// Looks for a font below `folders`.
    pub(super) fn open(folders: &[PathBuf]) -> Studio {
        let wanted: Vec<&str> = picture::FACES.iter().flat_map(|face| face.files).copied().collect();
        let mut found = disk::find_fonts(folders, &wanted);
        let font = picture::choose(|name| found.contains_key(name)).map(|face| {
            let files: Vec<(&str, FontFile)> =
                face.files.iter().filter_map(|name| Some((*name, found.remove(*name)?))).collect();
            let lengths: Vec<String> = files.iter().map(|(name, file)| format!("{name} {}", file.length)).collect();
            let name = format!("{}: {}", face.family, lengths.join(", "));
            Font { face, files: files.into_iter().map(|(_, file)| file).collect(), name }
        });
        Studio { font, painter: Mutex::default() }
    }

    /// Whether there will be pictures.
    pub(super) fn is_open(&self) -> bool {
        self.font.is_some()
    }

    /// What to tell a person when charts go without pictures.
    pub(super) fn excuse(&self) -> Option<Diagnostic> {
        let why = message!(
            "the charts come without PNG pictures: this machine has no font with Chinese characters that gongdu knows",
            "图表没有 PNG 图片：这台机器没有 gongdu 认得的中文字体"
        );
        self.font.is_none().then(|| {
            Diagnostic::note(Code::NO_CJK_FONT, why).with_help(message!(
                "install one and build again: `apt install fonts-noto-cjk` (Debian, Ubuntu), \
                 `dnf install google-noto-sans-cjk-fonts` (Fedora), or Source Han Sans SC from its makers",
                "装一种再生成：`apt install fonts-noto-cjk`（Debian、Ubuntu）、\
                 `dnf install google-noto-sans-cjk-fonts`（Fedora），或者从官网装思源黑体",
            ))
        })
    }

    /// Puts the pictures of a report's charts.
    ///
    /// # Errors
    /// A fault of the machine.
    pub(super) fn draw(&self, report: &ReportSite<'_>, sink: &dyn Sink) -> anyhow::Result<()> {
        let Some(font) = self.font.as_ref().filter(|_| sink.keeps()) else { return Ok(()) };
        for own in &report.charts {
            let path = own.png_route().path();
            let (svg, key) = picture::drawing(own, report.words, &font.name);
            let bytes = match sink.held(&path).filter(|held| key.fits(held)) {
                Some(held) => held,
                None => self.paint(font, &svg, &key)?,
            };
            sink.put(Artifact { path, bytes: bytes.into() })?;
        }
        Ok(())
    }

    fn paint(&self, font: &Font, svg: &str, key: &Key) -> anyhow::Result<Vec<u8>> {
        let mut painter = self.painter.lock().unwrap_or_else(PoisonError::into_inner);
        let ready = match &*painter {
            Some(ready) => ready.clone(),
            None => {
                let files = font.files.iter().map(|file| disk::read_font(&file.path)).collect::<anyhow::Result<_>>()?;
                painter.insert(Arc::new(Painter::new(font.face, files))).clone()
            }
        };
        drop(painter);
        ready.paint(svg, key)
    }
}
