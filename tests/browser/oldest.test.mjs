// The default theme asks nothing of the oldest browsers named here that they do not know, but for what may be missing: a rule
// whose list has a selector that a browser does not know is lost whole, and a script with such a sign does not run at all.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import doiuse from 'doiuse';
import { ESLint } from 'eslint';
import compat from 'eslint-plugin-compat';
import postcss from 'postcss';
import { expect, test } from './fixtures.mjs';

const TARGETS = ['chrome 87', 'ios_saf 14.0-14.4', 'firefox 115'];
// What the scripts look for before they use it.
const LOOKED_FOR = ['navigator.share', 'navigator.clipboard', 'window.speechSynthesis', 'speechSynthesis', 'SpeechSynthesisUtterance'];
// What a style sheet may use, by its name at caniuse.com, and what a reader has whose browser does not know it.
const MAY_BE_MISSING = {
  'text-size-adjust': 'type of another size when a phone is turned',
  'css-hanging-punctuation': 'marks within the line',
  'text-decoration': 'lines below links of the usual thickness',
  'css-focus-visible': 'the ring that the browser itself draws',
  'css-logical-props': 'less air; what is placed by them says so in physical ones (see `astray`)',
  'flexbox-gap': 'words in a row that stand closer',
  'css-has': 'rules that only quiet or reserve',
  'css-not-sel-list': 'those with :has() alone',
  'css-text-indent': 'the plain values are known everywhere',
  multicolumn: 'one column',
  'viewport-unit-variants': 'the line before says it in vh',
  'css-overflow': 'the plain values are known everywhere',
  'css-media-scripting': 'a list that moves once when its filter comes',
  'css-sticky': 'a first column that scrolls away',
  'extended-system-fonts': 'the next font of the list',
  'css-content-visibility': 'the contents beside the text are unfolded by script, or by hand',
  'css-paged-media': 'the margins of the printer',
  'css-widows-orphans': 'single lines at the end of a sheet of paper',
};
// Selectors that some of the targets do not know.
const YOUNG = /:has\(|:is\(|:where\(|:popover-open|::details-content|:focus-visible|::backdrop|:not\([^()]*[ ,>~+]/;
// Methods that one of the targets does not have; the linter knows those of globals alone.
const YOUNG_METHODS = /\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|hasOwn|groupBy|checkVisibility|isSubsetOf)\(/;

const assets = fileURLToPath(new URL('../../themes/default/assets/', import.meta.url));
const files = readdirSync(assets, { recursive: true }).map((path) => path.replaceAll('\\', '/')).sort();
const read = (path) => readFileSync(assets + path, 'utf8');
const styles = files.filter((path) => path.endsWith('.css') && !files.some((other) => other.startsWith(`${path}/`)));
const scripts = files.filter((path) => path.endsWith('.js') && !files.some((other) => other.startsWith(`${path}/`)));

test('no style sheet needs what the oldest browsers do not know', async () => {
  const found = [];
  for (const path of styles) {
    const onFeatureUsage = ({ feature, message, usage }) => {
      const isGuarded = (node) => node && (node.name === 'supports' || isGuarded(node.parent));
      if (!MAY_BE_MISSING[feature] && !isGuarded(usage.parent)) found.push(`${path}:${usage.source.start.line}: ${message.replace(/^<.*?>:?\d*:?\d*: /, '')}`);
    };
    await postcss([doiuse({ browsers: TARGETS, onFeatureUsage })]).process(read(path), { from: path });
  }
  expect(found).toEqual([]);
});

test('no rule is lost for a selector in its list that some browser does not know', () => {
  const lost = (rule) => new Set(rule.selectors.map((selector) => YOUNG.test(selector))).size > 1;
  expect(inStyles('rule', (rule) => lost(rule) && rule.selector)).toEqual([]);
});

test('what is placed on the page is placed by properties that every browser knows', () => {
  // An open definition is placed by those that know popover, and they know inset.
  const astray = ({ prop, parent }) => prop.startsWith('inset') && !/^\.definition/.test(parent.selector) && parent.parent.name !== 'supports';
  expect(inStyles('decl', (declaration) => astray(declaration) && `${declaration.parent.selector} { ${declaration} }`)).toEqual([]);
});

test('every script can be read and finds what it calls', async () => {
  const languageOptions = { ecmaVersion: 2020, sourceType: 'script' };
  const settings = { targets: TARGETS, polyfills: LOOKED_FOR };
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [{ languageOptions, settings, plugins: { compat }, rules: { 'compat/compat': 'error' } }] });
  const found = [];
  for (const path of scripts) {
    const [{ messages }] = await eslint.lintText(read(path), { filePath: 'script.js' });
    found.push(...messages.map(({ line, message }) => `${path}:${line}: ${message}`));
    read(path).split('\n').forEach((line, index) => {
      if (YOUNG_METHODS.test(line)) found.push(`${path}:${index + 1}: ${line.trim()}`);
    });
  }
  expect(found).toEqual([]);
});

test('without what iOS 14 does not know a term leads to its entry, a number to its page, and the tools stay at the foot', ({ pages, visit }) => {
  const section = pages.find((page) => page.kind === 'section' && page.html.includes('class="term"') && page.html.includes('class="fig'));
  const before = async (context) => {
    await context.addInitScript(() => { for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name]; });
    await context.route('**/style.css', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: asOfOld(await answer.text()) });
    });
  };
  return visit(section.url, { width: 390, height: 844, touch: true, before }, async (view) => {
    expect(await view.locator('.skip').evaluate((skip) => skip.getBoundingClientRect().right)).toBeLessThanOrEqual(0);
    expect(await view.locator('.bar').evaluate((bar) => [getComputedStyle(bar).position, Math.round(bar.getBoundingClientRect().bottom)])).toEqual(['fixed', 844]);
    expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expect(view.locator('.definition').first()).toBeHidden();
    await view.locator('a.fig').first().click();
    // A figure that has no page of its own stands on the page of all figures.
    await view.waitForURL(/\/f\d+\/|\/figures\/.*#f\d+/);
    await view.goBack();
    await view.locator('a.term').first().click();
    await view.waitForURL(/\/glossary\/.*#t\d+/);
    await expect(view.locator('.entry:target')).toBeInViewport();
  });
});

// A style sheet less what an iOS 14.0 throws away.
function asOfOld(style) {
  const root = postcss.parse(style);
  const unknown = /^(inset|(margin|padding|border)-(block|inline)$|inset-)|^(row-|column-)?gap$/;
  root.walkDecls((declaration) => { if (unknown.test(declaration.prop) || declaration.value.includes('dvh')) declaration.remove(); });
  root.walkRules((rule) => { if (YOUNG.test(rule.selector)) rule.remove(); });
  root.walkAtRules('supports', (rule) => { rule.remove(); });
  return root.toString();
}

// What `look` finds at the nodes of one kind in all style sheets, with their places.
function inStyles(kind, look) {
  const found = [];
  for (const path of styles) {
    postcss.parse(read(path)).walk((node) => {
      const words = node.type === kind && look(node);
      if (words) found.push(`${path}:${node.source.start.line}: ${words}`);
    });
  }
  return found;
}
