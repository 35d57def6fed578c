// Whatever is asked in a report's own words, in any width, quotes or script, is found in all paragraphs that have it and in no other:
// random pieces, every figure and term, fifty queries written otherwise; in the included report, an imported one, and a library of forty.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.mjs';
import { searched, searcher } from './searcher.mjs';
import { textOf } from './text.mjs';

const wide = (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
const QUOTES = { '“': '「', '”': '」' };

for (const report of ['zichuan-2023', 'yunnan-2025']) {
  test(`${report}: random pieces, all figures and terms, fifty written otherwise`, ({ pages }) => {
    const own = pages.filter((one) => one.path.startsWith(`${report}/`));
    const of = (kind, pattern) => own.filter((one) => one.kind === kind).flatMap((one) => [...one.html.matchAll(pattern)].map((match) => textOf(match[1])));
    const texts = paragraphs(own.find((one) => one.kind === 'full').html, '');
    const at = own.find((one) => one.path.endsWith('search/index.html'));
    const figures = of('figures', /<a class="f-words"[^>]*>(.*?)<\/a>/g);
    const terms = of('glossary', /<dfn>(.*?)<\/dfn>/g);
    expect(figures.length).toBeGreaterThan(20);
    return hold(fileURLToPath(at.file), texts, pairsOf(searched(fileURLToPath(at.file))), [...figures, ...terms]);
  });
}

test('a library of forty reports: random pieces, numbers of all of them, fifty written otherwise', () => {
  const site = join(process.env.GONGDU_SITES, 'many', 'site');
  const ids = Array.from({ length: 40 }, (_, index) => `r${Math.floor(index / 4)}-${[2023, 2026, 2024, 2025][index % 4]}`);
  const texts = ids.flatMap((id) => paragraphs(readFileSync(join(site, id, 'full', 'index.html'), 'utf8'), `${id}/`));
  const reports = searched(join(site, 'search', 'index.html'));
  const numbers = texts.flatMap(([, text]) => text.match(/\d[\d.]*%?[\u4e00-\u9fa5]{1,2}/g) ?? []).filter((_, index) => index % 10 === 0);
  expect(texts.length).toBeGreaterThan(200);
  return hold(join(site, 'search', 'index.html'), texts, pairsOf(reports), numbers);
});

// What the search page in `file` finds, against `texts`, for pieces of them and for `more`.
async function hold(file, texts, pairs, more) {
  const script = new Map(pairs);
  const old = new Map(pairs.map(([traditional, plain]) => [plain, traditional]));
  const fold = (words) => [...words.normalize('NFKC').toLowerCase()].map((sign) => script.get(sign) ?? sign).join('').replace(/[“”"'‘’「」『』\s]/g, '');
  const flat = texts.map(([id, text]) => [id, text, fold(text)]);
  const otherwise = (piece) => [...piece].map((sign) => QUOTES[sign] ?? old.get(sign) ?? (/[!-~]/.test(sign) ? wide(sign) : sign)).join('');
  const words = texts.map(([, text]) => text);
  const { find, count } = searcher(file);
  const faults = [];
  for (const query of new Set([...pieces(words, 500), ...pieces(words, 50).map(otherwise), ...more])) {
    const wanted = query.trim();
    const listed = (await find(wanted)).map(paragraphOf).filter(Boolean);
    const asked = fold(wanted);
    const due = new Set(flat.filter(([, text, own]) => (asked ? own.includes(asked) : text.includes(wanted))).map(([id]) => id));
    // What is found in other words is said, and stands behind.
    const end = count.textContent.includes('另找') ? listed.findIndex((id) => !due.has(id)) : -1;
    const found = new Set(end < 0 ? listed : listed.slice(0, end));
    const lost = [...due].filter((id) => !found.has(id));
    const wrong = [...found].filter((id) => !due.has(id));
    if (lost.length || wrong.length) faults.push(`${query}: lost ${lost.slice(0, 3)}, false ${wrong.slice(0, 3)}`);
  }
  expect(faults).toEqual([]);
}

// The paragraph that a result is in, in a library behind the report's name; a heading or an entry of the glossary is in none.
function paragraphOf(href) {
  const id = href.slice(href.indexOf('#') + 1);
  const report = /\b(r\d+-\d{4})\//.exec(href);
  return /p\d+s\d+$/.test(id) ? (report ? `${report[1]}/` : '') + id.replace(/s\d+$/, '') : null;
}

// The paragraphs of a page of a whole text: the id of each, and its words.
const paragraphs = (html, before) =>
  [...html.matchAll(/<p id="([^"]*p\d+)"[^>]*>([\s\S]*?)<\/p>/g)].map((match) => [before + match[1], textOf(match[2]).replaceAll('\n', '')]);

// The traditional characters that the indexes know, each with the simplified one.
function pairsOf(reports) {
  const signs = reports.flatMap(({ pairs }) => pairs);
  return signs.flatMap((sign, index) => (index % 2 ? [] : [[sign, signs[index + 1]]]));
}

// Pieces of one to six characters, the same at every run.
function pieces(texts, count) {
  let seed = 7;
  const random = (below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
  return Array.from({ length: count }, () => {
    const text = texts[random(texts.length)];
    const from = random(text.length);
    return text.slice(from, from + 1 + random(6));
  }).filter((piece) => piece.trim());
}
