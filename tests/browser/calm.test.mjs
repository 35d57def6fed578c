// Calm reading: marks can be taken off the text, a number is never parted from its unit, the bar steps back while one reads.

import { expect, test as base } from './fixtures.mjs';
import { enlarge } from './visit.mjs';

const test = base.extend({
  section: ({ pages }, use) => use(pages.find((page) => page.kind === 'section' && page.html.includes('class="term"') && page.html.includes('to-chart'))),
});
const PHONE = { width: 390, height: 844, touch: true };
const links = (view, selector) => view.locator(`main ${selector}[href]`).count();

test('marks: all, terms only, none; what is no mark is no link, and the choice is remembered', ({ section, visit }) =>
  visit(section.url, PHONE, async (view) => {
    const [figures, terms] = [await links(view, 'a.fig'), await links(view, 'a.term')];
    expect(figures, 'at first all marks stand').toBeGreaterThan(0);
    const words = await view.locator('main .text').innerText();
    await view.locator('#to-marks').click();
    await expect(view.getByRole('status')).toHaveText(/名词/);
    expect([await links(view, 'a.fig'), await links(view, 'a.to-chart'), await links(view, 'a.term')]).toEqual([0, 0, terms]);
    expect(await view.evaluate(tabStops, 'a.fig'), 'no figure is a stop of the keyboard').toBe(0);
    await expect(view.locator('main').getByRole('link', { name: await view.locator('a.fig').first().innerText(), exact: true })).toHaveCount(0);
    await view.reload();
    await expect(view.locator('html')).toHaveAttribute('data-marks', 'terms');
    await expect.poll(() => links(view, 'a.fig'), 'remembered').toBe(0);
    await view.locator('#to-marks').click();
    await expect.poll(() => links(view, 'a.term')).toBe(0);
    await view.locator('#to-marks').click();
    expect([await links(view, 'a.fig'), await links(view, 'a.term')]).toEqual([figures, terms]);
    expect(await view.locator('main .text').innerText()).toBe(words);
    await view.locator('a.fig').first().click();
    await expect(view.locator('#f-card')).toBeVisible();
  }));

test('large type begins with terms only, until the reader chooses', ({ section, visit }) =>
  visit(section.url, PHONE, async (view) => {
    await enlarge(view);
    await expect.poll(() => links(view, 'a.fig')).toBe(0);
    expect(await links(view, 'a.term')).toBeGreaterThan(0);
    await view.locator('#to-marks').click();
    await view.locator('#to-marks').click();
    await view.reload();
    await expect(view.locator('html')).toHaveAttribute('data-large', '');
    expect(await links(view, 'a.fig'), 'all marks, as chosen').toBeGreaterThan(0);
  }));

test('without script all marks stay', ({ section, visit }) =>
  visit(section.url, { ...PHONE, script: false }, async (view) => {
    expect(await links(view, 'a.fig')).toBeGreaterThan(0);
    await expect(view.locator('#to-marks')).toBeHidden();
  }));

test('no line ends inside a number and its unit, at 320 and 390 px', ({ pages, visit }) =>
  visit(pages.find((page) => page.kind === 'full').url, { width: 320, height: 800 }, async (view) => {
    for (const width of [320, 390]) {
      await view.setViewportSize({ width, height: 800 });
      expect(await view.evaluate(partedNumbers), `at ${width} px`).toEqual([]);
    }
  }));

test('the bar steps back while one reads on, and is there on the way back and when it has the focus', ({ section, visit }) =>
  visit(section.url, PHONE, async (view) => {
    const top = () => view.locator('.bar').evaluate((bar) => Math.round(bar.getBoundingClientRect().top));
    const scroll = (by) => view.evaluate((by) => scrollBy(0, by), by);
    const shown = await top();
    await scroll(300);
    await expect.poll(top, 'away').toBeGreaterThanOrEqual(844);
    await scroll(-100);
    await expect.poll(top, 'back').toBe(shown);
    await scroll(300);
    await expect.poll(top).toBeGreaterThanOrEqual(844);
    await view.locator('#to-search').focus();
    await expect.poll(top, 'back for the focus').toBe(shown);
    expect(await view.locator('.bar').evaluate((bar) => getComputedStyle(bar).transitionDuration), 'no movement where none is wanted').toBe('0s');
  }));

test('a chart is named once, by its title; what it shows is told where it is unfolded', ({ kinds, visit }) =>
  visit(kinds.find((page) => page.kind === 'chart-page').url, {}, async (view) => {
    const chart = view.locator('main svg.c-chart').first();
    const title = await chart.locator('title').first().textContent();
    await expect(chart).toHaveAccessibleName(title);
    await expect(chart).toHaveAccessibleDescription('');
    await expect(view.locator('main figure')).toHaveAccessibleName('');
    const told = view.locator('.chart + details');
    await expect(told.locator('p')).toBeHidden();
    await told.locator('summary').click();
    await expect(told.locator('p')).toBeVisible();
  }));

// In the page: how many of these take the focus.
function tabStops(selector) {
  return [...document.querySelectorAll(selector)].filter((link) => { link.focus(); return document.activeElement === link; }).length;
}

// In the page: figures whose number and unit stand on two lines.
function partedNumbers() {
  const found = [];
  for (const figure of document.querySelectorAll('main a.fig')) {
    const words = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    const places = [];
    while (words.nextNode()) for (let at = 0; at < words.currentNode.length; at += 1) places.push([words.currentNode, at]);
    const text = places.map(([node, at]) => node.data[at]).join('');
    for (const { index, 0: number } of text.matchAll(/\d[\d.,]*[%‰万亿个家项条元吨]*/g)) {
      const tops = places.slice(index, index + number.length).map(([node, at]) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        return Math.round((box.top + box.bottom) / 2);
      });
      if (Math.max(...tops) - Math.min(...tops) > 8) found.push(`${text}: ${number}`);
    }
  }
  return found;
}
