// Sets the stage: the built sites served, and their pages by kind.

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './server.mjs';
import { REPORT, SECOND } from './site.mjs';

// Below a sub-path, so that a link that only works at the root of a host is found out.
const ALONE = '/some/where/';
const LIBRARY = '/else/where/deep/';
const ENGLISH = '/abroad/';

const MANY = ['figure-page', 'topic'];
const FEW = 2;

/**
 * Serves the sites that were built into `folder`; gives `{ pages, kinds, secondKinds, english, englishKinds, pageAt(path), close() }`.
 *
 * `pages` are the pages of the included site, of figures and topics a few of each report, and those of the library that are not there already; `kinds` is one of
 * each kind, and `secondKinds` one of each kind of the library's other report; `english` are the pages of an official
 * site in English, and `englishKinds` one of each kind of those. A page is `{ name, kind, url, path, file, root, html }`: `path` from the root of its site, `file` its
 * address on disk.
 */
export async function raise(folder) {
  const site = (name) => join(folder, name, 'site');
  const server = await serve({ [ALONE]: site('alone'), [LIBRARY]: site('library'), [ENGLISH]: site('english') });
  const alone = pagesOf(site('alone'), server.origin + ALONE, '');
  const library = pagesOf(site('library'), server.origin + LIBRARY, 'library: ')
    .filter((page) => !page.path.startsWith(`${REPORT}/`));
  const english = pagesOf(site('english'), server.origin + ENGLISH, 'english: ');
  const pages = [...alone, ...library];
  const kinds = oneOfEach(pages);
  const secondKinds = oneOfEach(library.filter((page) => page.path.startsWith(`${SECOND}/`)));
  const pageAt = (path) => {
    const found = alone.find((one) => one.path === path);
    if (!found) throw new Error(`the site has no page ${path}`);
    return found;
  };
  return { pages, kinds, secondKinds, english, englishKinds: oneOfEach(english), pageAt, close: server.close };
}

function oneOfEach(pages) {
  return [...new Map(pages.toReversed().map((page) => [page.kind, page])).values()].toReversed();
}

function pagesOf(root, base, prefix) {
  return readdirSync(root, { recursive: true })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => {
      const html = readFileSync(join(root, path), 'utf8');
      const file = pathToFileURL(join(root, path)).href;
      return { name: prefix + path, kind: kindOf(path, html), url: base + path, path, root: base, file, html };
    })
    .filter(standsForItself());
}

// A report has hundreds of pages of figures and dozens of topics, alike but for their words: a few of each report stand for all.
function standsForItself() {
  const left = new Map();
  return (page) => {
    if (!MANY.includes(page.kind)) return true;
    const alike = `${page.path.split('/')[0]} ${page.kind} ${page.html.includes('c-chart')}`;
    left.set(alike, (left.get(alike) ?? FEW) - 1);
    return left.get(alike) >= 0;
  };
}

// The theme names the kind of a page on its body; plain pages have no more in common than that.
function kindOf(path, html) {
  const named = /<body[^>]*\bclass="([^" ]+)/.exec(html)?.[1] ?? 'plain';
  return named === 'plain' ? path.replace(/(\/index)?\.html$/, '') : named;
}
