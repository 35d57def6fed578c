// A term opens its definition in place, by pointer and by keyboard, and gives the focus back; without script it is a link.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNothing } from './findings.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { pages, browser } = await stage();
const withTerms = pages.filter((page) => page.html.includes('class="term"'));
// A page with at least two terms, to go from one to the other.
const section = withTerms.find((page) => page.kind === 'section' && page.html.split('class="term"').length > 2);
const WIDTHS = [320, 1280];

const opened = (page) => page.evaluate(() => [...document.querySelectorAll(':popover-open')].map((one) => one.id));
const focused = (page) => page.evaluate(() => document.activeElement.dataset.term ?? document.activeElement.tagName);

for (const width of WIDTHS) {
  test(`a click opens the definition, Escape closes it and the focus returns, at ${width} px`, () =>
    visit(browser, section.url, { width }, async (page) => {
      const term = page.locator('a.term').first();
      const id = await term.getAttribute('data-term');
      await term.click();
      assert.deepEqual(await opened(page), [`d-${id}`], 'one definition is open');
      assert.equal(page.url(), section.url, 'the page has not moved on');
      assert.ok(await page.locator(`#d-${id}`).isVisible());
      await page.keyboard.press('Escape');
      assert.deepEqual(await opened(page), [], 'Escape closes');
      assert.equal(await focused(page), id, 'the focus is on the term again');
    }));

  test(`Enter opens the definition, Tab goes into it, Escape closes it, at ${width} px`, () =>
    visit(browser, section.url, { width }, async (page) => {
      const term = page.locator('a.term').first();
      const id = await term.getAttribute('data-term');
      await term.focus();
      await page.keyboard.press('Enter');
      assert.deepEqual(await opened(page), [`d-${id}`]);
      await page.keyboard.press('Tab');
      const inside = await page.evaluate((name) => document.getElementById(name).contains(document.activeElement), `d-${id}`);
      assert.ok(inside, 'the next Tab stop is in the definition');
      await page.keyboard.press('Escape');
      assert.equal(await focused(page), id);
      await page.keyboard.press('Enter');
      assert.deepEqual(await opened(page), [`d-${id}`], 'it opens again');
    }));

  test(`every definition stands inside the window and can be read to its end, at ${width} px`, () =>
    expectNothing(withTerms, (page) => visit(browser, page.url, { width, height: 640 }, (view) => view.evaluate(definitionsOutside))));
}

test('the button of a definition closes it and the focus returns', () =>
  visit(browser, section.url, { width: 390 }, async (page) => {
    const term = page.locator('a.term').first();
    await term.click();
    await page.locator(':popover-open button').click();
    assert.deepEqual(await opened(page), []);
    assert.equal(await focused(page), await term.getAttribute('data-term'));
  }));

test('one definition is open at a time, and a click beside it closes it', () =>
  visit(browser, section.url, {}, async (page) => {
    const ids = await page.locator('a.term').evaluateAll((terms) => terms.map((term) => term.dataset.term));
    for (const index of [0, 1]) {
      await page.locator('a.term').nth(index).focus();
      await page.keyboard.press('Enter');
      assert.deepEqual(await opened(page), [`d-${ids[index]}`]);
    }
    await page.locator('h1').first().click({ position: { x: 2, y: 2 } });
    assert.deepEqual(await opened(page), []);
  }));

test('a click that asks for a new tab gets one', () =>
  visit(browser, section.url, {}, async (page, context) => {
    const tab = context.waitForEvent('page');
    await page.locator('a.term').first().click({ modifiers: ['ControlOrMeta'] });
    assert.match((await tab).url(), /glossary\/(index\.html)?#t\d+$/);
    assert.deepEqual(await opened(page), []);
  }));

test('without script a term leads to its entry in the glossary', () =>
  visit(browser, section.url, { script: false }, async (page) => {
    const term = page.locator('a.term').first();
    const id = await term.getAttribute('data-term');
    const words = await term.textContent();
    await term.click();
    await page.waitForURL(new RegExp(`#${id}$`));
    const entry = page.locator(`#${id}:target`);
    assert.ok(await entry.isVisible());
    assert.ok((await entry.textContent()).includes(words), `the entry speaks of ${words}`);
  }));

// In the page: opens each term in turn where it stands and measures what opened.
async function definitionsOutside() {
  const found = [];
  for (const term of document.querySelectorAll('a.term')) {
    const definition = document.getElementById(`d-${term.dataset.term}`);
    if (!definition) {
      found.push(`${nameOf(term)} has no definition in this page`);
      continue;
    }
    term.scrollIntoView({ block: 'center' });
    term.click();
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    if (!definition.matches(':popover-open')) found.push(`${nameOf(term)} opens nothing`);
    const box = definition.getBoundingClientRect();
    // A box beside its term is placed before the scroll is rounded to pixels.
    const inside = box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 2;
    const corners = [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ');
    if (!inside) found.push(`${nameOf(definition)} stands at ${corners} in a window of ${innerWidth} by ${innerHeight}`);
    const scrolls = /auto|scroll/.test(getComputedStyle(definition).overflowY);
    const cut = definition.scrollHeight > definition.clientHeight + 1 && !scrolls;
    if (cut || definition.scrollWidth > definition.clientWidth + 1) found.push(`${nameOf(definition)} is cut`);
    if (document.querySelectorAll(':popover-open').length > 1) found.push(`${nameOf(term)} leaves another definition open`);
    definition.hidePopover();
  }
  return found;
}
