//! What the pages of a report depend on beside its own series: the program, the settings, the theme, the font of the pictures.

use super::pictures::PictureMaker;
use super::request::Request;
use crate::content;
use crate::disk::Tree;
use crate::message::{Message, message};
use crate::site::SiteInfo;
use crate::text::Fingerprint;

/// What the program was made of: see `build.rs`.
const PROGRAM: &str = env!("GONGDU_MADE_OF");

/// What was read for the whole site, for who wants to know it exactly: `statics` files of `static/`, and what lies over the theme.
pub(super) fn learned(request: &Request, theme: &Tree, statics: usize, pictures: &PictureMaker) -> Vec<Message> {
    let content = request.content.display();
    let over = request.theme.as_ref().map(|folder| {
        message!(
            "theme: {files} of {folder} over the built-in one",
            "主题：{folder} 里的 {files}，盖在自带的上面",
            files = Message::counted(theme.files.len(), "file", "个文件"),
            folder = folder.display()
        )
    });
    // The name stands before the files and their lengths, by which a font is known again.
    let font = match pictures.font_name().split(':').next().unwrap_or_default() {
        "" => message!("pictures: no font for them was found", "图片：没有找到字体"),
        font => message!("pictures: in {font}", "图片：用 {font}", font = font),
    };
    let fixed = (statics > 0).then(|| {
        let files = Message::counted(statics, "file", "个文件");
        message!("as they are: {files} of {content}/static/", "原样放进：{content}/static/ 的 {files}", files = files)
    });
    let settings = message!("settings: {content}/site.toml", "设置：{content}/site.toml");
    let theme = over.unwrap_or_else(|| message!("theme: the built-in one", "主题：自带的"));
    [Some(settings), Some(theme), fixed, Some(font)].into_iter().flatten().collect()
}

/// The fingerprint of all that every page may show of the site; `name` is what messages call the content folder, `theme` what
/// lies over the default theme.
pub(super) fn surroundings(name: &str, site_info: &SiteInfo, theme: &Tree, pictures: &PictureMaker) -> Fingerprint {
    let SiteInfo { settings, words: _, topics: _, reports, pictures: _, preview, has_robots, assets: _ } = site_info;
    let mut print = Fingerprint::default();
    print.add("program", PROGRAM.as_bytes());
    print.add("lexicon", content::own_lexicon().as_bytes());
    print.add("content", name.as_bytes());
    // As they hold for this build, whoever said so: the file or the command line.
    print.add("settings", format!("{settings:?}").as_bytes());
    print.add("font", pictures.font_name().as_bytes());
    // Of how many reports there are, the pages of one know no more than this.
    let known = [*reports == 1, site_info.has_epub(), site_info.has_one_file(), *preview, *has_robots];
    print.add("known", &known.map(u8::from));
    // Words, topics and assets are those of the program with the theme's laid over them.
    for file in &theme.files {
        print.add(&file.shown, &file.bytes);
    }
    print
}
