// The main paths in Firefox ESR, the other engine that Debian has: a section is read, a term explained, a number shown, a word
// found, the type enlarged; and no script fails on any kind of page.

import { launchFirefox } from './firefox.mjs';
import { expect, test as base } from './fixtures.mjs';

const test = base.extend({
  firefox: async ({}, use) => {
    const browser = await launchFirefox();
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', (fault) => faults.push(`${page.url()}: ${fault.message}`));
    await page.setViewport({ width: 390, height: 844 });
    await use({ page, faults });
    await browser.close();
  },
});

test('a reader gets along in Firefox ESR', async ({ firefox, pages, pageAt, kinds }) => {
  const { page, faults } = firefox;
  const section = pages.find((one) => one.kind === 'section' && one.html.includes('class="term"') && one.html.includes('class="fig'));
  const shown = (selector) => page.waitForFunction((of) => document.querySelector(of)?.getClientRects().length > 0, {}, selector);
  const press = (selector) => page.$eval(selector, (link) => link.click());
  await page.goto(section.url);
  await press('a.term');
  await shown('.definition.definition:not(.f-card)[id^="d-"]:popover-open');
  await page.keyboard.press('Escape');
  await press('a.fig');
  await shown('#f-card');
  await page.keyboard.press('Escape');
  await press('#to-marks');
  expect(await page.$$eval('a.fig[href]', (links) => links.length), 'figures that are links').toBe(0);
  await press('#to-large');
  expect(await page.$eval('main .text p', (words) => parseFloat(getComputedStyle(words).fontSize))).toBeGreaterThanOrEqual(24);
  await page.goto(`${pageAt('search/index.html').url}?q=${encodeURIComponent('增长')}`);
  await shown('.results li a');
  for (const kind of kinds) await page.goto(kind.url);
  expect(faults).toEqual([]);
});
