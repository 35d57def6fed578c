// A site in object storage, as docs/zh/publishing.md says: index and error documents, types, what may be kept, what is removed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from './fixtures.mjs';
import { startStorage } from './storage.mjs';

const SITE = join(process.env.GONGDU_SITES ?? '', 'offline', 'site');
const FOR_EVER = 'public, max-age=31536000, immutable';

const test = base.extend({
  storage: [
    async ({}, use) => {
      const storage = await startStorage();
      // What the site no longer has.
      await storage.put(join(SITE, 'about', 'index.html'), 'old-2020/index.html');
      await storage.publish(SITE);
      await use(storage);
      await storage.close();
    },
    { scope: 'worker' },
  ],
});

const bytes = (path) => readFileSync(join(SITE, path));
const files = () => readdirSync(SITE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(SITE.length));

test('every file of the site is there, and no other', async ({ storage }) => {
  const all = files();
  expect(all.length).toBeGreaterThan(80);
  for (const path of all) {
    const { status, body } = await storage.ask(path);
    const isOurs = path === '/.gongdu';
    expect([path, status]).toEqual([path, isOurs ? 404 : 200]);
    expect(isOurs || body.equals(bytes(path)), path).toBe(true);
  }
  expect((await storage.ask('/old-2020/')).status).toBe(404);
});

test('a folder is answered with its page, and a wrong address with the page that the site has for it', async ({ storage }) => {
  const { status, body } = await storage.ask('/qinghe-2024/');
  expect([status, body.equals(bytes('qinghe-2024/index.html'))]).toEqual([200, true]);
  const led = await storage.ask('/qinghe-2024');
  expect([led.status, led.headers.location]).toEqual([302, '/qinghe-2024/']);
  for (const path of ['/nix', '/nix.csv', '/qinghe-2024/1/nix/']) {
    const wrong = await storage.ask(path);
    expect([path, wrong.status, wrong.headers['content-type'], wrong.body.equals(bytes('404.html'))]).toEqual([path, 404, 'text/html; charset=utf-8', true]);
  }
});

test('every kind of file has its type', async ({ storage }) => {
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/qinghe-2024/data/figures.csv', 'text/csv; charset=utf-8'],
    ['/qinghe-2024/data/figures.json', 'application/json'],
    ['/qinghe-2024/charts/goals/chart.svg', 'image/svg+xml'],
    ['/qinghe-2024/charts/goals/chart.png', 'image/png'],
  ]) {
    expect([path, (await storage.ask(path)).headers['content-type']]).toEqual([path, type]);
  }
});

test('a file with a digest in its name is kept for ever; of any other it is asked whether it changed', async ({ storage }) => {
  const isDigested = (path) => /\.[0-9a-f]{8}\.(js|css|svg)$/.test(path);
  const all = files().filter((path) => path !== '/.gongdu');
  expect(all.filter(isDigested).length).toBeGreaterThan(8);
  for (const path of all) {
    const { headers } = await storage.ask(path);
    expect([path, headers['cache-control']]).toEqual([path, isDigested(path) ? FOR_EVER : 'no-cache']);
  }
});
