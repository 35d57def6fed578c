//! The text of a PDF, by the program `pdftotext` of this machine.

use std::io::{self, Read as _};
use std::path::Path;
use std::process::{ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::fault::{Deed, cannot, cannot_since, shown};
use crate::message::{Message, message};

/// More text than any report has: a PDF can hold a thousand times its size.
const MOST: u64 = 16 << 20;
/// Longer than a slow machine takes for a thousand pages.
const LONGEST: Duration = Duration::from_secs(60);

/// What `pdftotext -layout` prints of the PDF at `path`; `None` when this machine has no such program.
///
/// # Errors
/// When the program cannot read the file, prints more than 16 MiB of it, or takes longer than a minute; it is stopped then.
pub fn pdf_text(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    let mut program = Command::new("pdftotext");
    // The path is an argument of its own and begins with no hyphen, so it cannot be taken for an option.
    let path = if path.is_relative() { Path::new(".").join(path) } else { path.to_owned() };
    program.args(["-q", "-layout", "-enc", "UTF-8"]).arg(&path).arg("-");
    match printed(program, MOST, LONGEST) {
        Ok(Ok(text)) => Ok(Some(text)),
        Ok(Err(why)) => Err(cannot_since(Deed::Read, shown(&path), why).into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot(Deed::Run, "pdftotext", &error)),
    }
}

/// What a program prints, or why that is not to be had. One that prints more than `most` bytes or takes longer than `longest`
/// is stopped.
fn printed(mut program: Command, most: u64, longest: Duration) -> io::Result<Result<Vec<u8>, Message>> {
    let mut child = program.stdin(Stdio::null()).stderr(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().map(|output| read_aside(output, most + 1));
    let said = match output.map(|output| output.recv_timeout(longest)) {
        Some(Ok(read)) => read?,
        Some(Err(_)) => {
            child.kill()?;
            child.wait()?;
            return Ok(Err(message!(
                "pdftotext did not finish in {time}; save it as .docx and import that",
                "pdftotext 用了 {time}还没有读完；请另存为 .docx 再导入",
                time = Message::counted(usize::try_from(longest.as_secs()).unwrap_or(usize::MAX), "second", "秒"),
            )));
        }
        None => Vec::new(),
    };
    if said.len() as u64 > most {
        child.kill()?;
        child.wait()?;
        return Ok(Err(message!(
            "its text is larger than {most} MiB, which no report is",
            "里面的文字超过 {most} MiB，报告没有这么长的",
            most = most >> 20,
        )));
    }
    let damaged = || {
        message!(
            "pdftotext cannot read it: it is damaged, or locked with a password",
            "pdftotext 读不了它：文件损坏，或者加了密码"
        )
    };
    Ok(if child.wait()?.success() { Ok(said) } else { Err(damaged()) })
}

/// Reads what a program prints, up to `most` bytes, on a thread of its own, so that one that never ends can be stopped.
fn read_aside(output: ChildStdout, most: u64) -> mpsc::Receiver<io::Result<Vec<u8>>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = output.take(most).read_to_end(&mut bytes).map(|_| bytes);
        // Nobody listens any more when the time was up.
        let _ = sender.send(read);
    });
    receiver
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::message::Language;

    #[track_caller]
    fn check(script: &str, expect: Result<&str, &str>) {
        let mut program = Command::new("sh");
        program.args(["-c", script]);
        let found = printed(program, 1 << 20, Duration::from_millis(1500)).unwrap();
        let found = found.as_ref().map(|text| std::str::from_utf8(text).unwrap());
        assert_eq!(found.map_err(|why| why.said_in(Language::English)), expect, "{script}");
    }

    #[test]
    fn a_program_that_never_ends_or_prints_too_much_is_stopped() {
        check("printf 报告", Ok("报告"));
        check("exit 1", Err("pdftotext cannot read it: it is damaged, or locked with a password"));
        check("exec yes", Err("its text is larger than 1 MiB, which no report is"));
        check("exec sleep 60", Err("pdftotext did not finish in 1 second; save it as .docx and import that"));
    }
}
