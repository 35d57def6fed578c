//! What the commands take that fit the program into a system: `publish`, `diff`, `completions`.

use std::path::PathBuf;

use clap_complete::Shell;

use crate::message::both;
use crate::project::Host;

#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    #[arg(value_enum, value_name = both!("SHELL", "外壳"), help = both!("The shell that will read it", "给哪种 shell 用"))]
    pub shell: Shell,
}

#[derive(Debug, clap::Args)]
pub(super) struct Diff {
    #[arg(value_name = both!("OLD", "旧"), help = both!("The folder of the site as it was", "从前那一次生成的文件夹"))]
    pub old: PathBuf,
    #[arg(value_name = both!("NEW", "新"), help = both!("The folder of the site as it is", "现在这一次生成的文件夹"))]
    pub new: PathBuf,
    #[arg(
        long, conflicts_with_all = ["delete", "json"],
        help = both!("Print only the files that are new or changed, one a line", "只列新的和改了的，一行一个")
    )]
    pub upload: bool,
    #[arg(
        long, conflicts_with = "json",
        help = both!("Print only the files that are gone, one a line", "只列没有了的，一行一个")
    )]
    pub delete: bool,
    #[arg(long, help = both!("Print JSON for programs", "输出 JSON，给程序用"))]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Publish {
    #[arg(
        long, short, default_value = "public",
        value_name = both!("DIR", "文件夹"),
        help = both!("Where the site is", "网站在哪个文件夹")
    )]
    pub output: PathBuf,
    #[arg(
        long,
        help = both!("Look at the site as it was last built, and write nothing", "只看上一次生成的网站，什么也不写")
    )]
    pub check: bool,
    #[arg(
        long, value_parser = Host::names(),
        value_name = both!("HOST", "主机"),
        help = both!("Ask of this host alone", "只问这一个主机")
    )]
    pub host: Option<String>,
    #[arg(long, help = both!("Print JSON for programs", "输出 JSON，给程序用"))]
    pub json: bool,
}
