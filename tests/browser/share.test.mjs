// Sharing: the tool of the bar opens the block at the end of the page as a sheet; what it copies is the page, or what was
// tapped last. Without script the tool is a link to the block.


import { copiedBy } from './clipboard.mjs';
import { expect, test as base } from './fixtures.mjs';

const test = base.extend({
  section: ({ pages }, use) => use(pages.find((page) => page.kind === 'section' && page.html.includes('class="fig'))),
});
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const way = (page, words) => page.locator('.share-ways button', { hasText: words });
const copied = (page, words) => copiedBy(page, () => way(page, words).click());

for (const width of [390, 1280]) {
  test(`the sheet opens, holds the focus and gives it back, at ${width} px`, ({ section, visit }) =>
    visit(section.url, { width }, async (page) => {
      await page.locator('#to-share').focus();
      await page.keyboard.press('Enter');
      const sheet = page.locator('#share:popover-open');
      await expect(sheet).toHaveAttribute('role', 'dialog');
      await expect(async () => {
        const { x, width: wide } = await sheet.boundingBox();
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + wide, 'the sheet stands in the window').toBeLessThanOrEqual(width + 1);
      }).toPass({ timeout: 5_000 });
      await page.keyboard.press('Tab');
      await expect(sheet.locator(':focus')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(sheet).toHaveCount(0);
      await expect(page.locator('#to-share')).toBeFocused();
      // The block stands at the end of the page again, as soon as the page hears that the sheet is closed.
      await expect(page.locator('#share:not([popover])')).toBeVisible();
    }));
}

test('link and citation of the page are copied, the citation with the day of today', ({ section, visit }) =>
  visit(section.url, clipboard, async (page) => {
    await page.locator('#to-share').click();
    expect(await copied(page, '复制链接')).toBe(section.url);
    const citation = await copied(page, '复制引文');
    const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    expect(citation.slice(-`[${day}]. ${section.url}.`.length)).toBe(`[${day}]. ${section.url}.`);
    expect(citation).toMatch(/\[R\/OL\]\. \(\d{4}-\d\d-\d\d\)\[/);
  }));

test('what is said of a copy stands over the open sheet and clear of its buttons', ({ section, visit }) =>
  visit(section.url, { ...clipboard, width: 390 }, async (page) => {
    await page.locator('#to-share').click();
    await copied(page, '复制链接');
    const said = page.locator('.toast:popover-open');
    await expect(said, 'in the top layer, like the sheet').toContainText('已复制链接');
    const told = await said.boundingBox();
    const sheet = await page.locator('#share:popover-open').boundingBox();
    expect(told.y + told.height).toBeLessThanOrEqual(sheet.y);
  }));

test('where there is no clipboard, words are copied by selecting them', ({ section, visit }) => {
  const before = (context) => context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  return visit(section.url, { before }, async (page) => {
    await page.evaluate(() => document.addEventListener('copy', () => { window.copied = document.activeElement.value; }));
    await page.locator('#to-share').click();
    await way(page, '复制链接').click();
    await expect(page.locator('.toast')).toContainText('已复制链接');
    expect(await page.evaluate(() => window.copied)).toBe(section.url);
    await expect(way(page, '复制链接'), 'the focus is where it was').toBeFocused();
  });
});

test('what was tapped last is shared, with its own words, until the whole page is wanted', ({ section, visit }) =>
  visit(section.url, clipboard, async (page) => {
    const anchor = page.locator('.text .anchor').nth(1);
    const id = (await anchor.getAttribute('href')).slice(1);
    await anchor.click();
    await page.locator('#to-share').click();
    await expect(page.locator('.share-what')).not.toBeEmpty();
    const words = await page.locator('.share-what').innerText();
    const start = words.replace('…', '').slice(0, 6);
    expect((await page.locator(`[id="${id}"]`).innerText()).slice(0, start.length)).toBe(start);
    expect(await copied(page, '复制链接')).toBe(`${section.url}#${id}`);
    await way(page, '改为分享本页').click();
    expect(await copied(page, '复制链接')).toBe(section.url);
  }));

for (const [what, selector, shared] of [
  ['its page', 'a.fig:not([href*="#"])', (id) => `/${id}/$`],
  ['its place, where it has no page', 'a.fig[href*="#"]', (id) => `/[^/]+/[^/]*#${id}$`],
]) {
  test(`the card of a figure shares ${what}`, ({ section, visit }) =>
    visit(section.url, clipboard, async (page) => {
      const figure = page.locator(selector).first();
      const id = await figure.getAttribute('id');
      await figure.click();
      await page.locator('.f-card button', { hasText: '分享' }).click();
      expect(await copied(page, '复制链接')).toMatch(new RegExp(shared(id)));
      expect(await copied(page, '复制引文')).toContain(`${section.url}#${id}`);
    }));
}

test('the link of a sentence names it by its id, and brings its first words along', ({ section, visit }) => {
  const id = / class="s" id="([^"]+)"| id="([^"]+s\d+)"/.exec(section.html).slice(1).find(Boolean);
  return visit(`${section.url}#${id}`, clipboard, async (page) => {
    await page.locator('#to-share').click();
    const link = await copied(page, '复制链接');
    const words = await page.locator(`[id="${id}"]`).innerText();
    expect(link.split(':~:text=')[0]).toBe(`${section.url}#${id}`);
    expect(words).toContain(decodeURIComponent(link.split(':~:text=')[1]));
    // A browser that knows no such links sees all of it behind the sign.
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.locator('.s:target')).toHaveAttribute('id', id);
  });
});

test('a browser that does not know the first words in a link lands on the id all the same', ({ section, visit }) => {
  const id = / id="([^"]+s\d+)"/.exec(section.html)[1];
  return visit(section.url, {}, async (page) => {
    // Set by a script, no browser takes the words off.
    await page.evaluate((hash) => { location.hash = hash; }, `${id}:~:text=x`);
    await page.reload();
    await expect(page.locator('.s:target')).toHaveAttribute('id', id);
  });
});

test('without script the tool is a link to the block, and the citation can be read', ({ section, visit }) =>
  visit(section.url, { script: false }, async (page) => {
    await page.locator('#to-share').click();
    await expect(page.locator('#share')).toBeVisible();
    await page.locator('#share .fold summary').click();
    await expect(page.locator('.citation').first()).toHaveText(/\[引用日期\]\. 网址\.$/);
  }));
