//! Words with everything that lies over them: sentences, the author's styles and links, terms, figures. Spans may cross;
//! the elements made of them never do: where two cross, the inner one is closed and opened again.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::fragment::{Fragment, RenderContext, own_language};
use super::medium::Medium;
use super::pointers;
use crate::markdown::{Inline, Style};
use crate::markup::{attribute, escape};
use crate::site::{Destination, FigureIndex, LeafBlock};
use crate::text::{Span, kept};

/// A run of words that becomes an element.
struct Layer {
    span: Span,
    /// Outer layers have lower ranks.
    rank: usize,
    open: String,
    /// The opening tag after the first time: an id stands only once.
    again: String,
    close: &'static str,
}

/// Writes a leaf's words into `out`.
pub(super) fn write(context: RenderContext<'_>, text: &Inline, leaf: Option<&LeafBlock>, out: &mut Fragment) {
    let mut layers = author_layers(context, text);
    if let Some(leaf) = leaf {
        layers.extend(leaf.sentences.iter().map(|(span, id)| sentence(context, *span, id)));
        for mention in &leaf.mentions {
            // A note is read once on a page.
            let is_link = mention.linked && (out.terms.insert(mention.term) || !context.has_notes());
            if is_link {
                layers.push(term(context, mention.span, mention.term));
            }
            // A mark inside the link is part of it.
            let apart = mention.mark.filter(|mark| !(is_link && mention.span.overlaps(*mark)));
            layers.extend(apart.map(|mark| reference(context, mark, mention.term)));
        }
        let mut links: Vec<Span> =
            layers.iter().filter(|layer| layer.close == "</a>").map(|layer| layer.span).collect();
        for (span, figure) in &leaf.figures {
            let inside_link = links.iter().any(|link| link.overlaps(*span));
            layers.push(self::figure(context, *span, *figure, inside_link));
            layers.extend(numbers(context, text, *span, *figure));
            links.push(*span);
        }
    }
    layers.retain(|layer| !layer.span.is_empty());
    layers.sort_by_key(|layer| (layer.rank, layer.span.start, std::cmp::Reverse(layer.span.end)));
    let mut edges: Vec<usize> = layers.iter().flat_map(|layer| [layer.span.start, layer.span.end]).collect();
    edges.extend([0, text.text.len()]);
    edges.sort_unstable();
    edges.dedup();
    let mut open: Vec<usize> = Vec::new();
    let mut opened = vec![false; layers.len()];
    let mut by_start: Vec<usize> = (0..layers.len()).collect();
    by_start.sort_by_key(|index| layers[*index].span.start);
    let mut coming = by_start.into_iter().peekable();
    // The layers that the piece stands in.
    let mut around: BTreeSet<usize> = BTreeSet::new();
    for pair in edges.windows(2) {
        let piece = Span::new(pair[0], pair[1]);
        while let Some(index) = coming.next_if(|index| layers[*index].span.start <= piece.start) {
            around.insert(index);
        }
        around.retain(|index| layers[*index].span.end >= piece.end);
        let wanted: Vec<usize> = around.iter().copied().collect();
        let kept = open.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
        close(&mut open, kept, &layers, context, leaf, piece.start, out);
        for index in &wanted[kept..] {
            out.html.push_str(if opened[*index] { &layers[*index].again } else { &layers[*index].open });
            opened[*index] = true;
        }
        open.truncate(kept);
        open.extend(&wanted[kept..]);
        out.html.push_str(&escape(piece.of(&text.text)).replace('\n', "<br>"));
    }
    close(&mut open, 0, &layers, context, leaf, text.text.len(), out);
}

/// Closes the elements above the first `kept`. Behind a sentence that ends here stand the links to its charts.
fn close(
    open: &mut Vec<usize>,
    kept: usize,
    layers: &[Layer],
    context: RenderContext<'_>,
    leaf: Option<&LeafBlock>,
    at: usize,
    out: &mut Fragment,
) {
    while open.len() > kept {
        let Some(index) = open.pop() else { return };
        let layer = &layers[index];
        let sentence_ends = layer.rank == SENTENCE && layer.span.end == at;
        if sentence_ends && let Some(leaf) = leaf {
            chart_links(context, leaf, layer.span, &mut out.html);
        }
        out.html.push_str(layer.close);
    }
}

const SENTENCE: usize = 0;
const AUTHOR: usize = 1;
const TERM: usize = 1000;
const FIGURE: usize = 1001;
const NUMBER: usize = 1002;

fn sentence(context: RenderContext<'_>, span: Span, id: &str) -> Layer {
    let open = format!("<span class=\"s\" id=\"{}\">{}", attribute(id), pointers::ids_inside(context, id));
    Layer { span, rank: SENTENCE, open, again: "<span class=\"s\">".into(), close: "</span>" }
}

fn term(context: RenderContext<'_>, span: Span, term: usize) -> Layer {
    let id = attribute(&context.site.terms[term].id);
    let href = entry(context, term);
    let open = match context.medium {
        Medium::Page => format!("<a class=\"term\" href=\"{}\" data-term=\"{id}\">", attribute(&href)),
        Medium::Book if context.has_notes() => {
            format!("<a class=\"term\" epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n-{id}\">")
        }
        Medium::File | Medium::Book => format!("<a class=\"term\" href=\"{}\">", attribute(&href)),
    };
    Layer { span, rank: TERM, again: open.clone(), open, close: "</a>" }
}

