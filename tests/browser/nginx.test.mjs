// A site behind nginx, as docs/zh/publishing.md says: what is answered to a wrong address, what is compressed, what may be kept.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from './fixtures.mjs';
import { startNginx } from './nginx.mjs';

const HOST = join(process.env.GONGDU_SITES ?? '', 'host');
const SITE = join(HOST, 'site');

const test = base.extend({
  host: [
    async ({}, use) => {
      const nginx = await startNginx(SITE);
      await use(nginx);
      await nginx.close();
    },
    { scope: 'worker' },
  ],
});

const asset = (name, ending) => `assets/${readdirSync(join(SITE, 'assets')).find((file) => new RegExp(`^${name}\\.[0-9a-f]{8}\\.${ending}$`).test(file))}`;
const bytes = (path, root = SITE) => readFileSync(join(root, path));
const GZIP = { 'accept-encoding': 'gzip' };

test('a wrong address is answered with 404 and the page that the site has for it, however deep it is', async ({ host }) => {
  for (const path of ['/nix', '/nix/', '/nix.csv', '/qinghe-2024/1/nix/deep.html', '/.gongdu', '/assets/']) {
    const { status, headers, body } = await host.ask(path);
    expect([path, status, headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8']);
    expect(body.equals(bytes('404.html')), path).toBe(true);
  }
});

test('a folder is answered with its page, and one without its slash leads there', async ({ host }) => {
  const { status, body } = await host.ask('/qinghe-2024/');
  expect([status, body.equals(bytes('qinghe-2024/index.html'))]).toEqual([200, true]);
  const led = await host.ask('/qinghe-2024');
  expect([led.status, led.headers.location]).toEqual([301, '/qinghe-2024/']);
});

test('what lies there compressed is sent as it lies to whoever takes it, and plain to others', async ({ host }) => {
  for (const [path, file, type] of [
    ['/', 'index.html', 'text/html'],
    [`/${asset('style', 'css')}`, asset('style', 'css'), 'text/css'],
    [`/${asset('reader', 'js')}`, asset('reader', 'js'), 'application/javascript'],
    ['/qinghe-2024/data/figures.csv', 'qinghe-2024/data/figures.csv', 'text/csv'],
  ]) {
    const packed = await host.ask(path, GZIP);
    expect([path, packed.status, packed.headers['content-encoding'], packed.headers.vary]).toEqual([path, 200, 'gzip', 'Accept-Encoding']);
    expect(packed.body.equals(bytes(`${file}.gz`)), path).toBe(true);
    expect(packed.headers['content-type'], path).toContain(type);
    const plain = await host.ask(path);
    expect([path, plain.headers['content-encoding'], plain.headers.vary]).toEqual([path, undefined, 'Accept-Encoding']);
    expect(plain.headers['content-type'], path).toBe(`${type}; charset=utf-8`);
    expect(plain.body.equals(bytes(file)), path).toBe(true);
  }
});

test('a file with a digest in its name is kept for ever; of any other it is asked whether it changed', async ({ host }) => {
  const kept = await host.ask('/logo.3f2a9c1b.svg');
  expect([kept.status, kept.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  for (const path of ['/', '/about/', '/list.20240105.txt', '/nix']) {
    const { headers } = await host.ask(path);
    expect([path, headers['cache-control']]).toEqual([path, 'no-cache']);
  }
  for (const headers of [{}, GZIP]) {
    const { headers: { etag } } = await host.ask('/', headers);
    const again = await host.ask('/', { ...headers, 'if-none-match': etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  }
});

test('every answer says what a page cannot say of itself', async ({ host }) => {
  for (const path of ['/', `/${asset('style', 'css')}`, '/qinghe-2024/data/figures.csv', '/nix']) {
    const { headers } = await host.ask(path);
    expect([path, headers['content-security-policy'], headers['x-content-type-options']]).toEqual([path, "frame-ancestors 'none'", 'nosniff']);
  }
});

test('below a path the site stands for itself, and what is beside it is left alone', async () => {
  const root = join(HOST, 'below');
  const nginx = await startNginx(root, { below: true });
  try {
    const home = await nginx.ask('/reports/', GZIP);
    expect([home.status, home.body.equals(bytes('reports/index.html.gz', root))]).toEqual([200, true]);
    const missing = await nginx.ask('/reports/qinghe-2024/nix.csv');
    expect([missing.status, missing.body.equals(bytes('reports/404.html', root))]).toEqual([404, true]);
    expect(missing.body.toString()).toContain('href="https://example.org/reports/');
    const beside = await nginx.ask('/nix');
    expect([beside.status, beside.body.toString().includes('example.org/reports/')]).toEqual([404, false]);
  } finally {
    await nginx.close();
  }
});
