// Pages fit every window without sideways scroll, read well, and have targets that a finger hits.

import { expectNothing, lasting } from './findings.mjs';
import { expect, test } from './fixtures.mjs';
import { enlarge, hasTools } from './visit.mjs';

const WIDTHS = [320, 390, 768, 1280, 1920];
const READING = /class="text\b/;

test('the fonts are those of the set', ({ english, latin, visit }) =>
  visit(english.find((page) => page.kind === 'about').url, {}, async (view, context) => {
    const session = await context.newCDPSession(view);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'main .text p' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName } of fonts) expect(familyName).toMatch(latin);
  }));

test(`no page scrolls sideways or is cut, at ${WIDTHS.join(', ')} px`, ({ sized, visit }) =>
  expectNothing(sized, (page) =>
    visit(page.url, { width: WIDTHS[0], height: 800 }, async (view) => {
      const found = [];
      for (const width of WIDTHS) {
        await view.setViewportSize({ width, height: 800 });
        found.push(...(await lasting(() => view.evaluate(wide))).map((words) => `at ${width} px ${words}`));
      }
      return found;
    })));

test('nothing is lost at 400% zoom, with type twice as large, or with the spacing of WCAG 1.4.12', ({ kinds, visit }) =>
  expectNothing(kinds, (page) =>
    // 1280 by 1024 at 400% is a window of 320 by 256.
    visit(page.url, { width: 320, height: 256 }, async (view) => {
      const found = (await lasting(() => view.evaluate(wide))).map((words) => `at 400% ${words}`);
      if (await view.evaluate(() => [...document.querySelectorAll('.bar')].some((bar) => getComputedStyle(bar).position === 'fixed'))) found.push('at 400% the bar takes a fifth of the window');
      await view.setViewportSize({ width: 640, height: 512 });
      await view.evaluate(() => { document.documentElement.style.fontSize = '36px'; });
      found.push(...(await lasting(() => view.evaluate(wide))).map((words) => `in type twice as large ${words}`));
      await view.evaluate(() => { document.documentElement.style.fontSize = ''; });
      await view.setViewportSize({ width: 390, height: 800 });
      await view.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
        document.adoptedStyleSheets = [sheet];
      });
      found.push(...(await lasting(() => view.evaluate(wide))).map((words) => `with wide spacing ${words}`));
      found.push(...(await view.evaluate(clipped)).map((words) => `with wide spacing ${words}`));
      return found;
    })));

test('in large type body text is at least 24 px, targets of the main flow 60 px, and there is one column', ({ kinds, visit }) =>
  expectNothing(kinds.filter(hasTools), (page) =>
    visit(page.url, { width: 1280 }, async (view) => {
      await enlarge(view);
      const found = await view.evaluate(smallForTheElderly);
      await view.setViewportSize({ width: 320, height: 640 });
      return [...found, ...(await lasting(() => view.evaluate(wide))).map((words) => `at 320 px ${words}`)];
    })));

test('body text is at least 18 px on a phone, its lines at least 1.7 apart', ({ kinds, visit }) =>
  expectNothing(kinds.filter((page) => READING.test(page.html)), (page) =>
    visit(page.url, { width: 390, touch: true }, (view) => view.evaluate(smallText))));

test('a line has at most 40 characters on a wide window', ({ kinds, visit }) =>
  expectNothing(kinds.filter((page) => READING.test(page.html)), (page) => visit(page.url, { width: 1280 }, (view) => view.evaluate(longLines))));

test('targets are at least 44 px high in the main flow of a phone, and 24 px everywhere', ({ sized, visit }) =>
  expectNothing(sized, (page) =>
    visit(page.url, { width: 390, touch: true }, async (view) => {
      await view.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
      const found = await view.evaluate(smallTargets);
      const term = view.locator('a.term').first();
      if (await term.count()) {
        await term.evaluate((link) => link.click());
        found.push(...(await view.evaluate(smallTargets)).filter((words) => !found.includes(words)).map((words) => `with a definition open ${words}`));
      }
      return found;
    })));

