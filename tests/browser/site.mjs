// Builds the two sites that the checks look at, each into a folder of its own that is removed in the end:
// the included content alone, and a library of that report and of another, imported as it was published.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** A published report of another place that nobody has touched by hand: its id, and its text among the fixtures. */
export const SECOND = 'yunnan-2025';
const PUBLISHED = join(REPOSITORY, 'tests', 'fixtures', 'reports', `${SECOND}.txt`);

/** The report of `content/` whose pages every check walks through. */
export const REPORT = readdirSync(join(REPOSITORY, 'content'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()[0];

/** Builds both sites; gives the folders `{ alone, library }` and `remove()`. */
export function buildSites() {
  const folder = mkdtempSync(join(tmpdir(), 'gongdu-browser-'));
  const content = (name) => join(folder, name, 'content');
  // The builder writes into content when a report has no Markdown yet, so it gets a copy.
  for (const name of ['alone', 'library']) {
    mkdirSync(join(folder, name));
    cpSync(join(REPOSITORY, 'content'), content(name), { recursive: true });
  }
  execFileSync(binary(), ['--content', content('library'), '--quiet', 'import', PUBLISHED, '--as', SECOND], { stdio: 'pipe' });
  const alone = build(content('alone'), join(folder, 'alone', 'site'));
  const library = build(content('library'), join(folder, 'library', 'site'));
  return { alone, library, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function build(content, output) {
  execFileSync(binary(), ['--content', content, '--quiet', 'build', '--output', output], { stdio: 'pipe' });
  return output;
}

/** `$GONGDU`, else the release binary, made now when it is not there. */
function binary() {
  if (process.env.GONGDU) return process.env.GONGDU;
  const release = join(REPOSITORY, 'target', 'release', process.platform === 'win32' ? 'gongdu.exe' : 'gongdu');
  if (!existsSync(release)) execFileSync('cargo', ['build', '--release'], { cwd: REPOSITORY, stdio: 'inherit' });
  return release;
}
