//! What `check` takes that is about links to other sites.

use std::time::Duration;

use crate::external::{AskLimits, is_public};
use crate::message::both;

#[derive(Debug, Default, clap::Args)]
pub(super) struct ExternalArgs {
    #[arg(
        long,
        help = both!(
            "Ask also whether the links to other sites still answer; this needs the network",
            "也问一问通到别的网站的链接还打不打得开；要有网络",
        )
    )]
    pub external: bool,
    #[arg(
        long, requires = "external", default_value_t = AskLimits::default().links,
        value_name = both!("NUMBER", "个数"),
        help = both!("How many links are asked", "最多问多少个链接")
    )]
    pub most_links: usize,
    #[arg(
        long, requires = "external", default_value_t = AskLimits::default().run.as_secs() / 60,
        value_name = both!("MINUTES", "分钟"),
        help = both!("How long they are asked", "最多问多久")
    )]
    pub most_minutes: u64,
    #[arg(
        long, requires = "external",
        help = both!(
            "Ask also addresses of this machine and of the local network",
            "这台机器和局域网里的网址也问",
        )
    )]
    pub allow_local: bool,
}

impl ExternalArgs {
    /// How far asking goes; `None` when nothing is asked.
    pub fn limits(&self) -> Option<AskLimits> {
        let ExternalArgs { external, most_links: links, most_minutes, allow_local } = *self;
        let run = Duration::from_secs(most_minutes.saturating_mul(60));
        let allows = if allow_local { |_| true } else { is_public };
        external.then(|| AskLimits { links, run, allows, ..AskLimits::default() })
    }
}
