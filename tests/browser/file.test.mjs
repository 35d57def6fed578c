// The site works from a folder on a disk: opened as file://, styled, with definitions that open and links that lead on.

import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectNothing } from './findings.mjs';
import { expect, test } from './fixtures.mjs';
import { faultsWhile } from './overhear.mjs';


test('every kind of page opens from the disk with its style and without an error', ({ kinds, visit }) =>
  expectNothing(kinds, (page) =>
    visit('about:blank', {}, async (view) => {
      const root = page.file.slice(0, page.file.length - page.path.length);
      const found = await faultsWhile(view, root, () => view.goto(page.file, { waitUntil: 'load' }));
      const bare = await view.evaluate(() => [...document.querySelectorAll('link[rel=stylesheet]')].filter((link) => !link.sheet).map((link) => link.href));
      found.push(...bare.map((href) => `no style from ${href}`));
      const size = await view.evaluate(() => getComputedStyle(document.body).fontSize);
      if (size === '16px') found.push('the style does not apply: body text is in the size of the browser');
      return found;
    })));

// A server answers for a folder, a disk shows its list of files: each link must name a file.
test('every link on every page names a file', ({ pages }) =>
  expectNothing(pages, async (page) => {
    const hrefs = [...page.html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1].replaceAll('&amp;', '&'));
    return [...new Set(hrefs)]
      .map((href) => new URL(href, page.file))
      .filter((url) => url.protocol === 'file:')
      .filter((url) => {
        const path = fileURLToPath(url);
        return !existsSync(path) || !statSync(path).isFile();
      })
      .map((url) => `${url.href.slice(page.file.length - page.path.length)} is no file`);
  }));

test('a definition opens, and one can read on to the next section', ({ pages, visit }) => {
  const section = pages.find((page) => page.kind === 'section' && page.html.includes('class="term"') && page.html.includes('rel="next"'));
  return visit(section.file, { width: 390 }, async (view) => {
    await view.locator('a.term').first().click();
    await expect(view.locator(':popover-open')).toHaveCount(1);
    await view.keyboard.press('Escape');
    const next = await view.locator('a[rel=next]').getAttribute('href');
    await view.locator('a[rel=next]').click();
    await view.waitForURL(new URL(next, section.file).href);
    await expect(view.locator('h1').first()).toBeVisible();
  });
});
