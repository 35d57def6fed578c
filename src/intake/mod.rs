//! From a published file to a report's folder: opens it with what help this machine has, converts it, and writes what no
//! person has changed.

mod file_name;
mod folder;
mod id;
mod reading;
mod same;

pub use folder::{
    Placed, clear, earlier, files, ids_of_figures, kept_title_page, missing, place, read_again, title_page,
};
pub use id::propose_id;
pub use reading::{Read, open, read};
pub use same::{holds_another, same_report};
