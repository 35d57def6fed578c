//! Charts: numbers in, SVG and table out. Knows no pages, and no colours by name (classes only).
