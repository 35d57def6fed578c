// A page can be walked with the keyboard alone: skip link first, then everything in its order, and one sees where one is.

import { expectNothing, lasting } from './findings.mjs';
import { expect, test } from './fixtures.mjs';

// Enough to pass through the header, the contents and a good part of the text of the longest page.
const STEPS = 60;

test('the skip link comes first, shows itself, and leads into the text', ({ kinds, visit }) =>
  expectNothing(kinds, (page) =>
    visit(page.url, {}, async (view) => {
      // The page that searches begins in its field; the way from its top is walked here.
      await view.evaluate(() => {
        document.body.tabIndex = -1;
        document.body.focus();
      });
      await view.keyboard.press('Tab');
      const skip = await view.evaluate(() => {
        const { left, top, width, height } = document.activeElement.getBoundingClientRect();
        return { href: document.activeElement.getAttribute('href'), seen: left >= 0 && top >= 0 && width > 24 && height > 23 };
      });
      if (skip.href !== '#main') return [`the first stop leads to ${skip.href}`];
      const found = skip.seen ? [] : ['the skip link cannot be seen'];
      await view.keyboard.press('Enter');
      await view.keyboard.press('Tab');
      const after = await view.evaluate(() => {
        const main = document.querySelector('main');
        const now = document.activeElement;
        // A text without a link in it has its next stop behind it.
        return main.contains(now) || !main.querySelector('a[href], button, [tabindex="0"]');
      });
      return after ? found : [...found, 'the stop after the skip link is outside of main'];
    })));

for (const width of [390, 1280]) {
  test(`tab stops follow the text, are in view, and show the focus, at ${width} px`, ({ kinds, visit }) =>
    expectNothing(kinds, (page) =>
      visit(page.url, { width, height: 800 }, async (view) => {
        const found = [];
        await view.evaluate(() => document.addEventListener('focusin', (event) => { (globalThis.walk ??= []).push(event.target); }));
        for (let step = 0; step < STEPS; step += 1) {
          await view.keyboard.press('Tab');
          let end;
          found.push(...(await lasting(async () => {
            const now = await view.evaluate(stop);
            end = now.end;
            return now.faults;
          })));
          if (end) break;
        }
        return [...new Set(found)].slice(0, 8);
      })));
}

test('the contents can be opened and followed with the keyboard on a phone', ({ pages, visit }) =>
  visit(pages.find((page) => page.kind === 'section').url, { width: 390 }, async (view) => {
    await view.locator('#to-contents').focus();
    await view.keyboard.press('Enter');
    const link = view.locator('nav details a[href]').nth(1);
    await expect(link).toBeVisible();
    const before = view.url();
    await link.focus();
    await view.keyboard.press('Enter');
    await view.waitForURL((url) => url.href !== before);
    await expect(view.locator('h1').first()).toBeVisible();
  }));

test('one walk with the keyboard: contents, a term, a figure, its page, sharing, and back', ({ pages, visit }) =>
  visit(pages.find((page) => page.kind === 'overview' && page.path.includes('/')).url, { width: 390 }, async (view) => {
    const press = async (selector) => {
      const link = view.locator(selector).first();
      await link.focus();
      await view.keyboard.press('Enter');
    };
    // A page can be seen before its scripts have come.
    const arrive = async (kind) => {
      await view.waitForSelector(`body.${kind}`);
      await view.waitForLoadState('load');
    };
    await press('.contents a');
    await arrive('section');
    const section = view.url();
    await press('a.term');
    await view.waitForSelector('.definition:popover-open');
    await view.keyboard.press('Escape');
    await expect(view.locator('a.term').first(), 'from the definition back to the term').toBeFocused();
    await press('a.fig:not([href*="#"])');
    await view.waitForSelector('#f-card:popover-open');
    await press('#f-card a[href*="/f"]');
    await arrive('figure-page');
    await press('#to-share');
    await view.waitForSelector('#share:popover-open');
    await view.keyboard.press('Escape');
    await expect(view.locator('#to-share'), 'from sharing back to its tool').toBeFocused();
    await view.goBack();
    await expect.poll(() => view.url().split('#')[0], 'and back to the section').toBe(section);
  }));

// In the page: what is wrong with the element that has the focus now.
function stop() {
  const now = document.activeElement;
  const before = globalThis.walk.at(-2);
  if (!now || now === document.body) return { end: true, faults: [] };
  const faults = [];
  if (before && before !== now && before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_PRECEDING) {
    // Round at the end the walk begins anew.
    if (now.matches('.skip')) return { end: true, faults };
    faults.push(`${nameOf(now)} comes after ${nameOf(before)}, against the order of the text`);
  }
  if (now.tabIndex > 0) faults.push(`${nameOf(now)} has a tabindex of ${now.tabIndex}`);
  const box = now.getClientRects()[0];
  if (!box || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push(`${nameOf(now)} has the focus out of view`);
  else {
    // Something may stand over a part of it, not over all of it (WCAG 2.4.11).
    const along = (from, to, edge) => [0.1, 0.5, 0.9].map((share) => Math.min(edge - 1, Math.max(0, from)) * (1 - share) + Math.min(edge - 1, to) * share);
    const points = along(box.left, box.right, innerWidth).flatMap((x) => along(box.top, box.bottom, innerHeight).map((y) => [x, y]));
    const over = points.map(([x, y]) => document.elementFromPoint(x, y));
    if (!over.some((one) => one && (now.contains(one) || one.contains(now)))) faults.push(`${nameOf(now)} has the focus under ${nameOf(over[4])}`);
  }
  const outlined = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  // In a chart the ring is the stroke of the area that can be pressed.
  const hit = now.querySelector?.('.c-hit');
  const stroked = hit && getComputedStyle(hit).stroke !== 'none' && parseFloat(getComputedStyle(hit).strokeWidth) >= 2;
  if (!outlined(now) && !stroked) faults.push(`${nameOf(now)} does not show the focus`);
  return { end: false, faults };
}
