// Any words of the report are found, in every sentence that has them and in no other; without script there are the indexes.

import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectNothing } from './findings.mjs';
import { expect, test as base } from './fixtures.mjs';
import { searched } from './searcher.mjs';
import { textOf } from './text.mjs';

// Everyday words, figures with their signs, one character, words across the end of a sentence, an old and a wrong word.
const QUERIES = ['学校', '医疗', '6.5%', '712亿元', '“431”', '四好”农村路', '双减', '路', '。全', '1.5%以内', '般阳', 'PM2.5', '不存在的词组'];

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
    for (const [asked, held] of [['營商環境', '营商环境'], ['6.5 %', '6.5%'], ['企業', '企业']]) {
      await view.fill('input[name=q]', asked);
      await expect.poll(() => view.locator('.results mark').allTextContents(), asked).toContain(held);
      await expect(view.locator('.result-count')).toHaveText(/^找到 \d+ 句$/);
    }
    await view.fill('input[name=q]', '”');
    await expect.poll(() => view.locator('.results mark').first().textContent()).toBe('”');
  }));

test('where the words are nowhere, what reports write for them is found, and it is said', ({ search, visit }) =>
  visit(search.url, {}, async (view) => {
    const [{ targets }] = searched(fileURLToPath(search.file));
    expect(targets.length).toBeGreaterThan(10);
    for (const [asked, held] of [['老人', '老年'], ['雾霾', 'PM2.5'], ['洪山镇', '洪山'], ['暖气', '供热']]) {
      await view.fill('input[name=q]', asked);
      await expect(view.locator('.result-count')).toContainText(new RegExp(`没有“${asked}”，另找了：.*${held}.*。 找到 \\d+ 句`));
      await expect.poll(() => view.locator('.results mark').allTextContents(), asked).toContain(held);
      const said = await view.locator('.result-count').textContent();
      const marks = await view.locator('.results mark').allTextContents();
      expect(marks.filter((mark) => !said.includes(mark)), `${asked}: marked and not said`).toEqual([]);
      // Targets of the year stand first; of those, and of the others, the ones with more of the words.
      const ranks = await view.evaluate(ranksOf, targets);
      expect(ranks, asked).toEqual([...ranks].sort((a, b) => b[0] - a[0] || b[1] - a[1]));
      await expect(view.locator('.index').first()).toBeHidden();
    }
  }));

test('a word that the report writes longer is found, and it is said; one that it has nowhere is not', ({ search, visit }) =>
  visit(search.url, {}, async (view) => {
    for (const [asked, held] of [['老小区', '老旧小区']]) {
      await view.fill('input[name=q]', asked);
      await expect(view.locator('.result-count')).toContainText(new RegExp(`没有“${asked}”，另找了：.*${held}.*。 找到 \\d+ 句`));
      await expect.poll(async () => new Set(await view.locator('.results mark').allTextContents()), asked).toEqual(new Set([held]));
    }
    for (const asked of ['游泳池', '宠物医院', '麻将', '大学狗']) {
      await view.fill('input[name=q]', asked);
      await expect(view.locator('.result-count')).toHaveText(/^没有找到/);
      await expect(view.locator('.results > *')).toHaveCount(0);
    }
  }));

test('what is everyday for a key statistic finds the target of the year first of what is written otherwise, behind what is written so', ({ search, visit }) =>
  visit(`${search.url}?q=GDP`, {}, async (view) => {
    await expect(view.locator('.result-count')).toContainText('除了“GDP”，另找了：生产总值');
    await expect(view.locator('.results mark').first()).toHaveText('GDP');
    await expect(view.locator('.results a').nth(1)).toContainText('地区生产总值增长6.5%左右');
  }));

test('what is found as it is written is never mixed with anything else', ({ search, visit }) =>
  visit(search.url, {}, async (view) => {
    await view.fill('input[name=q]', '企业');
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
    for (const [asked, held] of [['shnc', '四好”农村'], ['sxyd', '三线一单']]) {
      await view.fill('input[name=q]', asked);
      await expect(view.locator('.result-count')).toHaveText(/^按拼音首字母.* 找到 \d+ 句$/);
      await expect(view.locator('.results mark').filter({ hasText: held }).first(), asked).toBeVisible();
    }
  }));

test('without script the page is an index of terms and figures', ({ search, visit }) =>
  visit(search.url, { script: false }, async (view) => {
    expect(await view.locator('.index a').count()).toBeGreaterThan(100);
    await expect(view.locator('.search-form')).toBeHidden();
  }));

test('one report takes at most 30 KB of data and 4 KB of script', ({ search }) => {
  const weigh = (path) => gzipSync(readFileSync(fileURLToPath(new URL(path, search.file)))).length;
  expect(weigh(/data-search="([^"]*)"/.exec(search.html)[1]), 'bytes of data').toBeLessThanOrEqual(30_000);
  expect(weigh(/src="([^"]*search\.[^"]*js)"/.exec(search.html)[1]), 'bytes of script').toBeLessThanOrEqual(4_000);
});

// All results, as they are listed when the rest is asked for too.
async function listed(view) {
  const rest = view.locator('.results button');
  while (await rest.count()) await rest.click({ timeout: 2_000 });
  return view.locator('.results a').evaluateAll((links) => links.map((link) => ({ text: link.textContent, href: link.href, mark: !!link.querySelector('mark') })));
}

// In the page: for each result whether it is among the `targets` of the year, and how many of the words it has.
function ranksOf(targets) {
  return [...document.querySelectorAll('.results a')].map((link) => [
    Number(targets.includes(link.getAttribute('href').split('#')[1])),
    new Set([...link.querySelectorAll('mark')].map((mark) => mark.textContent)).size,
  ]);
}
