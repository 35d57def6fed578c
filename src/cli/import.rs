//! `import`: from published files to the files of each report's folder.

use std::path::Path;

use super::Outcome;
use super::args::Import;
use super::console::Console;
use super::table::Table;
use crate::build;
use crate::content::{self, MergedFigures};
use crate::diagnostic::{Checked, Code, Diagnostic, Severity, has_errors};
use crate::disk;
use crate::inspect::{self, Inspection};
use crate::intake;
use crate::message::{Message, message};

pub(super) fn import(console: &Console, content: &Path, options: Import) -> anyhow::Result<Outcome> {
    let Import { files, id, force } = options;
    if id.is_some() && files.len() > 1 {
        return Err(message!(
            "--as names one report, but {files} were given; import them one by one",
            "--as 只能给一份报告编号，这里却有 {files}；请一份一份地导入",
            files = files_of(files.len()),
        )
        .into());
    }
    let mut done = Done::default();
    for (index, file) in files.iter().enumerate() {
        if files.len() > 1 {
            let (at, of, file) = (index + 1, files.len(), file.display());
            console.say(&message!("[{at}/{of}] {file}", "[{at}/{of}] {file}"));
        }
        let before = done.diagnostics.len();
        let row = match id.clone().or_else(|| id_of(file)) {
            Some(id) => one(console, content, file, &id, force, &mut done.diagnostics),
            None => {
                // A name that gives no id is no fault of the text.
                done.failed = true;
                done.diagnostics.push(
                    Diagnostic::error(
                        Code::BAD_ID,
                        message!("the name of {file} gives no id", "文件名 {file} 不能做编号", file = file.display()),
                    )
                    .in_file(file.display().to_string())
                    .with_help(message!(
                        "say it: gongdu import FILE --as zichuan-2023",
                        "写明编号：`gongdu import 文件 --as zichuan-2023`"
                    )),
                );
                Ok(Row::default())
            }
        };
        // One file that the machine cannot read does not stop the others.
        let row = row.unwrap_or_else(|error| {
            console.fail(&Message::of(&error));
            done.failed = true;
            Row { failed: true, ..Row::default() }
        });
        let found = &done.diagnostics[before..];
        let doubts = found.iter().filter(|found| found.severity == Severity::Warning).count();
        let fault = found.iter().find(|found| found.severity == Severity::Error).map(|found| found.code.as_str());
        done.rows.push((file.display().to_string(), row, fault, doubts));
    }
    console.show(&done.diagnostics);
    if files.len() > 1 {
        console.say(&done.table(console));
    }
    Ok(if done.failed { Outcome::Failed } else { Outcome::of(&done.diagnostics) })
}

