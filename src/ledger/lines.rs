//! The ledger as a file: one address a line, in the order of the text, so that the ledgers of two people merge as their texts do.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::address::{Address, AnchorKind, Ledger, Standing};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::{Message, message};
use crate::text::{Line, Source};

/// The first line; the number is the form's.
const HEAD: &str = "# gongdu anchors 2";
/// The first line of the form in which every figure had a page of its own.
const FIRST_HEAD: &str = "# gongdu anchors 1";
/// What people are told of the file in the file.
const TOLD: &str =
    "# 地址簿：这份报告公布过的每个地址。由 gongdu 写，和报告一起保存、提交，不用手改。说明见 docs/zh/addresses.md";
/// The last line: a file that was cut off lacks it.
const END: &str = "# end";
/// What version control writes where two people changed the same lines.
const CONFLICT: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

impl Ledger {
    /// The file. Words stand last and are left out where there are none.
    pub fn text(&self) -> String {
        let mut out = format!("{HEAD}\n{TOLD}\n");
        for Address { id, kind, pages, standing, words } in &self.addresses {
            let standing = match standing {
                Standing::Here => "here".to_owned(),
                Standing::In(other) => format!("in {other}"),
                Standing::Gone => "gone".to_owned(),
            };
            let _ = write!(out, "{id}\t{}\t{}\t{standing}", kind.name(), pages.join(" "));
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if !words.is_empty() {
                let _ = write!(out, "\t{words}");
            }
            out.push('\n');
        }
        out.push_str(END);
        out.push('\n');
        out
    }

    /// Reads the file. Every line that is wrong is told; then the ledger is not to be used, and no other begun in its place.
    pub fn read(source: &Source) -> Checked<Ledger> {
        let mut reader = LineReader { source, addresses: Vec::new(), lines: Vec::new(), faults: Vec::new() };
        reader.read();
        Checked { value: Ledger { addresses: reader.addresses }, diagnostics: reader.faults }
    }
}

struct LineReader<'s> {
    source: &'s Source,
    addresses: Vec<Address>,
    /// The number of the line of each address.
    lines: Vec<usize>,
    faults: Vec<Diagnostic>,
}

impl LineReader<'_> {
    fn read(&mut self) {
        let count = (1..=self.source.line_count()).rev().find(|at| !self.source.line(*at).text.trim().is_empty());
        let count = count.unwrap_or(1);
        let head = self.source.line(1).text.trim_end();
        if ![HEAD, FIRST_HEAD].contains(&head) {
            self.fault(1, message!("this is no ledger of addresses", "这不是地址簿"));
            return;
        }
        for at in 2..=count {
            let line = self.source.line(at);
            let text = line.text.trim_end_matches(['\r', '\n']);
            match text {
                _ if CONFLICT.iter().any(|mark| text.starts_with(mark)) => self.fault(
                    at,
                    message!(
                        "two ledgers meet here: keep the lines of both and take this mark away",
                        "两份地址簿在这里合并：两边的行都留下，删去这个记号"
                    ),
                ),
                _ if text.starts_with('#') || text.trim().is_empty() => {}
                _ => match self.address(text) {
                    Ok(mut address) => {
                        if head == FIRST_HEAD {
                            address.add_own_page();
                        }
                        self.addresses.push(address);
                        self.lines.push(at);
                    }
                    Err(why) => self.fault(at, why),
                },
            }
        }
        if self.source.line(count).text.trim_end() != END {
            self.fault(
                count,
                message!(
                    "the ledger stops here: its last line, `{end}`, is missing",
                    "地址簿到这里断了：缺最后一行 `{end}`",
                    end = END
                ),
            );
        }
        self.whole();
    }

    fn address(&self, text: &str) -> Result<Address, Message> {
        let cells: Vec<&str> = text.split('\t').collect();
        let (id, kind, pages, standing, words) = match cells[..] {
            [id, kind, pages, standing] => (id, kind, pages, standing, ""),
            [id, kind, pages, standing, words] => (id, kind, pages, standing, words),
            _ => return Err(message!("the line is not whole", "这一行不完整")),
        };
        let bad = |what: &str| message!("`{what}` cannot stand here", "这里不能是「{what}」");
        let kind = AnchorKind::from_name(kind).ok_or_else(|| bad(kind))?;
        let standing = match standing.split_once(' ') {
            None if standing == "here" => Standing::Here,
            None if standing == "gone" => Standing::Gone,
            Some(("in", other)) if is_id(other) => Standing::In(other.to_owned()),
            _ => return Err(bad(standing)),
        };
        let pages: Vec<String> = pages.split(' ').map(str::to_owned).collect();
        if let Some(wrong) = std::iter::once(id).chain(pages.iter().map(String::as_str)).find(|id| !is_id(id)) {
            return Err(bad(wrong));
        }
        Ok(Address { id: id.to_owned(), kind, pages, standing, words: words.to_owned() })
    }

    /// What is wrong between lines: an id that stands twice, one that leads to none.
    fn whole(&mut self) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let mut found = Vec::new();
        let ids: BTreeSet<&str> = self.addresses.iter().map(|own| own.id.as_str()).collect();
        for (own, line) in self.addresses.iter().zip(&self.lines) {
            if let Some(other) = first.insert(&own.id, *line) {
                found.push((
                    *line,
                    message!(
                        "`{id}` stands in line {other} already: keep the one whose words the text has now",
                        "`{id}` 在第 {other} 行已经有了：留下正文里现在有的那一行",
                        id = own.id,
                        other = other
                    ),
                ));
            }
            if let Standing::In(other) = &own.standing
                && !ids.contains(other.as_str())
            {
                found.push((*line, message!("no line is of `{other}`", "没有 `{other}` 这一行")));
            }
        }
        if let (Some(own), Some(line)) = (self.addresses.first(), self.lines.first())
            && own.kind != AnchorKind::Page
        {
            found.push((*line, message!("a page comes first", "第一个应当是页")));
        }
        found.into_iter().for_each(|(line, why)| self.fault(line, why));
    }

    fn fault(&mut self, line: usize, why: Message) {
        let Line { span, .. } = self.source.line(line);
        let fault = Diagnostic::error(Code::DAMAGED_LEDGER, why).at(self.source, span);
        self.faults.push(fault.with_help(message!(
            "take the file back from version control (git checkout -- {file}), or mend the line; \
             without the file a new ledger begins, and links to what was changed since are lost",
            "从版本库里取回这个文件（git checkout -- {file}），或者改好这一行；删掉它会新建一份，此前改动过的地方，旧链接就断了",
            file = self.source.name()
        )));
    }
}

/// Whether a word can be an id: it stands in addresses.
fn is_id(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 64
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
