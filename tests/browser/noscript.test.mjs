// Without script nothing is missing: every word of the text can be read, and contents and ways lead on.

import { expectNothing, lasting } from './findings.mjs';
import { expect, test as base } from './fixtures.mjs';

const test = base.extend({
  section: ({ pages }, use) => use(pages.find((page) => page.kind === 'section' && page.html.includes('rel="next"'))),
});

test('no word of any kind of page needs script, and script hides none', ({ kinds, visit }) =>
  expectNothing(kinds, async (page) => {
    const without = await visit(page.url, { script: false }, (view) => view.evaluate(readable));
    // Script may bring tools of its own; each block of text stays as it was.
    const lost = await visit(page.url, {}, (view) => lasting(async () => {
      const { words } = await view.evaluate(readable);
      return without.blocks.filter((block) => !words.includes(block));
    }));
    return [...without.hidden.map((words) => `“${words}” cannot be read`), ...lost.map((words) => `“${words.slice(0, 24)}” is changed or hidden by script`)];
  }));

test('the contents lead to every section, without script', ({ section, visit }) =>
  visit(section.url, { script: false, width: 390 }, async (view) => {
    // The tool of the bar leads to the contents of the report.
    await view.locator('#to-contents').click();
    const link = view.locator('main .contents a[href]').last();
    await expect(link).toBeVisible();
    const address = new URL(await link.getAttribute('href'), view.url()).href;
    await link.click();
    await view.waitForURL(address);
    await expect(view.locator('h1').first()).toBeVisible();
  }));

test('one reads from section to section to the end, and by the ways to the rest, without script', ({ section, visit }) =>
  visit(section.url, { script: false }, async (view) => {
    for (const way of ['a[rel=next]', 'a[rel=prev]', '.ways a >> nth=1', '.ways a >> nth=2', '.ways a >> nth=0']) {
      const link = view.locator(way).first();
      const address = new URL(await link.getAttribute('href'), view.url()).href;
      await link.click();
      await view.waitForURL(address);
      await expect(view.locator('h1').first(), `${way} leads to a page`).toBeVisible();
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
