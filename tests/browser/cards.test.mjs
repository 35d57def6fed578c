// A figure in the text opens a card in place that says what it is of; without script it leads to its own page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNothing } from './findings.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { pages, browser } = await stage();
const section = pages.find((page) => page.kind === 'section' && page.html.includes('to-chart'));
const opened = (page) => page.evaluate(() => [...document.querySelectorAll(':popover-open')].map((one) => one.id));

test('Enter opens the card of a figure, Tab goes into it, Escape closes it and the focus returns', () =>
  visit(browser, section.url, { width: 390 }, async (page) => {
    const figure = page.locator('a.fig').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    assert.equal((await opened(page)).length, 1);
    const words = await page.locator(':popover-open').innerText();
    assert.ok(words.includes(await figure.textContent()), 'the card has the words of the figure');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.querySelector(':popover-open').contains(document.activeElement)));
    await page.keyboard.press('Escape');
    assert.deepEqual(await opened(page), []);
    assert.equal(await page.evaluate(() => document.activeElement.id), await figure.getAttribute('id'));
  }));

for (const width of [320, 1280]) {
  test(`every card stands inside the window, at ${width} px`, () =>
    expectNothing(pages.filter((page) => page.kind === 'section' && page.html.includes('class="fig')), (page) =>
      visit(browser, page.url, { width, height: 640 }, (view) => view.evaluate(cardsOutside))));
}

test('the card copies the sentence with its address', () =>
  visit(browser, section.url, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const figure = page.locator('a.fig').first();
    await figure.click();
    await page.locator(':popover-open button', { hasText: '复制' }).click();
    await page.locator('[role=status]:not(:empty)').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.includes(await figure.textContent()));
    assert.ok(copied.includes(`${section.url}#${await figure.getAttribute('id')}`), copied);
  }));

test('without script a figure leads to its own page', () =>
  visit(browser, section.url, { script: false }, async (page) => {
    const figure = page.locator('a.fig').first();
    const [id, words] = [await figure.getAttribute('id'), await figure.textContent()];
    await figure.click();
    await page.waitForURL(new RegExp(`/${id}/[^#]*$`));
    assert.ok((await page.locator('h1').innerText()).includes(words));
  }));

// In the page: opens the card of each figure where it stands and measures it.
async function cardsOutside() {
  const found = [];
  for (const figure of document.querySelectorAll('a.fig')) {
    figure.scrollIntoView({ block: 'center' });
    figure.click();
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const card = document.querySelector(':popover-open');
    if (!card) {
      found.push(`${nameOf(figure)} opens nothing`);
      continue;
    }
    const box = card.getBoundingClientRect();
    const inside = box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 2;
    const corners = [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ');
    if (!inside) found.push(`${nameOf(figure)}: its card stands at ${corners} in a window of ${innerWidth} by ${innerHeight}`);
    if (card.scrollWidth > card.clientWidth + 1) found.push(`${nameOf(figure)}: its card is cut`);
    card.hidePopover();
  }
  return found;
}
