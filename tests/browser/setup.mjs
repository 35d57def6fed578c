// Before the first test: builds the sites once for all workers. After the last: removes them.

import { buildSites } from './site.mjs';

export default function setup() {
  const { folder, remove } = buildSites();
  process.env.GONGDU_SITES = folder;
  return remove;
}
