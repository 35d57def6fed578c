// Printed, a page is text in black on white with nothing cut off and nothing that only works on a screen.

import { expectNothing, lasting } from './findings.mjs';
import { expect, test } from './fixtures.mjs';

// A4 less its margins, at 96 px an inch.
const PAPER = { width: 660, height: 960 };

for (const scheme of ['light', 'dark']) {
  test(`no navigation, black words, nothing cut, from a ${scheme} screen`, ({ kinds, visit }) =>
    expectNothing(kinds, (page) =>
      visit(page.url, { ...PAPER, scheme }, async (view) => {
        await view.emulateMedia({ media: 'print', colorScheme: scheme });
        return lasting(() => view.evaluate(unfitForPaper));
      })));
}

test('a whole report becomes a PDF of many pages', ({ pages, visit }) =>
  visit(pages.find((page) => page.kind === 'full').url, {}, async (view) => {
    const pdf = await view.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(count, 'pages').toBeGreaterThanOrEqual(10);
  }));

// In the page, in print: what does not belong on paper.
function unfitForPaper() {
  const found = [];
  for (const element of document.querySelectorAll('nav, .skip, a.anchor, button, [role=status]')) {
    // The head of a column that sorts is a button with words that are needed on paper too.
    if (!element.closest('th') && element.checkVisibility()) found.push(`${nameOf(element)} is printed`);
  }
  const dark = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).every((part) => Number(part) <= 0x33);
  for (const link of document.querySelectorAll('main a[href]')) {
    if (link.checkVisibility() && !(link instanceof SVGElement) && !dark(getComputedStyle(link).color)) {
      found.push(`${nameOf(link)} is printed in ${getComputedStyle(link).color}`);
    }
  }
  for (const element of document.querySelectorAll('html, body, main, main p, main th, main td, main h1')) {
    const { color, backgroundColor } = getComputedStyle(element);
    if (element !== document.documentElement && !dark(color)) found.push(`${nameOf(element)} is printed in ${color}`);
    if (!/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/.test(backgroundColor)) found.push(`${nameOf(element)} is printed on ${backgroundColor}`);
  }
  for (const element of document.querySelectorAll('main *')) {
    // A chart's inner frames may be drawn beyond on purpose.
    if (element instanceof SVGElement || !element.checkVisibility()) continue;
    const { overflowX, overflowY, display } = getComputedStyle(element);
    if (display === 'inline') continue;
    const clips = overflowX !== 'visible' || overflowY !== 'visible';
    if (clips && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
      found.push(`${nameOf(element)} is cut: ${element.scrollWidth} by ${element.scrollHeight} in ${element.clientWidth} by ${element.clientHeight} px`);
    }
  }
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > edge) found.push(`the page is ${document.documentElement.scrollWidth} px wide on paper of ${edge} px`);
  return [...new Set(found)].slice(0, 8);
}