/// What came of all files.
#[derive(Default)]
struct Done {
    diagnostics: Vec<Diagnostic>,
    /// Each file with what was made of it, the first error's code, and how many doubts there are.
    rows: Vec<(String, Row, Option<&'static str>, usize)>,
    /// Whether the machine or the usage failed for one of them.
    failed: bool,
}

/// What is said of a file in the summary.
#[derive(Default)]
struct Row {
    id: String,
    format: Message,
    title: String,
    parts: String,
    terms: Message,
    figures: String,
    failed: bool,
}

impl Done {
    fn table(&self, console: &Console) -> Message {
        let language = console.language();
        let head = [
            message!("file", "文件"),
            message!("id", "编号"),
            message!("read as", "读作"),
            message!("title", "标题"),
            message!("parts/sections", "部分/节"),
            message!("terms linked", "名词链接"),
            message!("figures", "数字"),
            message!("doubts", "存疑"),
        ];
        let mut table = Table::new(head.each_ref().map(|name| name.said_in(language)));
        for (file, row, fault, doubts) in &self.rows {
            let name = file.rsplit('/').next().unwrap_or(file).to_owned();
            let end = match fault {
                Some(code) => message!("not imported: {code}", "没有导入：{code}"),
                None if row.failed => message!("not read", "读不了"),
                None => message!("{doubts}", "{doubts}"),
            };
            let Row { id, format, title, parts, terms, figures, failed: _ } = row;
            let [format, terms, end] = [format, terms, &end].map(|cell| cell.said_in(language));
            table.row([&name, id, format, title, parts, terms, figures, end]);
        }
        let good = self.rows.iter().filter(|(_, row, fault, _)| fault.is_none() && !row.failed).count();
        message!(
            "\n{table}{good} of {files} imported",
            "\n{table}{files}，导入了 {good} 个",
            table = table.draw(console.width()),
            good = good,
            files = files_of(self.rows.len()),
        )
    }
}

impl Row {
    fn of(id: &str, format: Message, inspection: &Inspection) -> Row {
        let level = |level: u8| inspection.outline.iter().filter(|item| item.level == Some(level)).count();
        let said = |number: u32| inspection.mentions.iter().any(|mention| mention.number == number);
        let linked = inspection.glossary.iter().filter(|entry| said(entry.number)).count();
        let terms = match inspection.glossary.len() {
            0 => message!("–", "–"),
            all => message!("{linked} of {all}", "{linked}/{all}"),
        };
        Row {
            id: id.to_owned(),
            format: message!(
                "{format} {encoding}",
                "{format} {encoding}",
                format = format,
                encoding = inspection.encoding
            ),
            title: inspection.masthead.title.clone().unwrap_or_else(|| "–".to_owned()),
            parts: format!("{}/{}", level(1), level(2)),
            terms,
            figures: inspection.figures.len().to_string(),
            failed: false,
        }
    }
}

fn files_of(count: usize) -> Message {
    Message::counted(count, "file", "个文件")
}

/// The id that a file's name gives, when it is one.
fn id_of(file: &Path) -> Option<String> {
    let stem = file.file_stem()?.to_str()?.to_ascii_lowercase();
    build::check_id(&stem).is_ok().then_some(stem)
}

fn one(
    console: &Console,
    content: &Path,
    file: &Path,
    id: &str,
    force: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> anyhow::Result<Row> {
    let bytes = disk::read_file(file)?;
    let Checked { value: read, diagnostics: found } = intake::read(&file.display().to_string(), file, &bytes)?;
    let inspection = inspect::inspect(&read.opened, &read.imported, &found, console.language());
    let row = Row::of(id, read.opened.format.word(), &inspection);
    let faulty = has_errors(&found);
    diagnostics.extend(found);
    if faulty {
        return Ok(row);
    }
    let settings = content.join("site.toml");
    if !disk::exists(&settings) {
        disk::write_new(&settings, content::FIRST_SETTINGS.as_bytes(), false)?;
        console.say(&message!(
            "made {file}: the name of the site stands there",
            "建好 {file}：网站的名字写在里面",
            file = settings.display()
        ));
    }
    let folder = content.join(id);
    let earlier = if force { None } else { intake::earlier(&folder)? };
    let converted = intake::files(&read, bytes, earlier.as_ref());
    let placed = intake::place(&folder, &converted, force)?;
    let removed = intake::clear(&folder, &converted.files)?;
    console.say(&message!(
        "{files} in {folder}/",
        "{folder}/ 里有 {files}",
        files = files_of(placed.written.len()),
        folder = folder.display()
    ));
    if let Some(merged) = &converted.merged {
        console.say(&told(merged, &folder.join(content::FIGURES)));
    }
    for path in &placed.kept {
        let path = folder.join(path);
        console.say(&message!(
            "kept as it is: {path} (a person changed it; --force writes over it)",
            "留着没动：{path}（有人改过；加上 --force 就盖掉）",
            path = path.display()
        ));
    }
    for path in &removed {
        let path = folder.join(path);
        console.say(&message!(
            "removed: {path} (an earlier import made it, and this source does not)",
            "已删去：{path}（上次导入有，这份原文没有）",
            path = path.display()
        ));
    }
    Ok(row)
}

/// What became of the rows of a table of figures.
fn told(merged: &MergedFigures, table: &Path) -> Message {
    let MergedFigures { renewed, kept, added, dropped, .. } = merged;
    let rows = [
        (renewed, message!("{renewed} renewed", "更新 {renewed} 行")),
        (kept, message!("{kept} kept as a person left them", "有人改过、留着没动 {kept} 行")),
        (added, message!("{added} new", "新增 {added} 行")),
        (dropped, message!("{dropped} gone", "去掉 {dropped} 行")),
    ];
    let rows = rows.into_iter().filter(|(count, _)| **count > 0).map(|(_, told)| told);
    message!(
        "rows of {table}: {rows}",
        "{table}：{rows}",
        table = table.display(),
        rows = Message::joined(rows, ", ", "，")
    )
}
