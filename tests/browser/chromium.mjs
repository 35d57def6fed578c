// Finds the Chromium that is installed, and says how it is started: without a window and without calls to anywhere.

import { fileURLToPath } from 'node:url';
import { findProgram } from './program.mjs';

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

function findChromium() {
  const found = findProgram('CHROMIUM', NAMES);
  if (!found) throw new Error('there is no Chromium: install it, or name it in $CHROMIUM');
  return found;
}
