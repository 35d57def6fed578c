// A site that is kept on the reader's device: after one visit the report is read without network, and what is published anew is
// shown at once.

import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.mjs';
import { serve } from './server.mjs';
import { build } from './site.mjs';

const PATH = '/below/';
const site = () => join(process.env.GONGDU_SITES, 'offline', 'site');
// The files that the browser keeps, by the list that named them.
const kept = (page) => page.evaluate(async () => Promise.all((await caches.keys()).map(async (name) => [name, (await (await caches.open(name)).keys()).length])));
const isKept = (page) => expect.poll(async () => (await kept(page)).filter(([, files]) => files > 1).length, { timeout: 30_000 }).toBe(2);

test('the script that keeps the site takes at most 2 KB', () => {
  expect(statSync(join(site(), 'sw.js')).size).toBeLessThanOrEqual(2_048);
});

test('after one visit the report is read and searched without network', async ({ browser }) => {
  const server = await serve({ [PATH]: site() });
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  await page.goto(`${server.origin}${PATH}qinghe-2024/index.html`);
  await isKept(page);
  await server.close();
  // Pages that were never opened, by their folder and by their file, with their style.
  for (const path of ['qinghe-2024/1/', 'qinghe-2024/2-1/index.html#2-1p1', 'qinghe-2024/full/index.html', 'index.html', '']) {
    await page.goto(`${server.origin}${PATH}${path}`);
    await expect(page.locator('h1'), path).toBeVisible();
    expect(await page.evaluate(() => document.styleSheets.length), path).toBeGreaterThan(0);
  }
  await page.goto(`${server.origin}${PATH}qinghe-2024/search/index.html?q=${encodeURIComponent('企业')}`);
  await expect(page.locator('.results mark').first()).toHaveText('企业');
  expect(faults).toEqual([]);
  await context.close();
});

test('what is published anew is shown at once, and the old is let go', async ({ browser }, info) => {
  const folder = info.outputPath('again');
  cpSync(join(process.env.GONGDU_SITES, 'offline'), folder, { recursive: true });
  const output = join(folder, 'site');
  const server = await serve({ [PATH]: output });
  const context = await browser.newContext();
  const page = await context.newPage();
  const url = `${server.origin}${PATH}qinghe-2024/1/index.html`;
  await page.goto(url);
  await isKept(page);
  const before = await kept(page);
  const file = join(folder, 'content', 'qinghe-2024', '1.md');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n> 编者注（2024-02-01）：重新发布。\n`);
  build(join(folder, 'content'), output);
  await page.goto(url);
  await expect(page.locator('.editor-note')).toContainText('重新发布');
  const names = async () => (await kept(page)).map(([name]) => name);
  await expect.poll(async () => (await names()).filter((name) => before.some(([old]) => old === name)), { timeout: 30_000 }).toEqual([]);
  await isKept(page);
  await server.close();
  await page.goto(url);
  await expect(page.locator('.editor-note')).toContainText('重新发布');
  await context.close();
});

test('a site that nobody wants kept asks for nothing of the kind', ({ pages }) => {
  expect(pages.filter(({ html }) => html.includes('rel="manifest"')).map(({ name }) => name)).toEqual([]);
});
