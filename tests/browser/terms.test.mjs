// A term opens its definition in place, by pointer and by keyboard, and gives the focus back; without script it is a link.

import { expectNothing } from './findings.mjs';
import { expect, test as base } from './fixtures.mjs';
import { hasTools } from './visit.mjs';

const test = base.extend({
  // In the file that leaves the site, and among the entries of the glossary, a term leads to its entry below.
  withTerms: ({ pages }, use) =>
    use(pages.filter((page) => page.html.includes('class="term"') && page.kind !== 'glossary-page' && hasTools(page))),
  // A page with at least two terms, to go from one to the other.
  section: ({ withTerms }, use) => use(withTerms.find((page) => page.kind === 'section' && page.html.split('class="term"').length > 2)),
});
const WIDTHS = [320, 1280];

// One at most is open at a time: an assertion fails where there are two.
const opened = (page) => page.locator(':popover-open');

for (const width of WIDTHS) {
  test(`a click opens the definition, Escape closes it and the focus returns, at ${width} px`, ({ section, visit }) =>
    visit(section.url, { width }, async (page) => {
      const term = page.locator('a.term').first();
      const id = await term.getAttribute('data-term');
      await term.click();
      await expect(opened(page), 'one definition is open').toHaveId(`d-${id}`);
      await expect(page, 'the page has not moved on').toHaveURL(section.url);
      await expect(page.locator(`#d-${id}`)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(opened(page), 'Escape closes').toHaveCount(0);
      await expect(term, 'the focus is on the term again').toBeFocused();
    }));

  test(`Enter opens the definition, Tab goes into it, Escape closes it, at ${width} px`, ({ section, visit }) =>
    visit(section.url, { width }, async (page) => {
      const term = page.locator('a.term').first();
      const id = await term.getAttribute('data-term');
      await term.focus();
      await page.keyboard.press('Enter');
      await expect(opened(page)).toHaveId(`d-${id}`);
      await page.keyboard.press('Tab');
      await expect(page.locator(`#d-${id} :focus`), 'the next Tab stop is in the definition').toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(term).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(opened(page), 'it opens again').toHaveId(`d-${id}`);
    }));

  test(`every definition stands inside the window and can be read to its end, at ${width} px`, ({ withTerms, visit }) =>
    expectNothing(withTerms, (page) => visit(page.url, { width, height: 640 }, (view) => view.evaluate(definitionsOutside))));
}

test('the button of a definition closes it and the focus returns', ({ section, visit }) =>
  visit(section.url, { width: 390 }, async (page) => {
    const term = page.locator('a.term').first();
    await term.click();
    await page.locator(':popover-open button').click();
    await expect(opened(page)).toHaveCount(0);
    await expect(term).toBeFocused();
  }));

test('one definition is open at a time, and a click beside it closes it', ({ section, visit }) =>
  visit(section.url, {}, async (page) => {
    const ids = await page.locator('a.term').evaluateAll((terms) => terms.map((term) => term.dataset.term));
    for (const index of [0, 1]) {
      await page.locator('a.term').nth(index).focus();
      await page.keyboard.press('Enter');
      await expect(opened(page)).toHaveId(`d-${ids[index]}`);
    }
    await page.locator('h1').first().click({ position: { x: 2, y: 2 } });
    await expect(opened(page)).toHaveCount(0);
  }));

test('a click that asks for a new tab gets one', ({ section, visit }) =>
  visit(section.url, {}, async (page, context) => {
    const tab = context.waitForEvent('page');
    await page.locator('a.term').first().click({ modifiers: ['ControlOrMeta'] });
    await expect(await tab).toHaveURL(/glossary\/(index\.html)?#t\d+$/);
    await expect(opened(page)).toHaveCount(0);
  }));

test('without script a term leads to its entry in the glossary', ({ section, visit }) =>
  visit(section.url, { script: false }, async (page) => {
    const term = page.locator('a.term').first();
    const id = await term.getAttribute('data-term');
    const words = await term.textContent();
    await term.click();
    await page.waitForURL(new RegExp(`#${id}$`));
    const entry = page.locator(`#${id}:target`);
    await expect(entry).toBeVisible();
    await expect(entry, `the entry speaks of ${words}`).toContainText(words);
  }));

// In the page: opens each term in turn where it stands and measures what opened.
async function definitionsOutside() {
  const found = [];
  for (const term of document.querySelectorAll('a.term')) {
    const definition = document.getElementById(`d-${term.dataset.term}`);
    if (!definition) {
      found.push(`${nameOf(term)} has no definition in this page`);
      continue;
    }
    term.scrollIntoView({ block: 'center' });
    term.click();
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    if (!definition.matches(':popover-open')) found.push(`${nameOf(term)} opens nothing`);
    const box = definition.getBoundingClientRect();
    // A box beside its term is placed before the scroll is rounded to pixels.
    const inside = box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 2;
    const corners = [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ');
    if (!inside) found.push(`${nameOf(definition)} stands at ${corners} in a window of ${innerWidth} by ${innerHeight}`);
    const scrolls = /auto|scroll/.test(getComputedStyle(definition).overflowY);
    const cut = definition.scrollHeight > definition.clientHeight + 1 && !scrolls;
    if (cut || definition.scrollWidth > definition.clientWidth + 1) found.push(`${nameOf(definition)} is cut`);
    if (document.querySelectorAll(':popover-open').length > 1) found.push(`${nameOf(term)} leaves another definition open`);
    definition.hidePopover();
  }
  return found;
}
