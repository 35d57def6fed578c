// On wide screens: columns in the middle, one row above the title, notes beside their lines, lines evenly set.

import { expectNothing } from './findings.mjs';
import { expect, test as base } from './fixtures.mjs';

const test = base.extend({
  section: ({ pages }, use) => use(pages.find((page) => page.kind === 'section' && page.html.includes('class="term"'))),
  full: ({ pages }, use) => use(pages.find((page) => page.kind === 'full')),
});

test('at 1920 px the columns stand in the middle', ({ section, visit }) =>
  visit(section.url, { width: 1920, height: 1000 }, async (view) => {
    const [left, right] = await view.evaluate(() => [
      document.querySelector('.side').getBoundingClientRect().left,
      Math.max(...[...document.querySelectorAll('.margin > span')].map((note) => note.getBoundingClientRect().right)),
    ]);
    const width = await view.evaluate(() => document.documentElement.clientWidth);
    expect(Math.abs(left - (width - right)), `${left} px at the left, ${width - right} px at the right`).toBeLessThan(48);
  }));

// As those of reports on a plan are.
const LONG_NAME = '关于清河县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告';

test('above the title stands one row, at 1280 and 1920 px', ({ kinds, visit }) =>
  expectNothing(kinds.filter((page) => page.html.includes('class="top"')), (page) =>
    visit(page.url, { width: 1280 }, async (view) => {
      const found = [];
      const look = async (said, width) => {
        await view.setViewportSize({ width, height: 900 });
        const rows = await view.evaluate(rowsAbove);
        if (rows.length > 1) found.push(`${said} at ${width} px ${rows.length} rows: ${rows.join(' | ')}`);
      };
      for (const width of [1280, 1920]) await look('', width);
      await view.evaluate((name) => document.querySelectorAll('.report-title').forEach((link) => { link.textContent = name; }), LONG_NAME);
      await look('with a long name', 1280);
      return found;
    })));

test('the contents beside a long text scroll, have the focus for it, and stand once', ({ full, visit }) =>
  visit(full.url, { width: 1280, height: 320 }, async (view) => {
    const side = view.getByRole('navigation', { name: '目录' });
    await expect(side).toHaveAttribute('tabindex', '0');
    await side.focus();
    await view.keyboard.press('End');
    await expect.poll(() => side.evaluate((own) => own.scrollTop)).toBeGreaterThan(0);
    await expect(view.getByText('目录', { exact: true }).filter({ visible: true })).toHaveCount(0);
    await view.setViewportSize({ width: 390, height: 844 });
    await expect(side).not.toHaveAttribute('tabindex', '0');
  }));

test('notes in the margin stand by their lines, whole and apart', ({ pages, visit }) =>
  expectNothing(pages.filter((page) => page.kind === 'section' && /class="(fig|term)/.test(page.html)), (page) =>
    visit(page.url, { width: 1280 }, (view) => view.evaluate(strayNotes))));

test('a justified line has no space inside a number and is hardly looser than others', ({ full, visit }) =>
  expectNothing([768, 1024, 1280], (width) =>
    visit(full.url, { width }, async (view) => {
      const justified = await view.evaluate(() => [...document.querySelectorAll('main .text p')].filter((one) => getComputedStyle(one).textAlign === 'justify').length);
      return [...(justified ? [] : ['no paragraph is justified']), ...(await view.evaluate(looseLines))];
    })));

// In the page: the rows that stand above the heading, by their words.
function rowsAbove() {
  const title = document.querySelector('main h1').getBoundingClientRect();
  const rows = [];
  for (const link of document.querySelectorAll('.top a, .top button, .crumbs a')) {
    const box = link.getBoundingClientRect();
    if (!box.height || box.right <= 0 || box.top >= title.top) continue;
    const row = rows.find((one) => box.top < one.bottom - 8 && box.bottom > one.top + 8);
    if (row) row.words.push(link.textContent.trim()); else rows.push({ top: box.top, bottom: box.bottom, words: [link.textContent.trim()] });
  }
  return rows.map((row) => row.words.join(' '));
}

// In the page: notes that are cut, lie over one another or away from what they are about.
function strayNotes() {
  const found = [];
  const words = (node) => node.textContent.trim();
  let last = -Infinity;
  for (const note of document.querySelectorAll('.margin > span')) {
    const box = note.getBoundingClientRect();
    const links = [...note.closest('p').querySelectorAll('a.term, a.fig')].filter((link) => words(link) === words(note.querySelector('b')));
    const away = Math.min(...links.map((link) => Math.abs(link.getClientRects()[0].top - box.top)));
    if (away > 32) found.push(`${nameOf(note)} stands ${Math.round(away)} px from its line`);
    if (box.top < last - 1) found.push(`${nameOf(note)} lies over the one before`);
    if (box.right > document.documentElement.clientWidth) found.push(`${nameOf(note)} is cut`);
    last = box.bottom;
  }
  return found.slice(0, 8);
}

// In the page: lines in which digits stand apart, or characters more than a tenth of their width.
function looseLines() {
  const found = [];
  for (const paragraph of document.querySelectorAll('main .text p')) {
    const size = parseFloat(getComputedStyle(paragraph).fontSize);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const lines = [];
    let before = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest('[data-ui], .anchor')) continue;
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, bottom } = range.getBoundingClientRect();
        const sign = node.data[at];
        if (!before || left <= before.left || Math.abs(bottom - before.bottom) >= 4) lines.push({ words: '', steps: [] });
        const line = lines.at(-1);
        const step = line.words ? (left - before.left) / size : 0;
        if (line.words && /[\d.]/.test(before.sign) && /[\d.]/.test(sign) && step > 0.75) found.push(`a number is spaced out: ${before.sign}${sign} in ${node.data.slice(0, 20)}`);
        if (line.words && /^\p{Script=Han}{2}$/u.test(before.sign + sign)) line.steps.push(step);
        line.words += sign;
        before = { left, bottom, sign };
      }
    }
    // The places of single characters are rounded to pixels.
    for (const { words, steps } of lines) {
      const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
      if (mean > 1.1) found.push(`characters stand ${mean.toFixed(2)} em apart: ${words}`);
    }
  }
  return found.slice(0, 8);
}
