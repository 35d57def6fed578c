//! `import`: from published files to the files of each report's folder.

use std::path::Path;

use super::args::Import;
use super::console::Console;
use super::ledgers;
use super::outcome::Outcome;
use super::reading;
use super::table::TextTable;
use crate::build;
use crate::content::{self, FirstSettings, MergedFigures, RowName};
use crate::diagnostic::{Checked, Code, Diagnostic, Severity, has_errors};
use crate::disk;
use crate::inspect::{self, Inspection};
use crate::intake;
use crate::message::{Message, message};
use crate::report::Masthead;

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
    let mut done = ImportedFiles::default();
    for (index, file) in files.iter().enumerate() {
        if files.len() > 1 {
            let (at, of, file) = (index + 1, files.len(), file.display());
            console.say(&message!("[{at}/{of}] {file}", "[{at}/{of}] {file}"));
        }
        let before = done.diagnostics.len();
        let row = one(console, content, file, id.clone(), force, &mut done);
        // One file that the machine cannot read does not stop the others.
        let row = row.unwrap_or_else(|error| {
            console.fail(&Message::of(&error));
            done.failed = true;
            ImportedFile { failed: true, ..ImportedFile::default() }
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
struct ImportedFiles {
    diagnostics: Vec<Diagnostic>,
    /// Each file with what was made of it, the first error's code, and how many doubts there are.
    rows: Vec<(String, ImportedFile, Option<&'static str>, usize)>,
    /// Whether the machine or the usage failed for one of them.
    failed: bool,
}

/// What is said of a file in the summary.
#[derive(Default)]
struct ImportedFile {
    id: String,
    read_as: Message,
    pages: usize,
    terms: String,
    figures: usize,
    failed: bool,
}

impl ImportedFiles {
    fn table(&self, console: &Console) -> Message {
        let language = console.language();
        let head = [
            message!("file", "文件"),
            message!("id", "编号"),
            message!("read as", "读作"),
            message!("pages", "页"),
            message!("terms", "名词"),
            message!("figures", "数字"),
            message!("doubts", "存疑"),
        ];
        let mut table = TextTable::new(head.each_ref().map(|name| name.said_in(language)));
        let mut left = Vec::new();
        for (file, row, fault, doubts) in &self.rows {
            let name = file.rsplit('/').next().unwrap_or(file);
            let read_as = row.read_as.said_in(language);
            let why = match fault {
                Some(code) => Some(Message::plain(code)),
                None => row.failed.then(|| message!("not read", "读不了")),
            };
            if let Some(why) = why {
                left.push(message!(
                    "\nnot imported: {file} ({why})",
                    "\n没有导入：{file}（{why}）",
                    file = file,
                    why = why
                ));
                table.row([name, "–", read_as, "–", "–", "–", Severity::Error.word().said_in(language)]);
                continue;
            }
            let [pages, figures, doubts] = [row.pages, row.figures, *doubts].map(|count| count.to_string());
            table.row([name, &row.id, read_as, &pages, &row.terms, &figures, &doubts]);
        }
        let good = self.rows.iter().filter(|(_, row, fault, _)| fault.is_none() && !row.failed).count();
        message!(
            "\n{table}{good} of {files} imported{left}",
            "\n{table}{files}，导入了 {good} 个{left}",
            table = table.draw(console.width()),
            good = good,
            files = files_of(self.rows.len()),
            left = Message::joined(left, "", ""),
        )
    }
}

impl ImportedFile {
    fn of(format: Message, inspection: &Inspection) -> ImportedFile {
        let said = |number: u32| inspection.mentions.iter().any(|mention| mention.number == number);
        let linked = inspection.glossary.iter().filter(|entry| said(entry.number)).count();
        let terms = match inspection.glossary.len() {
            0 => "–".to_owned(),
            all => format!("{linked}/{all}"),
        };
        // Of a text its encoding may be wrong, of a document its format says all.
        let read_as = if inspection.format == "text" { Message::plain(inspection.encoding) } else { format };
        ImportedFile { read_as, terms, figures: inspection.figures.len(), ..ImportedFile::default() }
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

/// The id of a report that was given none: its file's name, where that is a report's already; else that of the report of the
/// same place and year, of which it is a corrected text; else its file's name, where that can be one.
fn id_for(
    console: &Console,
    content: &Path,
    file: &Path,
    masthead: &Masthead,
    done: &ImportedFiles,
) -> anyhow::Result<Result<String, Box<Diagnostic>>> {
    let stem = id_of(file);
    if let Some(stem) = stem.as_ref().filter(|stem| disk::is_dir(&content.join(stem))) {
        return Ok(Ok(stem.clone()));
    }
    if let Some(id) = intake::same_report(content, masthead)? {
        if let Some((other, ..)) = done.rows.iter().find(|(_, row, ..)| row.id == id) {
            return Ok(Err(Box::new(one_report(file, other))));
        }
        console.say(&message!(
            "{file} is `{id}` again: same place, year and title (to keep both: --as ANOTHER-ID)",
            "{file} 和已有的 `{id}` 是同一地方、同一年、同一题目的报告，按它的新文本导入（两份都要，用 --as 另取编号）",
            file = file.display()
        ));
        return Ok(Ok(id));
    }
    match stem {
        Some(stem) => Ok(Ok(stem)),
        None => proposed(console, content, file, masthead),
    }
}

/// The fault of two files given together that are one report: which of them is to be read only a person knows.
fn one_report(file: &Path, other: &str) -> Diagnostic {
    let file = file.display().to_string();
    Diagnostic::error(
        Code::DUPLICATE_ID,
        message!(
            "{file} and {other} are of the same place, year and title",
            "{file} 和 {other} 是同一地方、同一年、同一题目的报告",
            file = file,
            other = other
        ),
    )
    .in_file(file)
    .with_help(message!(
        "import only one of them, or give each an id: gongdu import FILE --as zichuan-2023-2",
        "只导入其中一份；两份都要，就分别取编号：gongdu import 文件 --as zichuan-2023-2"
    ))
}

/// The id of a report whose file's name is none: of the place and the year that it names.
fn proposed(
    console: &Console,
    content: &Path,
    file: &Path,
    masthead: &Masthead,
) -> anyhow::Result<Result<String, Box<Diagnostic>>> {
    let fault = |code, message, help| {
        Ok(Err(Box::new(Diagnostic::error(code, message).in_file(file.display().to_string()).with_help(help))))
    };
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let Some(id) = intake::propose_id(masthead, stem).filter(|id| build::check_id(id).is_ok()) else {
        return fault(
            Code::BAD_ID,
            message!(
                "neither {file} nor its name says of which place and year it is",
                "{file} 的正文和文件名里都没有地方和年份，定不了编号",
                file = file.display()
            ),
            message!("name it: gongdu import FILE --as zichuan-2023", "请指定：gongdu import 文件 --as zichuan-2023"),
        );
    };
    if intake::holds_another(&content.join(&id), masthead)? {
        return fault(
            Code::DUPLICATE_ID,
            message!(
                "the id `{id}` of {file} is another report's already",
                "{file} 的编号 `{id}` 已经是另一份报告的",
                file = file.display()
            ),
            message!(
                "give one of the two another: gongdu import FILE --as {id}-2",
                "给其中一份另取编号：gongdu import 文件 --as {id}-2"
            ),
        );
    }
    console.say(&message!(
        "{file} is `{id}` (--as gives it another id)",
        "{file} 的编号定为 `{id}`（要另取，用 --as）",
        file = file.display()
    ));
    Ok(Ok(id))
}

/// Whether a file of a report becomes a page of its text.
fn is_page(path: &str) -> bool {
    path.ends_with(".md") && !path.contains('/') && path != "glossary.md"
}

fn one(
    console: &Console,
    content: &Path,
    file: &Path,
    given: Option<String>,
    force: bool,
    done: &mut ImportedFiles,
) -> anyhow::Result<ImportedFile> {
    let bytes = disk::read_file(file)?;
    let Checked { value: read, diagnostics: found } = intake::read(&file.display().to_string(), file, &bytes)?;
    reading::tell(console, file, bytes.len(), &read);
    let inspection = inspect::inspect(&read.opened, &read.imported, &found, console.language());
    let mut row = ImportedFile::of(read.opened.format.word(), &inspection);
    let faulty = has_errors(&found);
    done.diagnostics.extend(found);
    if faulty {
        return Ok(row);
    }
    let given = match given {
        Some(id) => Ok(id),
        None => id_for(console, content, file, &read.imported.report.masthead, done)?,
    };
    row.id = match given {
        Ok(id) => id,
        Err(fault) => {
            done.diagnostics.push(*fault);
            return Ok(row);
        }
    };
    let settings = content.join("site.toml");
    if !disk::exists(&settings) {
        disk::write_new(&settings, FirstSettings::default().text(console.language()).as_bytes(), false)?;
        console.say(&message!(
            "made {file}: the name of the site stands there",
            "建好 {file}：网站的名字写在里面",
            file = settings.display()
        ));
    }
    let folder = content.join(&row.id);
    let read = match intake::kept_title_page(&folder, force)? {
        Some(there) => read.as_titled(&there),
        None => read,
    };
    let earlier = if force { intake::ids_of_figures(&folder)? } else { intake::earlier(&folder)? };
    // The text that stands there may be published: its addresses are kept before it is replaced.
    if let Some(ledger) = build::unsaved_ledger(content, &row.id)? {
        done.diagnostics.extend(ledger.save());
    }
    let converted = intake::files(&read, bytes, &earlier).drain_into(&mut done.diagnostics);
    row.pages = converted.files.iter().filter(|file| is_page(&file.path)).count();
    let placed = intake::place(&folder, &converted, force)?;
    let title_page = intake::title_page(&folder, &folder.join("report.toml").display().to_string())?;
    let has_address = title_page.as_ref().is_some_and(|title_page| !title_page.source_url.is_empty());
    done.diagnostics.extend(title_page.and_then(|title_page| title_page.lacks_place_or_year()));
    let removed = intake::clear(&folder, &converted)?;
    if let Some(ledger) = build::unsaved_ledger(content, &row.id)? {
        ledgers::told(console, &ledger);
        console.show(ledgers::save(console, &ledger).as_slice());
    }
    console.say(&message!(
        "{files} in {folder}/",
        "{folder}/ 里有 {files}",
        files = files_of(placed.written.len()),
        folder = folder.display()
    ));
    if !has_address {
        console.say(&message!(
            "write into {file} where the text was published (source_url) and by whom (publisher), so that readers can compare",
            "请在 {file} 里写上原文的网址（source_url）和发布单位（publisher），读者才能自己去核对",
            file = folder.join("report.toml").display()
        ));
    }
    if let Some(merged) = &converted.merged {
        console.say(&told(merged, &folder.join(content::FIGURES)));
        named(console, merged);
    }
    for path in &placed.kept {
        let path = folder.join(path);
        console.say(&message!(
            "kept as it is: {path} (a person changed it; --force writes over it)",
            "留着没动：{path}（有人改过；加上 --force 就盖掉）",
            path = path.display()
        ));
    }
    for path in &converted.removed {
        let path = folder.join(path);
        console.say(&message!(
            "left out: {path} (a person removed it; --force brings it back)",
            "没有再写：{path}（有人删了它；加上 --force 就写回来）",
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
    let MergedFigures { renewed, kept, corrected, added, dropped, .. } = merged;
    let (corrected, added, dropped) = (corrected.len(), added.len(), dropped.len());
    let rows = [
        (*renewed, message!("{renewed} renewed", "更新 {renewed} 行")),
        (*kept, message!("{kept} kept as a person left them", "有人改过、留着没动 {kept} 行")),
        (corrected, message!("{corrected} corrected", "改了数 {corrected} 行")),
        (added, message!("{added} new", "新增 {added} 行")),
        (dropped, message!("{dropped} gone", "去掉 {dropped} 行")),
    ];
    let rows = rows.into_iter().filter(|(count, _)| *count > 0).map(|(_, told)| told);
    message!(
        "rows of {table}: {rows}",
        "{table}：{rows}",
        table = table.display(),
        rows = Message::joined(rows, ", ", "，")
    )
}

/// Names the figures that are others now, each with its page and its words: who corrects a report looks at these.
fn named(console: &Console, merged: &MergedFigures) {
    let corrected = merged.corrected.iter().map(|[was, is]| {
        let RowName { id, place, indicator, words } = is;
        message!(
            "  corrected: {id} ({place}) {indicator}: {was}, now {words}",
            "  改了数：{id}（{place}）{indicator}：原为{was}，现为{words}",
            id = id,
            place = place,
            indicator = indicator,
            was = was.words,
            words = words
        )
    });
    ledgers::listed(console, corrected, merged.corrected.len());
    let added = merged.added.iter().map(|RowName { id, place, indicator, words }| {
        message!("  new: {id} ({place}) {indicator}: {words}", "  新增：{id}（{place}）{indicator}：{words}")
    });
    ledgers::listed(console, added, merged.added.len());
    let dropped = merged.dropped.iter().map(|RowName { id, place, indicator, words }| {
        message!("  gone: {id} ({place}) {indicator}: {words}", "  去掉：{id}（{place}）{indicator}：{words}")
    });
    ledgers::listed(console, dropped, merged.dropped.len());
}
