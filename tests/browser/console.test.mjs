// Every page loads without a word in the console, without a failed request, and without a request to elsewhere.

import { expectNothing } from './findings.mjs';
import { test } from './fixtures.mjs';
import { faultsWhile } from './overhear.mjs';


test('no page has an error, a failed request or a request to elsewhere', ({ pages, visit }) =>
  expectNothing(pages, (page) =>
    visit('about:blank', {}, (view) =>
      faultsWhile(view, page.root, async () => {
        await view.goto(page.url, { waitUntil: 'load' });
        await view.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      }))));
