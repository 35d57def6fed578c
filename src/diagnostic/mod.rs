//! Faults in a text as values: what is wrong, where, and what to do about it. Never prints.
//!
//! The rule for handing them on: a function that other modules call and that can find fault gives [`Checked`], its result with
//! the faults beside it. A `&mut Vec<Diagnostic>` is handed down only inside a module, where one reader walks one text and
//! tells many faults; whoever stands at the border takes them in with [`Checked::drain_into`].

mod checked;
mod code;
mod fault;
mod not_toml;

pub use checked::{Checked, has_errors};
pub use code::{ALL as ALL_CODES, Code};
pub use fault::{Diagnostic, Location, Severity, control_character};
pub use not_toml::not_toml;
