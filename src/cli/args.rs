//! What can be asked for, with help and examples.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};

use crate::build::check_id;
use crate::content::base_url_of;
use crate::diagnostic::Diagnostic;
use crate::figures::{Kind, Status};

/// Turn government work reports into an accessible website.
#[derive(Debug, Parser)]
#[command(
    name = "gongdu",
    version,
    about = "公读: turn a government work report (政府工作报告) into an accessible website",
    after_help = "Without a command, gongdu builds.\n\n\
Examples:
  gongdu                                   build content/ into public/
  gongdu import 报告.txt --as zichuan-2023   add a report
  gongdu inspect 报告.txt                    see what would be made of it, write nothing
  gongdu serve                             look at the site while changing it

Exit codes: 0 good, 1 the text has faults, 2 the machine or the usage."
)]
pub(super) struct Args {
    /// Say nothing but faults
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// The folder with site.toml and the reports
    #[arg(long, value_name = "DIR", default_value = "content", global = true)]
    pub content: PathBuf,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site (this is what gongdu does without a command)
    #[command(
        after_help = "Examples:\n  gongdu build\n  gongdu build --output docs --base-url https://example.org/reports/\n\n\
A folder that gongdu did not make is never written into or deleted."
    )]
    Build(Build),
    /// Check everything that build checks, and write nothing
    #[command(
        after_help = "Also says where the Markdown and the source it was made from have drifted apart.\n\nExample:\n  gongdu check"
    )]
    Check(Check),
    /// Make the files of a report from its published text
    #[command(
        after_help = "Reads text in any encoding, Markdown, .docx of Word and WPS, saved web pages, and PDF where the\n\
program pdftotext is installed. The file itself is kept beside what is made of it.\n\n\
Examples:\n  gongdu import 报告.txt --as zichuan-2023\n  gongdu import reports/*.docx\n\n\
Importing again renews the files that nobody changed since, and keeps and names the others; --force writes over\n\
those too. What import wrote is listed in the hidden file .import of the report's folder."
    )]
    Import(Import),
    /// Show what gongdu makes of a text: masthead, outline, terms, figures, lines set aside
    #[command(after_help = "Examples:\n  gongdu inspect 报告.txt\n  gongdu inspect 报告.txt --json > report.json")]
    Inspect(Inspect),
    /// List the figures of the reports, filter them, or explain one
    #[command(after_help = "Examples:
  gongdu figures                                  every figure of every report
  gongdu figures zichuan-2023 --status target     what one report plans
  gongdu figures --find 生产总值 --kind change      growth of whatever is called so
  gongdu figures --unit % --page 2-1 --csv        a table for Excel
  gongdu figures f12                              everything about one figure
  gongdu figures zichuan-2023/f12 --json          the same, of one report, for programs

Rows of figures.csv with a fault are shown as faults and left out.")]
    Figures(Figures),
    /// Preview the site on this machine; it is built anew when content or theme change
    #[cfg(feature = "serve")]
    #[command(after_help = "Examples:\n  gongdu serve\n  gongdu serve --port 8080 --theme themes/ours")]
    Serve(Serve),
}

impl Default for Command {
    fn default() -> Command {
        Command::Build(Build { output: PathBuf::from("public"), base_url: None, theme: None })
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct Build {
    /// Where the site goes
    #[arg(long, short, value_name = "DIR", default_value = "public")]
    pub output: PathBuf,
    /// The address that the site will have, for canonical and social links
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<String>,
    /// A folder whose files replace those of the default theme
    #[arg(long, value_name = "DIR")]
    pub theme: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// The address that the site will have
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<String>,
    /// A folder whose files replace those of the default theme
    #[arg(long, value_name = "DIR")]
    pub theme: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// The published texts
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The report's id, the beginning of its addresses (one file only)
    #[arg(long = "as", value_name = "ID", value_parser = report_id)]
    pub id: Option<String>,
    /// Write also over files that a person changed
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Inspect {
    /// The published text
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Print JSON for programs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Default, clap::Args)]
pub(super) struct Figures {
    /// A report (zichuan-2023), a figure (f12), or both (zichuan-2023/f12)
    #[arg(value_name = "REPORT|FIGURE")]
    pub what: Option<String>,
    /// Those with this unit
    #[arg(long)]
    pub unit: Option<String>,
    /// Those of this kind
    #[arg(long, value_parser = PossibleValuesParser::new(Kind::NAMES))]
    pub kind: Option<String>,
    /// Those that were done (actual) or are planned (target)
    #[arg(long, value_parser = PossibleValuesParser::new(Status::NAMES))]
    pub status: Option<String>,
    /// Those about this year, alone or among others
    #[arg(long, value_name = "YEAR")]
    pub period: Option<String>,
    /// Those on this page; a part has the pages of its sections
    #[arg(long)]
    pub page: Option<String>,
    /// Those with these words in the indicator or the quote
    #[arg(long, value_name = "WORDS")]
    pub find: Option<String>,
    /// Print CSV for spreadsheets
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// Print JSON for programs
    #[arg(long)]
    pub json: bool,
}

#[cfg(feature = "serve")]
#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    /// The port on 127.0.0.1; 0 takes any free one
    #[arg(long, short, default_value_t = 4173)]
    pub port: u16,
    /// A folder whose files replace those of the default theme
    #[arg(long, value_name = "DIR")]
    pub theme: Option<PathBuf>,
}

fn base_url(words: &str) -> Result<String, String> {
    base_url_of(words).map(|_| words.to_owned()).map_err(|fault| in_one_line(&fault))
}

fn report_id(words: &str) -> Result<String, String> {
    check_id(words).map(|()| words.to_owned()).map_err(|fault| in_one_line(&fault))
}

/// A fault with its advice, as clap shows what is wrong with an argument.
fn in_one_line(fault: &Diagnostic) -> String {
    format!("{}; {}", fault.message, fault.help.as_deref().unwrap_or_default())
}
