// What a reader has asked the system for is heeded: more contrast, forced colours, less motion.

import axe from 'axe-core';
import { expectNothing } from './findings.mjs';
import { test } from './fixtures.mjs';
import { enlarge, hasTools } from './visit.mjs';


for (const scheme of ['light', 'dark']) {
  test(`more contrast gives 7 to 1 (WCAG 1.4.6) in ${scheme}, and so does large type`, ({ kinds, visit }) =>
    expectNothing(kinds, (page) =>
      visit(page.url, { width: 390, scheme }, async (view) => {
        await view.emulateMedia({ colorScheme: scheme, contrast: 'more' });
        const asked = await paleWords(view);
        await view.emulateMedia({ colorScheme: scheme, contrast: 'no-preference' });
        const found = asked.map((words) => `with more contrast ${words}`);
        if (!hasTools(page)) return found;
        await enlarge(view);
        const large = await paleWords(view);
        return [...found, ...large.map((words) => `in large type ${words}`)];
      })));
}

test('with forced colours every mark of a chart, the place that a link leads to and an open definition can still be told apart', ({ kinds, visit }) =>
  expectNothing(kinds, (page) =>
    visit(page.url, { width: 390 }, async (view) => {
      await view.emulateMedia({ forcedColors: 'active' });
      return view.evaluate(lostInForcedColours);
    })));

test('nothing moves by itself where less motion is asked for', ({ kinds, visit }) =>
  expectNothing(kinds, (page) =>
    // The visit asks for it.
    visit(page.url, { width: 390 }, (view) => view.evaluate(() => {
      const moving = document.getAnimations().filter((one) => !(one.timeline instanceof ScrollTimeline));
      document.querySelector('[popover]')?.showPopover();
      moving.push(...document.getAnimations().filter((one) => !(one.timeline instanceof ScrollTimeline)));
      return moving.map((one) => `${one.animationName ?? one.transitionProperty} runs`);
    }))));

async function paleWords(view) {
  await view.evaluate(axe.source);
  return view.evaluate(async () => {
    const { violations } = await axe.run({ runOnly: { type: 'rule', values: ['color-contrast-enhanced'] }, rules: { 'color-contrast-enhanced': { enabled: true } } });
    return violations.flatMap(({ nodes }) => nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.any[0]?.message ?? ''}`));
  });
}

// In the page: what has no line and no colour of its own left when the system's colours replace those of the page.
function lostInForcedColours() {
  const found = [];
  const paper = getComputedStyle(document.body).backgroundColor;
  for (const mark of document.querySelectorAll('.c-chart .c-done, .c-chart .c-foreseen, .c-chart .c-planned, .c-chart .c-on, .c-chart .c-dot')) {
    const { fill, stroke } = getComputedStyle(mark);
    if ([fill, stroke].every((colour) => colour === 'none' || colour === paper)) found.push(`${nameOf(mark)} is drawn in the colour of the paper`);
  }
  const place = document.querySelector('.s[id], .entry[id], tr[id]');
  if (place) {
    location.hash = place.id;
    if (getComputedStyle(place).outlineStyle === 'none') found.push(`${nameOf(place)} does not show that a link led to it`);
  }
  const sheet = document.querySelector('.definition');
  if (sheet) {
    sheet.showPopover();
    if (getComputedStyle(sheet).borderTopStyle === 'none') found.push('a definition has no edge');
  }
  return found.slice(0, 6);
}
