//! Quotation marks of every kind that reports are printed with.

/// Whether a character is a quotation mark of any kind.
pub(super) fn is_quote(c: char) -> bool {
    is_open(c) || is_close(c)
}

/// Whether a character can open a quotation.
pub(super) fn is_open(c: char) -> bool {
    matches!(c, '“' | '‘' | '「' | '『' | '＂' | '"' | '\'')
}

/// Whether a character can close a quotation.
pub(super) fn is_close(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '＂' | '"' | '\'')
}
