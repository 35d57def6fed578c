//! A deed that was not begun because it could destroy a person's files.

use crate::diagnostic::{Code, Diagnostic};

/// Why nothing was written, as a diagnostic to show. It travels inside an `anyhow` error: `downcast_ref::<Refusal>()`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub Diagnostic);

impl Refusal {
    /// The output folder holds files and no manifest of ours.
    pub(super) fn foreign(output: &str, found: &[String]) -> Refusal {
        let message = format!("the output folder `{output}` was not made by gongdu, and it is not empty");
        Refusal(
            Diagnostic::error(Code::FOREIGN_OUTPUT, message)
                .with_note(format!("it holds {}", some_of(found)))
                .with_help("choose another folder with --output, or empty this one yourself"),
        )
    }

    /// The site needs places where files stand that no build of ours made.
    pub(super) fn hand_made(output: &str, found: &[String]) -> Refusal {
        let message = format!("the site would write over what gongdu did not make in `{output}`");
        Refusal(
            Diagnostic::error(Code::HAND_MADE_FILE, message)
                .with_note(format!("in the way: {}", some_of(found)))
                .with_help("move or remove what is in the way, then build again"),
        )
    }

    /// The output folder and a folder that the site is made from hold one another.
    pub(super) fn overlap(output: &str, input: &str) -> Refusal {
        let message = format!("the output folder `{output}` and the folder `{input}` must lie apart");
        Refusal(
            Diagnostic::error(Code::OUTPUT_OVERLAPS_INPUT, message)
                .with_help("choose a folder of its own for the site, such as `--output public`"),
        )
    }
}

/// The first few names of a list, and how many more there are.
fn some_of(names: &[String]) -> String {
    const SHOWN: usize = 3;
    let mut text = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        text.push_str(&format!(" and {} more", names.len() - SHOWN));
    }
    text
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Refusal {}
