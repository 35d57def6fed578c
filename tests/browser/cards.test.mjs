// A figure in the text opens a card in place that says what it is of; without script it leads to its own page, or to its row in the table.

import { expectNothing } from './findings.mjs';
import { expect, test as base } from './fixtures.mjs';
import { copiedBy } from './clipboard.mjs';

const test = base.extend({
  section: ({ pages }, use) => use(pages.find((page) => page.kind === 'section' && page.html.includes('to-chart'))),
});

test('Enter opens the card of a figure, Tab goes into it, Escape closes it and the focus returns', ({ section, visit }) =>
  visit(section.url, { width: 390 }, async (page) => {
    const figure = page.locator('a.fig').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const card = page.locator(':popover-open');
    await expect(card).toHaveCount(1);
    await expect(card, 'the card has the words of the figure').toContainText(await figure.textContent());
    await page.keyboard.press('Tab');
    await expect(card.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expect(figure).toBeFocused();
  }));

for (const width of [320, 1280]) {
  test(`every card stands inside the window, at ${width} px`, ({ pages, visit }) =>
    expectNothing(pages.filter((page) => page.kind === 'section' && page.html.includes('class="fig')), (page) =>
      visit(page.url, { width, height: 640 }, (view) => view.evaluate(cardsOutside))));
}

test('the card copies the sentence with its address', ({ section, visit }) =>
  visit(section.url, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const figure = page.locator('a.fig').first();
    await figure.click();
    const copied = await copiedBy(page, () => page.locator(':popover-open button', { hasText: '复制' }).click());
    expect(copied).toContain(await figure.textContent());
    expect(copied).toContain(`${section.url}#${await figure.getAttribute('id')}`);
  }));

test('without script a figure leads to its own page, and one that has none to its row', ({ section, visit }) =>
  visit(section.url, { script: false }, async (page) => {
    const figure = page.locator('a.fig:not([href*="#"])').first();
    const [id, words] = [await figure.getAttribute('id'), await figure.textContent()];
    await figure.click();
    await page.waitForURL(new RegExp(`/${id}/[^#]*$`));
    await expect(page.locator('h1')).toContainText(words);
    await page.goBack();
    const other = page.locator('a.fig[href*="#"]').first();
    const row = await other.getAttribute('id');
    await other.click();
    await page.waitForURL(new RegExp(`/figures/[^#]*#${row}$`));
    await expect(page.locator(`tr#${row}`)).toBeVisible();
  }));

// In the page: opens the card of each figure where it stands and measures it.
async function cardsOutside() {
  const found = [];
  for (const figure of document.querySelectorAll('a.fig')) {
    figure.scrollIntoView({ block: 'center' });
    figure.click();
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const card = document.querySelector(':popover-open');
    if (!card) {
      found.push(`${nameOf(figure)} opens nothing`);
      continue;
    }
    const box = card.getBoundingClientRect();
    const inside = box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 2;
    const corners = [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ');
    if (!inside) found.push(`${nameOf(figure)}: its card stands at ${corners} in a window of ${innerWidth} by ${innerHeight}`);
    if (card.scrollWidth > card.clientWidth + 1) found.push(`${nameOf(figure)}: its card is cut`);
    card.hidePopover();
  }
  return found;
}
