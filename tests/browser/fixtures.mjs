// What every test may ask for by name: the pages of the served sites (see stage.mjs), and `visit` to open one.

import { expect, test as base } from '@playwright/test';
import { raise } from './stage.mjs';
import { visitor } from './visit.mjs';

export { expect };

const ofStage = (name) => [({ stage }, use) => use(stage[name]), { scope: 'worker' }];

export const test = base.extend({
  /** The font that the Latin letters of a page are to come from; each set of fonts names its own. */
  latin: [undefined, { option: true, scope: 'worker' }],

  /** Whether sizes are tried on every page or on one of each kind. */
  everyPage: [true, { option: true, scope: 'worker' }],

  /** The sites are built once for all workers, and each worker serves them to itself. */
  stage: [
    async ({}, use) => {
      const stage = await raise(process.env.GONGDU_SITES);
      await use(stage);
      await stage.close();
    },
    { scope: 'worker' },
  ],
  pages: ofStage('pages'),
  kinds: ofStage('kinds'),
  secondKinds: ofStage('secondKinds'),
  english: ofStage('english'),
  englishKinds: ofStage('englishKinds'),
  /** What a promise of sizes is tried on: every page with the fonts of the report's language, each kind of page with other fonts. */
  sized: [
    ({ stage, everyPage }, use) =>
      use(everyPage ? [...stage.pages, ...stage.englishKinds] : [...stage.kinds, ...stage.secondKinds, ...stage.englishKinds]),
    { scope: 'worker' },
  ],
  pageAt: ofStage('pageAt'),

  /** `visit(url, view, look)` as in visit.mjs, with tabs that are closed when the test ends. */
  visit: async ({ browser }, use) => {
    const { visit, close } = visitor(browser);
    await use(visit);
    await close();
  },
});
