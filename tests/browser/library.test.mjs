// The home page of a library of forty reports: four screens of a phone, places in the order of their codes, found by place, year
// and name without a server.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.mjs';

const home = () => pathToFileURL(join(process.env.GONGDU_SITES, 'many', 'site', 'index.html')).href;
const search = () => home().replace(/index\.html$/, 'search/index.html');
const PHONE = { width: 390, height: 844, touch: true };
const shown = (view) => view.locator('.regions [data-words]').filter({ visible: true });

test('forty reports stand on four screens of a phone, a line a place, the newest first', ({ visit }) =>
  visit(home(), PHONE, async (view) => {
    await expect(shown(view)).toHaveCount(40);
    expect(await view.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(4 * 844);
    expect(await view.locator('.row h2, .row h3, .region > h2').allInnerTexts()).toEqual(
      ['国务院', '北京市', '内蒙古自治区', '海拉尔区', '上海市', '山东省', '青岛市', '广东省', '四川省', '云南省', '玉溪市', '新疆维吾尔自治区']);
    const years = view.locator('.row').first().locator('[data-words]');
    expect(await years.allInnerTexts()).toEqual(['2026', '2025', '2024', '2023']);
    const tops = await years.evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
    expect(new Set(tops).size, 'years stand beside one another').toBe(1);
    await view.getByRole('link', { name: '山东省', exact: true }).click();
    await expect(view.locator('#in-37')).toBeInViewport();
  }));

test('reports are filtered by place, by what it lies in, and by year', ({ visit }) =>
  visit(home(), PHONE, async (view) => {
    await view.getByRole('searchbox', { name: '找地方' }).fill('山东');
    await expect(shown(view)).toHaveCount(8);
    await view.getByLabel('年份').selectOption('2026');
    await expect(shown(view)).toHaveCount(2);
    await expect(view.locator('.region').filter({ visible: true })).toHaveCount(1);
    await expect(view.locator('.sift output')).toHaveText('2 份报告');
  }));

test('one field searches all of them', ({ visit }) =>
  visit(home(), PHONE, async (view) => {
    await view.getByRole('searchbox', { name: '搜全部报告' }).fill('四十份都有的一句。');
    await view.keyboard.press('Enter');
    const more = view.locator('.results button');
    await expect(async () => {
      if (await more.count()) await more.click();
      await expect(view.locator('.result-count')).toHaveText(/找到 40 句/, { timeout: 500 });
    }).toPass();
  }));

test('the newest reports are searched first, how many of how many is said, and the others when they are asked for', ({ visit }) =>
  visit(search(), PHONE, async (view) => {
    // As heavy as real ones: two at a time.
    await view.locator('[data-weight]').evaluateAll((links) => links.forEach((link) => { link.dataset.weight = '100'; }));
    await view.fill('input[name=q]', '四十份都有的一句。');
    await expect(view.locator('.result-count')).toHaveText('40 份报告里可能有，先查了最新的 2 份，找到 2 句');
    await expect(view.locator('.results a').first()).toHaveAttribute('href', /-2026\//);
    await view.locator('.results button').click();
    await expect(view.locator('.result-count')).toHaveText(/最新的 4 份，找到 4 句$/);
    await view.selectOption('select[name=in]', { label: '山东省' });
    await view.selectOption('select[name=year]', '2024');
    await expect(view.locator('.result-count')).toHaveText('找到 2 句');
    // Its own before what lies in it.
    await expect(view.locator('.results .quiet')).toHaveText([/山东省/, /青岛市/]);
  }));

test('no report is fetched that cannot hold the words', ({ visit }) =>
  visit(search(), PHONE, async (view) => {
    const fetched = () => view.locator('script[src*="/search/data."]').count();
    await view.fill('input[name=q]', '龘龘');
    await expect(view.locator('.result-count')).toContainText('没有找到');
    expect(await fetched()).toBe(0);
    await view.fill('input[name=q]', '二看蓝湾');
    await expect(view.locator('.result-count')).toHaveText('找到 1 句');
    expect(await fetched()).toBe(1);
  }));

test('a first query fetches at most 150 KB, whatever it finds', async ({ visit }) => {
  for (const query of ['四十份都有的一句', '企业', '二看蓝湾', '老人', '老小区', '不存在的词组', 'sxyd']) {
    await visit(`${search()}?q=${encodeURIComponent(query)}`, PHONE, async (view) => {
      await expect(view.locator('.result-count')).toHaveText(/找到/);
      await view.waitForLoadState('networkidle');
      const fetched = await view.locator('head script[src]').evaluateAll((scripts) => scripts.map(({ src }) => src));
      const bytes = fetched.reduce((sum, src) => sum + gzipSync(readFileSync(fileURLToPath(src))).length, 0);
      expect(fetched.length, query).toBeGreaterThan(3);
      expect(bytes, `${query}: ${fetched.join(' ')}`).toBeLessThanOrEqual(150_000);
    });
  }
});

test('without script the list is there, and leads to each report', ({ visit }) =>
  visit(home(), { ...PHONE, script: false }, async (view) => {
    await expect(view.locator('.regions [data-words] a')).toHaveCount(40);
    await view.getByRole('link', { name: '海拉尔区2024年政府工作报告' }).click();
    await expect(view.locator('h1')).toContainText('海拉尔区');
  }));
