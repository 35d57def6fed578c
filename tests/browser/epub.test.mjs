// Debian's epubcheck has no error and no warning for the books of three reports, one of each site.

import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expectNothing } from './findings.mjs';
import { test } from './fixtures.mjs';

const JAR = process.env.EPUBCHECK ?? '/usr/share/java/epubcheck.jar';

test('epubcheck finds nothing in the book of a report, of another place, and in English', ({ kinds, secondKinds, stage }) => {
  const texts = [kinds, secondKinds, stage.englishKinds].map((pages) => pages.find(({ kind }) => kind === 'full'));
  return expectNothing(texts, async ({ file }) => {
    const book = join(dirname(fileURLToPath(file)), '..', 'data', 'report.epub');
    // It ends with 1 where it finds something; what it found is on its error output.
    const run = await promisify(execFile)('java', ['-jar', JAR, '--failonwarnings', '--quiet', book]).catch((fault) => fault);
    if (!run.code) return [];
    const told = `${run.stdout}\n${run.stderr}`.split('\n').filter((line) => /ERROR|WARNING|FATAL/.test(line));
    return told.length > 0 ? told.slice(0, 10) : [`epubcheck could not look at it: ${run.message}`];
  });
});
