//! From a published file to a report's folder: opens it with what help this machine has, converts it, and writes what no
//! person has changed.

mod folder;
mod id;
mod reading;

pub use folder::{Placed, clear, earlier, files, holds_another, missing, place, read_again};
pub use id::propose_id;
pub use reading::{Read, open, read};
