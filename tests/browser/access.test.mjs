// axe finds nothing on any page, on a phone and on a desk, light and dark, and with a definition open.

import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { expectNothing } from './findings.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { pages, browser } = await stage();
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// In the dark nothing but colours is different.
const COLOURS = ['color-contrast', 'link-in-text-block'];

for (const width of [390, 1280]) {
  test(`axe finds nothing on any page, light and dark, at ${width} px`, () =>
    expectNothing(pages, (page) =>
      visit(browser, page.url, { width }, async (view) => {
        const found = await faults(new AxeBuilder({ page: view }).withTags(TAGS));
        await view.emulateMedia({ colorScheme: 'dark' });
        const dark = await faults(new AxeBuilder({ page: view }).withRules(COLOURS));
        return [...found, ...dark.map((words) => `dark: ${words}`)];
      })));
}

const section = pages.find((page) => page.kind === 'section' && page.html.includes('class="term"'));
const openings = [390, 1280].flatMap((width) => ['light', 'dark'].map((scheme) => ({ name: `${section.name} ${scheme} at ${width} px`, width, scheme })));

test('axe finds nothing on a page with a definition open', () =>
  expectNothing(openings, ({ width, scheme }) =>
    visit(browser, section.url, { width, scheme }, async (view) => {
      await view.locator('a.term').first().click();
      await view.locator(':popover-open').waitFor();
      return faults(new AxeBuilder({ page: view }).withTags(TAGS));
    })));

async function faults(axe) {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`));
}
