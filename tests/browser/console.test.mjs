// Every page loads without a word in the console, without a failed request, and without a request to elsewhere.

import { test } from 'node:test';
import { expectNothing } from './findings.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { pages, browser } = await stage();

test('no page has an error, a failed request or a request to elsewhere', () =>
  expectNothing(pages, async (page) => {
    const found = [];
    const before = (context) => {
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) found.push(`console ${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (fault) => found.push(`script: ${fault.error().message}`));
      context.on('requestfailed', (request) => found.push(`failed: ${request.url()}`));
      context.on('request', (request) => {
        if (!request.url().startsWith(page.root) && !request.url().startsWith('data:')) found.push(`elsewhere: ${request.url()}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`);
      });
    };
    await visit(browser, page.url, { before }, async (view) => {
      await view.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await view.waitForTimeout(100);
    });
    return found;
  }));
