//! What the commands take that tell what was read: `inspect` and `figures`, and what is said of it: `explain`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use crate::figures::{Kind, Status};
use crate::message::both;

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    #[arg(
        value_name = both!("CODE", "代码"),
        help = both!("The code in the brackets of a message; without one, all are listed", "信息方括号里的代码；不写就列出全部")
    )]
    pub code: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Inspect {
    #[arg(value_name = both!("FILE", "文件"), help = both!("The published text", "公布的原文"))]
    pub file: PathBuf,
    #[arg(long, help = both!("Print JSON for programs", "输出 JSON，给程序用"))]
    pub json: bool,
    #[arg(
        long, short,
        value_name = both!("FILE", "文件"),
        help = both!(
            "Write it to this file, in UTF-8 whatever the shell; one that is there is left alone",
            "存成这个文件（UTF-8，和终端用什么编码无关）；已经有的文件不动",
        )
    )]
    pub output: Option<PathBuf>,
    #[arg(
        long, conflicts_with = "json",
        value_name = both!("LINE", "行"),
        help = both!(
            "Tell how the figures of this line were read: which rules and words decided",
            "说明这一行的数字是怎样认出来的：凭哪条规则、哪些字",
        )
    )]
    pub why: Option<usize>,
}

#[derive(Debug, Default, clap::Args)]
pub(super) struct Figures {
    #[arg(
        value_name = both!("REPORT|FIGURE", "报告|数字"),
        help = both!(
            "A report (zichuan-2023), a figure (f12), or both (zichuan-2023/f12)",
            "报告（zichuan-2023）、数字（f12），或两样（zichuan-2023/f12）",
        )
    )]
    pub what: Option<String>,
    #[arg(long, value_name = both!("UNIT", "单位"), help = both!("Those with this unit", "单位是它的"))]
    pub unit: Option<String>,
    #[arg(
        long, value_parser = PossibleValuesParser::new(Kind::NAMES),
        value_name = both!("KIND", "种类"),
        help = both!("Those of this kind", "种类是它的")
    )]
    pub kind: Option<String>,
    #[arg(
        long, value_parser = PossibleValuesParser::new(Status::NAMES),
        value_name = both!("STATUS", "状态"),
        help = both!("Those that were done (actual) or are planned (target)", "已完成的（actual），或目标（target）")
    )]
    pub status: Option<String>,
    #[arg(
        long,
        value_name = both!("YEAR", "年份"),
        help = both!("Those about this year, alone or among others", "说的是这一年的，或包括这一年")
    )]
    pub period: Option<String>,
    #[arg(
        long,
        value_name = both!("PAGE", "页"),
        help = both!(
            "Those on this page; a part has the pages of its sections",
            "在这一页的；写一个部分，就包括它的各节",
        )
    )]
    pub page: Option<String>,
    #[arg(
        long,
        value_name = both!("WORDS", "词"),
        help = both!("Those with these words in the indicator or the quote", "指标或引文里有这些字的")
    )]
    pub find: Option<String>,
    #[arg(long, conflicts_with = "json", help = both!("Print CSV for spreadsheets", "输出 CSV，给 Excel 用"))]
    pub csv: bool,
    #[arg(long, help = both!("Print JSON for programs", "输出 JSON，给程序用"))]
    pub json: bool,
    #[arg(
        long, conflicts_with_all = ["json", "csv"],
        help = both!(
            "Tell how this one figure was read: which rules and words decided",
            "说明这个数字是怎样认出来的：凭哪条规则、哪些字",
        )
    )]
    pub why: bool,
}
