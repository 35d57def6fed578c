//! What can be asked for, with help and examples in both languages.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::begin_args::{FromFiles, New};
#[cfg(feature = "serve")]
use super::build_args::Serve;
use super::build_args::{Build, Check};
use super::findings::FindingsFormat;
use super::reading_args::{Explain, Figures, Inspect};
use super::shell_args::{Completions, Diff, Publish};
use super::site_args::in_one_line;
use crate::build::check_id;
use crate::message::{Failure, Language, both};

/// The folder that is read when `--content` names none.
pub(super) const DEFAULT_CONTENT: &str = "content";

/// The command that files alone mean: `gongdu 报告.docx`. Nobody types it.
pub(super) const FROM_FILES: &str = "from-files";

/// Turn government work reports into an accessible website.
#[derive(Debug, Parser)]
#[command(
    name = "gongdu",
    version,
    about = both!(
        "公读: turn a government work report (政府工作报告) into an accessible website",
        "公读：把政府工作报告做成人人能读的网站",
    ),
    after_help = both!(
        "Without a command, gongdu builds.

Examples:
  gongdu 报告.docx                           import a report, build the site, open it in the browser
  gongdu new mysite                        begin: a folder for a new site
  gongdu                                   build content/ into public/
  gongdu import 报告.txt --as zichuan-2023   add a report
  gongdu inspect 报告.txt                    see what would be made of it, write nothing
  gongdu serve                             look at the site while changing it

Exit codes: 0 good, 1 the text has faults, 2 the machine or the usage.",
        "不写命令，就是生成网站。

例子：
  gongdu 报告.docx                           导入一份报告，生成网站，在浏览器里打开
  gongdu new mysite                        开个头：给新网站建一个文件夹
  gongdu                                   把 content/ 生成到 public/
  gongdu import 报告.txt --as zichuan-2023   添一份报告
  gongdu inspect 报告.txt                    看看会做成什么，什么也不写
  gongdu serve                             一边改，一边看网站

退出码：0 没有错，1 文本有错，2 机器的毛病或命令写错。",
    )
)]
pub(super) struct Args {
    #[arg(long, short, global = true, display_order = 992, help = both!("Say nothing but faults", "只说错误和提醒"))]
    pub quiet: bool,
    #[arg(
        long, short, global = true, display_order = 992, conflicts_with = "quiet",
        help = both!(
            "Say what is read from where, what is decided, and how long it takes",
            "说出从哪里读了什么、为什么这样做、用了多久",
        )
    )]
    pub verbose: bool,
    #[arg(
        long, global = true, display_order = 993,
        help = both!(
            "Show each fault, also one that comes many times",
            "每一处错误和提醒都列出来，同一种有许多处的也不省略",
        )
    )]
    pub all: bool,
    #[arg(
        long, global = true, display_order = 991, value_enum,
        value_name = both!("LANGUAGE", "语言"),
        help = both!(
            "The language of messages; else as LC_ALL, LC_MESSAGES or LANG says",
            "用哪种语言说话；不写就看 LC_ALL、LC_MESSAGES、LANG",
        )
    )]
    pub lang: Option<Language>,
    #[arg(
        long, global = true, display_order = 990, default_value = DEFAULT_CONTENT,
        value_name = both!("DIR", "文件夹"),
        help = both!("The folder with site.toml and the reports", "放 site.toml 和各份报告的文件夹")
    )]
    pub content: PathBuf,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(
        about = both!(
            "Build the site (this is what gongdu does without a command)",
            "生成网站（不写命令就是它）",
        ),
        after_help = both!(
            "Examples:
  gongdu build
  gongdu build --output docs --base-url https://example.org/reports/
  gongdu build --zip site.zip

A folder that gongdu did not make is never written into or deleted.",
            "例子：
  gongdu build
  gongdu build --output docs --base-url https://example.org/reports/
  gongdu build --zip site.zip

不是 gongdu 建的文件夹，从不往里写，也从不删。",
        )
    )]
    Build(Build),
    #[command(
        about = both!("Check everything that build checks, and write nothing", "检查生成时检查的一切，什么也不写"),
        after_help = both!(
            "Examples:
  gongdu check
  gongdu check --format json > found.json
  gongdu check --external                    ask the links to other sites too",
            "例子：
  gongdu check
  gongdu check --format json > found.json
  gongdu check --external                    通到别的网站的链接也问一问",
        )
    )]
    Check(Check),
    #[command(
        about = both!(
            "Build the site, and say which hosts can take it and what they need",
            "生成网站，并且说出哪些主机放得下、还要做什么",
        ),
        after_help = both!(
            "Examples:
  gongdu publish                             build, then host by host: does it fit, what is to be done
  gongdu publish --check                     the same of the site as it was last built; write nothing
  gongdu publish --check --host cloudflare-pages

gongdu uploads nothing itself. With --host the exit code is 1 where that host cannot take the site.",
            "例子：
  gongdu publish                             先生成，再一个一个主机地说：放得下吗，要做什么
  gongdu publish --check                     看上一次生成的网站，什么也不写
  gongdu publish --check --host cloudflare-pages

gongdu 自己不上传。用 --host 指定的主机放不下时，退出码是 1。",
        )
    )]
    Publish(Publish),
    #[command(
        about = both!("Make the files of a report from its published text", "从公布的原文做出一份报告的文件"),
        after_help = both!(
            "Reads text in any encoding, Markdown, .docx of Word and WPS, saved web pages, and PDF where the
program pdftotext is installed. The file itself is kept beside what is made of it.

Examples:
  gongdu import 报告.txt --as zichuan-2023
  gongdu import reports/*.docx

A file whose name is no id (2023年淄川区政府工作报告.docx) gets one of the place and the year in it: zichuan-2023.

Importing again renews the files that nobody changed since, and keeps and names the others; figures.csv is merged
row by row. --force writes over those too. What import wrote is kept in the hidden files .import and .figures.csv of
the report's folder.",
            "能读任何编码的文本、Markdown、Word 和 WPS 的 .docx、存下来的网页；装了 pdftotext 还能读 PDF。
原来的文件也一并留着。

例子：
  gongdu import 报告.txt --as zichuan-2023
  gongdu import reports/*.docx

文件名不能做编号的（2023年淄川区政府工作报告.docx），编号取自报告里的地方和年份：zichuan-2023。

再导入一次，没有人改过的文件会更新，有人改过的留着不动，并且说出来；figures.csv 逐行合并。加上 --force
连这些也盖掉。导入写出了什么，记在报告文件夹的隐藏文件 .import 和 .figures.csv 里。",
        )
    )]
    Import(Import),
    #[command(
        about = both!(
            "Show what gongdu makes of a text: masthead, outline, terms, figures, lines set aside",
            "看看程序怎样认一份文本：题头、大纲、名词、数字、不收的行",
        ),
        after_help = both!(
            "Examples:
  gongdu inspect 报告.txt
  gongdu inspect 报告.txt --json --output report.json
  gongdu inspect 报告.txt --why 34           how the figures of line 34 were read

Messages in the JSON are English unless --lang says otherwise.",
            "例子：
  gongdu inspect 报告.txt
  gongdu inspect 报告.txt --json --output report.json
  gongdu inspect 报告.txt --why 34           第 34 行的数字是怎样认出来的

JSON 里的信息是英文，除非用 --lang 另说。",
        )
    )]
    Inspect(Inspect),
    #[command(
        about = both!(
            "List the figures of the reports, filter them, or explain one",
            "列出各份报告的数字，挑选，或说明其中一个",
        ),
        after_help = both!(
            "Examples:
  gongdu figures                                  every figure of every report
  gongdu figures zichuan-2023 --status target     what one report plans
  gongdu figures --find 生产总值 --kind change      growth of whatever is called so
  gongdu figures --unit % --page 2-1 --csv        a table for Excel
  gongdu figures f12                              everything about one figure
  gongdu figures zichuan-2023/f12 --json          the same, of one report, for programs
  gongdu figures zichuan-2023/f12 --why           which rules and words decided it

Rows of figures.csv with a fault are shown as faults and left out.",
            "例子：
  gongdu figures                                  每份报告的每个数字
  gongdu figures zichuan-2023 --status target     一份报告的目标
  gongdu figures --find 生产总值 --kind change      叫这个名字的增减
  gongdu figures --unit % --page 2-1 --csv        给 Excel 的表
  gongdu figures f12                              一个数字的一切
  gongdu figures zichuan-2023/f12 --json          同上，指明报告，给程序用
  gongdu figures zichuan-2023/f12 --why           凭哪条规则、哪些字认出来的

figures.csv 里有错的行会报错，不列出来。",
        )
    )]
    Figures(Figures),
    #[command(
        about = both!("Say what a fault means, and what to do", "说明一种错误的意思和怎么办"),
        after_help = both!(
            "Examples:
  gongdu explain                             every code in one line
  gongdu explain quote-not-found             what the documents say of one (in Chinese)",
            "例子：
  gongdu explain                             每个代码一行
  gongdu explain quote-not-found             文档里怎样说它",
        )
    )]
    Explain(Explain),
    #[cfg(feature = "serve")]
    #[command(
        about = both!(
            "Preview the site on this machine, drafts too; it is built anew when content or theme change",
            "在本机预览网站，草稿也在内；内容或主题一改，就重新生成",
        ),
        after_help = both!(
            "Examples:
  gongdu serve --open
  gongdu serve --host
  gongdu serve --port 8080 --theme themes/ours",
            "例子：
  gongdu serve --open
  gongdu serve --host
  gongdu serve --port 8080 --theme themes/ours",
        )
    )]
    Serve(Serve),
    #[command(
        about = both!("Make the folder of a new site", "给新网站建一个文件夹"),
        after_help = both!(
            "What is not said here is asked; --quiet asks nothing. A folder that is not empty is refused.

Examples:
  gongdu new mysite
  gongdu new mysite --title 淄川公读 --publisher 某读书会 --contact mail@example.org
  gongdu new mysite --host github-pages --base-url https://example.github.io/mysite/",
            "这里没写的，程序会问；加上 --quiet 就不问。里面有东西的文件夹，程序不用。

例子：
  gongdu new mysite
  gongdu new mysite --title 淄川公读 --publisher 某读书会 --contact mail@example.org
  gongdu new mysite --host github-pages --base-url https://example.github.io/mysite/",
        )
    )]
    New(New),
    #[command(
        about = both!(
            "Tell which files differ between two builds of a site, so that an upload carries only those",
            "比较网站的两次生成，说出哪些文件不同，上传时只传这些",
        ),
        after_help = both!(
            "Examples:
  cp -a public published                     keep what was uploaded
  gongdu diff published public               + new, ~ changed, - gone
  gongdu diff published public --upload | rsync -a --files-from=- public/ host:/srv/www/
  gongdu diff published public --delete      what to delete at the host",
            "例子：
  cp -a public published                     上传以后留一份
  gongdu diff published public               + 新的，~ 改了的，- 没有了的
  gongdu diff published public --upload | rsync -a --files-from=- public/ host:/srv/www/
  gongdu diff published public --delete      主机上该删的",
        )
    )]
    Diff(Diff),
    #[command(
        about = both!("Print what a shell completes while a command is typed", "输出补全命令用的脚本，给 shell 用"),
        after_help = both!(
            "Examples:
  gongdu completions bash > ~/.local/share/bash-completion/completions/gongdu
  gongdu completions fish > ~/.config/fish/completions/gongdu.fish
  gongdu completions powershell >> $PROFILE",
            "例子：
  gongdu completions bash > ~/.local/share/bash-completion/completions/gongdu
  gongdu completions fish > ~/.config/fish/completions/gongdu.fish
  gongdu completions powershell >> $PROFILE",
        )
    )]
    Completions(Completions),
    #[command(
        about = both!("Print the manual page", "输出手册页"),
        after_help = both!(
            "Examples:
  gongdu man > ~/.local/share/man/man1/gongdu.1
  gongdu man --lang en | man -l -",
            "例子：
  gongdu man > ~/.local/share/man/man1/gongdu.1
  gongdu man --lang zh | man -l -",
        )
    )]
    Man,
    #[command(
        name = FROM_FILES, bin_name = "gongdu", override_usage = "gongdu [OPTIONS] <FILE>...", hide = true,
        about = both!(
            "From published texts to the site in the browser: import, build, open",
            "从公布的原文到浏览器里的网站：导入、生成、打开",
        ),
        after_help = both!(
            "Examples:
  gongdu 报告.docx
  gongdu 报告.docx --no-open

The site is the one begun in this folder, else the one beside the file; where there is none, one is begun in a new folder
beside the file that has its name. Dropping a file on the program does the same.",
            "例子：
  gongdu 报告.docx
  gongdu 报告.docx --no-open

当前文件夹里有网站，就加进去；没有，就看文件旁边有没有；都没有，就在文件旁边建一个同名的文件夹。
把文件拖到程序上，也是这样。",
        )
    )]
    FromFiles(FromFiles),
}

impl Default for Command {
    fn default() -> Command {
        Command::Build(Build::into(PathBuf::from("public")))
    }
}

impl Command {
    /// Whether it can do nothing where there is no content yet.
    pub fn reads_content(&self) -> bool {
        match self {
            Command::Build(_) | Command::Check(_) | Command::Publish(_) | Command::Figures(_) => true,
            #[cfg(feature = "serve")]
            Command::Serve(_) => true,
            Command::Import(_) | Command::Inspect(_) | Command::Explain(_) => false,
            Command::New(_) | Command::FromFiles(_) | Command::Diff(_) | Command::Completions(_) | Command::Man => {
                false
            }
        }
    }

    /// How it tells what it finds.
    pub fn format(&self) -> FindingsFormat {
        match self {
            Command::Build(options) => options.told.format,
            Command::Check(options) => options.told.format,
            _ => FindingsFormat::Text,
        }
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    #[arg(required = true, value_name = both!("FILE", "文件"), help = both!("The published texts", "公布的原文"))]
    pub files: Vec<PathBuf>,
    #[arg(
        long = "as", value_parser = report_id,
        value_name = both!("ID", "编号"),
        help = both!(
            "The report's id, the beginning of its addresses (one file only) [default: the file's name, or place and year]",
            "报告的编号，也是它网址的开头（只能有一个文件）；不写就用文件名，或地方和年份",
        )
    )]
    pub id: Option<String>,
    #[arg(long, help = both!("Write also over files that a person changed", "有人改过的文件也盖掉"))]
    pub force: bool,
}

fn report_id(words: &str) -> Result<String, Failure> {
    check_id(words).map(|()| words.to_owned()).map_err(|fault| in_one_line(*fault))
}
