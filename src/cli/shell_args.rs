//! What the commands take that fit the program into a system: `completions`.

use clap_complete::Shell;

use crate::message::both;

#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    #[arg(value_enum, value_name = both!("SHELL", "外壳"), help = both!("The shell that will read it", "给哪种 shell 用"))]
    pub shell: Shell,
}