// In the page: what makes it wider than the window, or is lost beyond its edge.
function wide() {
  const root = document.documentElement;
  const edge = root.clientWidth;
  const found = [];
  if (root.scrollWidth > edge || document.body.scrollWidth > edge) found.push(`the page is ${Math.max(root.scrollWidth, document.body.scrollWidth)} px wide`);
  const inBox = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.getBoundingClientRect().right <= edge + 1) return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    // Before the left edge stand things put aside until they are focused, like the skip link.
    if (!box.width || !box.height || box.right <= 0 || box.right <= edge + 1 || inBox(element)) continue;
    found.push(`${nameOf(element)} reaches ${Math.round(box.right)} px`);
  }
  return found.slice(0, 4);
}

// In the page: words that are cut off by the box they stand in.
function clipped() {
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element instanceof SVGElement || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    if (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) found.push(`${nameOf(element)} is cut`);
    if (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1) found.push(`${nameOf(element)} is cut`);
  }
  return found.slice(0, 4);
}

// In the page: type, targets and columns that the edition for the elderly must not have.
function smallForTheElderly() {
  const found = [];
  const FLOW = '.contents a, .sections a, .turn a, .tool, .cards a, .chart-list a, .key-figures a, .downloads a, .more a, .index a';
  for (const words of document.querySelectorAll('main p, main li, main dt, main dd, main td, main th, .tool')) {
    const size = parseFloat(getComputedStyle(words).fontSize);
    if (words.textContent.trim() && words.checkVisibility() && size < 24) found.push(`${nameOf(words)} is set in ${size} px`);
  }
  for (const target of document.querySelectorAll(FLOW)) {
    const box = target.getBoundingClientRect();
    if (box.width && (box.height < 59.5 || box.width < 59.5)) found.push(`${nameOf(target)} is ${Math.round(box.width)} by ${Math.round(box.height)} px`);
  }
  const side = document.querySelector('.side');
  const main = document.querySelector('main');
  if (side && side.getBoundingClientRect().bottom > main.getBoundingClientRect().top + 1) found.push('the contents stand beside the text');
  return found.slice(0, 8);
}

// In the page: paragraphs in small type or narrow lines. Notes in a quieter size are no body text.
function smallText() {
  const found = [];
  for (const paragraph of document.querySelectorAll('main .text p, main .text > ul > li, main .text > ol > li')) {
    if (paragraph.closest('.quiet, .downloads, blockquote, table')) continue;
    const style = getComputedStyle(paragraph);
    const size = parseFloat(style.fontSize);
    const lines = parseFloat(style.lineHeight) / size;
    if (size < 18) found.push(`${nameOf(paragraph)} is set in ${size} px`);
    if (!(lines >= 1.7)) found.push(`${nameOf(paragraph)} has a line-height of ${style.lineHeight}, ${lines.toFixed(2)} of its size`);
  }
  return found.slice(0, 4);
}

// In the page: paragraphs whose column holds more than 40 characters.
function longLines() {
  const found = [];
  for (const paragraph of document.querySelectorAll('main .text p')) {
    const style = getComputedStyle(paragraph);
    const inner = paragraph.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const count = inner / parseFloat(style.fontSize);
    if (count > 40.05) found.push(`${nameOf(paragraph)} has lines of ${count.toFixed(1)} characters`);
  }
  return found.slice(0, 2);
}

// In the page: targets too small for a finger. A link inside a sentence is as high as its line (WCAG 2.5.8, inline).
function smallTargets() {
  const found = [];
  const FLOW = 'nav a, nav button, summary, .contents a, .turn a, .top a, .downloads a, .cards a, .chart-list a, .key-figures a, .sections a, [popover] button';
  for (const target of document.querySelectorAll('a[href], button, summary, input, select, [tabindex="0"][role=button]')) {
    const box = target.getBoundingClientRect();
    const away = box.right <= 0 || box.bottom + scrollY <= 0;
    if (!box.width || away || !target.checkVisibility({ visibilityProperty: true })) continue;
    const least = target.matches(FLOW) ? 44 : 24;
    if (least === 24 && inSentence(target)) continue;
    const size = `${Math.round(box.width)} by ${Math.round(box.height)} px`;
    if (box.height < least - 0.5 || box.width < 24 - 0.5) found.push(`${nameOf(target)} is ${size}, less than ${least}`);
  }
  return found.slice(0, 8);

  function inSentence(target) {
    if (target instanceof SVGElement || getComputedStyle(target).display !== 'inline') return false;
    const block = target.closest('p, li, dd, td, th, blockquote');
    return !!block && block.textContent.trim().length > target.textContent.trim().length;
  }
}