/// The link to the entry of a term; every medium has the glossary.
fn entry(context: RenderContext<'_>, term: usize) -> String {
    context.link(&context.site.glossary_route(), &context.site.terms[term].id).unwrap_or_default()
}

/// A printed mark leads to its entry, as it does on paper, also where the term before it is no link.
fn reference(context: RenderContext<'_>, span: Span, term: usize) -> Layer {
    let href = entry(context, term);
    let open = format!("<sup class=\"mark\"><a href=\"{}\">", attribute(&href));
    Layer { span, rank: TERM, again: open.clone(), open, close: "</a></sup>" }
}

/// A figure is a link to its own page, or to its row in the table; a script shows in place what it is of. Inside another link it can
/// only be a plain span, and where there are no such pages.
fn figure(context: RenderContext<'_>, span: Span, figure: FigureIndex, inside_link: bool) -> Layer {
    let own = &context.site.figures[figure.0];
    let id = attribute(&own.row.id);
    if inside_link || context.medium != Medium::Page {
        let open = format!("<span class=\"fig\" id=\"{id}\">");
        return Layer { span, rank: FIGURE, open, again: "<span class=\"fig\">".into(), close: "</span>" };
    }
    let href = context.site.figure_link(context.here, figure);
    let class = if is_whole(context, figure) { "fig whole" } else { "fig" };
    let tag = format!(
        "<a class=\"{class}\" href=\"{}\" data-of=\"{}\" data-when=\"{}\"",
        attribute(&href),
        attribute(&own.row.indicator),
        attribute(&own.when(context.site.words))
    );
    Layer { span, rank: FIGURE, open: format!("{tag} id=\"{id}\">"), again: format!("{tag}>"), close: "</a>" }
}

/// A number and its unit are not broken over two lines; the words around them are. Where a figure is nothing else, it is
/// whole itself.
fn numbers(context: RenderContext<'_>, text: &Inline, span: Span, figure: FigureIndex) -> Vec<Layer> {
    let open = "<span class=\"whole\">";
    let layer = |number: Span| Layer {
        span: Span::new(span.start + number.start, span.start + number.end),
        rank: NUMBER,
        open: open.into(),
        again: open.into(),
        close: "</span>",
    };
    if context.medium != Medium::Page || is_whole(context, figure) {
        return Vec::new();
    }
    let words = span.of(&text.text);
    let of_several = |number: &Span| number.of(words).chars().count() > 1;
    let numbers = kept(words, &context.site.figures[figure.0].row.unit);
    numbers.into_iter().filter(of_several).map(layer).collect()
}

/// Whether a figure's words are a number and its unit alone.
fn is_whole(context: RenderContext<'_>, figure: FigureIndex) -> bool {
    let row = &context.site.figures[figure.0].row;
    matches!(kept(&row.words, &row.unit)[..], [only] if only == Span::new(0, row.words.len()))
}

fn author_layers(context: RenderContext<'_>, text: &Inline) -> Vec<Layer> {
    let lead = text.lead();
    let mut layers = Vec::new();
    for (order, mark) in text.marks.iter().enumerate() {
        let (open, close) = match &mark.style {
            Style::Strong if lead == Some(mark.span) => ("<strong class=\"lead\">".to_owned(), "</strong>"),
            Style::Strong => ("<strong>".to_owned(), "</strong>"),
            Style::Emphasis => ("<em>".to_owned(), "</em>"),
            Style::Code => ("<code>".to_owned(), "</code>"),
            Style::Link { destination: address, title, .. } => match link(context, address, title) {
                Some(open) => (open, "</a>"),
                None => continue,
            },
        };
        // A lead lies outside its sentence only if it holds several; then the sentences are cut, never the styles.
        layers.push(Layer { span: mark.span, rank: AUTHOR + order, again: open.clone(), open, close });
    }
    layers
}

/// The opening tag of an author's link; `None` when it may not be one (the build has reported it).
fn link(context: RenderContext<'_>, address: &str, title: &str) -> Option<String> {
    let (href, rel) = match context.site.destination(address, context.here) {
        Destination::Inside(route, fragment) => (context.link(&route, &fragment)?, ""),
        Destination::Outside(address) => (address, " rel=\"noopener\""),
        Destination::Refused | Destination::Unknown => return None,
    };
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", attribute(title)) };
    Some(format!("<a href=\"{}\"{title}{rel}>", attribute(&href)))
}

/// A link to each chart that draws a figure of the sentence `span`. The words of the site would stand in the midst of a book.
fn chart_links(context: RenderContext<'_>, leaf: &LeafBlock, span: Span, html: &mut String) {
    if context.medium == Medium::Book {
        return;
    }
    let mut charts: Vec<usize> = leaf
        .figures
        .iter()
        .filter(|(figure, _)| span.contains(*figure))
        .flat_map(|(_, figure)| &context.site.figures[figure.0].charts)
        .copied()
        .collect();
    charts.sort_unstable();
    charts.dedup();
    for chart in charts {
        let chart = &context.site.charts[chart];
        let subject = &chart.chart.subject;
        let Some(href) = context.link(&chart.route, "") else { continue };
        let words = context.site.words;
        let _ = write!(
            html,
            "<a class=\"to-chart\" href=\"{}\" aria-label=\"{}\"{} data-ui>{}</a>",
            attribute(&href),
            attribute(&words.fill("text.chart_of", &[("chart", subject)])),
            own_language(words),
            escape(words.get("text.chart")),
        );
    }
}
