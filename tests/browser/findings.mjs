// Collects what is wrong over many pages, so that one run tells all of it.

import { availableParallelism } from 'node:os';
import assert from 'node:assert/strict';

const POOL = Math.min(4, Math.max(2, availableParallelism()));
const SHOWN = 60;

/** Runs `look` on every item, a few at a time; each answers with a list of findings. Fails with all of them. */
export async function expectNothing(items, look) {
  const findings = [];
  const waiting = [...items.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, item] = next;
      const found = await look(item).catch((fault) => [`could not be checked: ${fault.message.split('\n')[0]}`]);
      findings.push(...found.map((words) => ({ index, words: item.name ? `${item.name}: ${words}` : words })));
    }
  };
  await Promise.all(Array.from({ length: POOL }, work));
  findings.sort((a, b) => a.index - b.index);
  const lines = findings.slice(0, SHOWN).map((finding) => `  ${finding.words}`);
  if (findings.length > SHOWN) lines.push(`  … and ${findings.length - SHOWN} more`);
  assert.ok(findings.length === 0, `${findings.length} findings\n${lines.join('\n')}`);
}
