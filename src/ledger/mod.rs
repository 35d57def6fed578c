//! The ledger of addresses: every address that a report ever had, the words it stood for, and where it leads now. Old and new
//! text are aligned as sequences; what is in doubt is gone, never another's. Knows no Markdown, HTML or file system.

mod address;
mod align;
mod follow;
mod groups;
mod ids;
mod likeness;
mod lines;
mod matching;
mod pairing;
mod pointers;
mod renewed;

pub use address::{Address, Anchor, AnchorKind, Ledger, Standing};
pub use follow::{AddressChanges, Followed, MovedAddress};
pub use likeness::is_retyped;
pub use pointers::{Lead, Pointer};
