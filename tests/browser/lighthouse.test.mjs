// Lighthouse, as a slow phone on a slow line would see it, gives 100 for accessibility, best practices and SEO.
// Its score of performance is a clock, which another program on the machine slows down: it is shown, and what makes a
// page quick is counted in weight.test.mjs.

import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { launchOptions } from './chromium.mjs';
import { test } from './fixtures.mjs';

const REQUIRED = ['accessibility', 'best-practices', 'seo'];
const SETTINGS = { logLevel: 'silent', onlyCategories: REQUIRED, disableFullPageScreenshot: true };
const TIMED = { ...SETTINGS, onlyCategories: ['performance', ...REQUIRED] };
// What is not timed need not wait until line and processor have been quiet for a second: that was a third of the time.
const UNTIMED = { ...SETTINGS, pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0 };
// What is meant to be so: the page that says that there is no page asks not to be listed, and cannot name its icon; the file
// that leaves the site is not listed beside the page that it holds.
const WANTED = { missing: ['is-crawlable', 'errors-in-console'], file: ['is-crawlable'] };
const SHOWN = ['overview', 'full'];

test('Lighthouse gives 100 for accessibility, best practices and SEO', async ({ kinds }) => {
  const port = await freePort();
  const browser = await chromium.launch(launchOptions('chinese', [`--remote-debugging-port=${port}`]));
  const scores = [];
  const findings = [];
  try {
    // One after another: two at once would slow each other down.
    for (const page of kinds) {
      const timed = SHOWN.includes(page.kind);
      const { lhr } = await lighthouse(page.url, { ...(timed ? TIMED : UNTIMED), port });
      if (timed) scores.push({ page, score: Math.round(lhr.categories.performance.score * 100) });
      findings.push(...faultsOf(page, lhr).map((words) => `${page.name}: ${words}`));
    }
  } finally {
    await browser.close();
  }
  test.info().annotations.push({ type: 'shown', description: `performance by Lighthouse: ${inWords(scores)}` });
  if (findings.length > 0) throw new Error(findings.join('\n'));
});

// A free one: two runs may meet on a machine.
function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

function faultsOf(page, report) {
  return REQUIRED.flatMap((id) => {
    const category = report.categories[id];
    const failed = category.auditRefs
      .filter((ref) => ref.weight > 0 && report.audits[ref.id].score !== null && report.audits[ref.id].score < 1)
      .map((ref) => ref.id)
      .filter((audit) => !(WANTED[page.kind] ?? []).includes(audit));
    if (category.score >= 1 || (failed.length === 0 && page.kind in WANTED)) return [];
    return [`${id} ${Math.round(category.score * 100)}: ${failed.join(', ')}`];
  });
}

function inWords(scores) {
  const least = Math.min(...scores.map(({ score }) => score));
  const slow = scores.filter(({ score }) => score < 100).map(({ page, score }) => `${score} for ${page.name}`);
  return slow.length === 0 ? `${least} on all ${scores.length} pages` : `${slow.join(', ')}; 100 on the other ${scores.length - slow.length} pages`;
}
