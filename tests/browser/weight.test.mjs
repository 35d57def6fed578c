// What a page weighs on its way to a phone, and how much it asks for before it can be read.

import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { expectNothing } from './findings.mjs';
import { stage } from './stage.mjs';
import { visit } from './visit.mjs';

const { pages, browser } = await stage();
// As sent by a host that compresses, in bytes; scripts and styles each in all.
const LIMITS = { document: 60_000, stylesheet: 10_000, script: 8_000 };
const REQUESTS = 4;

test(`a page is read after at most ${REQUESTS} requests: HTML 60 KB, styles 10 KB, scripts 8 KB, no font`, () =>
  expectNothing(pages, (page) =>
    visit(browser, 'about:blank', { width: 390, touch: true }, async (view) => {
      const answers = [];
      const hear = (answer) => answers.push(answer);
      view.on('response', hear);
      await view.goto(page.url, { waitUntil: 'load' });
      view.off('response', hear);
      const weights = {};
      const found = [];
      // The icon is asked for by the browser's tab, not by the page.
      // What is fetched when it is asked for counts as well; reading aloud is offered where there are sentences.
      const later = await view.locator('body:has(main .s) [data-src]').evaluateAll((tools) => tools.map((tool) => new URL(tool.dataset.src, location.href).href));
      for (const url of later) weights.script = (weights.script ?? 0) + gzipSync(await (await fetch(url)).text()).length;
      const asked = answers.filter((answer) => !/icon/.test(answer.url()));
      if (asked.length > REQUESTS) found.push(`${asked.length} requests: ${asked.map((answer) => answer.url().split('/').at(-1)).join(' ')}`);
      for (const answer of asked) {
        const kind = answer.request().resourceType();
        if (kind === 'font') found.push(`loads the font ${answer.url()}`);
        weights[kind] = (weights[kind] ?? 0) + gzipSync(await answer.body()).length;
      }
      for (const [kind, limit] of Object.entries(LIMITS)) {
        if (weights[kind] > limit) found.push(`${kind}: ${weights[kind]} bytes, more than ${limit}`);
      }
      return found;
    })));
