// The search of a built page without a browser: its own script and indexes, in as much of a page as they touch.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

/** Opens the search page in `file`; gives `find(query)`, which gives the addresses of all results in their order, and what is `said`. */
export function searcher(file) {
  const folder = dirname(file);
  const html = readFileSync(file, 'utf8');
  const sources = [...html.matchAll(/data-search="([^"]*)" data-report="([^"]*)" data-root="([^"]*)"/g)]
    .map(([, search, report, root]) => ({ dataset: { search, report, root }, textContent: report }));
  const said = Object.fromEntries([...html.matchAll(/ data-(wait|none|lost|instead|also|one|many|rest)="([^"]*)"/g)].map(([, name, words]) => [name, words]));
  const list = element();
  const field = element();
  const count = { ...element(), dataset: said };
  const heard = {};
  const form = { ...element(), elements: { q: field }, dataset: { src: /class="search-form"[^>]* data-src="([^"]*)"/.exec(html)[1] }, addEventListener: (name, act) => { heard[name] = act; } };
  const parts = { '.search-form': form, '.results': list, '.result-count': count, '.without-search': element() };
  const run = (path) => vm.runInContext(readFileSync(join(folder, path), 'utf8'), page);
  const page = vm.createContext({
    gongdu: { make: element },
    document: { querySelector: (name) => parts[name] ?? null, querySelectorAll: () => sources, head: { append: ({ src }) => run(src) } },
    location: { href: 'file:///search/' },
    history: { replaceState: () => {} },
    matchMedia: () => ({ matches: false }),
    URL,
  });
  run(/<script src="([^"]*search\.js)"/.exec(html)[1]);
  const find = async (query) => {
    field.value = query;
    heard.input({ isComposing: false });
    await new Promise(setImmediate);
    // The rest, when there is more than what is listed at once.
    list.children.at(-1)?.children[0]?.click?.();
    return list.children.map((item) => item.children[0].href).filter(Boolean);
  };
  return { find, count };
}

// What scripts make, with what they do to it.
function element(tag, words = '', attributes = {}) {
  const own = { ...attributes, textContent: words, children: [], value: '' };
  own.append = (...children) => { own.children.push(...children); children.filter((child) => typeof child === 'object').forEach((child) => { child.parentElement = own; }); };
  own.replaceChildren = () => { own.children = []; };
  own.remove = () => {};
  own.addEventListener = (name, act) => { own[name] = act; };
  return own;
}
