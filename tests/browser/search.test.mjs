// Any words of the report are found, in every sentence that has them and in no other; without script there are the indexes.

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { expectNothing } from './findings.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { pages, page, browser } = await stage();
const search = page('zichuan-2023/search/index.html');
// Everyday words, figures with their signs, one character, words across the end of a sentence, an old and a wrong word.
const QUERIES = ['学校', '养老', '6.5%', '712亿元', '“431”', '四好”农村路', '双减', '路', '。全', '1.5%以内', '般阳', 'PM2.5', '不存在的词组'];

// What a reader of the pages themselves would find: the sentences of the text that hold the words.
const sentences = pages
  .filter((one) => one.kind === 'section' && one.path.startsWith('zichuan-2023/'))
  .flatMap((one) => [...one.html.matchAll(/<p id="[^"]*p\d+"[^>]*>([\s\S]*?)<\/p>/g)].map((match) => textOf(match[1])));

test('a query finds every place of the text that has its words, and nothing else', () =>
  visit(browser, search.url, { width: 390 }, async (view) => {
    for (const query of QUERIES) {
      await view.fill('input[name=q]', query);
      await view.waitForFunction(() => document.querySelector('.result-count').textContent.match(/\d|没有/));
      for (;;) {
        const rest = view.locator('.results button');
        if (!(await rest.count())) break;
        await rest.click();
      }
      const found = await view.locator('.results a').evaluateAll((links) => links.map((link) => ({ text: link.textContent, href: link.href, mark: !!link.querySelector('mark') })));
      const due = sentences.filter((paragraph) => paragraph.includes(query)).length;
      const paragraphs = new Set(found.filter(({ href }) => /#\d+(-\d+)?p\d+s/.test(href)).map(({ href }) => href.replace(/s\d+$/, '')));
      assert.equal(paragraphs.size, due, `${query} is in ${due} paragraphs`);
      const across = query.includes('。') && !query.endsWith('。');
      for (const one of found) assert.ok(across || (one.text.includes(query) && one.mark), `${query} is not in ${one.text}`);
    }
  }));

test('every result leads to its sentence', () =>
  visit(browser, `${search.url}?q=${encodeURIComponent('企业')}`, {}, async (view) => {
    await view.locator('.results a').first().waitFor();
    const found = await view.locator('.results a').evaluateAll((links) => links.map((link) => [link.href, link.textContent]));
    assert.ok(found.length > 1);
    await expectNothing(found.map(([href, text]) => ({ name: href, href, text })), ({ href, text }) =>
      visit(browser, href, {}, async (page) => {
        const there = await page.evaluate((id) => document.getElementById(id)?.textContent ?? '', new URL(href).hash.slice(1));
        // In the glossary the term and what it means are two lines.
        const start = text.trim().slice(0, new URL(href).pathname.includes('glossary') ? text.indexOf('：') : 12);
        return textOf(there).includes(start) ? [] : [`does not hold “${text.slice(0, 24)}”`];
      }));
  }));

test('words that are written another way are found where the very words are nowhere', () =>
  visit(browser, search.url, {}, async (view) => {
    for (const [asked, held] of [['６.５％', '6.5%'], ['"431"现代产业体系', '431”现代产业体系'], ['高速 路网', '路网'], ['四好农村路', '四好”农村路'], ['pm2.5', 'PM2.5']]) {
      await view.fill('input[name=q]', asked);
      await view.waitForFunction(() => document.querySelector('.result-count').textContent.match(/\d|没有/));
      const marks = await view.locator('.results mark').allTextContents();
      assert.ok(marks.includes(held), `${asked}: ${marks.join(' ')}`);
    }
  }));

test('it works from a disk', () =>
  visit(browser, `${search.file}?q=${encodeURIComponent('企业')}`, {}, async (view) => {
    await view.locator('.results a').first().waitFor();
    assert.ok((await view.locator('.results a').count()) > 1);
  }));

test('over several reports one may be chosen', () => {
  const all = pages.find((one) => one.name === 'library: search/index.html');
  return visit(browser, `${all.url}?q=${encodeURIComponent('云南')}`, {}, async (view) => {
    await view.locator('.results a').first().waitFor();
    assert.match(await view.locator('.results a').first().getAttribute('href'), /yunnan-2025/);
    await view.selectOption('select[name=in]', 'zichuan-2023');
    await view.waitForFunction(() => document.querySelector('.results').childElementCount === 0);
  });
});

test('without script the page is an index of terms and figures', () =>
  visit(browser, search.url, { script: false }, async (view) => {
    assert.ok((await view.locator('.index a').count()) > 100);
    assert.equal(await view.locator('.search-form').isVisible(), false);
  }));

test('one report takes at most 30 KB of data and 4 KB of script', () => {
  const weigh = (path) => gzipSync(readFileSync(fileURLToPath(new URL(path, search.file)))).length;
  assert.ok(weigh('data.js') <= 30_000, `${weigh('data.js')} bytes of data`);
  assert.ok(weigh('../../assets/search.js') <= 4_000, `${weigh('../../assets/search.js')} bytes of script`);
});

// The words without marks of the interface.
function textOf(html) {
  return html
    .replace(/<a class="(?:anchor|to-chart)"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
