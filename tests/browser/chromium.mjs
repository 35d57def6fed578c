// Finds the Chromium that is installed and starts it without a window and without calls to anywhere.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// A browser looks for updates and guesses at names by itself; what the checks see must come from the pages alone.
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

/** The path of the browser: `$CHROMIUM`, else the first known name on the PATH; undefined when there is none. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
}

/** Starts the browser, with `more` switches. */
export function launch(more = []) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('there is no Chromium: install it, or name it in $CHROMIUM');
  return chromium.launch({ executablePath, args: [...QUIET, ...more] });
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
