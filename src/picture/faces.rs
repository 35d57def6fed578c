//! Fonts with Chinese characters that systems have, the best first, by the names of their files.

/// A font: the name of its family, and its files, regular first, in small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// The family for simplified characters: the same file draws other shapes under the name for Japan.
    pub family: &'static str,
    /// The files that hold it; the first must be there, the rest are further weights.
    pub files: &'static [&'static str],
}

const fn face(family: &'static str, files: &'static [&'static str]) -> Face {
    Face { family, files }
}

/// The fonts to look for, the best first.
pub const FACES: [Face; 19] = [
    face("Noto Sans CJK SC", &["notosanscjk-regular.ttc", "notosanscjk-bold.ttc"]),
    face("Noto Sans CJK SC", &["notosanscjksc-regular.otf", "notosanscjksc-bold.otf"]),
    face("Noto Sans CJK SC", &["notosanscjk-vf.otf.ttc"]),
    face("Noto Sans CJK SC", &["notosanscjksc-vf.otf"]),
    face("Noto Sans SC", &["notosanssc-regular.otf", "notosanssc-bold.otf"]),
    face("Noto Sans SC", &["notosanssc-regular.ttf", "notosanssc-bold.ttf"]),
    face("Noto Sans SC", &["notosanssc[wght].ttf"]),
    face("Noto Sans SC", &["notosanssc-vf.ttf"]),
    face("Source Han Sans SC", &["sourcehansans.ttc"]),
    face("Source Han Sans SC", &["sourcehansanssc-regular.otf", "sourcehansanssc-bold.otf"]),
    face("Source Han Sans CN", &["sourcehansanscn-regular.otf", "sourcehansanscn-bold.otf"]),
    face("PingFang SC", &["pingfang.ttc"]),
    face("Microsoft YaHei", &["msyh.ttc", "msyhbd.ttc"]),
    face("Microsoft YaHei", &["msyh.ttf", "msyhbd.ttf"]),
    face("Hiragino Sans GB", &["hiragino sans gb.ttc"]),
    face("Heiti SC", &["stheiti medium.ttc", "stheiti light.ttc"]),
    face("WenQuanYi Zen Hei", &["wqy-zenhei.ttc"]),
    face("WenQuanYi Micro Hei", &["wqy-microhei.ttc"]),
    face("SimHei", &["simhei.ttf"]),
];

/// The best font of which the first file is there.
pub fn choose(is_there: impl Fn(&str) -> bool) -> Option<&'static Face> {
    FACES.iter().find(|face| face.files.first().is_some_and(|file| is_there(file)))
}
