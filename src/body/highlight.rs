//! Code with colours by class. The classes are ours (seven of them); the colours are the theme's, in light and dark.

use std::sync::LazyLock;

use syntect::easy::ScopeRegionIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

use crate::markup::escape;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Which scopes get which class; the first that fits a scope from the inside out is taken.
static CLASSES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    [
        ("comment", "hl-comment"),
        ("string", "hl-string"),
        ("constant.numeric", "hl-number"),
        ("constant", "hl-constant"),
        ("keyword.operator", ""),
        ("keyword", "hl-keyword"),
        ("storage", "hl-keyword"),
        ("entity.name", "hl-name"),
        ("support.function", "hl-name"),
        ("variable.function", "hl-name"),
        ("entity.other.attribute-name", "hl-attribute"),
        ("support", "hl-constant"),
    ]
    .into_iter()
    .filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, class)))
    .collect()
});

/// Escaped HTML of `code`, with `<span class="hl-…">` where the language is known; plain otherwise. Never fails: code that
/// the grammar cannot read stays plain.
pub fn highlight(language: &str, code: &str) -> String {
    let syntax = SYNTAXES.find_syntax_by_token(language).filter(|_| !language.is_empty());
    syntax.and_then(|syntax| coloured(&mut ParseState::new(syntax), code)).unwrap_or_else(|| escape(code).into_owned())
}

fn coloured(state: &mut ParseState, code: &str) -> Option<String> {
    let mut out = String::with_capacity(code.len() * 2);
    let mut stack = ScopeStack::new();
    let mut open = "";
    for line in code.split_inclusive('\n') {
        let operations = state.parse_line(line, &SYNTAXES).ok()?;
        for (piece, operation) in ScopeRegionIterator::new(&operations, line) {
            stack.apply(operation).ok()?;
            if piece.is_empty() {
                continue;
            }
            let class = class_of(&stack);
            // White space needs no colour: it goes on with what was there.
            if class != open && !piece.trim().is_empty() {
                close(&mut out, open);
                if !class.is_empty() {
                    out.push_str(&format!("<span class=\"{class}\">"));
                }
                open = class;
            }
            out.push_str(&escape(piece));
        }
    }
    close(&mut out, open);
    Some(out)
}

fn close(out: &mut String, open: &str) {
    if !open.is_empty() {
        out.push_str("</span>");
    }
}

fn class_of(stack: &ScopeStack) -> &'static str {
    let scopes = stack.as_slice().iter().rev();
    let mut classes = scopes
        .filter_map(|scope| CLASSES.iter().find(|(known, _)| known.is_prefix_of(*scope)).map(|(_, class)| *class));
    classes.next().unwrap_or("")
}
