//! What `build`, `check` and `serve` take.

use std::path::PathBuf;

#[cfg(feature = "external")]
use super::external_args::ExternalArgs;
use super::site_args::{AddressArgs, DraftArgs, FormatArgs, ThemeArgs};
use crate::build::Shard;
use crate::message::{Failure, both};

#[derive(Debug, clap::Args)]
pub(super) struct Build {
    #[arg(
        long, short, default_value = "public",
        value_name = both!("DIR", "文件夹"),
        help = both!("Where the site goes", "网站放在哪里")
    )]
    pub output: PathBuf,
    #[arg(
        long,
        value_name = both!("FILE", "文件"),
        help = both!("Put the same site into one .zip besides, to be handed on", "另把同一个网站装进一个 .zip，好交给别人")
    )]
    pub zip: Option<PathBuf>,
    #[arg(
        long,
        help = both!(
            "Put a compressed .gz beside each text, for servers that send it as it is",
            "每个文本文件旁边另放一个压缩好的 .gz，给能直接发送它的服务器",
        )
    )]
    pub precompress: bool,
    #[arg(
        long,
        help = both!(
            "Make everything anew. Otherwise what the last build made of reports that are not changed is taken over",
            "全部重做。不写时，没有改动的报告沿用上一次做好的",
        )
    )]
    pub full: bool,
    #[arg(
        long, value_parser = shard, conflicts_with_all = ["join", "zip", "precompress"],
        value_name = both!("K/N", "第几份/几份"),
        help = both!(
            "Make the pages of one part of the reports only, such as 2/4: the second of four; --join puts parts together",
            "只做一部分报告的网页，如 2/4：四份里的第二份；用 --join 合起来",
        )
    )]
    pub shard: Option<Shard>,
    #[arg(
        long, num_args = 1..,
        value_name = both!("DIR", "文件夹"),
        help = both!(
            "Take over the reports that --shard made in these folders, and make the rest",
            "沿用这些文件夹里用 --shard 做好的报告，其余的照做",
        )
    )]
    pub join: Vec<PathBuf>,
    #[arg(
        long,
        help = both!(
            "Tell how long each stage took, with --format json in the document",
            "说出每一步用了多久；和 --format json 一起用时，写在那份 JSON 里",
        )
    )]
    pub timings: bool,
    #[command(flatten)]
    pub address: AddressArgs,
    #[command(flatten)]
    pub over: ThemeArgs,
    #[command(flatten)]
    pub which: DraftArgs,
    #[command(flatten)]
    pub told: FormatArgs,
}

impl Build {
    /// What is built when nothing else is said.
    pub fn into(output: PathBuf) -> Build {
        Build {
            output,
            zip: None,
            precompress: false,
            full: false,
            shard: None,
            join: Vec::new(),
            timings: false,
            address: AddressArgs::default(),
            over: ThemeArgs::default(),
            which: DraftArgs::default(),
            told: FormatArgs::default(),
        }
    }
}

fn shard(words: &str) -> Result<Shard, Failure> {
    Shard::read(words).map_err(Failure)
}

#[derive(Debug, Default, clap::Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub address: AddressArgs,
    #[command(flatten)]
    pub over: ThemeArgs,
    #[command(flatten)]
    pub which: DraftArgs,
    #[command(flatten)]
    pub told: FormatArgs,
    #[cfg(feature = "external")]
    #[command(flatten)]
    pub external: ExternalArgs,
}

#[cfg(feature = "serve")]
#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    #[arg(
        long, short, default_value_t = 4173,
        value_name = both!("PORT", "端口"),
        help = both!("The port on 127.0.0.1; 0 takes any free one", "127.0.0.1 上的端口；0 由程序找一个空的")
    )]
    pub port: u16,
    #[arg(
        long, num_args = 0..=1,
        value_name = both!("ADDRESS", "地址"),
        help = both!(
            "Let others in the local network look too, a phone say, at the address of this machine there",
            "局域网里的别人（如手机）也能看，用这台机器在那里的地址",
        )
    )]
    pub host: Option<Option<String>>,
    #[arg(long, help = both!("Open the site in the browser", "在浏览器里打开网站"))]
    pub open: bool,
    #[command(flatten)]
    pub over: ThemeArgs,
}
