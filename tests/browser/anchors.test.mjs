// A deep link lands: what it names is in view, hidden under nothing, and marked; and a paragraph's link can be copied.

import { copiedBy } from './clipboard.mjs';
import { expectNothing, lasting } from './findings.mjs';
import { expect, test as base } from './fixtures.mjs';

const ids = (page, pattern) => [...page.html.matchAll(pattern)].map((match) => match[1]);
// From the middle of a page, where the window must scroll, and the last, where it cannot scroll as far as it would like.
const middleAndLast = (list) => [list[Math.floor(list.length / 2)], list.at(-1)];
const targetsOf = (section, full, glossary, figures) => [
  ...[section, full].flatMap((page) =>
    [/<p[^>]* id="([^"]+p\d+)"/g, /<span[^>]* id="([^"]+s\d+)"/g, /<a class="fig[^>]* id="(f\d+)"/g].flatMap((pattern) =>
      middleAndLast(ids(page, pattern)).map((id) => ({ page, id, marked: true })))),
  ...ids(full, /<h[2-4][^>]* id="([^"]+)"/g).map((id) => ({ page: full, id })),
  ...middleAndLast(ids(glossary, / id="(t\d+)"/g)).map((id) => ({ page: glossary, id, marked: true })),
  ...middleAndLast(ids(figures, / id="(f\d+)"/g)).map((id) => ({ page: figures, id, marked: true })),
].map((target) => ({ ...target, name: `${target.page.name}#${target.id}` }));

const test = base.extend({
  sections: ({ pages }, use) => use(pages.filter((page) => page.kind === 'section')),
  // The longest.
  section: ({ sections }, use) => use(sections.toSorted((a, b) => b.html.length - a.html.length)[0]),
  ofReport: ({ section, pageAt }, use) => use((name) => pageAt(`${section.path.split('/')[0]}/${name}/index.html`)),
});

for (const width of [390, 1280]) {
  test(`a deep link lands in view, under no header, and is marked, at ${width} px`, ({ section, ofReport, visit }) =>
    expectNothing(targetsOf(section, ...['full', 'glossary', 'figures'].map(ofReport)), ({ page, id, marked }) =>
      visit(`${page.url}#${id}`, { width, height: 700 }, (view) => lasting(() => view.evaluate(landing, [id, marked])))));
}

test('a paragraph on a section page has the same address on the full page', ({ sections, ofReport }) => {
  const full = ofReport('full');
  return expectNothing(sections.filter((page) => page.root === full.root), async (page) =>
    ids(page, /<p[^>]* id="([^"]+p\d+)"/g).filter((id) => !full.html.includes(` id="${id}"`)).map((id) => `#${id} is not on the full page`));
});

test('the mark of a paragraph copies its whole address and says so', ({ section, visit }) =>
  visit(section.url, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const anchor = page.locator('p a.anchor').nth(2);
    const id = await anchor.evaluate((link) => link.closest('p').id);
    await anchor.focus();
    expect(await copiedBy(page, () => page.keyboard.press('Enter'))).toBe(`${section.url}#${id}`);
  }));

for (const [name, break_] of [
  ['is not there', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
  ['refuses', () => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }],
]) {
  test(`where the clipboard ${name} the mark leads to the paragraph`, ({ section, visit }) =>
    visit(section.url, { before: (context) => context.addInitScript(break_) }, async (page) => {
      const anchor = page.locator('p a.anchor').nth(2);
      const id = await anchor.evaluate((link) => link.closest('p').id);
      await anchor.click();
      await page.waitForURL(`${section.url}#${id}`);
    }));
}

test('without script the mark leads to the paragraph', ({ section, visit }) =>
  visit(section.url, { script: false }, async (page) => {
    const href = await page.locator('p a.anchor').nth(2).getAttribute('href');
    await page.locator('p a.anchor').nth(2).click();
    await expect(page).toHaveURL(section.url + href);
  }));

test('every paragraph shows its mark on a phone, where nothing can hover', ({ sections, visit }) =>
  expectNothing(sections, (page) =>
    visit(page.url, { width: 390, touch: true }, (view) => view.evaluate(paragraphsWithoutMark))));

// In the page: how the target stands and looks beside its like.
function landing([id, marked]) {
  const found = [];
  const target = document.getElementById(id);
  if (!target?.matches(':target')) return ['is not the target'];
  const box = target.getClientRects()[0];
  if (box.top < -1 || box.top + Math.min(box.height, 24) > innerHeight) {
    return [`is out of view: it begins at ${Math.round(box.top)} px in a window ${innerHeight} px high`];
  }
  const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 12), box.top + Math.min(box.height / 2, 12));
  if (!target.contains(over) && !over?.contains(target)) found.push(`is hidden under ${over ? nameOf(over) : 'nothing'}`);
  if (!marked) return found;
  const look = (element) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    return `${backgroundColor} ${backgroundImage}`;
  };
  const like = [...document.querySelectorAll(`${target.tagName}[id]`)].find((one) =>
    one !== target && one.className === target.className && !one.contains(target) && !target.contains(one) && one.parentElement !== target.parentElement.parentElement);
  if (like && look(like) === look(target)) found.push(`looks like its neighbour #${like.id}: ${look(target)}`);
  return found;
}

// In the page: paragraphs with an address whose mark is missing or cannot be seen.
function paragraphsWithoutMark() {
  const seen = (anchor) => {
    const box = anchor.getBoundingClientRect();
    let opacity = 1;
    for (let one = anchor; one; one = one.parentElement) opacity *= getComputedStyle(one).opacity;
    return box.width >= 1 && box.height >= 1 && opacity > 0.2 && getComputedStyle(anchor).visibility === 'visible';
  };
  return [...document.querySelectorAll('main .text p[id]')]
    .filter((paragraph) => ![...paragraph.querySelectorAll(`a.anchor[href="#${paragraph.id}"]`)].some(seen))
    .map((paragraph) => `#${paragraph.id} shows no mark to copy its link`);
}
