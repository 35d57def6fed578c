// Without script nothing is missing: every word of the text can be read, and contents and ways lead on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNothing } from './findings.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { kinds, pages, browser } = await stage();
const section = pages.find((page) => page.kind === 'section' && page.html.includes('rel="next"'));

test('the words of every kind of page are the same with and without script', () =>
  expectNothing(kinds, async (page) => {
    const [without, within] = await Promise.all([false, true].map((script) => visit(browser, page.url, { script }, (view) => view.evaluate(readable))));
    const found = without.hidden.map((words) => `“${words}” cannot be read`);
    if (without.words !== within.words) found.push(`with script ${within.words.length} characters are read, without ${without.words.length}`);
    return found;
  }));

test('the contents lead to every section, without script', () =>
  visit(browser, section.url, { script: false, width: 390 }, async (view) => {
    await view.locator('nav summary').first().click();
    const link = view.locator('nav details a[href]').last();
    const address = new URL(await link.getAttribute('href'), section.url).href;
    await link.click();
    await view.waitForURL(address);
    assert.ok(await view.locator('h1').first().isVisible());
  }));

test('one reads from section to section to the end, and by the ways to the rest, without script', () =>
  visit(browser, section.url, { script: false }, async (view) => {
    for (const way of ['a[rel=next]', 'a[rel=prev]', '.ways a >> nth=1', '.ways a >> nth=2', '.ways a >> nth=0']) {
      const link = view.locator(way).first();
      const address = new URL(await link.getAttribute('href'), view.url()).href;
      await link.click();
      await view.waitForURL(address);
      assert.ok(await view.locator('h1').first().isVisible(), `${way} leads to a page`);
    }
  }));

// In the page: what a reader can read of main, and the blocks of text that are there but not to be seen.
function readable() {
  const main = document.querySelector('main');
  const squeeze = (words) => words.replace(/\s+/g, '');
  const hidden = [...main.querySelectorAll('p, li, dt, dd, th, td, h1, h2, h3, h4')]
    .filter((block) => squeeze(block.textContent) && !block.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((block) => squeeze(block.textContent).slice(0, 24));
  return { words: squeeze(main.innerText), hidden };
}
