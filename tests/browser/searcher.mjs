// The search of a built page without a browser: its own script and indexes, in as much of a page as they touch.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

/** What the search page in `file` is told of each report besides its sentences: its `pairs` of traditional and simplified characters, and the ids of its `targets`. */
export function searched(file) {
  return sourcesOf(readFileSync(file, 'utf8')).map(({ dataset }) => {
    let told;
    const gongdu = { search: (id, sentences, pairs, initials, targets) => { told = { pairs: [...pairs], targets: [...targets] }; } };
    vm.runInNewContext(readFileSync(join(dirname(file), dataset.search), 'utf8'), { gongdu });
    return told;
  });
}

/** Opens the search page in `file`; gives `find(query)`, which gives the addresses of all results in their order, and what is `said`. */
export function searcher(file) {
  const folder = dirname(file);
  const html = readFileSync(file, 'utf8');
  const list = element();
  const field = element();
  const count = { ...element(), dataset: dataOf(/<p class="result-count[^>]*>/.exec(html)[0]) };
  const heard = {};
  const dataset = dataOf(/<form class="search-form[^>]*>/.exec(html)[0]);
  const form = { ...element(), elements: { q: field, in: element(), year: element() }, dataset, addEventListener: (name, act) => { heard[name] = act; } };
  const parts = { '.search-form': form, '.results': list, '.result-count': count, '.without-search': element() };
  const run = (path) => vm.runInContext(readFileSync(join(folder, path), 'utf8'), page);
  const fetched = (script) => {
    run(script.src);
    queueMicrotask(script.onload);
  };
  const sources = sourcesOf(html);
  const page = vm.createContext({
    gongdu: { make: element },
    document: { querySelector: (name) => parts[name] ?? null, querySelectorAll: () => sources, head: { append: fetched } },
    location: { href: 'file:///search/' },
    history: { replaceState: () => {} },
    matchMedia: () => ({ matches: false }),
    TextDecoder,
    URL,
  });
  for (const [, path] of html.matchAll(/<script src="([^"]*(?:holders|search)\.[^"]*js)"/g)) run(path);
  const find = async (query) => {
    field.value = query;
    heard.input({ isComposing: false });
    // Whatever is fetched is there at once: when nothing is left to do, the answer stands.
    await new Promise(setImmediate);
    // The rest, when there is more than what is listed or read at once.
    for (let button; (button = list.children.at(-1)?.children[0])?.click; await new Promise(setImmediate)) button.click();
    return list.children.map((item) => item.children[0].href).filter(Boolean);
  };
  return { find, count };
}

// The links to the reports on a search page, with what is said of each.
function sourcesOf(html) {
  return [...html.matchAll(/<a [^>]*data-search="[^>]*>/g)].map(([tag]) => ({ dataset: dataOf(tag), textContent: '' }));
}

function dataOf(tag) {
  return Object.fromEntries([...tag.matchAll(/ data-([a-z]+)="([^"]*)"/g)].map(([, name, words]) => [name, words]));
}

// What scripts make, with what they do to it.
function element(tag, words = '', attributes = {}) {
  const own = { ...attributes, textContent: words, children: [], value: '' };
  own.append = (...children) => { own.children.push(...children); children.filter((child) => typeof child === 'object').forEach((child) => { child.parentElement = own; }); };
  own.replaceChildren = () => { own.children = []; };
  own.remove = () => { own.parentElement.children = own.parentElement.children.filter((one) => one !== own); };
  own.addEventListener = (name, act) => { own[name] = act; };
  return own;
}
