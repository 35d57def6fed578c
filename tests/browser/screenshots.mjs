// Takes a picture of one page of each kind for a person to look at: `node screenshots.mjs [WIDTH…]`.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './chromium.mjs';
import { expectNothing } from './findings.mjs';
import { buildSites } from './site.mjs';
import { raise } from './stage.mjs';
import { visitor } from './visit.mjs';

const FOLDER = fileURLToPath(new URL('screenshots/', import.meta.url));
// A browser cannot paint a picture of any length; the top of a long page tells enough.
const TALLEST = 6000;

const widths = process.argv.slice(2).map(Number);
if (widths.some((width) => !(width >= 200))) {
  process.stderr.write('usage: tests/screenshots [WIDTH…]   (widths in CSS pixels; 390 and 1280 when none is given)\n');
  process.exit(2);
}
if (widths.length === 0) widths.push(390, 1280);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const sites = buildSites();
const stage = await raise(sites.folder);
const browser = await chromium.launch(launchOptions('desktop'));
const { visit } = visitor(browser);

const definition = stage.pages.find((page) => page.html.includes('class="term"'));
const subjects = [...stage.kinds, { ...definition, kind: 'definition', open: true }];
const pictures = subjects.flatMap((page) =>
  widths.flatMap((width) => ['light', 'dark'].map((scheme) => ({ page, width, scheme, name: `${page.kind}-${width}-${scheme}` }))));

try {
  await expectNothing(pictures, async ({ page, width, scheme, name }) => {
    const height = width < 700 ? 844 : 900;
    await visit(page.url, { width, height, scheme, touch: width < 700 }, async (view) => {
      if (page.open) await view.locator('a.term').first().click();
      const full = page.open ? height : Math.min(TALLEST, await view.evaluate(() => document.documentElement.scrollHeight));
      const clip = page.open ? undefined : { x: 0, y: 0, width, height: full };
      await view.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: !page.open, clip });
    });
    return [];
  });
  process.stdout.write(`${pictures.length} pictures in ${FOLDER}\n`);
} finally {
  await browser.close();
  await stage.close();
  sites.remove();
}
