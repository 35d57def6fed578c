// axe finds nothing: on every page, and on each kind of page in every condition that a reader may be in.

import axe from 'axe-core';
import { expectNothing } from './findings.mjs';
import { test } from './fixtures.mjs';
import { enlarge, hasTools } from './visit.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// In the dark nothing but colours is different.
const COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDTHS = [320, 1280];

test('axe finds nothing on any page, on a phone', ({ pages, englishKinds, visit }) =>
  expectNothing([...pages, ...englishKinds], (page) => visit(page.url, { width: 390 }, (view) => faults(view, TAGS))));

test(`axe finds nothing at ${WIDTHS.join(' and ')} px, light, dark and in large type`, ({ kinds, visit }) =>
  expectNothing(kinds, (page) =>
    visit(page.url, { width: WIDTHS[0] }, async (view) => {
      const plain = await inEveryLight(view, WIDTHS);
      if (!hasTools(page)) return plain;
      await enlarge(view);
      return [...plain, ...(await inEveryLight(view, WIDTHS)).map((words) => `in large type ${words}`)];
    })));

// Without script a link to the page itself sets the large type.
test('axe finds nothing without script, light, dark and in large type', ({ kinds, visit }) =>
  expectNothing(kinds.flatMap((page) => ['', '#large'].map((place) => ({ name: page.name + place, url: page.url + place }))), ({ url }) =>
    visit(url, { width: 320, unscripted: true }, (view) => inEveryLight(view, [320]))));

const openings = WIDTHS.flatMap((width) => ['light', 'dark'].map((scheme) => ({ name: `${scheme} at ${width} px`, width, scheme })));

test('axe finds nothing on a page with a definition open', ({ pages, visit }) => {
  const section = pages.find((page) => page.kind === 'section' && page.html.includes('class="term"'));
  return expectNothing(openings, ({ width, scheme }) =>
    visit(section.url, { width, scheme }, async (view) => {
      await view.locator('a.term').first().click();
      await view.locator(':popover-open').waitFor();
      // axe does not know that a popover lies above the bar at the foot; layout and terms measure and press its targets.
      return (await faults(view, TAGS)).filter((words) => !words.startsWith('target-size'));
    }));
});

async function inEveryLight(view, widths) {
  const found = [];
  for (const width of widths) {
    await view.setViewportSize({ width, height: 900 });
    found.push(...(await faults(view, TAGS)).map((words) => `at ${width} px ${words}`));
    await view.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await faults(view, COLOURS)).map((words) => `at ${width} px in the dark ${words}`));
    await view.emulateMedia({ colorScheme: 'light' });
  }
  return found;
}

async function faults(view, rules) {
  // Once a page: it is half a megabyte.
  if (!(await view.evaluate(() => 'axe' in globalThis))) await view.evaluate(axe.source);
  return view.evaluate(async (runOnly) => {
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')}: ${[...node.any, ...node.all, ...node.none][0]?.message ?? ''}`));
  }, rules);
}
