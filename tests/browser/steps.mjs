// Takes the pictures of docs/zh/quick-start.md and docs/en/quick-start.md: what the preview shows of a short report that was read
// wrongly in three places, the same when they are mended as the document says, and the page then. `tests/screenshots steps`

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './chromium.mjs';
import { binary } from './site.mjs';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const REPORT = join(REPOSITORY, 'tests', 'fixtures', 'steps', 'report.txt');
const ID = 'mycity-2024';

/** The folder of each language's pictures. */
const LANGUAGES = { zh: join(REPOSITORY, 'docs', 'images', 'zh-CN'), en: join(REPOSITORY, 'docs', 'images') };

// The rows of the document that say what is mended: a file, what stands in it, what is to stand there.
function mends(language) {
  const text = readFileSync(join(REPOSITORY, 'docs', language, 'quick-start.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('|') && line.includes(`\`content/${ID}/`));
  const code = (cell) => [...cell.matchAll(/`([^`]*)`/g)].map((match) => match[1]).join('\n');
  return rows.map((row) => row.split(' | ').slice(1).map(code));
}

/** The preview of a folder: its address, and `close()`. */
async function preview(folder, language) {
  const child = spawn(binary(), ['serve', '--port', '0', '--lang', language], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  for await (const line of createInterface({ input: child.stderr })) {
    const address = line.match(/http:\/\/[^/]*\/_check\//);
    if (address) return { address: new URL('/', address[0]).href, close: () => child.kill() };
  }
  throw new Error('the preview ended');
}

async function take(browser, language) {
  mkdirSync(LANGUAGES[language], { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'gongdu-steps-'));
  execFileSync(binary(), ['--quiet', 'import', REPORT, '--as', ID, '--lang', language], { cwd: work, stdio: 'pipe' });
  const settings = join(work, 'content', 'site.toml');
  if (language === 'en') writeFileSync(settings, readFileSync(settings, 'utf8').replace('language = "zh-CN"', 'language = "en"'));
  const { address, close } = await preview(work, language);
  const page = await browser.newPage({ viewport: { width: 900, height: 640 }, locale: language, reducedMotion: 'reduce' });
  const shoot = async (name, until) => {
    const height = until ? await page.locator(until).first().evaluate((end) => Math.ceil(end.getBoundingClientRect().bottom + scrollY) + 16) : 640;
    await page.screenshot({ path: join(LANGUAGES[language], `${name}.png`), fullPage: Boolean(until), clip: { x: 0, y: 0, width: 900, height } });
  };
  try {
    await page.goto(`${address}_check/${ID}/`);
    await shoot('check', '#outline ~ .wide');
    for (const [file, from, to] of mends(language)) {
      const text = readFileSync(join(work, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(join(work, file), text.replace(from, to));
    }
    // The page renews itself, as it is told.
    for (const part of ['doubted', 'unlinked']) await page.locator(`li:has(a[href="#${part}"])`).filter({ hasText: / 0$/ }).waitFor();
    await shoot('mended', '#outline ~ .wide');
    await page.goto(`${address}${ID}/2-1/`);
    await page.locator('a.term', { hasText: '质量总监' }).click();
    await shoot('published');
  } finally {
    await page.close();
    close();
    rmSync(work, { recursive: true, force: true });
  }
}

const browser = await chromium.launch(launchOptions('desktop'));
try {
  for (const language of Object.keys(LANGUAGES)) await take(browser, language);
} finally {
  await browser.close();
}
