// Any words of the report are found, in every sentence that has them and in no other; without script there are the indexes.

import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectNothing } from './findings.mjs';
import { expect, test as base } from './fixtures.mjs';

// Everyday words, figures with their signs, one character, words across the end of a sentence, an old and a wrong word.
const QUERIES = ['学校', '养老', '6.5%', '712亿元', '“431”', '四好”农村路', '双减', '路', '。全', '1.5%以内', '般阳', 'PM2.5', '不存在的词组'];

const test = base.extend({
  search: ({ pageAt }, use) => use(pageAt('zichuan-2023/search/index.html')),
  // What a reader of the pages themselves would find: the paragraphs of the text.
  paragraphs: ({ pages }, use) => use(pages
    .filter((one) => one.kind === 'section' && one.path.startsWith('zichuan-2023/'))
    .flatMap((one) => [...one.html.matchAll(/<p id="[^"]*p\d+"[^>]*>([\s\S]*?)<\/p>/g)].map((match) => textOf(match[1])))),
});

test('a query finds every place of the text that has its words, and nothing else', ({ search, paragraphs, visit }) =>
  visit(search.url, { width: 390 }, async (view) => {
    for (const query of QUERIES) {
      await view.fill('input[name=q]', query);
      const due = paragraphs.filter((paragraph) => paragraph.includes(query)).length;
      // Until the answer is there, the list is still that of the query before.
      await expect(async () => {
        const found = await listed(view);
        const hit = new Set(found.filter(({ href }) => /#\d+(-\d+)?p\d+s/.test(href)).map(({ href }) => href.replace(/s\d+$/, '')));
        expect(hit.size, `${query} is in ${due} paragraphs`).toBe(due);
        const across = query.includes('。') && !query.endsWith('。');
        const without = found.filter((one) => !across && !(one.text.includes(query) && one.mark));
        expect(without.map(({ text }) => text), `each has ${query}`).toEqual([]);
      }).toPass({ timeout: 20_000 });
      await expect(view.locator('.result-count')).toHaveText(/\d|没有/);
    }
  }));

test('every result leads to its sentence', ({ search, visit }) =>
  visit(`${search.url}?q=${encodeURIComponent('企业')}`, {}, async (view) => {
    await view.locator('.results a').first().waitFor();
    await expect(view.locator('.result-count')).toHaveText(/\d/);
    const found = await listed(view);
    expect(found.length).toBeGreaterThan(1);
    await expectNothing(found.map((one) => ({ ...one, name: one.href })), ({ href, text }) =>
      visit(href, {}, async (page) => {
        const there = await page.evaluate((id) => document.getElementById(id)?.textContent ?? '', new URL(href).hash.slice(1));
        // In the glossary the term and what it means are two lines.
        const start = text.trim().slice(0, new URL(href).pathname.includes('glossary') ? text.indexOf('：') : 12);
        return textOf(there).includes(start) ? [] : [`does not hold “${text.slice(0, 24)}”`];
      }));
  }));

test('words that are written another way are found where the very words are nowhere', ({ search, visit }) =>
  visit(search.url, {}, async (view) => {
    for (const [asked, held] of [['６.５％', '6.5%'], ['"431"现代产业体系', '431”现代产业体系'], ['高速 路网', '高速路网'], ['四好农村路', '四好”农村路'], ['pm2.5', 'PM2.5']]) {
      await view.fill('input[name=q]', asked);
      await expect.poll(() => view.locator('.results mark').allTextContents(), asked).toContain(held);
    }
  }));

test('words in the other script, with a stray space, in other quotes are found as they are written and otherwise, as written first', ({ search, visit }) =>
  visit(search.url, {}, async (view) => {
    for (const [asked, held] of [['營商環境', '营商环境'], ['6.5 %', '6.5%'], ['養老', '养老']]) {
      await view.fill('input[name=q]', asked);
      await expect.poll(() => view.locator('.results mark').allTextContents(), asked).toContain(held);
      await expect(view.locator('.result-count')).toHaveText(/^找到 \d+ 句$/);
    }
    await view.fill('input[name=q]', '”');
    await expect.poll(() => view.locator('.results mark').first().textContent()).toBe('”');
  }));

// Both reports of the library, each on its own search page.
for (const report of ['zichuan-2023', 'yunnan-2025']) {
  test(`500 random pieces of ${report}, a third of them written otherwise, are found in all their paragraphs and in no other`, ({ pages, visit }) => {
    const own = pages.filter((one) => one.path.startsWith(`${report}/`));
    const texts = new Map(own.filter((one) => one.kind === 'full').flatMap((one) =>
      [...one.html.matchAll(/<p id="([^"]*p\d+)"[^>]*>([\s\S]*?)<\/p>/g)].map((match) => [match[1], textOf(match[2]).replaceAll('\n', '')])));
    const at = own.find((one) => one.path.endsWith('search/index.html'));
    const { script } = JSON.parse(/\((.*)\)/.exec(readFileSync(fileURLToPath(new URL(everydayOf(at), at.file)), 'utf8'))[1]);
    const pairs = [...script].reduce((all, sign, index, signs) => (index % 2 ? all : [...all, [sign, signs[index + 1]]]), []);
    return visit(at.url, {}, async (view) => {
      const faults = await view.evaluate(findAll, { texts: [...texts], queries: pieces([...texts.values()], new Map(pairs.map(([old, plain]) => [plain, old]))), pairs });
      expect(faults).toEqual([]);
    });
  });
}

test('where the words are nowhere, what reports write for them is found, and it is said', ({ search, visit }) =>
  visit(search.url, {}, async (view) => {
    for (const [asked, held] of [['老人', '老年'], ['雾霾', 'PM2.5'], ['洪山镇', '洪山'], ['暖气', '供热']]) {
      await view.fill('input[name=q]', asked);
      await expect(view.locator('.result-count')).toContainText(new RegExp(`没有“${asked}”，另找了：.*${held}.*。 找到 \\d+ 句`));
      await expect.poll(() => view.locator('.results mark').allTextContents(), asked).toContain(held);
      const said = await view.locator('.result-count').textContent();
      const marks = await view.locator('.results mark').allTextContents();
      expect(marks.filter((mark) => !said.includes(mark)), `${asked}: marked and not said`).toEqual([]);
      // Those with more of the words stand before those with fewer.
      const counts = await view.locator('.results a').evaluateAll((links) =>
        links.map((link) => new Set([...link.querySelectorAll('mark')].map((mark) => mark.textContent)).size));
      expect(counts[0], asked).toBe(Math.max(...counts));
      await expect(view.locator('.index').first()).toBeHidden();
    }
  }));

test('what is found as it is written is never mixed with anything else', ({ search, visit }) =>
  visit(search.url, {}, async (view) => {
    await view.fill('input[name=q]', '学校');
    await expect(view.locator('.result-count')).toHaveText(/^找到 \d+ 句$/);
    const loaded = await view.evaluate(() => performance.getEntriesByType('resource').map((one) => one.name));
    expect(loaded.filter((name) => name.includes('everyday'))).toEqual([]);
  }));

test('where nothing is found the indexes stay in sight', ({ search, visit }) =>
  visit(`${search.url}?q=${encodeURIComponent('不存在的词组')}`, {}, async (view) => {
    await expect(view.locator('.result-count')).toContainText('没有找到');
    await expect(view.locator('.index').first()).toBeVisible();
    await expect(view.locator('.results > *')).toHaveCount(0);
  }));

test('the field of the overview leads to the results', ({ pageAt, visit }) =>
  visit(pageAt('zichuan-2023/index.html').url, { width: 390 }, async (view) => {
    await view.fill('input[name=q]', '老人');
    await view.locator('.search-form button').click();
    await expect(view).toHaveURL(/search\/index\.html\?q=/);
    await expect(view.locator('.results mark').first()).toBeVisible();
  }));

test('it works from a disk', ({ search, visit }) =>
  visit(`${search.file}?q=${encodeURIComponent('企业')}`, {}, async (view) => {
    await expect.poll(() => view.locator('.results a').count()).toBeGreaterThan(1);
  }));

test('over several reports one may be chosen', ({ pages, visit }) => {
  const all = pages.find((one) => one.name === 'library: search/index.html');
  return visit(`${all.url}?q=${encodeURIComponent('云南')}`, {}, async (view) => {
    await expect(view.locator('.results a').first()).toHaveAttribute('href', /yunnan-2025/);
    await view.selectOption('select[name=in]', { label: '淄川区' });
    await expect(view.locator('.results > *')).toHaveCount(0);
    await view.selectOption('select[name=in]', { label: '山东省' });
    await view.fill('input[name=q]', '淄川');
    await expect(view.locator('.results a').first()).toHaveAttribute('href', /zichuan-2023/);
    await view.selectOption('select[name=year]', '2025');
    await expect(view.locator('.result-count')).toHaveText(/没有/);
    // As the address of a search was written before places could be chosen.
    await view.goto(`${all.url}?q=${encodeURIComponent('企业')}&in=zichuan-2023`);
    await expect(view.locator('.results a').first()).toHaveAttribute('href', /zichuan-2023/);
    await expect(view.locator('select[name=in] option:checked')).toHaveText('淄川区');
  });
});

test('headings and terms are found by the initials of their words', ({ search, visit }) =>
  visit(search.url, {}, async (view) => {
    for (const [asked, held] of [['shnc', '四好农村'], ['ylfw', '养老服务']]) {
      await view.fill('input[name=q]', asked);
      await expect(view.locator('.result-count')).toHaveText(/^按拼音首字母.* 找到 \d+ 句$/);
      expect(await view.locator('.results mark').allTextContents(), asked).toContainEqual(expect.stringContaining(held));
    }
  }));

test('without script the page is an index of terms and figures', ({ search, visit }) =>
  visit(search.url, { script: false }, async (view) => {
    expect(await view.locator('.index a').count()).toBeGreaterThan(100);
    await expect(view.locator('.search-form')).toBeHidden();
  }));

test('one report takes at most 30 KB of data and 4.3 KB of script', ({ search }) => {
  const weigh = (path) => gzipSync(readFileSync(fileURLToPath(new URL(path, search.file)))).length;
  expect(weigh(/data-search="([^"]*)"/.exec(search.html)[1]), 'bytes of data').toBeLessThanOrEqual(30_000);
  expect(weigh(/src="([^"]*search\.[^"]*js)"/.exec(search.html)[1]), 'bytes of script').toBeLessThanOrEqual(4_300);
});

// The address of the table of everyday words, which has the characters of the other script too.
function everydayOf(page) {
  return /data-src="([^"]*everyday[^"]*)"/.exec(page.html)[1];
}

// All results, as they are listed when the rest is asked for too.
async function listed(view) {
  const rest = view.locator('.results button');
  while (await rest.count()) await rest.click({ timeout: 2_000 });
  return view.locator('.results a').evaluateAll((links) => links.map((link) => ({ text: link.textContent, href: link.href, mark: !!link.querySelector('mark') })));
}

// The words without marks of the interface.
function textOf(html) {
  return html
    .replace(/<a class="(?:anchor|to-chart)"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

// 500 pieces of one to six characters, the same at every run; of each three one is written in the other script or width.
function pieces(texts, old) {
  let seed = 7;
  const random = (below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
  return Array.from({ length: 500 }, (_, index) => {
    const text = texts[random(texts.length)];
    const from = random(text.length);
    const piece = text.slice(from, from + 1 + random(6));
    const wide = (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
    return index % 3 ? piece : [...piece].map((sign) => old.get(sign) ?? (/[!-~]/.test(sign) ? wide(sign) : sign)).join('');
  });
}

// In the page: for each query the paragraphs that were found, against those whose folded text has it.
async function findAll({ texts, queries, pairs }) {
  const script = new Map(pairs);
  const fold = (words) => [...words.normalize('NFKC').toLowerCase()].map((sign) => script.get(sign) ?? sign).join('').replace(/[“”"'‘’「」『』\s]/g, '');
  const field = document.querySelector('input[name=q]');
  const shown = () => [...document.querySelectorAll('.results a')].map((link) => link.getAttribute('href').split('#')[1]);
  const rest = () => document.querySelector('.results button');
  const settle = async () => { do await new Promise((done) => { setTimeout(done); }); while (!/\d|没有/.test(document.querySelector('.result-count').textContent)); };
  const faults = [];
  for (const query of queries) {
    const wanted = query.trim();
    if (!wanted) continue;
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    if (rest()) rest().click();
    const found = new Set(shown().filter((id) => /p\d+s\d+$/.test(id)).map((id) => id.replace(/s\d+$/, '')));
    const folded = fold(wanted);
    const due = texts.filter(([, text]) => (folded ? fold(text).includes(folded) : text.includes(wanted))).map(([id]) => id);
    const lost = due.filter((id) => !found.has(id));
    const false_ = [...found].filter((id) => !due.includes(id));
    if (lost.length || false_.length) faults.push(`${query}: lost ${lost.slice(0, 3)}, false ${false_.slice(0, 3)}`);
  }
  return faults;
}
