// How the tests run: two at a time, in the Chromium that is installed, with two sets of fonts, and a trace of what failed.

import { defineConfig } from '@playwright/test';
import { launchOptions } from './chromium.mjs';

export default defineConfig({
  testMatch: '*.test.mjs',
  globalSetup: './setup.mjs',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['./tally.mjs']],
  outputDir: 'failures',
  // One test may walk through every page of the site, on a machine that has more to do. Whatever is waited for has a
  // bound of its own that is far shorter: see `use` as well.
  timeout: 30 * 60_000,
  reportSlowTests: null,
  expect: { timeout: 20_000 },
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // What was done, asked for and said, and how it looked at the end. Pictures and copies of the page at every moment
    // take a third and a tenth as much time again.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chinese fonts',
      use: { launchOptions: launchOptions('chinese'), latin: /^Noto (Sans|Serif) CJK/ },
    },
    {
      // What is promised of sizes must hold whatever font the reader has.
      name: 'desktop fonts',
      testMatch: ['layout.test.mjs', 'charts.test.mjs'],
      use: { launchOptions: launchOptions('desktop'), latin: /^(DejaVu|Liberation|Nimbus|C059|P052|URW)/, everyPage: false },
    },
  ],
});
