// Debian's epubcheck has no error and no warning for the book of any report.

import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expectNothing } from './findings.mjs';
import { test } from './fixtures.mjs';

const JAR = process.env.EPUBCHECK ?? '/usr/share/java/epubcheck.jar';

test('epubcheck finds nothing in the book of any report', ({ pages, english }) => {
  const texts = [...pages, ...english].filter(({ path }) => path.endsWith('/full/index.html'));
  if (texts.length < 3) throw new Error(`only ${texts.length} reports`);
  return expectNothing(texts, async ({ file }) => {
    const book = join(dirname(fileURLToPath(file)), '..', 'data', 'report.epub');
    // It ends with 1 where it finds something; what it found is on its error output.
    const run = await promisify(execFile)('java', ['-jar', JAR, '--failonwarnings', '--quiet', book]).catch((fault) => fault);
    if (!run.code) return [];
    const told = `${run.stdout}\n${run.stderr}`.split('\n').filter((line) => /ERROR|WARNING|FATAL/.test(line));
    return told.length > 0 ? told.slice(0, 10) : [`epubcheck could not look at it: ${run.message}`];
  });
});
