//! The only door to the file system and to other programs: reads trees of files and publishes a site whole. Knows no
//! meaning of any file.

mod archive;
mod browser;
mod commit;
mod difference;
mod fault;
mod fonts;
mod guard;
mod journal;
mod lock;
mod look;
mod manifest;
mod part;
mod path;
mod pdf;
mod plan;
mod precompress;
mod publish;
mod read;
mod refusal;
mod seen;
mod site_size;
mod stage;
mod system;
mod twin;
mod write;

#[cfg(test)]
mod tests;

pub use archive::{WaitingZip, guard_zip};
pub use browser::open_in_browser;
pub use difference::Difference;
pub use fonts::{FontFile, find_fonts, font_folders, read_font};
pub use guard::guard_output;
pub use look::look_at_tree;
pub use part::SitePart;
pub use path::check_path;
pub use pdf::pdf_text;
pub use plan::check_together;
pub use publish::{Publication, Published};
pub use read::{
    FOR_HOSTS, SIZE_LIMIT, Tree, TreeFile, exists, is_dir, is_left_over, names, read_file, read_static_tree, read_tree,
    subfolders,
};
pub use refusal::OutputRefusal;
pub use site_size::SiteSize;
pub use write::{Written, remove_file, write_new};
