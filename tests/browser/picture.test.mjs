// A picture of what is shared is drawn on the device: a sentence, a number, a chart; saved, passed on, or shown in WeChat.

import { readFileSync } from 'node:fs';
import { expect, test as base } from './fixtures.mjs';

const test = base.extend({
  section: ({ pages }, use) => use(pages.find((page) => page.kind === 'section' && page.html.includes('class="fig'))),
});
const WECHAT = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0 Mobile Safari/537.36 MicroMessenger/8.0.49';
const asWeChat = (context) => context.addInitScript((agent) => Object.defineProperty(navigator, 'userAgent', { get: () => agent }), WECHAT);
const CHOICE = '.share-sentence';
const kindOf = (pages, kind) => pages.find((page) => page.kind === kind);

// Opens the sheet and presses the button of the picture; gives its width and height, as the file says them.
async function saved(page) {
  await page.locator('#to-share').click();
  const download = page.waitForEvent('download');
  await page.locator('.share-paint').click();
  const bytes = readFileSync(await (await download).path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

for (const kind of ['figure-page', 'chart-page']) {
  test(`a picture of the ${kind} is saved`, ({ pages, visit }) =>
    visit(kindOf(pages, kind).url, {}, async (page) => {
      const [width, height] = await saved(page);
      expect(width).toBe(1080);
      expect(height).toBeGreaterThan(800);
      await expect(page.locator('[role=status]')).not.toBeEmpty();
    }));
}

test('a picture of a chart has its title and type that is read on a phone', ({ pages, visit }) =>
  visit(kindOf(pages, 'chart-page').url, {}, async (page) => {
    await page.evaluate(() => {
      const [draw, write, address] = [CanvasRenderingContext2D.prototype.drawImage, CanvasRenderingContext2D.prototype.fillText, URL.createObjectURL];
      window.written = '';
      CanvasRenderingContext2D.prototype.drawImage = function (image, ...place) { window.wide = [image.width, place[2]]; return draw.call(this, image, ...place); };
      CanvasRenderingContext2D.prototype.fillText = function (words, ...place) { window.written += words; return write.call(this, words, ...place); };
      URL.createObjectURL = (blob) => { if (blob.type === 'image/svg+xml') window.drawn = blob.text(); return address.call(URL, blob); };
    });
    await saved(page);
    const [wide, width] = await page.evaluate(() => window.wide);
    expect(wide, 'drawn as large as it is laid out').toBe(width);
    // Of 1080 px a phone shows a third.
    expect(Number(/svg \{ font-size: (\d+)px/.exec(await page.evaluate(() => window.drawn))[1]) / 3).toBeGreaterThanOrEqual(12);
    const title = await page.locator('h1').innerText();
    expect(await page.evaluate(() => window.written)).toContain(title.replace(/\s/g, ''));
  }));

test('a sentence that was chosen has a picture with just its words, in full', ({ section, visit }) =>
  visit(section.url, {}, async (page) => {
    // What the canvas is given to write, line after line.
    await page.evaluate(() => {
      window.written = [];
      const write = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (words, ...place) { window.written.push(words); return write.call(this, words, ...place); };
    });
    await page.locator('.text .anchor').first().click();
    await page.locator('#to-share').click();
    const id = await page.locator(`${CHOICE} option`).nth(2).getAttribute('value');
    await page.locator(CHOICE).selectOption(id);
    const words = await page.locator(`[id="${id}"]`).evaluate((sentence) => {
      const copy = sentence.cloneNode(true);
      copy.querySelectorAll('[data-ui]').forEach((extra) => extra.remove());
      return copy.textContent.trim();
    });
    const download = page.waitForEvent('download');
    await page.locator('.share-paint').click();
    await download;
    const written = await page.evaluate(() => window.written);
    expect(written.join('')).toContain(words);
    expect(written.join('')).toContain('政府工作报告');
    for (const line of written) expect(line, 'no line begins with a stop').not.toMatch(/^[，。、；：！？”]/);
  }));

test('a picture can be passed on where the device passes files on', ({ pages, visit }) =>
  visit(kindOf(pages, 'figure-page').url, {}, async (page) => {
    await page.evaluate(() => {
      navigator.canShare = () => true;
      navigator.share = async ({ files }) => { window.passed = [files[0].type, files[0].size]; };
    });
    await page.locator('#to-share').click();
    await page.locator('.share-paint').click();
    await expect.poll(() => page.evaluate(() => window.passed && window.passed[0])).toBe('image/png');
  }));

test('in WeChat the sheet tells of its menu, and the picture is shown to be held', ({ pages, visit }) =>
  visit(kindOf(pages, 'figure-page').url, { before: asWeChat, width: 390, touch: true }, async (page) => {
    await page.locator('#to-share').click();
    await expect(page.locator('.share-hint')).toContainText('右上角');
    await page.locator('.share-paint').click();
    await expect(page.locator('.share-seen')).toBeVisible();
    await expect.poll(() => page.locator('.share-seen').evaluate((image) => image.naturalWidth)).toBe(1080);
  }));

test('elsewhere nothing is said of WeChat, and a page without a sentence chosen offers no picture of one', ({ section, visit }) =>
  visit(section.url, {}, async (page) => {
    await page.locator('#to-share').click();
    await expect(page.locator('.share-ways button').first()).toBeVisible();
    await expect(page.locator('.share-hint')).toHaveCount(0);
    await expect(page.locator('.share-paint')).toBeHidden();
  }));

test('each sentence of a paragraph is shared by its own link: chosen in the sheet, or by selecting words of it', ({ section, visit }) =>
  visit(section.url, {}, async (page) => {
    await page.locator('.text .anchor').first().click();
    await page.locator('#to-share').click();
    // The script of the sheet is fetched when it is opened.
    await expect(page.locator(`${CHOICE} option`)).not.toHaveCount(0);
    const shared = (cut) => page.evaluate((cut) => gongdu.share.shared().url.split(cut)[0], cut);
    const paragraph = await shared();
    const ids = await page.locator(`${CHOICE} option`).evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) {
      await page.locator(CHOICE).selectOption(id);
      await expect.poll(() => shared(':~:')).toBe(`${section.url}#${id}`);
    }
    await page.locator(CHOICE).selectOption('');
    await expect.poll(() => shared()).toBe(paragraph);
    await page.keyboard.press('Escape');
    const other = await page.locator('.text .s').last().evaluate((sentence) => {
      getSelection().selectAllChildren(sentence);
      return sentence.id;
    });
    await expect.poll(() => shared(':~:')).toBe(`${section.url}#${other}`);
  }));

test('what was copied is said, and where it goes', ({ section, visit }) =>
  visit(section.url, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.locator('.text .anchor').first().click();
    const words = (await page.locator('.text .s').first().innerText()).slice(0, 8);
    await expect(page.locator('.toast')).toContainText(words);
    await expect(page.locator('.toast')).toContainText('粘贴');
  }));
