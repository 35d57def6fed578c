// Finds the Chromium that is installed, and says how it is started: without a window and without calls to anywhere.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// A browser looks for updates and guesses at names by itself; what the tests see must come from the pages alone.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** How the browser is started: with one of the sets of fonts in `fonts/`, and with `more` switches. */
export function launchOptions(fonts, more = []) {
  const FONTCONFIG_FILE = fileURLToPath(new URL(`fonts/${fonts}.conf`, import.meta.url));
  return { executablePath: findChromium(), args: [...QUIET, ...more], env: { ...process.env, FONTCONFIG_FILE } };
}

// `$CHROMIUM`, else the first known name on the PATH.
function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
  if (!found) throw new Error('there is no Chromium: install it, or name it in $CHROMIUM');
  return found;
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
