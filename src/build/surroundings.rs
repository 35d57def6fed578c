//! What the pages of a report depend on beside its own series: the program, the settings, the theme, the font of the pictures.

use super::pictures::PictureMaker;
use crate::content;
use crate::disk::Tree;
use crate::site::SiteInfo;
use crate::text::Fingerprint;

/// What the program was made of: see `build.rs`.
const PROGRAM: &str = env!("GONGDU_MADE_OF");

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
