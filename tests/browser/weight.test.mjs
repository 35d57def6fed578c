// What a page costs a phone: its weight on the way, what it asks for before it can be read, and the work it makes there.
// All of it is counted, not timed, so that it is the same on any machine.

import { gzipSync } from 'node:zlib';
import { expectNothing } from './findings.mjs';
import { test } from './fixtures.mjs';

// As sent by a host that compresses, in bytes; scripts and styles each in all.
const LIMITS = { document: 60_000, stylesheet: 10_000, script: 8_000 };
const REQUESTS = 4;
// The longest page is the whole report; its script writes no more than a note beside each paragraph.
const ELEMENTS = 6_000;
const STEPS = 60_000;

test(`a page is read after at most ${REQUESTS} requests: HTML 60 KB, styles 10 KB, scripts 8 KB, no font`, ({ pages, visit }) =>
  expectNothing(pages, (page) =>
    visit('about:blank', { width: 390, touch: true }, async (view) => {
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

test(`a page has at most ${ELEMENTS} elements, shifts nothing once it is shown, and its scripts take at most ${STEPS} steps`, ({ pages, visit }) =>
  expectNothing(pages, (page) =>
    visit('about:blank', { width: 390, touch: true }, async (view, context) => {
      const counter = await countingSteps(context, view);
      await view.goto(page.url, { waitUntil: 'load' });
      const { elements, shift } = await view.evaluate(settled);
      const steps = await counter();
      console.log('COST', page.name, elements, shift, steps);
      return [
        ...(elements > ELEMENTS ? [`${elements} elements`] : []),
        ...(shift > 0 ? [`shifts by ${shift.toFixed(3)} of the window`] : []),
        ...(steps > STEPS ? [`${steps} steps of script`] : []),
      ];
    })));

// Has the browser count how often each block of a script runs; gives what tells the sum.
async function countingSteps(context, view) {
  const session = await context.newCDPSession(view);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async () => {
    const { result } = await session.send('Profiler.takePreciseCoverage');
    await session.detach();
    const own = result.filter(({ url }) => url.startsWith('http'));
    return own.flatMap(({ functions }) => functions).flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
  };
}

// In the page: how many elements it has, and how far they moved by themselves until it came to rest.
async function settled() {
  let shift = 0;
  const add = (entries) => entries.forEach((entry) => { shift += entry.value; });
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  await document.fonts.ready;
  await new Promise((rest) => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(rest))));
  add(observer.takeRecords());
  return { elements: document.querySelectorAll('*').length, shift };
}
