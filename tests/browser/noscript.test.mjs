// Without script nothing is missing: every word of the text can be read, and contents and ways lead on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNothing } from './findings.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { kinds, pages, browser } = await stage();
const section = pages.find((page) => page.kind === 'section' && page.html.includes('rel="next"'));

test('no word of any kind of page needs script, and script hides none', () =>
  expectNothing(kinds, async (page) => {
    const [without, within] = await Promise.all([false, true].map((script) => visit(browser, page.url, { script }, (view) => view.evaluate(readable))));
    // Script may bring tools of its own; each block of text stays as it was.
    const lost = without.blocks.filter((words) => !within.words.includes(words));
    return [...without.hidden.map((words) => `“${words}” cannot be read`), ...lost.map((words) => `“${words.slice(0, 24)}” is changed or hidden by script`)];
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

// In the page: what a reader can read of main, block by block, and the blocks that are there but not to be seen.
function readable() {
  const main = document.querySelector('main');
  const squeeze = (words) => words.replace(/\s+/g, '');
  const leaves = [...main.querySelectorAll('p, li, dt, dd, th, td, h1, h2, h3, h4')].filter((block) => squeeze(block.innerText) && !block.querySelector('p, ul, ol, dl'));
  const seen = (block) => block.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return {
    words: squeeze(main.innerText),
    blocks: leaves.filter(seen).map((block) => squeeze(block.innerText)),
    hidden: leaves.filter((block) => !seen(block)).map((block) => squeeze(block.textContent).slice(0, 24)),
  };
}
