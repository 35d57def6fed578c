// Every page loads without a word in the console, without a failed request, and without a request to elsewhere.

import { test } from 'node:test';
import { expectNothing } from './findings.mjs';
import { faultsWhile } from './overhear.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { pages, browser } = await stage();

test('no page has an error, a failed request or a request to elsewhere', () =>
  expectNothing(pages, (page) =>
    visit(browser, 'about:blank', {}, (view) =>
      faultsWhile(view, page.root, async () => {
        await view.goto(page.url, { waitUntil: 'load' });
        await view.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        // What a script begins at load has its time to fail.
        await view.waitForTimeout(100);
      }))));
