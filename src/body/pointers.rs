//! What stands at old addresses: an empty element inside the place that has the words now, or a note that shows when a link leads to
//! it, without a script.

use std::fmt::Write as _;

use super::fragment::{RenderContext, own_language, report_language};
use super::medium::Medium;
use crate::ledger::{Lead, Pointer};
use crate::markup::{attribute, escape};
use crate::site::Route;

/// The old ids whose words are part of what stands under `id`.
pub(super) fn ids_inside(context: RenderContext<'_>, id: &str) -> String {
    let ids = if is_published(context) { context.site.old_ids_inside(id) } else { &[] };
    let ids = ids.iter();
    ids.map(|old| format!("<span id=\"{}\"></span>", attribute(old))).collect()
}

/// The notes that open a page of the text: what moved away from it, what is gone before its first leaf. The full text has what moved
/// where it stands now.
pub(super) fn at_top(context: RenderContext<'_>, page: &str) -> String {
    let moved = if is_full(context) || !is_published(context) { &[] } else { context.site.moved_from(page) };
    let mut html: String = moved.iter().map(|pointer| note(context, pointer)).collect();
    let ids = ids_inside(context, page);
    if !ids.is_empty() {
        let _ = writeln!(html, "<div data-ui>{ids}</div>");
    }
    html + &behind(context, page, page)
}

/// The notes of what is gone behind the leaf `id` of a page.
pub(super) fn behind(context: RenderContext<'_>, page: &str, id: &str) -> String {
    if !is_published(context) {
        return String::new();
    }
    let gone = context.site.gone_behind(page, id, is_full(context));
    gone.into_iter().map(|pointer| note(context, pointer)).collect()
}

/// All notes of a page whose text is not rendered leaf by leaf: the glossary, a page that is none any more.
pub fn pointers(context: RenderContext<'_>, pointers: &[Pointer]) -> String {
    pointers.iter().map(|pointer| note(context, pointer)).collect()
}

/// Whether what is made has addresses: nobody links into a file of his own.
fn is_published(context: RenderContext<'_>) -> bool {
    context.medium == Medium::Page
}

fn is_full(context: RenderContext<'_>) -> bool {
    *context.here == context.site.full_route()
}

fn note(context: RenderContext<'_>, pointer: &Pointer) -> String {
    let (site, words) = (context.site, context.site.words);
    let (told, (page, id)) = match &pointer.lead {
        Lead::Moved { page } => ("pointer.moved", (page.as_str(), pointer.id.as_str())),
        Lead::Inside { id } => ("pointer.moved", (pointer.page.as_str(), id.as_str())),
        Lead::Gone { page, id } => ("pointer.gone", (page.as_str(), id.as_str())),
    };
    let mut html = format!(
        "<div class=\"pointer\" id=\"{}\" role=\"note\"{} data-ui><p>{}",
        attribute(&pointer.id),
        own_language(words),
        escape(words.get(told))
    );
    let route = site.address_route(page);
    // A note of what is gone stands where it was, unless its page is none any more.
    let is_there = matches!(pointer.lead, Lead::Gone { .. }) && (route == *context.here || is_full(context));
    if !is_there {
        let _ = write!(
            html,
            " <a href=\"{}\"{}>{}</a>",
            attribute(&context.here.link(&route, id)),
            report_language(words),
            escape(&title(context, &route))
        );
    }
    html.push_str("</p>");
    if !pointer.words.is_empty() {
        let _ = write!(
            html,
            "<p>{}<q{}>{}</q></p>",
            escape(words.get("pointer.words")),
            report_language(words),
            escape(&pointer.words)
        );
    }
    html + "</div>\n"
}

/// What the page at a route is called.
fn title(context: RenderContext<'_>, route: &Route) -> String {
    let page = context.site.pages.iter().find(|page| page.route == *route && !page.page.id.is_opening());
    match page {
        Some(page) => page.page.name(),
        None if *route == context.site.route => context.site.manuscript.title_page.full_title(),
        None => context.site.words.get("glossary.title").to_owned(),
    }
}
