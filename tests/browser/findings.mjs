// Collects what is wrong over many pages, so that one run tells all of it.

import { stripVTControlCharacters } from 'node:util';

// Two workers with two tabs each keep two processors busy while pages load.
const POOL = 2;
const SHOWN = 60;
// What a script or a scroll changes is done long before.
const PATIENCE = 5_000;

/** Runs `look` on every item, a few at a time; each answers with a list of findings. Fails with all of them. */
export async function expectNothing(items, look) {
  const findings = [];
  const waiting = [...items.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, item] = next;
      const found = await look(item).catch((fault) => [`could not be checked: ${told(fault)}`]);
      findings.push(...found.map((words) => ({ index, words: item.name ? `${item.name}: ${words}` : words })));
    }
  };
  await Promise.all(Array.from({ length: POOL }, work));
  if (findings.length === 0) return;
  findings.sort((a, b) => a.index - b.index);
  const lines = findings.slice(0, SHOWN).map((finding) => `  ${finding.words}`);
  if (findings.length > SHOWN) lines.push(`  … and ${findings.length - SHOWN} more`);
  throw new Error(`${findings.length} findings\n${lines.join('\n')}`);
}

/** What `look` finds: nothing as soon as it finds nothing, else what it still finds when a page has had its time. */
export async function lasting(look) {
  const end = Date.now() + PATIENCE;
  for (let wait = 20; ; wait *= 2) {
    const found = await look();
    if (found.length === 0 || Date.now() + wait > end) return found;
    await new Promise((later) => setTimeout(later, wait));
  }
}

function told(fault) {
  return stripVTControlCharacters(fault.message).split('\n')[0];
}
