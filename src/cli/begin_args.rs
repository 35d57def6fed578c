//! What the commands take that begin a site: `new`, and files alone.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use super::site_args::AddressArgs;
use crate::message::both;
use crate::project::Host;

#[derive(Debug, Default, clap::Args)]
pub(super) struct New {
    #[arg(value_name = both!("DIR", "文件夹"), help = both!("The folder to make", "要建的文件夹"))]
    pub folder: PathBuf,
    #[arg(
        long,
        value_name = both!("TITLE", "名字"),
        help = both!("The name of the site [default: the folder's name]", "网站的名字；不写就用文件夹的名字")
    )]
    pub title: Option<String>,
    #[arg(long, value_name = both!("NAME", "名称"), help = both!("Who publishes the site", "谁办的网站"))]
    pub publisher: Option<String>,
    #[arg(
        long,
        value_name = both!("CONTACT", "联系方式"),
        help = both!(
            "Where to report a mistake: mail, web address or telephone",
            "发现错漏向哪里反映：信箱、网址或电话",
        )
    )]
    pub contact: Option<String>,
    #[arg(long, help = both!("It is the site of a government body", "是政府机关的网站"))]
    pub official: bool,
    #[command(flatten)]
    pub address: AddressArgs,
    #[arg(
        long, value_parser = PossibleValuesParser::new(Host::names()),
        value_name = both!("HOST", "主机"),
        help = both!("Add the files that publish the site on this host", "加上发布到这种主机要用的文件")
    )]
    pub host: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct FromFiles {
    #[arg(required = true, value_name = both!("FILE", "文件"), help = both!("The published texts", "公布的原文"))]
    pub files: Vec<PathBuf>,
    #[arg(long, help = both!("Leave the browser alone", "不打开浏览器"))]
    pub no_open: bool,
}
