//! What several commands take that is about the site: its address, its theme, its drafts.

use std::path::PathBuf;

use super::findings::FindingsFormat;
use crate::content::base_url_of;
use crate::diagnostic::Diagnostic;
use crate::message::{Failure, both, message};

/// Where the site will stand.
#[derive(Debug, Default, clap::Args)]
pub(super) struct AddressArgs {
    #[arg(
        long, value_parser = base_url,
        value_name = both!("URL", "网址"),
        help = both!(
            "The address that the site will have, for canonical and social links",
            "网站将来的网址，用于规范链接和社交预览",
        )
    )]
    pub base_url: Option<String>,
}

/// Which reports are built.
#[derive(Debug, Default, clap::Args)]
pub(super) struct DraftArgs {
    #[arg(
        long,
        help = both!(
            "Build also the reports that are drafts (draft = true in report.toml)",
            "草稿（report.toml 里写了 draft = true 的报告）也放进网站",
        )
    )]
    pub drafts: bool,
}

/// How what was found is told.
#[derive(Debug, Default, clap::Args)]
pub(super) struct FormatArgs {
    #[arg(
        long, value_enum, default_value_t,
        value_name = both!("FORMAT", "格式"),
        help = both!(
            "How faults are told: to a person, or to a program as one JSON document on standard output",
            "怎样说出错误和提醒：给人看，或在标准输出上给程序一份 JSON",
        )
    )]
    pub format: FindingsFormat,
}

/// What lies over the default theme.
#[derive(Debug, Default, clap::Args)]
pub(super) struct ThemeArgs {
    #[arg(
        long,
        value_name = both!("DIR", "文件夹"),
        help = both!(
            "A folder whose files replace those of the default theme",
            "一个文件夹，里面的文件代替默认主题的同名文件",
        )
    )]
    pub theme: Option<PathBuf>,
}

fn base_url(words: &str) -> Result<String, Failure> {
    base_url_of(words).map(|_| words.to_owned()).map_err(|fault| in_one_line(*fault))
}

/// A fault with its advice, as clap and questions show what is wrong with an argument.
pub(super) fn in_one_line(fault: Diagnostic) -> Failure {
    let Diagnostic { message, help, .. } = fault;
    Failure(match help {
        Some(help) => message!("{fault}; {help}", "{fault}；{help}", fault = message, help = help),
        None => message,
    })
}
