// Charts lead to their sentences and back, and can be read on the narrowest page.

import { expectNothing, lasting } from './findings.mjs';
import { expect, test as base } from './fixtures.mjs';
import { enlarge, hasTools } from './visit.mjs';

const WIDTHS = [320, 390, 1280];
const test = base.extend({
  withCharts: ({ pages }, use) => use(pages.filter((page) => page.html.includes('c-chart'))),
  withWays: ({ pages }, use) => use(pages.filter((page) => page.kind === 'section' && page.html.includes('to-chart'))),
});

test('the site has charts, and sentences lead to them', ({ withCharts, withWays }) => {
  expect(withCharts.length, 'pages with charts').toBeGreaterThanOrEqual(5);
  expect(withWays.length, 'section pages that link to a chart').toBeGreaterThan(0);
});

test('from a sentence to its chart and back', ({ withWays, visit }) =>
  expectNothing(withWays, (page) =>
    visit(page.url, { width: 390 }, async (view) => {
      await view.locator('a.to-chart').first().click();
      await view.waitForURL(/\/charts\//);
      const mark = view.locator(`svg a[href*="${page.path.split('/').at(-2)}/"]`).first();
      const id = (await mark.getAttribute('href')).split('#')[1];
      // A mark is pressed by keyboard, as its middle may be empty paper.
      await mark.focus();
      await view.keyboard.press('Enter');
      await view.waitForURL(new RegExp(`#${id}$`));
      if (!view.url().startsWith(page.url)) return [`the chart leads to ${view.url()}`];
      await expect(view.locator(`.fig#${id}:target`)).toBeVisible();
      return [];
    })));

test('every mark is a link that lands on its words', ({ pages, withCharts, visit }) =>
  expectNothing(withCharts, (page) =>
    visit(page.url, {}, async (view) => {
      const { found, links } = await view.evaluate(marks);
      for (const { href, name } of links) {
        const { page: target, id } = split(pages, href);
        if (!target) found.push(`${name} leads to no page: ${href}`);
        else if (!new RegExp(`class="fig[^"]*"[^>]* id="${id}"|id="${id}"[^>]* class="fig`).test(target.html)) found.push(`${name} leads to no figure: ${href}`);
      }
      return found;
    })));

test(`the words of a chart are large enough, whole, and apart, at ${WIDTHS.join(', ')} px`, ({ withCharts, visit }) =>
  expectNothing(withCharts, (page) =>
    visit(page.url, { width: WIDTHS[0] }, async (view) => {
      const found = [];
      for (const width of WIDTHS) {
        await view.setViewportSize({ width, height: 900 });
        found.push(...(await lasting(() => view.evaluate(words, 12))).map((fault) => `at ${width} px ${fault}`));
      }
      return found;
    })));

test('in large type the words of a chart are at least 24 px high, whole and apart, at 320, 390 and 1280 px', ({ withCharts, visit }) =>
  expectNothing(withCharts.filter(hasTools), (page) =>
    visit(page.url, { width: WIDTHS[0] }, async (view) => {
      await enlarge(view);
      const found = [];
      for (const width of WIDTHS) {
        await view.setViewportSize({ width, height: 900 });
        found.push(...(await lasting(() => view.evaluate(words, 24))).map((fault) => `at ${width} px ${fault}`));
      }
      return found;
    })));

function split(pages, href) {
  const [url, id] = href.split('#');
  return { page: pages.find((page) => page.url === url), id };
}

// In the page: marks that are no link, and all links of the marks.
function marks() {
  const found = [];
  const links = [];
  const SHAPES = '.c-bar, .c-dot, .c-ring, .c-tick, .c-stop, .c-on, .c-soft, .c-value';
  for (const chart of document.querySelectorAll('main svg.c-chart')) {
    for (const shape of chart.querySelectorAll(SHAPES)) {
      // A key and a pattern explain marks; they are none.
      if (shape.closest('a[href], .c-key, defs')) continue;
      found.push(`${chart.getAttribute('aria-labelledby')}: ${nameOf(shape)} is no link`);
    }
    for (const link of chart.querySelectorAll('a[href]')) {
      const name = link.getAttribute('aria-label') ?? link.textContent.trim();
      if (!name) found.push(`${nameOf(link)} has no name`);
      links.push({ href: new URL(link.getAttribute('href'), location.href).href, name });
    }
    if (!chart.querySelector('a[href]')) found.push(`${nameOf(chart)} has no link`);
  }
  return { found, links };
}

// In the page: words that are small, cut off, or that touch one another.
function words(least) {
  const found = [];
  for (const chart of document.querySelectorAll('main svg.c-chart')) {
    const texts = [...chart.querySelectorAll('text')].filter((text) => text.textContent.trim() && text.checkVisibility());
    const boxes = texts.map((text) => ({ text, box: text.getBoundingClientRect(), words: text.textContent.trim() }));
    for (const { text, box, words } of boxes) {
      const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d;
      if (size < least - 0.01) found.push(`“${words}” is ${size.toFixed(1)} px high`);
      if (box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5) found.push(`“${words}” runs out of the page, to ${Math.round(box.right)} px`);
    }
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        // A line's box has air above and below its characters: lines may share some of that.
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const air = Math.min(one.box.height, other.box.height) * 0.3;
        if (across > 1 && down > air) found.push(`“${one.words}” and “${other.words}” overlap by ${Math.round(across)} by ${Math.round(down)} px`);
      }
    });
  }
  return found;
}
