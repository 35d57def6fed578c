//! Where drawings become pictures: looks for a font once, reads it when the first picture must be painted, and takes over
//! what an earlier build painted from the same drawing in the same font.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::artifact::{Artifact, Sink};
use crate::diagnostic::{Code, Diagnostic};
use crate::disk::{self, FontFile};
use crate::message::message;
use crate::picture::{self, Drawing, Face, Painter};
use crate::site::{ReportSite, ReportSummary, ShareImage, SiteInfo, site_share_images};
use crate::text::Binding;

/// Makes pictures, if there is a font.
pub(super) struct PictureMaker {
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

impl PictureMaker {
    /// Looks for a font below `folders`.
    pub(super) fn open(folders: &[PathBuf]) -> PictureMaker {
        let wanted: Vec<&str> = picture::FACES.iter().flat_map(|face| face.files).copied().collect();
        let mut found = disk::find_fonts(folders, &wanted);
        let font = picture::choose(|name| found.contains_key(name)).map(|face| {
            let files: Vec<(&str, FontFile)> =
                face.files.iter().filter_map(|name| Some((*name, found.remove(*name)?))).collect();
            let lengths: Vec<String> = files.iter().map(|(name, file)| format!("{name} {}", file.length)).collect();
            let name = format!("{}: {}", face.family, lengths.join(", "));
            Font { face, files: files.into_iter().map(|(_, file)| file).collect(), name }
        });
        PictureMaker { font, painter: Mutex::default() }
    }

    /// Whether there will be pictures.
    pub(super) fn is_open(&self) -> bool {
        self.font.is_some()
    }

    /// Tells the font that pictures are painted in from others; empty when there is none.
    pub(super) fn font_name(&self) -> &str {
        self.font.as_ref().map_or("", |font| &font.name)
    }

    /// What to tell a person when the site goes without pictures.
    pub(super) fn excuse(&self) -> Option<Diagnostic> {
        let why = message!(
            "the site comes without pictures: this machine has no font with Chinese characters that gongdu knows",
            "网站没有图片：这台机器没有 gongdu 认得的中文字体"
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

    /// Puts the pictures of a report: its charts, and the share images of its pages.
    ///
    /// # Errors
    /// A fault of the machine.
    pub(super) fn draw(&self, report: &ReportSite<'_>, site_info: &SiteInfo, sink: &dyn Sink) -> anyhow::Result<()> {
        let Some(font) = self.font.as_ref().filter(|_| sink.keeps()) else { return Ok(()) };
        for own in &report.charts {
            self.put(font, &Drawing::chart(own, report.words, &report.binding), own.png_route().path(), sink)?;
        }
        let share_images = report.share_images(site_info);
        let put =
            |own: &ShareImage| self.put(font, &Drawing::share_image(own, &report.binding), own.route.path(), sink);
        share_images.par_iter().try_for_each(put)
    }

    /// Puts the share images that belong to no report.
    ///
    /// # Errors
    /// A fault of the machine.
    pub(super) fn draw_site(
        &self,
        reports: &[ReportSummary],
        site_info: &SiteInfo,
        sink: &dyn Sink,
    ) -> anyhow::Result<()> {
        let Some(font) = self.font.as_ref().filter(|_| sink.keeps()) else { return Ok(()) };
        let put =
            |own: &ShareImage| self.put(font, &Drawing::share_image(own, &Binding::default()), own.route.path(), sink);
        site_share_images(reports, site_info).par_iter().try_for_each(put)
    }

    /// Puts a picture, that of the last build if it was made from the same.
    fn put(&self, font: &Font, drawing: &Drawing, path: String, sink: &dyn Sink) -> anyhow::Result<()> {
        let key = drawing.key(&font.name);
        let bytes = match sink.held(&path).filter(|held| key.fits(held)) {
            Some(held) => held,
            None => self.painter(font)?.paint(drawing, &key)?,
        };
        sink.put(Artifact { path, bytes: bytes.into() })
    }

    /// The painter, made when it is first wanted.
    fn painter(&self, font: &Font) -> anyhow::Result<Arc<Painter>> {
        let mut painter = self.painter.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ready) = &*painter {
            return Ok(ready.clone());
        }
        let files = font.files.iter().map(|file| disk::read_font(&file.path)).collect::<anyhow::Result<_>>()?;
        Ok(painter.insert(Arc::new(Painter::new(font.face, files))).clone())
    }
}
