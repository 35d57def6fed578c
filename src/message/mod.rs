//! What the program says, in English and in Chinese: each message is written once in each, side by side. Never prints.

/// A [`Message`]: its English, its Chinese, then the values that both name.
///
/// ```text
/// message!("`{key}` takes {what}", "`{key}` 要写{what}", key = key, what = expected)
/// ```
///
/// A value that one of the languages does not name is a fault of compilation. Names of variables may also stand in the
/// words right away, as in `format!`, where the value is no message itself.
macro_rules! message {
    ($english:literal, $chinese:literal $(,)?) => {
        $crate::message::Message::new(format!($english), format!($chinese))
    };
    ($english:literal, $chinese:literal, $($name:ident = $value:expr),+ $(,)?) => {
        match ($(&$value,)+) {
            ($($name,)+) => {
                use $crate::message::{Language, Say as _};
                $crate::message::Message::new(
                    format!($english, $($name = $name.say(Language::English)),+),
                    format!($chinese, $($name = $name.say(Language::Chinese)),+),
                )
            }
        }
    };
}

/// English and Chinese in one constant text, for a library that keeps words until they are shown: see
/// [`Message::from_one_text`].
macro_rules! both {
    ($english:literal, $chinese:literal $(,)?) => {
        concat!($english, "\u{1F}", $chinese)
    };
}

mod failure;
mod language;
mod wording;

pub use failure::{Failure, reason};
pub use language::Language;
pub use wording::{Message, Say};
pub(crate) use {both, message};
