// Sharing: the tool of the bar opens the block at the end of the page as a sheet; what it copies is the page, or what was
// tapped last. Without script the tool is a link to the block.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { pages, browser } = await stage();
const section = pages.find((page) => page.kind === 'section' && page.html.includes('class="fig'));
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const way = (page, words) => page.locator('.share-ways button', { hasText: words });
const copied = async (page, words) => {
  // What was said of the copy before may still stand there: the clipboard itself tells.
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await way(page, words).click();
  await page.waitForFunction(() => navigator.clipboard.readText());
  await page.locator('[role=status]:not(:empty)').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};

for (const width of [390, 1280]) {
  test(`the sheet opens, holds the focus and gives it back, at ${width} px`, () =>
    visit(browser, section.url, { width }, async (page) => {
      await page.locator('#to-share').focus();
      await page.keyboard.press('Enter');
      const sheet = page.locator('#share:popover-open');
      assert.equal(await sheet.getAttribute('role'), 'dialog');
      const box = await sheet.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width + 1, 'the sheet stands in the window');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.querySelector('#share').contains(document.activeElement)));
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#share:popover-open').count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement.id), 'to-share');
      // The block stands at the end of the page again, as soon as the page hears that the sheet is closed.
      await page.locator('#share:not([popover])').waitFor();
    }));
}

test('link and citation of the page are copied, the citation with the day of today', () =>
  visit(browser, section.url, clipboard, async (page) => {
    await page.locator('#to-share').click();
    assert.equal(await copied(page, '复制链接'), section.url);
    const citation = await copied(page, '复制引文');
    const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    assert.ok(citation.endsWith(`[${day}]. ${section.url}.`), citation);
    assert.match(citation, /\[R\/OL\]\. \(\d{4}-\d\d-\d\d\)\[/);
  }));

test('what was tapped last is shared, with its own words, until the whole page is wanted', () =>
  visit(browser, section.url, clipboard, async (page) => {
    const anchor = page.locator('.text .anchor').nth(1);
    const id = (await anchor.getAttribute('href')).slice(1);
    await anchor.click();
    await page.locator('#to-share').click();
    const words = await page.locator('.share-what').innerText();
    assert.ok((await page.locator(`[id="${id}"]`).innerText()).startsWith(words.replace('…', '').slice(0, 6)), words);
    assert.equal(await copied(page, '复制链接'), `${section.url}#${id}`);
    await way(page, '改为分享本页').click();
    assert.equal(await copied(page, '复制链接'), section.url);
  }));

test('the card of a figure shares its page', () =>
  visit(browser, section.url, clipboard, async (page) => {
    const figure = page.locator('a.fig').first();
    const id = await figure.getAttribute('id');
    await figure.click();
    await page.locator('.f-card button', { hasText: '分享' }).click();
    assert.match(await copied(page, '复制链接'), new RegExp(`/${id}/$`));
    assert.ok((await copied(page, '复制引文')).includes(`${section.url}#${id}`));
  }));

test('without script the tool is a link to the block, and the citation can be read', () =>
  visit(browser, section.url, { script: false }, async (page) => {
    await page.locator('#to-share').click();
    assert.ok(await page.locator('#share').isVisible());
    await page.locator('.cite summary').click();
    assert.match(await page.locator('.citation').first().innerText(), /\[引用日期\]\. 网址\.$/);
  }));
